"""When an article was published, as it says itself: in its metadata, its address, its header, its dateline.

What only follows from other things is the business of `timeline.infer`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from attrs import evolve

from timeline.article import ARCHIVED, Article, Published, unarchived
from timeline.dateline import dateline_at
from timeline.evidence import copyright_year
from timeline.moments import Grain, Moment
from timeline.readers.dates import either_way, has_year, parse_date, published_on, written_order
from timeline.readers.debris import is_caption, lines_of
from timeline.readers.options import ReadOptions
from timeline.readers.stamps import NEAR, WORD, Stamp, spoken, words_beside
from timeline.recognise import find_timexes

_ADDRESS: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<month>1[0-2]|0?[1-9]|[a-z]{3})(?P=mark)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MARKS: Final = " —–-_."


def given(text: str) -> Published:
    """Return the date that a user gives; raise ValueError for one that is none.

    >>> given("2025-06").latest
    Moment(2025-06-30)
    """
    moment = parse_date(text) if not re.fullmatch(r"\s*\d{4}\s*", text) else Moment.of(int(text))
    if moment is None:
        raise ValueError(f"no date: {text!r}")
    return published_on(moment, "given", 1.0, "given by the user")


def stated(text: str, options: ReadOptions, where: str, language: str = "") -> Published | None:
    """Return the date that a record states; None if it cannot be read."""
    language = options.language or language
    moment = parse_date(text, options.zone, language, options.day_first)
    if moment is None:
        return None
    published = published_on(moment, "metadata", 0.97, f"stated in {where}")
    return either_way(published, text, written_order(text, language, options.day_first))


def find_published(article: Article, stamps: Sequence[Stamp]) -> Published | None:
    """Return the date that an article states outside its metadata: in its address, header or dateline."""
    found = [
        each
        for each in (from_address(article.url), _from_stamps(stamps, article), from_dateline(article, stamps))
        if each is not None
    ]
    if not found:
        return None
    best, others = found[0], found[1:]
    agreeing = [other for other in others if other.day == best.day]
    if not agreeing:
        return best
    timed = next((each for each in (best, *agreeing) if each.moment and each.moment.grain < Grain.DAY), best)
    note = f"{best.note}; the {agreeing[0].origin} agrees"
    return evolve(best, earliest=timed.earliest, latest=timed.latest, confidence=0.98, note=note)


def from_address(url: str) -> Published | None:
    """Return the day in an address such as `/2025/06/20/`.

    >>> from_address("https://example.org/2025/jun/20/ferry").day
    Moment(2025-06-20)
    """
    rest = unarchived(url)
    path = rest.partition("//")[2].partition("/")[2] if "//" in rest else rest
    for match in _ADDRESS.finditer(path.lower()):
        month = match["month"]
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
        rest = path[match.end() : match.end() + 1]
        if not match["mark"] and (len(month) != 2 or len(match["day"]) != 2):
            continue
        if match["mark"] and (rest.isalnum() or rest == "_"):  # "/06/5_people"
            continue
        try:
            day = Moment.of(int(match["year"]), number, int(match["day"]))
        except ValueError:
            continue
        return Published.on(day, "url", 0.95, f"in its address: {match.group()}")
    return None


def archived(url: str) -> Moment | None:
    """Return the day on which an address of a web archive was saved: nothing on it is later."""
    match = ARCHIVED.match(url)
    return parse_date("-".join(match.groups())) if match else None


def not_after(url: str) -> Published | None:
    """Return the bound that a web archive's address sets."""
    saved = archived(url)
    return Published(None, saved, "url", 0.9, "its address says when it was archived") if saved else None


def _from_stamps(stamps: Sequence[Stamp], article: Article) -> Published | None:
    signed = words_beside(article.language).bylines  # a date above the name of the page is rather that of its visit
    updated = (stamp for stamp in stamps if stamp.label == "updated")
    opened = [stamp for stamp in updated if stamp.line.text.endswith(":")]  # "Updated on May 4:"
    for label in ("published", "", "updated"):
        same = [stamp for stamp in opened or stamps if stamp.label == label]
        if not same:
            continue
        best = max(same, key=lambda each: (each.confidence, bool(signed.match(each.line.text)), -each.line.start))
        confidence = 0.95 if sum(stamp.moment.first == best.moment.first for stamp in same) > 1 else best.confidence
        note = f"{'the line of its last update' if label == 'updated' else 'its header'}: {best.text}"
        return either_way(Published.on(best.moment, "header", confidence, note), best.line.text, article.day_first)
    return None


def from_dateline(article: Article, stamps: Sequence[Stamp] = ()) -> Published | None:
    """Return the day of a dateline: "HARBOUR TOWN, June 17 (HNA) — …", with the year from elsewhere if it has none."""
    language, near = spoken(article.language), _year_elsewhere(article, stamps)
    updated = words_beside(language).updated
    for line in islice(lines_of(article.text), NEAR):
        dateline = dateline_at(line.text, language)
        if not dateline or not dateline.is_sure or is_caption(line.text, language):
            continue
        head = line.text[: dateline.end].rstrip(_MARKS)
        if any(word.casefold() in updated for word in WORD.findall(head)):
            continue
        for timex in find_timexes(head, near, language, day_first=article.day_first):
            when = timex.when
            if isinstance(when, Moment) and when.grain <= Grain.DAY and re.search(r"\d", timex.text):
                sure = 0.9 if has_year(timex.text) else 0.85
                return Published.on(when.widen(Grain.DAY), "dateline", sure, f"its dateline: {head[:80]}")
    return None


def _year_elsewhere(article: Article, stamps: Sequence[Stamp]) -> Moment | None:
    """Return a day near which a dateline without a year must lie."""
    if stamps:
        return stamps[0].moment.widen(Grain.DAY)
    year = copyright_year(article.text)
    return archived(article.url) or (Moment.of(year.year, 7, 1) if year else None)
