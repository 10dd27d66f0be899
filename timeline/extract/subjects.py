"""Who or what a clause is about, where it only points to it or leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from timeline.dateline import after_dateline
from timeline.extract.relatives import (
    has_two_verbs,
    is_adverb,
    is_participle,
    is_passive_form,
    restriction,
    resumed,
    subject_aside,
)
from timeline.extract.shorten import EDGES, LONGEST, closed
from timeline.extract.titles import opened, points_back
from timeline.statements import Statements

_AGE: Final = re.compile(r",\s\d{1,3}(?:(?=,\s(?!and\b)[^,\d]+,\s*$)|,(?!\d)|(?=\s+and\b))")
_YEARS: Final = re.compile(r"(?<=of\s)\d{1,3}-year-old\s(?=[A-ZÀ-Þ])")
_MARKS: Final = re.compile(r"[;:—–)]|,(?!\d)")
_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_NAME_AT_END: Final = re.compile(r"[A-ZÀ-Þ]\S*(?:\s(?:[A-ZÀ-Þ]\S*|\d+))*$")
_LONGEST_GROUP: Final = 60  # characters
_ANTECEDENT: Final = 6  # words of a noun phrase before a relative pronoun
_LONGEST_ANTECEDENT: Final = 10  # words of one that begins with an article
_SPACE: Final = re.compile(r"\s")
_NAME_BESIDE: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]+){1,3}(?=, [a-z])")
_AGED_BESIDE: Final = re.compile(r"([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]+){1,3}), \d{1,3}, (?=[a-z])")
_COMMA: Final = re.compile(r",(?!\d)")
_LONGEST_SUBJECT: Final = 8  # words
_LONGEST_OBJECT: Final = 5  # words


def subject_of(sentence: str, words: Statements) -> str:
    """Return the subject of a sentence, where it is short and plain: the words before its first verb.

    Ages in apposition are left out ("Marta Vale, 26, and").
    """
    clause = opened(sentence[after_dateline(sentence, words.language) :].strip(EDGES), words)
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
    subject = rest if comma and led else named(before, words)
    if beside := _NAME_BESIDE.match(subject):
        return beside[0]
    subject = _short(closed(subject, words), words)
    plain = (
        subject
        and len(subject.split()) <= _LONGEST_SUBJECT
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
    """Leave out the adverb between a subject and its verb ("The drivers | first | walked out")."""
    subject, _, last = before.rstrip().rpartition(" ")
    return subject if last in words.passing and not words.determiner.search(f"{subject} ") else before


def _short(subject: str, words: Statements) -> str:
    """Return a long subject without the phrases behind its noun ("A capsule | with 61 grams of the asteroid Elm")."""
    tie = words.weak_cuts.search(subject, 1) if len(subject.split()) > _LONGEST_SUBJECT else None
    return subject[: tie.start()].rstrip() if tie and words.starts.match(subject) else subject


def named(before: str, words: Statements) -> str:
    """Return a subject without its apposition, or that, where it is a name and the subject only points back."""
    subject, _, apposition = before.strip(EDGES).partition(", ")
    if not (before.rstrip().endswith(",") or points_back(subject, words)) or not apposition or "," in apposition:
        return before.strip(EDGES)
    return apposition if points_back(subject, words) and _NAME_AT_END.match(apposition) else subject


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


def antecedent(
    before: str, words: Statements, person: bool = False, plural: bool | None = None, apart: bool = False
) -> str:
    """Return the noun phrase before a relative pronoun, back to a mark, a verb or a preposition.

    For a person, what the person is only a part of is left out ("the murder of a boy, who"); the number of its verb
    chooses between two nouns ("shares in the company, which have"). `apart` is one behind a comma.
    """
    parts = _MARKS.split(before.rstrip(" ,"))
    phrases = [phrase for phrase in parts if not _is_figure(phrase.strip()) or words.verbs.search(phrase)]
    last = (phrases[-1] if phrases else "").strip()
    asked = [each.end() for each in (*words.infinitive.finditer(last), *words.verbs.finditer(last))] if person else []
    if asked and max(asked) == len(last) and not apart:
        return ""  # "to find out how many sank | who sank the ferry"
    name = _NAME_AT_END.search(parts[-2].strip()) if len(parts) > 1 and words.article.match(last) else None
    if name and name[0] == parts[-2].strip():
        return name[0]  # "Ann Vale, a judge who"
    infinitives = [each for each in words.infinitive.finditer(last) if not words.starts.match(last, each.start(1))]
    verbs = [
        verb.end()
        for verb in (*words.verbs.finditer(last), *words.cuts.finditer(last), *infinitives, *_acting(last, words))
        if verb.end() < len(last)
    ]
    phrase = last[max(verbs, default=0) :].strip(EDGES)
    while not words.quantities.match(phrase) and (lead := words.weak_cuts.match(phrase) or _participle(phrase, words)):
        phrase = phrase[lead.end() :].strip()
    while (first := phrase.partition(" ")[0]) in words.joining | words.of:
        phrase = phrase[len(first) :].lstrip()  # "spoke of | the bridges", "and of | the boats"
    phrase = _last_noun(phrase, words)
    bare = phrase[:1].islower() and not words.starts.match(phrase)
    if bare and (tie := words.weak_cuts.search(phrase)):
        phrase = phrase[tie.end() :].strip()
    phrase = _meant(_behind_particle(phrase, words), words, person, plural, apart)
    if points_back(phrase, words):
        owner = subject_of(before, words)
        named = _NAME_AT_END.search(phrase)
        if phrase.partition(" ")[0] not in words.possessives or " " not in phrase:
            return named[0] if named and " " in phrase else ""
        return owned(owner, phrase) if owner else named[0] if named else phrase
    return phrase if len(phrase.split()) <= _ANTECEDENT else _last_words(phrase, words)


def _is_figure(phrase: str) -> bool:
    """Tell whether a part between commas is an age or another figure ("24", "40 feet long", but "2015 Elm Saloon")."""
    return phrase[:1].isdigit() and not _NAME_AT_END.search(phrase)


def _acting(phrase: str, words: Statements) -> Iterator[re.Match[str]]:
    """Yield the participles behind a noun, with which another phrase begins ("crowds demanding | elections, which")."""
    for before, word in pairwise(_WORD.finditer(phrase)):
        if word[0].islower() and word[0].endswith(words.participles) and not words.starts.fullmatch(f"{before[0]} "):
            yield word


def _meant(phrase: str, words: Statements, person: bool, plural: bool | None, apart: bool) -> str:
    """Return the noun of a phrase that a relative pronoun stands for; nothing where that is not clear."""
    if person:
        return _inmost_person(phrase, plural, words)
    if plural is False:
        if words.coordinators.search(phrase) and not words.starts.match(phrase):
            return ""  # "Elm and two other towns | which was"
        if inner := _inner(phrase, words):
            return inner
    whole = plural or (apart and words.behind.search(phrase) and len(phrase.split()) <= _ANTECEDENT)
    return phrase if whole else _inmost(phrase, words)


def _last_words(phrase: str, words: Statements) -> str:
    """Return the last words of a long phrase; nothing where they are several things of which its head told."""
    if words.article.match(phrase) and len(phrase.split()) <= _LONGEST_ANTECEDENT:
        return phrase
    last = " ".join(phrase.split()[-_ANTECEDENT:])
    return "" if words.coordinators.search(last) and not words.starts.match(last) else last


def _behind_particle(phrase: str, words: Statements) -> str:
    """Return what stands behind the particle of a verb and its preposition ("the boy over to | a guard")."""
    parts = phrase.split(" ")
    for place, (particle, tie) in enumerate(pairwise(parts)):
        if place and particle in words.particles and tie in words.infinitives and parts[place + 2 :]:
            return "" if parts[place + 2] in words.possessives else " ".join(parts[place + 2 :])
    return phrase


def owned(owner: str, phrase: str) -> str:
    """Return a phrase with its owner in the place of a possessive ("his trip": "Ann Vale’s trip")."""
    _, _, rest = phrase.partition(" ")
    return f"{owner}{'’' if owner.endswith('s') else '’s'} {rest}"


def _inner(phrase: str, words: Statements) -> str:
    """Return the noun behind a preposition, where the one before it is in the plural ("shares in | Elm Ferries")."""
    tie, of = words.weak_cuts.search(phrase, 1), words.behind.search(phrase)
    start, end = tie.span() if tie else (of.start(), of.start(1)) if of else (0, 0)
    head, inner = phrase[:start].strip(), phrase[end:].strip()
    return inner if is_several(head, words) and not (inner.islower() and is_several(inner, words)) else ""


def is_several(noun: str, words: Statements) -> bool:
    """Tell whether a noun is in the plural, as its ending tells."""
    return noun.endswith(words.plural_endings) and not noun.endswith(words.singular_endings)


def _inmost_person(phrase: str, plural: bool | None, words: Statements) -> str:
    """Return the person in a noun phrase: behind "of", where no role stands before it ("the murder of | a boy")."""
    phrase = _YEARS.sub("", phrase)
    name = _NAME_AT_END.search(phrase)
    led = phrase[: name.start()].rstrip().rpartition(" ")[2] if name and " " in name[0] else ""
    if name and (words.weak_cuts.fullmatch(led) or words.coordinators.fullmatch(led)):
        return name[0]  # "was replaced on loan by | Bo Lund"
    of = words.behind.search(phrase)
    head = phrase[: of.start()].rpartition(" ")[2] if of else ""
    meant = _is_role(head, words) and (not plural or is_several(head, words))
    if of and words.phrase.match(f" {of[1]} "):
        return phrase if meant else of[1]
    if of and (of[1][:1].isupper() or is_several(of[1], words)) and head in words.affairs | words.shown:
        return of[1]  # "the case of | Ann, who", but "the vicar of Elm, who"
    tie = words.weak_cuts.search(phrase, 1)
    inner, head = (phrase[tie.end() :].strip(), phrase[: tie.start()].strip()) if tie else ("", "")
    befell = head.rpartition(" ")[2].casefold() in words.happenings  # "the raid on | the bank, who"
    nearer = words.starts.match(inner) and (befell or (_is_role(inner, words) and not _is_role(head, words)))
    return inner if nearer else phrase  # "a note from | a rower"


def several_at_end(text: str, words: Statements) -> str:
    """Return the number of things that a text ends with ("owns | three cranes"), or nothing."""
    begins = (
        space.start() for space in reversed(list(_SPACE.finditer(text))) if words.phrase.match(text, space.start())
    )
    phrase = text[next(begins, len(text)) :].lstrip()
    return phrase if is_several(phrase, words) else ""


def _is_role(noun: str, words: Statements) -> bool:
    """Tell whether a noun means a person or several: "a rower", "nine employees"."""
    last = noun.rpartition(" ")[2]
    one = last.removesuffix(next(filter(last.endswith, words.plural_endings), "")) if is_several(last, words) else last
    if last.casefold() in words.agents or one.casefold() in words.name_roles:
        return True
    return last.islower() and last.endswith(words.role_endings)


def _inmost(phrase: str, words: Statements) -> str:
    """Return the last part of a noun phrase that has a determiner ("the help of | a grant", "a note on | the fire")."""
    name = _NAME_AT_END.search(phrase)
    if name and phrase[: name.start()].rstrip().rpartition(" ")[2] in words.passive:
        return name[0]  # "an offer by | Elm Foods, which"
    last = [each.end() for each in _SPACE.finditer(phrase) if words.starts.match(phrase, each.end())]
    if last and _is_rate(phrase[: last[-1]].split(), phrase[last[-1] :], words):
        return ""
    inmost = phrase[last[-1] :] if last else phrase
    return phrase if words.name_roles & set(inmost.split()) else inmost


def _last_noun(phrase: str, words: Statements) -> str:
    """Cut a stretch before a determiner that no preposition precedes ("The fleet replaces | the Kittiwake")."""
    parts = phrase.split()
    for place in range(len(parts) - 1, 0, -1):
        before = parts[place - 1].casefold()
        tied = (
            before in words.dangling
            or _is_rate(parts[:place], parts[place], words)
            or words.weak_cuts.fullmatch(before)
            or words.coordinators.fullmatch(before)
        )
        if (
            not tied
            and words.determiner.fullmatch(f"{parts[place]} ")
            and "’" not in parts[place]
            and "'" not in parts[place]
        ):
            return " ".join(parts[place:])
    return phrase


def _is_rate(before: list[str], rest: str, words: Statements) -> bool:
    """Tell whether a price or a number of things stands before an article ("40 crowns | a share")."""
    number = before[-2:-1] if before and is_several(before[-1], words) else before[-1:]
    return bool(number) and number[0][-1:].isdigit() and words.article.match(f"{rest} ") is not None


def _participle(phrase: str, words: Statements) -> re.Match[str] | None:
    first = _WORD.match(phrase)
    return first if first and first[0].islower() and first[0].endswith(words.participles) else None


def is_relative(clause: str, words: Statements) -> bool:
    """Tell whether a clause begins with a relative pronoun that is its subject ("which was lost")."""
    bare = clause.lstrip(EDGES)
    first = _WORD.match(bare)
    if first is None or first[0] not in words.relatives or not _before_verb(bare, first.end(), words):
        return False
    return resumed(bare, 0, len(bare), words) < 0 and not has_two_verbs(bare, 0, len(bare), words)


def is_of_object(clause: str, words: Statements) -> bool:
    """Tell whether a clause begins with a relative pronoun that is its object ("which the cabinet adopted")."""
    first, _, rest = clause.lstrip(EDGES).partition(" ")
    return first in words.objects and (
        rest[:1].isupper() or words.starts.match(rest) is not None or rest.split(" ")[0] in words.pronouns
    )


def _before_verb(clause: str, at: int, words: Statements) -> bool:
    after = _WORD.match(clause, at + 1)
    while after and is_adverb(after[0], words):
        at, after = after.end(), _WORD.match(clause, after.end() + 1)
    if after is None or words.verbs.match(clause, at + 1):
        return after is not None
    pronoun = clause.split(" ", maxsplit=1)[0].strip(EDGES)
    own = after[0].islower() and pronoun in words.objects | words.persons and not words.starts.match(clause, at + 1)
    return own and after[0] not in words.pronouns and words.verbs.match(clause, after.end() + 1) is None


def verb_group(text: str, at: int, words: Statements) -> tuple[str, str]:
    """Return the auxiliary verbs at a place, and the verb after them ("had been", "scrubbed")."""
    helpers: list[str] = []
    for word in _WORD.finditer(text, at, at + _LONGEST_GROUP):
        if word[0] in words.auxiliaries or (helpers and is_adverb(word[0], words)):
            helpers.append(word[0])
        elif not helpers and not words.verbs.fullmatch(word[0]):
            return "", ""
        elif words.weak_cuts.fullmatch(word[0]) or word[0] in words.dangling:
            break
        else:
            return " ".join(helpers), word[0]
    return " ".join(helpers), ""


def object_of(clause: str, words: Statements) -> str:
    """Return the noun phrase right after the verb of a clause, where a determiner or a number opens it.

    >>> from timeline.statements import statements
    >>> object_of("Police chased two men through the harbour.", statements("en"))
    'two men'
    """
    verb = words.verbs.search(clause)
    phrase = words.phrase.match(clause, verb.end()) if verb else None
    if not phrase:
        return ""
    cut = words.weak_cuts.search(phrase[1]) or words.cuts.search(phrase[1])
    found = (phrase[1][: cut.start()] if cut else phrase[1]).strip()
    return found if " " in found and len(found.split()) <= _LONGEST_OBJECT else ""


def is_passive(clause: str, words: Statements) -> bool:
    """Tell whether a clause that a pronoun opens is in the passive: "They were arrested"."""
    clause = clause.lstrip()
    pronoun = _WORD.match(clause)
    if not pronoun:
        return False
    helpers, verb = verb_group(clause, pronoun.end() + 1, words)
    return is_passive_form(verb, words) and not words.being.isdisjoint(helpers.split())


def is_acting(clause: str, words: Statements) -> bool:
    """Tell whether the "it" at the head of a clause does or undergoes something ("it plans to", "it was published").

    It does not in "it was Bo who", "it happened", "it is believed that".
    """
    clause = opened(clause.strip(EDGES), words)
    pronoun = _WORD.match(clause)
    helpers, verb = verb_group(clause, pronoun.end() + 1, words) if pronoun else ("", "")
    last = (helpers or verb).split(" ")[-1]
    if not last or words.dummies.fullmatch(verb or last) or words.occurred.fullmatch(verb or last):
        return False
    undergoes = is_passive_form(verb, words)
    if not words.being.isdisjoint(helpers.split()) or last in words.being:
        begins = clause.find(verb) + len(verb) if verb else 0
        said = words.telling.fullmatch(verb) or words.that.match(clause, begins + 1)
        return (undergoes or verb in words.open_ended) and not said
    return True


def is_befalling(clause: str, words: Statements) -> bool:
    """Tell whether a happening can do what a clause says of its pronoun ("it killed two", "it was found", "it may")."""
    clause = opened(clause.strip(EDGES), words)
    pronoun = _WORD.match(clause)
    helpers, verb = verb_group(clause, pronoun.end() + 1, words) if pronoun else ("", "")
    return not words.being.isdisjoint(helpers.split()) or not verb or words.befalling.fullmatch(verb) is not None


def is_occurring(clause: str, words: Statements) -> bool:
    """Tell whether a clause says that its pronoun took place ("it broke out at noon", but not "it struck a deal")."""
    clause = opened(clause.strip(EDGES), words)
    pronoun = _WORD.match(clause)
    occurred = words.occurred.match(clause, pronoun.end() + 1) if pronoun else None
    if not occurred or words.phrase.match(clause, occurred.end()):
        return False
    return words.infinitives.isdisjoint(clause[occurred.end() :].split()[:1])


def with_verb(title: str, subject: str, group: tuple[str, str], words: Statements) -> str:
    """Return a clause with the subject and as much of the verb as it left out.

    "Ann flew to Rome and Bo | to Oslo", "Ann was arrested and | charged", "Ann flew to Rome and | to Oslo".
    """
    helpers, verb = group
    whole = f"{helpers} {verb}".strip()
    rest = f"{title[:1].lower()}{title[1:]}" if _is_lower(title, words) else title
    first = rest.split(" ", maxsplit=1)[0]
    if is_adverb(first, words) and words.verbs.match(rest, len(first) + 1):
        rest = rest[len(first) + 1 :]  # "was blocked in May and | formally | dropped"
        first = rest.split(" ", maxsplit=1)[0]
    if not first or not subject or not (whole or words.verbs.match(rest)):
        return title
    alone = first in words.auxiliaries or first in words.intransitive
    if (
        helpers
        and not alone
        and helpers.split(" ")[-1] in words.modals
        and first.islower()
        and not words.weak_cuts.match(rest)
    ):
        return f"{subject} {helpers} {rest}"
    if words.verbs.match(rest):
        passive = is_passive_form(first, words) and not words.phrase.match(
            rest, len(first)
        )  # "was elected and won | a third term"
        return " ".join(f"{subject} {'' if alone or not passive else helpers} {rest}".split())
    if words.verbs.search(rest):
        return f"{subject} {rest}" if words.weak_cuts.match(rest) and ", " not in rest else title
    if first.endswith(words.participles):
        joined = f"{subject} {rest}"
        return joined if len(joined) <= LONGEST else title
    return _without_verb(rest, subject, group, words)


def _is_lower(title: str, words: Statements) -> bool:
    """Tell whether the first word of a title is no name."""
    first = title.split(" ", maxsplit=1)[0].casefold()
    return bool(
        words.weak_cuts.match(title)
        or words.verbs.match(title)
        or first.endswith(words.participles)
        or first in words.dangling | words.auxiliaries
    )


def _without_verb(rest: str, subject: str, group: tuple[str, str], words: Statements) -> str:
    helpers, verb = group
    one, _ = words.passive_be
    helpers = one if words.article.match(rest.casefold()) and helpers in words.passive_be else helpers  # "and a third"
    phrase = words.weak_cuts.search(rest)
    if phrase and phrase.start():
        return f"{rest[: phrase.start()]}{helpers} {verb} {rest[phrase.start() :]}".replace("  ", " ")
    if phrase or not helpers:
        return " ".join(f"{subject} {helpers} {verb} {rest}".split())
    return f"{rest} {helpers} {verb}"  # "Three boats were found and two more"


def with_object(title: str, thing: str, words: Statements) -> str:
    """Return a clause with its object after its verb ("The cabinet adopted | the decree | at a session")."""
    verb = words.verbs.search(title)
    if not verb or not thing:
        return title
    helpers, main = verb_group(title, verb.start(), words)
    at = verb.start() + len(f"{helpers} {main}".strip())
    while further := words.further.match(title, at):
        at = further.end()
    if _is_lower(thing, words):
        thing = f"{thing[:1].lower()}{thing[1:]}"
    return f"{title[:at]} {thing}{title[at:]}"
