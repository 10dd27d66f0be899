"""Why mentions are one event: the words that bind each to the one it is most like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from timeline.event import Event, Mention, Timeline
from timeline.merge.mentions import vectors_of
from timeline.merge.similarity import Rarity, dot, shared, stems
from timeline.merge.stories import vectors_of as article_vectors
from timeline.merge.stories import words_of
from timeline.merge.words import said_by, tokenizer

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MOST: Final = 50  # mentions of an event that are explained


@frozen
class Evidence:
    """A mention, the earlier one of its event that it is most like, how much, and the words that bind them.

    `own` says that these are words of the two sentences; else they are words of the two articles, which tell one story.
    """

    mention: Mention
    like: Mention
    likeness: float
    words: tuple[str, ...]
    own: bool


def evidence(timeline: Timeline, event: Event) -> Iterator[Evidence]:
    """Yield, for each mention of an event but the first, the strongest that speaks for its place there."""
    mentions = [mention for each in timeline.events for mention in each.mentions]
    texts = {article.id: article.text for article in timeline.articles}
    language = {article.id: article.language for article in timeline.articles}
    vectors = vectors_of(said_by(mention, language.get(mention.article, "")) for mention in mentions)
    own = dict(zip(map(id, mentions), vectors, strict=True))
    words = [words_of(article) for article in timeline.articles]
    vectors = article_vectors(words, Rarity.of(words))
    whole = {article.id: vector for article, vector in zip(timeline.articles, vectors, strict=True)}
    told = event.mentions[:_MOST]
    for place, mention in enumerate(told[1:], 1):
        like = max(told[:place], key=lambda other: dot(own[id(mention)], own[id(other)]))
        one, other = own[id(mention)], own[id(like)]
        said, spoken = f"{mention.quote} {mention.title}", language.get(mention.article, "")
        common = tuple(_in_full(word, said, spoken) for word in shared(one, other))
        if common or mention.article == like.article:
            yield Evidence(mention, like, dot(one, other), common, True)
        else:
            one, other = whole.get(mention.article, {}), whole.get(like.article, {})
            read = texts.get(mention.article, "")
            common = tuple(_in_full(word, read, spoken) for word in shared(one, other) if not word[0].isdigit())
            yield Evidence(mention, like, dot(one, other), common, False)


def _in_full(key: str, text: str, language: str) -> str:
    """Return the first word of a text that is compared under a key, as it is written: "died" under "kill"."""
    tokens = tokenizer(language)
    words = (found[0] for found in _WORD.finditer(text))
    return next((word for word in words if key in map(str.casefold, (*stems(own := tokens(word)), *own))), key)
