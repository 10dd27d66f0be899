"""What a calendar said before: an unchanged event keeps its stamps, a changed one is a new revision of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from typing import Final

import icalendar

_STAMPS: Final = ("DTSTAMP:", "CREATED:", "LAST-MODIFIED:", "SEQUENCE:")


def carried_over(
    made: Mapping[str, icalendar.Event], everything: Set[str], state: bytes | None, prodid: str
) -> Iterator[icalendar.Event]:
    """Yield the events made (by the uid in the timeline), each as a revision of its earlier form in `state`.

    An earlier event that is not in `everything` any more follows as CANCELLED, unless a new one tells the same
    mentions: then that one takes over its UID. ValueError when the state is no calendar with this `prodid`.
    """
    before = _earlier(state, prodid) if state is not None else {}
    uids = {f"{uid}@timeline" for uid in everything}
    gone = {uid: event for uid, event in before.items() if uid not in uids}
    heirs = {mention: uid for uid, event in gone.items() for mention in _mentions(event)}
    for event in made.values():
        if str(event["UID"]) not in before and (heir := _inherited(event, heirs, gone)):
            event["UID"] = icalendar.vText(heir)
        uid = str(event["UID"])
        old = gone.pop(uid, None) or before.get(uid)
        yield _revision(event, old) if old else event
    for event in gone.values():
        yield event if event.get("STATUS") == "CANCELLED" else _cancelled(event)


def _earlier(state: bytes, prodid: str) -> dict[str, icalendar.Event]:
    try:
        calendar = icalendar.Calendar.from_ical(state)
    except ValueError as error:
        raise ValueError(f"the state is not a calendar: {error}") from error
    if str(calendar.get("PRODID", "")) != prodid:
        raise ValueError("the state is not a calendar made by timeline")
    return {str(event["UID"]): event for event in calendar.events}


def _inherited(event: icalendar.Event, heirs: Mapping[str, str], gone: Mapping[str, icalendar.Event]) -> str:
    """Return the UID of the withdrawn event that the new one shares the most mentions with; empty if none."""
    shared = Counter(heirs[mention] for mention in _mentions(event) if heirs.get(mention) in gone)
    return min(shared, key=lambda uid: (-shared[uid], uid), default="")


def _mentions(event: icalendar.Event) -> list[str]:
    return str(event.get("X-TIMELINE-MENTIONS", "")).split()


def _revision(event: icalendar.Event, old: icalendar.Event) -> icalendar.Event:
    if _content(event) == _content(old):
        return old
    event["SEQUENCE"] = icalendar.vInt(old.sequence + 1)
    event["CREATED"] = old["CREATED"]
    for stamp in ("DTSTAMP", "LAST-MODIFIED"):
        if old.decoded(stamp) > event.decoded(stamp):
            event[stamp] = old[stamp]
    return event


def _cancelled(event: icalendar.Event) -> icalendar.Event:
    event["STATUS"] = icalendar.vText("CANCELLED")
    event["SEQUENCE"] = icalendar.vInt(event.sequence + 1)
    return event


def _content(event: icalendar.Event) -> list[str]:
    return [line for line in event.content_lines() if not line.startswith(_STAMPS)]
