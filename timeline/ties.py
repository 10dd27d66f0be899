"""What binds two dates, told by what stands between them: one language's tables `tense`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from timeline.language import NEVER, Made, Vocabulary, these

RANGE: Final = 9  # words before a date among which the word is that opens the range which they end


def _range_words(ranges: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return, by the word before the second date of a range, how what is before its first ends: with a word, or so."""
    found: dict[str, tuple[str, ...]] = {}
    for first, ends in dict(ranges).items():
        for end in ends:
            found[end] = (*found.get(end, ()), f" {first} " if first else "")
    return found


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

    def range_openings(self, between: str) -> tuple[str, ...]:
        """Return how what is before a date ends if that is the first of a range, by what parts it from the second."""
        return self._ranges.get(between.strip(), ())

    def is_range_end(self, before: str) -> bool:
        """Tell whether the words before a time of day make it the end of a range."""
        words = before.lower().split()[-RANGE:]
        return bool(words) and (
            words[-1] in self._spans or any(first.strip() in words for first in self._ranges.get(words[-1], ()))
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
