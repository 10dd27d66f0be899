"""What a date expression can mean: a moment, an interval, a length of time, a repetition, or something vague.

Separate types for separate meanings; `When` is their union. All of them have `type` and `value` as in TIMEX3, and
`parse` reads such a value back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from timeline.days import day_number
from timeline.moments import PARTS, SEASONS, Grain, Mod, Moment, TimexType
from timeline.values import evolve, frozen

UNITS: Final = {
    Grain.SECOND: "S",
    Grain.MINUTE: "M",
    Grain.HOUR: "H",
    Grain.PART: "NI",
    Grain.DAY: "D",
    Grain.WEEKEND: "WE",
    Grain.WEEK: "W",
    Grain.MONTH: "M",
    Grain.SEASON: "SN",
    Grain.QUARTER: "Q",
    Grain.HALF: "H",
    Grain.YEAR: "Y",
    Grain.DECADE: "DE",
    Grain.CENTURY: "CE",
    Grain.MILLENNIUM: "ML",
}


class Vague(Enum):
    """A reference to the past, the present or the future that names no cell ("recently", "now", "soon")."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"

    @property
    def type(self) -> TimexType:
        """Always DATE."""
        return "DATE"

    @property
    def mod(self) -> Mod | None:
        """Always None."""
        return None


@frozen
class Interval:
    """From one moment to another, both included; an open end is None.

    >>> Interval(Moment.of(1984), Moment.of(1985)).value
    '1984/1985'
    """

    first: Moment | None
    last: Moment | None

    @property
    def type(self) -> TimexType:
        """Always DATE."""
        return "DATE"

    @property
    def mod(self) -> Mod | None:
        """Always None: its ends carry their own."""
        return None

    @property
    def grain(self) -> Grain:
        """The finer of its ends' grains."""
        return min(end.grain for end in (self.first, self.last) if end)

    @property
    def start(self) -> str | None:
        """Its beginning in ISO form; None when open."""
        return self.first.start if self.first else None

    @property
    def end(self) -> str | None:
        """Its end in ISO form, exclusive; None when open."""
        return self.last.end if self.last else None

    @property
    def value(self) -> str:
        """Both TIMEX3 values with a slash between; `..` for an open end."""
        return "/".join(end.value if end else ".." for end in (self.first, self.last))

    @property
    def edtf(self) -> str:
        """The EDTF interval (ISO 8601-2), `..` for an open end."""
        begin = self.first.edtf.split("/")[0] if self.first else ".."
        end = self.last.edtf.split("/")[-1] if self.last else ".."
        return f"{begin}/{end}"


def day_ends(when: Moment | Interval) -> tuple[int | None, int | None]:
    """Return the numbers of the first and the last day of a date, None for an open end."""
    if isinstance(when, Moment):
        return when.first, when.last
    return (when.first.first if when.first else None), (when.last.last if when.last else None)


@frozen
class Length:
    """A length of time as (amount, unit) parts; an amount of None is one that was not said ("years").

    >>> Length.of(Fraction(5, 2), Grain.YEAR).value, Length.of(None, Grain.WEEK).value
    ('P2.5Y', 'PXW')
    """

    parts: tuple[tuple[Fraction | int | None, Grain], ...]
    mod: Mod | None = None

    @classmethod
    def of(cls, amount: Fraction | int | None, unit: Grain, mod: Mod | None = None) -> Length:
        """Return a length of one unit."""
        return cls(((amount, unit),), mod)

    @property
    def type(self) -> TimexType:
        """Always DURATION."""
        return "DURATION"

    @property
    def value(self) -> str:
        """The ISO 8601 duration, with TIMEX3's `X`, `DE`, `CE`, `WE`, `Q`."""
        date = "".join(_amount(a) + UNITS[u] for a, u in self.parts if u >= Grain.DAY)
        time = "".join(_amount(a) + UNITS[u] for a, u in self.parts if u < Grain.DAY)
        return "P" + date + (f"T{time}" if time else "")

    def with_mod(self, mod: Mod | None) -> Length:
        """Return the same length with another modifier."""
        return evolve(self, mod=mod)


@frozen
class Partial:
    """A moment of which only a part is known: `XXXX-WXX-2` (some Tuesday), `XXXX-06-17`; `grain` is the finest part."""

    grain: Grain
    value: str
    mod: Mod | None = None

    @property
    def type(self) -> TimexType:
        """The TIMEX3 type: TIME below the day, else DATE."""
        return "TIME" if self.grain < Grain.DAY else "DATE"

    def with_mod(self, mod: Mod | None) -> Partial:
        """Return the same with another modifier."""
        return evolve(self, mod=mod)


@frozen
class Repeat:
    """Something that comes again: each `every`, with TIMEX3's quant ("EVERY") and freq ("2X": twice)."""

    every: Length | Partial
    quant: str | None = None
    freq: str | None = None

    @property
    def type(self) -> TimexType:
        """Always SET."""
        return "SET"

    @property
    def value(self) -> str:
        """The TIMEX3 value of what repeats: `XXXX-WXX-1`, `P1D`."""
        return self.every.value

    @property
    def mod(self) -> Mod | None:
        """The modifier of what repeats."""
        return self.every.mod


When: TypeAlias = Moment | Interval | Length | Repeat | Partial | Vague


def _amount(amount: Fraction | int | None) -> str:
    if amount is None:
        return "X"
    return str(amount) if amount == int(amount) else f"{float(amount):.4f}".rstrip("0")


def parse(value: str, *, repeats: bool = False, mod: Mod | None = None) -> When:
    """Return what a TIMEX3 value says; raise ValueError for one that follows no rule.

    With `repeats` it is read as the value of a SET.

    >>> parse("2025-W25-WE"), parse("PT20M").type, parse("XXXX-WXX-1", repeats=True).type
    (Moment(2025-W25-WE), 'DURATION', 'SET')
    """
    if repeats:
        inner = parse(value)
        return Repeat(inner if isinstance(inner, Length) else Partial(getattr(inner, "grain", Grain.DAY), value, mod))
    for pattern, make in _FORMS:
        if match := re.fullmatch(pattern, value):
            made = make(*match.groups())
            return made if mod is None or isinstance(made, Vague | Interval | Repeat) else made.with_mod(mod)
    if "/" in value:
        first, _, last = value.partition("/")
        ends = [None if end == ".." else parse(end) for end in (first, last)]
        if all(end is None or isinstance(end, Moment) for end in ends):
            return Interval(*ends)  # type: ignore[arg-type]
    raise ValueError(f"no TIMEX3 value: {value!r}")


def _year(text: str) -> int:
    return 1 - int(text[2:]) if text.startswith("BC") else int(text)


def _block(bc: str | None, digits: str) -> Moment:
    grain = (Grain.MILLENNIUM, Grain.CENTURY, Grain.DECADE)[len(digits) - 1]
    return Moment(grain, -int(digits) - 1 if bc else int(digits))


def _week(year: str, week: str, weekend: str | None) -> Moment:
    made = Moment(Grain.WEEKEND if weekend else Grain.WEEK, (day_number(_year(year), 1, 4) - 1) // 7 + int(week) - 1)
    if made.year != _year(year):
        raise ValueError(f"no week {week} in {year}")
    return made


def _clock(year: str, month: str, day: str, hour: str, minute: str | None, second: str | None, zone: str) -> Moment:
    number = Moment.of(_year(year), int(month), int(day)).n
    return Moment.clock(number, int(hour), int(minute) if minute else None, int(second) if second else None, zone)


def _duration(date: str, time: str | None) -> Length:
    units = {text: unit for unit, text in UNITS.items() if unit >= Grain.DAY}
    small = {text: unit for unit, text in UNITS.items() if unit < Grain.DAY}
    parts = [(a, units[u]) for a, u in re.findall(_PART, date)]
    parts += [(a, small[u]) for a, u in re.findall(_PART, time or "")]
    if not parts:
        raise ValueError("an empty duration")
    return Length(tuple((None if a == "X" else Fraction(a) if "." in a else int(a), unit) for a, unit in parts))


_PART: Final = r"(X|\d+(?:\.\d+)?)([A-Z]+)"
_Y: Final = r"((?:BC)?\d{4,})"
# Compiled when first wanted.
_FORMS: Final[tuple[tuple[str, Callable[..., Moment | Length | Partial | Vague]], ...]] = (
    (rf"{_Y}-(\d\d)-(\d\d)", lambda y, m, d: Moment.of(_year(y), int(m), int(d))),
    (rf"{_Y}-(\d\d)", lambda y, m: Moment.of(_year(y), int(m))),
    (_Y, lambda y: Moment.of(_year(y))),
    (rf"{_Y}-(\d\d)-(\d\d)T(\d\d)(?::(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:\d\d|)", _clock),
    (
        rf"{_Y}-(\d\d)-(\d\d)T({'|'.join(PARTS)})",
        lambda y, m, d, part: Moment.part(Moment.of(_year(y), int(m), int(d)).n, part),
    ),
    (rf"{_Y}-W(\d\d)(-WE)?", _week),
    (
        rf"{_Y}-({'|'.join(SEASONS)})",
        lambda y, season: Moment(Grain.SEASON, _year(y) * 4 + SEASONS.index(season)),
    ),
    (rf"{_Y}-Q([1-4])", lambda y, q: Moment(Grain.QUARTER, _year(y) * 4 + int(q) - 1)),
    (rf"{_Y}-H([12])", lambda y, h: Moment(Grain.HALF, _year(y) * 2 + int(h) - 1)),
    (r"(BC)?(\d{1,3})", _block),
    (r"P((?:(?:X|\d+(?:\.\d+)?)[A-Z]+?)*)(?:T((?:(?:X|\d+(?:\.\d+)?)[A-Z]+)+))?", _duration),
    (r"(PAST|PRESENT|FUTURE)_REF", lambda name: Vague[name]),
    (r"(X[X\dA-Z:+-]*|(?:BC)?\d{4,}-\d\d-\d\dTXX(?::XX)*)", lambda text: Partial(_partial_grain(text), text)),
)


def _partial_grain(text: str) -> Grain:
    date, _, time = text.partition("T")
    if time:
        return Grain.PART if time in PARTS else Grain(Grain.HOUR - time.count(":"))
    if date.endswith("WE"):
        return Grain.WEEKEND
    parts = date.split("-")
    if len(parts) >= 3:
        return Grain.DAY
    last = parts[-1]
    named = {"W": Grain.WEEK, "Q": Grain.QUARTER, "H": Grain.HALF}
    if len(parts) == 1:
        return Grain.YEAR
    return Grain.SEASON if last in SEASONS else named.get(last[0], Grain.MONTH)
