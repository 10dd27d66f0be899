"""What a text says of its own time: the days, the weekdays and the years that it speaks of as past or to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen

from timeline import language as languages
from timeline.article import Article, Published
from timeline.clues import Clue, clues_of
from timeline.dateline import dateline_at
from timeline.days import weekday_of
from timeline.foreign import find_foreign
from timeline.moments import Grain, Moment
from timeline.recognise import find_timexes
from timeline.statements import statements
from timeline.tense import tense
from timeline.timex import Timex

_WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")
_MONTH_DAY: Final = re.compile(r"XXXX-\d\d-\d\d")
_NAMED_DAY: Final = re.compile(r"[^\W\d_]+,?\s+(?:[^\W\d_]+\s+)*\d|[^\W\d_]+,\s")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<=[/.-])\d\d\b|['’]\d\d\b")
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|copyright)(?:\s|\d{4}\s?[-–]){0,3}((?:19|20)\d\d)", re.IGNORECASE)
_DATELINE: Final = 1_000  # characters of a text among which its dateline is
_OLDER: Final = "older posts"  # a kind of debris
_FOOT: Final = 2_000  # characters at the end
_READ: Final = 50_000  # characters of a text that are evidence enough
_EARLY: Final = 400  # characters: the beginning of a text
_MOST: Final = 20  # days without a year that are looked at
ALWAYS: Final = (-(10**9), 10**9)  # days, the first and the last
_ONE_YEAR: Final = 365  # days
_CLOSE: Final = 45  # days: what is further away may be of another year
_SEASON: Final = 92  # days: a text that names no day within them of one is of another time
_WEAK: Final = 0.3  # the confidence of bounds below which they forbid nothing


@frozen
class Evidence:
    """What a text says of its own time.

    `day` is the last full day that it speaks of as past, `early` tells that it is named at the beginning; `since` is
    the latest day, month, year or decade that it speaks of as past, `years` how many years it names so. Weekdays (1 is
    Monday) are those that stand alone, in the order of the text; `last` are those called "last Friday". `yearless` are
    the days without a year, as they are written, and whether they are to come. `dateline` is the day without a year of
    its dateline, as it is written. `copyright` is the year of its copyright line. `clues` are the statements by which
    others may tell its time.
    """

    day: int | None = None
    early: bool = False
    since: Moment | None = None
    years: int = 0
    weekdays: tuple[int, ...] = ()
    last: frozenset[int] = frozenset()
    yearless: tuple[tuple[str, bool], ...] = ()
    dateline: str = ""
    copyright: Moment | None = None
    clues: tuple[Clue, ...] = ()

    @property
    def names_weekdays(self) -> bool:
        """Whether one of the days without a year has its weekday beside it, so that few years fit."""
        return any(_NAMED_DAY.match(text) for text, _ in self.yearless)

    def allows(self, day: int, language: str) -> bool:
        """Tell whether a full day can be of the text's own time: it opens that, or days without a year are close to it.

        Where others are not, the year was written for being another one.
        """
        if self.early or not self.yearless:
            return True
        days = (_near(text, day, language) for text, _ in self.yearless)
        return any(abs(timex.when.first - day) <= _SEASON for timex in days if timex and isinstance(timex.when, Moment))

    def stated(self, day: int, language: str, least: int = ALWAYS[0]) -> Moment | None:
        """Return the day of the dateline, in the year that brings it close to a day and not before the `least`.

        It is on no weekday but those named.
        """
        for near in (day, day + _ONE_YEAR, day - _ONE_YEAR):
            timex = _near(self.dateline, near, language)
            if timex is None or timex.note or not isinstance(timex.when, Moment) or timex.when.grain is not Grain.DAY:
                continue
            named = not self.weekdays or weekday_of(timex.when.n) in self.weekdays
            if named and timex.when.n >= least:
                return timex.when
        return None

    def bounds(self, day: int, language: str) -> tuple[int, int] | None:
        """Return the first and last day of publication that the days without a year leave, read close to a day.

        Each day that pushes it on brings others close. None where the weekday beside one of them is not that of the
        year, so that the text is of another time.
        """
        first, last = ALWAYS
        near = day
        for _ in self.yearless:
            bounds = self._bounds(near, language)
            if bounds is None:
                return None
            later, end = max(first, bounds[0]), min(last, bounds[1])
            if later > end and near != day:
                break  # what is closer contradicts itself
            first, last = later, end
            if first <= near:
                break
            near = first
        return first, last

    def _bounds(self, day: int, language: str) -> tuple[int, int] | None:
        first, last = ALWAYS
        for text, ahead in self.yearless:
            timex = _near(text, day, language)
            if timex is None or not isinstance(timex.when, Moment):
                continue
            if timex.note:
                return None
            if abs(timex.when.first - day) <= _CLOSE:
                first, last = (first, min(last, timex.when.last)) if ahead else (max(first, timex.when.first), last)
        return first, last


def _near(text: str, day: int, language: str) -> Timex | None:
    """Return the expression of a date without a year, read close to a day."""
    return next(iter(find_timexes(text, Moment(Grain.DAY, day), language)), None)


def evidence_of(article: Article) -> Evidence:
    """Return what the text of an article says of its own time, debris aside."""
    spoken = list(_kept(_timexes(article), article))
    past = [timex for timex, ahead in spoken if not ahead]
    named = [(when, -timex.start) for timex in past if (when := _with_year(timex))]
    days = [(when.first, place) for when, place in named if when.grain <= Grain.DAY]
    day, place = max((day for day in days if within(day[0], article.published)), default=(None, 0))
    weekdays = [
        (int(match[1]), timex) for timex in past if timex.type != "SET" and (match := _WEEKDAY.match(timex.value))
    ]
    return Evidence(
        day=day,
        early=-place < _EARLY,
        since=max((when for when, _ in named), key=lambda when: when.first, default=None),
        years=len({when.year for when, _ in named}),
        weekdays=tuple(number for number, timex in weekdays if "turn" not in timex.said),
        last=frozenset(number for number, timex in weekdays if "turn" in timex.said),
        yearless=tuple((timex.text, ahead) for timex, ahead in spoken if _MONTH_DAY.fullmatch(timex.value))[:_MOST],
        dateline=_dateline(article, (timex for timex, _ in spoken)),
        copyright=copyright_year(article.text),
        clues=(*clues_of(article, spoken), *_of_headline(article)),
    )


def _of_headline(article: Article) -> list[Clue]:
    """Return the clues of a headline that is not of the text itself: "46 days after the cabin fell"."""
    if not article.title or article.title in article.text[:_READ]:
        return []
    alone = evolve(article, text=article.title, dropped=())
    return clues_of(alone, _timexes(alone))


def _dateline(article: Article, timexes: Iterable[Timex]) -> str:
    """Return the day of a dateline without a year: "PORT ELM, Sept 9 (Wire) - Ferries ..."."""
    text = article.text
    for timex in timexes:
        if timex.start > _DATELINE:
            break
        if not _MONTH_DAY.fullmatch(timex.value):
            continue
        dateline = dateline_at(text, article.language, text.rfind("\n", 0, timex.start) + 1)
        if dateline and dateline.is_sure and timex.end < dateline.end:
            return timex.text
    return ""


def copyright_year(text: str) -> Moment | None:
    """Return the last year of the copyright lines at the beginning and the end of a text.

    >>> copyright_year("The bridge is closed. © 2019-2025 Harbour News")
    Moment(2025)
    """
    years = _COPYRIGHT.findall(text if len(text) < 2 * _FOOT else text[:_FOOT] + "\n" + text[-_FOOT:])
    return Moment.of(int(max(years))) if years else None


def within(day: int, bounds: Published | None) -> bool:
    """Tell whether bounds of publication, unless they are weak, allow a day."""
    if bounds is None or bounds.confidence < _WEAK:
        return True
    after = bounds.earliest is None or bounds.earliest.first <= day
    return after and (bounds.latest is None or day <= bounds.latest.last)


def _with_year(timex: Timex) -> Moment | None:
    when = timex.when
    written = isinstance(when, Moment) and when.grain <= Grain.DECADE and _YEAR.search(timex.text)
    return when if isinstance(when, Moment) and written else None


def _timexes(article: Article) -> Iterator[tuple[Timex, bool]]:
    """Yield the expressions of a text and whether they speak of what is to come; what a picture shows has been."""
    text, language = article.text[:_READ], article.language
    if not languages.known(language):
        yield from ((timex, False) for timex in find_foreign(text, None, language))
        return
    clause, caption = tense(language), statements(language).caption
    for timex in find_timexes(text, None, language, day_first=article.day_first):
        ahead = clause.of(text, timex.start, timex.end) > 0
        yield timex, ahead and not caption.search(clause.sentence(text, timex.start))


def _kept(timexes: Iterable[tuple[Timex, bool]], article: Article) -> Iterator[tuple[Timex, bool]]:
    """Yield the expressions outside the debris; among it only older posts tell of the time of an article."""
    dropped = iter([each for each in article.dropped if each.reason != _OLDER])
    away = next(dropped, None)
    for timex, ahead in timexes:
        while away and away.end <= timex.start:
            away = next(dropped, None)
        if away is None or timex.end <= away.start:
            yield timex, ahead
