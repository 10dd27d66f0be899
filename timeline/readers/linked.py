"""JSON-LD (schema.org): what a page says of its article, and the entries of a live blog."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

_MOST: Final = 500  # records of one page
_LONGEST: Final = 2_000_000  # characters of one script
_ARTICLES: Final = ("article", "posting", "report", "review", "creativework", "webpage", "discussion", "question")
_DATES: Final = re.compile(r'"(datePublished|dateCreated|dateModified)"\s*:\s*"([^"]{4,40})"')


@frozen
class Entry:
    """An entry of a live blog, with its own date as it is written."""

    title: str
    text: str
    published: str


def records(tree: Any) -> list[Mapping[str, Any]]:
    """Return the records of a page that may describe its article, articles before the page itself."""
    found: list[Mapping[str, Any]] = []
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        text = script.text or ""
        if len(text) <= _LONGEST:
            found.extend(_flat(_loaded(text)))
    ranked = [(rank, each) for each in found[:_MOST] if (rank := _rank(each)) < len(_ARTICLES)]
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def live_entries(linked: list[Mapping[str, Any]]) -> Iterator[Entry]:
    """Yield the entries of the live blogs among the records that have a text."""
    for record in linked:
        for update in _as_list(record.get("liveBlogUpdate") or []):
            body = update.get("articleBody") if isinstance(update, Mapping) else None
            if isinstance(body, str) and body.strip():
                title = update.get("headline")
                yield Entry(title if isinstance(title, str) else "", body, str(update.get("datePublished") or ""))


def _loaded(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):  # often a comma too many: its dates can be read all the same
        return {"@type": "webpage", **dict(reversed(_DATES.findall(text)))}


def _flat(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the records of a script: itself, those of its list or graph, and the main entity of a page."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, Mapping):
            yield each
            for inner in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
                if isinstance(each.get(inner), list | Mapping):
                    yield from (one for one in _as_list(each[inner]) if isinstance(one, Mapping))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _rank(record: Mapping[str, Any]) -> int:
    types = " ".join(str(one) for one in _as_list(record.get("@type"))).lower()
    return next((rank for rank, name in enumerate(_ARTICLES) if name in types), len(_ARTICLES))
