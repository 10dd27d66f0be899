"""What kind of statement a clause is: happened, planned, possible, negated or recurring."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.event import Kind
from timeline.extract.lighten import main_verb
from timeline.extract.relatives import is_adverb, is_passive_form
from timeline.extract.titles import opened
from timeline.letters import CAPITAL
from timeline.moments import Grain, Moment
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.when import Interval, Repeat

_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_AFTER: Final = re.compile(r"\s([^\W_])")
_COUNTED: Final = re.compile(r"\d[\d,.]*%?\s(?:[a-z]+\s){0,2}$")
_TITLED: Final = re.compile(rf"[{CAPITAL}][\w’'-]*\s[{CAPITAL}][a-z]+ly\Z")  # "Boating Weekly"
_LONGEST_NAME: Final = 24  # characters
RECENT: Final = 14  # days before publication: in these it may be what is said of a deed that has the date
_NEAR: Final = 15  # characters around the clause's first verb within which its modals stand


def kind_of(clause: str, when: Moment | Interval | None, published: Moment | None, words: Statements) -> Kind:
    """Return the kind of a clause by its modals and negations; a day after the publication is planned at least."""
    again = words.recurring.search(clause)
    if again and isinstance(when, Interval) and not clause[: again.start()].rstrip()[-1:].isdigit():
        return "recurring"  # "every day", not "$15 each"
    if words.conditions.match(clause.lstrip("“\"' ")):
        return "possible"
    clause = opened(clause.strip(), words)
    verb = main_verb(clause, words)
    start, end = _around(clause, verb) if verb else (0, len(clause))
    joined = words.coordinators.match(clause, verb.end() + 1) if verb else None
    end = joined.start() if joined else end  # "lost | and could not regain contact"
    nothing = words.nothing.match(clause) and not words.not_nothing.match(clause)
    denied = words.negated.search(clause, start, end) or _is_unreal(clause, start, end, words)
    negated = denied and not words.not_negated.search(clause, start)
    if verb and (nothing or negated or words.undone.search(clause)):
        return "negated"
    modals = (each for each in words.possible.finditer(clause, start, end) if each[0].islower() or not each.start())
    if any(not words.not_possible.match(clause, modal.start()) for modal in modals):
        return "possible"
    plans = any(not _is_noun(clause, each, words) for each in words.planned.finditer(clause, start, end))
    if plans and not words.not_planned.search(clause, start, end):
        return "possible" if words.conditions.search(clause, end) else "planned"
    promised = words.promised.search(clause, start, end) is not None
    return "planned" if _to_come(when, published, promised) else "happened"


def _around(clause: str, verb: re.Match[str]) -> tuple[int, int]:
    """Return the stretch around a verb, without the word that it would end in ("was the city's | mayor": no "may")."""
    start, end = max(0, verb.start() - _NEAR), verb.end() + _NEAR
    return start, max(verb.end(), clause.rfind(" ", 0, end + 1)) if end < len(clause) else len(clause)


def _is_noun(clause: str, plan: re.Match[str], words: Statements) -> bool:
    """Tell whether a plan is what is told of ("announced | its plans to", "has a | plan to", but "they | plan to")."""
    before = clause[: plan.start()].rstrip().rpartition(" ")[2]
    verb = words.verbs.fullmatch(before) and before not in words.auxiliaries
    return bool(verb) or words.determiner.search(clause, 0, plan.start()) is not None


def _is_unreal(clause: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether a clause says what would have been done ("would have left", but "would have a say")."""
    would = words.unreal.search(clause, start, end)
    if not would:
        return False
    behind = (word[0] for word in _WORD.finditer(clause, would.end()))
    done = next((word for word in behind if not is_adverb(word, words)), "")
    alike = done in words.participles_alike
    return alike or is_passive_form(done, words) or words.verbs.fullmatch(done) is not None


def recurs(text: str, span: tuple[int, int], timexes: Sequence[Timex], words: Statements) -> bool:
    """Tell whether a clause says that something happens again and again ("every Saturday", not "the daily Post")."""
    return any(
        isinstance(timex.when, Repeat)
        and span[0] <= timex.start
        and timex.end <= span[1]
        and not words.determiner.search(text[max(span[0], timex.start - 8) : timex.start])
        and not _TITLED.search(text, max(span[0], timex.start - _LONGEST_NAME), timex.end)
        and not _is_rate(text[max(span[0], timex.start - 30) : timex.start], words)
        and (
            timex.quant is not None
            or not (after := _AFTER.match(text, timex.end, span[1]))
            or words.weak_cuts.match(text, after.start(1)) is not None
        )
        for timex in timexes
    )


def is_alleged(text: str, start: int, timex: Timex, published: Moment | None, words: Statements) -> bool:
    """Tell whether a date is that of what is denied to be done ("denies stealing in 2019"), not of the denial."""
    denied = _before_deed(words.denials, text, start, timex, published, words)
    return denied is not None and text[denied.end() + 1 :].partition(" ")[0].endswith(words.participles)


def accused_at(text: str, start: int, timex: Timex, published: Moment | None, words: Statements) -> int | None:
    """Return where somebody is accused of the deed of a date ("accused of stealing", "charged with the theft")."""
    accused = _before_deed(words.accusing, text, start, timex, published, words)
    if not accused:
        return None
    at = accused.end() + 1
    named = words.starts.match(text, at) or text[at:].partition(" ")[0].endswith(words.participles)
    return accused.start() if named else None


def _before_deed(
    pattern: re.Pattern[str], text: str, start: int, timex: Timex, published: Moment | None, words: Statements
) -> re.Match[str] | None:
    """Return the last place of what may be said of a deed, if no verb stands between it and the date of that.

    A day shortly before publication may be that on which it was said ("denied stealing on Monday").
    """
    if isinstance(timex.when, Moment) and published and timex.when.last > published.first - RECENT:
        return None
    *_, found = [None, *pattern.finditer(text, start, timex.start)]
    apart = (words.verbs, words.clause_marks)
    return None if not found or any(mark.search(text, found.end(), timex.start) for mark in apart) else found


def _is_rate(before: str, words: Statements) -> bool:
    """Tell whether a number of things stands before what recurs ("400 boats | a day")."""
    counted = _COUNTED.search(before)
    return counted is not None and not set(counted[0].split()) & words.occasions


def _to_come(when: Moment | Interval | None, published: Moment | None, promised: bool) -> bool:
    """Tell whether a date lies after publication; where it "would" come, whether it only ends after it."""
    first = when.first if isinstance(when, Interval) else when
    if first is None or published is None or first.grain > Grain.YEAR:
        return False
    return (first.last if promised else first.first) > published.last
