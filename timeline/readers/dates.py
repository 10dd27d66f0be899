"""A date that stands alone, as metadata and people write it, to a moment."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from attrs import evolve

from timeline.article import Origin, Published
from timeline.days import day_number
from timeline.language import known
from timeline.moments import Grain, Moment
from timeline.recognise import day_order, find_timexes

_ISO: Final = re.compile(
    r"(\d{4})-?(\d\d)(?:-?(\d\d)"
    r"(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?)?"
)
_NUMERIC: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_EITHER: Final = re.compile(
    r"(?<![\d/-])(?!(\d\d?)[/-]\1[/-])(?:0?[1-9]|1[0-2])([/-])(?:0?[1-9]|1[0-2])\2(?:\d{4}|\d\d)(?![\d/-])"
)
_EITHER_SURE: Final = 0.6
EITHER_WAY: Final = "day and month may be the other way round"  # so ends the note of such a date
_MONTH_FIRST: Final = ("en", "en-us", "")  # languages of those who write 6/20/2025
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<=[/.-])\d\d\b|['’]\d\d\b")
_LONGEST: Final = 100  # characters


def parse_date(text: str, zone: str = "", language: str = "", day_first: bool | None = None) -> Moment | None:
    """Return the moment that a date means by itself; None for one that is relative or no date.

    A time keeps its own offset; `zone` is that of times which state none. `day_first` is as for `parse_numeric`.

    >>> parse_date("2025-06-20T23:30:00-04:00")
    Moment(2025-06-20T23:30-04:00)
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        if match := _ISO.fullmatch(text):
            return _iso(match, zone)
        if numeric := parse_numeric(text, language, day_first):
            return numeric
        return _mail(text, zone) or _written(text, zone, day_first) or _foreign(text, zone, language)
    except (ValueError, OverflowError):
        return None


def parse_numeric(text: str, language: str = "", day_first: bool | None = None) -> Moment | None:
    """Return the day of a date in figures: with points the day first, else as its numbers or its language tell.

    `day_first` outweighs the language. Raises ValueError where the calendar has no such day.

    >>> parse_numeric("01.11.2023"), parse_numeric("1/11/2023"), parse_numeric("1/11/2023", "fr")
    (Moment(2023-11-01), Moment(2023-01-11), Moment(2023-11-01))
    """
    match = _NUMERIC.match(text)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    usual = language.lower() not in _MONTH_FIRST if day_first is None else day_first
    day, month = (first, second) if match[2] == "." or first > 12 or (second <= 12 and usual) else (second, first)
    return Moment.of(year if year > 99 else 2000 + year if year < 70 else 1900 + year, month, day)


def written_order(text: str, language: str = "", day_first: bool | None = None) -> bool | None:
    """Tell whether a text writes 4/5/2025 for 4 May: by its other dates, else as the user says, else by its language.

    None where it is in a language of those who mostly put the month first.

    >>> written_order("07/02/2024, not 22/02/2024"), written_order("07/02/2024", "fr"), written_order("07/02/2024")
    (True, True, None)
    """
    told = day_order(text, language if known(language) else "en")
    if told is None and day_first is None:
        return None if language.lower() in _MONTH_FIRST else True
    return day_first if told is None else told


def either_way(published: Published, text: str, day_first: bool | None) -> Published:
    """Return a date less sure, and saying why, if it is written as 10/09/2025 and nothing tells which is the month."""
    if day_first is not None or not _EITHER.search(text):
        return published
    note = f"{published.note}; {EITHER_WAY}"
    return evolve(published, confidence=min(published.confidence, _EITHER_SURE), note=note)


def published_on(moment: Moment, origin: Origin, confidence: float, note: str = "") -> Published:
    """Return the date of publication for a moment; one coarser than a day gives bounds."""
    if moment.grain <= Grain.DAY:
        return Published.on(moment, origin, confidence, note)
    return Published(Moment(Grain.DAY, moment.first), Moment(Grain.DAY, moment.last), origin, confidence, note)


def has_year(text: str) -> bool:
    """Tell whether a date's words name its year."""
    return bool(_YEAR.search(text))


def _iso(match: re.Match[str], zone: str) -> Moment:
    year, month, day, hour, minute, second, offset = match.groups()
    date = Moment.of(int(year), int(month), int(day) if day else None)
    if hour is None:
        return date
    return _timed(date.n, int(hour), int(minute), int(second or 0), _offset(offset or zone))


def _timed(day: int, hour: int, minute: int, second: int, zone: str) -> Moment:
    return Moment.clock(day, hour, minute, second or None, zone)


def _offset(text: str) -> str:
    if text in ("", "Z", "UTC", "GMT"):
        return "Z" if text else ""
    sign, digits = text[0], text[1:].replace(":", "").ljust(4, "0")
    return f"{sign}{digits[:2]}:{digits[2:]}"


def of_datetime(moment: datetime, zone: str = "") -> Moment:
    """Return a datetime as a moment that keeps its offset."""
    offset = moment.utcoffset()
    if offset is not None:
        minutes = offset // timedelta(minutes=1)
        zone = "Z" if not minutes else f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    day = day_number(moment.year, moment.month, moment.day)
    return _timed(day, moment.hour, moment.minute, moment.second, zone)


def _mail(text: str, zone: str) -> Moment | None:
    """Read the form of RFC 2822: `Fri, 20 Jun 2025 09:15:00 +0900`."""
    if not re.search(r"\d\d:\d\d", text) or not re.match(r"\w{3}, *\d|\d{1,2} \w{3} \d{4} ", text):
        return None
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - slow to import

    try:
        return of_datetime(parsedate_to_datetime(text), zone)
    except (ValueError, TypeError, IndexError):
        return None


def _written(text: str, zone: str, day_first: bool | None) -> Moment | None:
    """Read a date in words, "June 20, 2025, 9:15 am", if it says its year."""
    for timex in find_timexes(text):
        when = parse_numeric(timex.text, "", day_first) or timex.when
        if isinstance(when, Moment) and has_year(timex.text) and len(timex.text) * 2 > len(text):
            return Moment(when.grain, when.n, None, when.zone or zone) if when.grain < Grain.PART else when
    return None


def _foreign(text: str, zone: str, language: str) -> Moment | None:
    """Read a date of another language; never one that is relative, which would be read against today."""
    if not language or not has_year(text):  # without a language hundreds would be tried
        return None
    from dateparser import parse  # noqa: PLC0415 - slow to import

    settings = {"PARSERS": ["absolute-time"], "STRICT_PARSING": True, "RETURN_TIME_AS_PERIOD": True}
    found = parse(text, languages=[language.lower().partition("-")[0]], settings=settings)
    if found is None:
        return None
    if not re.search(r"\d[:h]\d\d", text):
        return Moment.of(found.year, found.month, found.day)
    return of_datetime(found, zone)
