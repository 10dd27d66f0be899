"""What stands between a subject and its verb: relative clauses, with commas or without, and participles."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice, pairwise, repeat
from typing import Final

from timeline.statements import Statements

_WORD: Final = re.compile(r"\S+")
_END: Final = re.compile(r"[,;:.!?\n]")
_COMMA: Final = re.compile(r",\s")
_KEPT: Final = 64  # stretches of late, of which the same is asked for one statement after another
_LONGEST_DETERMINER: Final = 24  # characters
_NEAR: Final = 3  # words behind a relative pronoun among which its verb is looked for


def resumed(text: str, at: int, end: int, words: Statements) -> int:
    """Return where the main clause goes on behind the relative clause at a place, or -1.

    >>> from timeline.statements import statements
    >>> clause = "who was hurt in the storm has died"
    >>> clause[resumed(clause, 0, len(clause), statements("en")):]
    'has died'
    """
    parts = [part for part in _WORD.finditer(text, at, end) if not is_adverb(part[0], words)][1:]  # "had never missed"
    near = parts if _is_led(text, at, words) else parts[:_NEAR]
    own = next((place for place, part in enumerate(near) if words.verbs.fullmatch(part[0])), 0)
    told = own < len(parts) and words.telling.fullmatch(parts[own][0]) is not None
    for place, (before, word) in enumerate(pairwise(parts[own:]), own + 2):
        dated = place < len(parts) and not parts[place][0][0].islower()  # "since 1983", "after May"
        marked = words.cuts.fullmatch(word[0]) or words.clause_marks.match(f" {word[0]} ")
        if before[0][-1] in ";:" or (marked and not dated):
            return _behind_comma(text, word.start(), end, words)
        counted = before[0].isdigit() and word[0].endswith("s") and word[0] not in words.auxiliaries  # "18 lives"
        finite = not counted and (is_finite(word[0], words) or _has_object(text, word, words))
        if finite and (not _is_tied(before[0], words) or _closes_participle(text, at, before.end(), words)):
            if not told:
                return word.start()
            told = False  # "who police said was there"
    return -1


def _closes_participle(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether two commas set a participle apart right before a place ("that sank, killing nine, | was")."""
    opens = text.find(", ", start, end - 1)
    if opens < 0 or text[end - 1] != "," or text.find(", ", opens + 2, end - 1) >= 0:
        return False
    doing = _WORD.match(text, opens + 2)
    return doing is not None and doing[0].islower() and doing[0].endswith(words.participles)


def _is_led(text: str, at: int, words: Statements) -> bool:
    """Tell whether a relative clause has a subject of its own, however long ("where few ships ...", "that its ...")."""
    pronoun = _WORD.search(text, at)
    if not pronoun or pronoun[0] not in words.persons | words.objects:
        return True
    first = _WORD.match(text, pronoun.end() + 1)
    named = first is not None and (first[0] in words.pronouns or first[0][0].isupper())
    return named or words.starts.match(text, pronoun.end() + 1) is not None


def _behind_comma(text: str, at: int, end: int, words: Statements) -> int:
    """Return where a main clause goes on behind a participle ("who fled | while singing, was"), or -1."""
    doing = _WORD.match(text, text.find(" ", at, end) + 1)
    if not words.subordinate.match(text, at) or not doing or not doing[0].rstrip(",").endswith(words.participles):
        return -1
    comma = text.find(", ", at, end)
    if comma >= 0:
        verb = words.verbs.match(text, comma + 2)
        return comma + 2 if verb and verb[0] in words.being else -1
    main = words.verbs.search(text, doing.end(), end)
    return (
        main.start()
        if main and is_finite(main[0], words) and not words.clause_marks.search(text, at + 1, main.start())
        else -1
    )


@lru_cache(_KEPT)
def restriction(text: str, start: int, end: int, words: Statements) -> tuple[int, int] | None:
    """Return the relative clause without a comma before it between a subject and its verb."""
    limit = _subject_limit(text, start, end, words)
    first = _WORD.search(text, start, end)
    if not first or first[0].endswith(words.participles) or words.telling.search(text, start, limit):
        return None
    for relative in words.restrictive.finditer(text, start, limit):
        last = text[start : relative.start()].rpartition(" ")[2].casefold()
        if words.subordinate.fullmatch(last) or words.weak_cuts.fullmatch(last):
            continue  # "After that disaster"
        main = resumed(text, relative.start() + 1, end, words)
        return (relative.start(), main) if main >= 0 else None
    return None


def _verb_behind_subject(text: str, start: int, end: int, words: Statements) -> re.Match[str] | None:
    """Return the first verb of a clause that does not belong to its subject."""
    found = words.verbs.finditer(text, start, end)
    return next((verb for verb in found if not describes(text, verb, words)), None)


@lru_cache(_KEPT)
def _subject_limit(text: str, start: int, end: int, words: Statements) -> int:
    """Return where a subject ends at the latest: before its verb, or before the one behind a participle and a mark.

    The participle describes the subject ("a man | charged with a theft, who", "a man | seen by a guard who").
    """
    verb = _verb_behind_subject(text, start, end, words)
    finite = verb and (is_finite(verb[0], words) or not words.weak_cuts.match(text, verb.end() + 1))
    if not verb or finite or text.find(", ", start, verb.start()) >= 0:
        return verb.start() if verb else start
    after = words.verbs.search(text, verb.end(), end)
    marks = list(islice(words.clause_marks.finditer(text, verb.end(), after.start() if after else end), 2))
    return after.start() if after and len(marks) < 2 else verb.start()


def describes(text: str, verb: re.Match[str], words: Statements) -> bool:
    """Tell whether a participle stands between a determiner and its noun ("the | damaged | bridge")."""
    if not is_passive_form(verb[0], words) or verb[0] in words.intransitive:
        return False
    return words.determiner.search(text, max(0, verb.start() - _LONGEST_DETERMINER), verb.start()) is not None


def has_two_verbs(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether a main verb follows right on that of a clause ("a man who left before it fell was named")."""
    for own in words.verbs.finditer(text, start, end):
        plain = own[0] not in words.auxiliaries and not words.telling.fullmatch(own[0])
        main = words.verbs.match(text, own.end() + 1) if plain else None
        finite = main and (main[0] in words.auxiliaries or words.telling.fullmatch(main[0]))
        if main and finite and main.end() <= end:
            return True
    return False


@lru_cache(_KEPT)
def subject_aside(text: str, start: int, end: int, words: Statements, named: bool = False) -> tuple[int, int] | None:
    """Return the relative clause or the participle that commas set between a subject and its verb.

    Appositions count if `named`. A phrase may come before it ("Under the pact, which ..., two ports will open").
    """
    limit = _subject_limit(text, start, end, words)
    comma = text.find(", ", start, limit)
    while 0 <= comma < limit:
        relative = words.aside.match(text, comma)
        beside = named and opens_noun(text, comma + 2, words) and not words.weak_cuts.match(text, start)
        beside = beside or _has_with_it(text, comma + 2, end, words)
        if relative or beside or is_participle(text, comma + 2, words, words.participles):
            close = text.find(", ", comma + 2, end)
            if not beside and close >= 0 and words.weak_cuts.match(text, start):
                return comma, close + 1
            first = close
            while close >= 0:
                if verb_at(text, close + 2, words):
                    return comma, close + 1
                close = text.find(", ", close + 2, end)
            if first >= 0 and relative and not words.verbs.search(text, first, end):
                return comma, first + 1  # "The drivers, who were paid in May, want more"
        comma = text.find(", ", comma + 2, limit)
    return None


def _has_with_it(text: str, at: int, end: int, words: Statements) -> bool:
    """Tell whether a subject has something with it, before its verb ("The ferry, | with nine aboard, sank").

    What follows is no verb where it is done by another ("A mass, with a choir, followed by a meal").
    """
    close = text.find(", ", at, end) if words.beside.match(text, at) else -1
    verb = words.verbs.match(text, close + 2) if close >= 0 else None
    after = _WORD.match(text, verb.end() + 1) if verb else None
    return verb is not None and not (after and after[0] in words.passive)


def opens_noun(text: str, at: int, words: Statements) -> bool:
    """Tell whether a place has a determiner, or a role without one ("Ann Vale, | winner in 2014, left")."""
    first = _WORD.match(text, at)
    return words.starts.match(text, at) is not None or (
        first is not None and first[0] in words.name_roles | words.makes
    )


def dated_participle(text: str, start: int, date: tuple[int, int], words: Statements) -> tuple[int, int] | None:
    """Return the participle that has a date between a subject and its verb ("A code | adopted in 1991 | was lost")."""
    if not goes_on(text, date[1] + 1, words):
        return None
    inside = (word for word in _WORD.finditer(text, start, date[0]) if is_participle(text, word.start(), words))
    first = next(inside, None)
    if not first or first[0] in words.brought_out | words.meant:
        return None
    subject, tie = text[start : first.start()], text[first.end() : date[0]].strip()
    parted = any("," in part or words.verbs.search(part) for part in (subject, tie)) or words.coordinators.search(tie)
    tied = not tie or words.weak_cuts.match(tie) or tie.partition(" ")[0] in words.particles
    other = (words.relatives | words.owning) & set(subject.split()) or words.happenings & set(tie.split())
    named = words.phrase.match(f" {subject.lower()}")
    return (first.start() - 1, date[1]) if named and tied and not parted and not other else None


@lru_cache(_KEPT)
def behind_participle(text: str, start: int, end: int, words: Statements) -> int:
    """Return where the main clause begins behind the participle that opens it ("Built in 1931, | the mill shut"), or 0.

    So it does behind what somebody has done before ("Since taking office in May, | he has lost four votes").

    >>> from timeline.statements import statements
    >>> clause = "Founded in May 1974, in Elm, the mill shut."
    >>> clause[behind_participle(clause, 0, len(clause), statements("en")):]
    'the mill shut.'
    """
    first = next((word for word in _WORD.finditer(text, start, end) if not is_adverb(word[0].lower(), words)), None)
    if not first or not text[start : start + 2].istitle():
        return 0
    doing = is_behind_doing(text, start, words)
    if not doing and not _heads_phrase(text, first, words):
        return 0
    behind = max(text.find(", ", first.end(), end), first.end()) if doing else first.end()
    verbs = (verb.start() for verb in words.verbs.finditer(text, behind, end))
    main = next((verb for verb in verbs if not words.coordinators.search(text[start:verb].rsplit(maxsplit=1)[-1])), 0)
    verb = _WORD.match(text, main)
    if doing and verb and verb[0] not in words.modals and not words.present.fullmatch(verb[0]):
        return 0  # "After meeting her on Monday, he left"
    begins = [comma.end() for comma in _COMMA.finditer(text, first.end(), main)]
    named = [begin for begin in begins if text[begin].isupper() or _is_noun_at(text, begin, words)]
    return (named[-1] if named[-1:] == begins[-1:] else named[0]) if named else 0


def is_behind_doing(text: str, at: int, words: Statements) -> bool:
    """Tell whether a place has what comes after something done, and that ("Since taking office")."""
    mark, doing = islice(chain(_WORD.finditer(text, at), repeat(None)), 2)
    if not mark or not doing or mark[0].lower() not in words.behind_doing or not doing[0].endswith(words.participles):
        return False
    return words.pasts.get(doing[0], words.passive_be[0]) not in words.passive_be


def _heads_phrase(text: str, word: re.Match[str], words: Statements) -> bool:
    """Tell whether a word, whatever its capital, is a participle with more behind it than a mark or an object."""
    participle, after = word[0].lower(), _WORD.match(text, word.end() + 1)
    if not after or not is_passive_form(participle, words) or participle in words.intransitive:
        return False
    joined = words.coordinators.fullmatch(after[0]) or after[0] in words.relatives
    return after[0][0].islower() and not joined and not words.phrase.match(text, word.end())


def _is_noun_at(text: str, at: int, words: Statements) -> bool:
    first = _WORD.match(text, at)
    return first is not None and (first[0] in words.pronouns or words.starts.match(text, at) is not None)


def goes_on(text: str, at: int, words: Statements) -> bool:
    """Tell whether a clause goes on at a place with its main verb, which can be no participle."""
    verb = words.verbs.match(text, at)
    finite = verb and (is_finite(verb[0], words) or _names_object(text, verb, words))
    return bool(finite) or acts(text, at, words)


def is_ongoing(text: str, verb: re.Match[str], words: Statements) -> bool:
    """Tell whether a verb says only what is going on ("Police | are investigating a theft that began last month")."""
    behind = _WORD.match(text, verb.end() + 1)
    return verb[0] in words.being and behind is not None and behind[0].endswith(words.participles)


def verb_at(text: str, at: int, words: Statements) -> bool:
    """Tell whether a verb stands at a place, or an adverb and a verb."""
    first = _WORD.match(text, at)
    adverb = first is not None and is_adverb(first[0], words)
    return words.verbs.match(text, first.end() + 1 if first and adverb else at) is not None


def is_adverb(word: str, words: Statements) -> bool:
    """Tell whether a word may stand between a subject, its auxiliaries and its verb ("quickly", "also")."""
    return word in words.adverbs or words.adverb.fullmatch(word) is not None


def is_several(noun: str, words: Statements) -> bool:
    """Tell whether a noun is in the plural, as its ending tells."""
    return noun.endswith(words.plural_endings) and not noun.endswith(words.singular_endings)


def is_passive_form(word: str, words: Statements) -> bool:
    """Tell whether a word has the form of a past participle ("arrested", "sold")."""
    return word in words.passives or word.endswith(words.passive_endings)


def apposition(clause: str, words: Statements) -> tuple[int, int] | None:
    """Return what stands between two commas behind the subject of a clause, right before its verb."""
    verb = words.verbs.search(clause)
    comma = clause.find(", ", 0, verb.start() if verb else 0)
    close = clause.find(", ", comma + 2) if comma >= 0 else -1
    return (comma, close + 1) if close >= 0 and words.verbs.match(clause, close + 2) else None


def is_participle(text: str, at: int, words: Statements, endings: tuple[str, ...] = ()) -> bool:
    """Tell whether a phrase begins with a participle ("built in 1931", "first proposed by")."""
    for word in islice(_WORD.finditer(text, at), 2):
        if is_passive_form(word[0], words) or word[0].endswith(endings):
            return word[0].islower() and word[0] not in words.intransitive and not _names_object(text, word, words)
        if not is_adverb(word[0], words):
            return False
    return False


def _names_object(text: str, word: re.Match[str], words: Statements) -> bool:
    """Tell whether an object stands behind a word, as none does behind a participle ("paralysed Elm Hospital")."""
    behind = _WORD.match(text, word.end() + 1)
    named = behind is not None and behind[0][:1].isupper() and behind[0].strip(".,").casefold() not in words.common
    return named or words.phrase.match(text, word.end()) is not None


def is_finite(word: str, words: Statements) -> bool:
    """Tell whether a word is a verb that can be no participle."""
    if not word.islower() or not words.verbs.fullmatch(word):
        return False
    return word in words.intransitive or not is_passive_form(word, words)


def is_object(text: str, at: int, words: Statements) -> bool:
    """Tell whether a noun phrase at a place has no verb of its own ("lost, on Friday, | the vote")."""
    mark = _END.search(text, at)
    verbs = words.verbs.finditer(text, at, mark.start() if mark else len(text))
    return words.starts.match(text, at) is not None and not any(is_finite(verb[0], words) for verb in verbs)


def parts_verb(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether what commas set aside stands before a verb or behind one ("The court, on Friday, ruled")."""
    behind = words.verbs.match(text, text.rfind(" ", 0, text.rfind(",", 0, start)) + 1)
    return behind is not None or verb_at(text, end + 2, words)


def acts(text: str, at: int, words: Statements) -> bool:
    """Tell whether the word at a place can only be a verb in the present: a determiner stands behind it ("covers the").

    A noun with that ending would need a preposition or a mark before the determiner.
    """
    word = _WORD.match(text, at)
    if not word or not word[0].islower() or not word[0].endswith(words.plural_endings):
        return False
    known = words.weak_cuts.fullmatch(word[0]) or words.cuts.fullmatch(word[0]) or word[0] in words.dangling
    return not known and words.starts.match(text, word.end() + 1) is not None


def _has_object(text: str, word: re.Match[str], words: Statements) -> bool:
    """Tell whether a word that could be a participle has an object, as none has ("ratified a contract")."""
    verb = is_passive_form(word[0], words) and word[0].islower() and words.verbs.fullmatch(word[0])
    return bool(verb) and words.phrase.match(text, word.end()) is not None


def _is_tied(before: str, words: Statements) -> bool:
    """Tell whether the word before a verb makes it a part of the same clause."""
    return (
        before in words.dangling | words.auxiliaries
        or before.endswith(",")
        or words.adverb.fullmatch(before) is not None
        or words.nots.fullmatch(before) is not None
    )
