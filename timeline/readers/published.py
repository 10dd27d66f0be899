"""When an article was published, as it says itself: in its metadata, its address, its header, its dateline.

What only follows from other things is the business of `timeline.infer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from timeline import language as languages
from timeline.article import Article, Published
from timeline.moments import Grain, Moment
from timeline.readers.dates import has_year, parse_date, parse_numeric, published_on
from timeline.readers.debris import Line, is_caption, lines_of
from timeline.readers.options import ReadOptions
from timeline.recognise import find_timexes
from timeline.timex import Timex

Label: TypeAlias = Literal["published", "updated", ""]

_ADDRESS: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<month>1[0-2]|0?[1-9]|[a-z]{3})(?P=mark)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_ARCHIVED: Final = re.compile(r"^(?:https?://)?web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d*[a-z_]*/")
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|copyright)(?:\s|\d{4}\s?[-–]){0,3}((?:19|20)\d\d)", re.IGNORECASE)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DASH: Final = re.compile(r"\s*(?:[—–]|--+|_)\s*|\s-\s|(?<=\))-\s*")
_POINTED: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d")
_GLUED: Final = re.compile(r"(?<=\d{4})(?=[^\W\d_])")
_WORD: Final = re.compile(r"[^\W\d_][\w.'’-]*")
_SHORT: Final = 200  # characters of a line of date and author
_NEAR: Final = 25  # lines at the top
_FOOT: Final = 2_000  # characters at the end
# Shares of exact days among 2,056 local news pages, rounded down; agreement of two sources adds to them.
_CONFIDENCE: Final = {"published": 0.95, "updated": 0.85, "": 0.9}
_FAR: Final = 0.7  # a bare date far from the headline
_LABEL: Final = 60  # characters before a date in which its label ends
_CLOSING: Final = 0.6  # "(Published Sunday, Jan 22, 2017)" after a caption is the picture's date


@frozen
class Stamp:
    """A line that says when the article was published, or updated; `start` and `end` are what of it says no more."""

    line: Line
    start: int
    end: int
    moment: Moment
    label: Label
    confidence: float


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
    moment = parse_date(text, options.zone, options.language or language)
    return published_on(moment, "metadata", 0.97, f"stated in {where}") if moment else None


def find_published(article: Article, stamps: Sequence[Stamp]) -> Published | None:
    """Return the date that an article states outside its metadata: in its address, header or dateline."""
    found = [
        each
        for each in (from_address(article.url), _from_stamps(stamps), from_dateline(article, stamps))
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
    rest = _ARCHIVED.sub("", url)
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
    match = _ARCHIVED.match(url)
    return parse_date("-".join(match.groups())) if match else None


def not_after(url: str) -> Published | None:
    """Return the bound that a web archive's address sets."""
    saved = archived(url)
    return Published(None, saved, "url", 0.9, "its address says when it was archived") if saved else None


def find_stamps(text: str, language: str = "en", saved: Moment | None = None) -> list[Stamp]:
    """Return the lines that state when the article was published or updated, in order of the text.

    `saved` is when the page was saved: "3 hours ago" is counted from it.
    """
    language = _spoken(language)
    head = list(islice(lines_of(text), _NEAR))
    first_prose = next((place for place, line in enumerate(head) if line.is_prose), 0)
    found: list[Stamp] = []
    for place, line in enumerate(head):
        found.extend(_stamps_of(line, language, saved, near=place < first_prose + 4))
    for line in _foot(text, head[-1].end if head else 0):
        found.extend(_stamps_of(line, language, saved, near=False))
    return found


def _foot(text: str, after: int) -> list[Line]:
    """Return the last lines of a text that begin after a place in it."""
    start = max(after, len(text) - _FOOT)
    return [evolve(line, start=line.start + start, end=line.end + start) for line in lines_of(text[start:])][-5:]


def _spoken(language: str) -> str:
    """Return the language whose grammar reads the dates: figures are read alike in those that have none."""
    return language if languages.known(language) else "en"


def _stamps_of(line: Line, language: str, saved: Moment | None, *, near: bool) -> Iterator[Stamp]:
    """Yield what a line states; `near` tells that it stands near the headline, where a bare date is enough."""
    if len(line.text) > 4 * _SHORT or not re.search(r"\d", line.text):
        return
    text = _GLUED.sub(" ", line.text)
    days = [(timex, moment) for timex in find_timexes(text, saved, language) if (moment := complete(timex, saved))]
    if not days:
        return
    words = _words(language)
    alone = len(text) <= _SHORT and _stands_alone(text, [timex for timex, _ in days], words)
    for timex, moment in days:
        label, begin = words.label(text[: timex.start])
        sure = _CONFIDENCE[label] if near or label else _FAR
        if alone:
            yield Stamp(line, line.start, line.end, moment, label, sure)
        elif label and text.endswith(")") and 0 < text.rfind("(") <= begin + 1 and begin > _SHORT / 4:
            yield Stamp(line, line.start + text.rfind("("), line.end, moment, label, _CLOSING)
        elif label:  # a headline before it is debris too, a story is not
            yield Stamp(
                line, line.start + begin, line.end if not line.is_prose else line.start + timex.end, moment, label, sure
            )


def complete(timex: Timex, saved: Moment | None = None) -> Moment | None:
    """Return the day or time of an expression that needs no other, or only the day on which its page was saved."""
    when = timex.when
    if _POINTED.match(timex.text):  # 01.11.2023: whoever writes points puts the day first
        with suppress(ValueError):
            return parse_numeric(timex.text)
    if isinstance(when, Moment) and when.grain <= Grain.DAY and (saved is not None or has_year(timex.text)):
        return when
    return None


def _stands_alone(text: str, dates: Iterable[Timex], words: _Words) -> bool:
    """Whether a line holds little beside its dates: a name, a section, but no statement."""
    for timex in reversed(list(dates)):
        text = text[: timex.start] + " " + text[timex.end :]
    if "@" in text or text.lstrip().startswith(("—", "–", "•", "*")):
        return False
    rest = [word for word in _WORD.findall(text) if word.casefold().rstrip(".:") not in words.beside]
    return len(rest) <= 6 and all(word[0].isupper() or not word[0].islower() for word in rest)


@frozen
class _Words:
    labels: re.Pattern[str]
    updated: frozenset[str]
    beside: frozenset[str]

    def label(self, before: str) -> tuple[Label, int]:
        """Return the label that ends the words before a date, and where it begins."""
        match = self.labels.search(before, max(0, len(before) - _LABEL))
        if not match:
            return "", len(before)
        label = (match["label"] or match["second"]).casefold()
        return "updated" if label in self.updated else "published", match.start()


@cache
def _words(language: str) -> _Words:
    try:
        data = languages.load(language, "debris").get("stamps", {})
    except LookupError:
        data = {}
    updated = [word.casefold() for word in data.get("updated", ())]
    names = sorted({*data.get("published", ()), *updated}, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in names) or r"(?!)"
    # A label opens its line or bracket, or a colon follows: "the study was published June 20" is none.
    opening = rf"(?:\A|[(|\[•·]\s*)(?P<label>{either})"
    pattern = rf"{opening}:?[\s,(–—-]*$|(?<!\w)(?P<second>{either})\s*:[\s,(–—-]*$"
    return _Words(
        re.compile(pattern, re.IGNORECASE),
        frozenset(updated),
        frozenset(word.casefold().rstrip(".") for word in (*data.get("beside", ()), *names)),
    )


def _from_stamps(stamps: Sequence[Stamp]) -> Published | None:
    for label in ("published", "", "updated"):
        same = [stamp for stamp in stamps if stamp.label == label]
        if not same:
            continue
        best = max(same, key=lambda stamp: (stamp.confidence, -stamp.line.start))
        confidence = 0.95 if sum(stamp.moment.first == best.moment.first for stamp in same) > 1 else best.confidence
        note = f"{'the line of its last update' if label == 'updated' else 'its header'}: {best.line.text[:80]}"
        return Published.on(best.moment, "header", confidence, note)
    return None


def from_dateline(article: Article, stamps: Sequence[Stamp] = ()) -> Published | None:
    """Return the day of a dateline: "HARBOUR TOWN, June 17 (HNA) — …", with the year from elsewhere if it has none."""
    language = _spoken(article.language)
    for line in islice(lines_of(article.text), _NEAR):
        dash = _DASH.search(line.text, 0, 110)
        if not dash or is_caption(line.text, language):
            continue
        head = line.text[: dash.start()]
        for timex in find_timexes(head, _year_elsewhere(article, stamps), language):
            when = timex.when
            if isinstance(when, Moment) and when.grain <= Grain.DAY and _is_dateline(head, timex, _words(language)):
                sure = 0.9 if has_year(timex.text) else 0.85
                return Published.on(when.widen(Grain.DAY), "dateline", sure, f"its dateline: {head[:80]}")
    return None


def _is_dateline(head: str, timex: Timex, known: _Words) -> bool:
    if not re.search(r"\d", timex.text):
        return False
    rest = head[: timex.start] + " " + head[timex.end :]
    words = _WORD.findall(rest)
    if any(word.casefold() in known.updated for word in words):
        return False
    if not words:
        return rest.strip().startswith("(")
    return words[0].isupper() and len(words[0]) > 1 and len(words) <= 8 and all(word[0].isupper() for word in words)


def _year_elsewhere(article: Article, stamps: Sequence[Stamp]) -> Moment | None:
    """Return a day near which a dateline without a year must lie."""
    if stamps:
        return stamps[0].moment.widen(Grain.DAY)
    years = _COPYRIGHT.findall(article.text[:_FOOT] + article.text[-_FOOT:])
    return archived(article.url) or (Moment.of(int(max(years)), 7, 1) if years else None)
