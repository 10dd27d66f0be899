"""What a date expression leans on: the date of its article, the dates named before it, the tense of its clause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal, TypeAlias

from timeline.grammar import grammar
from timeline.moments import Grain, Moment
from timeline.phrases import trie
from timeline.when import Interval, When

Genre: TypeAlias = Literal["news", "narrative", "message"]
ASIDE_YEARS: Final = 15  # a year this far from where a narrative stands is an aside
OPENING: Final = 16  # characters before a date that opens its sentence
BEFORE, AFTER = 160, 120  # characters around an expression in which its verb is looked for


class Tense:
    """The tense of the clause around a stretch of text: -1 past, 0 unknown, +1 to come."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        after = "".join(rf"(?<!\b{word} )" for word in tables.get("not_past_after", []))
        forms = {
            "future": trie(tables.get("future", [])),
            "stop": trie(tables.get("stop", [])),
            "past": after + trie(tables.get("past", [])),
            "past_form": rf"{after}\w+(?:{'|'.join(tables.get('past_suffixes', []))})",
        }
        self._cues = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{name}>{form})' for name, form in forms.items())})(?!\w)")
        self._ends = re.compile(tables.get("sentence_end", r"[.!?]\s|\n"))
        self._neutral = tuple(f"{word} " for word in tables.get("neutral", []))

    def of(self, text: str, start: int, end: int) -> int:
        """Return the tense at `[start, end)`: the nearest cue before it in its sentence, else the first after it."""
        before = self.sentence(text, start).lower()
        if before.endswith(self._neutral):
            return 0
        after = self._ends.split(text[end : end + AFTER])[0].lower()
        told = [self._cue(match) for match in self._cues.finditer(before)]
        return told[-1] if told else next(map(self._cue, self._cues.finditer(after)), 0)

    def sentence(self, text: str, start: int) -> str:
        """Return what stands before `start` in its sentence, as far as a verb is looked for."""
        return self._ends.split(text[max(0, start - BEFORE) : start])[-1]

    @staticmethod
    def _cue(match: re.Match[str]) -> int:
        return {"future": 1, "stop": 0}.get(match.lastgroup or "", -1)


@cache
def tense(language: str) -> Tense:
    """Return the tense reader of a language."""
    return Tense(grammar(language).tense)


class Anchor:
    """The moving point that expressions lean on while an article is read from its beginning to its end."""

    def __init__(self, published: Moment | None, text: str = "", language: str = "en", genre: Genre = "news") -> None:
        self.published = published
        self.spoken: Moment | None = None  # the last date
        self.previous: Moment | None = None  # the last date that the story has come to
        self.quarter: Moment | None = None  # the one that is reported on
        self.language = language
        self.genre = genre
        self.narrative = genre == "narrative"
        self.day_first: bool | None = None
        self.text, self._tense, self._at = text, tense(language), (0, 0)

    @property
    def day(self) -> int | None:
        """The number of the day of publication."""
        return self.published.first if self.published else None

    @property
    def tense(self) -> int:
        """The tense of the clause that the current expression stands in: -1, 0 or +1."""
        return self._tense.of(self.text, *self._at)

    @property
    def base(self) -> Moment | None:
        """The moment near which a date that leaves out its year lies."""
        return (self.previous or self.published) if self.narrative else self.published

    @property
    def reference(self) -> Moment | None:
        """The moment that "that year" and "two days later" speak of."""
        return self.spoken or self.published

    def here(self, grain: Grain) -> Moment | None:
        """Return the cell of `grain` in which the article was published."""
        return None if self.published is None else self.published.widen(grain)

    def stand(self, start: int, end: int) -> None:
        """Take the place of an expression in the text."""
        self._at = (start, end)

    def move(self, when: When, *, told_from_now: bool = False) -> None:
        """Remember a date for the expressions after it.

        A narrative goes its own way: what is told from the writer's own day ("today") and far years are asides.
        """
        if isinstance(when, Interval):
            when = when.last or when.first or when
        if not isinstance(when, Moment) or when.grain > Grain.YEAR or (self.narrative and told_from_now):
            return
        self.spoken = when
        if not (self.narrative and self._aside(when)):
            self.previous = when
        if when.grain is Grain.QUARTER:
            self.quarter = when

    def _aside(self, when: Moment) -> bool:
        """Tell whether a bare year is mentioned in passing: within a sentence, or far from where the story stands."""
        if when.grain is not Grain.YEAR or self.previous is None or when.n == self.previous.year:
            return False
        opening = self._tense.sentence(self.text, self._at[0])
        return abs(when.n - self.previous.year) > ASIDE_YEARS or len(opening) > OPENING
