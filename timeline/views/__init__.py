"""The forms a timeline can be given in: each view is a module with `render(timeline, options) -> bytes`."""

from __future__ import annotations

from importlib import import_module
from typing import Final, Literal, TypeAlias

from attrs import frozen

from timeline.event import Timeline

Approximate: TypeAlias = Literal["marker", "span", "skip"]


@frozen
class ViewOptions:
    """How a view is to be drawn; each view takes what concerns it.

    `state` is an earlier export of the same kind, `kept_back` the uids that a selection left out, `today` the number
    of the present day (views never ask a clock), `address` where the export is served, `width` that of the drawing in
    columns.
    """

    name: str = "Timeline"
    address: str = ""
    approximate: Approximate = "marker"
    state: bytes | None = None
    kept_back: frozenset[str] = frozenset()
    with_text: bool = False
    everything: bool = False
    quotes: bool = False
    conflicts: bool = True
    group: Literal["day", "month", "year"] = "day"
    backwards: bool = False
    today: int | None = None
    width: int = 80


@frozen
class View:
    """A form of export: the module that renders it, its media type and what it is for."""

    module: str
    media_type: str
    about: str

    def render(self, timeline: Timeline, options: ViewOptions | None = None) -> bytes:
        """Return the timeline in this form; ValueError when the options do not fit it."""
        module = import_module(f"timeline.views.{self.module}")
        rendered: bytes = module.render(timeline, options or ViewOptions())
        return rendered


VIEWS: Final = {
    "json": View("json", "application/json", "all that is known, described by a JSON Schema; can be read back"),
    "ics": View("ical", "text/calendar", "an iCalendar file for any calendar"),
    "txt": View("terminal", "text/plain", "the drawing of `timeline show` as plain text"),
}
