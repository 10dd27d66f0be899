"""Which articles tell the same: by the names, numbers and rare words that they share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log
from typing import Final

from timeline.article import Article

_WORD: Final = re.compile(r"\d[\d,.]*\d|[^\W\d_]{3,}")
_READ: Final = 20_000  # characters of a text
_LONG: Final = 7  # letters of a word that is no name and may yet be telling
_TERMS: Final = 60  # of each article, its most telling ones
_COMMON: Final = 200  # articles: a term of more tells little, and would cost the square of their number
_PRIOR: Final = 50  # as many articles of other things, so that few articles of one story do not make its names common
_LEAST: Final = 50.0  # weight of a short text's terms, about ten: one word in common makes no two of those alike
# The least share of weight in common. Of 2,056 local news pages with the most alike dated page at 0.3 to 0.4, a third
# was of the same week; at 0.25 to 0.3 an eighth; at 0.5 to 0.6 three quarters.
ALIKE: Final = 0.3


class Signatures:
    """The terms of many articles, weighed by how few others have them; the cost is linear in their number."""

    def __init__(self, articles: Sequence[Article], offered: Sequence[bool]) -> None:
        """Weigh the terms of all articles; those that are offered can be found."""
        counts = [_terms(article) for article in articles]
        self._in = Counter(term for terms in counts for term in terms)
        self._number = len(articles)
        self._signatures = [self._signature(terms) for terms in counts]
        self._weights = [sum(signature.values()) for signature in self._signatures]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, signature in enumerate(self._signatures):
            if offered[place]:
                for term in signature:
                    self._places[term].append(place)

    def alike(self, article: Article) -> list[tuple[float, int]]:
        """Return (score, place) of the offered articles that share terms with one of all, score from 0 to 1."""
        signature = self._signature(_terms(article))
        own = sum(signature.values())
        shared: dict[int, float] = defaultdict(float)
        for term, weight in signature.items():
            for place in self._places[term]:
                shared[place] += weight
        return [(weight / max(min(own, self._weights[place]), _LEAST), place) for place, weight in shared.items()]

    def _signature(self, terms: Counter[str]) -> dict[str, float]:
        rarity = {term: log(1 + (self._number + _PRIOR) / n) for term in terms if (n := self._in[term]) <= _COMMON}
        weights = {term: weight * (1 + log(terms[term])) for term, weight in rarity.items()}
        best = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:_TERMS]
        return dict(best)


def _terms(article: Article) -> Counter[str]:
    """Count the words of an article outside its debris, names and numbers among them."""
    text, at, kept = article.text[:_READ], 0, []
    for dropped in article.dropped:
        kept.append(text[at : dropped.start])
        at = dropped.end
    kept.append(text[at:])
    words = (match.group() for piece in (article.title, *kept) for match in _WORD.finditer(piece))
    return Counter(word.casefold() for word in words if not word[0].islower() or len(word) >= _LONG)
