"""A clause without its dates, for a headline stands beside its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final

from attrs import frozen

from timeline.extract.datings import is_listed, is_range
from timeline.extract.nouns import is_partaken, is_quality
from timeline.extract.relatives import apposition, goes_on, is_object, is_participle, is_several
from timeline.extract.shorten import EDGES
from timeline.moments import Grain, Moment
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.values import evolve
from timeline.when import Interval

_KEPT: Final = 64  # stretches of late, of which the same is asked for one statement after another
_NEAR: Final = 40  # characters before a date among which its prepositions are looked for
_NOUN: Final = re.compile(r"\s([a-zß-ÿ][\w-]*)")
_WORD: Final = re.compile(r"\s(\w+)")
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s)")
_MARKS: Final = (".", ",", ";", "")  # one of them stands behind the date
_PARTED: Final = re.compile(r",|^\d+$|^$")


@frozen
class _Clause:
    """A clause `[start, end)` of a text, of which all before `at` has been told."""

    text: str
    start: int
    end: int
    at: int


def undated(text: str, start: int, end: int, timexes: Iterable[Timex], words: Statements) -> str:
    """Return a stretch of a text without its dates and the prepositions before them.

    A date that another preposition holds in its place stays ("less than a year ago"), and so does one that is quoted,
    and any in a language whose prepositions are not known.
    """
    inside = (timex for timex in timexes if start <= timex.start and timex.end <= end)
    dated = tuple([timex for timex in inside if isinstance(timex.when, Moment | Interval)])
    return _undated(text, start, end, dated, words) if dated and words.cuts_dates else text[start:end]


@lru_cache(_KEPT)
def _undated(text: str, start: int, end: int, dated: Sequence[Timex], words: Statements) -> str:
    """Return a stretch of a text without the dates in it."""
    kept, at, told = "", start, start
    for place, timex in enumerate(dated):
        if timex.start < max(at, told):
            continue
        clause = _Clause(text, start, end, at)
        following = dated[place + 1] if place + 1 < len(dated) else None
        held = following and text[timex.end : following.start].strip() in words.holds  # "in the quarter ended July 31"
        whole = evolve(timex, end=following.end if following and held else _list_end(text, dated[place:], words))
        if found := _without_range(clause, timex, following, words) or _without(clause, whole, words):
            kept, at = _agreeing(kept + found[0], text[found[1] : end], words), found[1]
        told = whole.end
    return kept + text[at:end]


def _list_end(text: str, dated: Sequence[Timex], words: Statements) -> int:
    """Return the end of the list that the first of some dates begins ("on | 12, 13 and 14 May"), or of that date."""
    listed = takewhile(lambda pair: is_listed(text, *pair, words), pairwise(dated))
    return max((second.end for _, second in listed), default=dated[0].end)


def _without_range(clause: _Clause, timex: Timex, following: Timex | None, words: Statements) -> tuple[str, int] | None:
    """Return what is kept of a clause before the two ends of a range, and where it goes on."""
    text, before = clause.text, clause.text[clause.at : timex.start]
    if following is None or not is_range(text, timex, following, words):
        return None
    opening = words.range_start.search(before, max(0, len(before) - _NEAR))
    bare = not any(mark.isalnum() for mark in text[timex.end : following.start])  # "June 14-15"
    heads = timex.start == clause.start
    told = opening and opening[0].strip()  # "from May 14-17"
    if not heads and not bare and not told:
        return None
    glue = opening if told or not bare else words.before_date.search(before, max(0, len(before) - _NEAR))
    left = before[: glue.start()] if glue else before
    held = bare and not opening and _is_held(left, glue is not None, words)  # "had been set for | June 14-15 | in Elm"
    return before + text[timex.start : following.end] if held else left, following.end


def _without(clause: _Clause, timex: Timex, words: Statements) -> tuple[str, int] | None:
    """Return what is kept of a clause before a date, and where it goes on; None for a date that stays."""
    text, before = clause.text, clause.text[clause.at : timex.start]
    glue = words.before_date.search(before, max(0, len(before) - _NEAR))
    left = before[: glue.start()] if glue else before
    if glue and (particle := _particle(left, glue[0], timex, words)):
        left = f"{left.rstrip()} {particle}"
    possessive = _POSSESSIVE.match(text, timex.end, clause.end)
    after = possessive.end() if possessive else timex.end
    told = (
        words.or_so.match(text, timex.end + 1) is not None
        or is_quality(text, timex, words)
        or is_partaken(text, clause.start, timex, words)
        or _is_quoted(text, clause.start, timex.start)
    )
    whole = _WORD.match(text, timex.end)
    part = whole is not None and whole[1] in words.of  # "the last month of the war"
    owning = whole is not None and whole[1].endswith(words.participles) and _has_of(timex, words)
    told = told or ((part or owning) and timex.text[:1].islower())  # "the close of 1969 equalling 100"
    told = told or (whole is not None and _is_of_several(before, timex, whole[1], words))
    if (
        told
        or _is_described(before, timex, words)
        or _is_in_name(text, before, timex, words)
        or _is_subject(text, clause.start, timex, words)
    ):
        return None
    if determiner := _determiner_of(text, before, timex, clause.end, words):
        return before + determiner, after
    if beside := _apposition(text, before, timex.end, clause.end, words):
        return " ", beside  # "On Thursday, the anniversary, some 400 met"
    if clause.at == clause.start and not possessive and words.subordinate.fullmatch(before.lstrip(EDGES)):
        return " ", after  # "After Monday the roads will be closed"
    bare = left if glue is None or not glue[0].strip() else ""
    if (
        _is_owned(bare, timex, words)
        or _is_fixed(clause, bare, timex, words)
        or _is_held(left, glue is not None, words)
        or _is_all(text, left, timex.end, words)
    ):
        return None
    end = timex.end + _ends_with_comma(text, clause.start, timex, words)
    return (before + " ", after) if possessive else _unmarked(text, before, left, end, words)


def _is_of_several(before: str, timex: Timex, noun: str, words: Statements) -> bool:
    """Tell whether a list of years says, behind a verb, which things are meant ("fell in | 2006 and 2014 coups")."""
    listed = timex.text.isdigit() and timex.end > timex.start + len(timex.text)
    several = noun.islower() and is_several(noun, words)
    return listed and several and not is_function(noun, words) and words.verbs.search(before) is not None


def _ends_with_comma(text: str, start: int, timex: Timex, words: Statements) -> bool:
    """Tell whether the comma behind a date only closes that ("was born on May 4, 1956, | in Elm")."""
    if "," not in timex.text or not text.startswith(", ", timex.end):
        return False
    at = timex.end + 2
    said = words.telling.fullmatch(text[: timex.start].rstrip().rpartition(" ")[2])
    aside = words.aside_opens.search(text, start, timex.start)  # "Bo Lund, who was freed on May 4, 2013, | has died"
    goes_on = said or words.weak_cuts.match(text, at) or (words.verbs.match(text, at) and not aside)
    return bool(goes_on) and not words.coordinators.match(text, at)


def _has_of(timex: Timex, words: Statements) -> bool:
    return not words.of.isdisjoint(timex.text.split(" "))


def _is_in_name(text: str, before: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a word for a date begins a name ("the Easter Offensive")."""
    name = (
        timex.text.isalpha()
        and text[timex.end : timex.end + 1] == " "
        and text[timex.end + 1 : timex.end + 2].isupper()
    )
    return name and words.determiner.search(before) is not None


def _is_described(before: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a date has an adjective of its own ("the odd evening of 23 August", "a weak fourth quarter")."""
    *_, determiner, adjective = ["", "", *before.split()]
    head, _, of = timex.text.partition(" of ")
    *counted, last = head.split(" ")
    bare = last in words.periods and words.ordinals.issuperset(counted)
    return (
        (bool(of) or bare)
        and head.islower()
        and adjective.islower()
        and words.starts.fullmatch(f"{determiner} ") is not None
    )


def _particle(left: str, glue: str, timex: Timex, words: Statements) -> str:
    """Return the second half of a verb, where other words tie the date ("the call came in | just before noon")."""
    first, _, rest = glue.strip(" ,").partition(" ")
    *said, last = ["", *left.split()]
    verb = words.verbs.fullmatch(said[-1] if last in words.reflexives else last)
    itself = last in words.reflexives  # "turned himself in | on Tuesday", "in | late on Monday"
    rest = rest or (timex.text.partition(" ")[0] if itself else "")
    tied = rest and (itself or not words.starts.match(rest)) and words.before_date.match(f"{rest} ")
    state = first in words.states  # "declared the strike over | on Tuesday"
    return first if tied and first in words.particles and (verb or state) else ""


def _is_owned(left: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a possessive stands right before a date ("earnings for its fourth quarter")."""
    return (
        left.rstrip().rpartition(" ")[2] in words.possessives
        and timex.text[0].islower()
        and not words.starts.match(timex.text)
        and timex.text.rpartition(" ")[2] not in words.later  # "pushed her | two days later"
    )


def _is_fixed(clause: _Clause, left: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a date is what a clause makes something of ("has set May 2 as", "declared Friday a day of rest")."""
    after = clause.text[timex.end : clause.end].lstrip(", ")
    made = words.starts.match(after) or after.partition(" ")[0] in words.as_name
    return left.rstrip().rpartition(" ")[2] in words.fixing and bool(made)


def _unmarked(text: str, before: str, left: str, end: int, words: Statements) -> tuple[str, int]:
    """Return what is left before a date, without the commas that set it apart ("The last one, in 2018, led")."""
    kept, comma, last = left.rstrip().rpartition(", ")
    alone = " " not in last and (is_participle(last, 0, words) or last in words.set_for)
    if comma and text[end : end + 1] == "," and alone:
        return kept, end + 1  # "The alarm, raised on Tuesday, was", "The budget, due on Friday, will"
    left = _unparticipled(left, text, end, words)
    aside = left.rstrip().endswith(",") or before[len(left) :].startswith(",")
    done = words.verbs.fullmatch(left.rstrip(", ").rpartition(" ")[2]) and is_object(text, end + 2, words)
    if aside and text[end : end + 1] == "," and (done or words.verbs.match(text, end + 2)):
        return left.rstrip(", "), end + 1  # "Oak, on Friday, lost", "Oak lost, on Friday, the vote"
    begins = text[end + 1 : end + 2].isupper() or words.starts.match(text, end + 1)
    closes = ", " in left and words.verbs.match(text, end + 1)
    if aside and (begins or closes) and text[end : end + 1] == " ":
        left = f"{left.rstrip(',')},"  # "As well as that, in 2003 | Vale left", "Vale, a judge, on Friday | quit"
    return f"{left} ", end


def _unparticipled(left: str, text: str, end: int, words: Statements) -> str:
    """Leave out a participle that had nothing but the date, before the verb ("a note | published on Friday | says")."""
    kept, _, last = left.rstrip().rpartition(" ")
    if words.made.fullmatch(last) and text[end : end + 1] in _MARKS:  # "was backed at a meeting | held on Friday"
        verb, noun = words.verbs.search(kept), kept.rpartition(" ")[2]
        leads = not verb and words.weak_cuts.match(kept.lstrip())  # "At a meeting held on Friday, they"
        tied = (leads or (verb and words.weak_cuts.search(kept, verb.end()))) and noun.islower()
        return kept if tied and noun not in words.dangling and not is_function(noun, words) else left
    bare = is_participle(last, 0, words) and goes_on(text, end + 1, words) and not words.verbs.search(kept)
    related = not words.relatives.isdisjoint(kept.split())  # "those who answered", "a vigil that pupils organised"
    return kept if bare and kept and not related else left


def _apposition(text: str, before: str, at: int, end: int, words: Statements) -> int:
    """Return where the apposition to a date at the head of a clause ends, or 0."""
    comma = text.find(",", at + 1, end) if text[at : at + 2] == ", " else -1
    if comma >= 0 and not words.starts.match(text, at + 2) and words.periods.isdisjoint(text[at:comma].split()):
        return 0
    head = len(before.strip(EDGES).split()) < 2
    verb = words.verbs.search(text, comma + 2, end) if comma >= 0 and head else None
    if not verb or words.verbs.search(text, at, comma) or _PARTED.search(text[comma + 2 : verb.start()]):
        return 0
    if apposition(text[at + 2 : end], words):
        return 0  # "On Thursday, the Elm, a ferry built by Vale, sank"
    return 0 if words.aside.match(text, comma) or words.relative.match(text, comma + 2) else comma + 1


def _is_subject(text: str, start: int, timex: Timex, words: Statements) -> bool:
    """Tell whether a date is what its clause is about ("Monday was warm")."""
    opens = start == 0 or not text[max(0, start - 4) : start].rstrip()[-1:].isalnum()
    before = text[start : timex.start].strip(EDGES)
    said = words.telling.fullmatch(before.rpartition(" ")[2])  # "The mayor said | Monday was warm"
    bare = not before or words.starts.fullmatch(f"{before} ") or said
    return opens and bool(bare) and words.verbs.match(text, timex.end + 1) is not None


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Tell whether a place is inside a quotation that was opened since `start`: no word of it may be left out."""
    return text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1


def _determiner_of(text: str, before: str, timex: Timex, end: int, words: Statements) -> str:
    """Return the determiner that the noun behind a date needs ("a Sunday crash"), a space if it stands before it.

    So does what ties no day, but the noun ("in overnight shelling").
    """
    noun = _NOUN.match(text, timex.end, end)
    if not noun or not words.dated_nouns or noun[1] in words.dangling | words.pronouns or is_function(noun[1], words):
        return ""
    first, space, rest = timex.text.partition(" ")
    if rest.rpartition(" ")[2].casefold() in words.later:
        return ""  # "A year ago few"
    if space and words.determiner.fullmatch(f"{first} "):
        return "" if noun[1].endswith(words.participles) and noun[1] not in words.happenings else first
    day = isinstance(timex.when, Moment) and timex.when.grain <= Grain.DAY
    of_noun = day and before.rstrip().rpartition(" ")[2] in words.never_of_days
    return " " if of_noun or words.determiner.search(before) else ""


def _agreeing(before: str, behind: str, words: Statements) -> str:
    """Return what stands before a date with the article that the word behind it needs ("an April | raid": "a raid")."""
    lead, space, article = before.rstrip().rpartition(" ")
    if not words.vowels or article.casefold() not in words.articles:
        return before
    first = behind.lstrip().casefold()
    vowel = first.startswith(words.vowels) and not first.startswith(words.not_vowels)
    form = words.articles[vowel]
    return f"{lead}{space}{form if article.islower() else form.capitalize()} "


def is_function(word: str, words: Statements) -> bool:
    """Tell whether a word is a preposition, a conjunction or a verb."""
    return any(each.fullmatch(word) for each in (words.weak_cuts, words.cuts, words.coordinators, words.verbs))


def _is_all(text: str, before: str, end: int, words: Statements) -> bool:
    """Tell whether a date is all that a clause says of its subject ("The last one was in 1977, when")."""
    last = before.rstrip().rpartition(" ")[2]
    return last in words.being and (
        text[end : end + 1] in (",", ".", ";", "") or words.cuts.match(text, end + 1) is not None
    )


def _is_held(before: str, glued: bool, words: Statements) -> bool:
    """Tell whether a preposition stands at the end of what is left before a date, rather than the rest of a verb."""
    *_, verb, last = ["", "", *before.split()]
    if glued and last in words.parts_of_day:
        return True  # "until the night in 2008"
    tied = words.verbs.fullmatch(verb) or verb in words.reflexives or last in words.states
    if glued and last in words.particles and tied:
        return False  # "took over | in January"
    held = last not in words.relatives and any(cuts.fullmatch(last) for cuts in (words.weak_cuts, words.cuts))
    return held or last in words.holds
