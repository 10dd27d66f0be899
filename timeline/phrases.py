"""Phrases over token types, compiled to regular expressions over shapes.

the? number dash? unit 'ago'     names are token types; a quoted word is itself; `?`, `*`, `+` as usual
month&capital  month&!latent     tokens that have (have not) another type too
edge:mod                         the argument's name, when it is not the type's
(turn|ordinal) unit              either
<'in'> year                      context before (or, at the end, after) the expression and not part of it
year <!unit>                     not before a unit
day ; 'and' ; day month          three segments: each that holds a value is an expression of its own, and what it
                                 lacks it takes from the others ("6 and 7 January")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

Segment: TypeAlias = tuple[int, int, tuple[tuple[str, str, int, int], ...]]
_ITEM: Final = re.compile(
    r"\s*(?:(<!?)|(>)|((?:'[^']+'|[a-z_]+)(?:&!?[a-z_]+)*(?::[a-z]+\d?)?)([?*+]?)|(\)[?*+]?|[(|;])|(\S))"
)


class _Group(NamedTuple):
    """A group of a pattern: its number, the type of its tokens, and the name of the argument that they are."""

    number: int
    kind: str
    name: str


class Phrase:
    """A phrase: its pattern over shapes, the characters it can begin with, the groups of each segment.

    `seconds` are the characters that can stand second in it; none where it may be over after the first. `ends` are
    those that can end it, or what is looked at after it.
    """

    def __init__(
        self,
        pattern: str,
        begins: frozenset[str],
        seconds: frozenset[str] | None,
        ends: frozenset[str],
        groups: tuple[tuple[int, tuple[_Group, ...]], ...],
    ) -> None:
        self.pattern, self.begins, self.seconds, self.ends, self._groups = pattern, begins, seconds, ends, groups

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; made when first wanted, since a text needs few of a language's phrases."""
        return re.compile(self.pattern)

    def segments(self, match: re.Match[str]) -> tuple[Segment, ...]:
        """Return (start, end, arguments as (type, name, start, end)) of each segment of a match, counted in tokens."""
        return tuple(
            (*match.span(number), tuple((g.kind, g.name, *match.span(g.number)) for g in groups if match[g.number]))
            for number, groups in self._groups
            if match[number]
        )


def names(text: str) -> set[str]:
    """Return the names of tokens that a phrase speaks of: types, types with conditions, and quoted words.

    >>> sorted(names("the? month&!latent 'of' edge:mod"))
    ["'of'", 'edge', 'month&!latent', 'the']
    """
    return {match[3].partition(":")[0] for match in _ITEM.finditer(text) if match[3]}


class Vocabulary(Protocol):
    """What a phrase asks of the words of its language."""

    def characters(self, name: str) -> str:
        """Return the shape characters of the tokens that a name stands for; none for an unknown name."""

    def has_value(self, kind: str) -> bool:
        """Tell whether the tokens of a type say something, so that they are arguments."""


def compile_phrase(text: str, vocabulary: Vocabulary, where: str) -> Phrase:
    """Return a phrase; raise ValueError for an unknown type or a wrong form, naming `where` it stands."""
    compiler = _Compiler(text, vocabulary, where)
    pattern = compiler.pattern()
    seconds = frozenset(compiler.near) if compiler.needed > 1 else None
    groups = tuple((number, tuple(groups)) for number, groups in compiler.segments)
    return Phrase(pattern, frozenset(compiler.begins), seconds, frozenset(compiler.ends), groups)


class _Compiler:
    """One pass over a phrase that writes its pattern and notes its groups and first characters."""

    def __init__(self, text: str, vocabulary: Vocabulary, where: str) -> None:
        self.text, self.vocabulary, self.where = text, vocabulary, where
        self.segments: list[tuple[int, list[_Group]]] = [(1, [])]
        self.begins: set[str] = set()  # the characters up to the first item or group that cannot be left out
        self.near: set[str] = set()  # ... up to the second such
        self.ends: set[str] = set()  # ... from the last such on
        self.needed = 0  # how many such there are, up to two
        # the same of the group that is open, and of its branch
        self._group_near: set[str] = set()
        self._group_ends: set[str] = set()
        self._branch_ends: set[str] = set()
        self._branch_needed = self._group_needed = True  # whether it has an item that cannot be left out
        self._out = ["("]
        self._opened = 1  # groups of the pattern
        self._depth = 0
        self._context = False
        self._started = False  # contexts before the first item look behind, later ones ahead

    def pattern(self) -> str:
        for opening, closing, name, repeat, sign, wrong in _ITEM.findall(self.text):
            if wrong:
                raise ValueError(f"{self.where}: phrase {self.text!r}: unexpected {wrong!r}")
            if opening:
                behind = not self._started
                self._context = True
                self._out.append(f"(?{'<' if behind else ''}{'!' if opening == '<!' else '='}")
            elif closing:
                self._context = False
                self._out.append(")")
            elif name:
                self._name(name, repeat)
            else:
                self._sign(sign)
        if self._depth or self._context:
            raise ValueError(f"{self.where}: phrase {self.text!r}: a bracket is not closed")
        return "".join(self._out) + ")"

    def _name(self, text: str, repeat: str) -> None:
        name, _, argument = text.partition(":")
        self._started |= not self._context
        found = self.vocabulary.characters(name)
        if self._context and repeat and not self._started:
            raise ValueError(f"{self.where}: phrase {self.text!r}: what stands before cannot be {name}{repeat}")
        if not found:
            raise ValueError(f"{self.where}: phrase {self.text!r}: no token has the type {name}")
        kind = name.split("&")[0]
        if not self.vocabulary.has_value(kind):
            self._out.append(f"[{found}]{repeat}")
        else:
            self._out.append(self._group(kind, argument or kind, f"[{found}]", repeat))
        chars = set(found)
        self._bound(chars, chars, needed=not self._context and repeat not in ("?", "*"))

    def _bound(self, found: set[str], ends: set[str], *, needed: bool) -> None:
        """Note the characters of an item, or of a group with those that end it: what is first, second and last."""
        if self._depth and not self._context:
            needed = needed and self._depth == 1
            self._group_near |= found
            self._branch_ends = ends | (set() if needed else self._branch_ends)
            self._branch_needed |= needed
            return
        if not self._context and self.needed < 2:
            if not self.needed:
                self.begins |= found
            self.near |= found
            self.needed += needed
        self.ends = ends | (set() if needed else self.ends)

    def _group(self, kind: str, name: str, pattern: str, repeat: str) -> str:
        """Return an argument's pattern as a group, with what repeats inside of it."""
        self._opened += 1
        self.segments[-1][1].append(_Group(self._opened, kind, name))
        return f"({pattern})?" if repeat == "?" else f"({pattern}{repeat})"

    def _sign(self, sign: str) -> None:
        if sign == ";":
            self._opened += 1
            self.segments.append((self._opened, []))
            self._out.append(")(")
            return
        self._out.append("(?:" if sign == "(" else sign)
        if self._context:
            return
        if self._depth == 1 and sign != "(":  # a branch is over
            self._group_needed &= self._branch_needed
            self._group_ends |= self._branch_ends
            self._branch_needed, self._branch_ends = False, set()
        if sign == "(":
            self._depth += 1
            if self._depth == 1:
                self._group_near, self._group_ends, self._branch_ends = set(), set(), set()
                self._group_needed, self._branch_needed = True, False
        elif sign != "|":
            self._depth -= 1
            if self._depth < 0:
                raise ValueError(f"{self.where}: phrase {self.text!r}: a bracket is not opened")
            if not self._depth:
                needed = self._group_needed and sign in (")", ")+")
                self._bound(self._group_near, self._group_ends, needed=needed)


def trie(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first, without trying them one by one.

    >>> trie(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _trie_pattern(root)


def _trie_pattern(node: Mapping[str, Any]) -> str:
    branches = [_escaped(char) + _trie_pattern(node[char]) for char in sorted(node) if char]
    if not branches:
        return ""
    optional = "" in node
    inner = branches[0] if len(branches) == 1 and not optional else f"(?:{'|'.join(branches)})"
    return inner + "?" if optional else inner


def _escaped(char: str) -> str:
    return r"[ \n]" if char == " " else re.escape(char)
