"""JSON Lines: one event a line, each as the schema of the JSON export describes an event."""

from __future__ import annotations

from timeline.event import Timeline
from timeline.views.json import dump, event_fields
from timeline.views.options import ViewOptions


def render(timeline: Timeline, options: ViewOptions) -> bytes:  # noqa: ARG001 - every view takes them
    """Return one line of JSON an event, in UTF-8."""
    return b"".join(dump(event_fields(event)) for event in timeline.events)
