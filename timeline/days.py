"""Day numbers: proleptic Gregorian arithmetic on integers, for any year.

Days are counted as in `datetime.date.toordinal` (day 1 is Monday, 1 January of the year 1) and go on below it; the
year 0 is 1 BC.
"""


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Return the number of a proleptic Gregorian day; `month` may lie outside 1-12 and is carried.

    >>> day_number(1, 1, 1), day_number(2025, 6, 17)
    (1, 739419)
    """
    carried, month0 = divmod(month - 1, 12)
    shifted, from_march = divmod(month0 - 2, 12)
    year += carried + shifted
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * from_march + 2) // 5 + day - 307 + 1


def year_month_day(number: int) -> tuple[int, int, int]:
    """Return (year, month, day) of a day number, for any year.

    >>> year_month_day(739419)
    (2025, 6, 17)
    """
    era, of_era = divmod(number + 305, 146_097)
    year_of_era = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    from_march = (5 * of_year + 2) // 153
    month = (from_march + 2) % 12 + 1
    return era * 400 + year_of_era + (month <= 2), month, of_year - (153 * from_march + 2) // 5 + 1


def weekday_of(number: int) -> int:
    """Return the weekday of a day number, 1 for Monday to 7 for Sunday (ISO 8601).

    >>> weekday_of(739419)
    2
    """
    return (number - 1) % 7 + 1


def days_in_month(year: int, month: int) -> int:
    """Return the length of a month in days."""
    return day_number(year, month + 1) - day_number(year, month)


def iso_year(year: int) -> str:
    """Return a year as ISO 8601 and EDTF write it: `0043`, `-0043` (44 BC)."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def timex_year(year: int) -> str:
    """Return a year as TIMEX3 writes it: `0043`, `BC0044`."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def iso_day(number: int) -> str:
    """Return a day number as `YYYY-MM-DD`."""
    year, month, day = year_month_day(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def iso_week(week: int) -> tuple[int, int]:
    """Return (ISO year, ISO week number) of the week cell `week`."""
    year, _, _ = year_month_day(week * 7 + 4)  # a week belongs to the year of its Thursday
    return year, week - (day_number(year, 1, 4) - 1) // 7 + 1
