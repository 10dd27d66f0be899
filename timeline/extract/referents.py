"""What a noun phrase means, a person, a thing or several, and so which pronouns may stand for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.extract.predicates import is_acting, is_befalling, is_occurring
from timeline.extract.relatives import is_several
from timeline.extract.setting import Setting
from timeline.extract.shorten import EDGES
from timeline.extract.subjects import singular
from timeline.extract.titles import opened
from timeline.letters import CAPITAL
from timeline.statements import Statements

TOKEN: Final = re.compile(r"[^\W_]{2,}")
NEAR: Final = 5_000  # characters of a text among which a word is looked for


def fits(setting: Setting, subject: str, pronoun: str, clause: str, words: Statements) -> bool:
    """Tell whether the pronoun at the head of a clause may stand for a subject: "he" for a person, "it" for a thing."""
    nothing = not subject or words.nothing.match(subject) or _is_named(clause, subject, words)
    if nothing or pronoun in words.things - words.relatives - words.alike.keys():
        return False
    parts = subject.split()
    if pronoun in words.things & words.alike.keys():
        head = parted(subject, words)[0].casefold()
        came = (head in words.happenings and is_befalling(clause, words)) or (
            head in words.occasioned and is_occurring(clause, words)
        )
        return (came or is_acting(clause, words)) and is_thing(setting, parts, words)
    if pronoun in words.several and _is_one_person(setting.text, parts, words):
        return False
    if pronoun not in words.singular:
        return pronoun in words.relatives | words.persons | words.alike.keys() and not is_one(parts, pronoun, words)
    roles = parted(subject, words)[0].casefold()  # "Lawyers for Ann Vale"
    several = roles in words.agents or _are_persons(roles, words)
    one = subject.casefold() not in words.many and not several and not is_other_sex(parts, pronoun, words)
    return one and is_person(setting.text, subject, words)


def _is_named(clause: str, subject: str, words: Statements) -> bool:
    """Tell whether a clause names its subject itself, beside the pronoun ("He is to stand before Bo Lund").

    A clause before the pronoun's own may ("When Bo Lund came, he ...").
    """
    rest = opened(clause.strip(EDGES), words)
    return subject[:1].isupper() and re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", rest) is not None


def is_other_sex(parts: Sequence[str], pronoun: str, words: Statements) -> bool:
    """Tell whether a subject's own noun is of the other sex ("a boy" for "she")."""
    nouns = (part.casefold().strip(".,") for part in parts)
    told = {words.sexed[noun] for noun in nouns if noun in words.sexed}
    mine = words.alike.get(pronoun)
    return mine in words.sexed and len(told) == 1 and mine not in told


def is_of_many(name: str, words: Statements) -> bool:
    """Tell whether a name is that of several, or of what several make up ("Police", "Parliament")."""
    return name.casefold() in words.agents | words.collectives | words.many


def _is_one_person(text: str, parts: Sequence[str], words: Statements) -> bool:
    """Tell whether a subject is the name of one person: it has a title, or stands behind a first name elsewhere."""
    name = parts[-1]
    if not all(part[:1].isupper() for part in parts) or name.endswith(words.plural_endings) or is_of_many(name, words):
        return False
    titled = len(parts) > 1 and parts[0].casefold().rstrip(".") in words.name_titles
    alone = len(parts) == 1 and re.search(rf"[{CAPITAL}][a-zß-ÿ]+ {re.escape(name)}\b", text[:NEAR])
    return titled or bool(alone)


def is_person(text: str, subject: str, words: Statements) -> bool:
    """Tell whether a subject can be a person: a name, a role, or someone of an age."""
    parts = subject.split()
    if len(parts) == 1 and parts[0].isupper() and not text[:NEAR].isupper():
        return False  # "NATO"
    if len(parts) == 1 and parts[0][:1].isupper() and not re.search(rf"[\w,] {re.escape(parts[0])}\b", text[:NEAR]):
        return False  # no name, but the first word of a sentence
    return all(part[:1].isupper() or part in words.inside_names for part in parts) or bool(
        words.name_roles & {part.casefold() for part in parts} or words.aged.search(subject)
    )


def is_one(parts: list[str], pronoun: str, words: Statements) -> bool:
    """Tell whether a subject is one thing, where the pronoun stands for several."""
    one = (
        words.starts.match(f"{parts[0]} ") and not parts[-1].endswith(words.plural_endings) and pronoun in words.several
    )
    tie = next((place for place, part in enumerate(parts) if place and words.weak_cuts.fullmatch(part)), len(parts))
    own = {part.casefold() for part in parts[:tie]}  # "a call from | the family", but "a crowd of people"
    return bool(one) and not own & (words.collectives | words.agents | words.joining)


def is_thing(setting: Setting, parts: list[str], words: Statements) -> bool:
    """Tell whether a subject is one thing rather than a person or several."""
    lower = {part.casefold() for part in parts}
    if lower & (words.name_roles | words.agents | words.name_titles) or words.aged.search(" ".join(parts)):
        return False
    head, tied = parted(" ".join(parts), words)
    if head.casefold() in words.many or _are_persons(head.casefold(), words):
        return False
    if words.starts.match(f"{parts[0]} ") or (tied and is_several(head, words)):
        return not is_several(head, words)
    near = setting.text[setting.before[-1].start if setting.before else setting.sentence.start : setting.sentence.end]
    return parts[0][:1].isupper() and not words.singular & {word.casefold() for word in TOKEN.findall(near)}


def _are_persons(noun: str, words: Statements) -> bool:
    """Tell whether a noun is that of several persons ("workers")."""
    return is_several(noun, words) and singular(noun, words) in words.name_roles


def is_other_thing(setting: Setting, subject: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a thing is meant, but not by a subject ("Elm Foods said that | two men | had left. It")."""
    return pronoun in words.things & words.alike.keys() and not is_thing(setting, subject.split(), words)


def parted(subject: str, words: Statements) -> tuple[str, str]:
    """Return the noun of a subject, and what a preposition ties to it ("The attack on Elm Foods")."""
    parts = subject.split()
    tie = next((place for place, part in enumerate(parts) if place and _ties(part, words)), len(parts))
    return parts[tie - 1] if parts else "", " ".join(parts[tie + 1 :])


def _ties(word: str, words: Statements) -> bool:
    return word in words.of or words.weak_cuts.fullmatch(word) is not None
