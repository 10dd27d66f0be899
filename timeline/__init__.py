"""What happened when, and who says so: one timeline out of many articles.

`read` yields articles, `build` makes the timeline of them, `find_timexes` finds the date expressions of a text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from timeline.article import Article, Published, Skipped
    from timeline.event import Conflict, Event, Mention, Timeline
    from timeline.merge.build import build
    from timeline.moments import Grain, Moment
    from timeline.readers import ReadOptions, read
    from timeline.recognise import find_timexes
    from timeline.timex import Timex
    from timeline.when import Interval, Length, Partial, Repeat, Vague, When

__all__ = [
    "Article",
    "Conflict",
    "Event",
    "Grain",
    "Interval",
    "Length",
    "Mention",
    "Moment",
    "Partial",
    "Published",
    "ReadOptions",
    "Repeat",
    "Skipped",
    "Timeline",
    "Timex",
    "Vague",
    "When",
    "build",
    "find_timexes",
    "read",
]

_HOMES: Final = {
    "article": ("Article", "Published", "Skipped"),
    "event": ("Conflict", "Event", "Mention", "Timeline"),
    "merge": ("build",),
    "moments": ("Grain", "Moment"),
    "readers": ("ReadOptions", "read"),
    "recognise": ("find_timexes",),
    "timex": ("Timex",),
    "when": ("Interval", "Length", "Partial", "Repeat", "Vague", "When"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: the command line must not wait for all of them."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"timeline.{module}"), name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the public names, for those who complete or look them up."""
    return sorted({*globals(), *__all__})
