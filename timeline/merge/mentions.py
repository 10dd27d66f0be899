"""Which mentions tell of one event, given which articles tell one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import Final

from timeline.event import Mention
from timeline.extract import Told
from timeline.merge.clusters import Clusters, candidates, link
from timeline.merge.dates import When, agree, closeness, is_open, span
from timeline.merge.similarity import Rarity, Vector, dot, tokens, vector
from timeline.moments import Grain, Moment
from timeline.statements import statements

_WORDS: Final = 24  # of each mention
_CONTEXT: Final = 0.35  # what an article's own words add to each of its mentions
ALIKE: Final = 0.4  # mean likeness times closeness of the dates, from which on mentions tell one event
_BLOCK: Final = 4  # days
_KINDS: Final = {frozenset({"happened", "negated"}): 0.0, frozenset({"planned", "negated"}): 0.6}


def group(
    told: Sequence[Told], stories: Sequence[Sequence[int]], contexts: Sequence[Vector]
) -> list[list[tuple[int, int]]]:
    """Return groups of mentions, each as (place of its article, place of the mention in it)."""
    places = [(i, j) for i, each in enumerate(told) for j in range(len(each.mentions))]
    mentions = [told[i].mentions[j] for i, j in places]
    vectors = _vectors(told, places, contexts)
    clusters = Clusters(vectors)
    dates: list[list[Mention]] = [[mention] for mention in mentions]
    _join_stories(told, stories, places, clusters, dates)

    def accept(one: int, other: int) -> bool:
        if not _may_join(dates[one], dates[other]):
            return False
        if clusters.likeness(one, other) * _near(dates[one][0], dates[other][0]) < ALIKE:
            return False
        dates[one] = dates[other] = _ranked(dates[one] + dates[other])
        return True

    pairs = []
    for one, other in candidates(vectors, [_blocks(mention.when) for mention in mentions]):
        score = dot(vectors[one], vectors[other]) * _near(mentions[one], mentions[other])
        if score >= ALIKE:
            pairs.append((score, one, other))
    link(clusters, pairs, accept)
    return [[places[item] for item in members] for members in clusters.groups()]


def _vectors(told: Sequence[Told], places: Sequence[tuple[int, int]], contexts: Sequence[Vector]) -> list[Vector]:
    words = []
    for i, j in places:
        mention = told[i].mentions[j]
        common = statements(told[i].article.language).common
        words.append(tokens(mention.title, common) * 2 + tokens(mention.quote, common))
    rarity = Rarity.of(words)
    found = []
    for (i, _), each in zip(places, words, strict=True):
        found.append(_mixed(vector(each, rarity, _WORDS), contexts[i]))
    return found


def _mixed(own: Vector, context: Vector) -> Vector:
    """Return the unit vector of a mention's words and, more weakly, those of its article that weigh most."""
    mixed = dict(own)
    for key, weight in sorted(context.items(), key=lambda item: (-item[1], item[0]))[:_WORDS]:
        mixed[key] = mixed.get(key, 0.0) + _CONTEXT * weight
    norm = sum(weight * weight for weight in mixed.values()) ** 0.5 or 1.0
    return {key: weight / norm for key, weight in mixed.items()}


def _join_stories(
    told: Sequence[Told],
    stories: Sequence[Sequence[int]],
    places: Sequence[tuple[int, int]],
    clusters: Clusters,
    dates: list[list[Mention]],
) -> None:
    """Join the story mentions of articles that tell one story."""
    item = {place: number for number, place in enumerate(places)}
    for articles in stories:
        members = [item[i, story] for i in articles if (story := told[i].story) is not None]
        for member in members[1:]:
            one, other = clusters.find(members[0]), clusters.find(member)
            both = _ranked(dates[one] + dates[other])
            root = clusters.join(one, other)
            dates[root] = both


def _ranked(mentions: list[Mention]) -> list[Mention]:
    """Put the mention first whose date most sources give most surely."""
    votes: defaultdict[tuple[int, int], float] = defaultdict(float)
    for mention in mentions:
        if mention.when is not None:
            votes[span(mention.when)] += mention.confidence * (0.3 if is_open(mention.when) else 1.0)
    best = max(mentions, key=lambda m: (votes[span(m.when)] if m.when is not None else 0.0, m.confidence))
    mentions.remove(best)
    return [best, *mentions]


def _may_join(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """Tell whether no article gives two different dates for what would be one event."""
    dates: dict[str, When] = {mention.article: mention.when for mention in one if mention.when is not None}
    return all(
        agree(mention.when, dates[mention.article])
        for mention in other
        if mention.when is not None and mention.article in dates
    )


def _near(one: Mention, other: Mention) -> float:
    kinds = _KINDS.get(frozenset({one.kind, other.kind}), 1.0)
    return kinds * closeness(one.when, other.when)


def _blocks(when: When | None) -> tuple[list[Hashable], list[Hashable]]:
    """Return where a mention stands and where it looks: its own days, and the months and years around them."""
    if when is None:
        return ["undated"], ["undated"]
    first = span(when)[0]
    fine = when.grain <= Grain.WEEK
    if first < -(10**8):
        return ["open"], ["open"]
    coarse = [("month", Moment.at(first, Grain.MONTH).n), ("year", Moment.at(first, Grain.YEAR).n)]
    if fine:
        days: list[Hashable] = [("days", first // _BLOCK + step) for step in (-1, 0, 1)]
        return [("days", first // _BLOCK), *(("fine", *block) for block in coarse)], [*days, *coarse]
    own = coarse[0] if when.grain is Grain.MONTH else coarse[1]
    return [own, ("fine", *coarse[1])] if own is coarse[0] else [own], [*coarse, ("fine", *own)]
