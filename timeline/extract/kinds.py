"""What kind of statement a clause is: happened, planned, possible, negated or recurring."""

from __future__ import annotations

from typing import Final

from timeline.event import Kind
from timeline.moments import Grain, Moment
from timeline.statements import Statements
from timeline.when import Interval

_NEAR: Final = 15  # characters around the clause's first verb within which its modals stand


def kind_of(clause: str, when: Moment | Interval | None, published: Moment | None, words: Statements) -> Kind:
    """Return the kind of a clause by its modals and negations; a day after the publication is planned at least."""
    if words.recurring.search(clause) and isinstance(when, Interval):
        return "recurring"
    verb = words.verbs.search(clause)
    start, end = (max(0, verb.start() - _NEAR), verb.end() + _NEAR) if verb else (0, len(clause))
    if verb and words.negated.search(clause, start, end):
        return "negated"
    if any(modal[0].islower() or not modal.start() for modal in words.possible.finditer(clause, start, end)):
        return "possible"
    if words.planned.search(clause, start, end) and not words.not_planned.search(clause, start, end):
        return "planned"
    return "planned" if _to_come(when, published) else "happened"


def _to_come(when: Moment | Interval | None, published: Moment | None) -> bool:
    first = when.first if isinstance(when, Interval) else when
    return first is not None and published is not None and first.first > published.last and first.grain <= Grain.YEAR
