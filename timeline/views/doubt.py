"""In words, that the date of an event is not to be relied on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timeline.article import Article
from timeline.event import Event

# Below lie the weekdays of articles whose own date is hardly known, and days carried over from a neighbouring sentence.
SURE: Final = 0.6


def doubt(event: Event, articles: Mapping[str, Article]) -> str:
    """Return why the date of an event is unsure: its articles' own are inferred, or else; "" if it is sure."""
    if event.when is None or event.confidence >= SURE:
        return ""
    stated = [articles[id_].published for id_ in event.articles if id_ in articles]
    inferred = bool(stated) and all(published and published.origin == "inferred" for published in stated)
    return "date inferred" if inferred else "date unsure"
