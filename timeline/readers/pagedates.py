"""The date of a web page: what its metadata, its address and its visible header say, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from attrs import evolve, frozen

from timeline.article import Origin, Published
from timeline.moments import Grain, Moment
from timeline.readers.dates import of_datetime, parse_date, published_on
from timeline.readers.options import ReadOptions
from timeline.readers.published import archived, find_stamps, from_address

# Names of <meta> in the order of their worth; those of the second row are often the date of the last change.
_METAS: Final = (
    *("article:published_time", "og:article:published_time", "article:published", "og:published_time"),
    *("datepublished", "publishdate", "publish-date", "publish_date", "published_date", "pubdate", "parsely-pub-date"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "bt:pubdate", "dc.date.issued", "dcterms.issued"),
    *("citation_publication_date", "originalpublicationdate", "published"),
    *("dc.date.created", "dcterms.created", "datecreated", "article.created", "date.created"),
)
_LOOSE_METAS: Final = ("date", "dc.date", "dcterms.date", "article:post_date", "displaydate", "timestamp")
_UPDATED_METAS: Final = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")
_ELSEWHERE: Final = re.compile(
    r"relat|sidebar|teaser|comment|recommend|footer|widget|promo|more-|latest|popular", re.IGNORECASE
)
_MARKED: Final = "//time | //*[@itemprop='datePublished'] | //*[contains(@class, 'date') or contains(@class, 'publ')]"
_SEEN: Final = 400  # elements looked at
_MONTH: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?!\d)")


@frozen
class Page:
    """A page as a tree, its <meta> entries by lower-case name, its own address, and the day it was saved."""

    tree: Any
    metas: Mapping[str, str]
    url: str
    saved: Moment | None


@frozen
class _Found:
    moment: Moment
    origin: Origin
    confidence: float
    note: str


def find_date(page: Page, linked: Sequence[Mapping[str, Any]], text: str, options: ReadOptions) -> Published | None:
    """Return when a page was published; bounds where it names only a month or a year."""
    latest = page.saved or archived(page.url)
    found = list(_candidates(page, linked, text, options))
    if latest:
        found = [each for each in found if each.moment.first <= latest.first]
    if found:
        return _weighed(found)
    return _searched(page, options)


def _candidates(page: Page, linked: Sequence[Mapping[str, Any]], text: str, options: ReadOptions) -> Iterator[_Found]:
    """Yield the dates that a page states, the most trustworthy first."""
    for key, sure in (("datePublished", 0.97), ("dateCreated", 0.9), ("uploadDate", 0.9)):
        for record in linked:
            yield from _parsed(record.get(key), options, "metadata", sure, f"JSON-LD {key}")
    for name in _METAS:
        yield from _parsed(page.metas.get(name), options, "metadata", 0.96, f"meta {name}")
    address = from_address(page.url)
    if address and address.moment:
        yield _Found(address.moment, "url", address.confidence, address.note)
    yield from _visible(page, options)
    for stamp in find_stamps(text[:5_000], saved=page.saved):
        yield _Found(stamp.moment, "header", stamp.confidence - 0.05, f"its header: {stamp.line.text[:80]}")
    for name in _LOOSE_METAS:
        yield from _parsed(page.metas.get(name), options, "metadata", 0.85, f"meta {name}")
    for record in linked:
        yield from _parsed(record.get("dateModified"), options, "metadata", 0.7, "JSON-LD dateModified")
    for name in _UPDATED_METAS:
        yield from _parsed(page.metas.get(name), options, "metadata", 0.7, f"meta {name}")


def _parsed(value: object, options: ReadOptions, origin: Origin, sure: float, note: str) -> Iterator[_Found]:
    moment = parse_date(value, options.zone, options.language) if isinstance(value, str) else None
    if moment and moment.grain <= Grain.DAY:
        yield _Found(moment, origin, sure, note)


def _visible(page: Page, options: ReadOptions) -> Iterator[_Found]:
    """Yield the dates of the page's marked-up header, not those of teasers for other pages."""
    for element in page.tree.xpath(_MARKED)[:_SEEN]:
        around = (f"{each.get('class')} {each.get('id')} {each.tag}" for each in element.iterancestors())
        if any(map(_ELSEWHERE.search, around)):
            continue
        sure = 0.92 if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None else 0.86
        written = element.get("datetime") or element.get("content") or " ".join(element.text_content().split())
        if len(written) < 60:
            yield from _parsed(written, options, "header", sure, f"its header: {written}")


def _weighed(found: Sequence[_Found]) -> Published:
    """Return the best date, surer when others agree; a second date of better support wins over a loose one."""
    best = found[0]
    agreeing = [each for each in found[1:] if each.moment.first == best.moment.first]
    others = {each.moment.first for each in found if each.origin != best.origin}
    sure = min(0.99, best.confidence + 0.02) if agreeing else best.confidence - (0.1 if others else 0)
    published = published_on(best.moment, best.origin, round(sure, 2), best.note)
    timed = next((each.moment for each in agreeing if each.moment.grain < Grain.DAY), None)
    if timed and best.moment.grain == Grain.DAY:
        published = evolve(published, earliest=timed, latest=timed)
    return published


def _searched(page: Page, options: ReadOptions) -> Published | None:
    """Return what a search of the whole page finds; only a year or a month where it guesses the first day of one."""
    from htmldate import find_date as search  # noqa: PLC0415 - slow to import

    try:
        found = search(page.tree, original_date=True, outputformat="%Y-%m-%dT%H:%M:%S%z", url=page.url or None)
    except (ValueError, TypeError, RecursionError):
        return None
    if not found:
        return None
    moment = of_datetime(datetime.fromisoformat(found), options.zone)
    if moment.seconds[0] % 86_400 == 0:
        moment = moment.widen(Grain.DAY)
    return published_on(moment, "metadata", 0.7, "found by a search of the page")
