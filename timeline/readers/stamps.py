"""Lines that state when their article was published or updated: "Posted June 20, 2025 | Updated June 22"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from timeline import language as languages
from timeline.foreign import find_foreign
from timeline.moments import Grain, Moment
from timeline.readers.dates import has_year, parse_numeric
from timeline.readers.debris import Line, lines_of
from timeline.recognise import find_timexes
from timeline.timex import Timex

Label: TypeAlias = Literal["published", "updated", ""]
_Days: TypeAlias = list[tuple[Timex, Moment]]

NEAR: Final = 25  # lines at the top
_FOOT: Final = 2_000  # characters at the end
WORD: Final = re.compile(r"(?<!\d)[^\W\d_][\w.'’-]*")
_EMPHASIS: Final = re.compile(r"\s*([*_]{1,3})(.*)\1\s*", re.DOTALL)  # Markdown
_POINTED: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d")
_GLUED: Final = re.compile(r"(?<=\d{4})(?=[^\W\d_年년])")  # "June 20, 2025Jun 20, 2025"
_YEAR: Final = re.compile(r"\d{4}|[/.'’-]\d\d")  # what every date has that needs no other
_SHORT: Final = 200  # characters of a line of date and author
# Shares of exact days among 2,056 local news pages, rounded down; agreement of two sources adds to them.
_CONFIDENCE: Final = {"published": 0.95, "updated": 0.85, "": 0.9}
_FAR: Final = 0.7  # a bare date far from the headline
# What stands between a date and the report behind it.
_OPENS: Final = re.compile(r"(?:\s+[-–—]+|\s*[—:|])\s+(?=[“\"‘]?[^\W\d_a-z])")
_LEANS: Final = re.compile(r"XXXX-(?:WXX|XX-XX)")  # the value of what leans on the day of publication: "on Saturday"
_FEW: Final = 3  # words beside a date, whatever they are
_READ: Final = 2_000  # characters of a report in which it names a day
_NOTED: Final = 80  # characters of a line that a note gives
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

    @property
    def text(self) -> str:
        """What it says, for a note: two dates that a page runs together are parted."""
        opens = self.line.start == self.start and self.line.is_prose
        said = self.line.text[: self.end - self.start] if opens else self.line.text
        return _GLUED.sub(", ", said)[:_NOTED].rstrip(" -–—:|")


def find_stamps(
    text: str, language: str = "en", saved: Moment | None = None, day_first: bool | None = None
) -> list[Stamp]:
    """Return the lines that state when the article was published or updated, in order of the text.

    `saved` is when the page was saved: "3 hours ago" is counted from it. `day_first` tells how 4/5/2025 is written.
    """

    def days_of(line: str) -> _Days:
        if saved is None and not _YEAR.search(line):
            return []
        found = [] if languages.known(language) else find_foreign(line, saved, language)
        found = found or find_timexes(line, saved, spoken(language), day_first=day_first)
        return [(timex, moment) for timex in found if (moment := complete(timex, saved))]

    words = words_beside(language)
    head = list(islice(lines_of(text), NEAR))
    first_prose = next((place for place, line in enumerate(head) if line.is_prose), 0)
    found: list[Stamp] = []
    for place, line in enumerate(head):
        found.extend(_stamps_of(line, days_of, words, near=place < first_prose + 4))
    found.extend(_opening(head, first_prose, days_of, language))
    for line in _foot(text, head[-1].end if head else 0):
        found.extend(_stamps_of(line, days_of, words, near=False))
    bare = {stamp.moment.widen(Grain.DAY) for stamp in found if _is_far(stamp)}
    if len(bare) < 2:
        return found
    prose = head[first_prose].end if head else 0  # a list of dates tells of other days
    return [stamp for stamp in found if not _is_far(stamp) and (stamp.label or stamp.start < prose)]


def _is_far(stamp: Stamp) -> bool:
    """Tell whether nothing but its place on a line of its own, far from the headline, makes a date a stamp."""
    return not stamp.label and stamp.confidence == _FAR


def _opening(head: Sequence[Line], place: int, days_of: Callable[[str], _Days], language: str) -> Iterator[Stamp]:
    """Yield the date before the report that begins at a place: "10 June 2024 - The museum opened on Saturday".

    An entry of a list of dates has others like it, and no other day that leans on its own.
    """

    def dated(line: Line) -> tuple[Moment, int] | None:
        begin = line.text[:_LABEL]
        timex, moment = next(iter(days_of(begin)), (None, None)) if begin[:1].isalnum() else (None, None)
        opens = _OPENS.match(line.text, timex.end) if timex and timex.start == 0 else None
        return (moment, opens.end()) if moment and opens else None

    found = dated(head[place]) if head and head[place].is_prose else None
    if found is None or any(dated(line) for line in head if line != head[place]):
        return
    moment, end = found
    line = head[place]
    if any(_LEANS.match(timex.value) for timex in find_timexes(line.text[end:_READ], None, spoken(language))):
        yield Stamp(line, line.start, line.start + end, moment, "", _CONFIDENCE[""])


def _foot(text: str, after: int) -> list[Line]:
    """Return the last lines of a text that begin after a place in it."""
    start = max(after, len(text) - _FOOT)
    return [evolve(line, start=line.start + start, end=line.end + start) for line in lines_of(text[start:])][-5:]


def _stamps_of(line: Line, days_of: Callable[[str], _Days], words: Words, *, near: bool) -> Iterator[Stamp]:
    """Yield what a line states; `near` tells that it stands near the headline, where a bare date is enough."""
    if len(line.text) > 4 * _SHORT or not re.search(r"\d", line.text):
        return
    text = _GLUED.sub(" ", line.text)
    days = days_of(text)
    alone = bool(days) and len(text) <= _SHORT and _stands_alone(text, [timex for timex, _ in days], words)
    for timex, moment in days:
        label, begin = words.label(text[: timex.start])
        if not label and words.others.search(text[: timex.start]):
            continue
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


def _stands_alone(text: str, dates: Iterable[Timex], words: Words) -> bool:
    """Whether a line holds little beside its dates: a name, a section, but no statement."""
    for timex in reversed(list(dates)):
        text = text[: timex.start] + " " + text[timex.end :]
    if emphasised := _EMPHASIS.fullmatch(text):
        text = emphasised[2]
    if "@" in text or text.lstrip().startswith(("—", "–", "•", "*")):
        return False
    rest = [word for word in WORD.findall(text) if word.casefold().rstrip(".:") not in words.beside]
    if not words.beside:  # of a language without data
        return len(rest) <= _FEW
    return len(rest) <= 6 and all(word[0].isupper() or not word[0].islower() for word in rest)


@frozen
class Words:
    """The words of a language that stand beside a date of publication, and what begins a line on who wrote it."""

    labels: re.Pattern[str]
    others: re.Pattern[str]
    updated: frozenset[str]
    beside: frozenset[str]
    bylines: re.Pattern[str]

    def label(self, before: str) -> tuple[Label, int]:
        """Return the label that ends the words before a date, and where it begins."""
        match = self.labels.search(before, max(0, len(before) - _LABEL))
        if not match:
            return "", len(before)
        label = (match["label"] or match["second"]).casefold()
        return "updated" if label in self.updated else "published", match.start()


@cache
def words_beside(language: str) -> Words:
    """Return the words of a language; none where it has no data."""
    try:
        data = languages.load(language, "debris").get("stamps", {})
    except LookupError:
        data = {}
    updated = [word.casefold() for word in data.get("updated", ())]
    names = sorted({*data.get("published", ()), *updated}, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in names) or r"(?!)"
    # A label opens its line or bracket, or a colon follows: "the study was published June 20" is none.
    opening = rf"(?:\A|[(|\[•·*]\s*)(?P<label>{either})"
    first = "|".join(map(re.escape, data.get("first", ()))) or r"(?!)"
    pattern = rf"{opening}\s*:?[\s,(–—-]*$|(?<!\w)(?!(?:{first})\s*:)(?P<second>{either})\s*:[\s,(–—-]*$"
    return Words(
        re.compile(pattern, re.IGNORECASE),
        re.compile(rf"\w\s+(?:{first})\s*:\s*$", re.IGNORECASE),  # "Start date: ..." tells of something else
        frozenset(updated),
        frozenset(word.casefold().rstrip(".") for word in (*data.get("beside", ()), *names)),
        re.compile(rf"(?:{'|'.join(map(re.escape, data.get('bylines', ()))) or '(?!)'})\s", re.IGNORECASE),
    )


def spoken(language: str) -> str:
    """Return the language whose grammar reads the dates: figures are read alike in those that have none."""
    return language if languages.known(language) else "en"
