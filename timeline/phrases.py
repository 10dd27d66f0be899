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
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

Segment: TypeAlias = tuple[int, int, tuple[tuple[str, str, int, int], ...]]
# An item or a group: the characters in it, those that can end it, and whether it cannot be left out. What is only
# looked at has no characters in it.
_Part: TypeAlias = tuple[str, str, bool]
NAMES: Final = 512  # that the phrases of a language speak of, again and again
_ITEM: Final = re.compile(
    r"\s*(?:(<!?)|(>)|((?:'[^']+'|[a-z_]+)(?:&!?[a-z_]+)*(?::[a-z]+\d?)?)([?*+]?)|(\)[?*+]?|[(|;])|(\S))"
)
_NAME: Final = re.compile(r"(?<![\w:])(?:'[^']+'|[a-z_]+)(?:&!?[a-z_]+)*")


class _Group(NamedTuple):
    """A group of a pattern: its number, the type of its tokens, and the name of the argument that they are."""

    number: int
    kind: str
    name: str


class Phrase:
    """A phrase: its pattern over shapes, the characters it can begin with, the groups of each segment.

    `seconds` are the characters that can stand second in it; none where it may be over after the first. `ends` are
    those that can end it, or what is looked at after it. A shape in which it stands has one of each of its `needs`, the
    rarest first.
    """

    def __init__(
        self,
        pattern: str,
        begins: frozenset[str],
        seconds: frozenset[str] | None,
        ends: frozenset[str],
        needs: Sequence[str],
        groups: tuple[tuple[int, tuple[_Group, ...]], ...],
    ) -> None:
        self.pattern, self.begins, self.seconds, self.ends = pattern, begins, seconds, ends
        self.needs, self._groups = sorted(needs, key=len), groups

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


def names(text: str) -> list[str]:
    """Return the names of tokens that phrases speak of: types, types with conditions, and quoted words.

    >>> names("the? month&!latent 'of' edge:mod")
    ['the', 'month&!latent', "'of'", 'edge']
    """
    return _NAME.findall(text)


class Vocabulary(Hashable, Protocol):
    """What a phrase asks of the words of its language."""

    def characters(self, name: str) -> str:
        """Return the shape characters of the tokens that a name stands for; none for an unknown name."""

    def has_value(self, kind: str) -> bool:
        """Tell whether the tokens of a type say something, so that they are arguments."""


def compile_phrase(text: str, vocabulary: Vocabulary, where: str) -> Phrase:
    """Return a phrase; raise ValueError for an unknown type or a wrong form, naming `where` it stands."""
    compiler = _Compiler(text, vocabulary, where)
    pattern, parts = compiler.pattern(), compiler.parts
    needed = [chars for chars, _, is_needed in parts if is_needed]
    seconds = frozenset(_reach(parts, 2)) if len(needed) > 1 else None
    groups = tuple([(number, tuple(groups)) for number, groups in compiler.segments])
    begins, ends = frozenset(_reach(parts, 1)), frozenset(_reach_back(parts))
    return Phrase(pattern, begins, seconds, ends, needed + compiler.beside, groups)


def _reach(parts: Iterable[_Part], needed: int) -> str:
    """Return the characters of parts up to the one that is the first, or the second, of those needed."""
    reached = ""
    for chars, _, is_needed in parts:
        reached += chars
        needed -= is_needed
        if not needed:
            break
    return reached


def _reach_back(parts: Sequence[_Part]) -> str:
    """Return the characters that can end the last of the parts that is needed, or one after it."""
    reached = ""
    for _, ends, is_needed in reversed(parts):
        reached += ends
        if is_needed:
            break
    return reached


@lru_cache(NAMES)
def _meant(text: str, vocabulary: Vocabulary) -> tuple[str, str, str]:
    """Return the characters of what a name in a phrase stands for, its type, and the argument that it is, if any."""
    name, _, argument = text.partition(":")
    kind = name.split("&")[0]
    return vocabulary.characters(name), kind, (argument or kind) if vocabulary.has_value(kind) else ""


class _Compiler:
    """One pass over a phrase that writes its pattern and notes its groups and parts."""

    def __init__(self, text: str, vocabulary: Vocabulary, where: str) -> None:
        self.text, self.vocabulary, self.where = text, vocabulary, where
        self.segments: list[tuple[int, list[_Group]]] = [(1, [])]
        self.parts: list[_Part] = []
        self._branches: list[list[list[_Part]]] = []  # the parts of each branch of each group that is open
        self._open = self.parts  # those of the branch that is being read, or of the phrase
        self.beside: list[str] = []  # the characters in each context without which there is no phrase
        self._out = ["("]
        self._opened = 1  # groups of the pattern
        self._context = ""  # the sign that opened it
        self._started = False  # contexts before the first item look behind, later ones ahead

    def pattern(self) -> str:
        for opening, closing, name, repeat, sign, wrong in _ITEM.findall(self.text):
            if wrong:
                raise self._error(f"unexpected {wrong!r}")
            if opening:
                behind = not self._started
                self._context = opening
                self._begin_group()
                self._out.append(f"(?{'<' if behind else ''}{'!' if opening == '<!' else '='}")
            elif closing:
                self._end_context()
                self._out.append(")")
            elif name:
                self._name(name, repeat)
            else:
                self._sign(sign)
        if self._branches or self._context:
            raise self._error("a bracket is not closed")
        return "".join(self._out) + ")"

    def _error(self, what: str) -> ValueError:
        return ValueError(f"{self.where}: phrase {self.text!r}: {what}")

    def _name(self, text: str, repeat: str) -> None:
        found, kind, argument = _meant(text, self.vocabulary)
        if not found:
            raise self._error(f"no token has the type {text.partition(':')[0]}")
        if self._context and repeat and not self._started:
            raise self._error(f"what stands before cannot be {text}{repeat}")
        if argument:
            self._opened += 1
            self.segments[-1][1].append(_Group(self._opened, kind, argument))
            self._out.append(f"([{found}]{repeat})")
        else:
            self._out.append(f"[{found}]{repeat}")
        self._started = self._started or not self._context
        self._open.append((found, found, repeat not in ("?", "*")))

    def _sign(self, sign: str) -> None:
        if sign == ";":
            self._opened += 1
            self.segments.append((self._opened, []))
            self._out.append(")(")
            return
        self._out.append("(?:" if sign == "(" else sign)
        if sign == "(":
            self._begin_group()
        elif not self._branches:
            raise self._error("a bracket is not opened")
        elif sign == "|":
            self._open = []
            self._branches[-1].append(self._open)
        else:
            chars, ends, always = self._end_group()
            self._open.append((chars, ends, always and sign in (")", ")+")))

    def _begin_group(self) -> None:
        self._open = []
        self._branches.append([self._open])

    def _end_group(self) -> _Part:
        """Return what the group that was opened last is, and go on with what is around it."""
        branches = self._branches.pop()
        chars = "".join([chars for branch in branches for chars, _, _ in branch])
        ends = "".join(map(_reach_back, branches))
        always = all(any(needed for _, _, needed in branch) for branch in branches)
        self._open = self._branches[-1][-1] if self._branches else self.parts
        return chars, ends, always

    def _end_context(self) -> None:
        if not (self._context and self._branches):
            raise self._error("a context is not opened")
        chars, _, always = self._end_group()
        self._open.append(("", chars, False))
        if always and self._context == "<" and not self._branches:
            self.beside.append(chars)
        self._context = ""


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
