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
from timeline.moments import Grain, Moment
from timeline.recognise import find_timexes
from timeline.siblings import Signatures
from timeline.timex import Timex

_WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")
_MONTH_DAY: Final = re.compile(r"XXXX-(\d\d)-(\d\d)")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<=[/.-])\d\d\b|['’]\d\d\b")
_READ: Final = 50_000  # characters of a text that are evidence enough
_NEAR: Final = 4  # days between the articles of one story on its first days


@frozen
class _Evidence:
    """What a text says of its own time: full days it speaks of as past, and its bare weekdays (1 is Monday)."""

    days: tuple[Moment, ...] = ()
    weekdays: tuple[int, ...] = ()
    month_days: tuple[tuple[int, int], ...] = ()


def infer(articles: Sequence[Article]) -> list[Article]:
    """Return the articles in their order, those without a day with an inferred date where the evidence gives one."""
    evidence = {place: _evidence(article) for place, article in enumerate(articles) if _undated(article)}
    dated = [
        article.dated(_by_itself(article, evidence[place]) or article.published) if place in evidence else article
        for place, article in enumerate(articles)
    ]
    if not any(map(_undated, dated)) or all(map(_undated, dated)):
        return dated
    signatures = Signatures(dated)
    return [
        article.dated(_by_siblings(article, signatures, evidence[place], dated) or article.published)
        if _undated(article)
        else article
        for place, article in enumerate(dated)
    ]


def _undated(article: Article) -> bool:
    return article.published is None or article.published.moment is None


def _evidence(article: Article) -> _Evidence:
    language = article.language if languages.known(article.language) else ""
    if not language:
        return _Evidence()
    days, weekdays, month_days = [], [], []
    text = article.text[:_READ]
    for timex in _kept(find_timexes(text, None, language), article):
        if tense(language).of(text, timex.start, timex.end) > 0:
            continue
        when = timex.when
        if isinstance(when, Moment):
            if when.grain <= Grain.DAY and _YEAR.search(timex.text):
                days.append(when.widen(Grain.DAY))
        elif (match := _WEEKDAY.match(when.value)) and "turn" not in timex.said:
            weekdays.append(int(match.group(1)))
        elif match := _MONTH_DAY.match(when.value):
            month_days.append((int(match.group(1)), int(match.group(2))))
    return _Evidence(tuple(days), tuple(weekdays), tuple(month_days))


def _kept(timexes: Iterable[Timex], article: Article) -> Iterator[Timex]:
    """Yield the expressions outside the debris."""
    dropped = iter(article.dropped)
    away = next(dropped, None)
    for timex in timexes:
        while away and away.end <= timex.start:
            away = next(dropped, None)
        if away is None or timex.end <= away.start:
            yield timex


def _by_itself(article: Article, evidence: _Evidence) -> Published | None:
    """Return the last day that a text speaks of as past, moved on to the last weekday that it names."""
    bounds = article.published
    days = sorted(day.n for day in evidence.days if _within(day.n, bounds))
    if not days:
        return None
    latest = days[-1]
    published = _last_of_week(latest, evidence.weekdays)
    moved = published != latest
    sure = 0.75 if moved else 0.6
    named = Moment(Grain.DAY, latest).value
    note = f"the text dates its latest day {named}" + (" and names a later weekday" if moved else "")
    return Published.on(Moment(Grain.DAY, published), "inferred", sure, note)


def _within(day: int, bounds: Published | None) -> bool:
    return bounds is None or (
        (bounds.earliest is None or bounds.earliest.first <= day)
        and (bounds.latest is None or day <= bounds.latest.last)
    )


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


def _by_siblings(
    article: Article, signatures: Signatures, evidence: _Evidence, dated: Sequence[Article]
) -> Published | None:
    """Return the day of the articles that tell the same, moved back to the weekday that the text itself names."""
    found = [
        (score, day.n)
        for score, place in signatures.alike(article)
        if (published := dated[place].published) and (day := published.day) and _within(day.n, article.published)
    ]
    if not found:
        return None
    best, day = max(found, key=lambda pair: (pair[0], -pair[1]))
    last = max(other for _, other in found if abs(other - day) <= _NEAR)
    inferred = _named(last, evidence.weekdays) if evidence.weekdays else day
    sure = round(min(0.6, 0.3 + best / 2), 2)
    count = sum(abs(other - day) <= _NEAR for _, other in found)
    note = f"{count} articles that tell the same are of these days" if count > 1 else "an article tells the same"
    return Published.on(Moment(Grain.DAY, inferred), "inferred", sure, note)


def _named(last: int, weekdays: Sequence[int]) -> int:
    """Return the latest day up to `last` on a weekday of the text: the weekday that it names last in its week."""
    first = last - 6
    return (
        _last_of_week(first + (weekdays[0] - first) % 7, weekdays)
        if len(set(weekdays)) > 1
        else (last - (last - weekdays[0]) % 7)
    )
