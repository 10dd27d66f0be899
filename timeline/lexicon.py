"""The words and number formats of a language: what a text is scanned for, and the typed tokens of what is found.

A *run* is a stretch of known words and numbers with nothing else between. A token's types are written as one
character, so that a run has a *shape*: a string over which phrases are regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Final, NamedTuple

from timeline.moments import Grain
from timeline.phrases import trie

MAX_TOKENS: Final = 28  # of a run: longer ones are cut, which bounds the work on hostile text
CACHED: Final = 32_768  # entries of a cache
_FIRST: Final = re.compile(r"[^\W_]+|.")  # the first piece of a word
_LETTERS: Final = re.compile(r"[^\W\d_]+|[^\W_]+")
_FIGURES: Final = re.compile(r"\d{4}|\d[a-z½¼¾]|\d[:/.-]\d|\d ?[ap]\.? ?m|['’‘]\d\d")
_GAP: Final = r"[ \t\xa0\r]?[ \n]?[ \t]{0,3}"


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

    def __init__(self, tables: Mapping[str, Any], names: Iterable[str], given: Iterable[frozenset[str]]) -> None:
        self._settings: Mapping[str, Any] = tables["settings"]
        self._digits: Mapping[str, Mapping[str, int]] = tables["digits"]
        self._names = sorted(names)
        self._words = _words(tables["words"], self._names)
        self._longer = _longer(self._words)
        self._mute = {kind for kind, table in tables["words"].items() if isinstance(table, list)}
        self._formats = {name: re.compile(pattern) for name, pattern in tables["formats"].items()}
        self._chars: dict[frozenset[str], str] = {}
        self._standing: dict[str, set[str]] = {}
        self._register(given)
        self._known: dict[str, tuple[str, Mapping[str, Any]]] = {}
        self._heads = self._head_words(frozenset(self._settings.get("heads", ())))
        self.run, self._piece = self._scanners()

    def says_something(self, run: str) -> bool:
        """Tell whether a lower-case run has a word or number that an expression of time cannot do without."""
        return not self._heads or not self._heads.isdisjoint(_LETTERS.findall(run)) or bool(_FIGURES.search(run))

    def tokens(self, run: str) -> list[Token]:
        """Return the tokens of a run with their types and values."""
        lowered = run.lower() if len(run.lower()) == len(run) else run
        tokens, position = [], 0
        while match := self._piece.search(lowered, position):
            start, position = match.span()
            form = match.lastgroup
            if longer := self._longer.get(match[0]):
                word = next((word for word in longer if _stands(word, lowered, start)), None)
                if word is not None:
                    position, form = start + len(word), None
            text = run[start:position]
            known = self._known.get(text)
            if known is None:
                known = self._learn(text, form)
            tokens.append(Token(start, position, *known))
        return tokens

    def char(self, types: Iterable[str]) -> str:
        """Return the character of a set of types."""
        return self._chars[frozenset(types)]

    def characters(self, name: str) -> str:
        """Return the characters of the tokens that a name stands for: `month`, `month&capital`, `month&!latent`."""
        return "".join(sorted(self._standing.get(name, ())))

    def has_value(self, kind: str) -> bool:
        """Tell whether the tokens of a type say something: those of a plain list of words do not."""
        return not kind.startswith("'") and kind not in self._mute and kind != "capital"

    def _head_words(self, heads: frozenset[str]) -> frozenset[str]:
        """Return the first pieces of the words of the head types, and the head words of the language."""
        words = [word for word, meanings in self._words.items() if not heads.isdisjoint(meanings)]
        return frozenset(_FIRST.findall(word)[0] for word in words) | set(self._settings.get("head_words", ()))

    def _learn(self, text: str, form: str | None) -> tuple[str, Mapping[str, Any]]:
        if len(self._known) >= CACHED:
            self._known.clear()
        values = self._values(text, form)
        known = self._known[text] = self._chars[frozenset(values)], values
        return known

    def _values(self, text: str, form: str | None) -> Mapping[str, Any]:
        lowered = text.lower()
        if form == "digits":
            return self._number(text)
        if form is not None:
            match = self._formats[form].match(lowered)
            return {form: {k: v for k, v in (match.groupdict() if match else {}).items() if v is not None}}
        values = self._words[lowered.replace("\n", " ")]
        return {**values, "capital": True} if text[0].isupper() else values

    def _number(self, text: str) -> dict[str, Any]:
        plain = text.replace(",", "")
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
        sets = set(given) | {frozenset((name,)) for name in self._formats}
        for meanings in self._words.values():
            sets |= {frozenset(meanings), frozenset((*meanings, "capital"))}
        edges = {form[key] + step for form in self._digits.values() for key in ("from", "to") for step in (-1, 0, 1)}
        for number in edges:
            sets |= {frozenset(self._number(f"{max(number, 0):0{width}d}")) for width in range(1, 10)}
        sets.add(frozenset(self._number("1,000")))
        about: dict[str, list[str]] = {}
        for name in self._names:
            about.setdefault(name.split("&")[0], []).append(name)
        # what no phrase tells apart has one character, so that there are few shapes
        chars: dict[frozenset[str], str] = {}
        for types in sorted(sets, key=sorted):
            told = frozenset(name for kind in types for name in about.get(kind, ()) if _stands_for(name, types))
            self._chars[types] = char = chars.setdefault(told, chr(0xE000 + len(chars)))
            for name in told:
                self._standing.setdefault(name, set()).add(char)

    def _scanners(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Return the patterns of a run and of a piece of one, over lower-case text."""
        marks = trie(word for word in self._words if not word[0].isalnum())
        words = {word: meanings for word, meanings in self._words.items() if word[0].isalnum()}
        later = set(self._settings.get("not_first", ()))
        first = rf"{trie(word for word, meanings in words.items() if meanings.keys() - later)}(?!\w)"
        word = rf"{trie(words)}(?!\w)"
        bare = {name: re.sub(r"\?P<\w+>", "?:", pattern.pattern) for name, pattern in self._formats.items()}
        digits, guard = self._settings["digits"], self._settings["not_after"]
        figure = rf"(?=[\d'’‘])(?:{'|'.join(bare.values())}|{digits})"
        begin = rf"(?:\b{first}|(?<!\w){guard}{figure})"  # words first: they are many more
        run = rf"{begin}(?:{_GAP}(?:{word}|{figure}|{marks})){{0,{MAX_TOKENS - 1}}}"
        formats = "|".join(f"(?P<{name}>{pattern})" for name, pattern in bare.items())
        figured = trie(word for word in self._words if word[0].isdigit() and word.isalnum())  # "2day"
        piece = rf"(?=[\d'’‘])(?:{figured}(?!\w)|{formats}|(?P<digits>{digits}))|[^\W_]+|[^\w\s]"
        return re.compile(run), re.compile(piece)


def _stands(word: str, run: str, start: int) -> bool:
    """Tell whether a word of several pieces stands at `start`, and ends with a piece."""
    end = start + len(word)
    return run.startswith(word, start) and not (word[-1].isalnum() and run[end : end + 1].isalnum())


def _stands_for(name: str, types: frozenset[str]) -> bool:
    first, *others = name.split("&")
    return first in types and all((other[1:] not in types) if other[0] == "!" else other in types for other in others)


def _words(tables: Mapping[str, Any], names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return word -> {type: value}; the words that are quoted among the names are types of their own."""
    words: dict[str, dict[str, Any]] = {}
    for kind, table in tables.items():
        for value, surfaces in table.items() if isinstance(table, dict) else [(None, table)]:
            for surface in surfaces:
                words.setdefault(surface, {})[kind] = constant(value)
    for name in names:
        if name.startswith("'"):
            literal = name.split("&")[0]
            words.setdefault(literal.strip("'"), {})[literal] = None
    return words


def _longer(words: Iterable[str]) -> dict[str, list[str]]:
    """Return, by their first piece, the words that have more than one, the longest first."""
    longer: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        first = _FIRST.match(word)
        if first and first[0] != word:
            longer.setdefault(first[0], []).append(word)
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
