"""The verb, and its object, that a part of a clause leaves out: "Ann flew to Rome in May | and to Oslo in June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.extract.clauses import Statement
from timeline.extract.predicates import verb_group
from timeline.extract.relatives import is_several, restriction, subject_aside
from timeline.extract.telling import Span
from timeline.extract.undated import undated
from timeline.statements import Statements
from timeline.timex import Timex

_END: Final = re.compile(r"[,;:.!?—–”\"](?=\s|$)|$")
_LONGEST_OBJECT: Final = 6  # words


def verb_for(
    text: str, statement: Statement, start: int, timexes: Sequence[Timex], bare: str, words: Statements
) -> tuple[str, str]:
    """Return the auxiliaries and the verb that a part joined on at `start` leaves out; `bare` is its title so far.

    Nothing is returned where it may go with another word than the verb of the subject, nor where but a participle
    stands behind the comma after that ("The decree, signed on Monday, | caps prices").
    """
    assert statement.subject
    at = _verb_behind(text, statement.subject, statement.start, words)
    aside = text.endswith(", ", 0, at) and text.count(",", statement.subject[0], at) == 1
    if aside or _is_led(text[at:start], bare, words) or _is_loose(text[start : statement.end], words):
        return "", ""
    group = verb_group(text, at, words)
    if group[1] and not group[0] and not words.verbs.search(bare):
        at = _last_verb(text, at, start, words)
        group = verb_group(text, at, words)
    return _with_object(undated(text, at, start, timexes, words), bare, group, words)


def _verb_behind(text: str, subject: Span, end: int, words: Statements) -> int:
    """Return where the verb of a subject stands, behind what stands between them."""
    aside = subject_aside(text, subject[0], end, words) or restriction(text, subject[0], end, words)
    return aside[1] if aside and aside[0] <= subject[1] <= aside[1] else subject[1]


def _is_led(said: str, bare: str, words: Statements) -> bool:
    """Tell whether what is joined on goes with a participle rather than with the verb (", adding Elm and | Oak")."""
    first, *parts = [part.partition(" ")[0] for part in (bare, *said.split(", ")[1:])]
    return not first.endswith(words.participles) and any(part.endswith(words.participles) for part in parts)


def _is_loose(clause: str, words: Statements) -> bool:
    """Tell whether what is joined on is a bare noun, which may go with any before it ("looked for rods | and nets")."""
    bare = clause[:1].islower() and not words.verbs.search(clause) and not words.weak_cuts.match(clause)
    first = clause.partition(" ")[0]
    return bare and not words.phrase.match(f" {clause}") and not first.endswith(words.participles)


def _last_verb(text: str, at: int, end: int, words: Statements) -> int:
    """Return where the last of several joined verbs stands ("sank a boat in May and | took one in June and ...")."""
    joined = (each.end() + 1 for each in words.coordinators.finditer(text, at, end))
    return max((place for place in joined if place < end and words.verbs.match(text, place)), default=at)


def _with_object(said: str, bare: str, group: tuple[str, str], words: Statements) -> tuple[str, str]:
    """Return a verb with its object, where a phrase is joined on ("held | Bo Lund | on Friday and for a theft")."""
    helpers, verb = group
    behind = said.partition(verb)[2].strip() if verb and not helpers else ""
    if not behind or not words.weak_cuts.match(bare) or words.verbs.search(bare):
        return group
    end = min(each.start() for each in (words.weak_cuts.search(behind), _END.search(behind)) if each)
    thing = behind[:end].strip()
    named = thing[:1].isupper() or words.phrase.match(f" {behind}") or behind.partition(" ")[0] in words.pronouns
    if not named and not (" " in thing and is_several(thing, words)):
        return group  # "went blind"
    return (helpers, f"{verb} {thing}") if thing.count(" ") < _LONGEST_OBJECT else ("", "")
