"""Clause segmentation: where a sentence parts into clauses, and which dates stand in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise, repeat
from typing import Final

from timeline.extract.antecedents import object_clause
from timeline.extract.relatives import (
    dated_participle,
    has_two_verbs,
    is_ongoing,
    opens_noun,
    restriction,
    subject_aside,
    verb_at,
)
from timeline.extract.telling import Span
from timeline.moments import Grain, Moment
from timeline.statements import Statements
from timeline.timex import Timex

_LEAD: Final = 60  # characters: before a clause, one without a verb ("On Tuesday, the day after ...") is part of it
_NEAR: Final = 24  # characters before a date
_NAMING: Final = 60  # characters from a verb of naming to its "as"
_STRONG: Final = re.compile(r"[:;]\s*$")
_AMOUNT: Final = re.compile(r"\s[A-Z]{0,2}[$£€¥#]?\d")
_WORD: Final = re.compile(r"[^\s,]+")
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def clauses_of(text: str, span: Span, timexes: Sequence[Timex], words: Statements) -> list[tuple[Span, list[Timex]]]:
    """Part a stretch at its clause marks and deal the expressions out; what has no verb goes to the clause before."""
    timexes = _without_attributes(text, span, timexes, words)
    asides = _asides(text, span, timexes, words)
    inner = [((begin + 1, end), within(timexes, (begin, end))) for begin, end in asides]
    timexes = [timex for timex in timexes if not any(timex in inside for _, inside in inner)]
    parting = (mark for mark in words.clause_marks.finditer(text, *span) if not _is_tied(text, span, mark, words))
    whole = [*((begin, end + 1) for begin, end in asides), *((timex.start, timex.end) for timex in timexes)]
    whole += [brackets.span() for brackets in _BRACKETS.finditer(text, *span)]  # "Elm Foods (NYSE: EF) fell"
    further = filter(None, (object_clause(text, span[0], timex.start, words) for timex in timexes))
    ends = sorted({*(mark.end() for mark in parting), *further})
    marks = [mark for mark in ends if not any(begin < mark < end for begin, end in whole)]  # "the following March"
    pieces: list[tuple[Span, list[Timex]]] = []
    for piece in pairwise([span[0], *marks, span[1]]):
        inside = within(timexes, piece)
        if not pieces:
            pieces.append((piece, inside))
            continue
        (begin, _), before = pieces[-1]
        has_verb = words.verbs.search(text, *piece) is not None
        if has_verb and (moved := _dated_by(text, before, piece[0], words)):
            before.remove(moved)
            pieces.append((piece, [moved, *inside]))
        elif before and inside and text.startswith("; ", piece[0] - 2):
            pieces.append((piece, inside))  # "closed on Monday; parliament votes on Friday"
        elif inside and _is_later(text, piece[0], before, inside[0], words):
            pieces.append((piece, inside))
        elif (
            not has_verb
            or _is_part(text, span[0], begin, piece, inside, words)
            or (len(pieces) == 1 and not before and _shares_date(text, (begin, *piece), inside, words))
        ):
            pieces[-1] = (begin, piece[1]), before + inside
        else:
            pieces.append((piece, inside))
    return [(piece, inside) for piece, inside in [*inner, *pieces] if inside]


def _asides(text: str, span: Span, timexes: Sequence[Timex], words: Statements) -> list[Span]:
    """Return what stands aside in a stretch: relative clauses between commas, and what describes its subject."""
    apart = [each for each in words.aside.finditer(text, *span) if words.verbs.match(text, each.end() + 1)]
    found = [each.span() for each in (*apart, *words.dashed.finditer(text, *span))]
    for start in (span[0], *_further_subjects(text, span, timexes, words)):
        rest = start, span[1]
        plain = not any(start <= begin for begin, _ in found)
        beside = subject_aside(text, *rest, words) or (_restriction(text, rest, timexes, words) if plain else None)
        known = not beside or any(begin <= beside[0] < end for begin, end in found)
        if beside and not known and not _is_undone(text, rest, beside, timexes, words):
            found.append(beside)
    return found


def _further_subjects(text: str, span: Span, timexes: Sequence[Timex], words: Statements) -> Iterator[int]:
    """Yield where in a stretch a further clause begins with its own subject ("it fell in May, and | a man who")."""
    last = timexes[-1].start if timexes else span[0]
    for mark in words.clause_marks.finditer(text, *span):
        joined = words.coordinators.match(text, mark.end())
        start = joined.end() + 1 if joined else mark.end()
        if (joined or text.startswith(";", mark.start())) and start < last and words.starts.match(text, start):
            yield start


def _is_undone(text: str, span: Span, beside: Span, timexes: Sequence[Timex], words: Statements) -> bool:
    """Tell whether what stands beside a subject is only called off ("The strike | set for Friday | was called off")."""
    off = words.undone.search(text, beside[1], span[1])
    mark = words.clause_marks.search(text, off.end(), span[1]) if off else None
    told = within(timexes, (span[0], mark.start() if mark else span[1]))
    return off is not None and len(within(timexes, beside)) == len(told)


def _restriction(text: str, span: Span, timexes: Sequence[Timex], words: Statements) -> Span | None:
    """Return what tells without a comma which subject is meant: "who fell on Monday", "built in 1931"."""
    if relative := restriction(text, *span, words):
        return relative
    participles = (dated_participle(text, span[0], (timex.start, timex.end), words) for timex in timexes)
    return next(filter(None, participles), None)


def _is_part(text: str, first: int, begin: int, piece: Span, inside: Sequence[Timex], words: Statements) -> bool:
    """Tell whether a piece with a verb goes on with the one before it, begun at `begin`; the stretch begins `first`."""
    start, end = piece
    if not words.verbs.search(text, begin, start) and (
        words.that.match(text, start)
        or words.coordinators.match(text, start)
        or (start - begin < _LEAD and words.subordinate.match(text, start))
    ):
        return True  # that one is only a subject, or a date: "On Tuesday, the day after it fell, ..."
    verb = words.verbs.search(text, start, end)
    joined = verb is not None and words.coordinators.fullmatch(text[start : verb.start()].rstrip().rpartition(" ")[2])
    mark = words.subordinate.match(text, start)
    if joined and mark and words.starts.match(text, mark.end()):
        return True  # "left | after the row and came back on Tuesday"
    if words.relative.search(text, begin, start) and has_two_verbs(text, start, end, words):
        return True
    if not inside:
        return _is_participial(text, start, end, words)
    opens = inside[0].start <= start + 1 or words.subordinate.fullmatch(text, start, inside[0].start)
    of_date = opens and not _STRONG.search(text, max(first, start - 3), start)
    return bool(of_date) or _resumes(text, start, inside[0].start, words) or _is_participial(text, start, end, words)


def _shares_date(text: str, marks: tuple[int, int, int], inside: Sequence[Timex], words: Statements) -> bool:
    """Tell whether a clause has the date of the one before it; `marks` are where that, it and what follows begin.

    "A girl was hurt | when a wall fell on Monday", "She spoke to Ann Vale, | who worked there, two days ago", "She fell
    ill | after she had eaten plums, on Monday".
    """
    begin, start, end = marks
    main = text[begin:start]
    verb = words.verbs.search(main)
    if not verb or not inside or words.subordinate.match(main):
        return False
    apart = text[start - 2 : start] == ", "
    comma = text.rfind(", ", start, inside[0].start)
    last = comma >= 0 and words.before_date.fullmatch(text, comma + 1, inside[0].start) is not None
    last = last and not text[inside[-1].end : end].strip(' .”"')
    if apart and is_relative_at(text, start, words):
        return last
    if last and len(inside) == 1 and words.subordinate.match(text, start):
        return True
    own = not apart and ", " not in text[start : inside[0].start] and words.meanwhile.match(text, start)
    if own and _is_where(text, begin, verb, own.end(), words):
        return True
    while_ = (words.occurred, words.once) if own and not words.when.match(text, start) else ()  # "It began | when"
    return bool(own) and any(told.search(main) for told in (words.happening, *while_))


def _is_where(text: str, begin: int, verb: re.Match[str], at: int, words: Statements) -> bool:
    """Tell whether a clause at a place says "it" of where somebody was ("Two men were on a pier when | it sank")."""
    pronoun = _WORD.match(text, at)
    there = verb[0] in words.being and words.weak_cuts.match(text, begin + verb.end() + 1)
    return bool(there) and pronoun is not None and pronoun[0] in words.things


def _without_attributes(text: str, span: Span, timexes: Sequence[Timex], words: Statements) -> Sequence[Timex]:
    """Leave out the dates of an apposition to the subject, which tell nothing ("the worst storm since 1953")."""
    beside = subject_aside(text, *span, words, named=True)
    told = beside and (words.verbs.search(text, *beside) or words.relative.search(text, *beside))
    if not beside or told or words.aside.match(text, beside[0]) or not opens_noun(text, beside[0] + 2, words):
        return timexes
    return [timex for timex in timexes if not beside[0] <= timex.start < beside[1]]


def _is_tied(text: str, span: Span, mark: re.Match[str], words: Statements) -> bool:
    """Tell whether a mark belongs to the words before it ("identified as Bo Lund", "those who")."""
    start, end = span
    before = text[max(start, mark.start() - _NAMING) : mark.end()]
    last, next_ = before.rstrip().rpartition(" ")[2], _WORD.match(text, mark.end())
    if next_ and words.that.fullmatch(next_[0]) and _is_of_event(text, (start, mark.start()), mark.end(), words):
        return True
    if next_ and next_[0] in words.relatives and last.casefold() in words.indefinite | words.asking:
        return True  # "could not say | whether that was so"
    if next_ and next_[0] in words.joining and _AMOUNT.match(text, next_.end()):
        comma = text.find(", ", next_.end(), end)
        return comma >= 0 and not words.verbs.search(text, next_.end(), comma)  # ", or 40 cents a share, "
    named = words.naming.search(before + text[mark.end() : mark.end() + 3])
    return named is not None or words.appearing.search(before + text[mark.end() : mark.end() + 7]) is not None


def _is_of_event(text: str, main: Span, relative: int, words: Statements) -> bool:
    """Tell whether a relative clause has the day of what its main clause tells ("won a race | that began on Monday").

    It has its own behind what is only going on, and behind what comes of a happening ("were arrested for a raid that").
    """
    verb, _, own = [words.verbs.search(text, *main), *_WORD.findall(text[relative : relative + _NEAR]), ""][:3]
    if not verb or words.present.fullmatch(verb[0]) or is_ongoing(text, verb, words):
        return False
    told = own.endswith(words.passive_endings) and not words.occurred.fullmatch(own)
    return told and not words.follow_up.search(text, *main)


def _dated_by(text: str, timexes: Sequence[Timex], start: int, words: Statements) -> Timex | None:
    """Return the expression whose day a clause after it tells of ("unlike on Sunday, when officers held four")."""
    if not timexes or not words.when.match(text, start) or text[timexes[-1].end : start].strip(" ,"):
        return None
    last = timexes[-1]
    return last if words.elsewhere.search(text[max(0, last.start - _NEAR) : last.start]) else None


def _is_later(text: str, start: int, before: Sequence[Timex], date: Timex, words: Statements) -> bool:
    """Tell whether a date is but that of a "before" ("played in Elm | before moving in 1981"); a day may be of both.

    That of a "since" is ("has lost four votes | since taking office in May"), and a second one behind an "after".
    """
    mark = words.beside_doing.match(text, start)
    if before and words.after.match(text, start) and ", " not in text[start : date.start]:
        return joined_at(text, start, words) > 0
    apart = before or (isinstance(date.when, Moment) and date.when.grain > Grain.WEEK)
    apart = apart or (mark is not None and not words.before.fullmatch(mark[0]))
    return bool(apart) and mark is not None and joined_at(text, start, words) > 0


def after_beside(text: str, piece: Span, words: Statements) -> int:
    """Return where the main clause begins behind one beside it ("But as the craze died, | the maker failed")."""
    aside = subject_aside(text, *piece, words)
    if aside and words.weak_cuts.match(text, piece[0]):
        return aside[1] + 1  # "Under the pact, which must be signed, | two ports"
    joined = words.coordinators.match(text, piece[0])
    beside = words.subordinate.match(text, joined.end() + 1 if joined else piece[0])
    comma = text.find(", ", beside.end(), piece[1]) if beside else -1
    return comma + 2 if comma >= 0 and words.verbs.search(text, comma, piece[1]) else piece[0]


def joined_at(text: str, at: int, words: Statements) -> int:
    """Return where what is joined on at a place begins: behind "and" and a verb, "before" and a participle, or 0."""
    after = words.after.match(text, at)
    beside = after or words.beside_doing.match(text, at)
    doing = _WORD.match(text, beside.end() + 1) if beside else None
    passive = after and doing and words.pasts.get(doing[0]) in words.passive_be
    if beside and doing and doing[0] in words.pasts and not passive:  # "died | after being shot on Monday": both then
        return beside.end() + 1
    joined = words.coordinators.match(text, at)
    return joined.end() + 1 if joined and verb_at(text, joined.end() + 1, words) else 0


def _is_participial(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether a clause has no subject of its own ("after being hurt")."""
    mark, verb = islice(chain(_WORD.finditer(text, start, end), repeat(None)), 2)
    if mark is None or verb is None or not words.subordinate.fullmatch(mark[0]):
        return False
    return verb[0].endswith(words.participles)


def _resumes(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether the main clause goes on between a relative clause and a date ("which may fail, began Monday")."""
    comma = text.find(", ", start, end)
    return is_relative_at(text, start, words) and comma >= 0 and words.verbs.match(text, comma + 2) is not None


def is_relative_at(text: str, start: int, words: Statements) -> bool:
    """Tell whether a clause begins with a relative pronoun: it has a subject of its own, and only describes that."""
    first = _WORD.match(text, start)
    return first is not None and first[0].casefold() in words.relatives


def within(timexes: Sequence[Timex], span: Span) -> list[Timex]:
    """Return the expressions that begin in a stretch."""
    return [timex for timex in timexes if span[0] <= timex.start < span[1]]
