"""Which articles tell one story: their whole texts are compared, not only the sentences that date them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from timeline.article import Article
from timeline.event import Mention
from timeline.extract import Told
from timeline.extract.candidates import day_of
from timeline.merge.clusters import Clusters, candidates, link
from timeline.merge.dates import closeness, days_of, span
from timeline.merge.similarity import Rarity, Vector, vector
from timeline.merge.words import tokenizer

_WORDS: Final = 80  # of each article
_NAME: Final = 2.0  # what a name weighs beside a plain word
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


def group(told: Sequence[Told], vectors: Sequence[Vector]) -> list[list[int]]:
    """Return the groups of articles (by their places) that tell one story."""
    stories = [each.mentions[each.story] if each.story is not None else None for each in told]
    clusters = Clusters(vectors)
    dates = [days_of(story.when) if story else None for story in stories]
    best = [(story.confidence if story else 0.0, date) for story, date in zip(stories, dates, strict=True)]

    def accept(one: int, other: int) -> bool:
        return clusters.likeness(one, other) * closeness(best[one][1], best[other][1]) >= ALIKE

    def join(one: int, other: int) -> None:
        surer = max(best[one], best[other], key=lambda dated: dated[0])
        best[clusters.join(one, other)] = surer

    pairs = []
    blocks = [_blocks(story, each.article) for story, each in zip(stories, told, strict=True)]
    for one, other in candidates(vectors, blocks, least=1):
        score = clusters.likeness(one, other) * closeness(dates[one], dates[other])
        if score >= ALIKE:
            pairs.append((score, one, other))
    link(clusters, pairs, accept, join)
    return clusters.groups()


def _blocks(story: Mention | None, article: Article) -> tuple[list[Hashable], list[Hashable]]:
    """Return where an article stands and where it looks: by the day of its story and by that of its publication."""
    stands: list[Hashable] = []
    looks: list[Hashable] = []
    for name, day in _days(story, article):
        stands.append((name, day // _BLOCK))
        looks.extend((name, day // _BLOCK + step) for step in (-1, 0, 1))
    return stands or ["undated"], looks or ["undated"]


def _days(story: Mention | None, article: Article) -> Iterator[tuple[str, int]]:
    if story and story.when is not None:
        yield "story", span(story.when)[0]
    if published := day_of(article):
        yield "published", published.first
