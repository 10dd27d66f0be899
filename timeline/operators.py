"""What phrases mean: each operator takes the anchor and the arguments that a rule binds, and returns a When.

An operator returns None for what is no date after all (30 February). Arguments carry the names of the token types of
the phrase (see `languages/en/dates.toml`); Expressions among them have been given their values already.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from inspect import Parameter, signature
from typing import Any, Final, TypeAlias, cast
from unicodedata import numeric

from attrs import evolve

from timeline.anchor import Anchor
from timeline.days import days_in_month, year_month_day
from timeline.grammar import Expression
from timeline.holidays import holiday_day
from timeline.moments import SEASONS, Grain, Mod, Moment
from timeline.when import Interval, Length, Partial, Repeat, Vague, When

Number: TypeAlias = int | Fraction
A_YEAR: Final = Length.of(1, Grain.YEAR)  # a report that speaks of a quarter compares it with that of a year ago
AGAINST_TENSE: Final = 4  # how many times nearer a date must be to count against the tense of its clause
OPERATORS: dict[str, tuple[Callable[..., Any], frozenset[str] | None]] = {}
# What a TIMEX3 value shows of a cell whose place is not known.
UNKNOWN: Final = {
    Grain.SECOND: "XXXX-XX-XXTXX:XX:XX",
    Grain.MINUTE: "XXXX-XX-XXTXX:XX",
    Grain.HOUR: "XXXX-XX-XXTXX",
    Grain.PART: "XXXX-XX-XXTXX",
    Grain.DAY: "XXXX-XX-XX",
    Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.WEEK: "XXXX-WXX",
    Grain.MONTH: "XXXX-XX",
    Grain.SEASON: "XXXX-XX",
    Grain.QUARTER: "XXXX-QX",
    Grain.HALF: "XXXX-HX",
    Grain.YEAR: "XXXX",
    Grain.DECADE: "XXX",
    Grain.CENTURY: "XX",
    Grain.MILLENNIUM: "X",
}


def value(expression: Any, anchor: Anchor) -> Any:
    """Return what an expression means from where the anchor stands; other things are themselves.

    What the calendar does not have is None.
    """
    if isinstance(expression, tuple):
        return tuple(value(part, anchor) for part in expression)
    if not isinstance(expression, Expression):
        return expression
    function, names = OPERATORS[expression.op]
    args = {n: value(arg, anchor) for n, arg in expression.args.items() if names is None or n in names}
    try:
        return function(anchor, **args)
    except (ValueError, OverflowError):
        return None


def operator(function: Callable[..., Any]) -> Callable[..., Any]:
    """Register an operator under its name, with the names of the arguments that it wants (None: all)."""
    parameters = signature(function).parameters.values()
    open_ended = any(parameter.kind is Parameter.VAR_KEYWORD for parameter in parameters)
    OPERATORS[function.__name__] = function, None if open_ended else frozenset(p.name for p in parameters)
    return function


# -- numbers


@operator
def compose(anchor: Anchor, **counts: Number | tuple[Number, ...]) -> Number:
    """Number words: "two hundred and fifty", "a dozen", "forty-one"."""
    total: Number = 0
    group: Number = 0
    for word in (word for count in counts.values() for word in _tuple(count)):
        if word >= 1000:
            total, group = total + (group or 1) * word, 0
        elif word == 100 or (word == 12 and group):  # hundred, dozen
            group = (group or 1) * word
        else:
            group += word
    return total + group


@operator
def mixed(anchor: Anchor, number: Number = 0, half: Number = 0, fraction: Mapping[str, str] | None = None) -> Number:
    """A number and a fraction: "6 1/2", "two and a half"."""
    if fraction is None:
        return number + half
    part = fraction["part"]
    return int(fraction["whole"]) + (Fraction(part) if "/" in part else Fraction(numeric(part)))


@operator
def nth(anchor: Anchor, nth: Mapping[str, str]) -> int:
    """An ordinal in digits: "17th"."""
    return int(nth["ordinal"])


@operator
def same(anchor: Anchor, **args: Any) -> Any:
    """An expression whose own words say it all: "the last two weeks" is a length of two weeks."""
    return args["length"]


@operator
def spelled_year(anchor: Anchor, hundreds: int, rest: int) -> int | None:
    """A year in words: "nineteen ninety-six", "twenty ten"."""
    return hundreds * 100 + rest if 1 <= rest <= 99 else None


def _tuple(item: Any) -> tuple[Any, ...]:
    return item if isinstance(item, tuple) else (item,)


# -- calendar dates


@operator
def calendar(
    anchor: Anchor,
    year: int | Mapping[str, str] | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    ordinal: int | None = None,
    era: str | None = None,
    early_year: int | None = None,
    short_year: Mapping[str, str] | None = None,
) -> Moment | Partial | None:
    """A date of the calendar, whole or in part: "17 June 2025", "June 2025", "2025", "June 17", "the 17th"."""
    day = ordinal if day is None else day
    year = next((y for y in (year, early_year, short_year) if y is not None), None)
    if year is not None:
        number = full_year(year, anchor)
        return Moment.of(1 - number if era == "BC" else number, month, day)
    if month is None:
        return day_of_month(anchor, cast(int, day), weekday)
    if anchor.base is None:
        return Partial(Grain.DAY, f"XXXX-{month:02d}-{day:02d}") if day else Partial(Grain.MONTH, f"XXXX-{month:02d}")
    return nearest(anchor, month, day)


def full_year(year: int | Mapping[str, str], anchor: Anchor) -> int:
    """Return a year of two or four digits in full: two digits lie within 80 years before the anchor and 20 after."""
    text = year["year"] if isinstance(year, Mapping) else str(year)
    number = int(text)
    if isinstance(year, int) or len(text) > 2:
        return number
    centre = anchor.base.year if anchor.base else 2000
    century = centre - centre % 100
    return min((c + number for c in (century - 100, century, century + 100)), key=lambda y: abs(y - (centre - 30)))


def nearest(anchor: Anchor, month: int, day: int | None) -> Moment | None:
    """Return the month or day of the year that makes it nearest; one against the tense must be twice nearer."""
    base = cast(Moment, anchor.base)
    around = []
    for year in (base.year - 1, base.year, base.year + 1):
        if day is None or day <= days_in_month(year, month):
            around.append(Moment.of(year, month, day))
    if not around:
        return None
    if anchor.narrative:
        return min(around, key=lambda m: _narrative_distance(m, base))
    ahead = anchor.tense
    home = base.first if day else base.widen(Grain.MONTH).first

    def distance(m: Moment) -> float:
        gap = m.first - home
        return abs(gap) * (AGAINST_TENSE if gap * ahead < 0 else 1)

    return min(around, key=distance)


def _narrative_distance(m: Moment, base: Moment) -> float:
    """A story runs forward: what lies before the moment it has reached counts twice as far."""
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
        return None
    month = base.widen(Grain.MONTH)
    for shift in (0, -1, 1):
        year, number = divmod(month.n + shift, 12)
        if day <= days_in_month(year, number + 1):
            moment = Moment.of(year, number + 1, day)
            if weekday is None or (moment.n - 1) % 7 + 1 == weekday:
                return moment
    return None


@operator
def written(anchor: Anchor, **forms: Mapping[str, str]) -> Moment | Interval | None:
    """A date in digits: `2025-06-17`, `2025-06-17T14:30Z`, `20250617`, `2025-W25`."""
    (fields,) = forms.values()
    fields = {name.rstrip("_"): text for name, text in fields.items()}
    if "week" in fields:
        first = Moment.of(int(fields["year"]), 1, 4).widen(Grain.WEEK)
        return first.shift(int(fields["week"]) - 1) if 1 <= int(fields["week"]) <= 53 else None
    moment = Moment.of(int(fields["year"]), int(fields["month"]), int(fields["day"]))
    return at_clock(moment, fields) if "hour" in fields else moment


@operator
def slashed(anchor: Anchor, slash: Mapping[str, str]) -> Moment | Partial | None:
    """A numeric date: day or month first as its numbers force, else as the anchor knows from the article."""
    first, second = int(slash["first"]), int(slash["second"])
    day_first = first > 12 or (second <= 12 and bool(anchor.day_first))
    day, month = (first, second) if day_first else (second, first)
    if "year" not in slash:
        return calendar(anchor, None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    return Moment.of(full_year({"year": slash["year"]}, anchor), month, day)


@operator
def years(anchor: Anchor, years: Mapping[str, str]) -> Interval | None:
    """A glued range of years: "1984-5", "1914-18"."""
    first, last = years["first"], years["last"]
    end = int(first[: len(first) - len(last)] + last)
    return Interval(Moment.of(int(first)), Moment.of(end)) if 0 < end - int(first) < 200 else None


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
    base = anchor.base or anchor.published
    latest = base.year if base else 2000
    return Moment(Grain.DECADE, (latest - (latest - decade) % 100) // 10)


def century_or_decade(year: int) -> Moment:
    """Return what "the 1900s" are: the century, but "the 2000s" the decade."""
    return Moment(Grain.DECADE, year // 10) if year >= 2000 else Moment(Grain.CENTURY, year // 100)


@operator
def millennium(anchor: Anchor, ordinal: int, era: str | None = None) -> Moment:
    """A millennium by its number: "the third millennium BC"."""
    return Moment(Grain.MILLENNIUM, -ordinal if era == "BC" else ordinal - 1)


@operator
def week_of(anchor: Anchor, month: int, day: int, year: int | None = None) -> When | None:
    """The week that holds a day: "the week of March 6"."""
    date = calendar(anchor, year, month, day)
    return date.widen(Grain.WEEK) if isinstance(date, Moment) else date


@operator
def century(anchor: Anchor, ordinal: int, era: str | None = None) -> Moment:
    """A century by its number: "the 20th century"."""
    return Moment(Grain.CENTURY, -ordinal if era == "BC" else ordinal - 1)


# -- days and cells relative to the anchor


@operator
def named_day(anchor: Anchor, nameday: int) -> When:
    """Today, yesterday, tomorrow."""
    here = anchor.here(Grain.DAY)
    return here.shift(nameday) if here else Partial(Grain.DAY, "XXXX-XX-XX")


@operator
def weekly(
    anchor: Anchor, weekday: int, turn: int | None = None, lean: int | None = None, spoken: int | None = None
) -> When:
    """A weekday: on the side that the tense points to, today counting as past; "last" and "next" look at no tense."""
    base = anchor.base if anchor.narrative else anchor.published
    if spoken is not None and anchor.reference and anchor.reference.grain <= Grain.WEEK:
        base, turn = anchor.reference, spoken
    if base is None:
        return Partial(Grain.DAY, f"XXXX-WXX-{weekday}")
    day = base.first
    ahead = (weekday - day) % 7  # days until that weekday, 0 when it is today
    if turn is None:
        ahead_of_base = (anchor.tense if lean is None else lean) > 0
        turn = 1 if ahead_of_base or (anchor.narrative and base is not anchor.published) else -1
        return Moment(Grain.DAY, day + (ahead if turn > 0 or not ahead else ahead - 7))
    if turn == 0:
        return Moment(Grain.DAY, day + (ahead if anchor.tense >= 0 or not ahead else ahead - 7))
    return Moment(Grain.DAY, day + ((ahead or 7) if turn > 0 else ahead - 7))


@operator
def turned(anchor: Anchor, unit: Grain, turn: int) -> When | None:
    """A cell counted from that of publication: "last year", "this week", "next quarter"."""
    if unit is Grain.PART:
        return None
    if anchor.narrative and turn == 0:
        return following(anchor, unit, turn)
    here = anchor.here(unit) if unit >= Grain.DAY else None
    if here is None:
        return Partial(unit, UNKNOWN[unit])
    if unit is Grain.WEEKEND and turn <= 0:  # on a weekday the weekend is the last one, unless it is to come
        day = cast(int, anchor.day)
        if (day - 1) % 7 < 5 and (turn < 0 or anchor.tense < 0):
            return here.shift(-1)
    return here.shift(turn)


@operator
def following(anchor: Anchor, unit: Grain, turn: int) -> When | None:
    """A cell counted from the moment spoken of last: "the following year", "that month", "the next day"."""
    base = anchor.reference
    if unit < Grain.DAY or base is None:
        return Partial(unit, UNKNOWN[unit])
    if base.grain > unit and base.grain >= Grain.MONTH and turn:
        return Partial(unit, UNKNOWN[unit])
    return base.widen(unit).shift(turn).with_mod(None)


@operator
def definite(anchor: Anchor, unit: Grain = Grain.QUARTER) -> When | None:
    """A cell that the reader is taken to know: "the quarter", "the weekend", "the year"."""
    if unit <= Grain.DAY:
        return None
    base = anchor.base
    if base is None:
        return Partial(unit, UNKNOWN[unit])
    if unit is Grain.WEEKEND:
        return turned(anchor, unit, 0)
    if unit is Grain.QUARTER:  # reports speak of the quarter that has ended
        return anchor.quarter or base.widen(unit).shift(-1)
    return base.widen(unit).with_mod(None)


@operator
def unit_end(anchor: Anchor, unit: Grain = Grain.YEAR, mod: Mod | None = None) -> When | None:
    """The end of a cell: "year's end", "month's end"."""
    base = anchor.base
    return base.widen(unit).with_mod(mod) if base and unit >= Grain.DAY else Partial(unit, UNKNOWN[unit], mod)


@operator
def compared(
    anchor: Anchor,
    ordinal: int | None = None,
    unit: Grain | None = None,
    date: When | None = None,
    year: int | None = None,
) -> When | None:
    """A cell a year before the one spoken of: "the year-ago quarter", "last year's period"."""
    base = anchor.quarter or anchor.published
    if base is None:
        return Partial(unit or Grain.YEAR, UNKNOWN[unit or Grain.YEAR])
    if year is None:
        year = date.year if isinstance(date, Moment) else base.year - 1
    if base.grain is Grain.QUARTER:
        quarter = _in_year(base, year)
        return quarter if ordinal is None else Moment(Grain.QUARTER, year * 4 + ordinal - 1)
    return Moment.of(year)


@operator
def turned_month(anchor: Anchor, month: int, turn: int, day: int | None = None) -> When | None:
    """A month by its name and side: "last June", "this May", "next March"."""
    base = anchor.base
    if base is None:
        return Partial(Grain.MONTH, f"XXXX-{month:02d}")
    here = base.widen(Grain.MONTH)
    ahead = (month - 1 - here.n) % 12
    if turn:
        there = here.shift((ahead or 12) if turn > 0 else ahead - 12)
    else:
        there = Moment.of(here.year, month)
    return there if day is None else Moment.of(there.year, month, day)


@operator
def within(anchor: Anchor, date: When, date2: When | None = None) -> When:
    """A cell of a larger one: "June of last year", "Monday of next week", "this year's third quarter"."""
    whole = date2 if isinstance(date2, Moment) else anchor.reference
    if not isinstance(date, Moment) or whole is None or whole.grain <= date.grain:
        return date
    if whole.grain in (Grain.WEEK, Grain.WEEKEND):
        return (
            Moment(Grain.DAY, whole.widen(Grain.WEEK).first + (date.first - 1) % 7) if date.grain is Grain.DAY else date
        )
    return date if whole.grain is not Grain.YEAR else _in_year(date, whole.n)


def _in_year(date: Moment, year: int) -> Moment:
    cells = {Grain.MONTH: 12, Grain.SEASON: 4, Grain.QUARTER: 4, Grain.HALF: 2}.get(date.grain)
    if cells:
        return evolve(date, n=year * cells + date.n % cells)
    _, month, day = year_month_day(date.first)
    return Moment.of(year, month, day) if date.grain is Grain.DAY else date


@operator
def seasonal(anchor: Anchor, season: str, turn: int | None = None, year: Any = None, spoken: int | None = None) -> When:
    """A season, of a year or relative: "summer 2024", "last winter", "the spring"."""
    index = SEASONS.index(season)
    if isinstance(year, Moment):
        return Moment(Grain.SEASON, year.year * 4 + index)
    if year is not None:
        return Moment(Grain.SEASON, full_year(year, anchor) * 4 + index)
    base = anchor.base if spoken is None else anchor.reference
    if base is None:
        return Partial(Grain.SEASON, f"XXXX-{season}")
    if spoken is not None:
        if base.grain is Grain.YEAR:
            return Moment(Grain.SEASON, (base.n + spoken) * 4 + index)
        turn = spoken
    here = base.widen(Grain.SEASON)
    ahead = (index - here.n) % 4
    if turn == 0:
        return here if not ahead else here.shift(index - here.n % 4 + (4 if index == 0 and here.n % 4 > 1 else 0))
    if anchor.narrative and not turn:
        return here.shift(ahead)
    if not turn:  # the nearest, unless the tense points the other way
        forward = ahead <= 1 if anchor.tense == 0 else anchor.tense > 0
        return here.shift(ahead if forward or not ahead else ahead - 4)
    return here.shift((ahead or 4) if turn > 0 else ahead - 4)


@operator
def holiday(anchor: Anchor, holiday: str, year: Any = None, turn: int | None = None) -> Moment | None:
    """A holiday, fixed or movable: "Christmas", "Easter 2024", "last Thanksgiving"."""
    if isinstance(year, Moment):
        year = year.year
    if year is not None:
        return holiday_day(holiday, full_year(year, anchor))
    base = anchor.base
    if base is None:
        return None
    days = [d for y in (-1, 0, 1) if (d := holiday_day(holiday, base.year + y))]
    if turn is not None and turn:
        side = [d for d in days if (d.n - base.first) * turn > 0]
        return min(side, key=lambda d: abs(d.n - base.first), default=None)
    ahead = anchor.tense
    return min(
        days,
        key=lambda d: abs(d.n - base.first) * (AGAINST_TENSE if (d.n - base.first) * ahead < 0 else 1),
        default=None,
    )


@operator
def ordinal_cell(
    anchor: Anchor, unit: Grain, ordinal: int, date: When | None = None, year: int | None = None
) -> When | None:
    """The nth quarter, half, week or day of a year or month: "the third quarter", "the first half of 2024"."""
    if year is not None:
        date = Moment.of(year)
    if isinstance(date, Moment):
        if date.grain <= unit:
            return None
        first = date.widen(unit) if unit >= Grain.MONTH else Moment.at(date.first, unit)
        cells = Moment.at(date.last, unit).n - first.n + 1
        return first.shift((cells if ordinal < 0 else ordinal - 1) + (ordinal if ordinal < 0 else 0))
    base = anchor.base
    if unit not in (Grain.QUARTER, Grain.HALF) or not 1 <= ordinal <= (4 if unit is Grain.QUARTER else 2):
        return None
    index = f"{'Q' if unit is Grain.QUARTER else 'H'}{ordinal}"
    if base is None:
        return Partial(unit, f"XXXX-{index}")
    here = base.widen(unit)
    cycle = 4 if unit is Grain.QUARTER else 2
    gaps = [(ordinal - 1 - here.n) % cycle + around for around in (-cycle, 0)]
    return here.shift(min(gaps, key=lambda gap: abs(gap) * (2 if gap * anchor.tense < 0 else 1)))


# -- lengths and shifts


@operator
def length(
    anchor: Anchor,
    number: Number | None = None,
    unit: Grain = Grain.DAY,
    number2: Number | None = None,
    unit2: Grain | None = None,
) -> Length:
    """A length of time: "two weeks", "a year and six months", "several days" (an unsaid amount)."""
    parts = [_part(number, unit)]
    if unit2 is not None:
        parts.append(_part(number2, unit2))
    return Length(tuple(parts))


def _part(number: Number | None, unit: Grain) -> tuple[Number | None, Grain]:
    if unit is Grain.HALF and number is not None:
        return number * 6, Grain.MONTH
    return number, unit


@operator
def ago(anchor: Anchor, length: Length, side: int = -1, mod: Mod | None = None) -> When:
    """A length before or after now: "two weeks ago", "about three days from now"."""
    length = length if mod is None else length.with_mod(mod)
    if length == A_YEAR and side < 0 and anchor.quarter:
        return anchor.quarter.shift(-4)
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
        return Partial(unit, UNKNOWN[unit])
    length = length or Length.of(number, unit)
    if length == A_YEAR and side < 0 and date is None and anchor.quarter:
        return anchor.quarter.shift(-4)
    if date is not None and length.parts[0][1] is Grain.WEEK and date.grain is Grain.DAY and length.parts[0][0]:
        return date.shift(side * 7 * int(length.parts[0][0]))  # a week from a named day is a day
    return shifted(date or anchor.reference, length, side)


def shifted(base: Moment | None, length: Length, side: int) -> When:
    """Return the moment at a length from `base`, with the grain of the length's finest unit."""
    amount, unit = length.parts[-1]
    if amount is None:
        return Vague.PAST if side < 0 else Vague.FUTURE
    if base is None:
        return Partial(unit, UNKNOWN[unit], length.mod)
    moment = base
    for number, grain in length.parts:
        moment = _shift(moment, cast(Number, number), grain, side)
    return moment.with_mod(length.mod)


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
        return base.widen(Grain.DAY).shift(side * int(amount) // 24 if unit is Grain.HOUR and amount >= 24 else 0)
    size = {Grain.SECOND: 1, Grain.MINUTE: 60, Grain.HOUR: 3600}[unit]
    at = base.seconds[0] + side * int(amount * size)
    return Moment(Grain.MINUTE, at // 60, None, base.zone)


@operator
def modified(anchor: Anchor, mod: Mod, **args: Any) -> Any:
    """An expression with a modifier: "early 2024", "about two weeks", "the end of June"."""
    (inner,) = args.values()
    if isinstance(inner, Moment | Length | Partial):
        return inner.with_mod(mod)
    if isinstance(inner, Repeat):
        return evolve(inner, every=inner.every.with_mod(mod))
    return inner


# -- times of day


@operator
def part_of(
    anchor: Anchor, part: str, date: When | None = None, turn: int | None = None, mod: Mod | None = None
) -> When | None:
    """A part of a day: "Tuesday night", "this morning", "tonight", "last night"."""
    if date is None and not anchor.narrative:
        date = anchor.here(Grain.DAY)
        if date is not None and turn:
            date = date.shift(turn)
    if isinstance(date, Moment):
        return Moment.part(date.first, part).with_mod(mod or date.mod) if date.grain is Grain.DAY else None
    return Partial(Grain.PART, (date.value if isinstance(date, Partial) else "XXXX-XX-XX") + "T" + part)


@operator
def that_part(anchor: Anchor, part: str, turn: int = 0) -> When:
    """A part of the day spoken of last: "that morning", "the next morning", "in the evening"."""
    base = anchor.reference
    if base and base.grain > Grain.DAY and not anchor.narrative:
        base = anchor.published
    known = base is not None and base.grain <= Grain.DAY
    return Moment.part(cast(Moment, base).first + turn, part) if known else Partial(Grain.PART, f"XXXX-XX-XXT{part}")


@operator
def clocked(
    anchor: Anchor,
    clock: Any = None,
    date: When | None = None,
    zone: str = "",
    part: str | None = None,
    hour: int | None = None,
    minutes: int = 0,
) -> When | None:
    """A time of day, on the day that is named with it, else on the one spoken of last or that of publication."""
    if hour is not None:
        clock = int(hour) * 100 + minutes
    fields = dict(clock) if isinstance(clock, Mapping) else {"hour": str(clock // 100), "minute": str(clock % 100)}
    fields = {name.rstrip("_"): text for name, text in fields.items()}
    if part is not None and "half" not in fields:
        fields["half"] = "p" if part in ("AF", "EV", "NI") and int(fields["hour"]) < 12 else "a"
    day = date if date is not None else anchor.reference
    if isinstance(day, Moment) and (day.grain <= Grain.DAY):
        return at_clock(day.widen(Grain.DAY), fields, zone)
    probe = at_clock(Moment.of(2000, 1, 1), fields, zone)
    known = day.value if isinstance(day, Partial) and day.grain is Grain.DAY else "XXXX-XX-XX"
    return Partial(probe.grain, known + "T" + probe.value.split("T")[1]) if probe else None


def at_clock(day: Moment, fields: Mapping[str, str], zone: str = "") -> Moment | None:
    """Return the time on a day; raise ValueError for none ("25:00")."""
    hour, half = int(fields["hour"]), fields.get("half", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute = int(fields.get("minute", 0))
    second = int(fields["second"]) if "second" in fields else None
    return Moment.clock(day.first, hour, minute, second, _offset(fields.get("zone", "") or zone))


def _offset(zone: str) -> str:
    """Return a zone as an ISO 8601 offset."""
    if zone and zone[0] in "+-":
        return zone if ":" in zone else f"{zone[:3]}:{zone[3:] or '00'}"
    return zone.upper()


# -- repetitions and vague references


@operator
def every(
    anchor: Anchor, quant: str | None = None, freq: str | None = None, number: Number = 1, **what: Any
) -> Repeat | None:
    """Something that repeats: "every Monday", "twice a week", "daily", "each June"."""
    (name, item), *others = what.items()
    if name == "weekday" and others and others[0][0] == "part":
        return Repeat(Partial(Grain.PART, f"XXXX-WXX-{item}T{others[0][1]}"), quant, freq)
    form = {
        "weekday": lambda w: Partial(Grain.DAY, f"XXXX-WXX-{w}"),
        "month": lambda m: Partial(Grain.MONTH, f"XXXX-{m:02d}"),
        "season": lambda s: Partial(Grain.SEASON, f"XXXX-{s}"),
        "weekdays": lambda w: Partial(Grain.DAY, f"XXXX-WXX-{w}"),
        "part": lambda p: Partial(Grain.PART, f"XXXX-XX-XXT{p}"),
        "unit": lambda u: Partial(u, UNKNOWN[u]) if u is Grain.WEEKEND else length(anchor, number, u),
        "length": lambda item: item,
    }[name](item)
    return None if form is None else Repeat(form, quant, freq)


@operator
def vague(anchor: Anchor, vague: str) -> Vague:
    """A reference to no cell: "now", "recently", "soon"."""
    return Vague[vague]


@operator
def nothing(anchor: Anchor) -> None:
    """What only looks like a date: "22-year-old"."""
