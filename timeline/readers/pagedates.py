"""The date of a web page: what its metadata, its address and its visible header say, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final

from attrs import evolve, frozen

from timeline.article import Origin, Published
from timeline.days import year_month_day
from timeline.foreign import find_foreign
from timeline.language import known
from timeline.moments import SECONDS_A_DAY, Grain, Moment
from timeline.readers.dates import either_way, has_year, of_datetime, parse_date, published_on
from timeline.readers.published import archived, from_address
from timeline.readers.stamps import complete, find_stamps
from timeline.recognise import find_timexes

# Names of <meta> in the order of their worth; those of the second row are often the date of the last change.
_BEST_METAS: Final = ("article:published_time", "og:article:published_time", "article:published", "og:published_time")
_METAS: Final = (
    *("datepublished", "publishdate", "publish-date", "publish_date", "published_date", "pubdate", "parsely-pub-date"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "bt:pubdate", "dc.date.issued", "dcterms.issued"),
    *("citation_publication_date", "originalpublicationdate", "published"),
    *("dc.date.created", "dcterms.created", "datecreated", "article.created", "date.created"),
)
_LOOSE_METAS: Final = ("date", "dc.date", "dcterms.date", "article:post_date", "displaydate", "timestamp")
_UPDATED_METAS: Final = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")
_ELSEWHERE: Final = re.compile(
    r"\brelated|sidebar|teaser|\bcomments?\b|recommend|footer|widget|\bpromo|\bmore\b|\blatest|popular", re.IGNORECASE
)
_MARKED: Final = (
    "self::time or @itemprop='datePublished' or contains(@class, 'date') or contains(@class, 'publ') or @data-date"
)
_FOUND: Final = "found by a search of the page"
_OTHERS: Final = ("a", "title", "option")  # elements whose text is of another page, or of none
_AROUND: Final = 8  # ancestors whose names tell what an element belongs to
_MONTH: Final = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?:/|$)")
_PARTS: Final = 5  # elements within that of a date
_SHORT: Final = 60  # characters of a date that stands alone
_TEXTS: Final = 5_000  # elements whose text is looked at
_WORDS_BESIDE: Final = 4  # beside a date that stands nearly alone, its month among them
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SEEN: Final = 60  # elements looked at


@frozen
class Page:
    """A page as a tree, its <meta> entries by lower-case name, its address, the day it was saved, language and zone.

    `day_first` tells how it writes 4/5/2025.
    """

    tree: Any
    metas: Mapping[str, str]
    url: str
    saved: Moment | None
    language: str = ""
    zone: str = ""
    day_first: bool | None = None


def _month(url: str) -> Moment | None:
    """Return the month that an address names: `/2017/09/`."""
    match = _MONTH.search(url)
    return Moment.of(int(match[1]), int(match[2])) if match else None


@frozen
class _Found:
    moment: Moment
    origin: Origin
    confidence: float
    note: str


def find_date(page: Page, linked: Sequence[Mapping[str, Any]], text: str) -> Published | None:
    """Return when a page was published; bounds where it names only a month or a year."""
    latest = page.saved or archived(page.url)
    found = list(_candidates(page, linked, text))
    if month := _month(page.url):  # a date in the text of an archive's page is more likely another's
        found = [each for each in found if each.origin != "header" or each.moment.widen(Grain.MONTH) == month]
    if latest:
        found = [each for each in found if each.moment.first <= latest.first]
    if found:
        return _weighed(found, page.day_first)
    searched = _searched(page, latest)
    if month and searched is None:
        return published_on(month, "url", 0.9, f"in its address: {month.value}")
    return searched


def _candidates(page: Page, linked: Sequence[Mapping[str, Any]], text: str) -> Iterator[_Found]:
    """Yield the dates that a page states, the most trustworthy first."""
    for name in _BEST_METAS:
        yield from _parsed(page, page.metas.get(name), "metadata", 0.97, f"meta {name}")
    for key, sure in (("datePublished", 0.97), ("dateCreated", 0.9), ("uploadDate", 0.9)):
        for record in linked:
            yield from _parsed(page, record.get(key), "metadata", sure, f"JSON-LD {key}")
    for name in _METAS:
        yield from _parsed(page, page.metas.get(name), "metadata", 0.96, f"meta {name}")
    address = from_address(page.url)
    if address and address.moment:
        yield _Found(address.moment, "url", address.confidence, address.note)
    yield from _visible(page)
    for stamp in find_stamps(text[:5_000], saved=page.saved, day_first=page.day_first):
        yield _Found(stamp.moment, "header", stamp.confidence - 0.05, f"its header: {stamp.text}")
    for name in _LOOSE_METAS:
        yield from _parsed(page, page.metas.get(name), "metadata", 0.85, f"meta {name}")
    for record in linked:
        yield from _parsed(page, record.get("dateModified"), "metadata", 0.7, "JSON-LD dateModified")
    for name in _UPDATED_METAS:
        yield from _parsed(page, page.metas.get(name), "metadata", 0.7, f"meta {name}")


def _parsed(page: Page, value: object, origin: Origin, sure: float, note: str) -> Iterator[_Found]:
    moment = parse_date(value, page.zone, page.language, page.day_first) if isinstance(value, str) else None
    if moment and moment.grain <= Grain.DAY:
        yield _Found(moment, origin, sure, note)


def _visible(page: Page) -> Iterator[_Found]:
    """Yield the dates of the page's marked-up header, not those of teasers for other pages."""
    below, above = (page.tree.xpath(f"(//h1)[1]/{side}::*[{_MARKED}]") for side in ("following", "preceding"))
    marked = below[:_SEEN] + above[:_SEEN] or page.tree.xpath(f"//*[{_MARKED}]")[:_SEEN]
    own: list[_Found] = []
    others: list[_Found] = []
    for element in marked:
        sure = 0.92 if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None else 0.86
        attributes = (element.get(name) for name in ("datetime", "content", "data-date"))
        inside = element.text_content() if len(element) <= _PARTS else ""
        written = next(filter(None, attributes), "") or " ".join(inside.split())
        found = _parsed(page, written, "header", sure, f"its header: {written}") if len(written) < _SHORT else ()
        (others if _is_elsewhere(element) else own).extend(found)
    yield from own
    yield from _written(page)
    if not own and len({each.moment.first for each in others}) == 1:  # among teasers it would not stand alone
        yield from others


def _written(page: Page) -> Iterator[_Found]:
    """Yield the first date that stands nearly alone in an element that nothing marks: "Posted on 20 June 2025"."""
    language = page.language.lower().partition("-")[0].partition("_")[0]
    for element in islice(page.tree.iter("*"), _TEXTS):
        for text in (element.text, element.tail):
            if not text or not 8 <= len(text.strip()) <= _SHORT or not has_year(text) or _is_of_others(element):
                continue
            words = " ".join(text.split())
            dates = find_timexes(words, language=language) if known(language) else find_foreign(words, None, language)
            days = [day for timex in dates if (day := complete(timex))]
            if len(days) == 1 and len(_WORD.findall(words)) <= _WORDS_BESIDE:
                yield _Found(days[0].widen(Grain.DAY), "header", 0.75, f"its header: {words}")
                return


def _is_of_others(element: Any) -> bool:
    own = (element, *islice(element.iterancestors(), _AROUND))
    return any(each.tag in _OTHERS for each in own) or _is_elsewhere(element)


def _is_elsewhere(element: Any) -> bool:
    around = [each for each in islice(element.iterancestors(), _AROUND) if each.tag not in ("body", "html")]
    return any(_ELSEWHERE.search(f"{each.get('class')} {each.get('id')} {each.tag}") for each in around)


def _weighed(found: Sequence[_Found], day_first: bool | None) -> Published:
    """Return the best date, surer when others agree; a second date of better support wins over a loose one."""
    best = _local(found)
    agreeing = [each for each in found[1:] if each.moment.first == best.moment.first]
    others = {each.moment.first for each in found if each.origin != best.origin}
    sure = min(0.99, best.confidence + 0.02) if agreeing else best.confidence - (0.1 if others else 0)
    published = published_on(best.moment, best.origin, round(sure, 2), best.note)
    timed = next((each.moment for each in agreeing if each.moment.grain < Grain.DAY), None)
    if timed and best.moment.grain == Grain.DAY:
        published = evolve(published, earliest=timed, latest=timed)
    agreed = any(each.origin != best.origin for each in agreeing)
    return published if agreed else either_way(published, best.note, day_first)


def _local(found: Sequence[_Found]) -> _Found:
    """Return the first date; if it is a time in UTC, the day beside it that the page shows or its address names.

    Metadata that some machine rewrote later is outweighed by an address and a visible header that agree.
    """
    best = found[0]
    shown = {each.moment.first for each in found if each.origin == "header"}
    named = next((each for each in found if each.origin == "url" and each.moment.first in shown), None)
    if named and best.origin == "metadata" and best.moment.first > named.moment.first + 1:
        return named
    if best.moment.zone in ("Z", "+00:00") and best.moment.grain < Grain.DAY:
        for each in found[1:]:
            if each.origin in ("url", "header") and abs(each.moment.first - best.moment.first) == 1:
                return each
    return best


def _searched(page: Page, latest: Moment | None) -> Published | None:
    """Return what a search of the whole page finds, nothing later than the `latest`.

    It says nothing where the search guesses the first day of a year or a month.
    """
    from htmldate import find_date as search  # noqa: PLC0415 - slow to import

    try:
        found = search(
            page.tree,
            original_date=True,
            outputformat="%Y-%m-%dT%H:%M:%S%z",
            url=page.url or None,
            max_date=latest.widen(Grain.DAY).value if latest else None,
        )
    except (ValueError, TypeError, RecursionError):
        return None
    if not found:
        return None
    moment = of_datetime(datetime.fromisoformat(found), page.zone)
    if moment.seconds[0] % SECONDS_A_DAY:
        return published_on(moment, "metadata", 0.7, _FOUND)
    if moment.first != moment.widen(Grain.MONTH).first:
        return published_on(moment.widen(Grain.DAY), "metadata", 0.7, _FOUND)
    if _shows_first(moment, page.tree.text_content()):
        return published_on(moment.widen(Grain.DAY), "metadata", 0.6, _FOUND)
    return None


def _shows_first(day: Moment, text: str) -> bool:
    """Whether a text holds the first day of a month in figures, or with some word between the 1 and the year."""
    year, month, _ = year_month_day(day.first)
    written = rf"(?<!\d)0?1[./] ?(?:0?{month}[./]|[^\W\d_]{{3,9}}) ?{year}|{year}-{month:02d}-01"
    return bool(re.search(written, text))
