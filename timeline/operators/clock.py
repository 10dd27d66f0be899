"""Times and parts of the day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from timeline.anchor import Anchor
from timeline.moments import SECONDS_A_DAY, Grain, Mod, Moment
from timeline.operators.registry import UNKNOWN, operator, value
from timeline.values import evolve
from timeline.when import Partial, Repeat, When

if TYPE_CHECKING:
    from timeline.grammar import Expression

WORLD: Final = "Z"  # the zone of universal time
EVENING: Final = 17  # the hour from which midnight is the next day's
DAYBREAK: Final = 5  # the hour until which last night went on
NIGHTFALL: Final = 5  # the first hour that is one of the evening before when it is said to be at night


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
def overnight(anchor: Anchor, date: When | None = None, until: When | None = None) -> When | None:
    """The night of a day that is named, or the one before it: "overnight on Saturday", "overnight into Sunday"."""
    if isinstance(until, Moment):
        date = until.shift(-1) if until.grain is Grain.DAY else until
    elif date is None and anchor.goes_ahead and (told := anchor.in_sentence) is not None and told.grain <= Grain.DAY:
        date = told.widen(Grain.DAY)  # "rain will set in at 2 p.m. on Friday and go on overnight"
    return part_of(anchor, "NI", date)


@operator
def that_part(anchor: Anchor, part: str, turn: int = 0, mod: Mod | None = None) -> When:
    """A part of the day spoken of last: "that morning", "the next morning", "in the evening", "the night before"."""
    base = anchor.told_day
    if base and base.grain > Grain.DAY and not anchor.narrative:
        base = anchor.published
    known = base is not None and base.grain <= Grain.DAY and not (turn > 0 and anchor.is_loose)
    if not known:
        return Partial(Grain.PART, f"XXXX-XX-XXT{part}", mod)
    base = cast(Moment, base)
    if turn > 0 and base.grain < Grain.PART and base.seconds[0] % SECONDS_A_DAY == 0:
        turn -= 1  # midnight is of the evening before "the next morning"
    return Moment.part(base.first + turn, part).with_mod(mod)


@operator
def some_part(anchor: Anchor, part: str) -> When:
    """A part of the day spoken of last, in the morning of the one after its evening: "at 11 p.m. ... by dawn"."""
    told, here = anchor.told_day, anchor.day
    if part != "MO" or told is None or anchor.context.is_pluperfect:
        return that_part(anchor, part)
    if told.first == here and anchor.tense > 0 and anchor.context.is_limit:
        return that_part(anchor, part, turn=1)  # "will stay shut until morning"
    if told.grain >= Grain.DAY:
        return that_part(anchor, part)
    has_come = here is None or told.first < here
    return that_part(anchor, part, turn=int(_is_evening(told) and has_come))


@operator
def bare_part(anchor: Anchor, part: str) -> When | None:
    """A part of the day by itself, in news of the day spoken of: the "mid-morning" of "weakened by mid-morning".

    Before a noun that has a day it is of that: "an early-morning crash on Monday".
    """
    day = anchor.at_following(value) if anchor.context.is_of_noun else None
    if isinstance(day, Moment) and day.grain is Grain.DAY:
        return Moment.part(day.n, part)
    return that_part(anchor, part) if anchor.genre == "news" else part_of(anchor, part)


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
    fields = _fields(clock)
    if part is None and hour is not None:
        part = _part_of(date if date is not None else anchor.reference)
    if part is not None and "half" not in fields and 1 <= int(fields["hour"]) <= 12:
        fields["half"] = _half(part, int(fields["hour"]))
    paired = _paired(anchor) if date is None else None
    day = date if date is not None else paired or anchor.day_before or _day(anchor, zone)
    if isinstance(day, Moment) and (day.grain <= Grain.DAY):
        told = at_clock(day.widen(Grain.DAY), fields, zone)
        night_ends = part == "NI" and int(fields["hour"]) == 0  # midnight tonight is tomorrow's first
        if told is None:
            return None
        shift = int(night_ends or _ends_after_midnight(anchor, told, is_half="half" in fields))
        if paired:
            shift = -int(paired.seconds < told.seconds)
        elif date is None and not shift:
            shift = _days_on(anchor, day, told)
        return at_clock(day.widen(Grain.DAY).shift(shift), fields, zone) if shift else told
    probe = at_clock(Moment.of(2000, 1, 1), fields, zone)
    known = day.value if isinstance(day, Partial) and day.grain is Grain.DAY else "XXXX-XX-XX"
    return Partial(probe.grain, known + "T" + probe.value.split("T")[1]) if probe else None


@operator
def every_at(anchor: Anchor, set: When, clock: Any, zone: str = "") -> When | None:  # noqa: A002 - the type's name
    """Something that repeats at a time of day: "every Monday at 8 p.m."; of days that turn out to be dated, a time."""
    if not isinstance(set, Repeat):
        return clocked(anchor, clock, set, zone)
    probe = at_clock(Moment.of(2000, 1, 1), _fields(clock), zone)
    if probe is None:
        return None
    day = set.every.value.split("T")[0] if isinstance(set.every, Partial) else "XXXX-XX-XX"
    return evolve(set, every=Partial(probe.grain, f"{day}T{probe.value.split('T')[1]}"))


def _fields(clock: Any) -> dict[str, str]:
    """Return the fields of a time of day, whether of a format or a number as 1730."""
    return plain(clock) if isinstance(clock, Mapping) else {"hour": str(clock // 100), "minute": str(clock % 100)}


@operator
def clocked_turned(anchor: Anchor, clock: Any, part: str, turn: int, zone: str = "") -> When | None:
    """A time of this morning or last night, of which the hours after midnight are today's: "9.45pm last night"."""
    here, clock = anchor.here(Grain.DAY), _on_the_hour(clock)
    if here is None or not turn:
        return clocked(anchor, clock, here, zone, part)
    told = clocked(anchor, clock, here.shift(turn), zone, part)
    if part != "NI" or not isinstance(told, Moment) or told.first == here.first:
        return told
    past_midnight = _hours(told) < DAYBREAK
    return clocked(anchor, clock, here, zone, part) if past_midnight else told


@operator
def clocked_that(anchor: Anchor, clock: Any, part: str, zone: str = "") -> When | None:
    """A time of the day spoken of last: "at 10.30 that morning"."""
    told = that_part(anchor, part)
    day = told.widen(Grain.DAY) if isinstance(told, Moment) else Partial(Grain.DAY, UNKNOWN[Grain.DAY])
    return clocked(anchor, _on_the_hour(clock), day, zone, part)


@operator
def clocked_tonight(anchor: Anchor, clock: Any, tonight: str) -> When | None:
    """A time of the night to come: "8 tonight", "midnight tonight"."""
    return clocked(anchor, _on_the_hour(clock), anchor.here(Grain.DAY), part=tonight)


def _on_the_hour(clock: Any) -> Any:
    """Return a time of day, which may be a bare hour, as one of hours and minutes."""
    return clock * 100 if isinstance(clock, int) and clock <= 12 else clock


@operator
def clocked_from(
    anchor: Anchor, until: Mapping[str, str], hour: int | None = None, clock: Any = None, date: When | None = None
) -> When | None:
    """The time that a range begins with, in the half of the day that its end tells: the 7 of "7 to 9 p.m."."""
    begin = {"hour": str(hour), "minute": "0"} if hour is not None else plain(clock)
    if "half" in begin or not 1 <= int(begin["hour"]) <= 12 or "half" not in until:
        return clocked(anchor, begin, date)
    same = int(begin["hour"]) % 12 <= int(until["hour"]) % 12
    half = until["half"] if same else {"a": "p", "p": "a"}[until["half"]]
    return clocked(anchor, {**begin, "half": half}, date)


def _day(anchor: Anchor, zone: str) -> Moment | None:
    """Return the day of a bare time: the one spoken of, or that of publication in a message and for what is to come.

    A time "by" which something is so is of the day on which that is told; one of the world, of publication where it is
    another paragraph that spoke of a day.
    """
    told = anchor.told_day
    if anchor.genre == "message":
        return _day_in_message(anchor)
    if anchor.genre == "news" and anchor.context.is_limit:
        named = anchor.in_sentence
        if named is not None and named.grain is Grain.DAY:
            return named
        if zone == WORLD and anchor.opens_paragraph:
            return anchor.here(Grain.DAY)
    if anchor.context.leads_on and anchor.in_sentence is None:
        day = anchor.at_following(value)
        if isinstance(day, Moment) and Grain.PART <= day.grain <= Grain.DAY:
            return day.widen(Grain.DAY)
    is_coarse = told is not None and told.grain > Grain.DAY
    if is_coarse and not anchor.narrative and (anchor.tense > 0 or told == anchor.here(Grain.YEAR)):
        return anchor.day_ahead or anchor.published
    return told


def _paired(anchor: Anchor) -> Moment | None:
    """Return the time that follows with the day of both, unless a day has been named: "at 7 and closes at 10 today"."""
    if not anchor.context.is_paired or anchor.in_sentence is not None:
        return None
    other = anchor.at_following(_dated)
    return other if isinstance(other, Moment) and other.grain < Grain.PART else None


def _dated(expression: Expression, anchor: Anchor) -> When | None:
    return value(expression, anchor) if "date" in expression.args else None


def _day_in_message(anchor: Anchor) -> Moment | None:
    """Return today, unless the sentence has named a day to come, or the time ends a range of times."""
    here, told = anchor.published, anchor.in_sentence
    if anchor.beside and anchor.ends_range:
        return anchor.beside
    to_come = told and here and told.grain <= Grain.DAY and told.first > here.first
    return told if to_come else here


def _part_of(moment: When | None) -> str | None:
    """Return the part of the day that is spoken of: that of "Friday night" for the "nine o'clock" that follows."""
    if not isinstance(moment, Moment) or moment.grain is not Grain.PART:
        return None
    return moment.value.partition("T")[2]


def plain(form: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a format under their plain names: those of its second way of writing end in `_`."""
    return {name.rstrip("_"): text for name, text in form.items()}


def _days_on(anchor: Anchor, before: Moment, told: Moment) -> int:
    """Return how many days after the one that is spoken of a time of day lies: 1, 0 or -1."""
    clock = anchor.clock_near
    near = clock is not None and clock.first == told.first
    if clock and near and anchor.context.is_pluperfect:  # what had happened by then is no later; "by 9 p.m." may be
        return -1 if clock.seconds < told.seconds and not anchor.context.is_limit else 0
    if _is_until_late(anchor, told):
        return 1
    goes_on = _part_of(before) == "NI" or near
    night = clock if clock and near else before
    if night.grain >= Grain.DAY or not _is_evening(night) or _hours(told) >= (DAYBREAK if goes_on else 1):
        return 0
    has_come = anchor.day is None or told.first < anchor.day
    return int(has_come or anchor.tense >= 0)  # nothing is told as past of the day after publication


def _is_until_late(anchor: Anchor, told: Moment) -> bool:
    """Tell whether a time to come is the midnight of today or one after it, up to which today goes on: "until 2am"."""
    is_today = anchor.published is not None and anchor.published.grain is Grain.DAY and told.first == anchor.day
    if anchor.genre != "news" or not is_today or _hours(told) >= DAYBREAK:
        return False
    is_late = _hours(told) < 1 or anchor.context.is_limit
    return is_late and anchor.tense > 0 and anchor.begun is None


def _ends_after_midnight(anchor: Anchor, told: Moment, *, is_half: bool) -> bool:
    """Tell whether a range of times ends the next morning: "from 10pm to 6am".

    One that does not begin in the evening does if its end tells its half of the day: "from 4pm to 6am".
    """
    begin = anchor.begun
    if begin is None or begin.first != told.first:
        return False
    return told.seconds < begin.seconds and (is_half or _is_evening(begin))


def _hours(moment: Moment) -> float:
    """Return the time of day at which a moment begins, in hours."""
    return moment.seconds[0] % SECONDS_A_DAY / 3_600


def _is_evening(moment: Moment) -> bool:
    """Tell whether a moment within a day begins in the evening or later."""
    return _hours(moment) >= EVENING


def _half(part: str, hour: int) -> str:
    """Return the half of the day that an hour is in: "10 at night" is p.m., "2 at night" is not."""
    if part == "NI":
        return "p" if NIGHTFALL <= hour < 12 else "a"
    return "p" if part in ("AF", "EV") else "a"


def at_clock(day: Moment, fields: Mapping[str, str], zone: str = "") -> Moment | None:
    """Return the time on a day; raise ValueError for none ("25:00")."""
    hour, half = int(fields["hour"]), fields.get("half", "")
    later = half.startswith("p")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if later else 0)
    elif half and not ("minute" in fields and later == (hour > 12)):
        return None  # but "19:32 PM", as many a page states its date
    minute = int(fields.get("minute", 0))
    second = int(fields["second"]) if "second" in fields else None
    return Moment.clock(day.first, hour, minute, second, _offset(fields.get("zone", "") or zone))


def _offset(zone: str) -> str:
    """Return a zone as an ISO 8601 offset."""
    if zone and zone[0] in "+-":
        return zone if ":" in zone else f"{zone[:3]}:{zone[3:] or '00'}"
    return zone.upper()
