"""What binds two dates, told by what stands between them: one language's tables `tense`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from timeline.language import NEVER, Made, Vocabulary, these

RANGE: Final = 9  # words before a date among which the word is that opens the range which they end


def _range_words(ranges: Mapping[str, list[str]]) -> tuple[tuple[str, list[str]], ...]:
    """Return each word before the first date of a range with those before its second."""
    return tuple(dict(ranges).items())


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of a language compiled; one that it lacks matches nowhere."""
    return re.compile(pattern or NEVER)


class Ties(Vocabulary):
    """The words that make two dates a list or a range, or tie a time to its day."""

    _appositions = Made(these, "appositions")
    _joins = Made(these, "spans", "joins")
    _spans = Made(these, "spans")
    _ranges = Made(_range_words, "ranges")
    _place = Made(compiled, "place")
    _pair = Made(compiled, "pair")
    _of_noun = Made(compiled, "of_noun")

    def joins(self, between: str) -> bool:
        """Tell whether only words that join stand between two dates of a list or a range."""
        words = between.replace(",", " , ").split()
        return bool(words) and self._joins.issuperset(words)

    def spans(self, between: str) -> bool:
        """Tell whether the words between two dates make them the ends of one range."""
        return not self._spans.isdisjoint(between.split())

    def is_added(self, between: str) -> bool:
        """Tell whether what stands between a date and a weekday adds this to it: "June 14 (Friday)", ", a Friday"."""
        return "(" in between or between in self._appositions

    def is_range(self, before: str, between: str) -> bool:
        """Tell whether a date is the first of a range by the words before it and between it and the next."""
        told = f" {before.lower()}"
        return any(
            between.strip() in ends and told.endswith(f" {first} " if first else "") for first, ends in self._ranges
        )

    def is_range_end(self, before: str) -> bool:
        """Tell whether the words before a time of day make it the end of a range."""
        words = before.lower().split()[-RANGE:]
        return bool(words) and (
            words[-1] in self._spans or any(words[-1] in ends and first in words for first, ends in self._ranges)
        )

    def is_place(self, between: str) -> bool:
        """Tell whether what stands between a time and a day names the place where it was."""
        return bool(self._place.fullmatch(between))

    def is_pair(self, between: str) -> bool:
        """Tell whether what stands between two times of day makes them a pair: "opens at 7 and closes at 10 p.m."."""
        return bool(self._pair.fullmatch(between))

    def is_of_noun(self, between: str) -> bool:
        """Tell whether what stands between a part of a day and a day is a noun that both are of."""
        return bool(self._of_noun.fullmatch(between))
