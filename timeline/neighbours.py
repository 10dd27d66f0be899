"""Which tokens can stand side by side in what the phrases of a language read, or look at beside that.

A run ends where no phrase leads on from one word to the next: what stands there changes nothing of what is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import product
from typing import Final, NamedTuple

from timeline.paths import Path, Phrase, Place


class Sides(NamedTuple):
    """What can stand beside a token: sets of characters, each a bit of a number.

    `begins` and `whole` are what it can be the first token of, and all of; `joins` what can follow it, `opens` that
    before which it can be the first of a run, `closes` that which can be the last of one behind it.
    """

    begins: int
    whole: int
    joins: int
    opens: int
    closes: int


ANY: Final = Sides(-1, -1, -1, -1, -1)  # of what is not known
NONE: Final = Sides(0, 0, 0, 0, 0)


def united(sides: Iterable[Sides]) -> Sides:
    """Return the sides of what may be any of some tokens."""
    begins, whole, joins, opens, closes = NONE
    for each in sides:
        begins, whole, joins = begins | each.begins, whole | each.whole, joins | each.joins
        opens, closes = opens | each.opens, closes | each.closes
    return Sides(begins, whole, joins, opens, closes)


class Neighbours:
    """The sides of the tokens of a language, by its phrases and the character of what each of them gives.

    They are worked out when the first of them is asked for.
    """

    def __init__(self, phrases: Mapping[Phrase, str]) -> None:
        self._phrases = phrases
        self._known: dict[str, Sides] = {}

    def of(self, char: str) -> Sides:
        """Return the sides of a token by its character."""
        if char not in self._known:
            begun, ended, alone = self._given
            joins, opens, closes = self._beside
            first, last = _all_given(char, begun), _all_given(char, ended)
            whole = first & last
            opening = -1 if whole & alone else _of_any(whole, opens)
            self._known[char] = Sides(first, whole, _of_any(last, joins), opening, _of_any(last, closes) | alone)
        return self._known[char]

    @cached_property
    def _pairs(self) -> dict[Phrase, list[tuple[Place, Place]]]:
        """What can follow what in each phrase."""
        return {phrase: phrase.pairs() for phrase in self._phrases}

    @cached_property
    def _given(self) -> tuple[dict[str, int], dict[str, int], int]:
        """What is given where a character is the first, or the last, and the characters that are read by themselves."""
        begun, ended, alone = defaultdict[str, int](int), defaultdict[str, int](int), 0
        for phrase, given in self._phrases.items():
            for place, then in self._pairs[phrase]:
                if then is phrase or place.segment != then.segment:
                    ended[place.chars] |= _bits(given)
                if place is phrase or place.segment != then.segment:
                    begun[then.chars] |= _bits(given)
                if then is phrase and place in phrase.then:
                    alone |= _bits(place.chars)
        return _by_char(begun), _by_char(ended), alone

    @cached_property
    def _beside(self) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        """What can follow a character, and that of it by which a run can begin with the one or end with the other."""
        joins, opens, closes = (defaultdict[str, int](int) for _ in range(3))
        for phrase, own in self._pairs.items():
            pairs, opening, closing = _with_contexts(phrase, own)
            for place, then in pairs:
                joins[place.chars] |= _bits(then.chars)
                if place in opening:
                    opens[place.chars] |= _bits(then.chars)
                if then in closing:
                    closes[place.chars] |= _bits(then.chars)
        return _by_char(joins), _by_char(opens), _by_char(closes)


def _with_contexts(
    phrase: Phrase, own: Sequence[tuple[Place, Place]]
) -> tuple[list[tuple[Place, Place]], set[Place], set[Place]]:
    """Return what can follow what in a phrase and its contexts, and what of that can be first and last."""
    pairs, last = list(own), lasts(phrase, own)
    opening, closing = set(phrase.then), set(last)
    for context in phrase.contexts:
        beside = context.pairs()
        pairs += beside
        if context.is_before:
            opening.update(context.then)
            pairs += product(lasts(context, beside), phrase.then)
        else:
            closing.update(lasts(context, beside))
            pairs += product(last, context.then)
    return pairs, opening, closing


def lasts(path: Path, pairs: Iterable[tuple[Place, Place]]) -> list[Place]:
    """Return the places of a path that can be last."""
    return [place for place, then in pairs if then is path]


def _by_char(table: Mapping[str, int]) -> dict[str, int]:
    """Return what a table has for characters, each by itself."""
    shared: dict[str, int] = {}
    for chars, bits in table.items():
        for char in chars:
            shared[char] = shared.get(char, 0) | bits
    return shared


def _all_given(char: str, given: Mapping[str, int]) -> int:
    """Return a character and all that is given by it, by what is given by that, and so on."""
    found, new = 0, _bits(char)
    while new:
        found |= new
        new = _of_any(new, given) & ~found
    return found


def _of_any(bits: int, table: Mapping[str, int]) -> int:
    """Return what a table has for any of some characters."""
    found = 0
    while bits:
        lowest = bits & -bits
        found |= table.get(chr(lowest.bit_length() - 1), 0)
        bits ^= lowest
    return found


@cache
def _bits(chars: str) -> int:
    """Return some characters as the bits of a number."""
    return sum(1 << ord(char) for char in set(chars))
