"""An event made of its mentions: its date, title, kind, and how sure all that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from timeline.article import Article
from timeline.event import Event, Kind, Mention
from timeline.merge.dates import Span, agree, conflicts, span, winner
from timeline.merge.identity import founding, sources_of, uid_of
from timeline.merge.naming import title_of
from timeline.merge.words import Said

_KINDS: Final[tuple[Kind, ...]] = ("happened", "planned", "possible", "recurring", "negated")
_HAPPENED: Final = 0.5  # the confidence with which one mention can say that something has happened
_SURE: Final = 0.99  # never surer than this
_JUST_PASSED: Final = 2  # days


def event_of(mentions: Sequence[Mention], said: Sequence[Said], articles: Mapping[str, Article]) -> Event:
    """Return the event that mentions tell of; `said` are the words of each."""
    told = sorted(zip(mentions, said, strict=True), key=lambda each: founding(each[0], articles))
    ordered = [mention for mention, _ in told]
    sources = sources_of(ordered, articles)
    when = winner(ordered, sources, _fresh(ordered, articles))
    kind = _kind(ordered)
    return Event(
        uid=uid_of(ordered[0]),
        title=title_of([each for each in told if each[0].kind == kind] or told, articles, when),
        kind=kind,
        when=when,
        confidence=_confidence(ordered, sources, when),
        mentions=tuple(ordered),
        conflicts=conflicts(ordered, when),
        sources=len(set(sources)),
    )


def _fresh(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> set[Span]:
    """Return the days that were told of when they had just passed."""
    told = {(mention.when, articles[mention.article].day) for mention in mentions}
    return {
        days
        for when, published in told
        if when is not None and published is not None
        if 0 <= published.last - (days := span(when))[1] <= _JUST_PASSED
    }


def _kind(mentions: Sequence[Mention]) -> Kind:
    """Return the kind that most is said for; what has happened is planned no more."""
    if any(mention.kind == "happened" and mention.confidence >= _HAPPENED for mention in mentions):
        return "happened"
    weights: defaultdict[Kind, float] = defaultdict(float)
    for mention in mentions:
        weights[mention.kind] += mention.confidence
    return max(_KINDS, key=lambda kind: (weights[kind], -_KINDS.index(kind)))


def _confidence(mentions: Sequence[Mention], sources: Sequence[int], when: object) -> float:
    """Return how sure the date is: each independent source that gives it adds, each that contradicts takes away."""
    for_it: dict[int, float] = {}
    against: dict[int, float] = {}
    for mention, source in zip(mentions, sources, strict=True):
        if mention.when is None:
            continue
        side = for_it if when is not None and agree(mention.when, when) else against  # type: ignore[arg-type]
        side[source] = max(side.get(source, 0.0), mention.confidence)
    doubt = 1.0
    for sure in for_it.values():
        doubt *= 1 - 0.9 * sure
    told = sum(for_it.values())
    share = told / (told + sum(against.values())) if told else 1.0
    best = max((mention.confidence for mention in mentions), default=0.0)
    return round(min(_SURE, max(best, 1 - doubt) * share), 3) if when is not None else round(0.5 * best, 3)
