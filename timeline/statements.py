"""The words with which a language tells what happened, compiled once: `languages/<language>/statements.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from attrs import frozen

from timeline.language import load
from timeline.phrases import trie

_COMMON: Final = (("merging", "common"), ("titles", "dangling"), ("titles", "pronouns"), ("names", "no_names"))
_MARKS: Final = ("after_comma", "bare", "not_marks", "that", "verbs")
_NOTHING: Final = re.compile(r"(?!)")


@frozen
class Statements:
    """Word sets and patterns of one language; each pattern matches whole words in any capitals."""

    abbreviations: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    bare_telling: re.Pattern[str]
    telling_acts: re.Pattern[str]
    telling: re.Pattern[str]
    between: re.Pattern[str]
    clause_marks: re.Pattern[str]
    coordinators: re.Pattern[str]
    passive: frozenset[str]
    aside: re.Pattern[str]
    that: re.Pattern[str]
    between_ends: re.Pattern[str]
    range_start: re.Pattern[str]
    determiner: re.Pattern[str]
    noun_of: re.Pattern[str]
    relatives: frozenset[str]
    objects: frozenset[str]
    auxiliaries: frozenset[str]
    intransitive: frozenset[str]
    modals: frozenset[str]
    passives: frozenset[str]
    passive_endings: tuple[str, ...]
    repeats: frozenset[str]
    starts: re.Pattern[str]
    verbs: re.Pattern[str]
    planned: re.Pattern[str]
    not_planned: re.Pattern[str]
    possible: re.Pattern[str]
    negated: re.Pattern[str]
    not_negated: re.Pattern[str]
    nothing: re.Pattern[str]
    not_nothing: re.Pattern[str]
    undone: re.Pattern[str]
    denials: re.Pattern[str]
    conditions: re.Pattern[str]
    present: re.Pattern[str]
    recurring: re.Pattern[str]
    soon: re.Pattern[str]
    before_date: re.Pattern[str]
    openings: re.Pattern[str]
    subordinate: re.Pattern[str]
    cuts: re.Pattern[str]
    weak_cuts: re.Pattern[str]
    dangling: frozenset[str]
    introductions: re.Pattern[str]
    infinitives: frozenset[str]
    spans: frozenset[str]
    participles: tuple[str, ...]
    pronouns: frozenset[str]
    persons: frozenset[str]
    possessives: frozenset[str]
    singular: frozenset[str]
    holds: frozenset[str]
    things: frozenset[str]
    demonstratives: frozenset[str]
    no_names: frozenset[str]
    inside_names: frozenset[str]
    name_roles: frozenset[str]
    name_titles: frozenset[str]
    occurred: re.Pattern[str]
    follow_up: re.Pattern[str]
    happening: re.Pattern[str]
    caption: re.Pattern[str]
    common: frozenset[str]


@cache
def statements(language: str) -> Statements:
    """Return the words of a language; a language that has no such file yet has none."""
    try:
        tables = load(language, "statements")
    except LookupError:
        tables = {}
    return _compiled(tables)


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of one of some phrases, with straight or curled apostrophes."""
    return trie({variant for word in words for variant in (word, word.replace("'", "’"))})


def _words(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE) if words else _NOTHING


def _compiled(tables: dict[str, Any]) -> Statements:
    def words(table: str, name: str) -> list[str]:
        return list(tables.get(table, {}).get(name, []))

    def these(table: str, name: str) -> frozenset[str]:
        return frozenset(words(table, name))

    def any_word(table: str, name: str) -> re.Pattern[str]:
        return _words(words(table, name))

    return Statements(
        abbreviations=these("sentences", "abbreviations"),
        may_end=these("sentences", "may_end"),
        openers=these("sentences", "openers"),
        bare_telling=any_word("telling", "bare"),
        telling_acts=any_word("telling", "acts"),
        telling=_words(words("telling", "bare") + words("telling", "acts")),
        between=_only(words("telling", "between")),
        clause_marks=_clause_marks(*(words("clauses", name) for name in _MARKS)),
        aside=_aside(words("clauses", "relatives")),
        passive=these("clauses", "passive"),
        coordinators=any_word("clauses", "coordinators"),
        that=any_word("clauses", "that"),
        between_ends=_between_ends(words("clauses", "range")),
        range_start=_at_end(words("clauses", "range_start")),
        noun_of=_noun_of(words("clauses", "determiners"), words("clauses", "of")),
        determiner=_determiner(words("clauses", "determiners")),
        relatives=these("clauses", "relatives"),
        objects=these("clauses", "objects"),
        auxiliaries=these("clauses", "auxiliaries"),
        intransitive=these("clauses", "intransitive"),
        modals=these("clauses", "modals"),
        passives=these("clauses", "passives"),
        passive_endings=tuple(words("clauses", "passive_endings")),
        repeats=these("clauses", "repeats"),
        starts=_at_start(words("clauses", "determiners")),
        verbs=_verbs(words("clauses", "verbs"), words("clauses", "not_verbs")),
        planned=any_word("kinds", "planned"),
        not_planned=any_word("kinds", "not_planned"),
        possible=any_word("kinds", "possible"),
        negated=any_word("kinds", "negated"),
        not_negated=any_word("kinds", "not_negated"),
        nothing=_at_start(words("kinds", "nothing")),
        not_nothing=_at_start(words("kinds", "not_nothing")),
        undone=any_word("kinds", "undone"),
        denials=any_word("kinds", "denials"),
        conditions=any_word("kinds", "conditions"),
        present=any_word("kinds", "present"),
        recurring=any_word("kinds", "recurring"),
        soon=any_word("kinds", "soon"),
        before_date=_at_end(words("titles", "before_date")),
        openings=_at_start(words("titles", "openings")),
        subordinate=_at_start(words("titles", "subordinate")),
        cuts=any_word("titles", "cuts"),
        weak_cuts=any_word("titles", "weak_cuts"),
        dangling=these("titles", "dangling"),
        infinitives=these("titles", "infinitives"),
        spans=these("titles", "spans"),
        participles=tuple(words("titles", "participles")),
        introductions=_words(words("titles", "introductions")),
        pronouns=these("titles", "pronouns"),
        persons=these("titles", "persons"),
        possessives=these("titles", "possessives"),
        demonstratives=these("titles", "demonstratives"),
        singular=these("titles", "singular"),
        holds=these("titles", "holds"),
        things=these("titles", "things"),
        no_names=these("names", "no_names"),
        inside_names=these("names", "inside"),
        name_roles=these("names", "roles"),
        name_titles=these("names", "titles"),
        occurred=any_word("story", "occurred"),
        follow_up=any_word("story", "follow_up"),
        happening=any_word("story", "happening"),
        caption=any_word("story", "caption"),
        common=frozenset().union(*(these(*each) for each in _COMMON)),
    )


def _between_ends(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of what stands between the two ends of a range."""
    return re.compile(rf"\s*(?:{any_of(words or ['-'])})\s*", re.IGNORECASE)


def _determiner(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of a determiner or a possessive at the end of a short stretch."""
    articles = rf"\b(?:{any_of(words)})|" if words else ""
    return re.compile(rf"(?:{articles}\b[^\W_]+['’]s|[^\W_]s['’])\s+$", re.IGNORECASE)


def _aside(relatives: list[str]) -> re.Pattern[str]:
    """Return the pattern of a relative clause between two commas."""
    return re.compile(rf",\s(?:{any_of(relatives)})\b[^,]*,", re.IGNORECASE) if relatives else _NOTHING


def _noun_of(determiners: list[str], of: list[str]) -> re.Pattern[str]:
    """Return the pattern of a noun phrase and the preposition that ties a date to it, at the end of a stretch."""
    if not of:
        return _NOTHING
    start = rf"(?:(?:{any_of(determiners)})|[^\W_]+['’]s)"
    return re.compile(rf"\b{start}\s(?:[^\W_][\w-]*\s){{1,4}}(?:{any_of(of)})\s+$", re.IGNORECASE)


def _only(words: list[str]) -> re.Pattern[str]:
    """Return a pattern of some of the words and nothing else."""
    return re.compile(rf"(?:[\s,]+(?:{any_of(words)})\b)*[\s,]*", re.IGNORECASE) if words else re.compile(r"\s*")


def _clause_marks(
    after_comma: list[str], bare: list[str], not_marks: list[str], that: list[str], verbs: list[str]
) -> re.Pattern[str]:
    """Return the pattern of what parts clauses: strong punctuation, or a conjunction."""
    marks = r"[;:]\s|\s[—–]\s?|—|\s--?\s"
    if not after_comma or not bare:
        return re.compile(marks)
    return re.compile(
        rf"{marks}|(?:,[\"”’']*\s+(?=(?:{any_of(after_comma + bare)})\b)|\s(?=(?:{any_of(bare)})\b)"
        rf"|\s(?=(?:{any_of(that)})\s+(?:{any_of(verbs)})\b))"
        rf"(?!(?:{any_of(not_marks)})\b)",
        re.IGNORECASE,
    )


def _verbs(verbs: list[str], not_verbs: list[str]) -> re.Pattern[str]:
    if not verbs:
        return _NOTHING
    return re.compile(rf"(?<![-\w])(?!(?:{any_of(not_verbs)})\b)(?:{any_of(verbs)}|\w{{2,}}ed)\b(?!-)", re.IGNORECASE)


def _at_end(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of some of the phrases, one after another, at the end of a short stretch."""
    return re.compile(rf"(?:[\s,]*\b(?:{any_of(words)}))+[\s,]*$", re.IGNORECASE) if words else re.compile(r"[\s,]*$")


def _at_start(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of some of the phrases, one after another, at the beginning."""
    return re.compile(rf"(?:(?:{any_of(words)})\b(?!['’])[\s,:]*)+", re.IGNORECASE) if words else _NOTHING
