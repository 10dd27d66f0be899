"""Lengths of time, and moments at a length from others."""

from __future__ import annotations

from typing import Any, Final, cast

from timeline.anchor import Anchor
from timeline.moments import Grain, Mod, Moment
from timeline.operators.registry import UNKNOWN, Number, operator, unknown
from timeline.values import evolve
from timeline.when import Length, Partial, Repeat, Vague, When

FARTHEST: Final = 10_000 * 366  # days from the year 1 that a year of four digits can tell
A_DAY: Final = 24  # hours
A_YEAR: Final = Length.of(1, Grain.YEAR)  # a report that speaks of a quarter compares it with that of a year ago


@operator
def length(
    number: Number | None = None,
    unit: Grain = Grain.DAY,
    number2: Number | None = None,
    unit2: Grain | None = None,
    number3: Number | None = None,
    unit3: Grain | None = None,
    rest: Number = 0,
) -> Length:
    """A length of time: "two weeks", "a year and six months", "several days" (an unsaid amount)."""
    more = ((number2, unit2), (number3, unit3))
    number = number + rest if number is not None else None
    return Length((_part(number, unit), *(_part(amount, finer) for amount, finer in more if finer is not None)))


def _part(number: Number | None, unit: Grain) -> tuple[Number | None, Grain]:
    if unit is Grain.HALF and number is not None:
        return number * 6, Grain.MONTH
    return number, unit


@operator
def same(**args: Any) -> Any:
    """An expression whose own words say it all: "the last two weeks" is a length of two weeks."""
    return args["length"]


@operator
def ago(anchor: Anchor, length: Length, side: int = -1, mod: Mod | None = None) -> When:
    """A length before or after now: "two weeks ago", "about three days from now"."""
    length = length if mod is None else length.with_mod(mod)
    if length == A_YEAR and side < 0 and anchor.year_before:
        return anchor.year_before
    amount, unit = length.parts[-1]
    if anchor.genre == "message" and side < 0 and unit is Grain.YEAR and amount and anchor.published:
        return _shift_day(anchor.published.widen(Grain.DAY), amount, unit, side)  # who tells so keeps an anniversary
    return shifted(anchor.published, length, side)


@operator
def away(
    anchor: Anchor,
    length: Length | None = None,
    side: int = -1,
    date: When | None = None,
    unit: Grain = Grain.YEAR,
    number: Number | None = None,
) -> When | None:
    """A length before or after a date, if none is named the one spoken of last: "two days later"."""
    if date is not None and not isinstance(date, Moment):
        return None
    if length is None and number is None:
        return unknown(unit, anchor.memory.spoken)
    length = length or Length.of(number, unit)
    if length == A_YEAR and side < 0 and date is None and anchor.year_before:
        return anchor.year_before
    if date is not None and length.parts[0][1] is Grain.WEEK and date.grain is Grain.DAY and length.parts[0][0]:
        return date.shift(side * 7 * int(length.parts[0][0]))  # a week from a named day is a day
    if side > 0 and date is None and _is_of_days(length) and anchor.is_loose:
        return shifted(None, length, side)
    return _from_spoken(anchor, length, side) if date is None else shifted(date, length, side)


def _from_spoken(anchor: Anchor, length: Length, side: int) -> When:
    """Return the moment at a length from the date spoken of; none that is told as past lies ahead."""
    base = anchor.counted_from(length.parts[-1][1])
    is_within = base is not None and _is_vaguer(base, length)
    found = _from_within(cast(Moment, base), length, side) if is_within else shifted(base, length, side)
    return shifted(None, length, side) if side > 0 and anchor.is_too_late(found) else found


def _is_vaguer(base: Moment, length: Length) -> bool:
    """Tell whether a date is known less finely than a length counts from it ("in October ... three days later")."""
    ((amount, unit), *more) = length.parts
    return amount is not None and not more and base.grain >= Grain.WEEK and base.grain > unit


def _from_within(base: Moment, length: Length, side: int) -> Moment:
    """Return about where a length from some point within a date ends, no finer than that is known.

    Three days after some day of October lie in October, five weeks after one of its last days in December.
    """
    ((amount, unit),) = length.parts
    sixths = {"START": 1, "END": 5}.get(base.mod or "", 3)
    here = Moment(Grain.DAY, base.first + (base.last - base.first) * sixths // 6)
    whole = evolve(length, parts=((amount and amount * 7, Grain.DAY),)) if unit is Grain.WEEK else length
    return cast(Moment, shifted(here, whole, side)).widen(base.grain).with_mod("APPROX")


def _is_of_days(length: Length) -> bool:
    """Tell whether a length is one of days or more: "two weeks", "48 hours"."""
    amount, unit = length.parts[-1]
    return unit >= Grain.DAY or (unit is Grain.HOUR and amount is not None and amount >= A_DAY)


def shifted(base: Moment | None, length: Length, side: int) -> When:
    """Return the moment at a length from `base`, with the grain of the length's finest unit."""
    amount, unit = length.parts[-1]
    if amount is None:
        return Vague.PAST if side < 0 else Vague.FUTURE
    if base is None:
        return Partial(unit, UNKNOWN[unit], length.mod)
    moment = base
    for number, grain in length.parts[:-1]:
        moment = _shift_day(moment, cast(Number, number), grain, side)
    moment = _shift(moment, amount, unit, side)
    if abs(moment.first) > FARTHEST:
        return Vague.PAST if side < 0 else Vague.FUTURE
    return moment.with_mod(length.mod)


def _shift_day(base: Moment, amount: Number, unit: Grain, side: int) -> Moment:
    """Return the same day of another month or year: "a year and two days ago" leaves the day known."""
    months = {Grain.MONTH: 1, Grain.YEAR: 12}.get(unit)
    if base.grain > Grain.DAY or months is None:
        return _shift(base, amount, unit, side)
    here = base.widen(Grain.MONTH)
    there = here.shift(side * int(amount * months))
    return Moment(Grain.DAY, min(there.first + base.first - here.first, there.last))


def _shift(base: Moment, amount: Number, unit: Grain, side: int) -> Moment:
    if unit < Grain.DAY:
        return _shift_clock(base, amount, unit, side)
    if amount != int(amount):
        finer = {
            Grain.WEEK: (Grain.DAY, 7),
            Grain.YEAR: (Grain.MONTH, 12),
            Grain.DECADE: (Grain.YEAR, 10),
            Grain.CENTURY: (Grain.DECADE, 10),
        }
        unit, times = finer.get(unit, (unit, 1))
        amount = amount * times
    cells = side * int(amount)
    return base.widen(unit).shift(cells)


def _shift_clock(base: Moment, amount: Number, unit: Grain, side: int) -> Moment:
    if base.grain >= Grain.PART:  # without a time of day only whole days can be told
        return base.widen(Grain.DAY).shift(side * int(amount) // 24 if unit is Grain.HOUR and amount >= A_DAY else 0)
    size = {Grain.SECOND: 1, Grain.MINUTE: 60, Grain.HOUR: 3600}[unit]
    at = base.seconds[0] + side * int(amount * size)
    return Moment(Grain.MINUTE, at // 60, None, base.zone)


@operator
def modified(mod: Mod, **args: Any) -> Any:
    """An expression with a modifier: "early 2024", "about two weeks", "the end of June"."""
    (inner,) = args.values()
    if isinstance(inner, Moment | Length | Partial):
        return inner.with_mod(mod)
    if isinstance(inner, Repeat):
        return evolve(inner, every=inner.every.with_mod(mod))
    return inner
