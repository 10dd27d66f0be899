"""Why a selection keeps no event, in words, with the names and words that come near what was asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from timeline.event import Timeline
from timeline.views.dates import in_words
from timeline.views.outline import days
from timeline.views.select import Selection, select, words_of
from timeline.views.sources import name_of

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]{2,}")
_NEAR: Final = 0.7  # likeness of what may have been mistyped
_LISTED: Final = 8  # sources


def why_nothing(timeline: Timeline, asked: Selection) -> str:
    """Return what of a selection no event meets; if each part is met by some, that none meets them all."""
    return "; ".join(_unmet(timeline, asked)) or "some meet each part of it, but none meets them all"


def unheard(timeline: Timeline, about: str) -> str:
    """Return the words that no event mentions, with the nearest that one does; "" if each is mentioned."""
    missing = [word for word in about.split() if not select(timeline, Selection(about=word)).events]
    known = {word for event in timeline.events for word in _WORD.findall(words_of(event))}
    return f"no event mentions {_either(missing)}{_near(missing, known)}" if missing else ""


def _unmet(timeline: Timeline, asked: Selection) -> Iterator[str]:
    if about := unheard(timeline, asked.about):
        yield about
    if asked.sources and not select(timeline, Selection(sources=asked.sources)).events:
        yield _no_source(timeline, asked.sources)
    if asked.kinds and not select(timeline, Selection(kinds=asked.kinds)).events:
        counts = Counter(event.kind for event in timeline.events)
        counted = ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
        yield f"no event is {' or '.join(asked.kinds)} (there are {counted})"
    if asked.conflicts and not select(timeline, Selection(conflicts=True)).events:
        yield "no sources disagree on a date"
    if not select(timeline, Selection(since=asked.since, until=asked.until)).events:
        dated = sorted((event for event in timeline.events if event.when), key=days)
        span = f" (they begin between {in_words(dated[0].when)} and {in_words(dated[-1].when)})" if dated else ""
        yield f"no event is of that time{span}"


def _no_source(timeline: Timeline, asked: Iterable[str]) -> str:
    names = sorted({name_of(article) for article in timeline.articles}, key=str.casefold)
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    near = _near(asked, names) or f" (there are {', '.join(names[:_LISTED])}{more})"
    return f"no event is told by {_either(asked)}{near}"


def _either(words: Iterable[str]) -> str:
    return " or ".join(f"“{word}”" for word in words)


def _near(asked: Iterable[str], known: Iterable[str]) -> str:
    """Return the known words that come nearest to those asked for, as a question in brackets."""
    folded = {word.casefold(): word for word in sorted(known)}
    near = [folded[like] for word in asked for like in get_close_matches(word.casefold(), folded, 2, _NEAR)]
    return f" (did you mean {' or '.join(dict.fromkeys(near))}?)" if near else ""
