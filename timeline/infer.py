"""Dates of articles that state none: from the days they speak of, and from articles that tell the same.

Two passes, so that the order of the articles does not matter: first each undated article by itself, then those that
are still undated by their siblings with a date of the first pass. Nothing is ever resolved against today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from timeline import language as languages
from timeline.anchor import tense
from timeline.article import Article, Published
from timeline.foreign import find_foreign
from timeline.moments import Grain, Moment
from timeline.recognise import find_timexes
from timeline.siblings import ALIKE, Signatures
from timeline.statements import statements
from timeline.timex import Timex

_WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")
_MONTH_DAY: Final = re.compile(r"XXXX-(\d\d)-(\d\d)")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<=[/.-])\d\d\b|['’]\d\d\b")
_READ: Final = 50_000  # characters of a text that are evidence enough
_EARLY: Final = 400  # characters: the beginning of a text
_SEVERAL: Final = 3  # articles that make a story
_NEAR: Final = 4  # days between the articles of one story on its first days


@frozen
class _Evidence:
    """What a text says of its own time: the last full day that it speaks of as past, its weekdays, its last year.

    Weekdays (1 is Monday) are those that stand alone, in the order of the text; `early` tells that the day is named
    at the beginning.
    """

    day: int | None = None
    early: bool = False
    year: int = 0
    weekdays: tuple[int, ...] = ()


def infer(articles: Sequence[Article]) -> list[Article]:
    """Return the articles in their order, those without a day with an inferred date where the evidence gives one."""
    evidence = {place: _evidence(article) for place, article in enumerate(articles) if _undated(article)}
    dated = [
        article.dated(_by_itself(article, evidence[place]) or article.published) if place in evidence else article
        for place, article in enumerate(articles)
    ]
    if not any(map(_undated, dated)) or all(map(_undated, dated)):
        return dated
    siblings = _Siblings(dated)
    return [
        article.dated(siblings.date(article, evidence[place]) or article.published) if _undated(article) else article
        for place, article in enumerate(dated)
    ]


def _undated(article: Article) -> bool:
    return article.published is None or article.published.moment is None


def _evidence(article: Article) -> _Evidence:
    text = article.text[:_READ]
    days, weekdays, year = [], [], 0
    for timex in _kept(_past(text, article.language), article):
        when = timex.when
        if isinstance(when, Moment):
            if when.grain <= Grain.YEAR and _YEAR.search(timex.text):
                year = max(year, when.year)
                days.extend([(when.first, -timex.start)] if when.grain <= Grain.DAY else [])
        elif (match := _WEEKDAY.match(when.value)) and "turn" not in timex.said:
            weekdays.append(int(match.group(1)))
    day, place = max((day for day in days if _within(day[0], article.published)), default=(None, 0))
    return _Evidence(day, -place < _EARLY, year, tuple(weekdays))


def _past(text: str, language: str) -> Iterator[Timex]:
    """Yield the expressions of a text that do not speak of what is to come; what a picture shows has been."""
    if not languages.known(language):
        yield from find_foreign(text, None, language)
        return
    clause, caption = tense(language), statements(language).caption
    for timex in find_timexes(text, None, language):
        if clause.of(text, timex.start, timex.end) <= 0 or caption.search(clause.sentence(text, timex.start)):
            yield timex


def _kept(timexes: Iterable[Timex], article: Article) -> Iterator[Timex]:
    """Yield the expressions outside the debris."""
    dropped = iter(article.dropped)
    away = next(dropped, None)
    for timex in timexes:
        while away and away.end <= timex.start:
            away = next(dropped, None)
        if away is None or timex.end <= away.start:
            yield timex


def _within(day: int, bounds: Published | None) -> bool:
    if bounds is None:
        return True
    after = bounds.earliest is None or bounds.earliest.first <= day
    return after and (bounds.latest is None or day <= bounds.latest.last)


def _by_itself(article: Article, evidence: _Evidence) -> Published | None:
    """Return the last day that a text speaks of as past, if it is of the text's own week, else a lower bound.

    The confidences are the shares of exact days among 110 local news pages without a stated date; of the days that
    are no lower bound, those of history, hardly any was right.
    """
    if evidence.day is None:
        return None
    day = Moment(Grain.DAY, evidence.day)
    published = _last_of_week(evidence.day, evidence.weekdays)
    named = (evidence.day - 1) % 7 + 1 in evidence.weekdays
    speaks_of = f"the text speaks of {day.value}"
    if evidence.year <= day.year and published == evidence.day and (named or evidence.early or not evidence.weekdays):
        return Published.on(
            day, "inferred", 0.75 if named else 0.35, speaks_of + (" by its weekday too" if named else "")
        )
    if evidence.year <= day.year and named:
        return Published.on(Moment(Grain.DAY, published), "inferred", 0.5, f"{speaks_of} and of weekdays after it")
    latest = article.published.latest if article.published else None
    return Published(day, latest, "inferred", 0.35, f"not before {day.value}, of which it speaks")


def _last_of_week(day: int, weekdays: Iterable[int]) -> int:
    """Return the last day of the week that weekday words around a known day span.

    A text names the weekdays of a few days on end; the longest stretch without one is where its week ends.

    >>> _last_of_week(Moment.of(2025, 6, 17).n, [2, 3, 4]) == Moment.of(2025, 6, 19).n
    True
    >>> _last_of_week(Moment.of(2025, 6, 17).n, [1]) == Moment.of(2025, 6, 17).n
    True
    """
    offsets = sorted({(weekday - day) % 7 for weekday in weekdays} | {0})
    gaps = [after - before for before, after in zip(offsets, [*offsets[1:], 7], strict=True)]
    return day + offsets[gaps.index(max(gaps))]


class _Siblings:
    """The dated articles, asked which of them tell the same as an undated one."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._days = [day.n if (day := _day(article)) else None for article in articles]
        self._dated = sum(day is not None for day in self._days)
        self._signatures = Signatures(articles, [day is not None for day in self._days])

    def date(self, article: Article, evidence: _Evidence) -> Published | None:
        """Return the day of the article most alike, moved back to the weekday that the text itself names."""
        found = [
            (score, -day)
            for score, place in self._signatures.alike(article)
            if (day := self._days[place]) is not None and _within(day, article.published)
        ]
        if not found:
            return None
        score, negative = max(found)
        near = sum(abs(other - negative) <= _NEAR for _, other in found)
        # Where most articles are of the same days, less likeness will do.
        if score < (ALIKE / 2 if 2 * near >= self._dated >= _SEVERAL else ALIKE):
            return None
        day = _last_named(-negative, evidence.weekdays) if evidence.weekdays else -negative
        count = "an article tells" if near == 1 else f"{near} articles of these days tell"
        return Published.on(Moment(Grain.DAY, day), "inferred", round(min(score, 0.7) * 0.75, 2), f"{count} the same")


def _day(article: Article) -> Moment | None:
    return article.published.day if article.published else None


def _last_named(day: int, weekdays: Sequence[int]) -> int:
    """Return the day on which the week of weekday words ends, at or before a day of the same story."""
    first = day - (day - weekdays[0]) % 7
    last = _last_of_week(first, weekdays)
    return last if last <= day else last - 7
