"""In words, that the date of an event is not to be relied on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timeline.article import Article
from timeline.event import Event

_SURE: Final = 0.6  # below lie days carried over from a neighbouring sentence
_SURE_OF_INFERRED: Final = 0.7  # ... and weekdays of articles whose own inferred date is as often wrong as right


def doubt(event: Event, articles: Mapping[str, Article]) -> str:
    """Return why the date of an event is unsure: its articles' own are inferred, or else; "" if it is sure."""
    if event.when is None or event.confidence >= _SURE_OF_INFERRED:
        return ""
    stated = [articles[id_].published for id_ in event.articles if id_ in articles]
    if stated and all(published and published.origin == "inferred" for published in stated):
        return "date inferred"
    return "date unsure" if event.confidence < _SURE else ""
