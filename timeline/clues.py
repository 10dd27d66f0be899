"""What an undated text says of the time of happenings that dated ones tell too: "on Tuesday", "five weeks after"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum, log
from typing import Final, NamedTuple

from attrs import frozen

from timeline.article import Article
from timeline.days import weekday_of
from timeline.moments import Grain, Moment
from timeline.sentences import split
from timeline.statements import statements
from timeline.timex import Timex
from timeline.when import Length

_WORD: Final = re.compile(r"\d[\d,.]*\d|[^\W\d_]{3,}")
_STEM: Final = 6  # letters
_PARTIAL: Final = re.compile(r"XXXX-(?:(\d\d)-(\d\d)|WXX-([1-7]))(?:T.*)?")
_CLAUSE: Final = re.compile(r"[,;:.!?\n—–]")
_EARLY: Final = 400  # characters: the beginning of a text, where a distance is one to the writer's day
_YEAR: Final = 366  # days: of an older day its year is told
_AHEAD: Final = 183  # days: of a later day the year is told
_WEEK: Final = 7  # days: of an older weekday more than its name
_ALIKE: Final = 0.1  # likeness of articles from which on the same day of the month, if only that, is the same day
_NAMED: Final = 0.5  # what that weighs, of a rare word in common
# The weight of words in common (1 for a rare one) by which two statements tell of the same. Of 1,018 local news pages
# without their dates, beside as many dated ones, 220 were dated to the day with these and 201 without any clues (316
# and 282 to the day beside it, 403 and 373 to the week); with 1.6 for a weekday 225 were, but 57 more wrongly.
_ASKED: Final = 1.2
_ASKED_OF_WEEKDAY: Final = 2.0
_CLOSE: Final = 45  # days: what is further away may be of another year
_DENIED: Final = 0.7  # what an expression weighs that is past though it should be to come, or the other way round
_MOST: Final = 60  # clues of a text
_DAYS_OF: Final = {Grain.DAY: 1.0, Grain.WEEK: 7.0, Grain.MONTH: 30.44, Grain.YEAR: 365.25}


@frozen
class Statement:
    """A sentence that dates something: its day, the name of that in the week and the year, and its telling words."""

    day: int
    weekday: int
    month_day: tuple[int, int]
    words: frozenset[str]


@frozen
class Clue:
    """A sentence of an undated text with a day that it names in part, or with how long ago that was.

    `month_day` or `weekday` is what is named of the day; `after` are the least and the most days from there to
    publication, negative ones where the day is to come.
    """

    words: frozenset[str]
    after: tuple[int, int]
    month_day: tuple[int, int] | None = None
    weekday: int | None = None

    @property
    def is_ahead(self) -> bool:
        """Whether its day is to come."""
        return self.after[0] < 0

    def published(self, told: Statement) -> tuple[int, int] | None:
        """Return the first and the last day of publication if it speaks of a statement's day, else None."""
        if self.weekday not in (None, told.weekday) or self.month_day not in (None, told.month_day):
            return None
        least, most = self.after
        return told.day + least, told.day + most

    @property
    def asked(self) -> float:
        """The weight of the words in common by which another statement tells of the same happening."""
        return 0.0 if self.month_day else _ASKED_OF_WEEKDAY if self.weekday else _ASKED

    def nearest(self, day: int) -> int | None:
        """Return the occurrence of its day of the month that is closest to a day."""
        if self.month_day is None:
            return None
        year = Moment(Grain.DAY, day).widen(Grain.YEAR).n
        days = (_of_year(year + step, *self.month_day) for step in (-1, 0, 1))
        return min((each for each in days if each is not None), key=lambda each: abs(each - day), default=None)

    def denies(self, day: int) -> bool:
        """Tell whether it speaks as past of a day soon after a day of publication, or as to come of one before."""
        near = self.nearest(day)
        return near is not None and 0 < (day - near if self.is_ahead else near - day) <= _CLOSE


class Days(NamedTuple):
    """The first and the last of some days, and how much speaks for them."""

    first: int
    last: int
    worth: float


class _Span(NamedTuple):
    """The days of publication that a clue (by its number) leaves."""

    clue: int
    first: int
    last: int


def clues_of(article: Article, spoken: Iterable[tuple[Timex, bool]]) -> list[Clue]:
    """Return the clues of an article; `spoken` are its expressions outside its debris, and whether they are ahead."""
    found = []
    for timex, ahead, words in _in_sentences(article, spoken):
        partial = _PARTIAL.fullmatch(timex.value)
        if partial and timex.type != "SET" and "turn" not in timex.said:
            month, day, weekday = partial.groups()
            if weekday:
                after = (1 - 2 * _WEEK, 0) if ahead else (0, _WEEK - 1)
                found.append(Clue(words, after, weekday=int(weekday)))
            else:
                after = (-_AHEAD, 0) if ahead else (0, _YEAR)
                found.append(Clue(words, after, month_day=(int(month), int(day))))
        elif isinstance(timex.when, Length) and (distance := _distance(timex, article)):
            found.append(distance)
    return found[:_MOST]


def _distance(timex: Timex, article: Article) -> Clue | None:
    """Return the clue of "five weeks after the cabin fell"."""
    length = timex.when
    link = statements(article.language).counted.match(article.text, timex.end)
    if not link or not link["after"] or not isinstance(length, Length) or len(length.parts) != 1:
        return None
    ((amount, unit),) = length.parts
    if amount is None or unit not in _DAYS_OF:
        return None
    end = _CLAUSE.search(article.text, link.end())
    words = _words(article.text[link.end() : end.start() if end else len(article.text)], article.language)
    least = round(amount * _DAYS_OF[unit])
    most = round((amount + 1) * _DAYS_OF[unit]) - 1 if timex.start < _EARLY else least + _YEAR
    return Clue(words, (least, most)) if words else None


def statements_of(article: Article, timexes: Iterable[Timex]) -> list[Statement]:
    """Return the sentences of a dated article that date something to a day."""
    spoken = ((timex, False) for timex in timexes)
    return [
        Statement(timex.when.first, weekday_of(timex.when.first), _month_day(timex.when.first), words)
        for timex, _, words in _in_sentences(article, spoken)
        if isinstance(timex.when, Moment) and timex.when.grain <= Grain.DAY and not timex.when.mod
    ]


def _in_sentences(
    article: Article, spoken: Iterable[tuple[Timex, bool]]
) -> Iterator[tuple[Timex, bool, frozenset[str]]]:
    """Yield each expression with the words of its sentence."""
    left = list(spoken)[::-1]
    for sentence in split(article.text, article.dropped, article.language):
        while left and left[-1][0].start < sentence.start:
            left.pop()
        inside = []
        while left and left[-1][0].end <= sentence.end:
            inside.append(left.pop())
        if inside:
            words = _words(_without(article.text, sentence.start, sentence.end, inside), article.language)
            yield from ((timex, ahead, words) for timex, ahead in inside)


def _without(text: str, start: int, end: int, timexes: Sequence[tuple[Timex, bool]]) -> str:
    kept = []
    for timex, _ in timexes:
        kept.append(text[start : timex.start])
        start = timex.end
    return " ".join([*kept, text[start:end]])


def _words(text: str, language: str) -> frozenset[str]:
    common = statements(language).common
    lower = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in lower if word not in common)


def _of_year(year: int, month: int, day: int) -> int | None:
    try:
        return Moment.of(year, month, day).n
    except ValueError:
        return None  # 29 February


def _month_day(day: int) -> tuple[int, int]:
    value = Moment(Grain.DAY, day).value
    return int(value[-5:-3]), int(value[-2:])


def days_of(clues: Sequence[Clue], told: Sequence[tuple[float, Statement]]) -> Days | None:
    """Return the days of publication for which most clues speak; None where none tells of a day that has been.

    `told` are the statements of articles that tell the same, each with how alike its article is.
    """
    spans = _spans(clues, told)
    firsts = {span.first for span in spans if not clues[span.clue].is_ahead}
    if not firsts:
        return None
    named = {day for first in firsts for clue in clues if (day := clue.nearest(first)) and 0 < day - first <= _CLOSE}
    edges = sorted(firsts | named | {span.last + 1 for span in spans})
    worth = {day: _worth(day, clues, spans) for day in edges}
    best = max(edges, key=lambda day: (worth[day], -day))
    end = next((day for day in edges if day > best and worth[day] < worth[best]), best + 1)
    return Days(best, end - 1, worth[best])


def _spans(clues: Sequence[Clue], told: Sequence[tuple[float, Statement]]) -> dict[_Span, float]:
    """Return the days of publication that each clue leaves for a statement of the same, and how much binds the two."""
    counts = Counter(word for _, statement in told for word in statement.words)
    weights = {word: log(1 + len(told) / n) / log(1 + len(told)) for word, n in counts.items()}
    spans: dict[_Span, float] = {}
    for number, clue in enumerate(clues):
        for alike, statement in told:
            if published := clue.published(statement):
                shared = fsum(weights[word] for word in clue.words & statement.words)
                shared += _NAMED if clue.month_day and alike >= _ALIKE else 0.0
                span = _Span(number, *published)
                if shared > clue.asked:
                    spans[span] = max(spans.get(span, 0.0), shared)
    return spans


def _worth(day: int, clues: Sequence[Clue], spans: Mapping[_Span, float]) -> float:
    """Return how much speaks for a day, each clue once, less what speaks against it."""
    best: dict[int, float] = {}
    for span, weight in spans.items():
        if span.first <= day <= span.last:
            best[span.clue] = max(best.get(span.clue, 0.0), weight)
    return round(fsum(best.values()) - _DENIED * sum(clue.denies(day) for clue in clues), 3)
