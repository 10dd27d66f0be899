"""The foot of the page: the articles, how the date of each is known, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from timeline.article import Article
from timeline.event import Timeline
from timeline.views.dates import published_in_words
from timeline.views.sources import name_of, web_address
from timeline.views.text import escaped


def article_list(timeline: Timeline) -> Iterator[str]:
    """Yield a list that is folded, but on paper."""
    if not timeline.articles and not timeline.skipped:
        return
    yield '<details class="articles"><summary>The articles, and how each is dated</summary>\n<ul>'
    for article in timeline.articles:
        yield f'<li>{_title(article)}<div class="from">{_dated(article)}</div></li>'
    for each in timeline.skipped:
        file = each.source if "://" in each.source else each.source.rpartition("/")[2]  # a path tells of its owner
        yield f'<li>{escaped(file)}<div class="from">not read: it {escaped(each.reason)}</div></li>'
    yield "</ul></details>"


def _title(article: Article) -> str:
    title, address = escaped(article.title) or "without a title", web_address(article)
    linked = f'<a href="{escape(address)}" rel="noopener noreferrer">{title}</a>' if address else title
    return f'<span lang="{escaped(article.language or "en")}" dir="auto">{linked}</span>'


def _dated(article: Article) -> str:
    published = article.published
    told = escaped(name_of(article))
    if published is None:
        return f"{told}, date unknown"
    note = f": {escaped(published.note)}" if published.note else ""
    day = published_in_words(published, bare=True)
    return f"{told}, {day or 'day unknown'} ({published.origin}, confidence {published.confidence:.0%}{note})"
