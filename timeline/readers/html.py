"""Web pages, saved pages among them: text and title, and the entries of live blogs.

The running text is found by trafilatura; dates are weighed in `timeline.readers.pagedates`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Any, Final

from attrs import evolve, frozen

from timeline.article import Article, Skipped
from timeline.moments import Moment
from timeline.readers.dates import parse_date, written_order
from timeline.readers.decode import UnreadableError, clean, decode
from timeline.readers.linked import live_entries, records
from timeline.readers.options import ReadOptions
from timeline.readers.pagedates import Page, find_date
from timeline.readers.published import stated
from timeline.readers.sources import is_address, read_all

LIMIT: Final = 12 << 20  # bytes of a page without its pictures: a tree takes many times as much memory
_EMBEDDED: Final = re.compile(rb"data:[\w.+/-]{1,80};base64,[A-Za-z0-9+/=]{100,}")
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED: Final = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]{5,80})", re.IGNORECASE
)
_SAVED_DATE: Final = re.compile(r"\w{3} (\w{3} \d{1,2} \d{4})")
# What the libraries log about a page is told by the Skipped that we yield for it.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


@frozen
class Saved:
    """The address that a page was saved from, "" if not known, and the day of that."""

    url: str = ""
    day: Moment | None = None


def read_html(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield the article of a page, or each entry of a live blog."""
    yield from read_page(read_all(stream), name, options)


def read_page(data: bytes, name: str, options: ReadOptions, saved: Saved | None = None) -> Iterator[Article | Skipped]:
    """Yield what a page holds; `saved` tells of it what its own markup need not."""
    data = _EMBEDDED.sub(b"data:,", data)  # a saved page is mostly pictures
    if len(data) > LIMIT:
        raise UnreadableError(f"is larger than {LIMIT >> 20} MB")
    declared = _CHARSET.search(data[:4096])
    source = decode(data, declared.group(1).decode("ascii") if declared else "")
    page = _page(source, options, saved or _saved(source, name))
    linked = records(page.tree)
    base = Article(
        id="",
        title=_title(page, linked),
        text="",
        source=name,
        url=page.url,
        publisher=_publisher(page, linked),
        language="",
    )
    entries = list(live_entries(linked))
    for entry in entries:
        published = stated(entry.published, options, "its entry of the live blog")
        yield evolve(base, text=clean(entry.text), title=entry.title or base.title, published=published)
    if entries:
        return
    text = clean(_text(page))
    if not text.strip():
        raise UnreadableError("is a page without text")
    page = evolve(page, day_first=written_order(text, page.language, options.day_first))
    yield evolve(base, text=text, published=find_date(page, linked, text))


def text_of(markup: str) -> str:
    r"""Return the text of a piece of HTML, a line for each block.

    >>> text_of("<p>The ferry <b>stopped</b>.</p><p>It sailed again.</p>")
    'The ferry stopped.\nIt sailed again.'
    """
    from lxml import html  # noqa: PLC0415 - slow to import

    if not markup.strip():
        return ""
    marked = re.sub(r"<(?:/?(?:p|div|li|ul|ol|h[1-6]|tr|table|blockquote|section)\b[^>]*|br\s*/?)>", r"\g<0>\n", markup)
    try:
        tree = html.fromstring(f"<div>{_without_controls(marked)}</div>")
    except (ValueError, html.etree.LxmlError):
        return ""
    for element in list(tree.iter("script", "style", "head")):
        element.drop_tree()
    lines = (" ".join(line.split()) for line in clean(str(tree.text_content())).split("\n"))
    return "\n".join(line for line in lines if line)


def _without_controls(text: str) -> str:
    return clean(text).replace("\ufffd", "?")


def _saved(source: str, name: str) -> Saved:
    """Return what SingleFile notes in the pages that it saves, else the address that was fetched."""
    match = _SAVED.search(source[:4096])
    if not match:
        return Saved(name if is_address(name) else "")
    day = _SAVED_DATE.search(match.group(2))
    return Saved(match.group(1), parse_date(day.group(1)) if day else None)


def _page(source: str, options: ReadOptions, saved: Saved) -> Page:
    from trafilatura.utils import load_html  # noqa: PLC0415 - slow to import

    tree = load_html(_without_controls(source))
    if tree is None:
        raise UnreadableError("is not HTML that can be read")
    links = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if key and meta.get("content"):
            metas.setdefault(key.lower().strip(), meta.get("content").strip())
    url = saved.url or next(filter(None, links), "") or metas.get("og:url", "")
    language = options.language or tree.get("lang") or metas.get("og:locale", "").replace("_", "-")
    return Page(tree, metas, url, saved.day, language, options.zone)


def _text(page: Page) -> str:
    from trafilatura import bare_extraction, html2txt  # noqa: PLC0415 - slow to import

    try:
        found = bare_extraction(page.tree, with_metadata=False, include_comments=False)
    except RecursionError as error:
        raise UnreadableError("is nested too deeply") from error
    text = found.text if found is not None and not isinstance(found, dict) else ""
    return str(text or html2txt(page.tree))


def _title(page: Page, linked: list[Mapping[str, Any]]) -> str:
    named = next((str(each["headline"]) for each in linked if isinstance(each.get("headline"), str)), "")
    title = page.metas.get("og:title") or named or page.metas.get("twitter:title") or ""
    if not title:
        element = next(page.tree.iter("h1"), None)
        element = next(page.tree.iter("title"), None) if element is None else element
        title = element.text_content() if element is not None else ""
    return " ".join(clean(title).split())[:300]


def _publisher(page: Page, linked: list[Mapping[str, Any]]) -> str:
    for each in linked:
        publisher = each.get("publisher")
        if isinstance(publisher, Mapping) and isinstance(publisher.get("name"), str):
            return clean(publisher["name"]).strip()
    return clean(page.metas.get("og:site_name", "")).strip()
