"""Cutting a title to length: at a mark or before a phrase, never inside a word or a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from timeline.extract.lighten import (
    MARK,
    SHORTEST,
    bared,
    capital,
    is_between_qualities,
    is_told,
    lightened,
    main_verb,
    plain,
    unmodified,
    untold,
)
from timeline.extract.relatives import is_adverb, is_passive_form
from timeline.statements import Statements

BROKEN: Final = " …"  # at the end of a title that no phrase ends
LONGEST: Final = 90  # characters
_KEPT: Final = 64  # titles of late, of which the same is asked again
EDGES: Final = " \t\n\u00a0,;:.–—-|/•*"
_ENOUGH: Final = 45  # characters: what is broken off as long as that says what it is about
_LONGEST_TIME: Final = 5  # words of a length of time ("less than 24 hours")
_NEAR: Final = 25  # characters behind a cut among which a "that" belongs to the verb before it
_AFTER_VERB: Final = 8  # characters that a cut leaves after the first verb
_SPACES: Final = re.compile(r"\s+")
_NAMED_OF: Final = re.compile(
    r"(?<!\bthe)(?<!\bThe)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]*\.?)+( )of\s[A-Z\d]"
)  # "Bo Lund of Elm"
_DASH: Final = re.compile(r"\s[—–]\s")
_QUOTATION: Final = re.compile(r"[“”\"]")
_QUOTED: Final = re.compile(r"[“\"][^“”\"]*[”\"]|(?<!\w)[‘'][^‘’'“”\"]*['’](?!\w)")


@lru_cache(_KEPT)
def shorten(title: str, words: Statements, longest: int = LONGEST) -> str:
    """Cut a title at a clause mark, or a phrase, never inside a word or a quotation."""
    title = _untimed(_joined(closed(title.strip(EDGES), words), words), words)
    title = _unhappened(title, words)
    if len(title) <= longest:
        return title
    if _QUOTED.fullmatch(title):
        return capital(shorten(title[1:-1], words, longest))
    bare = plain(title, words)
    for shorter in (bare, _unsaid(title, longest)):
        if len(shorter) <= longest:
            return shorter
    told = untold(bare, words)
    return shorten(told, words, longest) if told != bare else _cut(bare, words, longest)


def _cut(title: str, words: Statements, longest: int) -> str:
    """Cut a title at a mark or before a phrase, where needed without what stands between its subject and its verb."""
    for text, after in _forms(title, words):
        if text is not title and len(text) <= longest:
            return text
        if best := _best_cut(text, words, longest, after):
            return _kept(text, best, words)
    return _broken(title, words, longest)


def _forms(title: str, words: Statements) -> Iterator[tuple[str, int]]:
    """Yield a title as it may be cut, and the characters that a cut leaves behind its first verb."""
    yield title, _AFTER_VERB
    yield lightened(title, words), _AFTER_VERB
    yield unmodified(title, words), 1
    yield title, 1
    yield bared(title, words), 1


def _broken(title: str, words: Statements, longest: int) -> str:
    """Break off a title that has no phrase to be cut at."""
    quoted = [match.span() for match in _QUOTED.finditer(title)]
    spaces = [match.start() for match in _SPACES.finditer(title, 0, longest - 1)]
    outside = [space for space in spaces if not _inside(space, quoted)]
    between = [space for space in outside if space > SHORTEST and not title[space + 1].isupper()]
    verb = main_verb(title, words)
    least = max(_ENOUGH, verb.end() if verb else 0)
    phrases = [space for space in between if space > least and _opens_phrase(title, space + 1, words)]
    at = (phrases or between or outside or spaces or [longest - 2])[-1]
    kept = closed(title[:at], words)
    if quoted and len(kept) < _ENOUGH and title[quoted[0][0] - 2 : quoted[0][0]] != ": ":
        return capital(
            shorten(_QUOTATION.sub("", title), words, longest)
        )  # "He said "..."", which is too long to be kept
    bare, _, last = kept.rpartition(" ")
    begun = last.endswith(words.participles) and words.cuts.fullmatch(bare.rpartition(" ")[2])
    hanging = begun or is_adverb(last, words) or last in words.asking  # "and accidentally | shot"
    return (closed(bare, words) if hanging else kept) + BROKEN


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
    if not quoted or not SHORTEST <= quoted.end() <= longest:
        return title
    said = quoted[0]
    return said[:-1].rstrip(",") + said[-1]


def _untimed(title: str, words: Statements) -> str:
    """Leave out a last length of time whose date was cut ("gave way, hours"), and a part ("40 boats, most")."""
    kept, comma, tail = title.rpartition(", ")
    parts = tail.split(" ")
    led = parts[0] in words.joining or words.coordinators.match(tail)
    joined = led and words.weak_cuts.search(tail)  # ", and for thirty years", but not ", and a year"
    over = not joined and len(parts) <= _LONGEST_TIME and parts[-1].casefold() in words.spans
    over = over and not words.verbs.search(tail)  # "Ann Vale, a coach, | was banned for two years"
    return kept if comma and (over or tail in words.remainders) else title


def _unhappened(title: str, words: Statements) -> str:
    """Leave out a last relative clause whose date was all that it told ("voted in a ballot that closed")."""
    relative = [each.start() for each in words.restrictive.finditer(title)][-1:]
    main, said = (title[: relative[0]], title[relative[0] + 1 :]) if relative else (title, "")
    pronoun, _, verb = said.partition(" ")
    closes = words.verbs.fullmatch(verb) and words.verbs.search(main) and pronoun not in words.persons
    return main if verb and (closes or words.occurred.fullmatch(verb)) else title


def _joined(title: str, words: Statements) -> str:
    """Take back the comma before a last participle, whose date was cut ("The bridge, built in 1931")."""
    kept, comma, tail = title.rpartition(", ")
    if comma and " " not in tail and tail.endswith(words.participles):
        return kept
    return f"{kept} {tail}" if comma and ", " not in kept and words.verbs.fullmatch(tail) else title


def _kept(title: str, cut: int, words: Statements) -> str:
    """Return what a cut leaves of a title; nothing of a list behind a dash ("in three towns | – Elm, Oak and Ash")."""
    dash = _DASH.search(title, 0, cut) if title[cut] == "," else None
    whole = dash and not (_DASH.search(title, dash.end()) or words.verbs.search(title, dash.end()))
    return _untailed(closed(title[: dash.start() if dash and whole else cut], words), words)


def _untailed(title: str, words: Statements) -> str:
    """Leave out the beginning of a phrase that a cut left after a comma ("died, three days", "left, saying")."""
    kept, comma, tail = title.rpartition(", ")
    parts = tail.split(" ")
    begun = comma and len(parts) <= 3 and tail.islower() and (tail == parts[0] or not _is_participial(tail, words))
    begun = begun and not is_between_qualities(title, len(kept), words)  # "a brief, fresh flare-up"
    return _untailed(kept, words) if begun and words.verbs.search(kept) else title


def _is_participial(phrase: str, words: Statements) -> bool:
    return phrase.partition(" ")[0].endswith(words.participles)


# What a cut is worth, in characters of title given up for it (judged by eye).
_AT_ASIDE: Final = 60  # before what a comma sets apart: an apposition, a participle, a relative clause
_AT_MARK: Final = 25
_AT_CLAUSE: Final = 15
_IN_LIST: Final = -30  # before the last of several things
_AT_NAME: Final = -30  # before what somebody is named or was


@lru_cache(_KEPT)
def _best_cut(title: str, words: Statements, longest: int, after: int) -> int:
    """Return the cut that keeps most, marks preferred; 0 if there is none that leaves a statement.

    It leaves `after` characters behind the first verb.
    """
    quoted = [match.span() for match in _QUOTED.finditer(title)]
    verb = main_verb(title, words)
    verb = words.verbs.search(title, verb.end()) if verb and is_told(title, verb, words) else verb
    least = max(SHORTEST, verb.end() + after if verb else 0)
    sound = [
        (cut + worth, cut)
        for worth, cut in _cuts(title, least, longest + 8, words)
        if cut <= longest
        and not _inside(cut, quoted)
        and not _hangs(title[:cut], words)
        and not _hangs(_kept(title, cut, words), words)
        and not _parts(title, cut, words)
        and not is_between_qualities(title, cut, words)
    ]
    return max(sound, default=(0, 0))[1]


def _cuts(title: str, start: int, end: int, words: Statements) -> Iterator[tuple[int, int]]:
    """Yield what cuts are worth, and where they are."""
    for mark in MARK.finditer(title, start, end):
        aside = mark[0][0] == "," and _is_aside(title[mark.end() :], words)
        yield _AT_ASIDE if aside else _AT_MARK, mark.start()
    for worth, pattern in ((_AT_CLAUSE, words.cuts), (0, words.weak_cuts)):
        for found in pattern.finditer(title, start, end):
            named = found[0] in words.as_name and words.naming.search(title[: found.end()])  # "quit | as premier"
            if title[found.start() - 1].isspace() and not words.tied.match(title, found.start()):
                cut = _before_length(title, _before_bound(title, found.start(), words), words)
                yield _AT_NAME if named else worth, cut
    for joined in words.coordinators.finditer(title, start, end):
        if words.tied.match(title, joined.start()) or _shares_article(title, joined, words):
            continue
        if words.contrasts.fullmatch(joined[0]) or _joins_clause(title, joined.end() + 1, words):
            yield _AT_CLAUSE, joined.start()
        elif title[joined.end() + 1 : joined.end() + 2].islower():
            yield _IN_LIST, joined.start()
    for named in _NAMED_OF.finditer(title, start, end):
        yield 0, named.start(1)


def _shares_article(title: str, joined: re.Match[str], words: Statements) -> bool:
    """Tell whether an article before one word is also that of the next ("a defunct | and indebted brewery")."""
    *_, article, _ = ["", "", *title[: joined.start()].split()]
    second, noun, *_ = [*title[joined.end() :].split(), "", ""]
    plain = noun.islower() and not words.weak_cuts.fullmatch(noun) and not words.starts.fullmatch(f"{noun} ")
    return words.starts.fullmatch(f"{article} ") is not None and plain and is_passive_form(second, words)


def _is_aside(rest: str, words: Statements) -> bool:
    """Tell whether a stretch behind a comma only says more of what stands before it."""
    first = rest.partition(" ")[0]
    return (
        first.endswith(words.participles)
        or first in words.relatives | words.owning
        or (words.starts.match(rest) is not None and not _goes_on(rest, words))
    )


def _goes_on(rest: str, words: Statements) -> bool:
    """Tell whether a stretch behind a comma is a clause, or one of several things ("his sister and himself")."""
    return _joins_clause(rest, 0, words) or words.coordinators.search(rest, 0, _ENOUGH) is not None


def _joins_clause(title: str, at: int, words: Statements) -> bool:
    """Tell whether a part with a verb of its own begins at a place ("and | fled", "and | the boat sank")."""
    first, _, rest = title[at:].partition(" ")
    if words.verbs.fullmatch(first) or words.that.fullmatch(first) or first in words.infinitives:
        return True
    if is_adverb(first, words):
        second = rest.partition(" ")[0]
        return words.verbs.fullmatch(second) is not None or second.endswith(words.participles)
    verb = words.verbs.search(title, at)
    between = title[at : verb.start()] if verb else ""
    return bool(between.strip()) and not any(
        mark.search(between) for mark in (MARK, words.cuts, words.coordinators, words.relative, words.restrictive)
    )


def _before_bound(title: str, cut: int, words: Statements) -> int:
    """Return a cut, or the place before a participle that it would part from what it needs ("a firm | formed by")."""
    before, _, last = title[:cut].rstrip().rpartition(" ")
    noun = before.rpartition(" ")[2]
    helped = words.verbs.fullmatch(noun) or noun in words.joining or is_adverb(noun, words)
    return len(before) if last in words.bound and not helped and words.verbs.search(before) else cut


def _before_length(title: str, cut: int, words: Statements) -> int:
    """Return a cut, or the place before the length of time that it parts from what follows ("left | a day after")."""
    *before, number, unit = ["", "", *title[:cut].split()]
    if unit not in words.spans or not words.cuts.match(title, cut):
        return cut
    length = f"{number} {unit}" if number[:1].isdigit() or words.phrase.match(f" {number} {unit}") else ""
    if length and before[-1] in words.than:
        length = " ".join((*before[-2:], length))
    elif length and words.starts.fullmatch(f"{before[-2]} "):
        return cut  # "for the last 10 years"
    if not length and not words.verbs.fullmatch(number):
        return cut  # "just a few days after", but "left | hours after"
    return len(title[:cut].rstrip()) - len(length or unit) - 1


def _inside(cut: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start < cut < end for start, end in quoted)


def _parts(title: str, cut: int, words: Statements) -> bool:
    """Tell whether a cut parts a verb from its clause ("The board found | that", "wants the court | to")."""
    last = title[:cut].rstrip().rpartition(" ")[2]
    at = cut + len(title[cut:]) - len(title[cut:].lstrip())
    if last in words.spans and words.cuts.match(title, at):
        return True  # "four days | after their wedding"
    begun = title.rfind(" ", 0, len(title[:cut].rstrip())) + 1
    phrases = (phrase.match(title, begun) for phrase in (words.quantities, words.telling_acts))
    if any(phrase and phrase.end() > at for phrase in phrases):
        return True  # "governed for up | to two years", "called | for a vote"
    counts = words.quantities.match(title, at)
    if counts and title[counts.end() :].lstrip("$£€¥")[:1].isdigit():
        return True  # "would cost it | about 300 million crowns"
    verbs = words.verbs.finditer(title, 0, cut)  # but not in "said in a | televised | statement"
    verb = [each[0] for each in verbs if not words.determiner.search(title, 0, each.start())][-1:]
    if title[at:].partition(" ")[0] in words.infinitives and not words.open_ended.isdisjoint(verb):
        after = title[:cut].rpartition(verb[0])[2]
        return words.infinitives.isdisjoint(after.split())  # "plans | to send", but "plans to send men | to help"
    reported = verb and words.denials.fullmatch(verb[0]) and words.phrase.match(title.partition(verb[0])[2])
    if verb and not reported and words.telling.fullmatch(verb[0]) and not MARK.match(title, cut):
        return words.that.search(title, at, at + _NEAR) is not None  # "told the council | in May that"
    return words.that.match(title, at) is not None and words.verbs.fullmatch(last) is not None


def _hangs(title: str, words: Statements) -> bool:
    """Tell whether a title ends in a verb that something must follow ("the agency said")."""
    if _lacks_verb(title, words):
        return True
    *before, last = title.rstrip(EDGES).split(" ")
    infinitive = before and before[-1] in words.infinitives and not words.tied.fullmatch(f"{before[-1]} {last}")
    if before and last.islower() and (infinitive or last in words.open_ended):
        return True
    by_doing = before and before[-1] in words.passive and last not in words.happenings  # but "hurt by shooting"
    if before and last.endswith(words.participles) and (by_doing or words.cuts.fullmatch(before[-1])):
        return True  # "left before taking", "grew by taking"
    if before and ((last in words.remainders and before[-1] in words.of) or _describes(before, last, words)):
        return True  # "the sale of all"
    asking = before and last in words.asking and words.weak_cuts.fullmatch(before[-1])  # "to talk about what"
    if asking or (before and last in words.alike and before[-1] in words.asking):  # "concern over what it"
        return True
    done = before and last in words.alike and words.verbs.search(title)  # "should not eat it"
    undergone = before and not words.being.isdisjoint(before[-2:]) and words.telling_acts.fullmatch(last)
    return (words.telling.fullmatch(last) is not None and not undergone) or (last in words.dangling and not done)


def _lacks_verb(title: str, words: Statements) -> bool:
    """Tell whether the last clause of a title lacks its verb ("won a third of the votes, while Ann Vale")."""
    that = [each.end() for each in words.that.finditer(title)][-1:] if words.cuts.search(title) else []
    joined = [each.end() for each in words.clausal.finditer(title)][-1:]
    bare = (at for at in that + joined if not words.verbs.search(title, at))
    return any(at in that or not _is_participial(title[at:].strip(), words) for at in bare)


def _describes(before: Sequence[str], last: str, words: Statements) -> bool:
    """Tell whether a last participle behind an acting verb describes what is cut off ("had used | forged notes")."""
    *helping, verb = ["", *before]
    acting = is_passive_form(verb, words) and verb not in words.intransitive and words.being.isdisjoint(helping[-1:])
    return acting and is_passive_form(last, words) and words.verbs.fullmatch(verb) is not None


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
