"""A language's file of dates, compiled: a scan for runs of its words, then phrases over the types of their tokens.

Levels of rules are applied one after the other; what a rule reads becomes a token of the types that the rule gives.
Among the phrases that match at one place the longest wins, then the first listed. What a shape and what a run mean is
computed once and kept in bounded caches, because the same few thousand runs make up all news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from timeline.language import NEVER, Pattern, load
from timeline.lexicon import Lexicon, Recent, Token
from timeline.phrases import names
from timeline.rules import Levels, Node, Reading, Rule
from timeline.values import frozen

SCALED: Final = 60  # characters before tens in which the word of their scale is looked for
WRAPPED: Final = 1 / 3  # of the lines of a text begin with a small letter if they break within its sentences
_BREAK: Final = "\0"  # stands for the end of a line where no expression goes on
LONGEST_KEPT: Final = 80  # characters of a run that is remembered: longer ones hardly come again
LONGEST_MODAL: Final = 12  # characters behind a month that may be a verb, in which the next one stands
_WORD_BEFORE: Final = re.compile(r"[\w'’]+ $")


@frozen
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

    __eq__ = object.__eq__  # each is itself: what is known of it can be kept by it
    __hash__ = object.__hash__


class Found(NamedTuple):
    """An expression at `[start, end)` of a run."""

    start: int
    end: int
    expression: Expression


class Grammar:
    """The compiled grammar of one language."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        settings = tables["settings"]
        self.tense: Mapping[str, Any] = tables.get("tense", {})
        self.day_first: bool | None = settings.get("day_first")  # 4/5/2025 where nothing else tells
        self.message = Pattern(settings.get("message", NEVER), re.IGNORECASE)
        self._tens = Pattern(settings.get("tens", NEVER))
        self._scales = Pattern(settings.get("scales", NEVER), re.IGNORECASE)
        self._modal = Pattern(settings.get("modal", NEVER))
        self._streets = frozenset(settings.get("streets", ()))
        the = ("", *(f"{word} " for word in tables["words"].get("the", ())))
        self._first_names = frozenset(article + name for article in the for name in settings.get("first_names", ()))
        self._part_names = self._first_names.union(a + name for a in the for name in settings.get("part_names", ()))
        self._not_names = frozenset(settings.get("not_before_names", ()))
        self._named_units = frozenset(word.title() for word in settings.get("named_units", ()))
        self._named_parts = frozenset(word.title() for word in settings.get("named_parts", ()))
        levels = [[Rule.of(name, data) for name, data in tables[level].items()] for level in tables["levels"]]
        self.rules = {rule.name: rule for level in levels for rule in level}
        if len(self.rules) < sum(map(len, levels)):
            raise ValueError("two rules have the same name")
        spoken_of = set(names(" ".join(phrase for rule in self.rules.values() for phrase in rule.phrases)))
        self._lexicon = Lexicon(tables, spoken_of, (frozenset(rule.gives) for rule in self.rules.values()))
        self._levels = Levels(levels, self._lexicon)
        self._scanner = self._lexicon.scanner(self._levels.neighbours)
        self._plans = Recent(self._levels.readings)
        self._known = Recent(self._read)

    def find(self, text: str) -> Iterator[tuple[int, tuple[Found, ...]]]:
        """Yield (offset, expressions) of each run of the text that says something."""
        lowered = text.lower()
        if len(lowered) != len(text):  # one letter (U+0130) becomes two
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        if not is_wrapped(text):
            lowered = lowered.replace("\n", _BREAK)  # "at 2.15pm" ends its line, "Tuesday" begins the next
        known = self._known
        for start, end in self._scanner.runs(lowered):
            run = text[start:end]
            found = known[run] if end - start <= LONGEST_KEPT else self._read(run)
            if found:
                yield start, found

    def is_name(self, text: str, start: int, end: int, genre: str = "news") -> bool:
        """Tell whether what looks like a date is a name, an address, degrees or a hashtag: "June Carter"."""
        if text[start - 1 : start] == "#" or self._is_other_number(text, start, end):
            return True
        followed = text.startswith(" ", end) and text[end + 1 : end + 2].isupper()
        if text[start].isdigit():
            words = text[end + 1 : end + 40].split(None, 2) if followed else ()
            return len(words) > 1 and words[1].lower().rstrip(".,;") in self._streets
        said = text[start:end]
        part = said.rpartition(" ")[2] if followed and genre == "news" else ""
        names = self._first_names if genre == "message" else self._part_names
        is_unit = genre == "news" and said in self._named_units
        if not is_unit and (genre == "narrative" or said.lower() not in names):
            return part in self._named_parts
        before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
        if before and before[0].lower().strip() in self._not_names:
            return False
        follows = bool(before and before[0][0].isupper())
        return text[start].isupper() and (follows or (followed and not is_unit))

    def _is_other_number(self, text: str, start: int, end: int) -> bool:
        """Tell whether a number is one of degrees ("in the low 50s"), or of a thing that may ("the Kite 14 may be")."""
        if text[start].isdigit() and self._modal.search(text, start, end + LONGEST_MODAL):
            return True
        return bool(self._tens.search(text, start, end) and self._scales.search(text, max(0, start - SCALED), start))

    def tokens(self, run: str) -> list[Token]:
        """Return the tokens of a run with their types."""
        return self._lexicon.tokens(run)

    def _read(self, run: str) -> tuple[Found, ...]:
        """Return the expressions of one run, left to right."""
        tokens = self.tokens(run)
        return tuple([_found(reading, tokens) for reading in self._plans["".join([token.char for token in tokens])]])


@lru_cache(1)  # asked of a text by its scan and by each anchor in it
def is_wrapped(text: str) -> bool:
    """Tell whether the lines of a text break within its sentences, so that many of them begin with a small letter."""
    lines = [line[0] for line in map(str.lstrip, text.split("\n")[1:]) if line]
    return sum(map(str.islower, lines)) >= len(lines) * WRAPPED


def _found(reading: Reading, tokens: Sequence[Token]) -> Found:
    """Return what a reading says with the tokens of a run."""
    return Found(tokens[reading.start].start, tokens[reading.end - 1].end, _expression(reading, tokens))


def _expression(reading: Reading, tokens: Sequence[Token]) -> Expression:
    rule = reading.rule
    args = dict(rule.constants)
    for name, kind, node in reading.args:
        args[name] = (
            tuple(_said(each, kind, tokens) for each in node) if isinstance(node, list) else _said(node, kind, tokens)
        )
    parts = tuple(_found(part, tokens) for part in reading.parts)
    return Expression(rule.name, rule.op, args, reading.said, rule.only, rule.closed, parts)


def _said(node: Node, kind: str, tokens: Sequence[Token]) -> Any:
    """Return what a token, or what is read in its place, says as a type."""
    return tokens[node].values[kind] if isinstance(node, int) else _expression(node, tokens)


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language; raise LookupError for one without a file, ValueError for a wrong file."""
    tables = load(language, "dates")
    try:
        return Grammar(tables)
    except (ValueError, KeyError) as error:
        raise ValueError(f"languages/{language}/dates.toml: {error}") from error
