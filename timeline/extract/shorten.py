"""Cutting a title to length: at a mark or before a phrase, never inside a word or a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.extract.relatives import is_adverb, is_finite, restriction, subject_aside
from timeline.statements import Statements

LONGEST: Final = 90  # characters
EDGES: Final = " \t\n\u00a0,;:.–—-|/•*"
_SHORTEST: Final = 30  # characters: what is shorter says too little to be cut there
_ENOUGH: Final = 45  # characters: what is broken off as long as that says what it is about
_LONGEST_TIME: Final = 5  # words of a length of time ("less than 24 hours")
_AFTER_VERB: Final = 8  # characters that a cut leaves after the first verb
_SPACES: Final = re.compile(r"\s+")
_QUOTED: Final = re.compile(r"[“\"][^“”\"]*[”\"]")
_ASIDE: Final = re.compile(r",\s[^,“”\"]{3,70},")
_MAIN: Final = re.compile(r",\s(?=[A-ZÀ-Þ]|(?:\w{1,3}\s)?\w)")
_AGE: Final = re.compile(r"(?<=[^\W\d_]),\s\d{1,3}(?:,|(?=\sand\b))")
_LAST_AGE: Final = re.compile(r",\s\d{1,3}$")
_MARK: Final = re.compile(r"[,;:]\s|\s[—–-]\s")


def shorten(title: str, words: Statements, longest: int = LONGEST) -> str:
    """Cut a title at a clause mark, or a phrase, never inside a word or a quotation."""
    title = _untimed(_joined(closed(title.strip(EDGES), words), words), words)
    title = _unhappened(title, words)
    if len(title) <= longest:
        return title
    if _QUOTED.fullmatch(title):
        return shorten(title[1:-1], words, longest)
    plain = _plain(title, words)
    for shorter in (plain, _unsaid(title, longest)):
        if len(shorter) <= longest:
            return shorter
    light, bare = _lightened(plain, words), _bared(plain, words)
    for text, after in ((plain, _AFTER_VERB), (light, _AFTER_VERB), (plain, 1), (bare, 1)):
        if text is not plain and len(text) <= longest:
            return text
        if best := _best_cut(text, words, longest, after):
            return _kept(text, best, words)
    return _broken(plain, words, longest)


def _broken(title: str, words: Statements, longest: int) -> str:
    """Break off a title that has no phrase to be cut at."""
    quoted = [match.span() for match in _QUOTED.finditer(title)]
    spaces = [match.start() for match in _SPACES.finditer(title, 0, longest - 1)]
    outside = [space for space in spaces if not _inside(space, quoted)]
    between = [space for space in outside if space > _SHORTEST and not title[space + 1].isupper()]
    verb = _main_verb(title, words)
    least = max(_ENOUGH, verb.end() if verb else 0)
    phrases = [space for space in between if space > least and _opens_phrase(title, space + 1, words)]
    at = (phrases or between or outside or spaces or [longest - 2])[-1]
    kept = closed(title[:at], words)
    bare, _, last = kept.rpartition(" ")
    begun = last.endswith(words.participles) and words.cuts.fullmatch(bare.rpartition(" ")[2])
    hanging = begun or is_adverb(last, words) or last in words.asking  # "and accidentally | shot"
    return (closed(bare, words) if hanging else kept) + " …"


def _opens_phrase(title: str, at: int, words: Statements) -> bool:
    """Tell whether a phrase or a clause begins at a place, so that what stands before it is whole."""
    word = title[at:].partition(" ")[0]
    last = title[: at - 1].rpartition(" ")[2]
    begins = word in words.dangling - words.auxiliaries or word.endswith(words.participles)
    acting = last.endswith(words.participles) and not (word in words.of or words.weak_cuts.fullmatch(word))
    return begins and not (acting or last in words.dangling | words.bound or words.verbs.fullmatch(last))


def _unsaid(title: str, longest: int) -> str:
    """Return the quotation that a title begins with, where that is enough."""
    quoted = _QUOTED.match(title)
    if not quoted or not _SHORTEST <= quoted.end() <= longest:
        return title
    said = quoted[0]
    return said[:-1].rstrip(",") + said[-1]


def _lightened(title: str, words: Statements) -> str:
    """Leave out the phrases between a subject and its verb ("A party at a park in the south turned ...")."""
    verb = words.verbs.search(title)
    phrase = words.weak_cuts.search(title, 1, verb.start()) if verb else None
    if not verb or not phrase or words.cuts.search(title, 1, verb.start()) or _MARK.search(title, 0, phrase.start()):
        return title
    between = title[phrase.end() : verb.start()]
    if _MARK.search(between) and (not _is_list_of_names(between, words) or words.telling.match(title, verb.start())):
        return title
    subject, _, last = title[: phrase.start()].rstrip().rpartition(" ")
    trying = subject and last.endswith(words.participles) and last.islower()
    return f"{subject if trying else title[: phrase.start()].rstrip()} {title[verb.start() :]}"


def _is_list_of_names(phrase: str, words: Statements) -> bool:
    """Tell whether commas part nothing but names, up to the last of them ("Elm, Denmark, and Oslo, Norway, ")."""
    _, *names = phrase.removesuffix(", ").split(", ")
    bare = (words.coordinators.sub("", name).lstrip() for name in names)
    ends = phrase.endswith(", ") or (names and words.coordinators.match(names[-1]))
    return bool(ends) and all(name[:1].isupper() for name in bare) and ":" not in phrase


def _bared(title: str, words: Statements) -> str:
    """Leave out all that stands between a subject and its verb after a comma ("Ann Vale, with her sons, ..., fell")."""
    verb = words.verbs.search(title)
    comma = title.find(", ", 0, verb.start()) if verb else -1
    if not verb or comma < 0 or not words.weak_cuts.search(title, comma, verb.start()):
        return title
    if not title[: verb.start()].endswith(", "):
        return title  # "A big, often wild fair in the south began"
    aside = title[comma + 2 : comma + 3].islower() and not words.starts.match(title, comma + 2)
    return f"{title[:comma]} {title[verb.start() :]}" if aside else title


def _untimed(title: str, words: Statements) -> str:
    """Leave out a last length of time whose date was cut ("gave way, hours"), and a part ("40 boats, most")."""
    kept, comma, tail = title.rpartition(", ")
    parts = tail.split(" ")
    joined = parts[0] in words.joining or words.coordinators.match(tail)  # ", and for thirty years"
    over = not joined and len(parts) <= _LONGEST_TIME and parts[-1].casefold() in words.spans
    return kept if comma and (over or tail in words.remainders) else title


def _unhappened(title: str, words: Statements) -> str:
    """Leave out a last relative clause whose date was all that it told ("treated for a wound that happened")."""
    relative = [each.start() for each in words.restrictive.finditer(title)][-1:]
    _, _, verb = title[relative[0] + 1 :].partition(" ") if relative else ("", "", "")
    return title[: relative[0]] if verb and words.occurred.fullmatch(verb) else title


def _plain(title: str, words: Statements) -> str:
    """Leave out a person's offices, a first phrase without a verb, and what stands aside between two commas."""
    title = _AGE.sub("", _unrestricted(_untitled(title, words), words))
    if words.weak_cuts.match(title) and (comma := _MAIN.search(title)):
        rest = title[comma.end() :]
        title = capital(rest) if len(rest) >= _SHORTEST and words.verbs.search(rest) else title
    aside = _ASIDE.search(title)
    while aside:
        rest = title[aside.end() :].lstrip()
        before_verb = words.verbs.match(rest) and not words.verbs.search(title, 0, aside.start())
        tells_nothing = words.weak_cuts.match(rest) and not words.verbs.search(aside[0])
        if before_verb or tells_nothing:
            title = f"{title[: aside.start()]} {rest}"
        aside = _ASIDE.search(title, aside.start() + 1)
    return title


def _unrestricted(title: str, words: Statements) -> str:
    """Leave out the relative clause between a subject and its verb ("A man who had stolen a boat was seized")."""
    if beside := subject_aside(title, 0, len(title), words, named=True):
        return _LAST_AGE.sub("", title[: beside[0]]) + title[beside[1] :]
    relative = restriction(title, 0, len(title), words)
    if not relative or title[: relative[0]].rpartition(" ")[2].casefold() in words.indefinite:
        return title
    return f"{title[: relative[0]]} {title[relative[1] :]}"


def _untitled(title: str, words: Statements) -> str:
    """Leave out the offices before a person's name at the head of a title."""
    parts = title.split(" ")
    for place, part in enumerate(parts[:8]):
        if not part[:1].isupper():
            break
        named = parts[place + 1 : place + 3]
        if (
            part.casefold().rstrip(".") in words.name_titles
            and len(named) == 2
            and all(name[:1].isupper() for name in named)
        ):
            return " ".join(parts[place + 1 :])
    return title


def _joined(title: str, words: Statements) -> str:
    """Take back the comma before a last participle, whose date was cut ("The bridge, built in 1931")."""
    kept, comma, tail = title.rpartition(", ")
    if comma and " " not in tail and tail.endswith(words.participles):
        return kept
    return f"{kept} {tail}" if comma and ", " not in kept and words.verbs.fullmatch(tail) else title


def _kept(title: str, cut: int, words: Statements) -> str:
    """Return what a cut leaves of a title."""
    return _untailed(closed(title[:cut], words), words)


def _untailed(title: str, words: Statements) -> str:
    """Leave out the beginning of a phrase that a cut left after a comma ("died, three days", "left, saying")."""
    kept, comma, tail = title.rpartition(", ")
    parts = tail.split(" ")
    begun = comma and len(parts) <= 3 and tail.islower() and (tail == parts[0] or not _is_participial(tail, words))
    return _untailed(kept, words) if begun and words.verbs.search(kept) else title


def _is_participial(phrase: str, words: Statements) -> bool:
    return phrase.partition(" ")[0].endswith(words.participles)


# What a cut at a mark, a conjunction, a preposition is worth, in characters of title given up for it (judged by eye).
_WORTH: Final = (25, 15, 0)


def _best_cut(title: str, words: Statements, longest: int, after: int | None) -> int:
    """Return the cut that keeps most, marks preferred; 0 if there is none that leaves a statement.

    It leaves `after` characters behind the first verb, unless that is None.
    """
    quoted = [match.span() for match in _QUOTED.finditer(title)]
    verb = _main_verb(title, words)
    least = max(_SHORTEST, verb.end() + after if verb and after is not None else 0)
    ranked = []
    for worth, pattern in zip(_WORTH, (_MARK, words.cuts, words.weak_cuts), strict=True):
        for found in pattern.finditer(title, least, longest + 8):
            cut = _before_bound(title, found.start(), words)
            ranked.append((cut + worth, cut))
    for found in words.coordinators.finditer(title, least, longest + 8):
        beyond = title[found.end() + 1 :].split(" ", maxsplit=1)[0]
        more = words.verbs.fullmatch(beyond) or beyond in words.infinitives or words.that.fullmatch(beyond)
        if more or words.contrasts.fullmatch(found[0]):
            ranked.append((found.start() + _WORTH[1], found.start()))
    sound = [
        (worth, cut)
        for worth, cut in ranked
        if cut <= longest
        and not _inside(cut, quoted)
        and not _hangs(title[:cut], words)
        and not _hangs(_kept(title, cut, words), words)
        and not _parts(title, cut, words)
    ]
    return max(sound, default=(0, 0))[1]


def _main_verb(title: str, words: Statements) -> re.Match[str] | None:
    """Return the first verb of a title that is no participle beside a noun ("A note | found at the mill | names")."""
    verb = words.verbs.search(title)
    after = words.verbs.search(title, verb.end()) if verb else None
    while verb and after:
        between = title[verb.end() : after.start()]
        parted = any(mark.search(between) for mark in (_MARK, words.cuts, words.coordinators, words.infinitive))
        tied = words.weak_cuts.match(title, verb.end() + 1) or after[0] in words.auxiliaries
        if is_finite(verb[0], words) or not is_finite(after[0], words) or not tied or parted:
            return verb
        verb, after = after, words.verbs.search(title, after.end())
    return verb


def _before_bound(title: str, cut: int, words: Statements) -> int:
    """Return a cut, or the place before a participle that it would part from what it needs ("a firm | formed by")."""
    before, _, last = title[:cut].rstrip().rpartition(" ")
    noun = before.rpartition(" ")[2]
    helped = words.verbs.fullmatch(noun) or noun in words.joining or is_adverb(noun, words)
    return len(before) if last in words.bound and not helped and words.verbs.search(before) else cut


def _inside(cut: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start < cut < end for start, end in quoted)


def _parts(title: str, cut: int, words: Statements) -> bool:
    """Tell whether a cut parts a verb from its clause ("The board found | that", "wants the court | to")."""
    last = title[:cut].rstrip().rpartition(" ")[2]
    at = cut + len(title[cut:]) - len(title[cut:].lstrip())
    if last.casefold() in words.spans and words.cuts.match(title, at):
        return True  # "four days | after their wedding"
    counts = words.quantities.match(title, at)
    if counts and title[counts.end() :].lstrip("$£€¥")[:1].isdigit():
        return True  # "would cost it | about 300 million crowns"
    verb = [each[0] for each in words.verbs.finditer(title, 0, cut)][-1:]
    if title[at:].partition(" ")[0] in words.infinitives and not words.open_ended.isdisjoint(verb):
        return True
    if verb and words.telling.fullmatch(verb[0]):
        return words.that.search(title, at) is not None  # "told the council | in May that"
    return words.that.match(title, at) is not None and words.verbs.fullmatch(last) is not None


def _hangs(title: str, words: Statements) -> bool:
    """Tell whether a title ends in a verb that something must follow ("the agency said")."""
    clause = [each.end() for each in words.that.finditer(title)]
    if clause and words.cuts.search(title) and not words.verbs.search(title, clause[-1]):
        return True
    *before, last = title.rstrip(EDGES).split(" ")
    if before and last.islower() and (before[-1] in words.infinitives or last in words.open_ended):
        return True
    if before and last.endswith(words.participles) and words.cuts.fullmatch(before[-1]):
        return True  # "left before taking"
    if before and last in words.asking and words.weak_cuts.fullmatch(before[-1]):
        return True  # "to talk about what"
    done = before and last in words.alike and words.verbs.search(title)  # "should not eat it"
    return words.telling.fullmatch(last) is not None or (last in words.dangling and not done)


def closed(title: str, words: Statements) -> str:
    """Take words off the end that cannot end a title."""
    kept = title.strip(EDGES).split(" ")
    while len(kept) > 3 and (last := kept[-1].strip(EDGES)) in words.dangling:  # "may", but not "May"
        if last in words.particles and (words.verbs.fullmatch(kept[-2]) or kept[-3] in words.modals):
            break  # "took over", "will move on"
        if last in words.particles and kept[-2] in words.reflexives and words.verbs.fullmatch(kept[-3]):
            break  # "turned himself in"
        if last in words.later and kept[-2] in words.spans:
            break  # "rang back a minute later"
        if last in words.alike and kept[-2] not in words.dangling and not words.cuts.fullmatch(kept[-2]):
            break  # "have read it"
        kept.pop()
    return " ".join(kept).strip(EDGES)


def capital(clause: str) -> str:
    """Return a clause with a capital."""
    return clause[:1].upper() + clause[1:]
