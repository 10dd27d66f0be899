"""How alike two texts are: cosine of vectors of words weighted by rarity (tf-idf), cut to the words that weigh most."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from attrs import frozen

Vector: TypeAlias = Mapping[str, float]

_TOKEN: Final = re.compile(r"\d[\d,.]*\d|\d+|[^\W\d_]+(?:-[^\W\d_]+)*")
_NAME: Final = 2.0  # times as much as a plain word
_BACKGROUND: Final = 30  # texts that are imagined beside those given, one of which has any word: few texts tell little


def tokens(text: str, common: frozenset[str]) -> list[str]:
    """Return the words and numbers of a text that may tell happenings apart; those with a capital keep it.

    >>> tokens("The ferries sank near Rhodes: 1,200 aboard", frozenset({"the", "near"}))
    ['ferry', 'sank', 'Rhode', '1200', 'aboard']
    """
    found = []
    for token in _TOKEN.findall(text):
        if token[0].isdigit():
            found.append(token.replace(",", ""))
        elif len(token) > 2 and (lower := token.lower()) not in common:
            found.append(_singular(token if token[0] != lower[0] else lower))
    return found


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word


@frozen
class Rarity:
    """In how many of `total` texts each word stands."""

    counts: Mapping[str, int]
    total: int

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Rarity:
        """Count the words of texts."""
        counts: Counter[str] = Counter()
        total = 0
        for words in texts:
            counts.update({word.lower() for word in words})
            total += 1
        return cls(counts, total)

    def weight(self, word: str) -> float:
        """Return how much a word tells: the logarithm of its rarity."""
        return math.log((self.total + _BACKGROUND) / (self.counts.get(word.lower(), 0) + 1))


def vector(words: Iterable[str], rarity: Rarity, size: int) -> Vector:
    """Return the unit vector of the `size` words of a text that weigh most."""
    counts: dict[str, float] = {}
    names: dict[str, bool] = {}
    for word in words:
        key = word.lower()
        counts[key] = counts.get(key, 0) + 1
        names[key] = names.get(key, True) and word[0].isupper()
    weights = {
        key: (1 + math.log(count)) * rarity.weight(key) * (_NAME if names[key] else 1) for key, count in counts.items()
    }
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:size]
    norm = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return {key: weight / norm for key, weight in kept}


def dot(one: Vector, other: Vector) -> float:
    """Return the scalar product."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[key] for key, weight in one.items() if key in other)


def shared(one: Vector, other: Vector, most: int = 6) -> tuple[str, ...]:
    """Return the words that bind two vectors most, the strongest first."""
    both = [(weight * other[key], key) for key, weight in one.items() if key in other]
    return tuple(key for _, key in sorted(both, key=lambda item: (-item[0], item[1]))[:most])
