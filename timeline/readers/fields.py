"""From the named fields of a record to an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.article import Article
from timeline.readers.decode import UnreadableError, clean
from timeline.readers.finish import detect_language
from timeline.readers.options import ReadOptions
from timeline.readers.published import stated

# Names that a field goes by, best first.
_NAMES: Final = {
    "id": ("id", "guid"),
    "title": ("title", "headline"),
    "text": ("text", "content", "body", "articleBody", "content_text"),
    "published": ("published", "date", "dct", "datePublished", "date_published", "pubDate", "published_at"),
    "url": ("url", "uri", "link"),
    "publisher": ("publisher", "site", "source_name"),
    "language": ("language", "lang"),
}
FIELDS: Final = frozenset(name for names in _NAMES.values() for name in names)


def article_of(record: Mapping[str, Any], source: str, options: ReadOptions) -> Article:
    """Return the article that a record describes; raise UnreadableError for one without a text."""
    values: dict[str, Any] = {name: _first(record, names) for name, names in _NAMES.items()}
    text = values.pop("text")
    if not text.strip():
        raise UnreadableError("has no text")
    date = values.pop("published").strip()
    title = " ".join(values.pop("title").split())
    language = values["language"] or ("" if date[:4].isdigit() else detect_language(text))
    published = stated(date, options, "its own field", language) if date else None
    return Article(text=text, title=title, published=published, source=source, **values)


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    value = next((record[name] for name in names if record.get(name) not in (None, "")), "")
    if isinstance(value, Mapping):  # as in JSON-LD: {"@type": "Organization", "name": …}
        value = value.get("name", "")
    if isinstance(value, list | tuple):  # paragraphs
        value = "\n".join(each for each in value if isinstance(each, str))
    return clean(value) if isinstance(value, str) else "" if isinstance(value, Mapping) else str(value)
