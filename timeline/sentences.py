"""Paragraphs and sentences of a text, as stretches of it.

A line is a paragraph of its own unless it was wrapped: blocks of even lines and lines that go on in lower case are
joined. Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from timeline.article import Dropped
from timeline.letters import CAPITAL
from timeline.statements import statements

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_CELL: Final = re.compile(r"[^|]+")  # of a row of a table
_STOP: Final = re.compile(
    rf"[.!?…。！？]{{1,4}}[\"”’')\]»*_]{{0,3}}(?:“(?=\s|$))?(?=\s|$|[{CAPITAL}“][a-z’']|[\u3000-\u9fff])"
)
_OPENING: Final = re.compile(r"\s*[\"“‘'(\[«„¿¡]{0,3}(?:([^\W_]+)|)")
_WORD_BEFORE: Final = re.compile(r"[^\s(\"“‘\[]{1,24}$")
_ROW: Final = re.compile(r"\s*\|[^\n]*\|\s*\Z")
_BULLET: Final = re.compile(r"\s*(?:[-*•–·▪‣|]|\d{1,2}[.)])\s")
_WRAP_AT: Final = 100  # characters: hard-wrapped text keeps its lines shorter
MAX_SENTENCE: Final = 2_000  # characters: what is longer is no sentence that a reader could be shown


@frozen
class Sentence:
    """A stretch `[start, end)` of a text; `paragraph` counts the paragraphs, `heading` says that it is a headline."""

    start: int
    end: int
    paragraph: int
    heading: bool = False


def split(text: str, dropped: Sequence[Dropped] = (), language: str = "en") -> list[Sentence]:
    """Return the sentences of a text outside its debris, in order; a paragraph that stands twice is given once.

    >>> text = "Dr. Vale left on Monday. She will return."
    >>> [text[s.start:s.end] for s in split(text)]
    ['Dr. Vale left on Monday.', 'She will return.']
    """
    sentences: list[Sentence] = []
    seen: set[str] = set()
    for number, (start, end) in enumerate(_outside(_paragraphs(text), dropped)):
        words = " ".join(text[start:end].split())
        if words and words not in seen:
            seen.add(words)
            sentences.extend(_sentences(text, start, end, number, language))
    return sentences


def _outside(stretches: Iterator[tuple[int, int]], dropped: Sequence[Dropped]) -> Iterator[tuple[int, int]]:
    """Cut the dropped stretches (sorted, apart) out of the others."""
    at = 0
    for begin, end in stretches:
        start = begin
        while at < len(dropped) and dropped[at].end <= start:
            at += 1
        here = at
        while here < len(dropped) and dropped[here].start < end:
            if dropped[here].start > start:
                yield start, dropped[here].start
            start = max(start, dropped[here].end)
            here += 1
        if start < end:
            yield start, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield each paragraph: a line, or the lines of a wrapped block."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.span()
        if not match[0].strip():
            continue
        if block and text.count("\n", block[-1][1], line[0]) > 1:
            yield from _unwrap(text, block)
            block = []
        block.append(line)
    yield from _unwrap(text, block)


def _unwrap(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of lines that no blank line parts."""
    if not lines:
        return
    lengths = [end - start for start, end in lines]
    wrapped = len(lines) > 2 and max(lengths) <= _WRAP_AT and min(lengths[:-1]) >= 0.7 * max(lengths)
    start = lines[0][0]
    for (_, end), (begin, _) in pairwise(lines):
        joined = not _BULLET.match(text, begin) and (wrapped or _goes_on(text, end, begin))
        if not joined:
            yield from _cells(text, start, end)
            start = begin
    yield from _cells(text, start, lines[-1][1])


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a paragraph, or each cell of the row of a table."""
    if _ROW.match(text, start, end):
        yield from (cell.span() for cell in _CELL.finditer(text, start, end) if not cell[0].isspace())
    else:
        yield start, end


def _goes_on(text: str, end: int, begin: int) -> bool:
    """Tell whether a line that ends at `end` goes on in the one that begins at `begin`."""
    return text[begin].islower() and text[end - 1] not in ".!?:"


def _sentences(text: str, start: int, end: int, paragraph: int, language: str) -> Iterator[Sentence]:
    heading = text[start:end].rstrip()[-1:] not in tuple('.!?…:;"”’)') and end - start <= 150
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, stop, begin, language):
            yield from _trimmed(text, begin, stop.end(), paragraph)
            begin = stop.end()
    yield from _trimmed(text, begin, end, paragraph, heading and begin == start)


def _ends(text: str, stop: re.Match[str], begin: int, language: str) -> bool:
    """Tell whether a full stop ends the sentence that begins at `begin`, rather than an abbreviation."""
    opening = _OPENING.match(text, stop.end())
    following = opening[1] if opening and opening[1] else ""
    if following[:1].islower():
        return False
    bold = stop[0].endswith(("*", "_"))
    if not stop[0].startswith(".") or (len(stop[0]) > 1 and not bold):
        return True
    known = statements(language)
    before = _WORD_BEFORE.search(text, max(begin, stop.start() - 24), stop.start())
    word = before[0].casefold() if before else ""
    glued = following and not text[stop.end()].isspace()
    if glued:
        return len(word) > 2 and word.isalpha() and word not in known.abbreviations
    if word in known.abbreviations or (known.ordinal_point and word.isdigit() and len(word) < 3):
        return False
    initial = len(word) == 1 and word.isalpha()
    if initial or "." in word or word in known.may_end:
        return not bold and following.casefold() in known.openers  # "**8:15 a.m.** The road is shut"
    return True


def _trimmed(text: str, start: int, end: int, paragraph: int, heading: bool = False) -> Iterator[Sentence]:
    stretch = text[start : min(end, start + MAX_SENTENCE)]
    left = len(stretch) - len(stretch.lstrip())
    if bullet := _BULLET.match(stretch):
        left = bullet.end()
    words = stretch[left:].rstrip()
    if words:
        yield Sentence(start + left, start + left + len(words), paragraph, heading)
