"""The entries of a calendar whose events are no more: which subscribers may have seen them."""

from __future__ import annotations

import re
from typing import Final, get_args

import icalendar
from attrs import evolve, frozen

from timeline.event import Event, Kind, Mention, Timeline
from timeline.moments import Moment
from timeline.views.select import Selection, select
from timeline.when import Interval, parse

_ALWAYS: Final = Interval(None, None)
_CUT: Final = re.compile(r"…|^and \d+ more$", re.MULTILINE)  # so a description says that it leaves words out


@frozen
class Withdrawn:
    """An entry that is CANCELLED, as written, with what it still says of its event."""

    block: bytes
    event: Event
    is_whole: bool

    @classmethod
    def of(cls, block: bytes) -> Withdrawn:
        """Return the entry written so."""
        entry = icalendar.Event.from_ical(block)
        assert isinstance(entry, icalendar.Event)
        words = str(entry.get("DESCRIPTION", ""))
        said = [str(each) for each in entry.categories]
        kind: Kind = next((each for each in get_args(Kind) if each in said[:1]), "happened")
        title, when = str(entry.get("SUMMARY", "")), _when(str(entry.get("X-EDTF", "")))
        ids = [each.rpartition("/")[0] for each in str(entry.get("X-TIMELINE-MENTIONS", "")).split()]
        told = tuple(Mention(id_, 0, 0, words, title, kind, None, when, tuple(said[2:])) for id_ in ids or [""])
        return cls(block, Event(str(entry["UID"]), title, kind, when, 1.0, told), not _CUT.search(words))

    def may_be_in(self, selection: Selection, timeline: Timeline) -> bool:
        """Tell whether a selection may have kept it; what can no longer be told is no reason against that."""
        known = {article.id for article in timeline.articles}.issuperset(self.event.articles)
        asked = evolve(
            selection,
            about=selection.about if self.is_whole else "",
            sources=selection.sources if known else (),
        )
        return bool(select(evolve(timeline, events=(self.event,)), asked).events)


def _when(edtf: str) -> Moment | Interval:
    """Return the time that an event had, or all time if its EDTF is none that TIMEX3 knows."""
    try:
        when = parse(edtf)
    except ValueError:
        return _ALWAYS
    return when if isinstance(when, Moment | Interval) else _ALWAYS
