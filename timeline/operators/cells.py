"""Cells of the calendar told from where the anchor stands: "last week", "that month", "the third quarter"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from timeline.anchor import Anchor
from timeline.days import weekday_of, year_month_day
from timeline.moments import Grain, Mod, Moment
from timeline.operators.calendar import AGAINST_TENSE, full_year
from timeline.operators.registry import UNKNOWN, operator, unknown
from timeline.values import evolve
from timeline.when import Length, Partial, When

FRIDAY: Final = 5
SATURDAY: Final = 6
HALF_A_QUARTER: Final = 45  # days
MONTHS_A_YEAR: Final = 12
CYCLES: Final = {Grain.QUARTER: 4, Grain.HALF: 2}  # such cells in a year
JUST_BEGUN: Final = {Grain.WEEK: 1, Grain.MONTH: 3}  # days in which such a cell that was is the last one
MONTHS_TOLD: Final = 2  # before publication, of which "the month" may be told as past
NEW_YEAR, NEW_YEAR_PAST = 2, 6  # months for which a year is new, if it is to come or not


@operator
def turned(anchor: Anchor, unit: Grain, turn: int, late: int = FRIDAY) -> When | None:
    """A cell counted from that of publication: "last year", "this week", "next quarter".

    From the day `late` of a week on even what is told as past of "this weekend" is of that to come.
    """
    if unit is Grain.PART:
        return None
    if anchor.narrative and turn == 0:
        return following(anchor, unit, turn)
    here = anchor.here(unit) if unit >= Grain.DAY else None
    if here is None:
        return unknown(unit, None if turn else anchor.published)
    if unit is Grain.DAY and turn < 0 and anchor.genre == "news":
        return None  # the last day is no yesterday: "on the last day of term"
    if unit is Grain.WEEKEND and not turn and anchor.tense < 0 and weekday_of(cast(int, anchor.day)) < late:
        return here.shift(-1)  # on a weekday it is the last one, unless it is to come
    return here.shift(turn)


@operator
def following(anchor: Anchor, unit: Grain, turn: int) -> When | None:
    """A cell counted from the moment spoken of last: "the following year", "that month", "the next day"."""
    if age := anchor.age(unit):
        return age.shift(turn)
    base = anchor.day_come if unit is Grain.DAY and turn > 0 and anchor.looks_past else anchor.reference
    if unit is Grain.QUARTER and turn <= 0:  # "up on the previous quarter"
        base = anchor.memory.reported or base
    beside = anchor.memory.in_sentence(anchor.context) if unit is Grain.YEAR and turn > 0 else None
    if beside and beside.grain is unit:
        return beside.shift(turn).with_mod(None)  # "her novel, published in 1965, was filmed the following year"
    if unit < Grain.DAY or base is None or (turn > 0 and anchor.is_loose):
        return Partial(unit, UNKNOWN[unit])
    if unit is Grain.WEEKEND and turn > 0 and base.grain <= Grain.DAY:
        on_weekday = (base.first - 1) % 7 < 5  # after a Thursday the following weekend is that of its own week
        return base.widen(unit).shift(turn - on_weekday)
    if base.grain > unit and base.grain >= Grain.MONTH:  # which day of a month "that day" was is not told
        return Partial(unit, UNKNOWN[unit]) if turn else base.with_mod(None)
    return base.widen(unit).shift(turn).with_mod(None)


@operator
def definite(anchor: Anchor, unit: Grain = Grain.QUARTER) -> When | None:
    """A cell that the reader is taken to know: "the quarter", "the weekend", "the year"."""
    if unit <= Grain.DAY:
        return None
    if age := anchor.age(unit):
        return age  # "in the 1960s it grew ... by the end of the decade"
    base = anchor.base
    if base is None:
        return Partial(unit, UNKNOWN[unit])
    if unit is Grain.WEEKEND:
        return turned(anchor, unit, 0, late=SATURDAY)
    whole = base.widen(unit)
    if base is anchor.published and anchor.tense < 0:
        whole = _over(anchor, whole, base)
    if unit is Grain.QUARTER:  # reports speak of the quarter that has ended
        here = anchor.memory.reported
        return here if here and here.grain is unit else whole.shift(-1)
    return whole.with_mod(None)


def _over(anchor: Anchor, whole: Moment, here: Moment) -> Moment:
    """Return the cell of what is told as past: the month that was spoken of, or the last where one has just begun."""
    told = anchor.memory.spoken
    if told and told.grain is whole.grain is Grain.MONTH and 0 < whole.n - told.n <= MONTHS_TOLD:
        return told  # "in July starts fell ... permits fell during the month"
    return whole.shift(-(here.first - whole.first < JUST_BEGUN.get(whole.grain, 0)))


@operator
def titled(anchor: Anchor, unit: Grain) -> When | None:
    """A cell in a title: "Person of the Year" is no date, but a history tells of the year in which it was given."""
    return definite(anchor, unit) if anchor.narrative else None


@operator
def whole_day(date: When) -> When:
    """All of a day that is named: "the whole day tomorrow"."""
    return date


@operator
def own(anchor: Anchor, unit: Grain, turn: int) -> When | None:
    """The last day of something of one's own ("her last day at work"): no day that is told, but in messages."""
    return turned(anchor, unit, turn) if anchor.genre == "message" else None


@operator
def anniversary(anchor: Anchor, year: int) -> When | None:
    """The day of publication in another year: "on this day in 1969"."""
    here = anchor.here(Grain.DAY)
    return _in_year(here, year) if here else Moment.of(year)


@operator
def new_year(anchor: Anchor) -> When | None:
    """The year that is about to begin or has just begun: "in the new year"."""
    here = anchor.here(Grain.MONTH)
    begun = NEW_YEAR if anchor.tense > 0 else NEW_YEAR_PAST
    return here.shift(MONTHS_A_YEAR - begun).widen(Grain.YEAR) if here else None


@operator
def year_turn(anchor: Anchor) -> When | None:
    """The turn of the year as the end of one: of the last if it is told as past, or in no tense but early in a year."""
    here = anchor.here(Grain.HALF)
    if here is None:
        return Partial(Grain.YEAR, UNKNOWN[Grain.YEAR], "END")
    is_over = anchor.tense < 0 or (not anchor.tense and here.n % 2 == 0)
    return here.widen(Grain.YEAR).shift(-is_over).with_mod("END")


@operator
def weekend_of(date: When | None) -> When | None:
    """The weekend of a week or a day: "the weekend of next week"."""
    return Moment.at(date.last, Grain.WEEKEND) if isinstance(date, Moment) and date.grain <= Grain.WEEK else None


@operator
def ended(cell: When | None, date: When | None) -> When | None:
    """A cell that is told by a day in it: "the quarter ended Sept. 30"."""
    if not isinstance(cell, Moment) or not isinstance(date, Moment) or date.grain > cell.grain:
        return cell
    if cell.grain is Grain.QUARTER:  # most of a quarter that ends in July is the second of the year
        date = Moment(Grain.DAY, date.last - HALF_A_QUARTER)
    return date.widen(cell.grain)


@operator
def unit_end(
    anchor: Anchor,
    unit: Grain = Grain.YEAR,
    mod: Mod | None = None,
    turn: int = 0,
    year: int | Mapping[str, str] | None = None,
) -> When | None:
    """The end of a cell: "year's end", "month's end", "since year-end", "year-end 2023"."""
    base = (anchor.age(unit) or anchor.base) if year is None else Moment.of(full_year(year, anchor))
    if base is None or unit < Grain.DAY:
        return Partial(unit, UNKNOWN[unit], mod)
    return base.widen(unit).shift(turn).with_mod(mod)


@operator
def compared(
    anchor: Anchor,
    ordinal: int | None = None,
    unit: Grain | None = None,
    date: When | None = None,
    year: int | None = None,
) -> When | None:
    """A cell a year before the one spoken of: "the year-ago quarter", "last year's period"."""
    base = anchor.memory.reported or anchor.published
    if base is None:
        return Partial(unit or Grain.YEAR, UNKNOWN[unit or Grain.YEAR])
    if year is None:
        year = date.year if isinstance(date, Moment) else base.year - 1
    if base.grain in (Grain.QUARTER, Grain.HALF):
        return _in_year(base, year) if ordinal is None else Moment(Grain.QUARTER, year * 4 + ordinal - 1)
    return Moment.of(year)


@operator
def within(anchor: Anchor, date: When, date2: When | None = None) -> When:
    """A cell of a larger one: "June of last year", "Monday of next week", "this year's third quarter"."""
    whole = date2 if isinstance(date2, Moment) else anchor.reference
    if not isinstance(date, Moment) or whole is None or whole.grain < date.grain:
        return date
    if whole.grain == date.grain:
        return date2 or date  # "the quarter a year ago"
    if whole.grain in (Grain.WEEK, Grain.WEEKEND):
        return (
            Moment(Grain.DAY, whole.widen(Grain.WEEK).first + (date.first - 1) % 7) if date.grain is Grain.DAY else date
        )
    if whole.grain is Grain.MONTH and date == anchor.here(Grain.DAY):  # "a month ago today"
        return Moment(Grain.DAY, min(whole.first + date.first - date.widen(Grain.MONTH).first, whole.last))
    return date if whole.grain is not Grain.YEAR else _in_year(date, whole.n)


def _in_year(date: Moment, year: int) -> Moment:
    cells = {Grain.MONTH: 12, Grain.SEASON: 4, Grain.QUARTER: 4, Grain.HALF: 2}.get(date.grain)
    if cells:
        return evolve(date, n=year * cells + date.n % cells)
    if not Grain.DAY <= date.grain <= Grain.WEEK or date.year == year:
        return date
    _, month, day = year_month_day((date.first + date.last) // 2)
    return Moment.of(year, month, day).widen(date.grain)


@operator
def of_turned(anchor: Anchor, turn: int, month: int | None = None, weekday: int | None = None) -> When:
    """A month or a weekday of a year or week that it shares: the April of "between April and June last year"."""
    year, week = anchor.here(Grain.YEAR), anchor.here(Grain.WEEK)
    if month is not None:
        return Moment.of(year.n + turn, month) if year else Partial(Grain.MONTH, f"XXXX-{month:02d}")
    day = cast(int, weekday)
    return Moment(Grain.DAY, week.shift(turn).first + day - 1) if week else Partial(Grain.DAY, f"XXXX-WXX-{day}")


@operator
def of_year(date: When, year: int) -> When:
    """A day of a year of three digits, as only histories write them: "7 June 363"."""
    return _in_year(date, year) if isinstance(date, Moment) else date


@operator
def day_of_turned(anchor: Anchor, day: int, turn: int | None = None) -> When | None:
    """A day of a month that is told by its place: "the 22nd of last month", "from the first of the month"."""
    month = turned(anchor, Grain.MONTH, turn or 0)
    if not isinstance(month, Moment):
        return month
    found = Moment.of(month.year, month.n % 12 + 1, day)
    if turn is None and anchor.published and (found.first - anchor.published.first) * anchor.tense < 0:
        month = month.shift(anchor.tense)
        return Moment.of(month.year, month.n % 12 + 1, day)
    return found


@operator
def same_away(date: When, length: Length, side: int = -1) -> When:
    """The same cell of another year: "the same month a year earlier"."""
    years, unit = length.parts[-1]
    if not isinstance(date, Moment) or unit is not Grain.YEAR or not years:
        return date
    return _in_year(date, date.year + side * int(years))


def _nth_in(date: Moment, unit: Grain, ordinal: int) -> Moment | None:
    """Return the nth cell in a larger one, counted from the end when negative; of a century's halves its edge."""
    half = unit is Grain.HALF and Grain.MONTH <= date.grain < unit
    if date.grain <= unit and not half:
        return None
    if half or (unit <= Grain.HALF and date.grain > Grain.YEAR):  # half of a month or a century: no half of a year
        final = ordinal in (-1, 2 if unit is Grain.HALF else 4)
        return date.with_mod("START" if ordinal == 1 else "END" if final else "MID")
    first = date.widen(unit) if unit >= Grain.MONTH else Moment.at(date.first, unit)
    last = Moment.at(date.last, unit)
    cells = last.n - first.n + (last.first <= date.last)  # a weekend may lie beyond the end
    return first.shift(ordinal - 1 if ordinal > 0 else cells + ordinal)


@operator
def ordinal_cell(
    anchor: Anchor,
    unit: Grain,
    ordinal: int,
    date: When | None = None,
    year: int | Mapping[str, str] | None = None,
    ending: When | None = None,
    reported: bool = False,
) -> When | None:
    """The nth quarter, half, week or day of a year or month: "the third quarter", "the first half of 2024".

    Results that are `reported`, also later on, are as a rule those of the quarter that has ended.
    """
    if unit < Grain.DAY:
        return None
    base, cycle = anchor.base, CYCLES.get(unit, 0)
    if year is not None:
        date = Moment.of(full_year(year, anchor))
    elif isinstance(ending, Moment):  # "its third quarter, which ended on 27 April"
        date = ending.widen(Grain.YEAR)
    elif date is None and cycle and base and base.grain is Grain.YEAR:  # "in 1984 it lost more in the third quarter"
        date = base
    if isinstance(date, Moment):
        return date if unit >= date.grain and unit is not Grain.HALF else _nth_in(date, unit, ordinal)
    if not 1 <= ordinal <= cycle:  # a message tells of the "first day at school"
        return Length.of(1, unit) if anchor.genre == "message" and unit <= Grain.YEAR and not cycle else None
    index = f"{'Q' if unit is Grain.QUARTER else 'H'}{ordinal}"
    if base is None:
        return Partial(unit, f"XXXX-{index}")
    here = base.widen(unit)
    ahead = (ordinal - 1 - here.n) % cycle
    if reported and ahead >= max(1, cycle // 2):  # rather the last such quarter than one so far ahead
        return here.shift(ahead - cycle)
    gaps = (ahead - cycle, ahead)
    return here.shift(min(gaps, key=lambda gap: abs(gap) * (AGAINST_TENSE if gap * anchor.tense < 0 else 1)))
