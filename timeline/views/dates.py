"""Dates in words, as a careful newspaper writes them."""

from __future__ import annotations

from typing import Final

from timeline.article import Published
from timeline.days import timex_year, year_month_day
from timeline.moments import PARTS, SEASONS, SECONDS_A_DAY, Grain, Mod, Moment
from timeline.when import Interval

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASON_WORDS: Final = {"WI": "winter", "SP": "spring", "SU": "summer", "FA": "autumn"}
_PARTS: Final = dict(zip(PARTS, ("morning", "daytime", "midday", "afternoon", "evening", "night"), strict=True))
_ORDINALS: Final = {1: "first", 2: "second", 3: "third", 4: "fourth"}
_MODS: Final[dict[Mod, str]] = {
    "APPROX": "about ",
    "START": "early ",
    "MID": "mid-",
    "END": "late ",
    "BEFORE": "before ",
    "AFTER": "after ",
    "ON_OR_BEFORE": "by ",
    "ON_OR_AFTER": "since ",
}
_OR_BEYOND: Final = {"ON_OR_BEFORE": "or earlier", "ON_OR_AFTER": "or later"}

WITHIN: Final = ("START", "MID", "END")  # the part of its cell that a date lies in


def year_in_words(year: int) -> str:
    """Return a year as it is spoken of: `2025`, `44 BC`."""
    return str(year) if year > 0 else f"{1 - year} BC"


def weekday(day: int) -> str:
    """Return the name of the weekday of a day number."""
    return WEEKDAYS[(day - 1) % 7]


def in_words(when: Moment | Interval | None) -> str:
    """Return the date in words.

    >>> in_words(Moment.of(2025, 6, 17)), in_words(Interval(Moment.of(2025, 5), Moment.of(2025, 7)))
    ('17 June 2025', 'May to July 2025')
    """
    if when is None:
        return "undated"
    if isinstance(when, Interval):
        return _interval(when)
    return _MODS.get(when.mod, "") + _cell(when) if when.mod else _cell(when)


def published_in_words(published: Published | None, *, bare: bool = False) -> str:
    """Return when an article was published, in words, and unless `bare` whether that is inferred; empty if unknown.

    A day has its weekday, against which a reader holds the "on Tuesday" of the article.
    """
    if published is None or (published.earliest is None and published.latest is None):
        return ""
    when = published.moment or Interval(published.earliest, published.latest)
    before = f"{weekday(published.day.first)[:3]} " if published.day else ""
    return before + in_words(when) + (" (inferred)" if published.origin == "inferred" and not bare else "")


def _interval(when: Interval) -> str:
    if when.first is None or when.last is None:
        return f"until {in_words(when.last)}" if when.first is None else f"since {in_words(when.first)}"
    if times := hours(when):
        return f"{_day(when.first.first)}, {times}"
    first, last = in_words(when.first), in_words(when.last)
    head, _, year = first.rpartition(" ")
    if head and last.endswith(" " + year):
        first = head
        day, _, month = head.rpartition(" ")
        if day.isdigit() and last.endswith(f" {month} {year}"):
            first = day
    return f"{first} to {last}"


def clock(moment: Moment) -> str:
    """Return the time of a clock moment with its zone: `14:30`, `14:30 UTC`, `14:30 (+09:00)`."""
    rest = moment.seconds[0] % SECONDS_A_DAY
    second = f":{rest % 60:02d}" if moment.grain is Grain.SECOND else ""
    zone = {"": "", "Z": " UTC"}.get(moment.zone, f" ({moment.zone})")
    return f"{rest // 3600:02d}:{rest // 60 % 60:02d}{second}{zone}"


def part_of_day(moment: Moment) -> str:
    """Return the word for a part of the day: `night`."""
    return _PARTS[tuple(PARTS)[moment.n % len(PARTS)]]


def time_of_day(moment: Moment) -> str:
    """Return what a date says beyond its day: `about 14:30`, `early morning`, `or earlier`; empty for a plain day.

    >>> day = Moment.of(2025, 6, 17)
    >>> time_of_day(Moment.part(day.n, "NI").with_mod("END")), time_of_day(day.with_mod("START")), time_of_day(day)
    ('late night', 'early', '')
    """
    if moment.grain is Grain.DAY:
        return _MODS[moment.mod].strip(" -") if moment.mod in WITHIN else _OR_BEYOND.get(moment.mod or "", "")
    return (_MODS.get(moment.mod, "") if moment.mod else "") + _time(moment)


def hours(when: Interval) -> str:
    """Return from which time of a day to which an interval lasts; empty if it does not.

    >>> day = Moment.of(2025, 6, 17)
    >>> hours(Interval(Moment.clock(day.n, 17), Moment.clock(day.n, 19, 30))), hours(Interval(day, day.shift(1)))
    ('17:00–19:30', '')
    """
    first, last = when.first, when.last
    if first is None or last is None or max(first.grain, last.grain) >= Grain.PART or first.first != last.first:
        return ""
    return f"{clock(first)}–{clock(last)}"


def _time(moment: Moment) -> str:
    return part_of_day(moment) if moment.grain is Grain.PART else clock(moment)


def _day(number: int) -> str:
    year, month, day = year_month_day(number)
    return f"{day} {MONTHS[month - 1]} {year_in_words(year)}"


def _cell(m: Moment) -> str:
    if m.grain < Grain.DAY:
        return f"{_day(m.first)}, {_time(m)}"
    year = year_in_words(m.year)
    if m.grain in (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM):
        return _block(m)
    return {
        Grain.DAY: lambda: _day(m.n),
        Grain.WEEKEND: lambda: f"weekend of {_day(m.first)}",
        Grain.WEEK: lambda: f"week of {_day(m.first)}",
        Grain.MONTH: lambda: f"{MONTHS[m.n % 12]} {year}",
        Grain.SEASON: lambda: _season(m),
        Grain.QUARTER: lambda: f"{_ORDINALS[m.n % 4 + 1]} quarter of {year}",
        Grain.HALF: lambda: f"{_ORDINALS[m.n % 2 + 1]} half of {year}",
        Grain.YEAR: lambda: year,
    }[m.grain]()


def _season(m: Moment) -> str:
    """Name a season; a winter, which begins in December, by both its years."""
    first, last = (year_month_day(day)[0] for day in (m.first, m.last))
    name = SEASON_WORDS[SEASONS[m.n % 4]]
    return f"{name} {year_in_words(first)}" if first == last else f"{name} {year_in_words(first)}–{last % 100:02d}"


def _block(m: Moment) -> str:
    """Decades, centuries and millennia by the years that they begin with; before Christ by their bounds."""
    first, last = (year_month_day(day)[0] for day in (m.first, m.last))
    if m.n < 0:
        return f"{year_in_words(first)} to {year_in_words(last)}"
    return f"{timex_year(first).lstrip('0')}s" if first > 0 else f"first {last + 1} years"
