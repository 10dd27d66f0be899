"""Dates that are part of a noun phrase: "Monday's crash", "the 2024 defence treaty"."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from timeline.extract.names import place_at_end
from timeline.extract.relatives import acts, describes, is_finite, is_ongoing, is_passive_form
from timeline.extract.telling import Span
from timeline.moments import Grain, Moment
from timeline.statements import Statements
from timeline.timex import Timex

_NOUN_AFTER: Final = re.compile(r"(?:['’]s?)?\s+(?=[^\W_])")
_LONGEST: Final = 80  # characters of a noun phrase before its date
_MAKE: Final = 45  # characters behind a year among which the make or the winner stands that it tells
_NEAR: Final = 30  # characters before a date among which its prepositions are looked for
_BARE: Final = 2  # words of a noun phrase that says too little without its date ("the robbery")
_BEHIND: Final = re.compile(r"\s([a-z][\w-]*)")
_WORD: Final = re.compile(r"[^\s,]+")
_DIGITS: Final = tuple("0123456789")


def noun(text: str, span: Span, timex: Timex, words: Statements) -> Span | None:
    """Return the noun phrase that an expression is part of: "Monday's crash", "the 2024 defence treaty"."""
    if is_partaken(text, span[0], timex, words):
        return None
    after = _NOUN_AFTER.match(text, timex.end, span[1])
    if not after or _is_function(text, after.end(), words):
        of = words.noun_of.search(text[max(span[0], timex.start - _LONGEST) : timex.start])
        if not of or any(not is_passive_form(verb[0], words) for verb in words.verbs.finditer(of[0])):
            return None  # "The ban was lifted as of"
        return timex.start - len(of[0]), timex.end
    before = words.determiner.search(text[max(span[0], timex.start - 40) : timex.start])
    if not before and "s" not in after[0].strip():
        return None
    start = timex.start - (len(before[0]) if before else 0)
    end = _noun_end(text, after.end(), span[1], words)
    within = words.weak_cuts.fullmatch(text[span[0] : start].rstrip().rpartition(" ")[2])
    if within and text[after.end() : end].strip() in words.told_in:
        return None  # "warned in a 2019 report that"
    return start, end


def is_partaken(text: str, start: int, timex: Timex, words: Statements) -> bool:
    """Tell whether a clause says what is done in what a year belongs to ("won the 1964 prize", "In a 1991 revival")."""
    if not isinstance(timex.when, Moment) or timex.when.grain != Grain.YEAR:
        return False
    before, after = text[start : timex.start], _NOUN_AFTER.match(text, timex.end)
    owned = after and words.determiner.search(before[-_NEAR:])
    if not after or not owned or _is_function(text, after.end(), words):
        return False
    *_, verb = [None, *words.verbs.finditer(before)]
    if verb:
        first, *_ = [*before[verb.end() :].split(maxsplit=1), ""]
        return verb[0] in words.partaking and "," not in before[verb.end() :] and first not in words.infinitives
    return (
        before[: -len(owned[0])].strip().casefold() in words.partaken and ", " in text[timex.end : timex.end + _LONGEST]
    )


def spoken_of(text: str, span: Span, timex: Timex, words: Statements, alone: bool = False) -> Span | None:
    """Return the noun phrase before an expression that is only spoken of: "video of the robbery on 2 February".

    Where no other date stands beside that, it is only spoken of if something is so since then, before or after it.
    """
    before = text[max(span[0], timex.start - _LONGEST) : timex.start]
    found = words.noun_on.search(before)
    while found and not _is_one(found, words):
        found = words.noun_on.search(before, found.start() + 1)  # a shorter phrase
    if not found:
        return None
    about, start = found["about"].casefold(), timex.start - len(found["tie"]) - len(found["noun"])
    since = _is_perfect(text, span[0], start, words)
    apart = not alone or since or about in words.beyond or _is_so_after(about, text, span[0], timex.start, words)
    after = about in words.follows or (since and words.subordinate.fullmatch(about))
    if not apart or not (after or _happens(found["noun"], words)):
        return None
    bare = len(found["noun"].split()) <= _BARE
    return start, timex.end if bare else start + len(found["noun"].rstrip())


def _is_perfect(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether a clause is in the perfect, which has no day of its own ("has quit following | a vote in May")."""
    verb = words.verbs.search(text, start, end)
    return verb is not None and verb[0] in words.having and bool(words.present.fullmatch(verb[0]))


def _is_so_after(about: str, text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether a clause says only what is so after a happening ("It was quiet after | a blaze in May")."""
    verb = words.verbs.search(text, start, end) if words.subordinate.fullmatch(about) else None
    if not verb or verb[0] not in words.being:
        return False
    behind = _WORD.match(text, verb.end() + 1)
    acting = not behind or is_passive_form(behind[0], words) or behind[0].endswith(words.participles)
    return not (acting or words.verbs.search(text, verb.end(), end))


def _is_one(spoken: re.Match[str], words: Statements) -> bool:
    """Tell whether no clause ends in a noun phrase, which is tied to its date, and one thing but behind "follows"."""
    phrase = spoken["noun"]
    if any(mark.search(phrase) for mark in (words.verbs, words.coordinators, words.clause_marks)):
        return False
    counted = phrase[0].isdigit() or words.number_of_several.match(phrase)
    return spoken["about"].casefold() in words.follows or bool(spoken["tie"] and not counted)


def _happens(noun: str, words: Statements) -> bool:
    """Tell whether a noun phrase means what happens, rather than somebody ("of the robbery", "of his wife")."""
    told = words.happening.search(noun) or words.follow_up.search(noun)
    return bool(told) or not (words.happenings | words.affairs | words.occasioned).isdisjoint(noun.casefold().split())


def befallen(text: str, span: Span, timex: Timex, words: Statements) -> Span | None:
    """Return the happening right before its day within a subject ("The victim of | a raid on Sunday | has died")."""
    before = text[span[0] : timex.start]
    tie = words.before_date.search(before, max(0, len(before) - _NEAR))
    lead = before[: tie.start()].rstrip() if tie else before.rstrip()
    place = place_at_end(lead, words)
    happening = lead[:place].rstrip() if place >= 0 else lead  # "the raid | in New Elm"
    comma = "," in timex.text and text.startswith(",", timex.end)  # "of June 12, 2025, | has been released"
    goes_on = words.verbs.match(text, timex.end + comma + 1) or words.restrictive.match(text, timex.end)
    if not goes_on or happening.rpartition(" ")[2].casefold() not in words.happenings or "," in lead:
        return None
    acting = any(is_finite(verb[0], words) for verb in words.verbs.finditer(happening))
    begin = _noun_start(text, span[0], span[0] + len(happening), words)
    return None if acting or words.relative.search(happening) or begin == span[0] else (begin, timex.end)


def made(text: str, span: Span, timex: Timex, words: Statements) -> Span | None:
    """Return what was made on a day, if the clause is not about its making ("denies the claims made on Monday")."""
    start = max(span[0], timex.start - _LONGEST)
    participle = max(words.made.finditer(text, start, timex.start), key=lambda found: found.start(), default=None)
    if not participle or not _ties(text, participle.end(), timex.start, words):
        return _undergone(text, span, timex, words)
    begin = _noun_start(text, span[0], participle.start() - 1, words)
    before = text[span[0] : begin].rpartition(",")[2]
    told = words.verbs.search(before) or words.according.search(before)
    last = before.rstrip().rpartition(" ")[2].casefold()
    means = words.weak_cuts.fullmatch(last) and last not in words.infinitives  # "called it a luxury in | a letter sent"
    if (
        begin >= participle.start() - 1
        or not told
        or means
        or words.relative.search(before)
        or words.that.search(before)
    ):
        return None
    return begin, _noun_end(text, timex.end, span[1], words)


def _undergone(text: str, span: Span, timex: Timex, words: Statements) -> Span | None:
    """Return those to whom something was done on a day, if they are told of now ("named two men | killed in May")."""
    start = max(span[0], timex.start - _LONGEST)
    done = max(words.undergone.finditer(text, start, timex.start), key=lambda found: found.start(), default=None)
    if not done or not (text[done.end() : timex.start].isspace() or _ties(text, done.end(), timex.start, words)):
        return None
    begin = _noun_start(text, span[0], done.start() - 1, words)
    before = text[span[0] : begin]
    named = words.phrase.match(text, begin - 1) and begin < done.start() - 1
    first = words.verbs.search(before)
    now = first and (words.present.fullmatch(first[0]) or is_ongoing(before, first, words))
    if not named or not now or "," in before:
        return None
    tied = words.relative.search(before) or words.that.search(before)
    return None if tied else (begin, _noun_end(text, timex.end, span[1], words))


def _ties(text: str, at: int, end: int, words: Statements) -> bool:
    """Tell whether nothing but prepositions and their nouns stand between a participle and a date."""
    first = _WORD.match(text, at + 1)
    between = text[at:end]
    parted = "," in between or words.coordinators.search(between) or words.verbs.search(between)
    return bool(first and words.weak_cuts.match(first[0])) and not parted


def _noun_start(text: str, start: int, end: int, words: Statements) -> int:
    """Return where the noun phrase begins that ends at a place: at its determiner, or behind a preposition."""
    begin = end
    for word in reversed(list(_WORD.finditer(text, max(start, end - _LONGEST), end))):
        function = words.weak_cuts.fullmatch(word[0]) or words.verbs.fullmatch(word[0])
        acting = word[0].endswith(words.participles) and word[0] not in words.happenings  # "are studying footage"
        if text[word.end()] == "," or function or acting or word[0].casefold() in words.pronouns:
            break
        if word[0] in words.dangling and not words.starts.fullmatch(f"{word[0]} "):
            break
        begin = word.start()
        if words.starts.fullmatch(f"{word[0]} "):
            break
    return begin


def is_quality(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether an expression stands for a quality: "its third-quarter loss", "a 2006 model", "a day later than"."""
    behind, grain = _BEHIND.match(text, timex.end), timex.when.grain if isinstance(timex.when, Moment) else None
    if grain is Grain.YEAR and _is_make(text, timex, words):
        return True
    if grain is Grain.CENTURY and "-" in timex.text:
        return text[timex.end : timex.end + 1] == " "  # "a 16th-century Flemish artisan"
    if not behind or grain is None:
        return False
    later = behind[1] in words.than and timex.text.rpartition(" ")[2].casefold() in words.later
    bare = grain is Grain.YEAR and timex.text.isdigit()
    if later or (bare and _is_attribute(text, timex, behind.start(1), words)):
        return True
    if grain is Grain.SEASON and timex.text.isalpha():  # "its winter timetable"
        owned = words.determiner.search(text[max(0, timex.start - _NEAR) : timex.start])
        return owned is not None and not _is_function(text, behind.start(1), words)
    return grain is Grain.QUARTER and "-" in timex.text


def _is_attribute(text: str, timex: Timex, behind: int, words: Statements) -> bool:
    """Tell whether a year stands between an adjective and its noun, but no article ("of final | 2019 | results")."""
    *_, tie, adjective = ["", "", *text[max(0, timex.start - _NEAR) : timex.start].split()]
    led = words.weak_cuts.fullmatch(tie) or tie in words.of
    plain = adjective.isalpha() and adjective.islower() and not _is_function(adjective, 0, words)
    return bool(led) and plain and not words.starts.fullmatch(f"{adjective} ") and not _is_function(text, behind, words)


def _is_make(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a year says which make or which winner is meant ("a 2006 model", "the 2019 world 100m champion")."""
    tie = words.before_date.search(text, max(0, timex.start - _NEAR), timex.start)
    for place, word in enumerate(text[timex.end : timex.end + _MAKE].split()):
        if word.strip(".,") in words.makes | words.victors:
            return not place or not tie or words.determiner.search(tie[0]) is not None
        if not word.replace("’", "").replace("'", "").isalnum() or _is_function(word, 0, words):
            return False
    return False


def is_period(text: str, noun: Span, timex: Timex, words: Statements) -> bool:
    """Tell whether a noun phrase is nothing but a part of its date ("the first two quarters of | 2025")."""
    head = text[noun[0] : timex.start].split()[:-1]
    return (
        noun[1] == timex.end and bool(head) and head[-1].casefold() in words.spans | words.periods | words.parts_of_year
    )


def _is_function(text: str, at: int, words: Statements) -> bool:
    word = _WORD.match(text, at)
    if not word:
        return True
    return bool(
        words.weak_cuts.match(text, at)
        or words.cuts.match(text, at)
        or words.verbs.match(text, at)
        or word[0].casefold() in words.dangling | words.pronouns
    )


def _noun_end(text: str, at: int, end: int, words: Statements) -> int:
    """Return where a noun phrase ends: before a verb, a conjunction or a mark; prepositions may lengthen it."""
    stop = min((mark.start() for mark in words.clause_marks.finditer(text, at, end)), default=end)
    for pattern in (words.cuts, words.verbs):
        found = (each.start() for each in pattern.finditer(text, at, stop) if not describes(text, each, words))
        stop = next(found, stop)
    comma = text.find(",", at, stop)
    return _before_other(text, at, comma if comma >= 0 else stop, words)


def _before_other(text: str, at: int, end: int, words: Statements) -> int:
    """Return where another phrase begins that is no part of a noun phrase ("the 1917 race | the only boat")."""
    tied = False
    for place, word in islice(enumerate(parts := list(_WORD.finditer(text, at, end))), 1, None):
        before, after = parts[place - 1], parts[place + 1 : place + 2]
        last, lower = before[0], word[0].islower()
        if words.coordinators.fullmatch(last):
            alone = lower and (words.weak_cuts.fullmatch(after[0][0]) if after else not words.verbs.match(text, end))
            if not alone and not (tied and (not lower or text.rfind(" between ", at, word.start()) >= 0)):
                return before.start() - 1
        elif words.weak_cuts.fullmatch(last):
            if word[0].endswith(words.participles):
                return before.start() - 1  # "the 2008 conviction | by lying"
            tied = True
        elif last in words.dangling:
            tied = True
        elif place > 1 and acts(text, before.start(), words):
            return before.start() - 1  # "last week's recall | covers the"
        elif words.starts.fullmatch(f"{word[0]} ") and not last.endswith((*words.participles, *_DIGITS)):
            acting = place > 1 and parts[place - 2][0] in words.infinitives
            return (parts[place - 2] if acting else word).start() - 1  # "last year's summit | to invite the three"
    last = parts[-1][0] if parts[1:] else ""
    hanging = words.coordinators.fullmatch(last) or words.weak_cuts.fullmatch(last)
    return parts[-1].start() - 1 if hanging else end  # "Tuesday's ruling | and let", "a 2010 raid | in which"


def is_subject(text: str, span: Span, noun: Span, words: Statements) -> bool:
    """Tell whether a noun phrase begins its sentence and a verb follows."""
    opens = not text[span[0] : noun[0]].strip()
    return opens and (words.verbs.match(text, noun[1]) is not None or acts(text, noun[1] + 1, words))
