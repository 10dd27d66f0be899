"""Headlines made of an article's own words: a clause without its date, its attribution and its connectives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from timeline.dateline import after_dateline
from timeline.extract.datings import behind_length
from timeline.extract.lighten import LAST_AGE, behind_list, capital
from timeline.extract.relatives import apposition, has_two_verbs, is_passive_form, resumed, subject_aside
from timeline.extract.shorten import EDGES, LONGEST, shorten
from timeline.extract.undated import is_function, undated
from timeline.letters import CAPITAL
from timeline.statements import Statements
from timeline.timex import Timex

_LEAST: Final = 6  # characters that must be left when the head of a clause is cut off
_SHORTEST_HEADLINE: Final = 20  # characters of a headline before the name of its site
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_SPACES: Final = re.compile(r"\s+")
_TIDY: Final = (
    (re.compile(r"\s+([,.;:!?])(?!\d)"), r"\1"),
    (re.compile(r"([,;:])[,;:\s]*(?=[,;:])"), ""),
    (re.compile(r"\s{2,}"), " "),
)
_NOUN: Final = re.compile(r"\s([a-zß-ÿ][\w-]*)")
_WORD: Final = re.compile(r"\S+")
_FIRST: Final = re.compile(r"[^\W\d_]+")
_LINK: Final = re.compile(r"\s*(?:https?://|www\.|pic\.twitter|t\.co/)\S+|\s#\w+$|^#\w+\s*", re.IGNORECASE)
_MARKUP: Final = re.compile(r"\*\*|__|^\s*#{1,6}\s")
_RUN_IN: Final = re.compile(rf"^\s*\*\*[^*\n]{{1,60}}\*\*\s+(?=[{CAPITAL}])")  # a heading before its text
_FUSED: Final = re.compile(r"[@#]\w|\.com\b", re.IGNORECASE)
_BAR: Final = re.compile(r"\s[|•·]\s.*", re.DOTALL)
_OWNER: Final = re.compile(rf"^(?:[^\W_]\S*\s){{0,3}}?\S+(?:['’]s|s['’])\s(?:[a-z]+\s)*(?=[{CAPITAL}])")
_LONGEST_TELLER: Final = 50  # characters
_MARKS: Final = "“\"'‘ "
_QUOTES: Final = ("“", '"', "‘", "'", "`")
_PAIRS: Final = (("“", "”"), ('"', '"'))
_OPEN: Final = re.compile(r"(?:^|\s)[“\"]([^\W_].*)")
_NAME: Final = re.compile(rf"[{CAPITAL}][\w’'.-]+(?: [{CAPITAL}][\w’'.-]+){{1,3}}")
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
    end = _before_relative(text, start, end, words)
    clause = _BAR.sub("", _LINK.sub("", _unadorned(undated(text, start, end, timexes, words), words)))
    clause = clause.replace("``", "“").replace("''", "”")
    clause = _SPACES.sub(" ", _BRACKETS.sub("", clause[after_dateline(clause, words.language) :]))
    clause = words.fillers.sub(lambda filler: "," if words.weak_cuts.match(filler.string) else "", clause)
    for pattern, better in _TIDY:
        clause = pattern.sub(better, clause)
    clause = words.that_apart.sub(lambda that: that[0].rstrip(","), clause)
    clause = words.so_called.sub("", _definite(_introduced(clause.strip(EDGES), words), words))
    clause = _uncleft(_unrelated(_without_asides(opened(clause, words), words), words), words)
    first = text[start:end].lstrip(EDGES).partition(" ")[0]
    clause = _subjected(clause, subject, words, first in words.relatives) if subject else _renamed(clause, words)
    title = capital(_balanced(clause))
    return title if longest is None else shorten(title, words, longest)


def _before_relative(text: str, start: int, end: int, words: Statements) -> int:
    """Return the end of a clause, but before the preposition of a relative one ("talks were held | in which Elm").

    And before the noun that a relative one makes of the whole clause ("cut its rates, | a step that may help").
    """
    pronoun = _FIRST.match(text, end)
    if not pronoun or pronoun[0] not in words.relatives or text[end - 1 : end] != " ":
        return end
    clause = text[start : end - 1]
    kept, space, tie = clause.rpartition(" ")
    if space and words.weak_cuts.fullmatch(tie):
        return start + len(kept)
    told, comma, noun = clause.rpartition(", ")
    step = comma and words.article.match(f"{noun} ") and len(noun.split()) == 2 and words.verbs.search(told)
    return start + len(told) if step else end


def _unadorned(clause: str, words: Statements) -> str:
    """Leave out Markdown, and what a page sets before its captions ("Image 4 of 9 ...", "## ...")."""
    bare = _MARKUP.sub("", _RUN_IN.sub("", clause)).lstrip()
    furniture = words.furniture.match(bare)
    return bare[furniture.end() :] if furniture else bare


def headline(title: str, words: Statements) -> str:
    """Return a publisher's own headline without the name of its site ("... - Channel 5 News")."""
    clean = _SPACES.sub(" ", title).strip()
    cut = [mark.start() for mark in _SITE.finditer(clean)]
    while cut and cut[-1] >= _SHORTEST_HEADLINE:
        clean = clean[: cut[-1]]
        cut = [mark.start() for mark in _SITE.finditer(clean)]
    return shorten(_balanced(clean.strip(EDGES)), words)


def _without_asides(clause: str, words: Statements) -> str:
    """Leave out a relative clause between a subject and its verb ("Ann Vale, who is 20, won"), or between dashes."""
    clause = words.dashed.sub(" ", clause)
    aside = subject_aside(clause, 0, len(clause), words)
    if not aside or not words.aside.match(clause, aside[0]) or clause[:1] in _QUOTES:
        return clause
    lead = clause[: aside[0]]
    if lead.count(", ") == 1 and words.starts.match(lead):
        return f"{lead}," + clause[aside[1] :]  # "The mayor, Ann Vale, who ..., left"
    alone = words.weak_cuts.match(lead) and ", " not in lead  # "Under the pact, which must be signed, | two ports"
    return f"{lead}," + clause[aside[1] :] if alone else LAST_AGE.sub("", lead) + clause[aside[1] :]


def _unrelated(clause: str, words: Statements) -> str:
    """Make a clause of a noun that has nothing but a relative clause ("A strike that ended": "A strike ended")."""
    verb = words.verbs.search(clause)
    relative = words.restrictive.search(clause, 0, verb.start()) if verb else None
    if not verb or not relative or verb.start() > clause.find(" ", relative.end()) + 1:
        return clause
    goes_on = resumed(clause, relative.end(), len(clause), words) >= 0 or words.telling.search(clause, verb.end())
    if goes_on or has_two_verbs(clause, verb.end(), len(clause), words):
        return clause
    lead = clause[: relative.start()]
    plain = words.phrase.fullmatch(f" {lead} ") and not words.weak_cuts.search(lead)
    if not plain or lead.rpartition(" ")[2].casefold() in words.indefinite:
        return clause  # "Mayor names woman who drowned", "A man in a boat that sank"
    return f"{clause[: relative.start()]} {clause[verb.start() :]}"


def _uncleft(clause: str, words: Statements) -> str:
    """Make one clause of two that set a word off ("It was a storm that sank it": "A storm sank it")."""
    pronoun, verb, rest = [*clause.split(" ", 2), "", ""][:3]
    it = pronoun.casefold() in words.things & words.alike.keys() and verb in words.being
    relative = words.restrictive.search(rest) if it and (rest[:1].isupper() or words.starts.match(rest)) else None
    thing = rest[: relative.start()] if relative else ""
    at = rest.find(" ", len(thing) + 1) + 1
    plain = thing and not words.verbs.search(thing) and not words.weak_cuts.search(thing)  # "an end for a man who"
    return f"{capital(thing)} {rest[at:]}" if plain and words.verbs.match(rest, at) else clause


def _definite(clause: str, words: Statements) -> str:
    """Put the article for a demonstrative before a noun ("That target was": "The target was")."""
    first, _, rest = clause.partition(" ")
    noun = rest[:1].islower() and not words.verbs.match(rest) and rest.split(" ")[0] not in words.relatives
    noun = noun and rest.split(" ")[0] not in words.follows  # "This follows the raid"
    noun = noun and not words.weak_cuts.match(rest)  # "That in the lobby somebody shouted"
    if not first[:1].isupper() or first.casefold() not in words.demonstratives or not noun or not words.definite:
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
    if found and found[0].casefold().rstrip() in words.demonstratives and found[0][0].isupper():
        return clause if words.verbs.match(rest) else rest  # "That is how many"
    if rest.partition(" ")[0] in words.of:
        phrase = words.beside.match(clause) if ", " in clause else None
        return _main_behind(clause, phrase.end(), words) if phrase else clause  # "At the time of the storm, ..."
    phrase = words.beside.match(rest)
    if phrase and (", " in rest or _is_led(rest, words)):
        rest = _main_behind(rest, phrase.end(), words)
    beside = words.subordinate.match(rest, behind_length(rest, 0, words))
    tie = words.weak_cuts.match(rest)
    if beside and not (tie and tie.end() > beside.end() - 2) and not words.quantities.match(rest):
        rest = _main_behind(rest, beside.end(), words)
    return rest if len(rest) >= _LEAST else clause


def _is_led(clause: str, words: Statements) -> bool:
    """Tell whether a clause has a participle for its verb ("with Ann Vale leading the way", "with a body found")."""
    verb = words.verbs.search(clause)
    if not verb or verb[0].endswith(words.participles):
        return verb is not None
    noun = clause.partition(" ")[2]
    named = noun[:1].isupper() or words.starts.match(noun)  # "with 12 reported in 2014" tells too little
    return is_passive_form(verb[0], words) and bool(named) and not words.verbs.search(clause, verb.end())


def _main_behind(clause: str, at: int, words: Statements) -> str:
    """Return the clause behind the comma that ends what begins at a place, or that itself where there is none."""
    beside = apposition(clause[at:], words)
    begin, end = (at + beside[0] + 2, at + beside[1]) if beside else (at, at)
    opens = clause[begin : begin + 1].isupper() or words.starts.match(clause, begin)
    named = opens and not words.verbs.search(clause, begin, end)
    comma = clause.find(", ", end if named else at)  # "after Elm Rescue, a group of sailors, began"
    comma = behind_list(clause, comma, words) if comma >= 0 else comma
    main = clause[comma + 2 :] if comma >= 0 else ""
    told = words.verbs.search(main) and not main.partition(" ")[0].endswith(words.participles)
    return main if told and len(main) >= _LEAST else clause[at:].lstrip(EDGES)


def _renamed(clause: str, words: Statements) -> str:
    """Put a name for what only points to its owner ("His predecessor, Ann Vale, lost": "Ann Vale lost")."""
    aside = apposition(clause, words) if clause.partition(" ")[0].casefold() in words.possessives else None
    name = clause[aside[0] + 2 : aside[1] - 1] if aside else ""
    return f"{name}{clause[aside[1] :]}" if aside and _NAME.fullmatch(name) else clause


def _subjected(clause: str, subject: str, words: Statements, relative: bool) -> str:
    """Put the subject where the clause has a pronoun or nothing, as behind a relative pronoun."""
    subject = subject if subject[:1].isupper() else capital(subject)
    if subject.rpartition(" ")[2] in words.passive_be:
        return f"{subject} {clause[:1].lower()}{clause[1:]}"  # "Built of stone"
    first = _WORD.match(clause)
    if first and first[0].casefold() in words.possessives:
        return f"{subject}{'’' if subject.endswith('s') else '’s'} {clause[first.end() :].lstrip()}"
    if (pronoun := points_back(clause, words)) and first:
        if pronoun in words.demonstratives and first[0][0].isupper() and _is_being(clause, first.end(), words):
            return clause  # "That was when ..."
        rest = clause[first.end() :].lstrip()
        if joined := first[0][len(pronoun) :].replace("’", "'"):
            verb = _written_out(joined, rest, words)
            return f"{subject} {verb} {rest}" if verb else clause
        return f"{subject} {rest}"
    return f"{subject} {clause}" if relative or words.verbs.match(clause) else clause


def _is_being(clause: str, at: int, words: Statements) -> bool:
    """Tell whether what follows a place says what something is ("was when", "is how")."""
    verb, asked, *_ = [*clause[at:].split(maxsplit=2), "", ""]
    return verb in words.being and (asked in words.asking or words.cuts.fullmatch(asked) is not None)


def _written_out(joined: str, rest: str, words: Statements) -> str:
    """Return the verb that is joined to a pronoun ("He's", "They'll"); nothing for one of two ("He'd")."""
    verb = words.contracted.get(joined, "")
    return words.perfect.get(verb, verb) if rest.partition(" ")[0] in words.been else verb


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
    asking = parts[0].casefold() in words.asking and len(words.verbs.findall(title)) < 2  # "What they call an accident"
    asking = asking or bool(
        parts[2:] and parts[1] in words.of and parts[2] in words.relatives
    )  # "All of whom are held"
    if asking or parts[0].casefold() in words.owning or parts[0].casefold() in words.objects - words.demonstratives:
        return False
    if _is_phrase(title, words) or parts[-1] in words.being or (not noun and _is_participial(title, words)):
        return False
    if _FUSED.search(title) or (verb and verb.start() == 0 and not _is_adjective(title, verb.end(), words)):
        return False
    return noun or (verb is not None and not _is_related(title, verb.start(), words))


def _is_adjective(title: str, at: int, words: Statements) -> bool:
    """Tell whether a word in -ed at the head of a title stands before its noun ("Unseeded teenager Ann Vale won")."""
    noun = _NOUN.match(title, at) if title[:at].endswith(words.passive_endings) else None
    return (
        noun is not None
        and noun[1] not in words.dangling
        and not is_function(noun[1], words)
        and words.verbs.search(title, at) is not None
    )


def _is_related(title: str, verb: int, words: Statements) -> bool:
    """Tell whether the only verb of a title stands in a relative clause ("Ann Vale, who mapped the sea")."""
    relative = words.relative.search(title, 0, verb)
    return (
        relative is not None
        and subject_aside(title, 0, len(title), words) is None
        and resumed(title, relative.start(), len(title), words) < 0
        and not has_two_verbs(title, verb, len(title), words)
    )


def _is_participial(title: str, words: Statements) -> bool:
    """Tell whether a title is a participle with what depends on it ("Telling him that the light was out")."""
    verb = words.verbs.search(title)
    begun = title.partition(" ")[0].endswith(words.participles)
    return begun and (verb is None or words.cuts.search(title, 0, verb.start()) is not None)


def _is_phrase(title: str, words: Statements) -> bool:
    """Tell whether a title is nothing but a phrase ("In a surprise move", "To freight")."""
    verb = words.verbs.search(title)
    if not words.weak_cuts.match(title) or ", " in title or words.quantities.match(title):
        return False
    return not any(
        words.starts.fullmatch(f"{word} ") and not words.weak_cuts.fullmatch(before) and before not in words.dangling
        for before, word in pairwise(title[: verb.start()].split() if verb else [])
    )  # "By six o'clock the water stood at the door"


def points_back(clause: str, words: Statements) -> str:
    """Return the pronoun that a clause begins with, in lower case, or nothing."""
    rest = opened(clause.strip(EDGES), words)
    first = _FIRST.match(rest)
    word = first[0].casefold() if first else ""
    before_verb = first and word in words.demonstratives and words.verbs.match(rest, first.end() + 1)
    return word if word in words.pronouns or before_verb else ""


def _balanced(clause: str) -> str:
    """Close the last quotation of a clause where that goes on behind it, and drop the marks of one begun before it."""
    if clause.count("(") != clause.count(")"):
        clause = clause.replace("(", "").replace(")", "")
    for opens, closes in _PAIRS:
        even = clause.count('"') % 2 == 0 if opens == closes else clause.count(opens) == clause.count(closes)
        if even:
            continue
        last = _OPEN.search(clause, max(0, clause.rfind(opens) - 1))
        if last and closes not in last[1]:
            clause = f"{clause.rstrip(EDGES)}{closes}"
        else:
            clause = clause.replace(opens, "").replace(closes, "")
    return clause
