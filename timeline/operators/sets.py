"""What repeats, what is vague, and what is no date."""

from __future__ import annotations

from timeline.moments import Grain
from timeline.operators.lengths import length
from timeline.operators.registry import UNKNOWN, Number, operator
from timeline.when import Partial, Repeat, Vague


@operator
def every(
    unit: Grain, number: Number = 1, quant: str | None = None, freq: str | None = None, often: int | None = None
) -> Repeat:
    """Something that repeats at a length: "every two weeks", "five times a day", "daily", "weekends"."""
    freq = f"{often}X" if often else freq
    return Repeat(Partial(unit, UNKNOWN[unit]) if unit is Grain.WEEKEND else length(number, unit), quant, freq)


@operator
def every_few(unit: Grain, quant: str | None = None) -> Repeat:
    """Something that repeats at a length of an unsaid amount: "every few weeks"."""
    return Repeat(length(None, unit), quant)


@operator
def every_named(
    quant: str | None = None,
    weekday: int | str | None = None,
    part: str | None = None,
    month: int | None = None,
    season: str | None = None,
) -> Repeat:
    """Something that repeats on a named day or time: "every Monday", "each June", "Friday nights", "weekdays"."""
    if month is not None:
        return Repeat(Partial(Grain.MONTH, f"XXXX-{month:02d}"), quant)
    if season is not None:
        return Repeat(Partial(Grain.SEASON, f"XXXX-{season}"), quant)
    day = "XXXX-XX-XX" if weekday is None else f"XXXX-WXX-{weekday}"
    return Repeat(Partial(Grain.PART, f"{day}T{part}") if part else Partial(Grain.DAY, day), quant)


@operator
def vague(vague: str) -> Vague:
    """A reference to no cell: "now", "recently", "soon"."""
    return Vague[vague]


@operator
def nothing() -> None:
    """What only looks like a date: "22-year-old"."""
