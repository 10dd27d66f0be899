"""Days of holidays, fixed, counted by weekday, or movable with Easter or the moon."""

from __future__ import annotations

from math import fsum, radians, sin
from typing import Final

from timeline.moments import Grain, Moment

HIJRA: Final = 227_015  # the day before the first of the Islamic calendar
TISHRI: Final = -1_373_427  # the day before the first new moon that the Jewish calendar counts from
KISLEV: Final = 83  # days from a Jewish year's first to the 25th of its third month
DAY_PARTS: Final = 25_920  # parts of a day in that calendar
NEW_MOON: Final = 730_125.59766  # the day and time (UT) of the mean new moon of January 2000
LUNATION: Final = 29.530588861  # days from one to the next
# The anomalies of the sun and the moon and the moon's distance from its node, in degrees, then and more each month ...
ORBITS: Final = ((2.5534, 29.1053567), (201.5643, 385.81693528), (160.7108, 390.67050284))
# ... and by how much of a day what multiples of these put off the true new moon.
PERTURBED: Final = (
    (-0.4072, 0, 1, 0),
    (0.17241, 1, 0, 0),
    (0.01608, 0, 2, 0),
    (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0),
)
BEIJING: Final = 8 / 24  # of a day, by which days begin earlier there
EVENING_IN_INDIA: Final = -12.83 / 24  # ... the time up to which a new moon is of the evening before


def easter(year: int) -> Moment:
    """Return Easter Sunday of the Gregorian calendar (`dateutil.easter`); raise ValueError before 1583."""
    from dateutil.easter import easter as computed

    day = computed(year)
    return Moment.of(day.year, day.month, day.day)


def islamic(year: int, month: int, day: int = 1) -> Moment | None:
    """Return the day of the Islamic calendar in a year, by the arithmetic one, from which the observed is a day off."""
    first = (year - 622) * 33 // 32
    days = ((11 * y + 3) // 30 + 354 * y + 30 * month - (month - 1) // 2 + day - 385 for y in range(first, first + 3))
    found = (Moment(Grain.DAY, HIJRA + number).with_mod("APPROX") for number in days)
    return next((moment for moment in found if moment.year == year), None)


def jewish_new_year(year: int) -> Moment:
    """Return Rosh Hashanah of a year.

    >>> jewish_new_year(2024)
    Moment(2024-10-03)
    """
    months = (235 * (year + 3761) - 234) // 19
    parts = 12_084 + 13_753 * months
    day = months * 29 + parts // DAY_PARTS
    return Moment(Grain.DAY, TISHRI + day + (3 * (day + 1) % 7 < 3))


def hanukkah(year: int) -> Moment:
    """Return the first day of Hanukkah, a day later in the years whose second month is a long one (355 or 385 days).

    >>> hanukkah(2024), hanukkah(2025)
    (Moment(2024-12-26), Moment(2025-12-15))
    """
    begin, end = jewish_new_year(year), jewish_new_year(year + 1)
    return begin.shift(KISLEV + ((end.n - begin.n) % 10 == 5))


def new_moon(month: int) -> float:
    """Return the day and the time of day (UT) of a new moon, to some minutes: month 0 is that of January 2000.

    Meeus, Astronomical Algorithms, chapter 49, the largest terms.
    """
    sun, moon, node = (radians(at + by * month) for at, by in ORBITS)
    terms = (size * sin(a * sun + b * moon + c * node) for size, a, b, c in PERTURBED)
    return NEW_MOON + LUNATION * month + fsum(terms)


def _moon_from(first: Moment, shift: float) -> Moment:
    """Return the first day of a new moon, whose time is shifted by part of a day, from a day on."""
    month = int((first.n - shift - NEW_MOON) / LUNATION) - 1
    days = (int(new_moon(each) + shift) for each in range(month, month + 4))
    return Moment(Grain.DAY, next(day for day in days if day >= first.n))


def lunar_new_year(year: int) -> Moment:
    """Return the Chinese New Year: the day of the new moon in Beijing from 21 January on.

    >>> lunar_new_year(2024), lunar_new_year(2026)
    (Moment(2024-02-10), Moment(2026-02-17))
    """
    return _moon_from(Moment.of(year, 1, 21), BEIJING)


def diwali(year: int) -> Moment:
    """Return the evening before the new moon of autumn in India, or that of it.

    >>> diwali(2023), diwali(2025)
    (Moment(2023-11-12), Moment(2025-10-20))
    """
    return _moon_from(Moment.of(year, 10, 17), EVENING_IN_INDIA)


MOVABLE: Final = {
    "easter": easter,
    "jewish": jewish_new_year,
    "hanukkah": hanukkah,
    "lunar": lunar_new_year,
    "diwali": diwali,
}
LASTING: Final = {"islamic-9": 30}  # holidays that go on for so many days


def holiday_day(form: str, year: int) -> Moment | None:
    """Return the day of a holiday in a year.

    The form is `12-25` (a day), `11-4-4` (month, ISO weekday, which one; -1 the last), `11-1-1+1` (the day after such a
    one), `easter-2` or `jewish+9` (days around one of MOVABLE) or `islamic-10-1` (month and day).

    >>> holiday_day("11-4-4", 2024), holiday_day("easter-2", 2025)
    (Moment(2024-11-28), Moment(2025-04-18))
    """
    for feast, day_of in MOVABLE.items():
        if form.startswith(feast):
            return day_of(year).shift(int(form[len(feast) :] or 0))
    if form.startswith("islamic"):
        return islamic(year, *map(int, form.split("-")[1:]))
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
