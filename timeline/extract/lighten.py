"""What a title that is too long can do without, before it is cut: asides, ages, offices, who only tells it."""

from __future__ import annotations

import re
from typing import Final

from timeline.extract.relatives import behind_participle, is_finite, is_participle, restriction, subject_aside
from timeline.extract.telling import find_telling
from timeline.letters import CAPITAL
from timeline.statements import Statements

SHORTEST: Final = 30  # characters: what is shorter says too little
MARK: Final = re.compile(r"[,;:]\s|\s[—–-]\s")
_ASIDE: Final = re.compile(r",\s[^,“”\"]{3,70},")
_MAIN: Final = re.compile(rf",\s(?=[{CAPITAL}]|(?:\w{{1,3}}\s)?\w)")
LAST_AGE: Final = re.compile(r",\s\d{1,3}$")
_BEFORE_LOWER: Final = re.compile(r"\s(?=[a-z])")
_FIRST: Final = re.compile(r"\W")
_PARENTHESIS: Final = re.compile(r"\s(?:[—–]|--?)\s[^—–“”\"]{3,}?\s(?:[—–]|--?)(?=\s)")


def capital(clause: str) -> str:
    """Return a clause with a capital."""
    return clause[:1].upper() + clause[1:]


def lightened(title: str, words: Statements) -> str:
    """Leave out the phrases between a subject and its verb ("A party at a park in the south turned ...")."""
    verb = _first_verb(title, words)
    if verb and is_told(title, verb, words):
        told = verb.end() + 1  # "The mayor said | the talks with Oak on the bridge had failed"
        return title[:told] + lightened(title[told:], words)
    phrase = words.weak_cuts.search(title, 1, verb.start()) if verb else None
    if not verb or not phrase or words.cuts.search(title, 1, verb.start()) or MARK.search(title, 0, phrase.start()):
        return title
    between = title[phrase.end() : verb.start()]
    if title.count("“", 0, phrase.start()) > title.count("”", 0, phrase.start()):
        return title  # "The note “Pray for us” was found"
    if MARK.search(between) and (not _is_list_of_names(between, words) or words.telling.match(title, verb.start())):
        return title
    subject, _, last = title[: phrase.start()].rstrip().rpartition(" ")
    noun = not subject or words.starts.fullmatch(f"{subject} ")  # "a hearing on"
    trying = not noun and last.endswith(words.participles) and last.islower() and last not in words.occasioned
    return f"{subject if trying else title[: phrase.start()].rstrip()} {title[verb.start() :]}"


def is_told(title: str, verb: re.Match[str], words: Statements) -> bool:
    """Tell whether the first verb of a title only tells a clause behind it ("The mayor | said | the talks failed")."""
    tells = words.telling.fullmatch(verb[0]) and not words.verbs.search(title, 0, verb.start())
    acts = words.telling_acts.fullmatch(verb[0]) or words.giving.fullmatch(verb[0])
    clause = words.starts.match(title, verb.end() + 1) and not words.that.match(title, verb.end() + 1)
    return bool(tells and not acts and clause and words.verbs.search(title, verb.end()))


def _first_verb(title: str, words: Statements) -> re.Match[str] | None:
    """Return the first verb that stands behind no determiner ("Rescuers search the ruins of a | collapsed | house")."""
    verbs = words.verbs.finditer(title)
    return next((verb for verb in verbs if not words.determiner.search(title, 0, verb.start())), None)


def _is_list_of_names(phrase: str, words: Statements) -> bool:
    """Tell whether commas part nothing but names, up to the last of them ("Elm, Denmark, and Oslo, Norway, ")."""
    _, *names = phrase.removesuffix(", ").split(", ")
    bare = (words.coordinators.sub("", name).lstrip() for name in names)
    ends = phrase.endswith(", ") or (names and words.coordinators.match(names[-1]))
    return bool(ends) and all(name[:1].isupper() for name in bare) and ":" not in phrase


def bared(title: str, words: Statements) -> str:
    """Leave out all that stands between a subject and its verb after a comma ("Ann Vale, with her sons, ..., fell")."""
    verb = _behind_phrase(title, words) or words.verbs.search(title)
    comma = title.find(", ", 0, verb.start()) if verb else -1
    if not verb or comma < 0 or not words.weak_cuts.search(title, comma, verb.start()):
        return title
    if not title[: verb.start()].endswith(", "):
        return title  # "A big, often wild fair in the south began"
    aside = title[comma + 2 : comma + 3].islower() and not words.starts.match(title, comma + 2)
    return f"{title[:comma]} {title[verb.start() :]}" if aside else title


def _behind_phrase(title: str, words: Statements) -> re.Match[str] | None:
    """Return the verb behind the phrase that commas set apart from its subject ("Elm, in a plan drawn up, fell")."""
    first = words.verbs.search(title)
    comma = title.find(", ", 0, first.start()) if first else -1
    if comma < 0 or not words.weak_cuts.match(title, comma + 2):
        return None
    return next((verb for verb in words.verbs.finditer(title, comma) if title[: verb.start()].endswith(", ")), None)


def plain(title: str, words: Statements) -> str:
    """Leave out a person's offices, a first phrase without a verb, and what stands aside between two commas."""
    title = _PARENTHESIS.sub(
        "", words.aged_name.sub("", words.age.sub("", _unrestricted(_untitled(title, words), words)))
    )
    title = _unled(title, words)
    aside = _ASIDE.search(title)
    while aside:
        rest = title[aside.end() :].lstrip()
        before_verb = words.verbs.match(rest) and not words.verbs.search(title, 0, aside.start())
        acting = aside[0].strip(" ,").partition(" ")[0].endswith(words.participles)  # ", causing delays,"
        tells_nothing = words.weak_cuts.match(rest) and not acting and not words.verbs.search(aside[0])
        if (before_verb or tells_nothing) and not is_between_qualities(title, aside.start(), words):
            first = title.find(", ", 0, aside.start())
            tie = title[first + 2 :].partition(" ")[0] if before_verb and first >= 0 else ""
            placed = tie in words.of or words.weak_cuts.fullmatch(tie)  # "Ann Vale, | of Elm, Ohio, | won"
            title = f"{title[: first if placed else aside.start()]} {rest}"
        aside = _ASIDE.search(title, aside.start() + 1)
    return title


def _unled(title: str, words: Statements) -> str:
    """Leave out a first phrase without a verb ("In a move that few expected, | the port closed")."""
    main = behind_participle(title, 0, len(title), words)
    title = capital(title[main:]) if main and len(title) - main >= SHORTEST else title
    first = title.partition(" ")[0]
    acting = first.endswith(words.participles) and not words.verbs.match(title, len(first) + 1)  # not "Fighting began"
    led = words.weak_cuts.match(title) or (acting and first.casefold() not in words.occasioned)
    comma = _MAIN.search(title) if led else None
    counted = comma and words.quantities.match(title) and words.verbs.search(title, 0, comma.start())
    if not comma or counted:
        return title  # "At least two fell, ..."
    rest = title[behind_list(title, comma.start(), words) + 2 :]
    return capital(rest) if len(rest) >= SHORTEST and words.verbs.search(rest) else title


def behind_list(clause: str, comma: int, words: Statements) -> int:
    """Return the comma behind a list that another parts, where somebody acts ("won gold, | a bowl and a cup, Elm")."""
    end = clause.find(", ", comma + 2)
    while end >= 0 and not words.verbs.search(clause, comma, end):
        rest = clause[end + 2 :]
        verb = words.verbs.search(rest)
        named = verb and (rest[0].isupper() or words.starts.match(rest)) and ", " not in rest[: verb.start()]
        if words.coordinators.search(clause, comma, end) or not verb:
            return end if verb and named and not words.telling.match(rest, verb.start()) else comma
        end = clause.find(", ", end + 2)
    return comma


def is_between_qualities(title: str, comma: int, words: Statements) -> bool:
    """Tell whether a comma stands between the qualities of a noun, which is yet to come ("a small, | low house")."""
    last = title[:comma].rpartition(" ")[2].casefold()
    second = title[comma + 2 :].partition(" ")[0]
    quality = last in words.qualities or last.endswith(words.quality_endings)
    other = words.weak_cuts.fullmatch(second) or words.coordinators.fullmatch(second) or second in words.dangling
    return title.startswith(", ", comma) and quality and second.islower() and not other


def _unrestricted(title: str, words: Statements) -> str:
    """Leave out the relative clause between a subject and its verb ("A man who had stolen a boat was seized")."""
    if beside := subject_aside(title, 0, len(title), words, named=True):
        return LAST_AGE.sub("", title[: beside[0]]) + title[beside[1] :]
    relative = restriction(title, 0, len(title), words)
    if not relative or title[: relative[0]].rpartition(" ")[2].casefold() in words.indefinite:
        return title
    return f"{title[: relative[0]]} {title[relative[1] :]}"


def _untitled(title: str, words: Statements) -> str:
    """Leave out the offices before a person's name at the head of a title."""
    parts = title.split(" ")
    for place, part in enumerate(parts[:8]):
        if not part[:1].isupper() or part.endswith(","):
            break
        named, office = parts[place + 1 : place + 3], part.casefold().rstrip(".")
        offices = not place and office[:-1] in words.name_titles and words.coordinators.search(title)
        name = len(named) == 2 and all(each[:1].isupper() for each in named) and named[0][-1] != ":"
        name = name and named[0].casefold() not in words.name_titles  # "Secretary | General Ann Vale"
        if name and (office in words.name_titles or offices):
            return " ".join(parts[place + 1 :])
    return title


def main_verb(title: str, words: Statements) -> re.Match[str] | None:
    """Return the first verb of a title that is no participle beside a noun ("A note | found at the mill | names")."""
    if apart := _behind_phrase(title, words):
        return apart
    verb = _first_verb(title, words)
    after = words.verbs.search(title, verb.end()) if verb else None
    while verb and after:
        between = title[verb.end() : after.start()]
        parted = any(mark.search(between) for mark in (MARK, words.cuts, words.coordinators))
        parted = parted or any(
            not words.starts.match(each[1]) for each in words.infinitive.finditer(title, verb.end(), after.end())
        )
        tied = words.weak_cuts.match(title, verb.end() + 1) or after[0] in words.auxiliaries
        if is_finite(verb[0], words) or not is_finite(after[0], words) or not tied or parted:
            return verb
        verb, after = after, words.verbs.search(title, after.end())
    return verb


def untold(title: str, words: Statements) -> str:
    """Return what a title says to be told ("Witnesses told the court that the dam had burst": "The dam had burst").

    Where that only points to something, or is denied, the title itself.
    """
    telling = find_telling(title, (0, len(title)), words)
    told = title[telling.content[0] :].lstrip(" ,:") if telling and telling.head else ""
    established = telling and words.establishing.fullmatch(title[: telling.end].rpartition(" ")[2])
    verb = words.verbs.search(told)
    if not telling or not verb or not verb.start() or len(told) < SHORTEST or (telling.act and not established):
        return title
    if words.denials.search(title, telling.verb, telling.end):
        return title
    first = _FIRST.split(told.casefold(), maxsplit=1)[0]
    teller = title[: telling.end].rpartition(" ")[0]
    if first in words.things and words.company.search(teller) and not words.dummies.match(told, verb.start()):
        return f"{teller} {told.partition(' ')[2]}"  # "Elm Ferries Inc. | said it | bought Fjord Lines"
    pointing = first in words.pronouns | words.demonstratives | words.asking or words.weak_cuts.match(told)
    if pointing or "“" in told or '"' in told:
        return title
    return f"{teller}: {told}" if words.promised.search(told) else capital(told)  # "Ann Vale: the bank would fall"


def unmodified(title: str, words: Statements) -> str:
    """Leave out the participle between a subject and its verb ("A van | matching that of the thief | was found")."""
    main = main_verb(title, words)
    if not main or MARK.search(title, 0, main.start()):
        return title
    for space in _BEFORE_LOWER.finditer(title, 0, main.start()):
        subject = title[: space.start()]
        if " " in subject and _modifies(title, space.end(), words):
            helped = words.verbs.search(subject) or subject.rpartition(" ")[2] in words.dangling
            apart = helped or words.weak_cuts.search(subject) or not _is_head(subject, words)
            return title if apart else f"{subject} {title[main.start() :]}"
    return title


def _modifies(title: str, at: int, words: Statements) -> bool:
    """Tell whether a participle at a place has something behind it ("a van | seen in Elm", "a van | matching that")."""
    _, _, rest = title[at:].partition(" ")
    acting = title[at:].partition(" ")[0].endswith(words.participles)
    behind = words.weak_cuts.match(rest) or words.coordinators.match(rest)
    return bool(words.starts.match(rest) if acting else behind) and is_participle(title, at, words, words.participles)


def _is_head(subject: str, words: Statements) -> bool:
    """Tell whether a stretch is a noun phrase that can stand by itself ("the three people")."""
    return words.starts.match(subject) is not None or words.phrase.match(f" {subject}") is not None
