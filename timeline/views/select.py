"""Narrowing a timeline: the events of some time, about some words, of some kind or source."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from timeline.event import Event, Kind, Timeline
from timeline.moments import Moment
from timeline.when import Interval, day_ends


@frozen
class Selection:
    """What to keep: days from `since` to `until` (day numbers, both included), and all the words of `about`.

    With `conflicts` only events whose sources disagree on the date. An event is kept when its time touches the days;
    undated ones only when no days are asked for. Articles are kept when they tell an event that is.
    """

    since: int | None = None
    until: int | None = None
    about: str = ""
    kinds: tuple[Kind, ...] = ()
    sources: tuple[str, ...] = ()
    conflicts: bool = False

    def __bool__(self) -> bool:
        return self != Selection()


def select(timeline: Timeline, selection: Selection) -> Timeline:
    """Return the timeline of the events that the selection keeps, with the articles that tell them."""
    if not selection:
        return timeline
    wanted = _articles_from(timeline, selection.sources)
    words = [re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE) for word in selection.about.split()]
    events = tuple(
        event
        for event in timeline.events
        if (not selection.kinds or event.kind in selection.kinds)
        and _touches(event.when, selection)
        and (event.conflicts or not selection.conflicts)
        and (wanted is None or not wanted.isdisjoint(event.articles))
        and all(word.search(words_of(event)) for word in words)
    )
    kept = {article for event in events for article in event.articles}
    uids = {event.uid for event in events}
    return evolve(
        timeline,
        events=events,
        articles=tuple(article for article in timeline.articles if article.id in kept),
        leads={id_: uid for id_, uid in timeline.leads.items() if id_ in kept and uid in uids},
        stories={id_: uid for id_, uid in timeline.stories.items() if id_ in kept and uid in uids},
    )


def _touches(when: Moment | Interval | None, selection: Selection) -> bool:
    if selection.since is None and selection.until is None:
        return True
    if when is None:
        return False
    first, last = day_ends(when)
    after = selection.since is None or last is None or last >= selection.since
    return after and (selection.until is None or first is None or first <= selection.until)


def _articles_from(timeline: Timeline, sources: tuple[str, ...]) -> set[str] | None:
    if not sources:
        return None
    named = [source.casefold() for source in sources]
    return {
        article.id
        for article in timeline.articles
        if any(name in f"{article.publisher} {article.source} {article.url}".casefold() for name in named)
    }


def words_of(event: Event) -> str:
    """Return the words by which an event is found."""
    return " ".join((event.title, *event.names, *(mention.quote for mention in event.mentions)))
