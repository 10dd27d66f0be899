"""Days of holidays, fixed, counted by weekday, or movable with Easter."""

from __future__ import annotations

from timeline.moments import Grain, Moment


def easter(year: int) -> Moment:
    """Return Easter Sunday of the Gregorian calendar (`dateutil.easter`); raise ValueError before 1583."""
    from dateutil.easter import easter as computed

    day = computed(year)
    return Moment.of(day.year, day.month, day.day)


def holiday_day(form: str, year: int) -> Moment | None:
    """Return the day of a holiday in a year.

    The form is `12-25` (a day), `11-4-4` (month, ISO weekday, which one; -1 the last), `11-1-1+1` (the day after such a
    one) or `easter-2` (days around it).

    >>> holiday_day("11-4-4", 2024), holiday_day("easter-2", 2025)
    (Moment(2024-11-28), Moment(2025-04-18))
    """
    if form.startswith("easter"):
        return easter(year).shift(int(form[6:] or 0))
    form, _, later = form.partition("+")
    if later:
        counted = holiday_day(form, year)
        return counted and counted.shift(int(later))
    month, *rest = (int(x) for x in form.replace("--", "-#").replace("-", " ").replace("#", "-").split())
    if len(rest) == 1:
        return Moment.of(year, month, rest[0])
    weekday, which = rest
    if which > 0:
        first = Moment.of(year, month, 1)
        return first.shift((weekday - 1 - (first.n - 1)) % 7 + 7 * (which - 1))
    last = Moment(Grain.DAY, Moment.of(year, month).last)
    return last.shift(-((last.n - weekday) % 7))
