"""The title of an event: the best of those of its mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from timeline.article import Article
from timeline.event import Mention
from timeline.extract.titles import points_back
from timeline.merge.dates import When, agree, is_open
from timeline.merge.words import Said
from timeline.moments import Grain
from timeline.statements import Statements, statements

_HEADLINE: Final = 1.5  # what a publisher's own headline is worth beside a title made here
_VERBLESS: Final = 0.6  # ... and one without a verb that is no headline
_OPENING: Final = 1.15  # ... and one of the opening of an article, which tells its news
_POINTING: Final = 0.7  # ... one that leans on words beside it
_VAGUE: Final = 0.85  # ... one whose statement dates the event less finely than others
_CONTRARY: Final = 0.75  # ... or on another day, or at some time before one
_EARLY: Final = 500  # characters
_PICTURED: Final = 0.5  # what one is worth that describes a picture
_HEAD: Final = 12  # characters
_JUDGEMENT: Final = re.compile(r"[\"“][a-zß-ÿ]")  # 'was "a farce"', but 'the play "Elm"'
_GOOD_LENGTH: Final = 35  # characters: a shorter title says less


def title_of(told: Sequence[tuple[Mention, Said]], articles: Mapping[str, Article], when: When | None) -> str:
    """Return the title that says most of what all the mentions say of an event of that date."""
    mentions = [mention for mention, _ in told]
    if len(mentions) == 1:
        return mentions[0].title
    counts: Counter[str] = Counter()
    said: dict[str, set[str]] = {}
    spoken: set[str] = set()  # not headlines that stand for statements of another event
    for mention, words in told:
        of_title, of_quote = ({word.lower() for word in part} for part in words)
        said.setdefault(mention.title, of_title)
        counts.update(of_title | of_quote)
        if 2 * len(of_title & of_quote) >= len(of_title):
            spoken.add(mention.title)
    most = max(counts.values(), default=1)

    def worth(mention: Mention) -> float:
        words = said[mention.title]
        central = sum(counts[word] for word in words) / (most * (len(words) + 3))
        short = min(1.0, len(mention.title) / _GOOD_LENGTH)
        cut = 0.7 if mention.title.endswith("…") else 1.0
        article = articles[mention.article]
        language = statements(article.language)
        acts = 1.0 if language.verbs.search(mention.title) else _VERBLESS
        own = _HEADLINE if mention.title in article.title and mention.title in spoken else 1.0
        plain = _PICTURED if language.caption.search(mention.quote) else 1.0
        plain *= _OPENING if mention.start < _EARLY else 1.0
        plain *= _POINTING if mention.title not in spoken or _points(mention.title, language) else 1.0
        return central * short * cut * acts * own * plain * _dated(mention.when, when) * (0.5 + mention.confidence / 2)

    return max(mentions, key=lambda mention: (worth(mention), mention.title)).title


def _points(title: str, words: Statements) -> bool:
    """Tell whether a title leans on words beside it: a pronoun, "The first was", or a judgement that it quotes."""
    numbered = words.numbered.search(title, 0, _HEAD)
    no_noun = numbered and words.verbs.match(title, numbered.end() + 1)
    return bool(points_back(title, words) or no_noun or _JUDGEMENT.search(title))


def _dated(said: When | None, when: When | None) -> float:
    """Return what a title is worth whose statement is of a date beside that of the event."""
    if said is None or when is None or said == when:
        return 1.0
    if is_open(said) or not agree(said, when):
        return _CONTRARY
    return 1.0 if said.grain <= max(when.grain, Grain.DAY) else _VAGUE
