"""Whom or what a sentence is about for the pronouns behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from timeline.extract.predicates import object_of
from timeline.extract.referents import NEAR, TOKEN, is_of_many, is_person, parted
from timeline.extract.relatives import is_several, verb_at
from timeline.extract.setting import Setting
from timeline.extract.subjects import subject_of
from timeline.extract.titles import points_back
from timeline.extract.undated import is_function
from timeline.letters import CAPITAL
from timeline.statements import Statements

_WORD: Final = re.compile(r"[^\W_]+")
NAME: Final = rf"[{CAPITAL}](?:(?!['’]s\b)[\w’'-])+"
_FULL_NAME: Final = re.compile(rf"(?<=[a-z,] ){NAME}(?: {NAME})+")
_INNER_NAME: Final = re.compile(rf"(?<=[a-z,] ){NAME}(?: {NAME})*")
_BESIDE: Final = re.compile(rf", ({NAME}(?: {NAME})+),")


def told_of(setting: Setting, about: str, pronoun: str, words: Statements) -> str:
    """Return whom or what a sentence is about for a pronoun: its subject, or the one name that it has instead."""
    subject, back = subject_of(about, words), points_back(about, words)
    if not back and pronoun in words.singular and (other := _joined_person(setting, about, subject, words)):
        return other
    if not subject and back in words.alike and not speaks_of(about, pronoun, words):
        return only_name(about)
    if not back and pronoun in words.singular and not (subject and is_person(setting.text, subject, words)):
        return _titled(about, setting.text, words)
    return subject


def _joined_person(setting: Setting, about: str, subject: str, words: Statements) -> str:
    """Return the person who is the subject of a further clause, where none is told of before that.

    "Parents wept, and | a judge | lifted the order. He".
    """
    if not subject or is_person(setting.text, subject, words):
        return ""
    for joined in words.coordinators.finditer(about):
        before, rest = about[: joined.start()], about[joined.end() + 1 :]
        other = subject_of(rest, words)
        if other and before.endswith(", ") and is_person(setting.text, other, words):
            name = _BESIDE.match(rest, len(other))
            return "" if words.person.search(before) or _INNER_NAME.search(before) else name[1] if name else other
    return ""


def thing_in(about: str, subject: str, words: Statements) -> str:
    """Return the one thing that a person, or several, do something to, and to nothing else ("A judge ordered | it")."""
    lower = {part.casefold() for part in subject.split()}
    acts = lower & (words.name_roles | words.agents | words.many) or is_several(parted(subject, words)[0], words)
    thing = object_of(about, words) if acts else ""
    first, _, rest = thing.partition(" ")
    more = (verb_at(about, joined.end() + 1, words) for joined in words.coordinators.finditer(about))
    if not thing or is_several(parted(thing, words)[0], words) or any(more):
        return ""
    if {part.casefold() for part in thing.split()} & (words.name_roles | words.agents):
        return ""
    return f"{words.definite[0]} {rest}" if words.article.match(f"{first} ") else thing


def _titled(sentence: str, text: str, words: Statements) -> str:
    """Return the one person of a sentence with an office, before the name or elsewhere ("Premier | Jan Roeder")."""
    found: set[str] = set()
    for name in _INNER_NAME.finditer(sentence):
        parts = name[0].split()
        place = max((at for at, part in enumerate(parts) if part.casefold() in words.name_titles), default=-1)
        if place >= 0 and len(parts) - place > 2:
            found.add(" ".join(parts[place + 1 :]))
        elif len(parts) == 1 and _has_office(name[0], text, words):
            found.add(name[0])
    return found.pop() if len(found) == 1 else ""


def _has_office(name: str, text: str, words: Statements) -> bool:
    """Tell whether a last name stands behind an office and a first name somewhere ("President Andry | Rajoelina")."""
    full = re.finditer(rf"(\w+)\.? {NAME} {re.escape(name)}\b", text[:NEAR])
    return any(each[1].casefold() in words.name_titles for each in full)


def only_name(sentence: str) -> str:
    """Return the one full name of a sentence, if there is only one."""
    names = {name[0] for name in _FULL_NAME.finditer(sentence)}
    return names.pop() if len(names) == 1 else ""


def owned_name(sentence: str, back: str, pronoun: str, words: Statements) -> str:
    """Return the name of a subject that a possessive opens, where a pronoun can mean it ("Her son | Bo Lund | won")."""
    name = subject_of(sentence, words) if back in words.possessives else ""
    noun = sentence[: sentence.find(name)].rstrip().rpartition(" ")[2].casefold() if name else ""
    mine = words.alike.get(pronoun, pronoun)
    meant = words.sexed.get(noun) == mine if mine in words.sexed else noun not in words.name_roles | words.sexed.keys()
    return name if noun.isalpha() and meant else ""


def speaks_of(about: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a sentence has the same pronoun itself, so that another is named in it."""
    mine = words.alike.get(pronoun, pronoun)
    return any(words.alike.get(word.casefold()) == mine for word in TOKEN.findall(about))


def is_of_other(about: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a sentence speaks of one of the other sex ("Bo Lund lost his way. She")."""
    said = {word.casefold() for word in TOKEN.findall(about)} & words.agreeing
    mine = words.alike.get(pronoun, pronoun)
    return pronoun in words.singular and bool(said) and all(words.alike.get(word) != mine for word in said)


def is_done_to(about: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a sentence has the pronoun for an object, which its subject is not ("A guard hit her. She")."""
    first = words.verbs.search(about)
    parted = first and (words.coordinators.search(about, first.end()) or words.cuts.search(about, first.end()))
    end = parted.start() if parted else len(about)
    ties = (*words.verbs.finditer(about, 0, end), *words.against.finditer(about, 0, end))
    behind = (_WORD.match(about, tie.end() + 1) for tie in ties)
    objects = (word for word in behind if word and word[0] in words.objective and not _owns(about, word, words))
    return any(words.alike[word[0]] == words.alike.get(pronoun) for word in objects)


def _owns(text: str, pronoun: re.Match[str], words: Statements) -> bool:
    """Tell whether a possessive has its noun behind it ("hit | her | dog", but "hit | her | with a stick")."""
    after = _WORD.match(text, pronoun.end() + 1) if pronoun[0] in words.possessives else None
    function = after and (is_function(after[0], words) or after[0] in words.dangling)
    return after is not None and after[0].islower() and not function


def is_beside_several(subject: str, about: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a sentence about one name speaks of several others ("Elm Foods heard of two suitors. They")."""
    if pronoun not in words.several or not all(part[:1].isupper() for part in subject.split()):
        return False
    one = not is_several(subject, words) and not is_of_many(subject.rpartition(" ")[2], words)
    objects = (
        words.phrase.match(about, space.start()) for space in words.counted_several.finditer(about, len(subject))
    )
    return one and any(each is not None for each in objects)


def names_told(sentence: str, words: Statements) -> Iterator[str]:
    """Yield the names in a sentence that do something or have it done to them ("heard that | Lund | was owed")."""
    for name in _INNER_NAME.finditer(sentence):
        before = sentence[: name.start()].rsplit(maxsplit=1)[-1]
        if words.verbs.match(sentence, name.end() + 1) or words.verbs.fullmatch(before):
            yield name[0]
