"""Months and seasons told by their name and a side: "last June", "the following spring", "summer 2024"."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.anchor import Anchor
from timeline.moments import SEASONS, Grain, Moment
from timeline.operators.calendar import full_year
from timeline.operators.registry import operator
from timeline.when import Partial, When


@operator
def turned_month(anchor: Anchor, month: int, turn: int, day: int | None = None) -> When | None:
    """A month by its name and side, or a day of it: "last June", "this May", "last October 3".

    A day of the month of publication is the one that lies on that side.
    """
    base = anchor.base if anchor.narrative else anchor.published
    if base is None:
        return Partial(Grain.MONTH, f"XXXX-{month:02d}")
    here = base.widen(Grain.MONTH)
    ahead = (month - 1 - here.n) % 12
    there = here.shift(_on_side(ahead, 12, turn)) if turn else Moment.of(here.year, month)
    if day is None:
        return there
    near = Moment.of(here.year, month, day)
    return near if not ahead and (near.first - base.first) * turn > 0 else Moment.of(there.year, month, day)


def _on_side(ahead: int, cycle: int, side: int) -> int:
    """Return the steps to the next (or, with side -1, the last) cell that lies `ahead` of this one in its cycle."""
    return (ahead or cycle) if side > 0 else ahead - cycle


@operator
def season_of(anchor: Anchor, season: str, year: int | Mapping[str, str], era: str | None = None) -> When:
    """A season of a year: "summer 2024", "the spring of '45", "the summer of 207 BC"."""
    number = full_year(year, anchor)
    return Moment(Grain.SEASON, (1 - number if era == "BC" else number) * 4 + SEASONS.index(season))


@operator
def season_of_years(season: str, years: Mapping[str, str]) -> When:
    """A season that two years share, or that is told by the two of a season of sports: "the winter of 2025-26"."""
    return Moment(Grain.SEASON, (int(years["first"]) + (season == "WI")) * 4 + SEASONS.index(season))


@operator
def month_after(anchor: Anchor, month: int, spoken: int) -> When:
    """A month counted from the moment spoken of last: "the following March", "that November"."""
    base = anchor.reference
    return _counted(base, Grain.MONTH, month - 1, 12, spoken) if base else Partial(Grain.MONTH, f"XXXX-{month:02d}")


@operator
def season_after(anchor: Anchor, season: str, spoken: int) -> When:
    """A season counted from the moment spoken of last: "the following spring"."""
    base = anchor.reference
    index = SEASONS.index(season)
    return _counted(base, Grain.SEASON, index, 4, spoken) if base else Partial(Grain.SEASON, f"XXXX-{season}")


def _counted(base: Moment, grain: Grain, index: int, cycle: int, spoken: int) -> Moment:
    """Return the cell with this place in its year, one of `cycle`, that follows (precedes, is that of) a moment."""
    if base.grain is Grain.YEAR:
        return Moment(grain, (base.n + spoken) * cycle + index)
    here = base.widen(grain)
    ahead = (index - here.n) % cycle
    return here.shift(_on_side(ahead, cycle, spoken) if spoken else ahead)


@operator
def seasonal(anchor: Anchor, season: str, turn: int | None = None) -> When:
    """A season relative to publication: "last winter", "this spring", "the summer"."""
    base = anchor.base if turn is None or anchor.narrative else anchor.published
    if base is None:
        return Partial(Grain.SEASON, f"XXXX-{season}")
    here = base.widen(Grain.SEASON)
    index = SEASONS.index(season)
    ahead = (index - here.n) % 4
    if turn:
        return here.shift(_on_side(ahead, 4, turn))
    if turn == 0 and ahead:  # of this year; the winter of a year begins in the one before
        return here.shift(index - here.n % 4 + (4 if index == 0 and here.n % 4 > 1 else 0))
    goes_on = base is not anchor.published and not (anchor.published and anchor.published < here.shift(ahead))
    forward = anchor.narrative or goes_on or (ahead <= 1 if anchor.tense == 0 else anchor.tense > 0)
    return here.shift(ahead if forward or not ahead else ahead - 4)
