"""Which articles tell one story: their whole texts are compared, not only the sentences that date them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from attrs import frozen

from timeline.article import Article
from timeline.extract import Told
from timeline.merge.clusters import Clusters, Pair, candidates, link
from timeline.merge.dates import Days, closeness, days_of
from timeline.merge.similarity import Rarity, Vector, dot, vector
from timeline.merge.words import Said, tokenizer

_WORDS: Final = 80  # of each article
_NAME: Final = 2.0  # what a name weighs beside a plain word
_CLAUSE: Final = 24  # words of the statement that tells the story
_SLIP: Final = 1  # days by which articles may differ about one happening
TWICE: Final = 0.4  # likeness of statements that tell of two such happenings rather than twice of one
_BLOCK: Final = 8  # days: stories of neighbouring blocks are compared
ALIKE: Final = 0.07  # mean likeness times closeness of the dates, from which on two groups tell one story


def body(article: Article) -> str:
    """Return an article's title and its text without debris."""
    parts = [article.title, "\n"]
    at = 0
    for dropped in article.dropped:
        parts.append(article.text[at : dropped.start])
        at = dropped.end
    return "".join([*parts, article.text[at:]])


def words_of(article: Article) -> list[str]:
    """Return the words of an article that may tell its story from others."""
    tokens = tokenizer(article.language)
    return tokens(body(article)) + tokens(article.title)


def vectors_of(words: Sequence[list[str]], rarity: Rarity) -> list[Vector]:
    """Return the vector of each article."""
    return [vector(each, rarity, _WORDS, _NAME) for each in words]


def group(
    told: Sequence[Told], said: Sequence[Sequence[Said]], vectors: Sequence[Vector], rarity: Rarity
) -> list[list[int]]:
    """Return the groups of articles (by their places) that tell one story; `said` are the words of their mentions."""
    stories = [_Story.of(each, words, rarity) for each, words in zip(told, said, strict=True)]
    clusters = Clusters(vectors)
    best = list(stories)  # of each group, the one that is dated most surely

    def accept(one: int, other: int, _: Pair) -> bool:
        near = closeness(best[one].days, best[other].days)
        return clusters.likeness(one, other) * near >= ALIKE and not best[one].recurs_as(best[other])

    def join(one: int, other: int) -> None:
        surer = max(best[one], best[other], key=lambda story: story.sure)
        best[clusters.join(one, other)] = surer

    blocks = (_blocks(story.days, each.article) for story, each in zip(stories, told, strict=True))
    pairs = []
    for one, other in set(candidates(vectors, blocks)):
        score = clusters.likeness(one, other) * closeness(stories[one].days, stories[other].days)
        if score >= ALIKE:
            pairs.append((score, one, other))
    link(clusters, pairs, accept, join)
    return clusters.groups()


@frozen
class _Story:
    """The story of an article: its days, how sure they are, and the words of the statement that tells it."""

    days: Days | None
    sure: float
    words: Vector

    @classmethod
    def of(cls, told: Told, said: Sequence[Said], rarity: Rarity) -> _Story:
        if told.story is None:
            return cls(None, 0.0, {})
        mention = told.mentions[told.story]
        title, quote = said[told.story]
        return cls(days_of(mention.when), mention.confidence, vector(title + quote, rarity, _CLAUSE, 1.0))

    def recurs_as(self, other: _Story) -> bool:
        """Tell whether two statements in like words give firm days too far apart: such a thing happened twice.

        Where the words differ, one of the articles dates something else of the same story.
        """
        if not self.days or not other.days or self.days.is_open or other.days.is_open:
            return False
        gap = max(other.days.first - self.days.last, self.days.first - other.days.last)
        return gap > _SLIP and dot(self.words, other.words) >= TWICE


def _blocks(story: Days | None, article: Article) -> tuple[list[Hashable], list[Hashable]]:
    """Return where an article stands and where it looks: by the day of its story and by that of its publication."""
    stands: list[Hashable] = []
    looks: list[Hashable] = []
    for name, day in _days(story, article):
        stands.append((name, day // _BLOCK))
        looks.extend((name, day // _BLOCK + step) for step in (-1, 0, 1))
    return stands or ["undated"], looks or ["undated"]


def _days(story: Days | None, article: Article) -> Iterator[tuple[str, int]]:
    if story:
        yield "story", story.first
    if published := article.day:
        yield "published", published.first
