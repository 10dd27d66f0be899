"""An article, its date, and what of its text is not the article."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from attrs import evolve, field, frozen

from timeline.moments import Grain, Moment

ARCHIVED: Final = re.compile(
    r"^(?:https?://)?(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|vn|md|fo))"
    r"/(\d{4})\.?(\d\d)\.?(\d\d)[\d-]*[a-z_]*/"
)
SURE: Final = 0.76  # the confidence of a day of publication that is not inferred from other days, which is 0.75 at most
Origin: TypeAlias = Literal["given", "metadata", "url", "header", "dateline", "file", "inferred"]


@frozen
class Published:
    """When an article was published: a moment (a day, or a time with its own offset) or the bounds of it.

    `origin` says how it is known, `confidence` (0 to 1) how surely, `note` in words for the reader.
    """

    earliest: Moment | None
    latest: Moment | None
    origin: Origin
    confidence: float
    note: str = ""

    @classmethod
    def on(cls, moment: Moment, origin: Origin, confidence: float, note: str = "") -> Published:
        """Return a date that is known."""
        return cls(moment, moment, origin, confidence, note)

    @property
    def moment(self) -> Moment | None:
        """The day or time of publication; None when only bounds are known."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def day(self) -> Moment | None:
        """The day of publication on the publisher's own clock; None when only bounds are known."""
        return self.moment.widen(Grain.DAY) if self.moment else None


@frozen
class Dropped:
    """A stretch `[start, end)` of an article's text that is not its story, and why ("copyright line")."""

    start: int
    end: int
    reason: str


@frozen
class Article:
    """A text with what is known about it; `dropped` lists the debris in it, in order and without overlaps.

    `day_first` tells how it writes 4/5/2025; None leaves that to its own dates.
    """

    id: str
    title: str
    text: str
    published: Published | None = None
    source: str = ""
    url: str = ""
    publisher: str = ""
    language: str = "en"
    dropped: tuple[Dropped, ...] = field(default=(), repr=False)
    day_first: bool | None = None

    @property
    def day(self) -> Moment | None:
        """The day of publication, or the latest that it may have been."""
        return (self.published.day or self.published.latest) if self.published else None

    @property
    def sure_day(self) -> Moment | None:
        """The same where it is not only inferred, so that it may be held against what others say."""
        return self.day if self.published and self.published.confidence >= SURE else None

    def dated(self, published: Published | None) -> Article:
        """Return the same article with another date."""
        return evolve(self, published=published)

    def ordered(self, day_first: bool | None) -> Article:
        """Return the same article with another order of day and month."""
        return evolve(self, day_first=day_first)


def unarchived(url: str) -> str:
    """Return the address of the page that a web archive holds a copy of; any other address as it is.

    >>> unarchived("https://web.archive.org/web/20250620101500/https://example.org/ferry")
    'https://example.org/ferry'
    """
    return ARCHIVED.sub("", url)


def content_id(text: str) -> str:
    r"""Return an article's id: a hash of its words, so that neither its path nor its white space matters.

    >>> content_id("A strike  began.") == content_id("A strike\nbegan.")
    True
    """
    import hashlib  # noqa: PLC0415 - loads OpenSSL, which finding dates does without

    return hashlib.blake2b(" ".join(text.split()).encode(errors="replace"), digest_size=8).hexdigest()


@frozen
class Skipped:
    """An input that could not be read, and why."""

    source: str
    reason: str
