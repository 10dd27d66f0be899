"""What stays the same about an event from run to run: its founding mention, and what counts as one source."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

from timeline.article import Article
from timeline.event import Mention

_LATE: Final = 10**9  # the day of what has no date: after all others


def founding(mention: Mention, articles: Mapping[str, Article]) -> tuple[int, str, int, int, str]:
    """Return the key whose least mention founds an event: earliest published, then article, then place in it."""
    published = articles[mention.article].published
    day = (published.day or published.latest) if published else None
    at = mention.timex.start if mention.timex else -1
    return day.first if day else _LATE, mention.article, mention.start, at, mention.title


def uid_of(founder: Mention) -> str:
    """Return the identifier of the event that a mention founds: a hash of its article and its place there."""
    at = mention_key(founder)
    return hashlib.blake2b(at.encode(errors="replace"), digest_size=8).hexdigest()


def mention_key(mention: Mention) -> str:
    """Return what a mention is known by from run to run."""
    at = mention.timex.start if mention.timex else ""
    return f"{mention.article}\n{mention.start}\n{at}"


def sources_of(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> list[int]:
    """Return a number for the independent source of each mention.

    Articles of one publisher are one source, and so are those that share a sentence word for word (wire copy).
    """
    first: dict[str, int] = {}
    parent: list[int] = []
    numbers: list[int] = []
    for mention in mentions:
        publisher = articles[mention.article].publisher
        marks = [f"a{mention.article}", f"q{' '.join(mention.quote.casefold().split())}"]
        marks += [f"p{publisher.casefold()}"] if publisher else []
        known = sorted({_root(parent, first[mark]) for mark in marks if mark in first})
        number = known[0] if known else len(parent)
        if not known:
            parent.append(number)
        for other in known:
            parent[other] = number
        first.update(dict.fromkeys(marks, number))
        numbers.append(number)
    return [_root(parent, number) for number in numbers]


def _root(parent: Sequence[int], number: int) -> int:
    while parent[number] != number:
        number = parent[number]
    return number
