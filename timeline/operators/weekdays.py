"""Days told by a name that leans on another day: "yesterday", "on Tuesday", "two Saturdays ago"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from timeline.anchor import Anchor
from timeline.moments import Grain, Moment
from timeline.operators.clock import part_of
from timeline.operators.registry import UNKNOWN, operator, value
from timeline.when import Partial, Repeat, Vague, When

if TYPE_CHECKING:
    from timeline.grammar import Expression

DAYS_A_WEEK: Final = 7
WEDNESDAY: Final = 3


@operator
def named_day(anchor: Anchor, nameday: int) -> When:
    """Today, yesterday, tomorrow; a history's "today" is the present age, unless something was told then."""
    if anchor.narrative and nameday == 0 and not anchor.context.is_telling:
        return Vague.PRESENT
    here = anchor.here(Grain.DAY)
    return here.shift(nameday) if here else Partial(Grain.DAY, "XXXX-XX-XX")


@operator
def weekly(
    anchor: Anchor,
    weekday: int,
    turn: int | None = None,
    lean: int | None = None,
    spoken: int | None = None,
    timed: bool = False,
    told: bool = False,
) -> When:
    """A weekday: on the side that the tense points to, today counting as past; "last" and "next" look at no tense.

    One with a time of day in a clause without a tense is of an announcement: "Thurs 8pm at the hall". One with an
    article is that after the day told of, if that is long past: "on the Monday". In a history, too, a bare one is
    near the day of publication: it is news that tells of many years ("died on Tuesday").
    """
    base = anchor.published or anchor.base
    spoken_of = anchor.memory.spoken
    if told and spoken_of and spoken_of.grain <= Grain.DAY and _is_long_past(anchor, spoken_of):
        base, turn = spoken_of, 1
    if spoken is not None and anchor.reference and anchor.reference.grain <= Grain.WEEK:
        base, turn = anchor.reference, spoken
        if spoken == 0:
            return Moment(Grain.DAY, base.widen(Grain.WEEK).first + weekday - 1)
    if base is None:
        return Partial(Grain.DAY, f"XXXX-WXX-{weekday}")
    day = base.first
    ahead = (weekday - day) % 7  # days until that weekday, 0 when it is today
    if turn is None and lean is None and (beside := _beside(anchor, weekday)):
        return beside
    if turn:
        return Moment(Grain.DAY, day + ((ahead or DAYS_A_WEEK) if turn > 0 else ahead - DAYS_A_WEEK))
    if not ahead:
        return Moment(Grain.DAY, day)
    if turn is None:
        goes_ahead = base is not anchor.published or _is_ahead(anchor, ahead, lean, timed=timed)
    else:
        goes_ahead = anchor.tense >= 0
    return Moment(Grain.DAY, day + (ahead if goes_ahead else ahead - DAYS_A_WEEK))


def _is_ahead(anchor: Anchor, ahead: int, lean: int | None, *, timed: bool) -> bool:
    """Tell whether a bare weekday is the next one, so many days ahead; that of an overtaken plan is the nearest."""
    if lean is not None:
        return lean > 0 or anchor.context.owns_appointment
    if anchor.context.is_overtaken:
        return ahead <= DAYS_A_WEEK // 2
    return (anchor.tense or timed or anchor.goes_ahead or _is_announced(anchor)) > 0


def _is_announced(anchor: Anchor) -> bool:
    """Tell whether the last day that a line has named was to come: "Gates open on Friday. Fun on Saturday"."""
    day, last = anchor.day_ahead, anchor.memory.days[-1:]
    is_of_line = bool(last) and day == last[0].moment and "\n" not in anchor.context.since(last[0].end)
    return is_of_line and anchor.genre == "news" and not anchor.context.is_limit


@operator
def weeks_from(anchor: Anchor, nameday: int, number: int = 1) -> When:
    """A day some weeks off a near one: "a week today", "two weeks tomorrow"."""
    day = named_day(anchor, nameday)
    return day.shift(7 * number if nameday >= 0 else -7 * number) if isinstance(day, Moment) else day


@operator
def weekday_week(anchor: Anchor, weekday: int, turn: int = 1) -> When:
    """A weekday a week beyond the next or the last one: "Monday week", "last Monday week"."""
    day = weekly(anchor, weekday, turn)
    return day.shift(7 * turn) if isinstance(day, Moment) else day


@operator
def midweek(anchor: Anchor) -> When:
    """The middle of a week: of the one whose Wednesday the tense points to."""
    day = weekly(anchor, WEDNESDAY)
    whole = day.widen(Grain.WEEK) if isinstance(day, Moment) else Partial(Grain.WEEK, UNKNOWN[Grain.WEEK])
    return whole.with_mod("MID")


@operator
def weekday_hours(anchor: Anchor, weekday: int) -> When:
    """A day of a range of short weekdays: of opening hours, unless a tense, a date beside or a message dates it."""
    is_dated = anchor.tense or anchor.genre == "message" or anchor.named(weekday)
    return weekly(anchor, weekday) if is_dated else Repeat(Partial(Grain.DAY, f"XXXX-WXX-{weekday}"))


@operator
def weekly_part(anchor: Anchor, weekday: int, part: str, turn: int | None = None) -> When | None:
    """A part of a weekday in one word: "Dienstagabend"."""
    return part_of(anchor, part, weekly(anchor, weekday, turn))


def _is_long_past(anchor: Anchor, moment: Moment) -> bool:
    return anchor.day is None or moment.first < anchor.day - DAYS_A_WEEK


def _beside(anchor: Anchor, weekday: int) -> Moment | None:
    """Return a weekday that the dates around it tell."""
    if named := anchor.named(weekday) or _after(anchor, weekday):
        return named
    return _listed(anchor, weekday) or _to_come(anchor, weekday)


def _listed(anchor: Anchor, weekday: int) -> Moment | None:
    """Return a weekday before the one with a date in a list or range: the Friday of "Friday and Saturday, 5-6 May"."""
    if not anchor.context.is_joined:
        return None
    day = anchor.at_following(_dated)
    if not isinstance(day, Moment) or day.grain is not Grain.DAY:
        return None
    return day.shift(-((day.n - weekday) % DAYS_A_WEEK))


def _dated(expression: Expression, anchor: Anchor) -> When | None:
    """Return the value of a weekday with a date."""
    is_dated = expression.op == "calendar" and {"weekday", "month"} <= expression.args.keys()
    return value(expression, anchor) if is_dated else None


def _after(anchor: Anchor, weekday: int) -> Moment | None:
    """Return a weekday that follows another in a range, or in a list unless it is told as past and would be to come."""
    other = anchor.beside
    if other is None or other.grain > Grain.DAY:
        return None
    day = other.first + (weekday - other.first) % 7
    if day == other.first:
        return None
    to_come = anchor.published is not None and day > anchor.published.first
    is_next = other == anchor.here(Grain.DAY) and day == other.first + 1  # "on Thursday or Friday", told on Thursday
    is_against = to_come and not anchor.ends_range and anchor.tense < 0 and not is_next
    return None if is_against else Moment(Grain.DAY, day)


def _to_come(anchor: Anchor, weekday: int) -> Moment | None:
    """Return a weekday of a range of days to come ("from 6 to 9 May ... on Friday"), or that of a day over a list."""
    here = anchor.published
    if here is None or anchor.genre != "news":
        return None
    days = [day.n for day, *_ in anchor.memory.days if day.first > here.last]
    if not days or anchor.tense < 0:
        return None
    ranges = [(days[-1], days[-1])] if anchor.context.opens_line and not anchor.tense else []
    for first, last in [*ranges, *pairwise(days)]:
        day = last - (last - weekday) % DAYS_A_WEEK
        if first <= day and last < first + DAYS_A_WEEK:
            return Moment(Grain.DAY, day)
    return None


@operator
def weekdays_ago(anchor: Anchor, number: int, weekday: int) -> When:
    """A weekday so many times back: "two Saturdays ago"."""
    day = anchor.day
    if day is None:
        return Partial(Grain.DAY, f"XXXX-WXX-{weekday}")
    last = day - ((day - weekday) % 7 or 7)
    return Moment(Grain.DAY, last - 7 * (number - 1))
