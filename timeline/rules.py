"""The rules of a language: what their phrases read in a shape, level by level.

What a rule reads becomes a token of the types that the rule gives, which the rules of later levels read in turn. A
shape is read before any word is looked at, so that what it comes to holds for all runs of that shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from timeline.lexicon import Lexicon, constant
from timeline.phrases import Phrase, Segment, compile_phrase

NEEDS: Final = 3  # of a phrase that are looked for in a shape before it is tried
_KEYS: Final = frozenset(("gives", "op", "phrases", "only", "closed"))
# What a rule may give that is an expression of its own, not only a part of others.
FOUND: Final = frozenset(("date", "time", "length", "set", "reference"))


class Rule(NamedTuple):
    """One rule of a language: `phrases` over token types, the operator that gives them meaning and its constants.

    `gives` are the types of what it reads, `only` the genres of text in which it counts (none: all), and one that is
    `closed` counts only before a punctuation mark.
    """

    name: str
    op: str
    gives: tuple[str, ...]
    phrases: tuple[str, ...]
    constants: Mapping[str, Any]
    only: frozenset[str]
    closed: bool

    @classmethod
    def of(cls, name: str, data: Mapping[str, Any]) -> Rule:
        """Return the rule that a table of a language file says; raise ValueError for one that lacks something."""
        try:
            return cls(
                name,
                data.get("op", name),
                tuple(data["gives"].split()),
                tuple(data["phrases"]),
                {k: constant(v) for k, v in data.items() if k not in _KEYS},
                frozenset(data.get("only", "").split()),
                data.get("closed", False),
            )
        except KeyError as missing:
            raise ValueError(f"rule {name} has no {missing}") from None


class Reading(NamedTuple):
    """What a rule reads at tokens `[start, end)` of a shape.

    `args` are the arguments: name, type, and what it is that type of. `said` are their names, `parts` what counts in
    its place where the rule does not.
    """

    start: int
    end: int
    rule: Rule
    args: tuple[Argument, ...]
    said: frozenset[str]
    parts: tuple[Reading, ...]


# A token by its number, or what is read in its place; several of them are a list.
Node: TypeAlias = int | Reading
Argument: TypeAlias = tuple[str, str, Node | list[Node]]


class Match(NamedTuple):
    """A phrase of a rule at `[start, end)` of a shape."""

    start: int
    end: int
    rule: Rule
    segments: tuple[Segment, ...]


class Levels:
    """The rules of a language, level by level.

    Which of all phrases can stand in a shape, its characters tell at once: each set of characters of which a phrase
    needs one has a bit, the first sets of all phrases before the second ones.
    """

    def __init__(self, levels: Iterable[Sequence[Rule]], lexicon: Lexicon) -> None:
        self._phrases: list[tuple[Rule, Phrase]] = []
        self._gives: dict[str, str] = {}
        self._levels: list[int] = []  # the bits of the phrases of each
        for rules in levels:
            start = len(self._phrases)
            for rule in rules:
                self._gives[rule.name] = lexicon.char(rule.gives)
                where = f"rule {rule.name}"
                self._phrases += [(rule, compile_phrase(text, lexicon, where)) for text in rule.phrases]
            self._levels.append((1 << len(self._phrases)) - (1 << start))
        self._met: dict[str, int] = {}  # the bits of the sets that a character is in
        self._unneeded = 0  # the bits of sets that phrases have none of
        for number, (_, phrase) in enumerate(self._phrases):
            for rank in range(NEEDS):
                self._note(phrase.needs[rank : rank + 1], 1 << rank * len(self._phrases) + number)

    def _note(self, needs: Sequence[str], bit: int) -> None:
        """Note the bit of a set of characters, if there is one."""
        if not needs:
            self._unneeded |= bit
        for char in "".join(needs):
            self._met[char] = self._met.get(char, 0) | bit

    @property
    def ends(self) -> frozenset[str]:
        """The characters that can end what is read, or be looked at after it."""
        return frozenset().union(*[phrase.ends for _, phrase in self._phrases])

    def readings(self, shape: str) -> tuple[Reading, ...]:
        """Return the expressions that the levels, one after the other, read in a shape, left to right."""
        nodes: list[Node] = list(range(len(shape)))
        possible = self._possible(shape)
        for level in self._levels:
            if possible & level and (matches := self._read(possible & level, shape)):
                shape, nodes = self._replaced(shape, nodes, matches)
                possible = self._possible(shape)
        return _found(nodes)

    def _possible(self, shape: str) -> int:
        """Return the bits of the phrases that have what they need in a shape."""
        met = self._unneeded
        for char in shape:
            met |= self._met.get(char, 0)
        for _ in range(NEEDS - 1):
            met &= met >> len(self._phrases)
        return met

    def _read(self, bits: int, shape: str) -> list[Match]:
        """Return where the phrases of some bits stand in a shape, left to right, the longest at each place."""
        phrases = list(self._chosen(bits))
        found: list[Match] = []
        end = 0
        for position in range(len(shape)):
            if position >= end and (best := _longest(phrases, shape, position)):
                found.append(best)
                end = best.end
        return found

    def _chosen(self, bits: int) -> Iterator[tuple[Rule, Phrase]]:
        """Yield the phrases of some bits, in their order."""
        while bits:
            lowest = bits & -bits
            yield self._phrases[lowest.bit_length() - 1]
            bits ^= lowest

    def _replaced(self, shape: str, nodes: Sequence[Node], matches: Iterable[Match]) -> tuple[str, list[Node]]:
        """Return a shape and its nodes with what was read in their places."""
        read: list[Node] = []
        chars, position = "", 0
        for match in matches:
            read += nodes[position : match.start]
            chars += shape[position : match.start]
            for start, end, names in match.segments:
                if names or len(match.segments) == 1:
                    read.append(_reading(match, start, end, names, nodes))
                    chars += self._gives[match.rule.name]
                else:
                    read += nodes[start:end]
                    chars += shape[start:end]
            position = match.end
        return chars + shape[position:], read + list(nodes[position:])


def _longest(phrases: Iterable[tuple[Rule, Phrase]], shape: str, position: int) -> Match | None:
    """Return the longest of the phrases that stand at a place, the first listed among equals."""
    first, second = shape[position], shape[position + 1 : position + 2]
    end, best = position, None
    for rule, phrase in phrases:
        if first in phrase.begins and (phrase.seconds is None or second in phrase.seconds):
            match = phrase.regex.match(shape, position)
            if match and match.end() > end:
                end, best = match.end(), (rule, phrase, match)
    if best is None:
        return None
    rule, phrase, match = best
    return Match(position, end, rule, phrase.segments(match))


def _found(nodes: Iterable[Node]) -> tuple[Reading, ...]:
    """Return the readings among nodes that stand by themselves."""
    return tuple(node for node in nodes if isinstance(node, Reading) and not FOUND.isdisjoint(node.rule.gives))


def _reading(
    match: Match, start: int, end: int, names: Iterable[tuple[str, str, int, int]], nodes: Sequence[Node]
) -> Reading:
    """Return what a segment of a phrase says, with what it lacks taken from the phrase's other segments."""
    args = _arguments(names, nodes)
    if len(match.segments) > 1:
        for _, _, others in match.segments:
            args = {**_arguments(others, nodes), **args}
    first, last = nodes[start], nodes[end - 1]
    return Reading(
        first if isinstance(first, int) else first.start,
        last + 1 if isinstance(last, int) else last.end,
        match.rule,
        tuple((name, kind, node) for name, (kind, node) in args.items()),
        _said(tuple(args)),
        _found(nodes[start:end]) if match.rule.closed or match.rule.only else (),
    )


@cache
def _said(names: tuple[str, ...]) -> frozenset[str]:
    """Return the set of names, one for all readings that say the same: there are few."""
    return frozenset(names)


def _arguments(
    names: Iterable[tuple[str, str, int, int]], nodes: Sequence[Node]
) -> dict[str, tuple[str, Node | list[Node]]]:
    """Return what the nodes bound to each name are; several of one name become a list, second ones `name2`."""
    args: dict[str, tuple[str, Node | list[Node]]] = {}
    for kind, name, start, end in names:
        key = name if name not in args else f"{name}{sum(known.rstrip('23456789') == name for known in args) + 1}"
        args[key] = kind, nodes[start] if end == start + 1 else list(nodes[start:end])
    return args
