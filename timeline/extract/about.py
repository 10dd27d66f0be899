"""What a statement is about in its article, where it leaves that out, only points to it, or stands beside it."""

from __future__ import annotations

import re
from typing import Final

from timeline.dateline import after_dateline
from timeline.extract.antecedents import antecedent, is_relative, several_at_end
from timeline.extract.clauses import Statement
from timeline.extract.names import NAME_AT_END
from timeline.extract.pronouns import pointed_at, protagonist, subject_before, undergoing
from timeline.extract.referents import fits
from timeline.extract.relatives import (
    behind_participle,
    dated_participle,
    has_two_verbs,
    is_participle,
    subject_aside,
    verb_at,
)
from timeline.extract.setting import Setting
from timeline.extract.subjects import LONGEST_SUBJECT, owned, plain_subject, subject_of
from timeline.extract.telling import told_around
from timeline.extract.titles import points_back
from timeline.extract.undated import undated
from timeline.letters import CAPITAL
from timeline.sentences import Sentence
from timeline.statements import Statements

_NAME: Final = re.compile(rf"\b[{CAPITAL}][\w’'-]*(?: [{CAPITAL}][\w’'-]*)*")


def subject_in(setting: Setting, statement: Statement, words: Statements) -> str:
    """Return what a clause's subject is, where the clause itself only points to it."""
    text = setting.text
    clause = " ".join(undated(text, statement.start, statement.end, setting.timexes, words).split())
    pronoun = points_back(clause, words)
    if statement.subject and not _is_spoken_of(text, statement, pronoun, words):
        before = undated(text, *statement.subject, setting.timexes, words)
        subject = _owned(setting, plain_subject(before, words), words) or before.strip()
        if not points_back(subject, words) and (not pronoun or fits(setting, subject, pronoun, clause, words)):
            return subject
        if not pronoun and (pronoun := points_back(before, words)):  # "It was rebuilt in 1931 | and closed in 1999"
            clause = undated(text, statement.subject[0], statement.start, setting.timexes, words)
        if pronoun in words.relatives:
            verb = text[statement.subject[1] : statement.start].partition(" ")[0]
            said = text[setting.sentence.start : statement.subject[0]]
            return antecedent(said, words, pronoun in words.persons, _is_plural(verb, words))
    elif of_aside := _subject_of_aside(setting, statement, words):
        return of_aside
    elif is_relative(clause, words):
        return _subject_of_relative(setting, statement, clause, words)
    unclear = statement.role == "noun" and len(_names_before(setting, statement)) > 1
    if not pronoun or unclear or (pronoun in words.relatives and has_two_verbs(clause, 0, len(clause), words)):
        return ""
    subject = undergoing(setting, pointed_at(setting, statement, pronoun, words), clause, words)
    found = [subject, protagonist(setting, pronoun, clause, words)]
    if (
        subject.partition(" ")[0].casefold() in words.definite
        and subject not in text[setting.sentence.start : setting.sentence.end]
    ):
        found.reverse()  # "The midfielder left in 1971. | He"
    return next((each for each in found if fits(setting, each, pronoun, clause, words)), "")


def _subject_of_relative(setting: Setting, statement: Statement, clause: str, words: Statements) -> str:
    """Return what a relative clause is about ("Ann Vale, | who won"); nothing for one that only says which."""
    pronoun, verb, *_ = [*clause.split(maxsplit=2), ""]
    before = undated(setting.text, setting.sentence.start, statement.start, setting.timexes, words)
    if words.coordinators.fullmatch(before.rstrip().rpartition(" ")[2]):
        before = _before_relative(before, words)
    before, part = _part_of(before, words)
    apart = before.rstrip(" ").endswith(",")
    if apart and any(before.rstrip(" ,").endswith(timex.text) for timex in setting.timexes):
        return ""  # "has been shut since 4 May, which"
    thing = antecedent(before, words, pronoun in words.persons, _is_plural(verb, words), apart)
    behind = len(pronoun) + 1
    if name := _named_as(before, thing, words):
        return name
    of_another = thing.rpartition(" ")[2] not in words.happenings and words.occurred.match(clause, behind)
    if of_another or (apart and words.awaited.match(clause, behind)):
        # "the ruling on the case, | which is due", "the theft of a boat | that happened"
        whole = antecedent(before, words, plural=True, apart=True)
        thing = whole if words.starts.match(whole) else thing
    tied = not apart and thing.islower() and " " not in thing  # "residents who cannot come"
    thing = _owned(setting, thing, words)
    if part:
        whole = several_at_end(before.rstrip(", "), words) or thing
        return f"{part} {whole}" if words.starts.match(whole) or words.phrase.match(f" {whole}") else ""
    return "" if tied or thing.rpartition(" ")[2].casefold() in words.indefinite else thing


def _named_as(before: str, thing: str, words: Statements) -> str:
    """Return the name of what a clause says to be a thing ("Ann Vale was | a painter | who"), or nothing."""
    whole = before.rstrip(" ,")
    subject, _, verb = whole.removesuffix(thing).rstrip().rpartition(" ")
    is_thing = thing and whole.endswith(thing) and verb in words.being and not words.verbs.search(subject)
    name = subject_of(before, words) if is_thing else ""
    return name if NAME_AT_END.search(name) else ""


def _part_of(before: str, words: Statements) -> tuple[str, str]:
    """Part what stands before a relative pronoun from the part of it that is meant ("the boats, | all of which")."""
    rest, comma, part = before.rstrip().rpartition(", ")
    return (f"{rest}, ", part) if comma and part.rpartition(" ")[2] in words.of else (before, "")


def _is_plural(verb: str, words: Statements) -> bool | None:
    """Tell whether a verb is of several or of one; None for one that does not tell."""
    return verb in words.plural if verb in words.plural | words.one else None


def _names_before(setting: Setting, statement: Statement) -> set[str]:
    """Return the names in a sentence before a statement: whose it is, is not clear where there are several."""
    return {name[0] for name in _NAME.finditer(setting.text, setting.sentence.start, statement.start)}


def _before_relative(before: str, words: Statements) -> str:
    """Return what stands before the relative clause that another is joined to ("Ann Vale, who won and | who")."""
    return before[: max((each.start() for each in words.relative.finditer(before)), default=len(before))]


def _is_spoken_of(text: str, statement: Statement, pronoun: str, words: Statements) -> bool:
    """Tell whether a possessive only repeats a pronoun ("A strike cost it 18 million, and its head quit")."""
    if pronoun not in words.possessives or not statement.subject:
        return False
    said = text[statement.subject[0] : statement.start].casefold().split()
    return any(words.alike.get(word) == words.alike.get(pronoun) for word in said)


def _subject_of_aside(setting: Setting, statement: Statement, words: Statements) -> str:
    """Return what a participle, with the verb that it lacks, or a "whose" that a clause begins with is about."""
    text, timex = setting.text, statement.timex
    if statement.end <= (main := behind_participle(text, setting.sentence.start, setting.sentence.end, words)):
        thing = _subject_at(setting, main, words)
        return f"{thing} {_be(text, thing, statement.end, words)}" if thing else ""
    told = told_around(text, (setting.sentence.start, setting.sentence.end), statement.start, words)
    start = after_dateline(text, words.language, told[0])
    restricts = timex is not None and dated_participle(text, start, (timex.start, timex.end), words)
    if restricts or _is_participle(text, setting.sentence, statement, words):
        before = text[start : statement.start].rstrip(" ,")
        if not any(timex.end == start + len(before) for timex in setting.timexes):  # "A weak fourth quarter, reported"
            before = undated(text, start, statement.start, setting.timexes, words)
        plain = "" if words.verbs.search(before) else plain_subject(before, words)
        thing = plain if 0 < len(plain.split()) <= LONGEST_SUBJECT else antecedent(text[start : statement.start], words)
        thing = _owned(setting, thing, words)
        return f"{thing} {_be(text, thing, statement.end, words)}" if thing else ""
    if _is_second_participle(text, setting.sentence, statement, words):
        thing = antecedent(text[start : text.find(",", start)], words)
        return f"{thing} {_be(text, thing, statement.end, words)}" if thing else ""
    owning = text[statement.start : statement.end].lstrip().partition(" ")[0] in words.owning
    before = undated(text, start, statement.start, setting.timexes, words)
    return antecedent(before, words, person=True) if owning else ""


def _subject_at(setting: Setting, start: int, words: Statements) -> str:
    """Return the subject of what begins at a place of a sentence, or whom its pronoun stands for."""
    clause = undated(setting.text, start, setting.sentence.end, setting.timexes, words)
    pronoun = points_back(clause, words)
    before = subject_before(setting, pronoun, words) if pronoun else ""
    if pronoun and fits(setting, before, pronoun, clause, words):
        return before
    return plain_subject(subject_of(clause, words), words)  # "Ann Vale | soon | rose"


def _owned(setting: Setting, thing: str, words: Statements) -> str:
    """Return a thing with its owner, where a possessive only points to that."""
    pronoun = thing.partition(" ")[0].casefold()
    if pronoun not in words.possessives:
        return thing
    owner = subject_before(setting, pronoun, words)
    return owned(owner, thing) if owner else ""


def _is_participle(text: str, sentence: Sentence, statement: Statement, words: Statements) -> bool:
    """Tell whether a statement is what commas set between a subject and its verb ("The road, built in 1931, ...")."""
    start = len(text[: statement.start + 1].rstrip())
    ends = text[statement.end - 1 : statement.end] == "," or words.coordinators.match(text, statement.end)
    resumed = verb_at(text, statement.end + 1, words) and not words.telling.match(text, statement.end + 1)
    if not ends or text[start - 1 : start] != "," or not (resumed or ", " not in text[sentence.start : start - 1]):
        return False
    return is_participle(text, start + 1, words, words.participles)


def _is_second_participle(text: str, sentence: Sentence, statement: Statement, words: Statements) -> bool:
    """Tell whether a statement is the second participle of such an aside ("built in 1931 | and widened in 2006,")."""
    aside = subject_aside(text, sentence.start, sentence.end, words)
    joined = words.coordinators.match(text, statement.start)
    within = aside is not None and aside[0] < statement.start and statement.end <= aside[1] + 1
    return within and joined is not None and is_participle(text, joined.end() + 1, words, words.participles)


def _be(text: str, thing: str, end: int, words: Statements) -> str:
    """Return the verb that a participle lacks: of one thing or several, as the verb behind it or the noun tells."""
    again = text.find(thing, end, end + 2 + len(thing))  # "Born in 1941, | Watts was the son"
    verb = words.verbs.match(text, again + len(thing) + 1 if again >= 0 else end + 1)
    of = words.behind.search(thing)
    head = thing[: of.start()] if of else thing
    ends = head.endswith(words.plural_endings) or head.rpartition(" ")[2].casefold() in words.many
    one, several = words.passive_be
    return several if (verb[0] in words.plural if verb and verb[0] in words.being else ends) else one
