"""The calendar: RFC 5545 with the properties of RFC 7986, in the form that every client was seen to accept.

What clients stumble over is left out on purpose: METHOD, a UID of the calendar, empty CATEGORIES, time zones, and
anything at calendar level that changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

import icalendar

from timeline.article import Article, Published
from timeline.event import Event, Mention, Timeline
from timeline.moments import Grain
from timeline.views.dates import in_words, published_in_words
from timeline.views.doubt import doubt
from timeline.views.ical_state import carried_over
from timeline.views.options import ViewOptions
from timeline.views.schedule import Slot, in_utc, slot
from timeline.views.sources import name_of, web_address
from timeline.views.text import cut, line

PRODID: Final = "-//timeline//timeline 1//EN"
_END: Final = b"END:VCALENDAR\r\n"
_REFRESH: Final = timedelta(hours=12)
_ABOUT: Final = "What happened when, and who says so."
_QUOTES: Final = 8  # mentions told in a description
_TOPICS: Final = 3  # names among the categories
_QUOTE: Final = 300  # characters of each
# An event of articles that nobody can date has to have been written down some time.
_UNKNOWN: Final = datetime(1970, 1, 1, tzinfo=UTC)


def render(timeline: Timeline, options: ViewOptions) -> bytes:
    """Return the timeline as an iCalendar file; ValueError when the state given is no earlier one."""
    calendar = _calendar(options)
    articles = {article.id: article for article in timeline.articles}
    made = {}
    for event in timeline.events:
        if place := slot(event.when, options.approximate):
            made[event.uid] = _event(event, place, articles)
    everything = {event.uid for event in timeline.events} | options.kept_back
    head: bytes = calendar.to_ical().removesuffix(_END)
    return b"".join((head, *carried_over(made, everything, options.state, PRODID), _END))


def left_out(timeline: Timeline, options: ViewOptions) -> int:
    """Return how many events have no place on a calendar."""
    return sum(slot(event.when, options.approximate) is None for event in timeline.events)


def _calendar(options: ViewOptions) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    name = line(options.name)
    for key, value in {
        "PRODID": PRODID,
        "VERSION": "2.0",
        "CALSCALE": "GREGORIAN",
        "NAME": icalendar.vText(name),  # icalendar escapes only in properties that it knows
        "X-WR-CALNAME": icalendar.vText(name),
        "DESCRIPTION": _ABOUT,
        "X-WR-CALDESC": icalendar.vText(_ABOUT),
        "COLOR": "teal",
        "X-PUBLISHED-TTL": "PT12H",
    }.items():
        calendar.add(key, value)
    calendar.add("REFRESH-INTERVAL", icalendar.vDuration(_REFRESH, params={"VALUE": "DURATION"}))
    if options.address:
        calendar.add("SOURCE", icalendar.vUri(options.address, params={"VALUE": "URI"}))
        calendar.add("URL", icalendar.vUri(options.address))
    return calendar


def _event(event: Event, place: Slot, articles: Mapping[str, Article]) -> icalendar.Event:
    assert event.when is not None
    tellers = [articles[id_] for id_ in event.articles if id_ in articles]
    first, last = _stamps(tellers)
    timed = isinstance(place.start, datetime)
    tentative = not place.exact or event.kind != "happened" or bool(doubt(event, articles))
    component = icalendar.Event()
    for key, value in {
        "UID": f"{line(event.uid)}@timeline",
        "DTSTAMP": last,
        "CREATED": first,
        "LAST-MODIFIED": last,
        "SEQUENCE": 0,
        "DTSTART": place.start,
        "DTEND": place.end,
        "SUMMARY": place.label + line(event.title),
        "DESCRIPTION": "\n\n".join(_paragraphs(event, articles)),
        "CATEGORIES": [event.kind, event.when.grain.name.lower(), *map(line, event.names[:_TOPICS])],
        "STATUS": "TENTATIVE" if tentative else "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS": "FREE",
        "X-MICROSOFT-CDO-ALLDAYEVENT": "FALSE" if timed else "TRUE",
        "X-EDTF": event.when.edtf,
        "X-TIMELINE-MENTIONS": " ".join(f"{line(m.article)}/{m.start}" for m in event.mentions),
    }.items():
        component.add(key, value)
    if address := next((found for article in tellers if (found := web_address(article))), ""):
        component.add("URL", icalendar.vUri(address))
    return component


def _stamps(tellers: list[Article]) -> tuple[datetime, datetime]:
    """Return when the first and the last of the articles were published."""
    known = sorted(_published(article.published) for article in tellers if article.published)
    return (known[0], known[-1]) if known else (_UNKNOWN, _UNKNOWN)


def _published(published: Published) -> datetime:
    moment = published.latest or published.earliest
    return in_utc(moment.seconds[0], moment.zone) if moment else _UNKNOWN


def _paragraphs(event: Event, articles: Mapping[str, Article]) -> Iterator[str]:
    assert event.when is not None
    for mention in event.mentions[:_QUOTES]:
        yield _quoted(mention, articles.get(mention.article))
    if len(event.mentions) > _QUOTES:
        yield f"and {len(event.mentions) - _QUOTES} more"
    for conflict in event.conflicts:
        sayers = ", ".join(name_of(articles[id_]) for id_ in conflict.articles if id_ in articles)
        yield f"≠ {in_words(conflict.when)}, says {sayers or 'another'}"
    precision = "" if event.when.grain <= Grain.DAY else f", known to the {event.when.grain.name.lower()}"
    unsure = f", {said}" if (said := doubt(event, articles).removeprefix("date ")) else ""
    yield f"Date: {in_words(event.when)}{precision}{unsure} (EDTF {event.when.edtf})"


def _quoted(mention: Mention, article: Article | None) -> str:
    if article is None:
        return f"“{cut(mention.quote, _QUOTE)}”"
    facts = name_of(article), published_in_words(article.published), web_address(article)
    return f"“{cut(mention.quote, _QUOTE)}”\n— " + ", ".join(fact for fact in facts if fact)
