"""How dense a timeline is, as a strip of bars."""

from __future__ import annotations

from collections.abc import Sequence


def counts(days: Sequence[int], cells: int) -> list[int]:
    """Return how many of the days fall into each of `cells` equal stretches from the first to the last.

    >>> counts([1, 1, 5, 10], 5)
    [2, 0, 1, 0, 1]
    """
    first, last = min(days), max(days)
    found = [0] * cells
    for day in days:
        found[(day - first) * cells // (last - first + 1)] += 1
    return found


def strip(days: Sequence[int], cells: int, bars: str) -> str:
    """Return one character a stretch, higher the fuller it is; the first of `bars` is for nothing.

    >>> strip([1, 1, 5, 10], 5, "_.:#")
    '#_:_:'
    """
    found = counts(days, cells)
    most = max(found)
    return "".join(bars[-(-count * (len(bars) - 1) // most)] for count in found)
