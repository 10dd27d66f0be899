"""Phrases over token types, as a language file writes them, compiled to paths over shapes.

the? number dash? unit 'ago'     names are token types; a quoted word is itself; `?`, `*`, `+` as usual
month&capital  month&!latent     tokens that have (have not) another type too
edge:mod                         the argument's name, when it is not the type's
x:month=y:year                   one token that is two arguments
(turn|ordinal) unit              either
<'in'> year                      context before (or, at the end, after) the expression and not part of it
year <!unit>                     not before a unit
day ; 'and' ; day month          three segments: each that holds a value is an expression of its own, and what it
                                 lacks it takes from the others ("6 and 7 January")
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple, Protocol

from timeline.paths import Context, Phrase, Place

NAMES: Final = 512  # that the phrases of a language speak of, again and again
_NAMED: Final = r"(?:'[^']+'|[a-z_]+)(?:&!?[a-z_]+)*"
_ITEM: Final = re.compile(
    rf"\s*(?:(<!?)|(>)|({_NAMED}(?::[a-z]+\d?)?(?:={_NAMED}(?::[a-z]+\d?)?)?)([?*+]?)|(\)[?*+]?|[(|;])|(\S))"
)
_NAME: Final = re.compile(rf"(?<![\w:]){_NAMED}")


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
    return _Compiler(text, vocabulary, where).compiled()


@lru_cache(NAMES)
def _meant(text: str, vocabulary: Vocabulary) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the characters that an item of a phrase stands for, and the arguments that it is as (type, name)."""
    chars, arguments = "", []
    for part in text.split("="):
        name, _, argument = part.partition(":")
        kind = name.split("&")[0]
        if vocabulary.has_value(kind):
            arguments.append((kind, argument or kind))
        both = vocabulary.characters(name)
        chars = "".join(char for char in both if char in chars) if chars else both
    return chars, tuple(arguments)


class _Group(NamedTuple):
    """A bracket that is open: what it stands after, and what its branches so far begin with and end with."""

    before: list[Place]
    begin: Place
    ends: list[Place]


class _Compiler:
    """One pass over a phrase that lays its places one after the other."""

    def __init__(self, text: str, vocabulary: Vocabulary, where: str) -> None:
        self.text, self.vocabulary, self.where = text, vocabulary, where
        self._phrase = Phrase()
        self._last: list[Place] = [self._phrase]  # the places after which the next item stands
        self._outside = self._last  # ... outside of the context that is open
        self._context: Context | None = None
        self._groups: list[_Group] = []
        self._segment = 0

    def compiled(self) -> Phrase:
        for opening, closing, name, repeat, sign, wrong in _ITEM.findall(self.text):
            if wrong:
                raise self._error(f"unexpected {wrong!r}")
            if opening:
                self._begin_context(is_wanted=opening == "<")
            elif closing:
                self._end_context()
            elif self._is_over:
                raise self._error("a context stands inside it")
            elif name:
                self._name(name, repeat)
            else:
                self._sign(sign)
        if self._groups or self._context:
            raise self._error("a bracket is not closed")
        self._lead_to(self._phrase)
        return self._phrase

    @property
    def _is_over(self) -> bool:
        """Whether a context after the phrase has been closed."""
        contexts = self._phrase.contexts
        return bool(contexts) and not contexts[-1].is_before and self._context is None

    def _error(self, what: str) -> ValueError:
        return ValueError(f"{self.where}: phrase {self.text!r}: {what}")

    def _lead_to(self, place: Place) -> None:
        for last in self._last:
            last.then.append(place)

    def _name(self, text: str, repeat: str) -> None:
        chars, arguments = _meant(text, self.vocabulary)
        if not chars:
            raise self._error(f"no token has the type {text.partition(':')[0]}")
        if repeat in ("*", "+") and len(arguments) > 1:
            raise self._error("two arguments cannot be repeated")
        place = Place(chars, arguments, self._segment)
        self._lead_to(place)
        if repeat in ("*", "+"):
            place.then.append(place)
        self._last = [place, *self._last] if repeat in ("?", "*") else [place]

    def _sign(self, sign: str) -> None:
        if sign == ";":
            self._segment += 1
        elif sign == "(":
            begin = Place()
            self._groups.append(_Group(self._last, begin, []))
            self._last = [*self._last, begin]
        elif not self._groups:
            raise self._error("a bracket is not opened")
        elif sign == "|":
            before, begin, ends = self._groups[-1]
            ends += self._last
            self._last = [*before, begin]
        else:
            self._end_group(sign[1:])

    def _end_group(self, repeat: str) -> None:
        before, begin, ends = self._groups.pop()
        ends += self._last
        if repeat in ("*", "+"):
            for last in ends:
                last.then += [place for place in begin.then if place not in last.then]
        if repeat in ("?", "*"):
            ends += before
        self._last = list(dict.fromkeys(ends))

    def _begin_context(self, *, is_wanted: bool) -> None:
        if self._groups or self._context:
            raise self._error("a context stands inside it")
        self._context = Context(is_before=self._last == [self._phrase], is_wanted=is_wanted)
        self._outside, self._last = self._last, [self._context]

    def _end_context(self) -> None:
        if self._groups or not self._context:
            raise self._error("a context is not opened")
        if self._context in self._last:
            raise self._error("a context may be nothing")
        self._lead_to(self._context)
        beside = self._last if self._context.is_before else self._context.then
        self._context.near = "".join([place.chars for place in beside])
        self._phrase.contexts.append(self._context)
        self._context, self._last = None, self._outside


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
