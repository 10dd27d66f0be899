"""From an article and its date expressions to its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from timeline.article import Article
from timeline.event import Mention
from timeline.extract.candidates import read
from timeline.extract.story import choose
from timeline.statements import statements
from timeline.timex import Timex


@frozen
class Told:
    """What an article tells; `lead` and `story` are places in `mentions`, None for an article that tells nothing."""

    article: Article
    mentions: tuple[Mention, ...]
    lead: int | None
    story: int | None


def extract(article: Article, timexes: Sequence[Timex]) -> Told:
    """Return what an article tells, given the date expressions of its text in order."""
    words = statements(article.language)
    candidates, lead, story = choose(read(article, timexes, words), words)
    return Told(article, tuple(candidate.mention for candidate in candidates), lead, story)
