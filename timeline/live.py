"""Live pages: entries below the times of a day, the latest first."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from timeline.language import load

BACKWARDS: Final = 2  # steps back in time that make a live page


def is_live(text: str, language: str = "en") -> bool:
    r"""Tell whether paragraphs of a text begin with times of a day that go backwards.

    >>> is_live("6:10 p.m. It rains.\n\n4:45 p.m. It pours.\n\n11:20 a.m. It is dry.")
    True
    >>> is_live("18:10 Regen\n\n16:45 Regen\n\n11:20 Regen", "de")
    True
    """
    found = _entry(language).findall(text)
    times = [(half.lower(), int(hour) % (12 if half else 24), minute) for hour, minute, half in found]
    later = sum(one > other for one, other in pairwise(times))
    return later >= BACKWARDS and later > len(times) / 2


@cache
def _entry(language: str) -> re.Pattern[str]:
    """Return the pattern of the time with which an entry begins; its last group is "a" or "p"."""
    half = load(language, "dates")["settings"].get("half", "()")
    return re.compile(rf"^[^\w\n]{{0,6}}(\d{{1,2}})[:.](\d\d)(?:{half})?", re.IGNORECASE | re.MULTILINE)
