"""The noun that a relative pronoun stands for ("shares in | the company, which"), and which clauses have one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from timeline.extract.names import NAME_AT_END, place_at_end
from timeline.extract.relatives import describes, has_two_verbs, is_adverb, is_several, resumed
from timeline.extract.shorten import EDGES
from timeline.extract.subjects import owned, singular, subject_of
from timeline.extract.titles import points_back
from timeline.letters import CAPITAL
from timeline.statements import Statements

_YEARS: Final = re.compile(rf"(?<=of\s)\d{{1,3}}-year-old\s(?=[{CAPITAL}])")
_MARKS: Final = re.compile(r"[;:—–)]|,(?!\d)")
_REGION: Final = re.compile(rf"[{CAPITAL}][\w.’-]*(?: [{CAPITAL}][\w.’-]*){{0,2}}")
_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_ANTECEDENT: Final = 6  # words of a noun phrase before a relative pronoun
_LONGEST_ANTECEDENT: Final = 10  # words of one that begins with an article
_GLUE: Final = 24  # characters before a date
_LONGEST_CLAUSE: Final = 40  # characters of a clause without its object and its date
_SPACE: Final = re.compile(r"\s")


def antecedent(
    before: str, words: Statements, person: bool = False, plural: bool | None = None, apart: bool = False
) -> str:
    """Return the noun phrase before a relative pronoun, back to a mark, a verb or a preposition.

    For a person, what the person is only a part of is left out ("the murder of a boy, who"); the number of its verb
    chooses between two nouns ("shares in the company, which have"). `apart` is one behind a comma.
    """
    parts = _MARKS.split(before.rstrip(" ,"))
    phrases = [phrase for phrase in parts if not _is_figure(phrase.strip()) or words.verbs.search(phrase)]
    if (
        len(phrases) > 1
        and not person
        and _REGION.fullmatch(phrases[-1].strip())
        and place_at_end(phrases[-2], words) >= 0
    ):
        phrases.pop()
    last = _measure((phrases[-1] if phrases else "").strip(), words)
    finite = [verb for verb in words.verbs.finditer(last) if not describes(last, verb, words)]
    asked = [each.end() for each in (*words.infinitive.finditer(last), *finite)] if person else []
    if asked and max(asked) == len(last) and not apart:
        return ""  # "to find out how many sank | who sank the ferry"
    group = last.rpartition(" ")[2] in words.collectives
    own = group and words.weak_cuts.search(last)  # "Ann Vale, from the Elm party, which"
    thing = words.name_roles.isdisjoint(last.split()) and not own  # but "Ann Vale, a clerk at Elm, which"
    beside = len(parts) > 1 and (person or thing)
    if name := _name_beside(parts[-2].strip(), last, words) if beside else "":
        return name
    infinitives = [each for each in words.infinitive.finditer(last) if not words.starts.match(last, each.start(1))]
    verbs = [
        verb.end()
        for verb in (*finite, *words.cuts.finditer(last), *infinitives, *_acting(last, words))
        if verb.end() < len(last)
    ]
    phrase = last[max(verbs, default=0) :].strip(EDGES)
    while not words.quantities.match(phrase) and (lead := words.weak_cuts.match(phrase) or _participle(phrase, words)):
        phrase = phrase[lead.end() :].strip()
    led = words.joining | words.of | (words.particles if verbs else frozenset())
    while (first := phrase.partition(" ")[0]) in led:
        phrase = phrase[len(first) :].lstrip()  # "spoke of | the bridges", "and of | the boats", "gave up | the mill"
    phrase = _last_noun(phrase, words)
    bare = phrase[:1].islower() and not words.starts.match(phrase)
    if bare and (tie := words.weak_cuts.search(phrase)):
        phrase = phrase[tie.end() :].strip()
    phrase = _meant(_behind_particle(phrase, words), words, person, plural, apart)
    if points_back(phrase, words):
        owner = subject_of(before, words)
        named = NAME_AT_END.search(phrase)
        if phrase.partition(" ")[0] not in words.possessives or " " not in phrase:
            return named[0] if named and " " in phrase else ""
        return owned(owner, phrase) if owner else named[0] if named else phrase
    return phrase if len(phrase.split()) <= _ANTECEDENT else _last_words(phrase, words)


def _measure(phrase: str, words: Statements) -> str:
    """Return the name with which something is compared ("a smaller bank than | Elm Bank, which"), else the phrase."""
    for word in words.than:
        name = phrase.rpartition(f" {word} ")[2]
        if name[:1].isupper():
            return name
    return phrase


def _name_beside(before: str, noun: str, words: Statements) -> str:
    """Return the name that a noun stands beside ("Ann Vale, | a judge who", "spoke of Bo Lund, | the poet who").

    It is none in a phrase that leads up to the noun ("In New York, | the man who").
    """
    name, of = NAME_AT_END.search(before), words.behind.search(noun)
    kin = of and of[1][:1].isupper() and noun[: of.start()].rpartition(" ")[2] in words.shown
    if not name or not words.starts.match(noun) or kin:
        return ""  # "Ann Vale, the mother of Bo Lund, who"
    if name[0] == before:
        return before if words.article.match(noun) else ""
    led = words.weak_cuts.match(before) or words.subordinate.match(before)
    verbs = list(words.verbs.finditer(before, 0, name.start()))
    told = verbs and " " in name[0] and words.happenings.isdisjoint(noun.split())
    return name[0] if told and (not led or verbs[-1][0] in words.being) else ""


def _is_figure(phrase: str) -> bool:
    """Tell whether a part between commas is an age or another figure ("24", "40 feet long", but "2015 Elm Saloon")."""
    return phrase[:1].isdigit() and not NAME_AT_END.search(phrase)


def _acting(phrase: str, words: Statements) -> Iterator[re.Match[str]]:
    """Yield the participles behind a noun, with which another phrase begins ("crowds demanding | elections, which").

    Behind an age it is none ("the 33-year-old fencing coach").
    """
    for before, word in pairwise(_WORD.finditer(phrase)):
        noun = not before[0][0].isdigit() and not words.starts.fullmatch(f"{before[0]} ")
        if noun and word[0].islower() and word[0].endswith(words.participles):
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


def _inner(phrase: str, words: Statements) -> str:
    """Return the noun behind a preposition, where the one before it is in the plural ("shares in | Elm Ferries")."""
    tie, of = words.weak_cuts.search(phrase, 1), words.behind.search(phrase)
    start, end = tie.span() if tie else (of.start(), of.start(1)) if of else (0, 0)
    head, inner = phrase[:start].strip(), phrase[end:].strip()
    return inner if is_several(head, words) and not (inner.islower() and is_several(inner, words)) else ""


def _inmost_person(phrase: str, plural: bool | None, words: Statements) -> str:
    """Return the person in a noun phrase: behind "of", where no role stands before it ("the murder of | a boy")."""
    phrase = _YEARS.sub("", phrase)
    name = NAME_AT_END.search(phrase)
    led = phrase[: name.start()].rstrip().rpartition(" ")[2] if name and " " in name[0] else ""
    if name and words.coordinators.fullmatch(led) and plural:
        pair = NAME_AT_END.search(phrase[: name.start() - len(led)].rstrip())
        return phrase[pair.start() :] if pair else phrase  # "bells for | Ann Vale and Bo Lund, who were"
    if name and (words.weak_cuts.fullmatch(led) or words.coordinators.fullmatch(led)):
        return name[0]  # "was replaced on loan by | Bo Lund"
    of = words.behind.search(phrase)
    head = phrase[: of.start()].rpartition(" ")[2] if of else ""
    titled = of and of[1][:1].isupper() and not words.name_titles.isdisjoint(of[1].casefold().split())
    if of and name and " " in name[0] and (titled or head in words.affairs | words.shown):
        return of[1]  # "the sister of | three-time premier Ann Vale, who", "the cabinet of | President Ann Vale, who"
    meant = _is_role(head, words) and (not plural or is_several(head, words))
    if of and words.phrase.match(f" {of[1]} "):
        return phrase if meant else _inmost_person(of[1], plural, words)
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
    if last.casefold() in words.agents or singular(last, words).casefold() in words.name_roles:
        return True
    return last.islower() and last.endswith(words.role_endings)


def _inmost(phrase: str, words: Statements) -> str:
    """Return the last part of a noun phrase that has a determiner ("the help of | a grant", "a note on | the fire")."""
    name = NAME_AT_END.search(phrase)
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


def object_clause(text: str, start: int, date: int, words: Statements) -> int:
    """Return where, behind its object, the clause of a date begins ("regrets the deal | he made in May"), or 0."""
    glue = words.before_date.search(text, max(start, date - _GLUE), date)
    end = glue.start() if glue else date
    found = words.object_clause.search(text, max(start, end - _LONGEST_CLAUSE), end)
    if not found or not words.verbs.fullmatch(found["verb"]) or found["verb"] in words.being | words.intransitive:
        return 0
    before = text[start : found.start()]
    noun = before.rpartition(" ")[2]
    *_, verb = [None, *words.verbs.finditer(before)]
    if not verb or any(map(words.telling.fullmatch, (verb[0], found["verb"]))):
        return 0  # "told the court | he left in 2019", "what the paper | it said on Monday"
    if noun in words.spans | words.content_nouns:
        return 0
    thing = antecedent(before, words)
    return found.end() if thing.endswith(noun) and words.starts.match(thing) else 0


def is_of_object(clause: str, words: Statements) -> bool:
    """Tell whether a clause begins with a relative pronoun that is its object ("which the cabinet adopted")."""
    first, _, rest = clause.lstrip(EDGES).partition(" ")
    return first in words.objects and (
        rest[:1].isupper()
        or words.starts.match(rest) is not None
        or rest.split(" ")[0] in words.pronouns | words.agents
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
