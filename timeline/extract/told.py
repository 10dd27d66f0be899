"""From an article and its date expressions to its mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from timeline.article import Article
from timeline.event import Mention
from timeline.extract.candidates import read
from timeline.extract.story import choose
from timeline.statements import statements
from timeline.timex import Timex


@frozen
class Told:
    """What an article tells; `lead` and `story` are places in `mentions`, None for an article that tells nothing.

    `worth` says of each mention that may be the story how much it looks like it.
    """

    article: Article
    mentions: tuple[Mention, ...]
    lead: int | None
    story: int | None
    worth: Mapping[int, float] = field(factory=dict)


def extract(article: Article, timexes: Sequence[Timex]) -> Told:
    """Return what an article tells, given the date expressions of its text in order."""
    words = statements(article.language)
    chosen = choose(read(article, timexes, words), words)
    mentions = tuple(candidate.mention for candidate in chosen.candidates)
    return Told(article, mentions, chosen.lead, chosen.story, chosen.worth)
