"""What a calendar said before: an unchanged event keeps its stamps, a changed one is a new revision of the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Final

import icalendar

_STAMPS: Final = (b"DTSTAMP:", b"CREATED:", b"LAST-MODIFIED:", b"SEQUENCE:")
_EVENT: Final = re.compile(rb"^(?=BEGIN:VEVENT\r$)", re.MULTILINE)
_UID: Final = re.compile(rb"^UID:([\w@.-]+)\r$(?!\n )", re.MULTILINE)
_SENTENCE: Final = re.compile(r"^“(.+)”$", re.MULTILINE)
_END: Final = b"END:VCALENDAR\r\n"


def carried_over(
    made: Mapping[str, icalendar.Event], everything: Set[str], state: bytes | None, prodid: str
) -> Iterator[bytes]:
    """Yield the events made (by the uid in the timeline) as written, each as a revision of its earlier form in `state`.

    An earlier event that is not in `everything` any more follows as CANCELLED, unless a new one tells the same
    mentions or, of an article that was edited since, the same title or sentences: then that one takes over its UID.
    ValueError when the state is no calendar with this `prodid`.
    """
    before = _earlier(state, prodid) if state is not None else {}
    uids = {f"{uid}@timeline" for uid in everything}
    gone = {uid: _event(block) for uid, block in before.items() if uid not in uids}
    new = [event for event in made.values() if str(event["UID"]) not in before]
    for marks in (_mentions, _words):
        _hand_over(new, gone, marks)
    for event in made.values():
        uid = str(event["UID"])
        yield _revision(event, before[uid]) if uid in before else event.to_ical()
    for event in gone.values():
        yield (event if event.get("STATUS") == "CANCELLED" else _cancelled(event)).to_ical()


def _earlier(state: bytes, prodid: str) -> dict[str, bytes]:
    """Return the events of the state as they are written, by their UIDs: most are kept, and to read them takes long."""
    lines = b"\r\n".join(state.splitlines()) + b"\r\n"
    head, *blocks = _EVENT.split(lines.removesuffix(_END))
    try:
        calendar = icalendar.Calendar.from_ical(head + _END)
    except ValueError as error:
        raise ValueError(f"the state is not a calendar: {error}") from error
    if str(calendar.get("PRODID", "")) != prodid:
        raise ValueError("the state is not a calendar made by timeline")
    return {_uid(block): block for block in blocks}


def _uid(block: bytes) -> str:
    found = _UID.search(block)
    return found[1].decode("utf-8", "replace") if found else str(_event(block)["UID"])


def _event(block: bytes) -> icalendar.Event:
    try:
        event = icalendar.Event.from_ical(block)
    except ValueError as error:
        raise ValueError(f"the state is not a calendar: {error}") from error
    assert isinstance(event, icalendar.Event)
    return event


def _hand_over(
    new: list[icalendar.Event], gone: dict[str, icalendar.Event], marks: Callable[[icalendar.Event], list[str]]
) -> None:
    """Give each new event the UID of the withdrawn one that it shares the most marks with; neither is it thereafter."""
    heirs: defaultdict[str, list[str]] = defaultdict(list)
    for uid, event in gone.items():
        for mark in marks(event):
            heirs[mark].append(uid)
    for event in list(new):
        shared = Counter(uid for mark in marks(event) for uid in heirs[mark] if uid in gone)
        if shared:
            heir = min(shared, key=lambda uid: (-shared[uid], uid))
            event["UID"] = icalendar.vText(heir)
            del gone[heir]
            new.remove(event)


def _mentions(event: icalendar.Event) -> list[str]:
    return str(event.get("X-TIMELINE-MENTIONS", "")).split()


def _words(event: icalendar.Event) -> list[str]:
    """Return the title and the sentences of an event."""
    return [str(event.get("SUMMARY", "")), *_SENTENCE.findall(str(event.get("DESCRIPTION", "")))]


def _revision(event: icalendar.Event, before: bytes) -> bytes:
    """Return the event as written: as before, if that differs in nothing but stamps, or in how it was folded."""
    written = _content(event.to_ical())
    if written == _content(before):
        return before
    old = _event(before)
    same: bytes = old.to_ical()
    if written == _content(same):
        return same
    old["X-TIMELINE-MENTIONS"] = event["X-TIMELINE-MENTIONS"]
    unseen: bytes = old.to_ical()
    if written == _content(unseen):  # only the id of an edited article is another, which nobody reads
        return unseen
    event["SEQUENCE"] = icalendar.vInt(old.sequence + 1)
    event["CREATED"] = old["CREATED"]
    for stamp in ("DTSTAMP", "LAST-MODIFIED"):
        if old.decoded(stamp) > event.decoded(stamp):
            event[stamp] = old[stamp]
    revised: bytes = event.to_ical()
    return revised


def _cancelled(event: icalendar.Event) -> icalendar.Event:
    event["STATUS"] = icalendar.vText("CANCELLED")
    event["SEQUENCE"] = icalendar.vInt(event.sequence + 1)
    return event


def _content(block: bytes) -> list[bytes]:
    return [line for line in block.split(b"\r\n") if not line.startswith(_STAMPS)]
