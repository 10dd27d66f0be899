"""The timeline as Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from timeline.article import Article
from timeline.event import Event, Mention, Timeline
from timeline.moments import Grain
from timeline.views.dates import in_words, published_in_words
from timeline.views.doubt import doubt
from timeline.views.labels import year_label
from timeline.views.options import ViewOptions
from timeline.views.sources import name_of, web_address
from timeline.views.text import line

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&~|$]")  # within a line, where all text of articles stands


def render(timeline: Timeline, options: ViewOptions) -> bytes:
    """Return the timeline in UTF-8: a heading a year, an item an event, a quotation a mention."""
    return "\n".join(_lines(timeline, options)).encode("utf-8", "replace")


def _lines(timeline: Timeline, options: ViewOptions) -> Iterator[str]:
    articles = {article.id: article for article in timeline.articles}
    yield f"# {_text(options.name)}"
    above = ""
    for event in timeline.events:
        head = year_label(event.when) if event.when else "Undated"
        if head != above:
            yield f"\n## {head}\n"
            above = head
        yield from _event(event, articles)
    yield ""


def _event(event: Event, articles: dict[str, Article]) -> Iterator[str]:
    notes = "".join(f" *({note})*" for note in (event.kind, doubt(event, articles)) if note not in ("happened", ""))
    edtf = f" (`{event.when.edtf}`)" if event.when and event.when.grain is not Grain.DAY else ""
    yield f"- **{_text(in_words(event.when))}**{edtf} — {_text(event.title)}{notes}"
    for conflict in event.conflicts:
        names = ", ".join(_text(name_of(articles[id_])) for id_ in conflict.articles if id_ in articles)
        yield f"  - ≠ {_text(in_words(conflict.when))}: {names}"
    for mention in event.mentions:
        yield f"  - {_quote(mention, articles.get(mention.article))}"


def _quote(mention: Mention, article: Article | None) -> str:
    quoted = f"“{_text(mention.quote)}”"
    if article is None:
        return quoted
    address = web_address(article).replace("(", "%28").replace(")", "%29")
    name = _text(name_of(article))
    published = published_in_words(article.published)
    return f"{quoted} — {f'[{name}](<{address}>)' if address else name}{f', {_text(published)}' if published else ''}"


def _text(text: str) -> str:
    """Return text of an article on one line, in which nothing is markup."""
    return _SPECIAL.sub(r"\\\g<0>", line(text))
