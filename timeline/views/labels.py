"""Dates as short labels in the margin of a drawing, within headings for years and months."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from timeline.days import year_month_day
from timeline.moments import SEASONS, Grain, Moment
from timeline.views.dates import MONTHS, SEASON_WORDS, WITHIN, in_words, weekday
from timeline.when import Interval

Group: TypeAlias = Literal["day", "month", "year"]
_BEFORE: Final = {"APPROX": "~", "START": "early ", "MID": "mid-", "END": "late ", "BEFORE": "<", "AFTER": ">"}
_BOUNDS: Final = {"ON_OR_BEFORE": "by ", "ON_OR_AFTER": "from "}  # beside a day, "or earlier" says so


def headings(when: Moment | Interval, group: Group) -> tuple[str, ...]:
    """Return the headings that an event stands under: its year, and its month when it is known.

    >>> headings(Moment.of(2025, 6, 17), "day"), headings(Moment.of(2025), "day")
    (('2025', 'June'), ('2025',))
    """
    moment = _first(when)
    if group != "day" or moment.grain > Grain.MONTH:
        return (year_label(when),)
    return (year_label(when), MONTHS[year_month_day(moment.first)[1] - 1])


def year_label(when: Moment | Interval) -> str:
    """Return the year, or the coarser time, in which a date begins."""
    moment = _first(when)
    return in_words(Moment(moment.grain, moment.n) if moment.grain > Grain.YEAR else moment.widen(Grain.YEAR))


def label(when: Moment | Interval, group: Group = "day") -> str:
    """Return the date as a label of at most nine characters or so, to be read below its headings.

    >>> label(Moment.of(2025, 6, 17)), label(Moment.of(2025, 6)), label(Moment.of(2025, 6, 17), "month")
    ('Tue 17', 'June', 'June')
    """
    if group == "year":
        return year_label(when)
    if isinstance(when, Interval):
        return _interval(when, group)
    if group == "month" and when.grain < Grain.MONTH:
        return MONTHS[year_month_day(when.first)[1] - 1]
    cell = _cell(when)
    if when.grain < Grain.DAY or (when.grain is Grain.DAY and when.mod in WITHIN):
        return cell  # the hour, and "early" and "late", stand beside the event
    if when.mod in (*WITHIN, *_BOUNDS) and when.grain is Grain.MONTH:
        cell = cell[:3]
    before = _BEFORE if when.grain <= Grain.DAY else _BEFORE | _BOUNDS
    return before.get(when.mod or "", "") + cell


def whole_label(when: Moment | Interval | None) -> str:
    """Return the date as a label that needs no headings, at most twelve characters or so.

    >>> whole_label(Moment.of(2025, 6, 17)), whole_label(Moment.of(2025, 6)), whole_label(None)
    ('17 Jun 2025', 'Jun 2025', 'undated')
    """
    if when is None:
        return "undated"
    moment = _first(when)
    if moment.grain > Grain.MONTH:
        return year_label(when)
    year, month, day = year_month_day(moment.first)
    return f"{day} " * (moment.grain < Grain.MONTH) + f"{MONTHS[month - 1][:3]} {year}"


def _first(when: Moment | Interval) -> Moment:
    moment = when if isinstance(when, Moment) else when.first or when.last
    assert moment is not None  # an interval has at least one end
    return moment


def _interval(when: Interval, group: Group) -> str:
    """Return the label of a span.

    >>> day = Moment.of(2025, 6, 17)
    >>> label(Interval(day, day.shift(2))), label(Interval(Moment.clock(day.n, 8), Moment.clock(day.n, 18)))
    ('17–19', 'Tue 17')
    """
    if when.first is None or when.last is None:
        return f"{label(_first(when), group)}–" if when.first else f"–{label(_first(when), group)}"
    if when.first.first == when.last.last:  # from one hour of a day to another
        return label(when.first.widen(Grain.DAY), group)
    if when.first.grain <= Grain.DAY and when.last.grain <= Grain.DAY and group == "day":
        return _days(when.first.first, when.last.last)
    if label(when.first, group) == label(when.last, group):
        return label(when.first, group)
    first, last = label(when.first, group)[:3], label(when.last, group)[:3]
    return f"{first}–{last}" if when.first.grain < Grain.YEAR else f"{when.first.year}–{when.last.year % 100:02d}"


def _days(first: int, last: int) -> str:
    """Return the days of a span, and the month that it ends in where it is another.

    >>> _days(Moment.of(2025, 6, 30).n, Moment.of(2025, 7, 6).n)
    '30–6 Jul'
    """
    begins, ends = year_month_day(first), year_month_day(last)
    return f"{begins[2]}–{ends[2]}" + (f" {MONTHS[ends[1] - 1][:3]}" if begins[:2] != ends[:2] else "")


def _day(number: int) -> int:
    return year_month_day(number)[2]


def _cell(m: Moment) -> str:
    if m.grain <= Grain.DAY:
        return f"{weekday(m.first)[:3]} {_day(m.first):>2}"
    if m.grain in (Grain.WEEKEND, Grain.WEEK):
        return _days(m.first, m.last)
    if m.grain >= Grain.YEAR:
        return year_label(m)
    return {
        Grain.MONTH: MONTHS[m.n % 12],
        Grain.SEASON: SEASON_WORDS[SEASONS[m.n % 4]],
        Grain.QUARTER: f"Q{m.n % 4 + 1}",
        Grain.HALF: f"H{m.n % 2 + 1}",
    }[m.grain]
