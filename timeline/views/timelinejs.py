"""JSON for TimelineJS (Knight Lab): one slide an event; it has no undated ones."""

from __future__ import annotations

from html import escape
from typing import Any

from timeline.article import Article
from timeline.days import year_month_day
from timeline.event import Event, Mention, Timeline
from timeline.moments import SECONDS_A_DAY, Grain, Moment
from timeline.views.dates import in_words, published_in_words
from timeline.views.json import dump
from timeline.views.options import ViewOptions
from timeline.views.sources import name_of, web_address
from timeline.views.text import escaped, line
from timeline.when import Interval


def render(timeline: Timeline, options: ViewOptions) -> bytes:
    """Return the slides as JSON in UTF-8."""
    articles = {article.id: article for article in timeline.articles}
    slides = [_slide(event, articles) for event in timeline.events if event.when]
    return dump({"title": {"text": {"headline": escaped(options.name)}}, "events": slides}, indent=1)


def _slide(event: Event, articles: dict[str, Article]) -> dict[str, Any]:
    assert event.when is not None
    quotes = "".join(_quote(mention, articles.get(mention.article)) for mention in event.mentions)
    return {
        **_dates(event.when),
        "display_date": in_words(event.when),
        "unique_id": line(event.uid),
        "group": event.kind,
        "text": {"headline": escaped(event.title), "text": f"{quotes}<p>EDTF {event.when.edtf}</p>"},
    }


def _dates(when: Moment | Interval) -> dict[str, Any]:
    if isinstance(when, Moment):
        if (when.grain <= Grain.YEAR and when.grain in (Grain.YEAR, Grain.MONTH, Grain.DAY)) or when.grain < Grain.DAY:
            return {"start_date": _date(when)}
        return {"start_date": _day(when.first), "end_date": _day(when.last)}
    first, last = when.first or when.last, when.last or when.first
    assert first is not None
    assert last is not None
    return {"start_date": _date(first), "end_date": _day(last.last)}


def _date(moment: Moment) -> dict[str, int]:
    """Return a date as fine as it is known."""
    known = {Grain.YEAR: 1, Grain.MONTH: 2}.get(moment.grain, 3)
    date = dict(list(_day(moment.first).items())[:known])
    if moment.grain <= Grain.HOUR:
        rest = moment.seconds[0] % SECONDS_A_DAY
        date |= {"hour": rest // 3600, "minute": rest // 60 % 60}
    return date


def _day(number: int) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), year_month_day(number), strict=True))


def _quote(mention: Mention, article: Article | None) -> str:
    quoted = f"<p>“{escaped(mention.quote)}”"
    if article:
        name, address = escaped(name_of(article)), web_address(article)
        published = published_in_words(article.published)
        quoted += f' — <a href="{escape(address)}">{name}</a>' if address else f" — {name}"
        quoted += f", {published}" if published else ""
    return quoted + "</p>"
