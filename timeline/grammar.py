"""A language's file of dates, compiled: one scan for runs of its words, then phrases over the types of the tokens.

A *run* is a stretch of known words and numbers with nothing else between. Its tokens are written as a *shape*, one
character for each set of types a token may have, so a phrase is a regular expression over shapes. Levels of rules are
applied one after the other; what a rule reads becomes a token of the type that the rule gives. Among the phrases that
match at one place the longest wins, then the first listed. What a shape and what a run mean is computed once and kept
in bounded caches, because the same few thousand runs make up all news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, Final

from attrs import field, frozen

from timeline.language import load
from timeline.moments import Grain
from timeline.phrases import Phrase, Segment, compile_phrase, trie

MAX_TOKENS: Final = 28  # of a run: longer ones are cut, which bounds the work on hostile text
CACHED: Final = 20_000  # runs and shapes kept; a full cache is emptied
FOUND: Final = frozenset(
    ("date", "time", "length", "set", "reference")
)  # what a rule may give that is an expression of its own
_GAP: Final = r"[ \t\xa0]{0,4}(?:\r?\n[ \t\xa0]{0,4})?"


@frozen
class Rule:
    """One rule of a language: `phrases` over token types, the operator that gives them meaning and its constants."""

    name: str
    op: str
    gives: tuple[str, ...]
    phrases: tuple[str, ...]
    constants: Mapping[str, Any] = field(factory=dict)
    only: frozenset[str] = frozenset()  # the kinds of text in which it counts; empty: all


@frozen
class Expression:
    """What a phrase says before any date is known: an operator's name and arguments, some of them Expressions."""

    rule: str
    op: str
    args: Mapping[str, Any]
    only: frozenset[str] = frozenset()


@frozen
class Token:
    """A piece `[start, end)` of a run: the character of its types, and what it says as each of them."""

    start: int
    end: int
    char: str
    values: Mapping[str, Any]


@frozen
class Found:
    """An expression at `[start, end)` of a run."""

    start: int
    end: int
    expression: Expression


@frozen
class _Match:
    """A phrase at tokens `[start, end)` of a shape; `args` gives the tokens of each name."""

    start: int
    end: int
    rule: Rule
    segments: tuple[Segment, ...]


class Grammar:
    """The compiled grammar of one language."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.tense: Mapping[str, Any] = tables.get("tense", {})
        self.settings: Mapping[str, Any] = tables.get("settings", {})
        self.message = re.compile(self.settings["message"], re.IGNORECASE)
        self._digits: Mapping[str, Mapping[str, int]] = tables["digits"]
        self._chars: dict[frozenset[str], str] = {}
        self._words = _words(tables["words"])
        self._formats = {name: re.compile(pattern) for name, pattern in tables["formats"].items()}
        levels = [[_rule(name, data) for name, data in tables[level].items()] for level in tables["levels"]]
        self.rules = {rule.name: rule for level in levels for rule in level}
        if len(self.rules) < sum(map(len, levels)):
            raise ValueError("two rules have the same name")
        for literal in {
            word for rule in self.rules.values() for p in rule.phrases for word in re.findall(r"'(.+?)'", p)
        }:
            self._words.setdefault(literal, []).append((f"'{literal}'", None))
        self._register()
        self._levels = [self._compile(level) for level in levels]
        self._runs: dict[str, tuple[Found, ...]] = {}
        self._shapes: list[dict[str, tuple[_Match, ...]]] = [{} for _ in levels]
        self._run, self._token = self._scanners()

    # -- reading a text

    def find(self, text: str) -> Iterator[tuple[int, tuple[Found, ...]]]:
        """Yield (offset, expressions) of each run of the text that says something."""
        lowered = text.lower()
        if len(lowered) != len(text):  # one letter (U+0130) becomes two
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        runs = self._runs
        for match in self._run.finditer(lowered):
            start, end = match.span()
            run = text[start:end]
            found = runs.get(run)
            if found is None:
                found = self._remember(run)
            if found:
                yield start, found

    def _remember(self, run: str) -> tuple[Found, ...]:
        if len(self._runs) >= CACHED:
            self._runs.clear()
        found = self._runs[run] = tuple(self.read(run))
        return found

    def read(self, run: str) -> Iterator[Found]:
        """Yield the expressions of one run, left to right."""
        tokens = self.tokens(run)
        for number in range(len(self._levels)):
            tokens = self._apply(number, tokens)
        for token in tokens:
            for kind, value in token.values.items():
                if kind in FOUND and isinstance(value, Expression):
                    yield Found(token.start, token.end, value)

    def tokens(self, run: str) -> list[Token]:
        """Return the tokens of a run with their types and values."""
        lowered = run.lower()
        tokens = []
        for match in self._token.finditer(lowered if len(lowered) == len(run) else run):
            start, end = match.span()
            values = self._values(match.lastgroup, match.group(), run[start])
            tokens.append(Token(start, end, self._chars[frozenset(values)], values))
        return tokens

    def _values(self, name: str | None, text: str, initial: str) -> dict[str, Any]:
        if name == "digits":
            return self._number(text)
        if name in self._formats:
            match = self._formats[name].match(text)
            return {name: {k: v for k, v in (match.groupdict() if match else {}).items() if v is not None}}
        values = dict(self._words[text.replace("\n", " ")])
        if initial.isupper():
            values["capital"] = True
        return values

    def _number(self, text: str) -> dict[str, Any]:
        plain = text.replace(",", "")
        number = Fraction(plain) if "." in plain else int(plain)
        values: dict[str, Any] = {"number": number}
        for kind, form in self._digits.items():
            if plain == text and form["digits"] <= len(text) <= form.get("most", form["digits"]):
                if form["from"] <= number <= form["to"] and "." not in text:
                    values[kind] = number
        return values

    def _apply(self, level: int, tokens: list[Token]) -> list[Token]:
        shape = "".join(token.char for token in tokens)
        matches = self._shapes[level].get(shape)
        if matches is None:
            if len(self._shapes[level]) >= CACHED:
                self._shapes[level].clear()
            matches = self._shapes[level][shape] = tuple(self._match(level, shape))
        if not matches:
            return tokens
        out, position = [], 0
        for match in matches:
            out += tokens[position : match.start]
            out += self._bind(match, tokens)
            position = match.end
        return out + tokens[position:]

    def _match(self, level: int, shape: str) -> Iterator[_Match]:
        position, size = 0, len(shape)
        while position < size:
            best: tuple[int, Rule, Phrase, re.Match[str]] | None = None
            for rule, phrase in self._levels[level].get(shape[position], ()):
                match = phrase.regex.match(shape, position)
                if match and match.end() > position and (best is None or match.end() > best[0]):
                    best = match.end(), rule, phrase, match
            if best is None:
                position += 1
                continue
            end, rule, phrase, match = best
            yield _Match(position, end, rule, phrase.segments(match))
            position = end

    def _bind(self, match: _Match, tokens: Sequence[Token]) -> Iterator[Token]:
        """Yield the tokens that a matched phrase becomes: one for each of its segments that says something."""
        rule = match.rule
        bound = [(start, end, _arguments(names, tokens)) for start, end, names in match.segments]
        shared = {name: value for _, _, args in reversed(bound) for name, value in args.items()}
        for start, end, args in bound:
            if not args and len(bound) > 1:
                yield from tokens[start:end]
            else:
                expression = Expression(rule.name, rule.op, {**rule.constants, **shared, **args}, rule.only)
                values = dict.fromkeys(rule.gives, expression)
                yield Token(tokens[start].start, tokens[end - 1].end, self._chars[frozenset(values)], values)

    # -- compiling a language

    def _register(self) -> None:
        """Give each set of types that a token can have its character."""
        sets = {frozenset(rule.gives) for rule in self.rules.values()} | {frozenset((f,)) for f in self._formats}
        for meanings in self._words.values():
            types = frozenset(kind for kind, _ in meanings)
            sets |= {types, types | {"capital"}}
        edges = {form[key] + d for form in self._digits.values() for key in ("from", "to") for d in (-1, 0, 1)}
        for number in edges:
            sets |= {frozenset(self._number(f"{max(number, 0):0{width}d}")) for width in range(1, 9)}
        sets |= {frozenset(self._number(text)) for text in ("1,000", "1.5", "123456789")}
        for types in sorted(sets, key=sorted):
            self._chars[types] = chr(0xE000 + len(self._chars))

    def _class(self, kind: str) -> str:
        """Return the characters of the tokens that a name stands for: `month`, `month&capital`, `month&!latent`."""
        name, *others = kind.split("&")
        wanted = {name, *(other for other in others if other[0] != "!")}
        barred = {other[1:] for other in others if other[0] == "!"}
        return "".join(char for types, char in self._chars.items() if wanted <= types and not barred & types)

    def _compile(self, rules: Sequence[Rule]) -> dict[str, list[tuple[Rule, Phrase]]]:
        """Return the phrases of a level by the characters that they can begin with."""
        table: dict[str, list[tuple[Rule, Phrase]]] = {}
        for rule in rules:
            for text in rule.phrases:
                phrase = compile_phrase(text, self._class, rule.name)
                for char in phrase.begins:
                    table.setdefault(char, []).append((rule, phrase))
        return table

    def _scanners(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Return the patterns of a run and of a token in lower-case text."""
        words = [word for word in self._words if word[0].isalnum()]
        marks = trie([word for word in self._words if not word[0].isalnum()])
        word = rf"{trie(words)}(?!\w)"
        bare = [re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern in self._formats.values()]
        formats = "|".join(f"(?P<{name}>{pattern})" for name, pattern in zip(self._formats, bare, strict=True))
        digits = self.settings["digits"]
        figure = rf"(?=[\d'’‘])(?:{'|'.join(bare)}|{digits})"  # looked at first: most words are none
        begin = rf"(?:(?<!\w){self.settings['not_after']}{figure}|\b{word})"
        run = rf"{begin}(?:{_GAP}(?:{figure}|{word}|{marks})){{0,{MAX_TOKENS - 1}}}"
        token = rf"(?=[\d'’‘])(?:{formats}|(?P<digits>{digits}))|{word}|{marks}"
        return re.compile(run), re.compile(token)


def _arguments(names: Iterable[tuple[str, str, int, int]], tokens: Sequence[Token]) -> dict[str, Any]:
    """Return what the tokens bound to each name say; several values of one name become a tuple, second ones `name2`."""
    args: dict[str, Any] = {}
    for kind, name, start, end in names:
        values = tuple(token.values[kind] for token in tokens[start:end] if token.values[kind] is not None)
        if values:
            key = name if name not in args else f"{name}2"
            args[key] = values[0] if len(values) == 1 else values
    return args


def _rule(name: str, data: Mapping[str, Any]) -> Rule:
    try:
        constants = {k: constant(v) for k, v in data.items() if k not in ("gives", "op", "phrases", "only")}
        only = frozenset(data.get("only", "").split())
        return Rule(name, data.get("op", name), tuple(data["gives"].split()), tuple(data["phrases"]), constants, only)
    except KeyError as missing:
        raise ValueError(f"rule {name!r} has no {missing}") from None


def _words(tables: Mapping[str, Any]) -> dict[str, list[tuple[str, Any]]]:
    """Return word -> [(type, value)]."""
    words: dict[str, list[tuple[str, Any]]] = {}
    for kind, table in tables.items():
        meanings = table.items() if isinstance(table, dict) else [(None, table)]
        for value, surfaces in meanings:
            for surface in surfaces:
                words.setdefault(surface.lower(), []).append((kind, constant(value)))
    return words


def constant(value: Any) -> Any:
    """Return a value of the language file as operators want it: numbers and grains by their names.

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


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language; raise LookupError for one without a file, ValueError for a wrong file."""
    tables = load(language, "dates")
    try:
        return Grammar(tables)
    except (ValueError, KeyError) as error:
        raise ValueError(f"languages/{language}/dates.toml: {error}") from error
