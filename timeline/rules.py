"""The rules of a language: what their phrases read in a shape, level by level.

What a rule reads becomes a token of the types that the rule gives, which the rules of later levels read in turn. A
shape is read before any word is looked at, so that what it comes to holds for all runs of that shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from timeline.lexicon import Lexicon, constant
from timeline.phrases import Phrase, Segment, compile_phrase

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


class Level:
    """The rules of one level, by the characters that their phrases can begin with."""

    def __init__(self, rules: Sequence[Rule], lexicon: Lexicon) -> None:
        self._phrases: dict[str, list[tuple[Rule, Phrase]]] = {}
        ends: set[str] = set()
        for rule in rules:
            for text in rule.phrases:
                phrase = compile_phrase(text, lexicon, f"rule {rule.name}")
                ends |= phrase.ends
                item = rule, phrase
                for char in phrase.begins:
                    self._phrases.setdefault(char, []).append(item)
        self.ends = frozenset(ends)
        self._gives = {rule.name: lexicon.char(rule.gives) for rule in rules}
        self._pairs: dict[str, list[tuple[Rule, Phrase]]] = {}

    def read(self, shape: str) -> list[Match]:
        """Return what the rules read in a shape, left to right, the longest phrase at each place."""
        found: list[Match] = []
        end = 0
        for position, char in enumerate(shape):
            if position < end or char not in self._phrases:
                continue
            pair = shape[position : position + 2]
            phrases = self._pairs.get(pair)
            if phrases is None:
                phrases = self._pairs[pair] = self._possible(pair)
            if phrases and (best := _longest(phrases, shape, position)):
                found.append(best)
                end = best.end
        return found

    def replace(self, shape: str, nodes: Sequence[Node], matches: Iterable[Match]) -> tuple[str, list[Node]]:
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

    def _possible(self, pair: str) -> list[tuple[Rule, Phrase]]:
        """Return the phrases that can begin with two characters, or with one that is the last of its shape."""
        first, second = pair[0], pair[1:]
        return [item for item in self._phrases[first] if item[1].seconds is None or second in item[1].seconds]


def _longest(phrases: Iterable[tuple[Rule, Phrase]], shape: str, position: int) -> Match | None:
    """Return the longest of the phrases that stand at a place, the first listed among equals."""
    end, best = position, None
    lacks = frozenset(shape).isdisjoint
    for rule, phrase in phrases:
        match = None if any(map(lacks, phrase.needs)) else phrase.regex.match(shape, position)
        if match and match.end() > end:
            end, best = match.end(), (rule, phrase, match)
    if best is None:
        return None
    rule, phrase, match = best
    return Match(position, end, rule, phrase.segments(match))


def readings(levels: Iterable[Level], shape: str) -> tuple[Reading, ...]:
    """Return the expressions that the levels, one after the other, read in a shape, left to right."""
    nodes: list[Node] = list(range(len(shape)))
    for level in levels:
        if matches := level.read(shape):
            shape, nodes = level.replace(shape, nodes, matches)
    return _found(nodes)


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
