"""Where the words and numbers of time of a language stand in a text: runs of them with nothing else between.

A *piece* is letters, digits and underlines without a break, a *head* a word that is an expression of time without any
other. A text is cut into pieces by string methods, because heads are few; patterns are matched only at figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, Protocol

from timeline.language import Pattern
from timeline.neighbours import ANY, NONE, Sides, united

BEFORE: Final = 16  # pieces that may stand before a head
AFTER: Final = 15  # ... and after it
LONGEST_GAP: Final = 8  # characters between two pieces that are remembered to join them or not
KEPT_GAPS: Final = 1000
MARKS: Final = 3  # behind a run that may be of it
_PIECE: Final = re.compile(r"\w+")
_NO_PIECE: Final = re.compile(r"[^\w ]")
_ASCII_TO_SPACE: Final = {code: " " for code in range(128) if not _PIECE.match(chr(code))}
_COMMON_MARKS: Final = "‘’“”–—…•\xa0"
_SPACES: Final = r"[ \t\xa0\r]?+[ \n]?+[ \t]{0,3}+"
_LEADING_MARKS: Final = re.compile(r"(?:['’]s?(?![\w'’])|[^\w'’‘]|['’‘](?!\d))+")
_DOTTED: Final = re.compile(r"\w+(?=\.)")
_NUMBER_HEAD: Final = re.compile(r"[0-2]\d{3}(?!\w|/\d{2,3}(?:/|(?!\d)))|\d{1,4}+(?=[a-z½¼¾]{1,8}(?!\w))")
_REST: Final = re.compile(r"\w*")  # the hrs of 1.5hrs
_FIGURE: Final = re.compile(r"\d[\d.,]*")
_APOSTROPHES: Final = ("'", "’", "‘")


class Beside(Protocol):
    """What can stand beside a word, a figure in the format of a name, and a number of so many digits."""

    def word(self, word: str, /) -> Sides:
        """Return the sides of a word."""

    def format(self, name: str, /) -> Sides:
        """Return the sides of a figure in a format."""

    def number(self, width: int, /) -> Sides:
        """Return the sides of a number."""


class Figures(NamedTuple):
    """How a language writes figures: the patterns of its dates and clocks, of a number, of where a figure may stand.

    `pointed` tells that a point makes a figure an ordinal ("17. Juni").
    """

    formats: Pattern
    number: Pattern
    guard: str
    pointed: bool = False


class _Sides(dict[str, Sides]):
    """What can stand beside each piece of words, or beside a mark: before the first of a word, behind its last."""

    def __init__(self, words: Mapping[str, Sequence[str]], beside: Callable[[str], Sides]) -> None:
        super().__init__()
        self._beside = beside
        self._words: dict[str, list[tuple[str, bool, bool]]] = {}
        for word, pieces in words.items():
            last = len(pieces) - 1
            for i, piece in enumerate(pieces or (word,)):
                self._words.setdefault(piece, []).append((word, i == 0, i >= last))

    def __missing__(self, piece: str) -> Sides:
        found = []
        for word, is_first, is_last in self._words[piece]:
            sides = self._beside(word)
            begins, joins, closes = sides.begins if is_first else 0, sides.joins, sides.closes
            found.append(sides if is_first and is_last else Sides(begins, 0, joins * is_last, 0, closes * is_last))
        self[piece] = sides = united(found)
        return sides


class Scanner:
    """Finds the runs of one language's words.

    `words` are all that it knows, `heads` those among them that are heads, but not where one of the endings `undoing`
    follows ("a year-old calf"), `beside` tells what can stand beside each.
    """

    def __init__(
        self,
        words: Iterable[str],
        heads: Iterable[str],
        undoing: Iterable[str],
        beside: Beside,
        figures: Figures,
    ) -> None:
        known = {word: _PIECE.findall(word) for word in words}
        self._pieces = frozenset(piece for pieces in known.values() for piece in pieces)
        self._sides = _Sides(known, beside.word)
        self._marks = {word for word, pieces in known.items() if not pieces}.difference(
            word[0] for word in known if len(word) > 1
        )
        self._beside = beside
        self._dotted = frozenset(piece for word in known if "." in word for piece in _DOTTED.findall(word))
        self._within = frozenset(pair for pieces in known.values() for pair in pairwise(pieces))
        self._heads: dict[str, tuple[str, ...]] = {}  # by their last pieces, without the points that end them
        for head in sorted(heads, key=len):
            for last in known[head][-1:]:
                self._heads[last] = (*self._heads.get(last, ()), head.rstrip("."))
        self._undoing = tuple(undoing)
        self._formats, self._number, guard, self._pointed = figures
        self._guard = re.compile(guard)
        self._joining = re.compile(rf"(?:{_SPACES}{_marks(known)}){{0,3}}{_SPACES}")
        self._mark = re.compile(rf"{_SPACES}({_marks(known)})")
        self._joins: dict[str, bool] = {}

    def runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each run of a lower-case text that has a head."""
        spaced = f" {_spaced(text)} "
        pieces = spaced.split()
        heads, position, end = self._heads, 0, 0
        for index in [i for i, piece in enumerate(pieces) if piece in heads or piece < ":"]:  # of a head or a figure
            piece = pieces[index]
            position = spaced.index(f" {piece} ", position)
            if position >= end and (head := self._head(text, piece, position)):
                begin, stop, sides = head
                start = self._start(text, pieces, index, begin, end, sides)
                if start < begin or not text[start].isdigit() or self._guard.match(text, start):
                    end = self._end(text, pieces, index, begin, stop, sides)
                    yield start, end
            position += 1

    def _head(self, text: str, piece: str, start: int) -> tuple[int, int, Sides] | None:
        """Return (start, end) of the head that a piece is, or ends ("new year's day"), and what can stand beside it."""
        stop = start + len(piece)
        for word in self._heads.get(piece, ()):
            if word == piece or text[max(0, stop - len(word)) : stop].replace("\n", " ") == word:
                return None if text.startswith(self._undoing, stop) else (start, stop, self._sides[piece])
        apostrophe = start > 0 and text[start - 1] in _APOSTROPHES  # '90s
        match = (self._figure_head(text, start - 1) if apostrophe else None) or (
            self._figure_head(text, start) if piece < ":" else None
        )
        if match and match.end() >= stop:
            return *match.span(), self._beside_figure(match)
        return (start, stop, ANY) if match and text[match.end() : stop] in self._pieces else None  # 2hrs

    def _figure_head(self, text: str, start: int) -> re.Match[str] | None:
        """Return the figure that is a head by itself: no mere number but one that may be a year, or with a unit."""
        return self._formats.match(text, start) or _NUMBER_HEAD.match(text, start)

    def _start(self, text: str, pieces: Sequence[str], index: int, begin: int, earliest: int, sides: Sides) -> int:
        """Return where the words begin that stand before a head; no mark or guarded number ("$30 million") is first."""
        start = at = begin
        mixed, following = text[begin].isdigit() and not pieces[index].isdigit(), pieces[index]  # the 5hrs of 1.5hrs
        for piece in reversed(pieces[max(0, index - BEFORE) : index]):
            if piece not in self._pieces and piece > ":":
                break
            before = text.rfind(piece, earliest, at)
            if before < 0:
                break
            gap, within = text[before + len(piece) : at], (piece, following) in self._within
            if gap != " " and not within:
                if not self._join(piece, gap, figures=at < begin or mixed):
                    break
                within = not gap[-1:].isspace()  # what is glued to a figure may guard it
                sides = self._before_mark(gap, sides)
            known = self._sides[piece] if piece > ":" else self._number_sides(text, before, piece)
            if not (within or known.joins & sides.begins):
                break
            if within or known.opens & sides.begins:
                start = before
            at, following, sides = before, piece, known
        if start < begin and text[start].isdigit() and not self._guard.match(text, start):
            start = _FIGURE.match(text, start).end()  # type: ignore[union-attr]
            marks = _LEADING_MARKS.match(text, start, begin)
            return marks.end() if marks else start
        return start

    def _end(self, text: str, pieces: Sequence[str], index: int, start: int, stop: int, sides: Sides) -> int:
        """Return where the words end that follow a head, with the marks after them; no word is last that ends none."""
        last = index + AFTER
        end, closed_by, closing = stop, pieces[index], sides
        while True:
            piece = pieces[index]
            index += 1 if stop - start <= len(piece) else len(_PIECE.findall(text, start, stop))
            following = pieces[index] if index < len(pieces) and index < last else ""
            if following not in self._pieces and not "" < following < ":":
                break
            start = text.find(following, stop)
            gap, within = text[stop:start], (piece, following) in self._within
            if gap != " " and not within:
                if not self._join(piece, gap):
                    break
                sides = self._behind_mark(sides, gap)
            if following > ":":
                stop, known = start + len(following), self._sides[following]
            else:
                stop, known = self._figure(text, start, following)
            if not (within or sides.joins & known.begins):
                break
            if within or sides.closes & known.whole:
                end, closed_by, closing = stop, following, known
            sides = known
        if closed_by in self._dotted and text.startswith(".", end):
            end += 1
        return self._end_of_marks(text, end, closing)

    def _figure(self, text: str, start: int, piece: str) -> tuple[int, Sides]:
        """Return where a figure ends that begins with a piece, and what can stand beside it: nothing beside none."""
        stop = start + len(piece)
        figure = self._formats.match(text, start) or self._number.match(text, start)
        if not figure:
            return stop, self._sides[piece] if piece in self._pieces else NONE
        if figure.end() <= stop:
            return stop, self._beside_figure(figure)
        rest = _REST.match(text, figure.end()).end()  # type: ignore[union-attr]
        return rest, self._beside_figure(figure) if rest == figure.end() else ANY

    def _beside_figure(self, figure: re.Match[str]) -> Sides:
        """Return what can stand beside a figure."""
        if figure.lastgroup:
            return self._beside.format(figure.lastgroup)
        return self._beside.number(len(figure[0])) if figure[0].isdigit() else ANY

    def _number_sides(self, text: str, start: int, piece: str) -> Sides:
        """Return what can stand beside a number, of which a piece may be but the end."""
        is_whole = piece.isdigit() and text[start - 1 : start].isspace()
        return self._beside.number(len(piece)) if is_whole else ANY

    def _end_of_marks(self, text: str, end: int, sides: Sides) -> int:
        """Return where the marks end that follow a run and can be the last of it."""
        position = end
        for _ in range(MARKS):
            found = self._mark.match(text, position)
            mark = self._beside_mark(found[1]) if found else NONE
            if not found or not sides.joins & mark.begins:
                break
            position = found.end()
            if sides.closes & mark.whole:
                end = position
            sides = mark
        return end

    def _behind_mark(self, left: Sides, gap: str) -> Sides:
        """Return what can stand behind a gap, in which there may be a mark."""
        mark = gap.strip()
        between = self._beside_mark(mark) if mark else left
        return between if not mark or left.joins & between.begins else NONE

    def _before_mark(self, gap: str, right: Sides) -> Sides:
        """Return what can stand before a gap, in which there may be a mark."""
        mark = gap.strip()
        between = self._beside_mark(mark) if mark else right
        return between if not mark or between.joins & right.begins else NONE

    def _beside_mark(self, mark: str) -> Sides:
        """Return what can stand beside a mark, which may be the beginning of a word."""
        return self._sides[mark] if mark in self._marks else ANY

    def _join(self, piece: str, gap: str, *, figures: bool = False) -> bool:
        """Tell whether what follows a piece keeps it and the next in one run; a point does between `figures`."""
        joins = self._joins.get(gap)
        if joins is None:
            joins = bool(self._joining.fullmatch(gap))
            if len(gap) <= LONGEST_GAP and len(self._joins) < KEPT_GAPS:
                self._joins[gap] = joins
        if joins or not gap.startswith("."):
            return joins
        if figures and gap == "." and piece < ":":
            return True
        pointed = piece in self._dotted or (self._pointed and "" < piece < ":")
        return pointed and self._join("", gap[1:])


class Unspaced:
    """Finds the runs of a language that puts no spaces between its words.

    `words` and `heads` are patterns of any of them, the others those of `Figures`.
    """

    def __init__(self, words: str, heads: str, formats: Pattern, number: Pattern) -> None:
        self._run = re.compile(rf"(?:{words}|{formats.pattern}|{number.pattern}|[ \t\u3000])+")
        self._head = re.compile(rf"{heads}|{formats.pattern}")

    def runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each run of a text that has a head."""
        for run in self._run.finditer(text):
            if self._head.search(text, *run.span()):
                yield run.span()


def _spaced(text: str) -> str:
    """Return a text with a space for each character that is of no piece."""
    for mark in _COMMON_MARKS:  # most texts are ASCII without them, and done ten times as fast
        text = text.replace(mark, " ")
    return text.translate(_ASCII_TO_SPACE) if text.isascii() else _NO_PIECE.sub(" ", text)


def _marks(words: Iterable[str]) -> str:
    """Return the pattern of the marks with which words begin."""
    marks = sorted({word[0] for word in words if not word[0].isalnum()})
    return f"[{re.escape(''.join(marks))}]" if marks else "(?!)"
