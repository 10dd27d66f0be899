"""A language's file of dates, compiled: a scan for runs of its words, then phrases over the types of their tokens.

Levels of rules are applied one after the other; what a rule reads becomes a token of the types that the rule gives.
Among the phrases that match at one place the longest wins, then the first listed. What a shape and what a run mean is
computed once and kept in bounded caches, because the same few thousand runs make up all news.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar

from attrs import field, frozen

from timeline.language import load
from timeline.lexicon import CACHED, Lexicon, Token, constant
from timeline.phrases import Phrase, Segment, compile_phrase, names

SCALED: Final = 60  # characters before tens in which the word of their scale is looked for
LONGEST_KEPT: Final = 80  # characters of a run that is remembered: longer ones hardly come again
_WORD_BEFORE: Final = re.compile(r"[\w'’]+ $")
_RULE_KEYS: Final = frozenset(("gives", "op", "phrases", "only", "closed"))
T = TypeVar("T")
# What a rule may give that is an expression of its own, not only a part of others.
FOUND: Final = frozenset(("date", "time", "length", "set", "reference"))


@frozen
class Rule:
    """One rule of a language: `phrases` over token types, the operator that gives them meaning and its constants.

    `gives` are the types of what it reads, `only` the genres of text in which it counts (none: all), and one that is
    `closed` counts only before a punctuation mark.
    """

    name: str
    op: str
    gives: tuple[str, ...]
    phrases: tuple[str, ...]
    constants: Mapping[str, Any] = field(factory=dict)
    only: frozenset[str] = frozenset()
    closed: bool = False


@frozen(eq=False)  # each is itself: what is known of it can be kept by it
class Expression:
    """What a phrase says before any date is known: an operator's name and arguments, some of them Expressions.

    `said` are the names of the arguments; `only` and `closed` are those of its rule. Where a closed one does not count,
    its `parts` do.
    """

    rule: str
    op: str
    args: Mapping[str, Any]
    said: frozenset[str]
    only: frozenset[str] = frozenset()
    closed: bool = False
    parts: tuple[Found, ...] = ()


class Found(NamedTuple):
    """An expression at `[start, end)` of a run."""

    start: int
    end: int
    expression: Expression


class _Match(NamedTuple):
    """A phrase of a rule at tokens `[start, end)` of a shape."""

    start: int
    end: int
    rule: Rule
    segments: tuple[Segment, ...]


class _Level:
    """The rules of one level, by the characters that their phrases can begin with."""

    def __init__(self, rules: Sequence[Rule], lexicon: Lexicon) -> None:
        self._phrases: dict[str, list[tuple[Rule, Phrase]]] = {}
        for rule in rules:
            for text in rule.phrases:
                phrase = compile_phrase(text, lexicon, f"rule {rule.name}")
                for char in sorted(phrase.begins):
                    self._phrases.setdefault(char, []).append((rule, phrase))
        self._begins = re.compile(f"[{''.join(self._phrases)}]")
        self.ends = frozenset(char for items in self._phrases.values() for _, phrase in items for char in phrase.ends)
        self._pairs: dict[str, list[tuple[Rule, Phrase]]] = {}

    def read(self, shape: str) -> tuple[_Match, ...]:
        """Return what the rules read in a shape, left to right, the longest phrase at each place."""
        position, found = 0, []
        while begin := self._begins.search(shape, position):
            position = begin.start()
            pair = shape[position : position + 2]
            phrases = self._pairs.get(pair)
            if phrases is None:
                phrases = self._pairs[pair] = self._possible(pair)
            best = _longest(phrases, shape, position) if phrases else None
            if best:
                found.append(best)
            position = best.end if best else position + 1
        return tuple(found)

    def _possible(self, pair: str) -> list[tuple[Rule, Phrase]]:
        """Return the phrases that can begin with two characters, or with one that is the last of its shape."""
        phrases = self._phrases[pair[0]]
        return [item for item in phrases if item[1].seconds is None or pair[1:] in item[1].seconds]


def _longest(phrases: Iterable[tuple[Rule, Phrase]], shape: str, position: int) -> _Match | None:
    """Return the longest of the phrases that stand at a place, the first listed among equals."""
    end, best = position, None
    for rule, phrase in phrases:
        match = phrase.regex.match(shape, position)
        if match and match.end() > end:
            end, best = match.end(), (rule, phrase, match)
    if best is None:
        return None
    rule, phrase, match = best
    return _Match(position, end, rule, phrase.segments(match))


class Grammar:
    """The compiled grammar of one language."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        settings = tables["settings"]
        self.tense: Mapping[str, Any] = tables.get("tense", {})
        self.message = re.compile(settings.get("message", r"(?!)"), re.IGNORECASE)
        self._tens = re.compile(settings.get("tens", r"(?!)"))
        self._scales = re.compile(settings.get("scales", r"(?!)"), re.IGNORECASE)
        self._streets = frozenset(settings.get("streets", ()))
        self._first_names = frozenset(settings.get("first_names", ()))
        self._part_names = self._first_names.union(settings.get("part_names", ()))
        self._not_names = frozenset(settings.get("not_before_names", ()))
        levels = [[_rule(name, data) for name, data in tables[level].items()] for level in tables["levels"]]
        self.rules = {rule.name: rule for level in levels for rule in level}
        if len(self.rules) < sum(map(len, levels)):
            raise ValueError("two rules have the same name")
        spoken_of = {name for rule in self.rules.values() for phrase in rule.phrases for name in names(phrase)}
        self._lexicon = Lexicon(tables, spoken_of, (frozenset(rule.gives) for rule in self.rules.values()))
        self._levels = [_Level(level, self._lexicon) for level in levels]
        self._scanner = self._lexicon.scanner(frozenset().union(*(level.ends for level in self._levels)))
        self._known: dict[str, tuple[Found, ...]] = {}
        self._older: dict[str, tuple[Found, ...]] = {}
        self._plans: dict[str, tuple[tuple[_Match, ...], ...]] = {}

    def find(self, text: str) -> Iterator[tuple[int, tuple[Found, ...]]]:
        """Yield (offset, expressions) of each run of the text that says something."""
        lowered = text.lower()
        if len(lowered) != len(text):  # one letter (U+0130) becomes two
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        known = self._known
        for start, end in self._scanner.runs(lowered):
            run = text[start:end]
            found = known.get(run)
            if found is None:
                found = self._learn(run)
                known = self._known
            if found:
                yield start, found

    def is_name(self, text: str, start: int, end: int, genre: str = "news") -> bool:
        """Tell whether what looks like a date is a name, an address or degrees: "June Carter", "1984 Elm Street"."""
        if self._tens.search(text, start, end) and self._scales.search(text, max(0, start - SCALED), start):
            return True
        followed = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        if text[start].isdigit():
            words = text[end + 1 : end + 40].split(None, 2)
            return followed and len(words) > 1 and words[1].lower().rstrip(".,;") in self._streets
        names = self._first_names if genre == "message" else self._part_names
        if genre == "narrative" or text[start:end].lower().removeprefix("the ") not in names:
            return False
        before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
        if before and before[0].lower().strip() in self._not_names:
            return False
        return text[start].isupper() and (followed or bool(before and before[0][0].isupper()))

    def tokens(self, run: str) -> list[Token]:
        """Return the tokens of a run with their types."""
        return self._lexicon.tokens(run)

    def _learn(self, run: str) -> tuple[Found, ...]:
        """Read a run and keep what it says; when as many are kept as may be, those not met since are forgotten."""
        found = self._older.get(run)
        if found is None:
            found = tuple(self._read(run))
        if len(self._known) >= CACHED:
            self._known, self._older = {}, self._known
        if len(run) <= LONGEST_KEPT:
            self._known[run] = found
        return found

    def _read(self, run: str) -> Iterator[Found]:
        """Yield the expressions of one run, left to right."""
        tokens = self.tokens(run)
        for matches in self._plan("".join([token.char for token in tokens])):
            tokens = self._replaced(tokens, matches)
        yield from _found(tokens)

    def _plan(self, shape: str) -> tuple[tuple[_Match, ...], ...]:
        """Return what each level reads in a shape; levels that read nothing are left out."""
        plan = self._plans.get(shape)
        if plan is None:
            if len(self._plans) >= CACHED:
                self._plans.clear()
            plan = self._plans[shape] = tuple(self._levels_of(shape))
        return plan

    def _levels_of(self, shape: str) -> Iterator[tuple[_Match, ...]]:
        for level in self._levels:
            if matches := level.read(shape):
                yield matches
                shape = "".join(_spliced(shape, matches, lambda match, _: self._lexicon.char(match.rule.gives)))

    def _replaced(self, tokens: Sequence[Token], matches: Sequence[_Match]) -> list[Token]:
        """Return the tokens with what the matches read in their places."""
        return list(_spliced(tokens, matches, lambda match, segment: self._read_token(match, segment, tokens)))

    def _read_token(self, match: _Match, segment: Segment, tokens: Sequence[Token]) -> Token:
        """Return what a segment of a phrase says, with what it lacks taken from the phrase's other segments."""
        start, end, names = segment
        args = _arguments(names, tokens)
        if len(match.segments) > 1:
            for _, _, others in match.segments:
                args = {**_arguments(others, tokens), **args}
        rule = match.rule
        parts = tuple(_found(tokens[start:end])) if rule.closed else ()
        constants = {**rule.constants, **args}
        said = _said(tuple(args))
        expression = Expression(rule.name, rule.op, constants, said, rule.only, rule.closed, parts)
        values = dict.fromkeys(rule.gives, expression)
        return Token(tokens[start].start, tokens[end - 1].end, self._lexicon.char(rule.gives), values)


@cache
def _said(names: tuple[str, ...]) -> frozenset[str]:
    """Return the set of names, one for all expressions that say the same: there are few."""
    return frozenset(names)


def _spliced(items: Sequence[T], matches: Iterable[_Match], make: Callable[[_Match, Segment], T]) -> Iterator[T]:
    """Yield the items with, in the place of each match, what `make` makes of its segments that say something."""
    position = 0
    for match in matches:
        yield from items[position : match.start]
        for segment in match.segments:
            start, end, names = segment
            if names or len(match.segments) == 1:
                yield make(match, segment)
            else:
                yield from items[start:end]
        position = match.end
    yield from items[position:]


def _found(tokens: Iterable[Token]) -> Iterator[Found]:
    """Yield the expressions among tokens that stand by themselves."""
    for token in tokens:
        for kind, value in token.values.items():
            if kind in FOUND and isinstance(value, Expression):
                yield Found(token.start, token.end, value)
                break


def _arguments(names: Iterable[tuple[str, str, int, int]], tokens: Sequence[Token]) -> dict[str, Any]:
    """Return what the tokens bound to each name say; several values of one name become a tuple, second ones `name2`."""
    args: dict[str, Any] = {}
    for kind, name, start, end in names:
        key = name if name not in args else f"{name}{sum(known.rstrip('23456789') == name for known in args) + 1}"
        args[key] = (
            tokens[start].values[kind] if end == start + 1 else tuple(token.values[kind] for token in tokens[start:end])
        )
    return args


def _rule(name: str, data: Mapping[str, Any]) -> Rule:
    try:
        constants = {k: constant(v) for k, v in data.items() if k not in _RULE_KEYS}
        return Rule(
            name,
            data.get("op", name),
            tuple(data["gives"].split()),
            tuple(data["phrases"]),
            constants,
            frozenset(data.get("only", "").split()),
            data.get("closed", False),
        )
    except KeyError as missing:
        raise ValueError(f"rule {name} has no {missing}") from None


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language; raise LookupError for one without a file, ValueError for a wrong file."""
    tables = load(language, "dates")
    try:
        return Grammar(tables)
    except (ValueError, KeyError) as error:
        raise ValueError(f"languages/{language}/dates.toml: {error}") from error
