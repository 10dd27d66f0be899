"""Where a date stands on a calendar, which knows days and times but no precision."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from attrs import frozen

from timeline.days import day_number
from timeline.moments import SECONDS_A_DAY, Grain, Moment
from timeline.views.dates import clock, hours, in_words, part_of_day
from timeline.views.options import Approximate
from timeline.when import Interval, day_ends

_FIRST_DAY: Final = 1
_LAST_DAY: Final = day_number(9999, 12, 30)  # the day after must still have four digits
_LONGEST: Final = 31  # days: a longer bar buries a month view


@frozen
class Slot:
    """A place on a calendar: days, or times in UTC, the end exclusive; `label` goes before the title.

    `exact` tells whether the place is the date itself and not a mark for a longer time.
    """

    start: date
    end: date
    label: str = ""
    exact: bool = True


def slot(when: Moment | Interval | None, approximate: Approximate = "marker") -> Slot | None:
    """Return where the date stands; None where there is no such place.

    Undated events have none, nor those outside the years 1 to 9999, nor approximate ones when these are skipped.
    """
    if when is None or not all(_FIRST_DAY <= day <= _LAST_DAY for day in day_ends(when) if day is not None):
        return None
    if isinstance(when, Moment) and when.grain <= Grain.DAY and not when.mod:
        return _exact(when)
    if isinstance(when, Interval) and _few_days(when):
        return _stretch(when)
    if approximate == "skip":
        return None
    label = f"≈ {in_words(when)}: "
    return _days(*(day_ends(when) if approximate == "span" else (mark_day(when),) * 2), label)


def mark_day(when: Moment | Interval) -> int:
    """Return the day that marks an approximate date: its first, or that of the part meant by "mid-" or "late"."""
    first, last = day_ends(when)
    if first is None or last is None:
        return first if first is not None else last or 0
    thirds = {"MID": 1, "END": 2}.get(when.mod or "", 0)
    return first + (last + 1 - first) * thirds // 3


def _exact(moment: Moment) -> Slot | None:
    if moment.grain is Grain.DAY:
        return _days(moment.n, moment.n)
    if moment.grain is Grain.PART:
        return _days(moment.first, moment.first, f"{part_of_day(moment).capitalize()}: ")
    if not moment.zone:
        return _days(moment.first, moment.first, f"{clock(moment)} ")
    start, end = (in_utc(second, moment.zone) for second in moment.seconds)
    return Slot(start, end)


def _stretch(when: Interval) -> Slot:
    """Return the days of an interval; its hours, where it is within one day and its zone is known."""
    times, first, last = hours(when), when.first, when.last
    if not (times and first and last and first.zone and last.zone):
        return _days(*day_ends(when), f"{times} " if times else "")
    return Slot(in_utc(first.seconds[0], first.zone), in_utc(last.seconds[0], last.zone))


def in_utc(second: int, zone: str = "") -> datetime:
    """Return a second (counted from day 0 on a clock with the offset `zone`) in UTC.

    Years outside 1 to 9999 are moved to the nearest that UTC can hold.
    """
    day, rest = divmod(second, SECONDS_A_DAY)
    day = min(max(day, _FIRST_DAY + 1), _LAST_DAY)
    local = datetime.combine(date.fromordinal(day), datetime.min.time(), offset(zone)) + timedelta(seconds=rest)
    return local.astimezone(UTC)


def offset(zone: str) -> timezone:
    """Return the offset that "", "Z" or "+09:00" means."""
    if zone in ("", "Z"):
        return UTC
    ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6] or 0))
    return timezone(-ahead if zone[0] == "-" else ahead)


def _few_days(when: Interval) -> bool:
    ends = when.first, when.last
    to_the_day = all(end is not None and end.grain <= Grain.DAY and not end.mod for end in ends)
    first, last = day_ends(when)
    return to_the_day and first is not None and last is not None and 0 <= last - first < _LONGEST


def _days(first: int | None, last: int | None, label: str = "") -> Slot:
    begin = first if first is not None else last or _FIRST_DAY
    end = last if last is not None else begin
    return Slot(date.fromordinal(begin), date.fromordinal(max(begin, end) + 1), label, not label.startswith("≈"))
