"""Date expressions of a text, found and given their values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeAlias

from timeline.anchor import NARRATIVE_YEARS, Anchor
from timeline.article import Article, Published
from timeline.grammar import Found, Grammar, grammar
from timeline.moments import Grain, Moment
from timeline.operators import value
from timeline.timex import Timex
from timeline.when import parse

When: TypeAlias = date | datetime | str | Published | Moment | None


def find_timexes(text: str, published: When = None, language: str = "en") -> list[Timex]:
    """Return the date expressions of a text, in order, resolved against the day on which it was published.

    `published` is a date, a datetime, an ISO string or a Published; without it, what leans on it stays partial.
    Raises ValueError for a string that is no date, LookupError for a language without a grammar.

    >>> find_timexes("The strike began two weeks ago.", "2024-02-14")[0].value
    '2024-W05'
    """
    return list(_resolve(text, moment_of(published), grammar(language), language))


def recognise(article: Article) -> list[Timex]:
    """Return the date expressions of an article."""
    return find_timexes(article.text, article.published, article.language)


def moment_of(published: When) -> Moment | None:
    """Return a publication date in any of its forms as a moment; raise ValueError for a string that is no date."""
    if published is None or isinstance(published, Moment):
        return published
    if isinstance(published, Published):
        return published.moment
    if isinstance(published, datetime):
        offset = published.strftime("%z")
        zone = f"{offset[:3]}:{offset[3:5]}" if offset else ""
        return Moment.clock(published.toordinal(), published.hour, published.minute, None, zone)
    if isinstance(published, date):
        return Moment(Grain.DAY, published.toordinal())
    if len(published) > 10:
        return moment_of(datetime.fromisoformat(published))
    moment = parse(published)
    if not isinstance(moment, Moment):
        raise ValueError(f"no date: {published!r}")
    return moment


def _resolve(text: str, published: Moment | None, language: Grammar, name: str) -> Iterator[Timex]:
    runs = list(language.find(text))
    anchor = Anchor(published, text, name, narrative=_is_narrative(runs, published))
    for offset, found in runs:
        for item in found:
            if timex := _timex(item, offset, text, anchor):
                yield timex


def _timex(item: Found, offset: int, text: str, anchor: Anchor) -> Timex | None:
    start, end = offset + item.start, offset + item.end
    anchor.stand(start, end)
    when = value(item.expression, anchor)
    if when is None:
        return None
    anchor.move(when)
    return Timex(start, end, text[start:end], when, item.expression.rule, frozenset(item.expression.args))


def _is_narrative(runs: list[tuple[int, tuple[Found, ...]]], published: Moment | None) -> bool:
    """Tell whether a text looks back: most of the years it writes lie well before its publication."""
    years = [year for _, found in runs for item in found if isinstance(year := item.expression.args.get("year"), int)]
    if published is None:
        return False
    old = sum(year < published.year - NARRATIVE_YEARS for year in years)
    return len(years) >= 4 and old > 0.7 * len(years)
