"""The words and number formats of a language: what a text is scanned for, and the typed tokens of what is found.

A *run* is a stretch of known words and numbers with nothing else between (timeline/scanner.py). A token's types are
written as one character, so that a run has a *shape*: a string in which phrases are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from fractions import Fraction
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar

from timeline.language import NEVER, Pattern
from timeline.moments import Grain
from timeline.neighbours import Neighbours, Sides, united
from timeline.phrases import trie
from timeline.scanner import Figures, Scanner, Unspaced

K = TypeVar("K")
V = TypeVar("V")
MAX_TOKENS: Final = 32  # of a run: what comes after them is not read, which bounds the work on hostile text
CACHED: Final = 8_192  # entries of a cache: what 4 MB of news need; with more, memory grows for longer
_GROUP: Final = re.compile(r"\?P<\w+>")
# The pieces of a run, where words have spaces between them and where each letter may begin one; what may begin a figure
# is a group.
_PIECE: Final = re.compile(r"(\d[^\W_]*|['’‘])|[^\W_]+|[^\w\s]")
_LETTER: Final = re.compile(r"(\d+)|[^\W\d_]|[^\w\s]")


class Recent(dict[K, V]):
    """What is made of each key, kept for those met last: when as many are kept as may be, those not met since go."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make
        self._older: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        value = self._older[key] if key in self._older else self._make(key)
        if len(self) >= CACHED:
            self._older = dict(self)
            self.clear()
        self[key] = value
        return value


class Token(NamedTuple):
    """A piece `[start, end)` of a run: the character of its types, and what it says as each of them."""

    start: int
    end: int
    char: str
    values: Mapping[str, Any]


class Lexicon:
    """The vocabulary of one language, compiled from its tables `words`, `formats`, `digits` and `settings`.

    `names` are all that the phrases speak of (see `timeline.phrases.names`), `given` the sets of types that rules give
    to what they read.
    """

    def __init__(self, tables: Mapping[str, Any], names: Set[str], given: Iterable[frozenset[str]]) -> None:
        self._settings: Mapping[str, Any] = tables["settings"]
        self._thousands, self._decimal = self._settings["thousands"], self._settings["decimal"]
        self._spaced: bool = self._settings.get("spaced", True)
        self._piece = _PIECE if self._spaced else _LETTER
        self._digits: Mapping[str, Mapping[str, int]] = tables["digits"]
        self._names = names
        self._words = _words(tables["words"], sorted(names))
        self._longer = _longer(self._words, self._piece)
        self._figured = frozenset(word for word in self._words if word[0].isdigit() and word.isalnum())  # "2day"
        self._mute = {kind for kind, table in tables["words"].items() if isinstance(table, list)}
        self._formats: Mapping[str, str] = tables["formats"]
        self._chars: dict[frozenset[str], str] = {}
        self._standing: dict[str, str] = {}
        self._numbers: list[set[frozenset[str]]] = []  # the types of numbers of one digit, of two, and so on
        self._register(given)
        self._known = Recent(self._meaning)
        self._format = _any_of(self._formats, self._settings.get("bare", NEVER))
        self._plain = Pattern(self._settings["digits"])

    def scanner(self, neighbours: Neighbours) -> Scanner | Unspaced:
        """Return what finds the runs of a text, in which tokens stand side by side as `neighbours` can."""
        heads = self._heads()
        if not self._spaced:
            return Unspaced(trie(self._words), trie(heads), self._format, self._plain)
        guard, pointed = self._settings["not_after"], self._settings.get("ordinal_point", False)
        figures = Figures(self._format, self._plain, guard, pointed)
        beside = _Beside(self._words, self._numbers, self._chars, neighbours)
        return Scanner(self._words, heads, self._settings.get("undoing", ()), beside, figures)

    def tokens(self, run: str) -> list[Token]:
        """Return the tokens of a run with their types and values."""
        lowered = run.lower().replace("\n", " ")
        if len(lowered) != len(run):
            lowered = run.replace("\n", " ")
        tokens: list[Token] = []
        position = 0
        while len(tokens) < MAX_TOKENS and (piece := self._piece.search(lowered, position)):
            start, position = piece.span()
            form = None
            if piece.lastindex and piece[0] not in self._figured:
                figure = self._format.match(lowered, start) or self._plain.match(lowered, start)
                if figure:
                    position, form = figure.end(), figure.lastgroup or "digits"
            longer = self._longer.get(lowered[start:position])
            if longer and lowered.startswith(longer, start):
                word = next((word for word in longer if self._stands(word, lowered, start)), None)
                if word is not None:
                    position, form = start + len(word), None
            text = run[start:position]
            char, values = self._known[text, form]
            tokens.append(Token(start, position, char, values))
        return tokens

    def char(self, types: Iterable[str]) -> str:
        """Return the character of a set of types."""
        return self._chars[frozenset(types)]

    def characters(self, name: str) -> str:
        """Return the characters of the tokens that a name stands for: `month`, `month&capital`, `month&!latent`."""
        return self._standing.get(name, "")

    def has_value(self, kind: str) -> bool:
        """Tell whether the tokens of a type say something: those of a plain list of words do not."""
        return not kind.startswith("'") and kind not in self._mute and kind != "capital"

    def _stands(self, word: str, run: str, start: int) -> bool:
        """Tell whether a word of several pieces stands at `start`, and ends with a piece."""
        end = start + len(word)
        inside = self._spaced and word[-1].isalnum() and run[end : end + 1].isalnum()
        return run.startswith(word, start) and not inside

    def _heads(self) -> list[str]:
        """Return the words that can be an expression of time with no other; where no types are named, all can."""
        words = {word: meanings for word, meanings in self._words.items() if word[0].isalnum()}
        if "heads" not in self._settings:
            return list(words)
        types, named = frozenset(self._settings["heads"]), frozenset(self._settings.get("head_words", ()))
        return [word for word, meanings in words.items() if word in named or not types.isdisjoint(meanings)]

    def _meaning(self, piece: tuple[str, str | None]) -> tuple[str, Mapping[str, Any]]:
        """Return the character and the values of a piece in a format, or in none."""
        values = self._values(*piece)
        return self._chars[frozenset(values)], values

    def _values(self, text: str, form: str | None) -> Mapping[str, Any]:
        lowered = text.lower()
        if form == "digits":
            return self._number(text)
        if form is not None:
            match = re.match(self._formats[form], lowered)
            return {form: {k: v for k, v in (match.groupdict() if match else {}).items() if v is not None}}
        values = self._words.get(lowered.replace("\n", " "), {})
        return {**values, "capital": True} if text[0].isupper() else values

    def _number(self, text: str) -> dict[str, Any]:
        plain = text.replace(self._thousands, "").replace(self._decimal, ".")
        if plain != text or "." in plain:
            return {"number": Fraction(plain) if "." in plain else int(plain)}
        number = int(plain)
        values: dict[str, Any] = {"number": number}
        for kind, form in self._digits.items():
            width = form["digits"] <= len(text) <= form.get("most", form["digits"])
            if width and form["from"] <= number <= form["to"]:
                values[kind] = number
        return values

    def _register(self, given: Iterable[frozenset[str]]) -> None:
        """Give each set of types that a token can have its character."""
        words: set[frozenset[str]] = {frozenset(), *map(frozenset, self._words.values())}
        sets = words | {types | {"capital"} for types in words} | {frozenset((name,)) for name in self._formats}
        sets.update(given)
        widest = max((form.get("most", form["digits"]) for form in self._digits.values()), default=0)
        edges = {form[key] + step for form in self._digits.values() for key in ("from", "to") for step in (-1, 0, 1)}
        for width in range(1, widest + 2):
            numbers = (f"{max(number, 0):0{width}d}" for number in edges)
            self._numbers.append({frozenset(self._number(number)) for number in numbers if len(number) == width})
        sets.update(*self._numbers, (frozenset(self._number(f"1{self._thousands}000")),))
        about: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
        for name in self._names:
            first, *others = name.split("&")
            excluded = frozenset(other[1:] for other in others if other[0] == "!")
            about.setdefault(first, []).append((name, frozenset(o for o in others if o[0] != "!"), excluded))
        told = {
            types: frozenset(
                name
                for kind in types
                for name, others, excluded in about.get(kind, ())
                if others <= types and excluded.isdisjoint(types)
            )
            for types in sets
        }
        # what no phrase tells apart has one character, so that there are few shapes
        chars = {names: chr(number) for number, names in enumerate(sorted(set(told.values()), key=sorted), 1)}
        self._chars = {types: chars[names] for types, names in told.items()}
        for names, char in chars.items():
            for name in names:
                self._standing[name] = self._standing.get(name, "") + char


class _Beside:
    """What can stand beside the words and figures of a language."""

    def __init__(
        self,
        words: Mapping[str, Iterable[str]],
        numbers: Sequence[Iterable[frozenset[str]]],
        chars: Mapping[frozenset[str], str],
        neighbours: Neighbours,
    ) -> None:
        self._words, self._numbers, self._chars, self._neighbours = words, numbers, chars, neighbours
        self.format, self.number = cache(self._format), cache(self._number)

    def word(self, word: str) -> Sides:
        types = frozenset(self._words[word])
        return self._of((types, types | {"capital"}))

    def _format(self, name: str) -> Sides:
        return self._of((frozenset((name,)),))

    def _number(self, width: int) -> Sides:
        return self._of(self._numbers[min(width, len(self._numbers)) - 1])

    def _of(self, kinds: Iterable[frozenset[str]]) -> Sides:
        return united(self._neighbours.of(char) for char in {self._chars[types] for types in kinds})


def _any_of(formats: Mapping[str, str], bare: str) -> Pattern:
    """Return the pattern of the formats, each a group of its name, but not at what is `bare` figures."""
    groups = "|".join(f"(?P<{name}>{_GROUP.sub('?:', pattern)})" for name, pattern in formats.items())
    return Pattern(f"(?!{bare})(?:{groups})")


def _words(tables: Mapping[str, Any], names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return word -> {type: value}; the words that are quoted among the names are types of their own."""
    words: dict[str, dict[str, Any]] = {}
    for kind, table in tables.items():
        for value, surfaces in table.items() if isinstance(table, dict) else [(None, table)]:
            meaning = constant(value)
            for surface in surfaces:
                words.setdefault(surface, {})[kind] = meaning
    for name in names:
        if name.startswith("'"):
            literal = name.split("&")[0]
            words.setdefault(literal.strip("'"), {})[literal] = None
    return words


def _longer(words: Iterable[str], piece: re.Pattern[str]) -> dict[str, tuple[str, ...]]:
    """Return, by their first piece, the words that have more than one, the longest first."""
    longer: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        first = piece.match(word)
        if first and first[0] != word:
            longer[first[0]] = (*longer.get(first[0], ()), word)
    return longer


def constant(value: Any) -> Any:
    """Return a value of a language file as operators want it: numbers and grains by their names.

    >>> constant("-1"), constant("MONTH"), constant("1/2"), constant("MO")
    (-1, <Grain.MONTH: 7>, Fraction(1, 2), 'MO')
    """
    if isinstance(value, str):
        if re.fullmatch(r"-?\d+", value):
            return int(value)
        if re.fullmatch(r"\d+/\d+", value):
            return Fraction(value)
        return Grain.__members__.get(value, value)
    return value
