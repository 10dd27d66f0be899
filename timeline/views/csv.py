"""A table for spreadsheets: RFC 4180, one line a mention, in UTF-8 with the mark by which spreadsheets know it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from timeline.article import Article
from timeline.event import Event, Mention, Timeline
from timeline.views.options import ViewOptions
from timeline.views.sources import name_of, web_address
from timeline.views.text import line

COLUMNS: Final = (
    *("uid", "date", "start", "end", "grain", "edtf", "kind", "title", "confidence", "sources", "other_dates"),
    *("mention_date", "expression", "quote", "publisher", "published", "file", "address"),
    *("published_origin", "published_confidence"),
)
# With these a spreadsheet begins a formula.
_FORMULA: Final = re.compile(r"\s*[=+\-@|%]")


def render(timeline: Timeline, options: ViewOptions) -> bytes:  # noqa: ARG001 - every view takes them
    """Return the table with its header."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(COLUMNS)
    articles = {article.id: article for article in timeline.articles}
    for event in timeline.events:
        shared = list(_event(event))
        for mention in event.mentions:
            table.writerow(map(_cell, (*shared, *_mention(mention, articles.get(mention.article)))))
    return written.getvalue().encode("utf-8-sig", "replace")


def _event(event: Event) -> Iterator[str]:
    when = event.when
    yield event.uid
    yield from (when.value, when.start or "", when.end or "", when.grain.name.lower(), when.edtf) if when else [""] * 5
    yield from (event.kind, event.title, f"{event.confidence:.2f}", str(event.sources))
    yield " ".join(conflict.when.value for conflict in event.conflicts)


def _mention(mention: Mention, article: Article | None) -> Iterator[str]:
    yield mention.when.value if mention.when else ""
    yield mention.timex.text if mention.timex else ""
    yield mention.quote
    if article:
        published = article.published
        moment = published.moment if published else None
        yield from (name_of(article), moment.value if moment else "", article.source, web_address(article))
        yield from (published.origin, f"{published.confidence:.2f}") if published else ("", "")


def _cell(text: str) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula."""
    text = line(text)
    return f"'{text}" if _FORMULA.match(text) else text
