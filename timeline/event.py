"""What articles tell: mentions of happenings, the events that they tell of, and the timeline of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from attrs import field, frozen

from timeline.article import Article, Skipped
from timeline.moments import Moment
from timeline.timex import Timex
from timeline.when import Interval

Kind: TypeAlias = Literal["happened", "planned", "possible", "negated", "recurring"]


@frozen
class Mention:
    """A statement of one article that something happens on a date.

    `[start, end)` is the statement in the article's text and `quote` its words; `timex` is the expression that dates
    it, None when the day is carried over from a neighbouring sentence; `when` is the date of the event (an Interval
    for "from May to July"), None when nothing dates it.
    """

    article: str
    start: int
    end: int
    quote: str
    title: str
    kind: Kind
    timex: Timex | None
    when: Moment | Interval | None
    names: tuple[str, ...] = ()
    confidence: float = 1.0


@frozen
class Conflict:
    """Another date that some articles (their ids, sorted) give for an event."""

    when: Moment | Interval
    articles: tuple[str, ...]


@frozen
class Event:
    """One happening, told by one or more mentions; `sources` counts the articles that tell it independently."""

    uid: str
    title: str
    kind: Kind
    when: Moment | Interval | None
    confidence: float
    mentions: tuple[Mention, ...]
    conflicts: tuple[Conflict, ...] = ()
    sources: int = 1

    @property
    def names(self) -> tuple[str, ...]:
        """The people, organisations and places of its mentions, in order of appearance."""
        return tuple(dict.fromkeys(name for mention in self.mentions for name in mention.names))

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell it, in the order of its mentions."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))


@frozen
class Timeline:
    """Events in order of time (undated ones last), the articles that they come from, and what could not be read.

    `leads` and `stories` give, by article id, the uid of the event that is the article's news and of the happening
    that it follows up.
    """

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    leads: Mapping[str, str] = field(factory=dict)
    stories: Mapping[str, str] = field(factory=dict)
    skipped: tuple[Skipped, ...] = ()
