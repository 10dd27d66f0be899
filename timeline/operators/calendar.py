"""Dates of the calendar: whole, in part, in digits, by their decade or holiday."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.anchor import Anchor
from timeline.days import days_in_month, weekday_of
from timeline.holidays import LASTING, holiday_day
from timeline.moments import Grain, Moment
from timeline.operators.clock import at_clock, plain
from timeline.operators.registry import operator, value
from timeline.when import Interval, Partial, When, parse

# as stamps of the military write them, in any language: "171430ZJUN25"
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
POSIX_CENTRE: Final = 2048  # without an anchor 69 is 1969 and 68 is 2068, as in POSIX
SUNDAY: Final = 7
LENGTHENS: Final = 3  # days of a week, from Monday, whose holidays lengthen the weekend before them
NOT_YET: Final = 2  # years after the anchor that a past tense may be told of: their verb is another
DAYS_A_YEAR: Final = 365
FAR_FROM_HOME: Final = 60  # days from publication of a date that leaves its year out as the one before it told it
AGAINST_TENSE: Final = 6  # how many times nearer a date must be to count against the tense (2 to 6 measure alike)
AGAINST_VERB: Final = 30  # ... against a past verb right beside it


@operator
def calendar(
    anchor: Anchor,
    year: int | Mapping[str, str] | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    era: str | None = None,
) -> Moment | Partial | None:
    """A date of the calendar, whole or in part: "17 June 2025", "June 2025", "2025", "June 17", "the 17th"."""
    if year is not None:
        number = full_year(year, anchor)
        number = 1 - number if era == "BC" else number
        date = Moment.of(number, month, day)
        return Moment.of(number - 1, month, day) if month and _ends_before(anchor, date) else date
    if month is None:
        return None if day is None else day_of_month(anchor, day, weekday)
    base = anchor.base
    if base is None:
        return Partial(Grain.DAY, f"XXXX-{month:02d}-{day:02d}") if day else Partial(Grain.MONTH, f"XXXX-{month:02d}")
    found, here = nearest(anchor, base, month, day), anchor.published
    if found is None or here is None or weekday in (None, weekday_of(found.first)):
        return found
    around = _around(here, month, day)
    if (found.first - here.first) * anchor.tense < 0:  # the weekday tells the year better than the tense is broken
        around = [m for m in around if (m.first - here.first) * anchor.tense > 0]
    near = min(around, key=lambda m: abs(m.first - here.first), default=found)
    return near if weekday == weekday_of(near.first) else found  # a story of other years that names a day of now


def _ends_before(anchor: Anchor, moment: Moment) -> bool:
    """Tell whether a range would end before its beginning in the year of its end: "from 6 December to 1 March 1940"."""
    following = anchor.context.following
    if following is None or "year" not in following[0].expression.args:  # "from May 2026 to June"
        return False
    end = _range_end(anchor)
    return end is not None and end.first < moment.first


def _range_end(anchor: Anchor) -> Moment | None:
    """Return the end of the range that the expression begins, if it begins one."""
    end = anchor.at_following(value) if anchor.context.begins_range else None
    return end if isinstance(end, Moment) else None


@operator
def fixed(iso: str) -> When:
    """A day that one does not need to date: "since 9/11"."""
    return parse(iso)


@operator
def remembered(anchor: Anchor, month: int, day: int, days: Mapping[str, str]) -> When | None:
    """A day that its name alone tells once it has been: "the October 7 attacks"."""
    iso, here = days.get(f"{month}-{day}"), anchor.published
    if iso is None or here is None or here.value < iso:
        return calendar(anchor, None, month, day)
    return parse(iso)


def full_year(year: int | Mapping[str, str], anchor: Anchor) -> int:
    """Return a year of two or four digits in full: two digits lie within 80 years before the anchor and 20 after.

    What is told as past does not lie far after it.
    """
    text = year["year"] if isinstance(year, Mapping) else str(year)
    number = int(text)
    if isinstance(year, int) or len(text) > 2:
        return number
    centre = anchor.base.year if anchor.base else POSIX_CENTRE
    century = centre - centre % 100
    latest = centre + (NOT_YET if anchor.tense < 0 else 100)
    around = [y for c in (century - 100, century, century + 100) if (y := c + number) <= latest]
    return min(around, key=lambda y: abs(y - (centre - 30)))


def nearest(anchor: Anchor, base: Moment, month: int, day: int | None) -> Moment | None:
    """Return the month or day of the year that brings it nearest to `base`, or of the year that `base` is.

    One against the tense must be nearer by far.
    """
    if base.grain is Grain.YEAR and base is not anchor.published and not anchor.narrative:
        return _of_year(anchor, base, month, day)
    begin = anchor.beside if anchor.ends_range else None
    around = _around(begin if begin and begin.first > base.last else base, month, day)
    if not around:
        return None
    if (end := _range_end(anchor)) is not None:
        around = _until(end.first, around)
    if anchor.narrative or base is not anchor.published:
        return _next_in_story(anchor, base, around)
    context, ahead = anchor.context, anchor.tense or int(anchor.follows_ahead)
    ahead = 0 if context.is_overtaken or (ahead < 0 and context.is_of_appointment) else ahead
    ahead = 0 if ahead > 0 and context.is_followed else ahead
    against = AGAINST_VERB if ahead < 0 and context.is_done else AGAINST_TENSE
    home = base.first if day else base.widen(Grain.MONTH).first

    def distance(m: Moment) -> float:
        gap = m.first - home
        return abs(gap) * (against if gap * ahead < 0 else 1)

    if begin is not None and begin.grain is around[0].grain:
        around = _behind(begin, around)
    elif context.is_begun:
        around = _until(base.first, around)
    elif ahead > 0 and context.is_awaited:
        around = [m for m in around if m.last >= base.first] or around
    found = min(around, key=distance)
    told = anchor.at_hand
    goes_on = told and told.grain in (Grain.DAY, Grain.MONTH) and told.widen(Grain.MONTH).n % 12 == month - 1
    if day and told and goes_on and ahead <= 0 and abs(found.first - home) > FAR_FROM_HOME:
        return Moment.of(told.year, month, day)  # "on 2 May 2024 ... on 14 May"
    return found


def _behind(begin: Moment, around: list[Moment]) -> list[Moment]:
    """Return those of some moments that may end a range: the first behind its beginning, if that is soon behind it."""
    after = [m for m in around if m.last >= begin.first] or around
    return after[:1] if after[0].first < begin.first + DAYS_A_YEAR else after


def _of_year(anchor: Anchor, year: Moment, month: int, day: int | None) -> Moment:
    """Return a month or day of a year, but of the one before where it is told as past and still to come."""
    found, here = Moment.of(year.n, month, day), anchor.published
    is_to_come = here is not None and found.first > here.last and year.n == here.year
    return Moment.of(year.n - 1, month, day) if is_to_come and anchor.tense < 0 else found


def _until(day: int, moments: list[Moment]) -> list[Moment]:
    """Return the moments that begin no later than a day; all of them where none does."""
    return [moment for moment in moments if moment.first <= day] or moments


def _around(base: Moment, month: int, day: int | None) -> list[Moment]:
    """Return a month or day in the years around a moment that have it."""
    near = base.year
    years = (near - 1, near, near + 1)
    return [Moment.of(year, month, day) for year in years if day is None or day <= days_in_month(year, month)]


def _next_in_story(anchor: Anchor, base: Moment, around: list[Moment]) -> Moment:
    """Return the one of some moments to which a story comes next; news tells nothing to come as past."""
    begun = anchor.in_sentence if anchor.context.is_limit else None  # "in March ... by December": the one after it
    here = None if anchor.narrative or anchor.tense >= 0 else anchor.published
    likely = [m for m in around if begun and m.last >= begun.first]
    likely = likely or [m for m in around if here and m.first <= here.first]
    return min(likely or around, key=lambda m: narrative_distance(m, base))


def narrative_distance(m: Moment, base: Moment) -> float:
    """Return how far a moment lies from the one that a story has reached.

    A story runs forward: what lies before the moment it has reached counts twice as far.
    """
    gap = m.first - base.first
    if m.first <= base.first <= m.last or base.first <= m.first <= base.last:
        return 0
    return gap if gap > 0 else -2 * gap


def day_of_month(anchor: Anchor, day: int, weekday: int | None) -> Moment | Partial | None:
    """Return "the 17th": of the month that was spoken of last, else of that of publication."""
    base = anchor.reference
    if base is None:
        return Partial(Grain.DAY, f"XXXX-XX-{day:02d}")
    if base.grain > Grain.MONTH:
        base = anchor.last_day or (None if anchor.narrative else anchor.published)
    if base is None or base.grain > Grain.MONTH:
        return None
    month, here = base.widen(Grain.MONTH).n, anchor.here(Grain.MONTH)
    near = (here.n, here.n + 1, here.n - 1) if here and weekday else ()
    for each in (month, month - 1, month + 1, *near):
        year, number = divmod(each, 12)
        if day <= days_in_month(year, number + 1):
            moment = Moment.of(year, number + 1, day)
            if weekday is None or weekday_of(moment.n) == weekday:
                return moment
    return None


@operator
def written(**forms: Mapping[str, str]) -> Moment | Interval | None:
    """A date in digits: `2025-06-17`, `2025-06-17T14:30Z`, `20250617`, `2025-W25`, `2Q25`, `171430ZJUN25`."""
    (fields,) = forms.values()
    fields = plain(fields)
    for name, grain, cells in (("quarter", Grain.QUARTER, 4), ("half", Grain.HALF, 2)):
        if name in fields:
            return Moment(grain, (int(fields["year"]) % 100 + 2000) * cells + int(fields[name]) - 1)
    if "week" in fields:
        first = Moment.of(int(fields["year"]), 1, 4).widen(Grain.WEEK)
        return first.shift(int(fields["week"]) - 1) if 1 <= int(fields["week"]) <= 53 else None
    year, month = int(fields["year"]), fields["month"]
    number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
    moment = Moment.of(year if year > 99 else year + 2000, number, int(fields["day"]))
    return at_clock(moment, fields) if "hour" in fields else moment


@operator
def slashed(anchor: Anchor, slash: Mapping[str, str]) -> Moment | Partial | None:
    """A numeric date: day or month first as its numbers force, else as the anchor knows; with points the day."""
    first, second = int(slash["first"]), int(slash["second"])
    day_first = first > 12 or (second <= 12 and (bool(anchor.day_first) or slash.get("mark") == "."))
    day, month = (first, second) if day_first else (second, first)
    if "year" not in slash:
        return calendar(anchor, None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    return Moment.of(full_year({"year": slash["year"]}, anchor), month, day)


@operator
def either_day(anchor: Anchor, days: Mapping[str, str], month: int, year: int | None = None) -> Moment | Partial | None:
    """Two days about a night, by the first of them: "12/13 June"."""
    return calendar(anchor, year, month, int(days["first"]))


@operator
def years(years: Mapping[str, str]) -> Interval | None:
    """A glued range of years: "1984-5", "1914-18"."""
    first, last = years["first"], years["last"]
    end = int(first[: len(first) - len(last)] + last)
    return Interval(Moment.of(int(first)), Moment.of(end)) if 0 < end - int(first) < 200 else None


@operator
def fiscal_span(year: int) -> Interval:
    """A year of accounts that two years share: "FY2025/26"."""
    return Interval(Moment.of(year), Moment.of(year + 1))


@operator
def decade(anchor: Anchor, decade: Any, hundreds: int | None = None) -> Moment | None:
    """A decade: "the 1990s", "the '60s", "the nineties"."""
    if hundreds is not None:
        return Moment(Grain.DECADE, hundreds * 10 + decade // 10)
    if isinstance(decade, Mapping):
        digits = decade["decade"].lstrip("'’‘")
        if len(digits) == 4:
            return Moment(Grain.DECADE, int(digits) // 10) if digits[2] != "0" else century_or_decade(int(digits))
        decade = int(digits)
    if decade > 99:
        return Moment(Grain.DECADE, decade // 10)
    base = anchor.base or anchor.published
    latest = base.year if base else 2000
    if base and (anchor.narrative or base is not anchor.published):
        ahead = Moment(Grain.DECADE, (latest + (decade - latest) % 100) // 10)
        to_come = anchor.published is not None and ahead.first > anchor.published.first
        return (
            ahead.shift(-10) if to_come else min((ahead, ahead.shift(-10)), key=lambda d: narrative_distance(d, base))
        )
    return Moment(Grain.DECADE, (latest - (latest - decade) % 100) // 10)


def century_or_decade(year: int) -> Moment:
    """Return what "the 1900s" are: the century, but "the 2000s" the decade."""
    return Moment(Grain.DECADE, year // 10) if year >= 2000 else Moment(Grain.CENTURY, year // 100)


@operator
def nth_weekday(
    anchor: Anchor, weekday: int, ordinal: int, month: int, year: int | None = None
) -> Moment | Partial | None:
    """The nth such weekday of a month: "the first Monday of June 2021"."""
    cell = calendar(anchor, year, month)
    if not isinstance(cell, Moment):
        return cell
    begin = cell.last - 6 if ordinal < 0 else cell.first + 7 * (ordinal - 1)
    day = Moment(Grain.DAY, begin + (weekday - begin) % 7)
    return day if day in cell else None


@operator
def nth_day(anchor: Anchor, ordinal: int, month: int, year: int | None = None) -> Moment | Partial | None:
    """The nth day of a month: "the last day of May"."""
    cell = calendar(anchor, year, month)
    return (
        Moment.of(cell.year, month, ordinal if ordinal > 0 else cell.last - cell.first + 1)
        if isinstance(cell, Moment)
        else cell
    )


@operator
def numbered_week(anchor: Anchor, week: int, year: int | None = None) -> Moment | None:
    """A week by its number (ISO 8601): "week 23 of 2021"."""
    year = year or (anchor.base.year if anchor.base else None)
    if year is None:
        return None
    found = Moment.of(year, 1, 4).widen(Grain.WEEK).shift(week - 1)
    return found if found.year == year else None


@operator
def century(ordinal: int, era: str | None = None) -> Moment:
    """A century by its number: "the 20th century"."""
    return Moment(Grain.CENTURY, -ordinal if era == "BC" else ordinal - 1)


@operator
def millennium(ordinal: int, era: str | None = None) -> Moment:
    """A millennium by its number: "the third millennium BC"."""
    return Moment(Grain.MILLENNIUM, -ordinal if era == "BC" else ordinal - 1)


@operator
def month_cell(anchor: Anchor, month: int, unit: Grain) -> When | None:
    """A quarter or half that is told by its last month: "the June quarter"."""
    found = calendar(anchor, None, month)
    return found.widen(unit) if isinstance(found, Moment) else None


@operator
def week_of(anchor: Anchor, month: int, day: int, year: int | None = None, ended: bool = False) -> When | None:
    """The week that holds a day: "the week of March 6"; a Sunday begins its week, unless it ended it."""
    date = calendar(anchor, year, month, day)
    if not isinstance(date, Moment):
        return date
    begins = not ended and weekday_of(date.first) == SUNDAY
    return date.shift(begins).widen(Grain.WEEK)


@operator
def holiday(
    anchor: Anchor, holiday: str, year: Any = None, turn: int | None = None, unit: Grain = Grain.DAY
) -> Moment | Interval | None:
    """A holiday, fixed or movable, or the time around it: "Easter 2024", "last Thanksgiving", "Labor Day weekend"."""
    day = _holiday(anchor, holiday, year, turn)
    if day is None or unit < Grain.DAY:
        return None
    if holiday in LASTING:
        return Interval(day, day.shift(LASTING[holiday] - 1))
    if unit is Grain.WEEKEND:  # the one that the holiday lengthens
        return day.shift(-3).widen(Grain.WEEK).widen(unit) if (day.n - 1) % 7 < LENGTHENS else day.widen(unit)
    return day if unit is Grain.DAY else day.widen(unit)


def _holiday(anchor: Anchor, holiday: str, year: Any, turn: int | None) -> Moment | None:
    """Return the day of a holiday of a year, of the side told, or the nearest."""
    if isinstance(year, Moment):
        year = year.year
    if year is not None:
        return holiday_day(holiday, full_year(year, anchor))
    base = anchor.base if turn is None or anchor.narrative else anchor.published
    if base is None:
        return None
    if turn == 0 or (base.grain is Grain.YEAR and base is not anchor.published):
        return holiday_day(holiday, base.year)
    days = [d for y in (-1, 0, 1) if (d := holiday_day(holiday, base.year + y))]
    if turn is not None and turn:
        side = [d for d in days if (d.n - base.first) * turn > 0]
        return min(side, key=lambda d: abs(d.n - base.first), default=None)
    if anchor.narrative:
        return min(days, key=lambda d: narrative_distance(d, base), default=None)
    if anchor.context.is_begun:
        days = _until(base.first, days)
    ahead = anchor.tense
    return min(
        days,
        key=lambda d: abs(d.n - base.first) * (AGAINST_TENSE if (d.n - base.first) * ahead < 0 else 1),
        default=None,
    )
