"""The articles of a timeline: their dates, how these are known, and what of the texts was dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rich.table import Table
from rich.text import Text

from timeline.article import Article
from timeline.views.canvas import console_of, drawn_on
from timeline.views.dates import in_words
from timeline.views.json import article_fields, dump
from timeline.views.text import line
from timeline.when import Interval

_SURE: Final = 0.9
_UNSURE: Final = 0.5


def as_lines(articles: Sequence[Article]) -> bytes:
    """Return one line of JSON an article."""
    return b"".join(dump(article_fields(article)) for article in articles)


def table(articles: Sequence[Article], width: int, colours: str | None = None) -> str:
    """Return a list of the articles, `width` columns wide."""
    console = console_of(width, colours)
    drawn = Table.grid(padding=(0, 2))
    drawn.add_column(min_width=14, max_width=18)
    drawn.add_column(overflow="fold")
    for at, article in enumerate(articles):
        if at:
            drawn.add_row()
        drawn.add_row(_known(article), _what(article))
    console.print(drawn)
    return "".join(f"{each.rstrip()}\n" for each in drawn_on(console).rstrip().split("\n"))


def _known(article: Article) -> Text:
    """Return the date, and how and how surely it is known."""
    published = article.published
    if published is None or (published.earliest is None and published.latest is None):
        return Text("unknown", "magenta")
    when = published.day or Interval(published.earliest, published.latest)
    colour = "" if published.confidence >= _SURE else "yellow" if published.confidence >= _UNSURE else "magenta"
    return Text.assemble((in_words(when), colour), (f"\n{published.origin} {published.confidence:.2f}", "dim"))


def _what(article: Article) -> Text:
    facts = [line(article.source), line(article.publisher), article.language]
    told = Text.assemble((line(article.title), "bold"), ("\n" + " · ".join(filter(None, facts)), "dim"))
    if article.published and article.published.note:
        told.append(f"\n{line(article.published.note)}", "dim")
    reasons = Counter(dropped.reason for dropped in article.dropped)
    if reasons:
        dropped = ", ".join(f"{reason} ×{count}" if count > 1 else reason for reason, count in reasons.items())
        told.append(f"\ndropped: {dropped}", "dim italic")
    return told
