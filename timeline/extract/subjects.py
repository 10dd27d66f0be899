"""Who or what a clause is about: the words before its verb."""

from __future__ import annotations

import re
from typing import Final

from timeline.dateline import after_dateline
from timeline.extract.names import NAME_AT_END
from timeline.extract.relatives import is_adverb, is_participle, is_several, restriction, subject_aside
from timeline.extract.shorten import EDGES, closed
from timeline.extract.titles import opened, points_back
from timeline.letters import CAPITAL
from timeline.statements import Statements

_AGE: Final = re.compile(r",\s\d{1,3}(?:\sand\s\d{1,3}(?=,))?(?:(?=,\s(?!and\b)[^,\d]+,\s*$)|,(?!\d)|(?=\s+and\b))")
_NAME_BESIDE: Final = re.compile(rf"[{CAPITAL}][\w’'-]+(?: [{CAPITAL}][\w’'.-]+){{1,3}}(?=, [a-z])")
_AGED_BESIDE: Final = re.compile(rf"([{CAPITAL}][\w’'-]+(?: [{CAPITAL}][\w’'.-]+){{1,3}}), \d{{1,3}}, (?=[a-z])")
_OWNED_NAME: Final = re.compile(rf"[A-Z]?[a-z]+ (?:[a-z-]+ )+([{CAPITAL}]\S*(?: [{CAPITAL}]\S*)*)$")  # "His son | Al"
_COMMA: Final = re.compile(r",(?!\d)")
LONGEST_SUBJECT: Final = 8  # words


def subject_of(sentence: str, words: Statements) -> str:
    """Return the subject of a sentence, where it is short and plain: the words before its first verb.

    Ages in apposition are left out ("Marta Vale, 26, and").
    """
    clause = opened(sentence[after_dateline(sentence, words.language) :].strip(EDGES), words)
    if clause.startswith("#"):  # a heading: what it names is told anew below it
        return ""
    if aside := subject_aside(clause, 0, len(clause), words) or restriction(clause, 0, len(clause), words):
        clause = f"{clause[: aside[0]].rstrip(',')} {clause[aside[1] :].lstrip()}"
    if name := _aged(clause, words):
        return name
    verb = words.verbs.search(clause)
    if not verb:
        return ""
    before = _without_adverb(_AGE.sub("", clause[: verb.start()]), words)
    first, comma, rest = before.strip(EDGES).rpartition(", ")
    led = words.weak_cuts.match(first) or is_participle(first[:1].lower() + first[1:], 0, words, words.participles)
    lead, _, name = first.rpartition(", ")
    apart = before.rstrip().endswith(",")  # "Born in Elm, | Vale, a clerk, ..."
    beside = apart and lead and NAME_AT_END.fullmatch(name)
    subject = (name if beside else rest) if comma and led else named(before, words)
    theirs = _OWNED_NAME.match(subject) if points_back(subject, words) in words.possessives else None
    if theirs and not words.weak_cuts.search(subject, 0, theirs.start(1)):
        return theirs[1]
    if beside := _NAME_BESIDE.match(subject):
        return beside[0]
    bare, _, last = subject.rpartition(" ")
    subject = bare if bare and last in words.persons - words.relatives else subject  # "The house | he built was sold"
    subject = _short(closed(subject, words), words)
    plain = (
        subject
        and len(subject.split()) <= LONGEST_SUBJECT
        and not _COMMA.search(subject)
        and '"' not in subject
        and "“" not in subject
    )
    plain = plain and not words.relatives & set(subject.split()) and subject.casefold() not in words.dangling
    phrase = words.weak_cuts.match(subject) and not words.quantities.match(subject)  # "On the last day"
    return subject if plain and not phrase and not points_back(subject, words) else ""


def _aged(subject: str, words: Statements) -> str:
    """Return the name at the head of a subject, where an age and more stand beside it ("Bo Lund, 24, of Elm Road,")."""
    name = _AGED_BESIDE.match(subject)
    return name[1] if name and not words.coordinators.match(subject, name.end()) else ""


def _without_adverb(before: str, words: Statements) -> str:
    """Leave out what stands between a subject and its verb ("The drivers | first | walked", "Vale | herself | won")."""
    subject, _, last = before.rstrip().rpartition(" ")
    manner = last.islower() and last not in words.collectives and words.adverb.fullmatch(last)  # "| narrowly | escaped"
    beside = last in words.passing | words.reflexives or manner
    return subject if beside and not words.determiner.search(f"{subject} ") else before


def _short(subject: str, words: Statements) -> str:
    """Return a long subject without the phrases behind its noun ("A capsule | with 61 grams of the asteroid Elm")."""
    tie = words.weak_cuts.search(subject, 1) if len(subject.split()) > LONGEST_SUBJECT else None
    return subject[: tie.start()].rstrip() if tie and words.starts.match(subject) else subject


def named(before: str, words: Statements) -> str:
    """Return a subject without its apposition, or that, where it is a name and the subject only points back."""
    subject, _, apposition = before.strip(EDGES).partition(", ")
    if not (before.rstrip().endswith(",") or points_back(subject, words)) or not apposition or "," in apposition:
        return before.strip(EDGES)
    return apposition if points_back(subject, words) and NAME_AT_END.match(apposition) else subject


def plain_subject(subject: str, words: Statements) -> str:
    """Return a subject without what stands in apposition ("Marta Vale, 26, who lives alone, ")."""
    if name := _aged(subject, words):
        return name
    plain = _AGE.sub("", opened(subject.strip(EDGES), words)).strip(EDGES)
    first, comma, rest = plain.partition(", ")
    subject = rest if comma and (words.weak_cuts.match(first) or words.subordinate.match(first)) else first
    bare, _, last = subject.rpartition(" ")
    hedged = last in words.dangling or words.negated.fullmatch(last) or words.possible.fullmatch(last)  # "allegedly"
    return bare if bare and last.islower() and is_adverb(last, words) and not hedged else subject


def subject_beside(clause: str, words: Statements) -> str:
    """Return the subject of the clause before the main one ("Because Ann Vale was ill, she ...")."""
    beside = words.subordinate.match(clause)
    comma = clause.find(", ", beside.end()) if beside else -1
    return subject_of(clause[beside.end() :], words) if beside and comma >= 0 else ""


def owned(owner: str, phrase: str) -> str:
    """Return a phrase with its owner in the place of a possessive ("his trip": "Ann Vale’s trip")."""
    _, _, rest = phrase.partition(" ")
    return f"{owner}{'’' if owner.endswith('s') else '’s'} {rest}"


def singular(noun: str, words: Statements) -> str:
    """Return a noun without the ending of its plural, if it has one ("rowers": "rower")."""
    ending = next(filter(noun.endswith, words.plural_endings), "")
    return noun.removesuffix(ending) if is_several(noun, words) else noun
