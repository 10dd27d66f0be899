"""Datelines, which say where and when a report was filed: "PORT ELM, June 17 (HNA) — ", "Bogotá, 3 jun (EFE).- "."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from attrs import frozen

from timeline.language import known, load
from timeline.letters import CAPITAL

_LONGEST: Final = 110  # characters
_LETTER: Final = rf"(?:[{CAPITAL}’'-]|\.(?!-))"
_CAPITALS: Final = rf"[{CAPITAL}]{_LETTER}+(?:[\s/][{CAPITAL}]{_LETTER}*)*(?!\w)"  # "ST. ELM"
_NAME: Final = rf"[{CAPITAL}](?:[\w’-]|\.(?!-))*"
_NAMES: Final = rf"{_NAME}(?:\s(?:[a-zß-ÿ]{{2,3}}\s){{0,2}}{_NAME}){{0,4}}"  # "San José de las Flores"
_REGION: Final = rf",\s{_NAME}(?:\s{_NAME}){{0,2}}"
_AGENCY: Final = r"\([^()\n]{0,70}\)|/[A-Z][\w ]{0,30}/"  # "(Reuters)", "/PRNewswire/"
_DASH: Final = (
    r"\s*—+\s*|\s*>>\s*|\s+[–−]+\s*|\s*[–−]+\s+|\s*--+\s*|\s+[-_]+\s+|(?<=\))[-_]+\s*"
    r"|(?<=/)\.\s+"  # "/NB/. "
)
_MARK: Final = re.compile(r"[—–−):]|--|>>|\s[-_]|\.-|/\.")  # without one of which there is no dateline
_NUMBER: Final = r"\d{1,4}(?:[/.:]\d{1,4}){0,2}(?:[.º](?!-)|[a-z]{2})?(?!\w)"
_LONG_NAME: Final = 7  # letters: "ISLAMABAD: The court ...", but not "UNICEF: No school ..."
_LONG_REPORT: Final = 60  # characters
_NAMED: Final = ("month", "weekday", "half_day")
_BETWEEN: Final = r"[a-z]{2,3}(?=\s)"  # "3 de junio", "3rd of June"
_REPORT: Final = re.compile(rf"[\W_]{{0,3}}[{CAPITAL}\d]")


@frozen
class Dateline:
    """A dateline up to the `end` of its mark; `is_sure` unless only a date tells its place from another name."""

    end: int
    is_sure: bool


def dateline_at(text: str, language: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """Return the dateline with which a stretch of a text begins, even if its date has been left out.

    >>> text = "PORT ELM, June 3 (HNA) — Ferries stopped."
    >>> text[dateline_at(text, "en").end :]
    'Ferries stopped.'
    """
    last = min(len(text) if end is None else end, start + _LONGEST)
    match = _pattern(language).match(text, start, last) if _MARK.search(text, start, last) else None
    if not match:
        return None
    marked = bool(match["dated"] or match["spanish"])
    opens = _REPORT.match(text, match.end(), end or len(text)) is not None
    if match["colon"]:
        abroad = match["country"] and match["dated"]  # "Elm [Norway], June 3: "
        is_one = opens and bool(match["agency"] or abroad or _is_place(match, end or len(text)))
    elif match["capitals"]:
        is_one = marked or bool(match["agency"]) or opens  # "OPEC — the cartel — met"
    elif match["name"]:
        is_one = marked or bool(match["left"] or (match["region"] and opens))
    else:
        is_one = bool(match["agency"]) and not match["bare"]
    later = match["region"] and match["later"]
    return Dateline(match.end(), bool(match["spanish"] or later or not match["name"])) if is_one else None


def _is_place(match: re.Match[str], end: int) -> bool:
    """Tell whether capitals before a colon are too long for those of who speaks, and what follows for a heading.

    With a date they are rather the entry of a log: "UPDATE 28 May: ...".
    """
    long = len(match["capitals"] or "") >= _LONG_NAME and end - match.end() >= _LONG_REPORT
    return long and not match["dated"]


def after_dateline(text: str, language: str, start: int = 0, end: int | None = None) -> int:
    """Return where a stretch of a text begins behind its dateline.

    >>> after_dateline("MADRID, 3 jun.- El puerto", "es")
    16
    """
    found = dateline_at(text, language, start, end)
    return found.end if found else start


@cache
def _pattern(language: str) -> re.Pattern[str]:
    tables = load(language, "dates")["words"] if known(language) else {}
    words = {word for table in _NAMED for each in tables.get(table, {}).values() for word in each}
    named = rf"(?i:{'|'.join(map(re.escape, sorted(words, reverse=True))) or '(?!)'})(?!\w)"
    part = rf"(?:{named}|{_NUMBER}|{_BETWEEN})"
    date = rf"(?=(?:[^\W\d]+[.,]{{0,2}}\s){{0,3}}\d){part}(?:,?\s{part})*"
    return re.compile(
        rf"\s*(?!(?:[^\W\d]+\s)?{named})"  # "On Monday, June 3 — "
        rf"(?:(?P<capitals>{_CAPITALS})|(?P<name>{_NAMES}))?(?P<region>{_REGION}(?:,?\s(?:[a-z]{{1,3}}|&)\s{_CAPITALS}(?:{_REGION})?)?)??"
        rf"(?P<country>\s\[[^\[\]\n]{{1,30}}\])?(?P<dated>,?\s{date})?(?P<left>,(?=\s?[-–—]))?,?(?:\s*(?:--)?(?P<agency>{_AGENCY}))?"
        rf"(?:{_DASH}|(?P<spanish>\s*\.-+\s*)|(?P<colon>\s?:(?!\d)\s*)|(?P<bare>(?<=\))\s+(?=[\"“‘{CAPITAL}])))"
        rf"(?:(?<=\s)(?P<later>{date})(?:{_DASH}|\s?:\s))?"  # "ELM (NB) — May 2 — ", "Elm, Norway – May 2, 2025: "
    )
