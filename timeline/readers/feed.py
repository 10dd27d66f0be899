"""RSS and Atom feeds, with feedparser; an entry is an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BufferedReader, BytesIO
from typing import Any, Final

from timeline.article import Article, Skipped
from timeline.readers.decode import UnreadableError, clean
from timeline.readers.html import text_of
from timeline.readers.options import ReadOptions
from timeline.readers.published import stated
from timeline.readers.sources import read_all

LIMIT: Final = 16 << 20  # bytes of a feed: its entries take many times as much memory


def read_feed(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield the entries of a feed, as many as can be read of a broken one; raise UnreadableError where none can be."""
    import feedparser  # noqa: PLC0415 - slow to import

    data = read_all(stream, LIMIT)
    try:
        feed = feedparser.parse(BytesIO(data))
    except (ValueError, LookupError, RecursionError) as error:
        raise UnreadableError(f"is no feed that can be read: {error}") from error
    if feed.bozo and not feed.entries:
        raise UnreadableError(f"is no feed that can be read: {clean(str(feed.get('bozo_exception', '')))[:120]}")
    if not feed.entries and not feed.get("version"):
        raise UnreadableError("is no feed")
    publisher = _words(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        article = _article(entry, name, publisher, options)
        yield article if article.text.strip() else Skipped(f"{name}:{number}", "has no text")
    if feed.bozo and not isinstance(feed.get("bozo_exception"), feedparser.CharacterEncodingOverride):
        reason = clean(str(feed.get("bozo_exception", "")))[:120]
        yield Skipped(name, f"is broken ({reason}); {len(feed.entries)} entries were read")


def _article(entry: Mapping[str, Any], name: str, publisher: str, options: ReadOptions) -> Article:
    # The date as it was written: what the parser makes of it is turned into UTC.
    dates = (entry[key] for key in ("published", "created", "updated") if key in entry)
    published = next(filter(None, (stated(str(date), options, "its feed") for date in dates)), None)
    contents = [str(each.get("value", "")) for each in entry.get("content", ())] + [str(entry.get("summary", ""))]
    text = max((text_of(content) for content in contents), key=len)
    title = _words(entry.get("title"))
    return Article(
        id=_words(entry.get("id")),
        title=title,
        text=text or title,
        published=published,
        source=name,
        url=_words(entry.get("link")),
        publisher=publisher,
        language="",
    )


def _words(value: object) -> str:
    return " ".join(text_of(value).split()) if isinstance(value, str) else ""
