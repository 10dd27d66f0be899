"""Calendar values: a moment is a grain and a number, and shifting is addition.

Texts of values follow TIMEX3 (TimeML 1.2.1) and EDTF (ISO 8601-2); days are numbered as in `timeline.days`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Final, Literal, TypeAlias

from timeline.days import day_number, days_in_month, iso_day, iso_week, iso_year, timex_year, year_month_day
from timeline.values import frozen

Mod: TypeAlias = Literal[
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
]
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


class Grain(IntEnum):
    """Sizes of calendar cells, finer first."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    SEASON = 8
    QUARTER = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14


SECONDS_A_DAY: Final = 86_400
_DAY: Final = Grain.DAY  # most moments are days, and Python 3.11 is slow to look up a member of an enumeration
_OF_WEEKS: Final = (Grain.WEEK, Grain.WEEKEND)
_INTO: Final = {"MID": 1, "END": 2}  # thirds of it after which a part of it begins
_SECONDS: Final = {Grain.SECOND: 1, Grain.MINUTE: 60, Grain.HOUR: 3_600, Grain.DAY: SECONDS_A_DAY}
# Months of a cell, and the month (0 = January) with which the first cell of the year begins: the winter of a year
# begins in the December before it.
_MONTHS: Final = {
    Grain.MONTH: (1, 0),
    Grain.SEASON: (3, -1),
    Grain.QUARTER: (3, 0),
    Grain.HALF: (6, 0),
    Grain.YEAR: (12, 0),
    Grain.DECADE: (120, 0),
    Grain.CENTURY: (1_200, 0),
    Grain.MILLENNIUM: (12_000, 0),
}
# Parts of the day in the order of their beginning, with the hours that they cover.
PARTS: Final = {"MO": (5, 12), "DT": (6, 18), "MI": (11, 14), "AF": (12, 18), "EV": (17, 22), "NI": (18, 24)}
_PART_NAMES: Final = tuple(PARTS)
SEASONS: Final = ("WI", "SP", "SU", "FA")


def _iso_second(second: int) -> str:
    day, rest = divmod(second, SECONDS_A_DAY)
    return f"{iso_day(day)}T{rest // 3600:02d}:{rest // 60 % 60:02d}" + (f":{rest % 60:02d}" if rest % 60 else "")


@frozen
class Moment:
    """One cell of the calendar: `n` counts the cells of `grain`; `zone` is the offset that was said, if any.

    >>> Moment.of(2025, 6, 17).widen(Grain.WEEK).shift(-2)
    Moment(2025-W23)
    >>> Moment.of(2024, 2, 29) in Moment.of(2024)
    True
    """

    grain: Grain
    n: int
    mod: Mod | None = None
    zone: str = ""

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Moment:
        """Return a year, a month or a day; raise ValueError when the calendar has no such cell."""
        if month is None:
            return cls(Grain.YEAR, year)
        if not 1 <= month <= 12:
            raise ValueError(f"no month {month}")
        if day is None:
            return cls(Grain.MONTH, year * 12 + month - 1)
        if not 1 <= day <= 28 and not 28 < day <= days_in_month(year, month):
            raise ValueError(f"no day {day} in {timex_year(year)}-{month:02d}")
        return cls(_DAY, day_number(year, month, day))

    @classmethod
    def at(cls, day: int, grain: Grain) -> Moment:
        """Return the cell of `grain` (a day or coarser) that holds the day number `day`.

        A weekend is that of the day's week.
        """
        if grain is _DAY:
            return cls(grain, day)
        if grain in _OF_WEEKS:
            return cls(grain, (day - 1) // 7)
        size, offset = _MONTHS[grain]
        year, month, _ = year_month_day(day)
        return cls(grain, (year * 12 + month - 1 - offset) // size)

    @classmethod
    def part(cls, day: int, name: str) -> Moment:
        """Return a part of a day: MO, DT, MI, AF, EV or NI."""
        return cls(Grain.PART, day * len(_PART_NAMES) + _PART_NAMES.index(name))

    @classmethod
    def clock(cls, day: int, hour: int, minute: int | None = None, second: int | None = None, zone: str = "") -> Moment:
        """Return an hour, minute or second of a day; `zone` is "", "Z" or an offset such as "+09:00".

        Hour 24 is the next day's first; raise ValueError beyond it.
        """
        if not (0 <= hour <= 24 and 0 <= (minute or 0) <= 59 and 0 <= (second or 0) <= 60):
            raise ValueError(f"no time {hour}:{minute}:{second}")
        at = day * SECONDS_A_DAY + hour * 3_600 + (minute or 0) * 60 + (second or 0)
        grain = Grain.HOUR if minute is None else Grain.MINUTE if second is None else Grain.SECOND
        return cls(grain, at // _SECONDS[grain], None, zone)

    @property
    def seconds(self) -> tuple[int, int]:
        """The first second of the cell and the first after it, counted from day 0 on the cell's own clock."""
        if self.grain is Grain.PART:
            day, part = divmod(self.n, len(_PART_NAMES))
            begin, end = PARTS[_PART_NAMES[part]]
            return day * SECONDS_A_DAY + begin * 3_600, day * SECONDS_A_DAY + end * 3_600
        if size := _SECONDS.get(self.grain):
            return self.n * size, (self.n + 1) * size
        return self.first * SECONDS_A_DAY, (self.last + 1) * SECONDS_A_DAY

    @property
    def first(self) -> int:
        """The number of its first day."""
        grain, n = self.grain, self.n
        if grain is _DAY:
            return n
        if grain < _DAY:
            return n // len(_PART_NAMES) if grain is Grain.PART else n * _SECONDS[grain] // SECONDS_A_DAY
        if grain is Grain.WEEK:
            return n * 7 + 1
        if grain is Grain.WEEKEND:
            return n * 7 + 6
        size, offset = _MONTHS[grain]
        return day_number(0, n * size + offset + 1)

    @property
    def last(self) -> int:
        """The number of its last day."""
        if self.grain <= Grain.DAY:
            return self.first
        if self.grain is Grain.WEEKEND:
            return self.first + 1
        return self.shift(1).first - 1

    @property
    def year(self) -> int:
        """The calendar year of its first day; for weeks the ISO year."""
        return iso_week(self.n)[0] if self.grain in _OF_WEEKS else year_month_day(self.first)[0]

    @property
    def type(self) -> TimexType:
        """The TIMEX3 type: TIME below the day, else DATE."""
        return "TIME" if self.grain < Grain.DAY else "DATE"

    def shift(self, cells: int) -> Moment:
        """Return the cell `cells` later (earlier when negative)."""
        return Moment(self.grain, self.n + cells, self.mod, self.zone)

    def widen(self, grain: Grain) -> Moment:
        """Return the cell of a coarser grain (a day or more) that holds this one's first day."""
        return Moment.at(self.first, grain)

    def with_mod(self, mod: Mod | None) -> Moment:
        """Return the same cell with another modifier."""
        return Moment(self.grain, self.n, mod, self.zone)

    def __contains__(self, other: Moment) -> bool:
        start, end = self.seconds
        begin, finish = other.seconds
        return start <= begin and finish <= end

    def __lt__(self, other: Moment) -> bool:
        return self.order < other.order

    @property
    def order(self) -> tuple[int, int]:
        """The key of chronological order: first second, then the finer grain."""
        return self.seconds[0], self.grain

    @property
    def begins(self) -> int:
        """The second with which it begins: the end of a year begins after its summer.

        >>> Moment.of(2024, 8).begins < Moment.of(2024).with_mod("END").begins < Moment.of(2024, 9, 2).begins
        True
        """
        begin, end = self.seconds
        return begin + (end - begin) * _INTO.get(self.mod or "", 0) // 3

    @property
    def start(self) -> str:
        """Its beginning as an ISO day, or minute for clock times."""
        return iso_day(self.first) if self.grain >= Grain.PART else _iso_second(self.seconds[0]) + self.zone

    @property
    def end(self) -> str:
        """Its end as an ISO day or minute, exclusive."""
        return iso_day(self.last + 1) if self.grain >= Grain.PART else _iso_second(self.seconds[1]) + self.zone

    @property
    def value(self) -> str:
        """The TIMEX3 value, such as `2025-06-17`, `2025-W25`, `199`, `2025-06-17TNI`."""
        return _VALUES[self.grain](self)

    @property
    def edtf(self) -> str:
        """The EDTF text (ISO 8601-2): `2025-06`, `199X`, `2025-21`; weeks, weekends and parts as their days."""
        approximate = "~" if self.mod in ("APPROX", "START", "MID", "END") else ""
        text = _EDTF.get(self.grain, _edtf_days)(self)
        return text + approximate if "/" not in text else text

    def __repr__(self) -> str:
        return f"Moment({self.value}{f' mod={self.mod}' if self.mod else ''})"


def _clock_value(m: Moment) -> str:
    second = m.seconds[0]
    day, rest = divmod(second, SECONDS_A_DAY)
    text = f"T{rest // 3600:02d}" + (f":{rest // 60 % 60:02d}" if m.grain <= Grain.MINUTE else "")
    return _day_value(day) + text + (f":{rest % 60:02d}" if m.grain is Grain.SECOND else "") + m.zone


def _day_value(number: int) -> str:
    year, month, day = year_month_day(number)
    return f"{timex_year(year)}-{month:02d}-{day:02d}"


def _week_value(m: Moment) -> str:
    year, week = iso_week(m.n)
    return f"{timex_year(year)}-W{week:02d}"


def _block_value(m: Moment) -> str:
    """Decades and centuries, which TIMEX3 writes as the year's leading digits."""
    size = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1_000}[m.grain]
    digits = {Grain.DECADE: 3, Grain.CENTURY: 2, Grain.MILLENNIUM: 1}[m.grain]
    return f"{m.n:0{digits}d}" if m.n >= 0 else f"BC{(2 - (m.n + 1) * size) // size:0{digits}d}"


_VALUES: Final[dict[Grain, Callable[[Moment], str]]] = {
    Grain.SECOND: _clock_value,
    Grain.MINUTE: _clock_value,
    Grain.HOUR: _clock_value,
    Grain.PART: lambda m: _day_value(m.first) + "T" + _PART_NAMES[m.n % len(_PART_NAMES)],
    Grain.DAY: lambda m: _day_value(m.n),
    Grain.WEEKEND: lambda m: _week_value(m) + "-WE",
    Grain.WEEK: _week_value,
    Grain.MONTH: lambda m: f"{timex_year(m.n // 12)}-{m.n % 12 + 1:02d}",
    Grain.SEASON: lambda m: f"{timex_year(m.n // 4)}-{SEASONS[m.n % 4]}",
    Grain.QUARTER: lambda m: f"{timex_year(m.n // 4)}-Q{m.n % 4 + 1}",
    Grain.HALF: lambda m: f"{timex_year(m.n // 2)}-H{m.n % 2 + 1}",
    Grain.YEAR: lambda m: timex_year(m.n),
    Grain.DECADE: _block_value,
    Grain.CENTURY: _block_value,
    Grain.MILLENNIUM: _block_value,
}


def _edtf_days(m: Moment) -> str:
    return f"{iso_day(m.first)}/{iso_day(m.last)}" if m.last > m.first else iso_day(m.first)


def _edtf_clock(m: Moment) -> str:
    second = m.seconds[0]
    return f"{_iso_second(second)}{'' if second % 60 else ':00'}{m.zone}"


_EDTF: Final[dict[Grain, Callable[[Moment], str]]] = {
    Grain.SECOND: _edtf_clock,
    Grain.MINUTE: _edtf_clock,
    Grain.HOUR: _edtf_clock,
    Grain.MONTH: lambda m: f"{iso_year(m.n // 12)}-{m.n % 12 + 1:02d}",
    Grain.SEASON: lambda m: f"{iso_year(m.n // 4)}-{21 + (m.n - 1) % 4}",
    Grain.QUARTER: lambda m: f"{iso_year(m.n // 4)}-{33 + m.n % 4}",
    Grain.HALF: lambda m: f"{iso_year(m.n // 2)}-{40 + m.n % 2}",
    Grain.YEAR: lambda m: iso_year(m.n),
    Grain.DECADE: lambda m: f"{m.n:03d}X" if m.n >= 0 else f"{iso_year(m.n * 10)}/{iso_year(m.n * 10 + 9)}",
    Grain.CENTURY: lambda m: f"{m.n:02d}XX" if m.n >= 0 else f"{iso_year(m.n * 100)}/{iso_year(m.n * 100 + 99)}",
    Grain.MILLENNIUM: lambda m: f"{m.n}XXX" if m.n >= 0 else f"{iso_year(m.n * 1000)}/{iso_year(m.n * 1000 + 999)}",
}
