"""Headlines made of an article's own words: a clause without its date, its attribution and its connectives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from timeline.moments import Moment
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.when import Interval

LONGEST: Final = 90  # characters
_LEAST: Final = 6  # characters that must be left when the head of a clause is cut off
_SHORTEST_HEADLINE: Final = 20  # characters of a headline before the name of its site
_SHORTEST: Final = 30  # characters: what is shorter says too little to be cut there
_AFTER_VERB: Final = 8  # characters that a cut leaves after the first verb
_DATELINE: Final = re.compile(
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
_QUOTED: Final = re.compile(r"[“\"][^“”\"]*[”\"]")
_WORD: Final = re.compile(r"\S+")
_ASIDE: Final = re.compile(r",\s[^,“”\"]{3,70},")
_MAIN: Final = re.compile(r",\s(?=[A-ZÀ-Þ]|(?:\w{1,3}\s)?\w)")
_MARK: Final = re.compile(r"[,;:]\s|\s[—–-]\s")
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s)")
_FIRST: Final = re.compile(r"[^\W\d_]+")
_LINK: Final = re.compile(r"\s*(?:https?://|www\.|pic\.twitter|t\.co/)\S+|\s#\w+$|^#\w+\s*", re.IGNORECASE)
_FUSED: Final = re.compile(r"[@#]\w|\.com\b", re.IGNORECASE)
_AGE: Final = re.compile(r",?\s\d{1,3},|,?\s\d{1,3}(?=\s+and\b)")
_BAR: Final = re.compile(r"\s[|•·]\s.*", re.DOTALL)
_EDGES: Final = " \t\n\u00a0,;:.–—-|/•*"
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
    clause = "".join(_undated(text, start, end, timexes, words))
    clause = _SPACES.sub(" ", _BRACKETS.sub("", _DATELINE.sub("", _BAR.sub("", _LINK.sub("", clause)), count=1)))
    for pattern, better in _TIDY:
        clause = pattern.sub(better, clause)
    clause = _opened(_introduced(clause.strip(_EDGES), words), words)
    title = _capital(_balanced(_subjected(clause, subject, words)))
    return title if longest is None else shorten(title, words, longest)


def headline(title: str, words: Statements) -> str:
    """Return a publisher's own headline without the name of its site ("... - Channel 5 News")."""
    clean = _SPACES.sub(" ", title).strip()
    cut = [mark.start() for mark in _SITE.finditer(clean)]
    while cut and cut[-1] >= _SHORTEST_HEADLINE:
        clean = clean[: cut[-1]]
        cut = [mark.start() for mark in _SITE.finditer(clean)]
    return shorten(_balanced(clean.strip(_EDGES)), words)


def _undated(text: str, start: int, end: int, timexes: Iterable[Timex], words: Statements) -> Iterator[str]:
    """Yield the stretches of a clause between its dates and the prepositions before them.

    A date that another preposition holds in its place stays ("less than a year ago").
    """
    at = start
    for timex in timexes:
        if timex.start < at or timex.end > end or not isinstance(timex.when, Moment | Interval):
            continue
        before = text[at : timex.start]
        glue = words.before_date.search(before, max(0, len(before) - 40))
        cut = glue.start() if glue else len(before)
        if _is_held(before[:cut], words):
            continue
        possessive = _POSSESSIVE.match(text, timex.end, end)
        yield (before if possessive else before[:cut]) + " "
        at = possessive.end() if possessive else timex.end
    yield text[at:end]


def _is_held(before: str, words: Statements) -> bool:
    """Tell whether a preposition stands at the end of what is left before a date."""
    last = before.rstrip().rsplit(" ", 1)[-1]
    return last in words.holds or any(cuts.fullmatch(last) for cuts in (words.weak_cuts, words.cuts))


def _introduced(clause: str, words: Statements) -> str:
    """Cut what introduces a picture ("In this photo provided by ..., ")."""
    found = words.introductions.match(clause)
    comma = clause.find(", ") if found else -1
    return clause[comma + 2 :] if comma >= 0 else clause


def _opened(clause: str, words: Statements) -> str:
    """Cut connectives off the head of a clause, and a clause before the main one."""
    found = words.openings.match(clause)
    rest = clause[found.end() :].lstrip(_EDGES) if found else clause
    if beside := words.subordinate.match(rest):
        comma = rest.find(", ", beside.end())
        main = rest[comma + 2 :] if comma >= 0 else ""
        rest = main if len(main) >= _LEAST and words.verbs.search(main) else rest[beside.end() :].lstrip(_EDGES)
    return rest if len(rest) >= _LEAST else clause


def _subjected(clause: str, subject: str, words: Statements) -> str:
    """Put the subject where the clause has a pronoun or nothing."""
    if not subject:
        return clause
    subject = subject if subject[:1].isupper() else _capital(subject)
    first = _WORD.match(clause)
    if first and first[0].casefold() in words.possessives:
        return f"{subject}{'’' if subject.endswith('s') else '’s'} {clause[first.end() :].lstrip()}"
    if points_back(clause, words) and first:
        return f"{subject} {clause[first.end() :].lstrip()}"
    return f"{subject} {clause}" if words.verbs.match(clause) else clause


def told_title(teller: str, told: str, words: Statements) -> str:
    """Return the headline of a telling that is too long for a sentence: "Spy agency: some 600 soldiers died".

    What is still to come speaks for itself.
    """
    verb = words.verbs.search(told)
    if words.planned.search(told) or not verb or len(teller) > 50:
        return shorten(told, words)
    return shorten(f"{_capital(teller)}: {told}", words)


def is_sound(title: str, words: Statements, noun: bool = False) -> bool:
    """Tell whether a title stands by itself: it has a subject and, unless it is a noun phrase, a verb."""
    parts = title.split()
    verb = words.verbs.search(title)
    if len(parts) < 3 and not (len(parts) == 2 and (noun or words.verbs.fullmatch(parts[1]))):
        return False
    if points_back(title, words) or words.openings.match(title) or words.subordinate.match(title):
        return False
    if _FUSED.search(title) or (verb and verb.start() == 0):
        return False
    return noun or verb is not None


def points_back(clause: str, words: Statements) -> str:
    """Return the pronoun that a clause begins with, in lower case, or nothing."""
    opened = _opened(clause.strip(_EDGES), words)
    first = _FIRST.match(opened)
    word = first[0].casefold() if first else ""
    before_verb = first and word in words.demonstratives and words.verbs.match(opened, first.end() + 1)
    return word if word in words.pronouns or before_verb else ""


def subject_of(sentence: str, words: Statements) -> str:
    """Return the subject of a sentence, where it is short and plain: the words before its first verb.

    Ages in apposition are left out ("Marta Vale, 26, and").
    """
    opened = _opened(_DATELINE.sub("", sentence, count=1).strip(_EDGES), words)
    verb = words.verbs.search(opened)
    if not verb:
        return ""
    subject = _AGE.sub("", opened[: verb.start()]).strip(_EDGES)
    first, comma, rest = subject.rpartition(", ")
    if comma and (words.weak_cuts.match(first) or first.split(" ")[0].endswith(words.participles)):
        subject = rest
    subject = _closed(subject, words)
    plain = subject and len(subject.split()) <= 8 and "," not in subject and '"' not in subject and "“" not in subject
    plain = plain and subject.casefold() not in words.dangling
    return subject if plain and not points_back(subject, words) else ""


def _balanced(clause: str) -> str:
    """Drop quotation marks that lack their other half."""
    if clause.count("“") != clause.count("”"):
        clause = clause.replace("“", "").replace("”", "")
    return clause.replace('"', "") if clause.count('"') % 2 else clause


def _capital(clause: str) -> str:
    return clause[:1].upper() + clause[1:]


def shorten(title: str, words: Statements, longest: int = LONGEST) -> str:
    """Cut a title at a clause mark, or a phrase, never inside a word or a quotation."""
    title = _joined(_closed(title.strip(_EDGES), words), words)
    if len(title) <= longest:
        return title
    title = _plain(title, words)
    if len(title) <= longest:
        return title
    quoted = [match.span() for match in _QUOTED.finditer(title)]
    best = _best_cut(title, quoted, words, longest, _AFTER_VERB) or _best_cut(title, quoted, words, longest, 1)
    if best:
        return _untailed(_closed(title[:best], words), words)
    spaces = [match.start() for match in _SPACES.finditer(title, 0, longest - 1)]
    outside = [space for space in spaces if not _inside(space, quoted)]
    between = [space for space in outside if space > _SHORTEST and not title[space + 1].isupper()]
    at = (between or outside or spaces or [longest - 2])[-1]
    return _closed(title[:at], words) + " …"


def _plain(title: str, words: Statements) -> str:
    """Leave out a person's offices, a first phrase without a verb, and what stands aside between two commas."""
    title = _untitled(title, words)
    if words.weak_cuts.match(title) and (comma := _MAIN.search(title)):
        rest = title[comma.end() :]
        title = _capital(rest) if len(rest) >= _SHORTEST and words.verbs.search(rest) else title
    aside = _ASIDE.search(title)
    while aside:
        rest = title[aside.end() :].lstrip()
        before_verb = words.verbs.match(rest) and not words.verbs.search(title, 0, aside.start())
        tells_nothing = words.weak_cuts.match(rest) and not words.verbs.search(aside[0])
        if before_verb or tells_nothing:
            title = f"{title[: aside.start()]} {rest}"
        aside = _ASIDE.search(title, aside.start() + 1)
    return title


def _untitled(title: str, words: Statements) -> str:
    """Leave out the offices before a person's name at the head of a title."""
    parts = title.split(" ")
    for place, part in enumerate(parts[:8]):
        if not part[:1].isupper():
            break
        named = parts[place + 1 : place + 3]
        if part.casefold() in words.name_titles and len(named) == 2 and all(name[:1].isupper() for name in named):
            return " ".join(parts[place + 1 :])
    return title


def _joined(title: str, words: Statements) -> str:
    """Take back the comma before a last participle, whose date was cut ("The bridge, built in 1931")."""
    kept, comma, tail = title.rpartition(", ")
    return f"{kept} {tail}" if comma and words.verbs.fullmatch(tail) else title


def _untailed(title: str, words: Statements) -> str:
    """Leave out the beginning of a phrase that a cut left after a comma ("died, three days")."""
    kept, comma, tail = title.rpartition(", ")
    parts = tail.split(" ")
    begun = comma and len(parts) <= 3 and tail.islower() and not parts[0].endswith(words.participles)
    return kept if begun and words.verbs.search(kept) else title


# What a cut at a mark, a conjunction, a preposition is worth, in characters of title given up for it (judged by eye).
_WORTH: Final = (25, 15, 0)


def _best_cut(title: str, quoted: Sequence[tuple[int, int]], words: Statements, longest: int, after: int) -> int:
    """Return the cut that keeps most, marks preferred; 0 if there is none that leaves a statement."""
    verb = words.verbs.search(title)
    least = max(_SHORTEST, verb.end() + after if verb and verb.end() + after < longest else 0)
    ranked = []
    for worth, pattern in zip(_WORTH, (_MARK, words.cuts, words.weak_cuts), strict=True):
        for found in pattern.finditer(title, least, longest + 8):
            cut = found.start()
            if cut <= longest and not _inside(cut, quoted) and not _hangs(title[:cut], words):
                ranked.append((cut + worth, cut))
    return max(ranked, default=(0, 0))[1]


def _inside(cut: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start < cut < end for start, end in quoted)


def _hangs(title: str, words: Statements) -> bool:
    """Tell whether a title ends in a verb that something must follow ("the agency said")."""
    *before, last = title.rstrip(_EDGES).split(" ")
    if before and before[-1] in words.infinitives and last.islower():
        return True
    return words.telling.fullmatch(last) is not None or last.casefold() in words.dangling


def _closed(title: str, words: Statements) -> str:
    """Take words off the end that cannot end a title."""
    kept = title.strip(_EDGES).split(" ")
    while len(kept) > 3 and kept[-1].casefold().strip(_EDGES) in words.dangling:
        kept.pop()
    return " ".join(kept).strip(_EDGES)
