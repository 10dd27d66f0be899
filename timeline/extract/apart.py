"""Dates that stand apart from what they date: above it or beside it in a chronology, below it in a post."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from timeline.article import Article
from timeline.extract.clauses import Statement
from timeline.extract.datings import date_of, is_range
from timeline.extract.telling import find_telling
from timeline.moments import Grain, Moment
from timeline.sentences import Sentence
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.when import Interval

_FEWEST: Final = 3  # dates that make a chronology: one may be that of the page, another that of a picture
_CLOCK: Final = frozenset({"clock", "zone"})  # what is said of an hour whose day is known
_MARKS: Final = 12  # characters of the marks of a list, of a heading or of a table around a date
_OPENS: Final = re.compile(r"(?:\A|[\n|])[^\w\n|]*\Z")
_CLOSES: Final = re.compile(rf"[^\w\n|]{{,{_MARKS}}}(?=[\n|]|\Z)")
_POSTED: Final = re.compile(r"\s*(?:pic\.twitter\.com/\S{1,20}\s*)?(?<!\S)— [^\n—]{1,60}\(@\w{1,20}\) \Z")
_ROW: Final = 2_000  # characters of the line of a table
_FEW: Final = 3  # words: a shorter cell of a table tells nothing
_MOST: Final = 4  # paragraphs below a date: more are a report


@frozen
class _Day:
    """A date that stands alone in its line, or in a cell of the row `[start, end)` of a table."""

    timex: Timex
    when: Moment | Interval
    start: int
    end: int
    in_row: bool
    is_bare: bool  # without the marks of a list or of a heading


def entries(
    article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex], words: Statements
) -> Mapping[int, list[Statement]]:
    """Return what the days of a chronology date, by the places of its sentences."""
    text, days = article.text, list(_days(article.text, timexes, words))
    if len({day.timex.value for day in days}) < _FEWEST:
        return {}
    days = days[days[0].when == article.day :]  # the first may be that of the page
    starts = [each.start for each in sentences]
    titled = _is_of_titles(text, sentences, starts, days)
    found: dict[int, list[Statement]] = {}
    ends = [*(day.start for day in days[1:]), len(text)]
    for day, end in zip(days, ends, strict=True):
        first, last = bisect_left(starts, day.start), bisect_left(starts, end)
        if day.in_row:
            places = _beside(text, sentences, range(first, bisect_left(starts, day.end)), day)
        else:
            places = _below(text, sentences, range(bisect_left(starts, day.end), last), titled)
            places = [place for place in places if not is_credited(article, sentences[place])]
        if day == days[-1] or day.timex.said <= _CLOCK:
            places = places[:1]  # what else stands there may be of no date
        for place in places if len(places) <= _MOST else ():
            found[place] = [_entry(text, sentences[place], day, words)]
    return found


def _entry(text: str, sentence: Sentence, day: _Day, words: Statements) -> Statement:
    """Return what a sentence tells of the day of a chronology, also where it is itself one who tells something."""
    telling = find_telling(text, (sentence.start, sentence.end), words)
    told = telling and telling.head and not words.denials.search(text, telling.verb, telling.end)
    content = telling.content[0] if telling and told else None
    return Statement(sentence.start, sentence.end, day.timex, day.when, "entry", content=content)


def posted(text: str, sentence: Sentence, timexes: Sequence[Timex], words: Statements) -> list[Statement] | None:
    """Return what a post tells that a page shows with who sent it and when, if a happening; None for no post."""
    last = timexes[-1] if timexes else None
    sender = _POSTED.search(text, sentence.start, last.start) if last and text.endswith(") ", 0, last.start) else None
    if not last or not sender or not isinstance(last.when, Moment):
        return None
    told = words.happening.search(text, sentence.start, sender.start())
    return [Statement(sentence.start, sender.start(), last, last.when, "entry")] if told else []


def is_credited(article: Article, sentence: Sentence) -> bool:
    """Tell whether a picture's credit, which is debris, ends the line of a sentence ("The mill (Bo Lund/PA)")."""
    return any(
        sentence.start < dropped.start <= sentence.end + 1 and article.text[dropped.start : dropped.start + 1] in "(["
        for dropped in article.dropped
    )


def _is_of_titles(text: str, sentences: Sequence[Sentence], starts: Sequence[int], days: Sequence[_Day]) -> bool:
    """Tell whether the dates are those of titles above them, as in a list of reports: each a day, on a bare line."""
    if not all(day.is_bare and isinstance(day.when, Moment) and day.when.grain <= Grain.DAY for day in days):
        return False
    above, below = bisect_left(starts, days[0].start) - 1, bisect_left(starts, days[0].end)
    if above < 0 or below == len(sentences) or not sentences[above].heading:
        return False
    lines = text.count("\n", sentences[above].end, days[0].start)
    return lines <= text.count("\n", days[0].end, sentences[below].start)


def _below(text: str, sentences: Sequence[Sentence], places: range, titled: bool) -> list[int]:
    """Return the sentences that open the paragraphs below a date, but no title of what follows."""
    kept = []
    for place in places:
        sentence = sentences[place]
        if _is_in_row(text, sentence.start) or (titled and sentence.heading):
            break
        if place == places.start or sentence.paragraph != sentences[place - 1].paragraph:
            kept.append(place)
    return kept


def _beside(text: str, sentences: Sequence[Sentence], row: range, day: _Day) -> list[int]:
    """Return the cell of a row that tells most, if one tells anything."""
    cells = [place for place in row if not sentences[place].start <= day.timex.start < sentences[place].end]
    told = max(cells, key=lambda place: sentences[place].end - sentences[place].start, default=None)
    said = text[sentences[told].start : sentences[told].end] if told is not None else ""
    return [told] if told is not None and said[:1].isupper() and len(said.split()) >= _FEW else []


def _days(text: str, timexes: Sequence[Timex], words: Statements) -> Iterator[_Day]:
    """Yield the dates that stand alone."""
    for place, timex in enumerate(timexes):
        opens = _OPENS.search(text, max(0, timex.start - _MARKS), timex.start)
        if not opens or not isinstance(timex.when, Moment | Interval):
            continue
        following = timexes[place + 1 : place + 2]
        ranged = [timex, *following] if following and is_range(text, timex, following[0], words) else [timex]
        _, when = date_of(text, ranged, words)
        timed = isinstance(when, Moment) and when.grain < Grain.DAY and not timex.said <= _CLOCK
        if _CLOSES.match(text, ranged[-1].end) and not timed:
            yield _Day(timex, when, *_line(text, timex), _is_in_row(text, timex.start), not opens[0].strip())


def _line(text: str, timex: Timex) -> tuple[int, int]:
    """Return the line of a date."""
    start = text.rfind("\n", max(0, timex.start - _ROW), timex.start) + 1
    end = text.find("\n", timex.end, timex.end + _ROW)
    return max(start, timex.start - _ROW), end if end >= 0 else min(len(text), timex.end + _ROW)


def _is_in_row(text: str, at: int) -> bool:
    """Tell whether a place lies in the row of a table, at the beginning of a cell."""
    return text[max(0, at - _MARKS) : at].rstrip(" *_").endswith("|")
