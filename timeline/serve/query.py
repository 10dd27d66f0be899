"""What a request asks for: the query parameters about, since, until, kind and source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, get_args
from urllib.parse import urlencode

from attrs import frozen

from timeline.event import Kind
from timeline.moments import Moment
from timeline.views.select import Selection
from timeline.when import parse

_LONGEST: Final = 200  # characters of one parameter
_MOST: Final = 20  # parameters
_KINDS: Final = get_args(Kind)
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@frozen
class Query:
    """A selection, and the one text of parameters that means it."""

    selection: Selection
    text: str

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Query:
        """Return what the parameters ask for; ValueError, in words, for what makes no sense."""
        asked = sorted({(name, value.strip()) for name, value in pairs if value.strip()})
        if len(asked) > _MOST or any(len(value) > _LONGEST or not value.isprintable() for _, value in asked):
            raise ValueError("the parameters are too many, too long, or no text")
        chosen: dict[str, list[str]] = {}
        for name, value in asked:
            if name not in ("about", "since", "until", "kind", "source"):
                raise ValueError("the parameters are about, since, until, kind and source")
            chosen.setdefault(name, []).append(value)
        kinds = tuple(kind for kind in _KINDS if kind in chosen.get("kind", ()))
        if len(kinds) != len(chosen.get("kind", ())):
            raise ValueError(f"the kinds are {', '.join(_KINDS)}")
        selection = Selection(
            since=max((_days(day)[0] for day in chosen.get("since", ())), default=None),
            until=min((_days(day)[1] for day in chosen.get("until", ())), default=None),
            about=" ".join(chosen.get("about", ())),
            kinds=kinds,
            sources=tuple(chosen.get("source", ())),
        )
        since, until = selection.since, selection.until
        if since is not None and until is not None and since > until:
            raise ValueError("since is after until")
        return cls(selection, urlencode(asked))


def _days(text: str) -> tuple[int, int]:
    """Return the bounds of an ISO day, month or year: a served address must not mean another day tomorrow."""
    try:
        when = parse(text) if _DATE.fullmatch(text) else None
    except ValueError:
        when = None
    first, last = (when.first, when.last) if isinstance(when, Moment) else (None, None)
    if first is None or last is None:
        raise ValueError("a date is written 2025, 2025-06 or 2025-06-17")
    return first, last
