"""What a view is told."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

Approximate: TypeAlias = Literal["marker", "span", "skip"]


@frozen
class ViewOptions:
    """How a view is to be drawn; each view takes what concerns it.

    `state` is an earlier export of the same kind, `kept_back` the uids that a selection left out, `today` the number
    of the present day (views never ask a clock), `address` where the export is served and `query` the parameters
    that narrowed it, `width` that of the drawing in
    columns.
    """

    name: str = "Timeline"
    address: str = ""
    query: str = ""
    approximate: Approximate = "marker"
    state: bytes | None = None
    kept_back: frozenset[str] = frozenset()
    with_text: bool = False
    everything: bool = False
    quotes: bool = False
    group: Literal["day", "month", "year"] = "day"
    backwards: bool = False
    most_told: bool = False
    limit: int | None = None
    today: int | None = None
    width: int = 80
    ascii: bool = False
