"""The forms a timeline can be given in: each view is a module with `render(timeline, options) -> bytes`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:  # the names of the views are wanted sooner than the values that they draw
    from timeline.event import Timeline
    from timeline.views.options import ViewOptions


class View(NamedTuple):
    """A form of export: the module that renders it, its media type and what it is for."""

    module: str
    media_type: str
    about: str

    def render(self, timeline: Timeline, options: ViewOptions | None = None) -> bytes:
        """Return the timeline in this form; ValueError when the options do not fit it."""
        from timeline.views.options import ViewOptions  # noqa: PLC0415 - as above

        module = import_module(f"timeline.views.{self.module}")
        rendered: bytes = module.render(timeline, options or ViewOptions())
        return rendered


VIEWS: Final = {
    "json": View("json", "application/json", "all that is known, described by a JSON Schema; can be read back"),
    "ics": View("ical", "text/calendar", "an iCalendar file for any calendar"),
    "html": View("html", "text/html", "one self-contained page for the browser, for paper too"),
    "md": View("markdown", "text/markdown", "Markdown, for notes and wikis"),
    "csv": View("csv", "text/csv", "a table for spreadsheets, one line a mention"),
    "jsonl": View("jsonl", "application/jsonl", "JSON Lines, one event a line"),
    "timelinejs": View("timelinejs", "application/json", "JSON for TimelineJS of Knight Lab"),
    "svg": View("svg", "image/svg+xml", "a picture for papers and slides"),
    "txt": View("terminal", "text/plain", "the drawing of `timeline show` as plain text"),
}
