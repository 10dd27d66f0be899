"""From the named fields of a record to an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.article import Article
from timeline.readers.decode import UnreadableError, clean
from timeline.readers.finish import detect_language
from timeline.readers.options import ReadOptions
from timeline.readers.published import stated
from timeline.readers.sources import is_address

# Names that a field goes by, best first, as `plain` writes them: those of tables, dumps and services of news.
_NAMES: Final = {
    "id": ("id", "guid"),
    "title": ("title", "headline"),
    "text": ("text", "content", "body", "articlebody", "contenttext", "fulltext", "articletext"),
    "published": (
        *("published", "date", "dct", "datepublished", "pubdate", "publishedat", "publishedon", "publisheddate"),
        *("publishdate", "publicationdate", "dateofpublication"),
    ),
    "url": ("url", "uri", "link"),
    "publisher": ("publisher", "site", "sourcename", "source", "publication", "outlet", "newspaper"),
    "language": ("language", "lang"),
}
_FIELDS: Final = frozenset(name for names in _NAMES.values() for name in names)


def plain(name: str) -> str:
    """Return a field's name without what writers differ in.

    >>> plain("Published At"), plain("published_at"), plain("publishedAt")
    ('publishedat', 'publishedat', 'publishedat')
    """
    return "".join(char for char in name.casefold() if char.isalnum())


def is_known(name: str) -> bool:
    """Tell whether a field's name is one that says what it holds."""
    return plain(name) in _FIELDS


def article_of(record: Mapping[str, Any], source: str, options: ReadOptions) -> Article:
    """Return the article that a record describes; raise UnreadableError for one without a text."""
    fields = {plain(name): value for name, value in reversed(list(record.items())) if value not in (None, "")}
    values: dict[str, Any] = {name: _first(fields, names) for name, names in _NAMES.items()}
    text = values.pop("text")
    if not text.strip():
        raise UnreadableError("has no text")
    date = values.pop("published").strip()
    title = " ".join(values.pop("title").split())
    language = values["language"] or ("" if date[:4].isdigit() else detect_language(text))
    if is_address(values["publisher"]):  # "source" of a clipped page
        values["url"], values["publisher"] = values["url"] or values["publisher"], ""
    published = stated(date, options, "its own field", language) if date else None
    return Article(text=text, title=title, published=published, source=source, **values)


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    value = next((record[name] for name in names if name in record), "")
    if isinstance(value, Mapping):  # as in JSON-LD: {"@type": "Organization", "name": …}
        value = value.get("name", "")
    if isinstance(value, list | tuple):  # paragraphs
        value = "\n".join(each for each in value if isinstance(each, str))
    return clean(value) if isinstance(value, str) else "" if isinstance(value, Mapping) else str(value)
