"""Headlines made of an article's own words: a clause without its date, its attribution and its connectives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from timeline.extract.datings import is_range
from timeline.extract.relatives import is_participle, resumed, subject_aside
from timeline.extract.shorten import EDGES, LONGEST, capital, shorten
from timeline.moments import Moment
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.when import Interval

_LEAST: Final = 6  # characters that must be left when the head of a clause is cut off
_SHORTEST_HEADLINE: Final = 20  # characters of a headline before the name of its site
DATELINE: Final = re.compile(
    r"\s*(?:[A-Z][A-Z.’' -]{2,}(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?|[A-Z][\w.]+(?:\s[A-Z][\w.]+)?,\s[A-Z][\w.]*)"
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:—|–|--|-)+\s+|\s*\(?[A-Z]{2,6}\)?\s*(?:—|–|--|-)\s+"
)
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_SPACES: Final = re.compile(r"\s+")
_TIDY: Final = (
    (re.compile(r"\s+([,.;:!?])"), r"\1"),
    (re.compile(r"([,;:])[,;:\s]*(?=[,;:])"), ""),
    (re.compile(r"\s{2,}"), " "),
)
_NOUN: Final = re.compile(r"\s([a-zß-ÿ][\w-]*)")
_WORD: Final = re.compile(r"\S+")
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s)")
_FIRST: Final = re.compile(r"[^\W\d_]+")
_LINK: Final = re.compile(r"\s*(?:https?://|www\.|pic\.twitter|t\.co/)\S+|\s#\w+$|^#\w+\s*", re.IGNORECASE)
_FUSED: Final = re.compile(r"[@#]\w|\.com\b", re.IGNORECASE)
_BAR: Final = re.compile(r"\s[|•·]\s.*", re.DOTALL)
_LAST_AGE: Final = re.compile(r",\s\d{1,3}$")
_OWNER: Final = re.compile(r"^(?:[^\W_]\S*\s){0,3}?\S+(?:['’]s|s['’])\s(?:[a-z]+\s)*(?=[A-ZÀ-Þ])")
_LONGEST_TELLER: Final = 50  # characters
_MARKS: Final = "“\"'‘ "
_PARTED: Final = re.compile(r",|^\d+$|^$")
_SITE: Final = re.compile(r"\s+(?:\||[-–—]|::|»)\s+(?=[^|–—]*$)")


def title_of(
    text: str,
    start: int,
    end: int,
    timexes: Iterable[Timex],
    words: Statements,
    subject: str = "",
    longest: int | None = LONGEST,
) -> str:
    """Return the headline of a clause; `subject` stands for what it leaves out or only points to.

    It is cut to `longest` characters unless that is None.
    """
    clause = undated(text, start, end, timexes, words)
    clause = _SPACES.sub(" ", _BRACKETS.sub("", DATELINE.sub("", _BAR.sub("", _LINK.sub("", clause)), count=1)))
    for pattern, better in _TIDY:
        clause = pattern.sub(better, clause)
    clause = _definite(_introduced(clause.strip(EDGES), words), words)
    clause = _unrelated(_without_asides(opened(clause, words), words), words)
    first = text[start:end].lstrip(EDGES).partition(" ")[0]
    relative = first in words.relatives or subject.rpartition(" ")[2] in words.passive_be
    title = capital(_balanced(_subjected(clause, subject, words, relative)))
    return title if longest is None else shorten(title, words, longest)


def undated(text: str, start: int, end: int, timexes: Iterable[Timex], words: Statements) -> str:
    """Return a stretch of a text without its dates and the prepositions before them."""
    return "".join(_undated(text, start, end, timexes, words))


def headline(title: str, words: Statements) -> str:
    """Return a publisher's own headline without the name of its site ("... - Channel 5 News")."""
    clean = _SPACES.sub(" ", title).strip()
    cut = [mark.start() for mark in _SITE.finditer(clean)]
    while cut and cut[-1] >= _SHORTEST_HEADLINE:
        clean = clean[: cut[-1]]
        cut = [mark.start() for mark in _SITE.finditer(clean)]
    return shorten(_balanced(clean.strip(EDGES)), words)


def _undated(text: str, start: int, end: int, timexes: Iterable[Timex], words: Statements) -> Iterator[str]:
    """Yield the stretches of a clause between its dates and the prepositions before them.

    A date that another preposition holds in its place stays ("less than a year ago"), and so does one that is quoted.
    """
    at = start
    dated = [timex for timex in timexes if isinstance(timex.when, Moment | Interval) and timex.end <= end]
    for place, timex in enumerate(dated):
        if timex.start < at:
            continue
        before = text[at : timex.start]
        opening = words.range_start.search(before, max(0, len(before) - 40))
        following = dated[place + 1 : place + 2]
        bare = following and not any(mark.isalnum() for mark in text[timex.end : following[0].start])
        if (bare or (opening and opening[0].strip())) and following and is_range(text, timex, following[0], words):
            glue = opening or words.before_date.search(before, max(0, len(before) - 40))
            yield before[: glue.start()] if glue else before
            at = following[0].end
            continue
        glue = words.before_date.search(before, max(0, len(before) - 40))
        cut = glue.start() if glue else len(before)
        if "-" in timex.text and text[timex.end : timex.end + 2].strip().islower():
            continue  # "a third-quarter loss"
        possessive = _POSSESSIVE.match(text, timex.end, end)
        if _is_quoted(text, start, timex.start) or _is_subject(text, start, timex, words):
            continue
        if determiner := _determiner_of(text, before, timex, end, words):
            yield before + determiner
        elif beside := _apposition(text, before, timex.end, end, words):
            yield " "  # "On Thursday, the anniversary, some 400 met"
            at = beside
            continue
        elif at == start and not possessive and words.subordinate.fullmatch(before.lstrip(EDGES)):
            yield " "  # "After Monday the roads will be closed"
        elif _is_held(before[:cut], glue is not None, words) or _is_all(text, before[:cut], timex.end, words):
            continue
        else:
            left = before if possessive else _unparticipled(before[:cut], text, timex.end, words)
            aside = left.endswith(",") or (glue is not None and glue[0].startswith(","))
            if aside and text[timex.end : timex.end + 1] == "," and words.verbs.match(text, timex.end + 2):
                yield left.rstrip(", ")  # "The last one, in 2018, led"
                at = timex.end + 1
                continue
            yield left + " "
        at = possessive.end() if possessive else timex.end
    yield text[at:end]


def _unparticipled(left: str, text: str, end: int, words: Statements) -> str:
    """Leave out a participle that had nothing but the date, before the verb ("the note | published on Friday | says")."""
    kept, _, last = left.rstrip().rpartition(" ")
    bare = is_participle(last, 0, words) and words.verbs.match(text, end + 1) and not words.verbs.search(kept)
    related = kept.rpartition(" ")[2] in words.relatives  # "those who answered"
    return kept if bare and kept and not related else left


def _apposition(text: str, before: str, at: int, end: int, words: Statements) -> int:
    """Return where the apposition to a date at the head of a clause ends, or 0."""
    comma = text.find(",", at + 1, end) if text[at : at + 2] == ", " and words.starts.match(text, at + 2) else -1
    head = len(before.strip(EDGES).split()) < 2
    verb = words.verbs.search(text, comma + 2, end) if comma >= 0 and head else None
    if not verb or words.verbs.search(text, at, comma) or _PARTED.search(text[comma + 2 : verb.start()]):
        return 0
    return 0 if words.aside.match(text, comma) or words.relative.match(text, comma + 2) else comma + 1


def _is_subject(text: str, start: int, timex: Timex, words: Statements) -> bool:
    """Tell whether a date is what its clause is about ("Monday was warm")."""
    opens = start == 0 or not text[max(0, start - 4) : start].rstrip()[-1:].isalnum()
    return opens and not text[start : timex.start].strip(EDGES) and words.verbs.match(text, timex.end + 1) is not None


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Tell whether a place is inside a quotation that was opened since `start`: no word of it may be left out."""
    return text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1


def _determiner_of(text: str, before: str, timex: Timex, end: int, words: Statements) -> str:
    """Return the determiner that the noun behind a date needs ("a Sunday crash"), a space if it stands before it."""
    noun = _NOUN.match(text, timex.end, end)
    if not noun or noun[1] in words.dangling | words.pronouns or _is_function(noun[1], words):
        return ""
    first, space, _ = timex.text.partition(" ")
    if space and words.determiner.fullmatch(f"{first} "):
        return first
    return " " if words.determiner.search(before) else ""


def _is_function(word: str, words: Statements) -> bool:
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
    if glued and last in words.particles and words.verbs.fullmatch(verb):
        return False  # "took over | in January"
    return last in words.holds or any(cuts.fullmatch(last) for cuts in (words.weak_cuts, words.cuts))


def _without_asides(clause: str, words: Statements) -> str:
    """Leave out a relative clause between a subject and its verb ("Ann Vale, who is 20, won")."""
    aside = subject_aside(clause, 0, len(clause), words)
    if not aside or not words.aside.match(clause, aside[0]):
        return clause
    lead = clause[: aside[0]]
    return (
        f"{lead}," + clause[aside[1] :] if words.weak_cuts.match(lead) else _LAST_AGE.sub("", lead) + clause[aside[1] :]
    )


def _unrelated(clause: str, words: Statements) -> str:
    """Make a clause of a noun that has nothing but a relative clause ("A strike that ended": "A strike ended")."""
    verb = words.verbs.search(clause)
    relative = words.restrictive.search(clause, 0, verb.start()) if verb else None
    if not verb or not relative or verb.start() > clause.find(" ", relative.end()) + 1:
        return clause
    if resumed(clause, relative.end(), len(clause), words) >= 0:
        return clause
    return f"{clause[: relative.start()]} {clause[verb.start() :]}"


def _definite(clause: str, words: Statements) -> str:
    """Put the article for a demonstrative before a noun ("That target was": "The target was")."""
    first, _, rest = clause.partition(" ")
    noun = rest[:1].islower() and not words.verbs.match(rest) and rest.split(" ")[0] not in words.relatives
    if not first[:1].isupper() or first.casefold() not in words.demonstratives or not noun:
        return clause
    return f"{words.definite[0]} {rest}"


def _introduced(clause: str, words: Statements) -> str:
    """Cut what introduces a picture ("In this photo provided by ..., ")."""
    found = words.introductions.match(clause)
    comma = clause.find(", ") if found else -1
    return clause[comma + 2 :] if comma >= 0 else clause


def opened(clause: str, words: Statements) -> str:
    """Cut connectives off the head of a clause, and a clause before the main one."""
    found = words.openings.match(clause)
    rest = clause[found.end() :].lstrip(EDGES) if found else clause
    beside = words.subordinate.match(rest)
    if beside and not words.weak_cuts.match(rest):
        comma = rest.find(", ", beside.end())
        main = rest[comma + 2 :] if comma >= 0 else ""
        rest = main if len(main) >= _LEAST and words.verbs.search(main) else rest[beside.end() :].lstrip(EDGES)
    return rest if len(rest) >= _LEAST else clause


def _subjected(clause: str, subject: str, words: Statements, relative: bool = False) -> str:
    """Put the subject where the clause has a pronoun or nothing, as behind a relative pronoun."""
    if not subject:
        return clause
    subject = subject if subject[:1].isupper() else capital(subject)
    first = _WORD.match(clause)
    if first and first[0].casefold() in words.possessives:
        return f"{subject}{'’' if subject.endswith('s') else '’s'} {clause[first.end() :].lstrip()}"
    if points_back(clause, words) and first:
        return f"{subject} {clause[first.end() :].lstrip()}"
    return f"{subject} {clause}" if relative or words.verbs.match(clause) else clause


def told_title(teller: str, told: str, words: Statements) -> str:
    """Return the headline of a telling that is too long for a sentence: "Spy agency: some 600 soldiers died".

    What is still to come speaks for itself where both are too long.
    """
    verb = words.verbs.search(told)
    if not verb or not teller or len(teller) > _LONGEST_TELLER:
        return shorten(told, words)
    whole = f"{capital(teller)}: {told}"
    if len(whole) <= LONGEST:
        return whole
    if words.planned.search(told):
        return shorten(told, words)
    return shorten(f"{capital(_OWNER.sub('', teller))}: {told}", words)


def is_sound(title: str, words: Statements, noun: bool = False) -> bool:
    """Tell whether a title stands by itself: it has a subject and, unless it is a noun phrase, a verb."""
    parts = title.split()
    verb = words.verbs.search(title)
    if len(parts) < 3 and not (len(parts) == 2 and (noun or words.verbs.fullmatch(parts[1]))):
        return False
    bare = title.lstrip(_MARKS)
    if points_back(bare, words) or words.openings.match(bare) or words.subordinate.match(bare):
        return False
    if not noun and (_is_phrase(title, words) or parts[0].endswith(words.participles)):
        return False
    if _FUSED.search(title) or (verb and verb.start() == 0 and not _is_adjective(title, verb.end(), words)):
        return False
    return noun or (verb is not None and not _is_related(title, verb.start(), words))


def _is_adjective(title: str, at: int, words: Statements) -> bool:
    """Tell whether a word in -ed at the head of a title stands before its noun ("Unseeded teenager Ann Vale won")."""
    noun = _NOUN.match(title, at)
    return noun is not None and not _is_function(noun[1], words) and words.verbs.search(title, at) is not None


def _is_related(title: str, verb: int, words: Statements) -> bool:
    """Tell whether the only verb of a title stands in a relative clause ("Ann Vale, who mapped the sea")."""
    relative = words.relative.search(title, 0, verb)
    return (
        relative is not None
        and subject_aside(title, 0, len(title), words) is None
        and (resumed(title, relative.start(), len(title), words) < 0)
    )


def _is_phrase(title: str, words: Statements) -> bool:
    """Tell whether a title is nothing but a phrase ("In a surprise move", "To freight")."""
    return bool(words.weak_cuts.match(title) and ", " not in title and not words.quantities.match(title))


def points_back(clause: str, words: Statements) -> str:
    """Return the pronoun that a clause begins with, in lower case, or nothing."""
    rest = opened(clause.strip(EDGES), words)
    first = _FIRST.match(rest)
    word = first[0].casefold() if first else ""
    before_verb = first and word in words.demonstratives and words.verbs.match(rest, first.end() + 1)
    return word if word in words.pronouns or before_verb else ""


def _balanced(clause: str) -> str:
    """Drop quotation marks that lack their other half."""
    if clause.count("(") != clause.count(")"):
        clause = clause.replace("(", "").replace(")", "")
    if clause.count("“") != clause.count("”"):
        clause = clause.replace("“", "").replace("”", "")
    return clause.replace('"', "") if clause.count('"') % 2 else clause
