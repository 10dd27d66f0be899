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
    """Return one character a stretch: a bar as high as the stretch is full, a blank where there is nothing.

    >>> strip([1, 1, 5, 10], 5, ".:#")
    '# : :'
    """
    found = counts(days, cells)
    most = max(found)
    return "".join(bars[-(-count * len(bars) // most) - 1] if count else " " for count in found)
