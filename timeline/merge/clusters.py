"""Grouping what is alike: average linkage over candidate pairs, so that one strong link cannot chain two stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeAlias

from timeline.merge.similarity import Vector, dot

Pair: TypeAlias = tuple[float, int, int]  # how alike two items are, and both

_POSTINGS: Final = 30  # candidates looked at for one word of one block: bounds the cost of a common word
_KEYS: Final = 12  # words of each item that candidates are found by


def candidates(
    vectors: Sequence[Vector], blocks: Iterable[tuple[Sequence[Hashable], Sequence[Hashable]]], least: float = 0.0
) -> Iterator[tuple[int, int]]:
    """Yield pairs (earlier, later) whose heavy words make them as alike as `least`, for each block in which they meet.

    `blocks` gives for each item the blocks that it stands in and those that it looks into. One block after the other
    is gone through, so that what is compared with each other lies near in memory.
    """
    visits: defaultdict[Hashable, list[tuple[int, bool, bool]]] = defaultdict(list)
    for item, (stands, looks) in enumerate(blocks):
        for block in dict.fromkeys((*stands, *looks)):
            visits[block].append((item, block in stands, block in looks))
    for visitors in filter(_is_met, visits.values()):
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for item, stays, compares in visitors:
            heavy = list(islice(vectors[item].items(), _KEYS))  # vectors begin with what weighs most
            if compares:
                for other, alike in _alike(heavy, postings).items():
                    if alike >= least:
                        yield other, item
            if stays:
                for key, weight in heavy:
                    postings[key].append((item, weight))


def _is_met(visitors: Sequence[tuple[int, bool, bool]]) -> bool:
    """Tell whether anything stands in a block and anything looks into it."""
    return any(stays for _, stays, _ in visitors) and any(compares for *_, compares in visitors)


def _alike(
    heavy: Iterable[tuple[str, float]], postings: Mapping[str, Sequence[tuple[int, float]]]
) -> Mapping[int, float]:
    """Return the latest items that have one of some words, and how alike these words make them."""
    found: defaultdict[int, float] = defaultdict(float)
    for key, weight in heavy:
        if key in postings:
            for other, theirs in postings[key][-_POSTINGS:]:
                found[other] += weight * theirs
    return found


class Clusters:
    """Groups of items, each with the sum of its vectors: the mean likeness of two groups costs one product."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        """Begin with every item alone."""
        self._parent = list(range(len(vectors)))
        self._sums: list[Vector] = list(vectors)
        self.members: list[list[int]] = [[item] for item in range(len(vectors))]

    def find(self, item: int) -> int:
        """Return the group that an item is in, by one of its members."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def likeness(self, one: int, other: int) -> float:
        """Return the mean likeness of the items of two groups."""
        return dot(self._sums[one], self._sums[other]) / (len(self.members[one]) * len(self.members[other]))

    def join(self, one: int, other: int) -> int:
        """Make one group of two and return it."""
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        joined = dict(self._sums[one])
        for key, weight in self._sums[other].items():
            joined[key] = joined.get(key, 0) + weight
        self._sums[one], self._sums[other] = joined, {}
        self._parent[other] = one
        self.members[one] += self.members[other]
        self.members[other] = []
        return one

    def groups(self) -> list[list[int]]:
        """Return the members of each group, in order of the first."""
        return sorted(sorted(members) for members in self.members if members)


def link(
    clusters: Clusters,
    pairs: Iterable[Pair],
    accept: Callable[[int, int, Pair], bool],
    join: Callable[[int, int], object],
) -> None:
    """Join the groups of each pair, the most alike first; `accept` says whether two groups belong together.

    Most pairs are in one group before their turn comes, so that what costs more than likeness is for `accept` to ask.
    """
    for unlike, one, other in sorted((-alike, one, other) for alike, one, other in pairs):
        left, right = clusters.find(one), clusters.find(other)
        if left != right and accept(left, right, (-unlike, one, other)):
            join(left, right)
