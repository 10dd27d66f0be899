"""The rules of a language: what their phrases read in a shape, level by level.

What a rule reads becomes a token of the types that the rule gives, which the rules of later levels read in turn. A
shape is read before any word is looked at, so that what it comes to holds for all runs of that shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from timeline.lexicon import Lexicon, constant
from timeline.neighbours import Neighbours
from timeline.paths import Match, Phrase, Segment, State, Step, standing
from timeline.phrases import compile_phrase

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


class Levels:
    """The rules of a language, level by level; all their phrases are looked for at once."""

    def __init__(self, levels: Iterable[Sequence[Rule]], lexicon: Lexicon) -> None:
        self._rules: dict[Phrase, Rule] = {}
        self._level: dict[Phrase, int] = {}
        self._gives: dict[str, str] = {}
        for level, rules in enumerate(levels):
            for rule in rules:
                self._gives[rule.name] = lexicon.char(rule.gives)
                phrases = [compile_phrase(text, lexicon, f"rule {rule.name}") for text in rule.phrases]
                self._rules |= dict.fromkeys(phrases, rule)
                self._level |= dict.fromkeys(phrases, level)
        self._begin = State([place for phrase in self._rules for place in phrase.then], {})

    @property
    def neighbours(self) -> Neighbours:
        """Which tokens can stand side by side in what is read."""
        return Neighbours({phrase: self._gives[rule.name] for phrase, rule in self._rules.items()})

    def readings(self, shape: str) -> tuple[Reading, ...]:
        """Return the expressions that the levels, one after the other, read in a shape, left to right."""
        nodes: list[Node] = list(range(len(shape)))
        level = -1
        while matches := self._next(shape, level):
            level = self._level[matches[0][2]]
            shape, nodes = self._replaced(shape, nodes, matches)
        return _found(nodes)

    def _next(self, shape: str, after: int) -> list[Match]:
        """Return what the next level after another reads in a shape; nothing if none does."""
        levels: dict[int, list[Match]] = {}
        for match in standing(self._begin, shape):
            level = self._level[match[2]]
            if level > after:
                levels.setdefault(level, []).append(match)
        for level in sorted(levels):
            if chosen := _chosen(levels[level], shape):
                return chosen
        return []

    def _replaced(self, shape: str, nodes: Sequence[Node], matches: Iterable[Match]) -> tuple[str, list[Node]]:
        """Return a shape and its nodes with what was read in their places."""
        read: list[Node] = []
        chars, position = "", 0
        for begin, stop, phrase in matches:
            rule, segments = self._rules[phrase], phrase.segments(shape, begin, stop)
            read += nodes[position:begin]
            chars += shape[position:begin]
            for segment in segments:
                if len(segments) == 1 or any(place.arguments for _, place in segment.steps):
                    read.append(_reading(rule, segment, segments, nodes))
                    chars += self._gives[rule.name]
                else:
                    read += nodes[segment.start : segment.end]
                    chars += shape[segment.start : segment.end]
            position = stop
        return chars + shape[position:], read + list(nodes[position:])


def _chosen(matches: Iterable[Match], shape: str) -> list[Match]:
    """Return those that stand in their contexts, left to right: the longest at each place, the first among equals."""
    chosen: list[Match] = []
    position = 0
    for start, end, phrase in sorted(matches, key=lambda match: (match[0], -match[1])):
        if start >= position and phrase.stands(shape, start, end):
            chosen.append((start, end, phrase))
            position = end
    return chosen


def _found(nodes: Iterable[Node]) -> tuple[Reading, ...]:
    """Return the readings among nodes that stand by themselves."""
    return tuple(node for node in nodes if isinstance(node, Reading) and not FOUND.isdisjoint(node.rule.gives))


def _reading(rule: Rule, segment: Segment, segments: Sequence[Segment], nodes: Sequence[Node]) -> Reading:
    """Return what a segment of a phrase says, with what it lacks taken from the phrase's other segments."""
    args = _arguments(segment.steps, nodes)
    if len(segments) > 1:
        for other in segments:
            args = {**_arguments(other.steps, nodes), **args}
    first, last = nodes[segment.start], nodes[segment.end - 1]
    return Reading(
        first if isinstance(first, int) else first.start,
        last + 1 if isinstance(last, int) else last.end,
        rule,
        tuple((name, kind, node) for name, (kind, node) in args.items()),
        _said(tuple(args)),
        _found(nodes[segment.start : segment.end]) if rule.closed or rule.only else (),
    )


@cache
def _said(names: tuple[str, ...]) -> frozenset[str]:
    """Return the set of names, one for all readings that say the same: there are few."""
    return frozenset(names)


def _arguments(steps: Iterable[Step], nodes: Sequence[Node]) -> dict[str, tuple[str, Node | list[Node]]]:
    """Return what the nodes bound to each name are; those of a repeated item become a list, second ones `name2`."""
    args: dict[str, tuple[str, Any]] = {}
    key, last = "", None
    for number, place in steps:
        for kind, name in place.arguments:
            if place is last:
                said = args[key][1]
                args[key] = kind, [*(said if isinstance(said, list) else [said]), nodes[number]]
            else:
                key = name
                if name in args:
                    key += str(sum(known.rstrip("23456789") == name for known in args) + 1)
                args[key] = kind, nodes[number]
        last = place
    return args
