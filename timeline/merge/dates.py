"""How two dates go together, and which date of a merged event wins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, TypeAlias

from attrs import frozen

from timeline.event import Conflict, Mention
from timeline.moments import Grain, Moment
from timeline.when import Interval, day_ends

When: TypeAlias = Moment | Interval
Span: TypeAlias = tuple[int, int]  # the first and the last day of a date

_FOREVER: Final = 10**9  # days
# How well dates go together that lie this many days apart, from 0 on (measured on the development set).
_APART: Final = (1.0, 0.7, 0.45, 0.35, 0.3, 0.25, 0.25, 0.25)
_FAR: Final = 0.2
_WITHIN: Final = {Grain.WEEKEND: 1.0, Grain.WEEK: 1.0, Grain.MONTH: 0.9, Grain.SEASON: 0.85, Grain.QUARTER: 0.85}
_ONE_YEAR: Final = 0.75
_WITHIN_YEAR: Final = 0.65
_WITHIN_AGES: Final = 0.5
_PARTED: Final = 3 * 3_600  # seconds between two parts of a day that nobody takes for one: evening and night they are
_UNKNOWN: Final = 0.7  # how well any date goes with none
_BEFORE: Final = ((14, 0.95), (45, 0.8), (366, 0.6))  # "on the day of publication or before": days back, and how well


def span(when: When) -> Span:
    """Return the numbers of the first and the last day of a date, far off for an open end."""
    first, last = day_ends(when)
    return -_FOREVER if first is None else first, _FOREVER if last is None else last


def is_open(when: When | None) -> bool:
    """Tell whether a date only says that something was over by then."""
    return isinstance(when, Moment) and when.mod == "ON_OR_BEFORE"


@frozen
class Days:
    """A date made ready to be compared: its first and last day, its grain, and whether it is only a bound."""

    first: int
    last: int
    grain: Grain
    is_open: bool

    @property
    def day(self) -> int | None:
        """The one day of a firm date, None for one that is vaguer or only bounded."""
        return self.first if self.first == self.last and not self.is_open else None


def days_of(when: When | None) -> Days | None:
    """Return a date made ready to be compared."""
    return _days_of(when) if when is not None else None


def _days_of(when: When) -> Days:
    return Days(*span(when), when.grain, is_open(when))


def closeness(one: Days | None, other: Days | None) -> float:
    """Return how well two dates go together, from 0 to 1."""
    if one is None or other is None:
        return _UNKNOWN
    if one.is_open or other.is_open:
        return _open_closeness(one, other)
    gap = max(other.first - one.last, one.first - other.last, 0)
    coarser = max(one.grain, other.grain)
    if gap == 0:
        return 1.0 if coarser <= Grain.DAY else _within(coarser, one.grain == other.grain)
    if coarser > Grain.WEEK:
        return 0.0
    return _APART[gap] if gap < len(_APART) else _FAR


def _within(grain: Grain, is_same: bool) -> float:
    """Return how well a date of a grain goes with one inside it, of the same grain or finer."""
    year = _ONE_YEAR if is_same else _WITHIN_YEAR
    return _WITHIN.get(grain, year if grain <= Grain.YEAR else _WITHIN_AGES)


def _open_closeness(one: Days, other: Days) -> float:
    """Return how well a bound goes with a date before it, or with another bound."""
    if one.is_open and other.is_open:
        gap = abs(one.first - other.first)
    else:
        bound, date = (one, other) if one.is_open else (other, one)
        after = date.first - bound.last
        if after > 0:
            return _APART[1] if after == 1 else _FAR
        gap = bound.last - date.last
    return next((worth for days, worth in _BEFORE if gap <= days), _FAR)


def agree(one: When, other: When) -> bool:
    """Tell whether two dates can both be true: they overlap, or one of them is only a bound."""
    return may_agree(_days_of(one), _days_of(other))


def may_agree(one: Days, other: Days) -> bool:
    """Tell the same of dates made ready to be compared."""
    return one.is_open or other.is_open or (one.first <= other.last and other.first <= one.last)


def are_hours_apart(one: When | None, other: When | None) -> bool:
    """Tell whether two times are of different parts or hours of a day ("on Monday morning", "at 11 p.m.")."""
    if not (isinstance(one, Moment) and isinstance(other, Moment)) or max(one.grain, other.grain) > Grain.PART:
        return False
    (begin, end), (start, stop) = one.seconds, other.seconds
    return min(end, stop) + _PARTED <= max(begin, start)


def winner(mentions: Sequence[Mention], sources: Sequence[int], fresh: AbstractSet[Span] = frozenset()) -> When | None:
    """Return the finest date that most independent sources support; `sources` numbers the source of each mention.

    A vaguer date supports the finer ones inside it only by not being against them. Of dates with equal support one that
    was told when it was `fresh` wins, then the earlier.
    """
    votes: defaultdict[When, dict[int, float]] = defaultdict(dict)
    for mention, source in zip(mentions, sources, strict=True):
        if mention.when is not None:
            given = votes[mention.when]
            given[source] = max(given.get(source, 0.0), mention.confidence)
    firm = [when for when in votes if not is_open(when)] or list(votes)
    if not firm:
        return None
    days = [when for when in firm if when.grain <= Grain.DAY]
    least = min(when.grain for when in firm)
    finest = days or [when for when in firm if when.grain == least]
    told = Counter(span(mention.when) for mention in mentions if mention.when is not None)
    first = max(
        finest,
        key=lambda when: (
            round(_support(when, finest, votes), 1),
            span(when) in fresh,
            told[span(when)],
            -when.grain,
            -span(when)[0],
            when.value,
        ),
    )
    same = [when for when in finest if span(when) == span(first)]
    return _refined(same, votes)


def _support(when: When, among: Iterable[When], votes: dict[When, dict[int, float]]) -> float:
    """Return the weight of the sources that give the same days."""
    backing: dict[int, float] = {}
    for other in among:
        if span(other) == span(when):
            for source, weight in votes[other].items():
                backing[source] = max(backing.get(source, 0.0), weight)
    return sum(backing.values())


def _refined(same: Sequence[When], votes: dict[When, dict[int, float]]) -> When:
    """Return, of dates on the same days, the finest that at least half of their sources give, else the coarsest."""
    sources = {source for when in same for source in votes[when]}
    ranked = sorted(same, key=lambda when: (when.grain, when.value))
    for when in ranked:
        if 2 * len(votes[when]) >= len(sources) and when.grain < Grain.DAY:
            return when
    coarsest = ranked[-1]
    if isinstance(coarsest, Moment) and coarsest.grain < Grain.DAY:
        return coarsest.widen(Grain.DAY)
    return coarsest


def conflicts(mentions: Iterable[Mention], won: When | None) -> tuple[Conflict, ...]:
    """Return the dates that cannot be true beside the one that won, with who gives them."""
    against: defaultdict[When, set[str]] = defaultdict(set)
    for mention in mentions:
        if won is not None and mention.when is not None and not agree(mention.when, won):
            against[mention.when].add(mention.article)
    ordered = sorted(against.items(), key=lambda item: (span(item[0]), item[0].value))
    return tuple(Conflict(when, tuple(sorted(articles))) for when, articles in ordered)
