"""Date expressions in languages that have no grammar of their own yet: less is found, and less surely.

The names of months, weekdays and relative days come from the locales of dateparser, whose search in running text is
too slow and takes too much for a date; so only full and unmistakable forms are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from attrs import frozen

from timeline.days import day_number
from timeline.moments import Grain, Moment
from timeline.timex import Timex

FOREIGN: Final = "foreign"  # the rule of what is found here
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS: Final = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}
_RELATIVE: Final = re.compile(r"(in )?(\d) (day|week|month|year)( ago)?")
_YEAR: Final = r"(?P<{0}>(?:1[5-9]|20)\d\d)(?!\d)"
_OF: Final = r"(?:del?\s)?"  # between day, month and year in Romance languages
# Forms in figures, the same everywhere: points put the day first.
_FIGURES: Final = (
    r"(?<![\d.])(?P<d1>\d{1,2})\.\s?(?P<m1>\d{1,2})\.\s?" + _YEAR.format("y1"),
    r"(?<!\d)" + _YEAR.format("y2") + r"-(?P<m2>\d\d)-(?P<d2>\d\d)(?!\d)",
    r"(?<!\d)" + _YEAR.format("y3") + r"[年년]\s?(?P<m3>\d{1,2})[月월](?:\s?(?P<d3>\d{1,2})[日일])?",
)


@frozen
class _Locale:
    pattern: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative: Mapping[str, tuple[int, Grain]]


def find_foreign(text: str, published: Moment | None, language: str) -> list[Timex]:
    """Return the unmistakable date expressions of a text in a language without a grammar.

    Without a date of publication those that lean on it are left out; an unknown language has its figures read.

    >>> [timex.value for timex in find_foreign("Die Fähre fuhr am 20. Juni 2025.", None, "de")]
    ['2025-06-20']
    """
    locale = _locale(language)
    return list(_found(text, locale, published.first if published else None))


def _found(text: str, locale: _Locale, today: int | None) -> Iterator[Timex]:
    for match in locale.pattern.finditer(text):
        try:
            when = _when(match, locale, today)
        except ValueError:  # a day that the calendar lacks
            continue
        if when is not None:
            yield Timex(match.start(), match.end(), match.group(), when, FOREIGN)


def _when(match: re.Match[str], locale: _Locale, today: int | None) -> Moment | None:
    said = {name.rstrip("1234"): value for name, value in match.groupdict().items() if value}
    if "y" in said or "m" in said:
        month = said.get("m", "")
        number = int(month) if month.isdigit() else locale.months[month.casefold()]
        day = int(said["d"]) if "d" in said else None
        if "y" in said:
            return Moment.of(int(said["y"]), number, day)
        return _nearest(number, day, today) if today is not None and day else None
    if today is None:
        return None
    if "weekday" in said:
        weekday = locale.weekdays[said["weekday"].casefold()]
        return Moment(Grain.DAY, today - (today - weekday) % 7)
    count, grain = locale.relative[" ".join(said["relative"].casefold().split())]
    return Moment.at(today, grain).shift(count)


def _nearest(month: int, day: int, today: int) -> Moment:
    """Return the day of that name nearest to another."""
    year = Moment(Grain.DAY, today).year
    nearest = min(range(year - 1, year + 2), key=lambda one: abs(day_number(one, month, day) - today))
    return Moment.of(nearest, month, day)


@cache
def _locale(language: str) -> _Locale:
    from dateparser.languages.loader import default_loader  # noqa: PLC0415 - slow to import

    try:
        info = default_loader.get_locale(language).info
    except (ValueError, TypeError):
        info = {}
    months = {word.casefold(): n for n, name in enumerate(_MONTHS, 1) for word in info.get(name, ()) if len(word) > 2}
    weekdays = {
        word.casefold(): n for n, name in enumerate(_WEEKDAYS, 1) for word in info.get(name, ()) if len(word) > 4
    }
    relative = {
        word.casefold(): ((1 if match[1] else -1) * int(match[2]), _UNITS[match[3]])
        for key, words in info.get("relative-type", {}).items()
        if (match := _RELATIVE.fullmatch(key))
        for word in words
        if len(word) > 4
    }
    return _Locale(_pattern(months, weekdays, relative), months, weekdays, relative)


def _pattern(*tables: Mapping[str, object]) -> re.Pattern[str]:
    months, weekdays, relative = (_either(table) for table in tables)
    forms = (
        *_FIGURES,
        rf"(?<!\w)(?P<d4>\d{{1,2}})(?:\.|er|[ºª°])?\s{_OF}(?P<m4>{months})\.?(?!\w)(?:\s{_OF}{_YEAR.format('y4')})?",
        rf"(?<!\w)(?P<m>{months})\.?\s{_OF}{_YEAR.format('y')}",
        rf"(?<!\w)(?P<weekday>{weekdays})(?!\w)",
        rf"(?<!\w)(?P<relative>{relative})(?!\w)",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _either(table: Mapping[str, object]) -> str:
    words = sorted(table, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in words) or r"(?!)"
