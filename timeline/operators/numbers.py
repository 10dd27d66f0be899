"""Numbers in words and fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any
from unicodedata import numeric

from timeline.operators.registry import Number, operator


@operator
def compose(**counts: Any) -> Number:
    """Number words: "two hundred and fifty", "a dozen", "forty-one"."""
    total: Number = 0
    group: Number = 0
    for word in (word for count in counts.values() for word in _tuple(count)):
        if word == "dozen":
            group = (group or 1) * 12
        elif word >= 1000:
            total, group = total + (group or 1) * word, 0
        elif word == 100:
            group = (group or 1) * word
        else:
            group += word
    return total + group


def _tuple(item: Any) -> tuple[Any, ...]:
    return item if isinstance(item, tuple) else (item,)


@operator
def scaled(number: Number, scale: Number | str) -> Number:
    """A number in digits and its magnitude: "66 million"."""
    return number * compose(scale=scale)


@operator
def mixed(number: Number = 0, half: Number = 0, fraction: Mapping[str, str] | None = None) -> Number:
    """A number and a fraction: "6 1/2", "two and a half"."""
    if fraction is None:
        return number + half
    part = fraction["part"]
    return int(fraction["whole"]) + (Fraction(part) if "/" in part else Fraction(numeric(part)))


@operator
def nth(nth: Mapping[str, str]) -> int:
    """An ordinal in digits: "17th"."""
    return int(nth["ordinal"])


@operator
def spelled_year(hundreds: int, rest: int) -> int | None:
    """A year in words: "nineteen ninety-six", "twenty ten"."""
    return hundreds * 100 + rest if 1 <= rest <= 99 else None
