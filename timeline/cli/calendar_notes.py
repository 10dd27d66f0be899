"""What the user is told of a calendar: what is not on it, and that it is too large for a reader."""

from __future__ import annotations

from typing import Final

from timeline.cli.output import Output
from timeline.event import Timeline
from timeline.views.options import ViewOptions

_GOOGLE: Final = 1_000_000  # bytes: beyond, Google Calendar stops reading a feed
_NEAR: Final = 900_000


def warn_of_calendar(timeline: Timeline, options: ViewOptions, size: int, output: Output, narrower: str) -> None:
    """Warn of events that are not on the calendar, and of a size that Google does not read; say what is `narrower`."""
    from timeline.views.ical import left_out

    if count := left_out(timeline, options):
        output.warn(f"{count} of {len(timeline.events)} events have no place on a calendar: undated, or too far off")
    if size > _NEAR:
        output.warn(
            f"the calendar has {size:,} bytes, and Google Calendar stops at {_GOOGLE:,}:"
            f" narrow it with {narrower} or --approx skip"
        )
