"""Headlines made of an article's own words: a clause without its date, its attribution and its connectives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from timeline.statements import Statements
from timeline.timex import Timex

LONGEST: Final = 90  # characters
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
_MARK: Final = re.compile(r"[,;:]\s|\s[—–-]\s")
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
    clause = _SPACES.sub(" ", _BRACKETS.sub("", _DATELINE.sub("", _BAR.sub("", clause), count=1)))
    for pattern, better in _TIDY:
        clause = pattern.sub(better, clause)
    clause = _opened(_introduced(clause.strip(_EDGES), words), words)
    title = _capital(_balanced(_subjected(clause, subject, words)))
    return title if longest is None else shorten(title, words, longest)


def headline(title: str, words: Statements) -> str:
    """Return a publisher's own headline without the name of its site ("... - Channel 5 News")."""
    clean = _SPACES.sub(" ", title).strip()
    cut = [mark.start() for mark in _SITE.finditer(clean)]
    while cut and cut[-1] >= _SHORTEST:
        clean = clean[: cut[-1]]
        cut = [mark.start() for mark in _SITE.finditer(clean)]
    return shorten(_balanced(clean.strip(_EDGES)), words)


def _undated(text: str, start: int, end: int, timexes: Iterable[Timex], words: Statements) -> Iterator[str]:
    """Yield the stretches of a clause between its dates and the prepositions before them."""
    at = start
    for timex in timexes:
        if timex.start < at or timex.end > end:
            continue
        before = text[at : timex.start]
        glue = words.before_date.search(before, max(0, len(before) - 40))
        stop = timex.end
        if text[stop : stop + 2] in ("'s", "’s"):
            stop += 2
            glue = None
        elif text[stop : stop + 1] in ("'", "’"):
            stop += 1
        yield (before[: glue.start()] if glue else before) + " "
        at = stop
    yield text[at:end]


def _introduced(clause: str, words: Statements) -> str:
    """Cut what introduces a picture ("In this photo provided by ..., ")."""
    found = words.introductions.match(clause)
    comma = clause.find(", ") if found else -1
    return clause[comma + 2 :] if comma >= 0 else clause


def _opened(clause: str, words: Statements) -> str:
    """Cut connectives off the head of a clause."""
    found = words.openings.match(clause)
    rest = clause[found.end() :] if found else clause
    return rest.lstrip(_EDGES) if len(rest) >= 12 else clause


def _subjected(clause: str, subject: str, words: Statements) -> str:
    """Put the subject where the clause has a pronoun or nothing."""
    if not subject:
        return clause
    first = _WORD.match(clause)
    if first and first[0].casefold() in words.possessives:
        return f"{subject}{'’' if subject.endswith('s') else '’s'} {clause[first.end() :].lstrip()}"
    if first and first[0].casefold() in words.pronouns:
        return f"{subject} {clause[first.end() :].lstrip()}"
    return f"{subject} {clause}" if words.verbs.match(clause) else clause


def told_title(teller: str, told: str, words: Statements) -> str:
    """Return the headline of a telling that is too long for a sentence: "Spy agency: some 600 soldiers died".

    What is still to come speaks for itself.
    """
    verb = words.verbs.search(told)
    if words.planned.search(told) or not verb or len(teller) > 50:
        return shorten(told, words)
    return shorten(f"{teller}: {told}", words)


def points_back(clause: str, words: Statements) -> str:
    """Return the pronoun that a clause begins with, in lower case, or nothing."""
    opened = _opened(clause.strip(_EDGES), words)
    first = _WORD.match(opened)
    word = first[0].casefold().strip(_EDGES) if first else ""
    return word if word in words.pronouns else ""


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
    plain = subject and len(subject.split()) <= 8 and "," not in subject and '"' not in subject and "“" not in subject
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
    title = _closed(title.strip(_EDGES), words)
    if len(title) <= longest:
        return title
    title = _plain(title, words)
    if len(title) <= longest:
        return title
    quoted = [match.span() for match in _QUOTED.finditer(title)]
    best = _best_cut(title, quoted, words, longest)
    if best:
        return _closed(title[:best], words)
    spaces = [match.start() for match in _SPACES.finditer(title, 0, longest - 1)]
    outside = [space for space in spaces if not _inside(space, quoted)]
    at = (outside or spaces or [longest - 2])[-1]
    return _closed(title[:at], words) + " …"


def _plain(title: str, words: Statements) -> str:
    """Leave out what stands between two commas before a verb, and a first phrase that has none."""
    verb = words.verbs.search(title)
    comma = title.rfind(", ", 0, verb.start()) if verb else -1
    if verb and 0 < comma < verb.start() and words.weak_cuts.match(title):
        rest = title[comma + 2 :]
        title = _capital(rest) if len(rest) >= _SHORTEST else title
    for aside in _ASIDE.finditer(title):
        rest = title[aside.end() :].lstrip()
        if words.verbs.match(rest) and not words.verbs.search(title[: aside.start()]):
            return f"{title[: aside.start()]} {rest}"
    return title


# What a cut at a mark, a conjunction, a preposition is worth, in characters of title given up for it (judged by eye).
_WORTH: Final = (25, 15, 0)


def _best_cut(title: str, quoted: Sequence[tuple[int, int]], words: Statements, longest: int) -> int:
    """Return the cut that keeps most, marks preferred; 0 if there is none that leaves a statement."""
    verb = words.verbs.search(title)
    least = max(_SHORTEST, verb.end() + _AFTER_VERB if verb and verb.end() + _AFTER_VERB < longest else 0)
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
