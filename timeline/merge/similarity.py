"""How alike two texts are: cosine of vectors of words weighted by rarity (tf-idf), cut to the words that weigh most."""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from attrs import frozen

Vector: TypeAlias = Mapping[str, float]

_TOKEN: Final = re.compile(r"\d[\d,.]*\d|\d+|[^\W\d_]+(?:-[^\W\d_]+)*")
STEM: Final = 6  # letters
_BACKGROUND: Final = 30  # texts that are imagined beside those given, one of which has any word: few texts tell little


class _Forms(dict[str, str]):
    """The forms of words, each made when it is first asked for."""

    def __init__(self, form: Callable[[str], str]) -> None:
        """Make forms with `form`."""
        self._form = form

    def __missing__(self, token: str) -> str:
        form = self[token] = self._form(token)
        return form


class Tokenizer:
    """Finds the words and numbers of texts that may tell happenings apart; those with a capital keep it.

    >>> Tokenizer(frozenset({"the", "near"}))("The ferries sank near Rhodes: 1,200 aboard")
    ['ferry', 'sank', 'Rhode', '1200', 'aboard']
    """

    def __init__(self, common: frozenset[str], same: Mapping[str, str] | None = None) -> None:
        """Pass over the words of `common`; take those of `same` for what it gives for them."""
        self._common = common
        self._same = same or {}
        self._known = _Forms(self._normal)

    def __call__(self, text: str) -> list[str]:
        """Return the telling words of a text, in order."""
        known = self._known
        return [word for token in _TOKEN.findall(text) if (word := known[token])]

    def _normal(self, token: str) -> str:
        """Return the form that a word is compared in; nothing for one that tells nothing."""
        if token[0].isdigit():
            return token.replace(",", "")
        lower = token.lower()
        if len(token) < 3 or lower in self._common:
            return ""
        if lower in self._same:
            return self._same[lower]
        return _singular(token) if token[0] != lower[0] else _singular(lower)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word


def stems(words: Iterable[str]) -> list[str]:
    """Return words cut to the letters that a family has in common, but for names and numbers.

    >>> stems(["indicted", "indictment", "Rhodes", "1200000"])
    ['indict', 'indict', 'Rhodes', '1200000']
    """
    return [_STEMS[word] for word in words]


_STEMS: Final = _Forms(lambda word: word[:STEM] if word[0].islower() else word)


@frozen
class Rarity:
    """How much each word of a collection of texts tells: the logarithm of its rarity; `unseen` for all others."""

    weights: Mapping[str, float]
    unseen: float

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Rarity:
        """Weigh the words of texts."""
        counts: Counter[str] = Counter()
        total = _BACKGROUND
        for words in texts:
            counts.update({word.lower() for word in set(words)})
            total += 1
        return cls({word: math.log(total / (count + 1)) for word, count in counts.items()}, math.log(total))


def vector(words: Iterable[str], rarity: Rarity, size: int, name: float) -> Vector:
    """Return the unit vector of the `size` words of a text that weigh most, those that weigh most first.

    A name, which is a word that is never without its capital, weighs `name` times what another does.
    """
    plain: dict[str, int] = Counter(words)
    names: dict[str, int] = {}
    for word in [word for word in plain if word[0].isupper()]:
        key, count = sys.intern(word.lower()), plain.pop(word)
        names[key] = names.get(key, 0) + count
    for key in names.keys() & plain.keys():
        plain[key] += names.pop(key)
    weights, unseen = rarity.weights, rarity.unseen
    ranked = [(-(1 + math.log(count)) * weights.get(key, unseen), key) for key, count in plain.items()]
    ranked += [(-(1 + math.log(count)) * weights.get(key, unseen) * name, key) for key, count in names.items()]
    ranked.sort()
    return unit({key: -weight for weight, key in ranked[:size]})


def unit(weights: Mapping[str, float]) -> Vector:
    """Return a vector of the same direction and of length 1."""
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / norm for key, weight in weights.items()}


def dot(one: Vector, other: Vector) -> float:
    """Return the scalar product; the order of the words makes no difference to its last bit."""
    return math.fsum([one[key] * other[key] for key in one.keys() & other.keys()])


def shared(one: Vector, other: Vector, most: int = 6) -> tuple[str, ...]:
    """Return the words that bind two vectors most, the strongest first."""
    both = [(weight * other[key], key) for key, weight in one.items() if key in other]
    return tuple(key for _, key in sorted(both, key=lambda item: (-item[0], item[1]))[:most])
