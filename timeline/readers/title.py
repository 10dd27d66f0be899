"""The headline of a text that names none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, zip_longest
from typing import Final

from timeline.article import Article, Dropped, Published
from timeline.dateline import after_dateline
from timeline.extract.titling import headline_from
from timeline.moments import Moment
from timeline.readers.debris import Line, lines_of
from timeline.readers.stamps import words_beside
from timeline.sentences import split
from timeline.statements import statements

_SEARCHED: Final = 40  # lines from the top
_LONGEST: Final = 90
_HEADING: Final = re.compile(r"^#{1,6} ")  # Markdown
_LONGEST_SENTENCE: Final = 1_000
_ANY_DAY: Final = Published.on(Moment.of(2000, 1, 1), "given", 1.0)  # for dates that are only cut
_DATED: Final = re.compile(r",\s(?:19|20)\d\d\W*$")  # "Crowds wait in Elm, Norway, May 3, 2025", below a picture
_SPACES: Final = re.compile(r"\s+")


def find_title(text: str, dropped: Sequence[Dropped], language: str = "en") -> str:
    r"""Return the best line of a text for its title, else a headline made of its first sentence.

    >>> find_title("Radio One\nFerry to the islands stops for a week\nBy Ann Vale in Elm\n\nThe ferry stops.", ())
    'Ferry to the islands stops for a week'
    """
    away = {each.start for each in dropped if each.reason != "repeated paragraph"}
    credited = [each.start for each in dropped if each.reason == "image credit"]
    kept = list(islice((line for line in lines_of(text) if line.start not in away), _SEARCHED))
    times = Counter(line.text for line in kept)
    byline = words_beside(language).bylines
    lines = [line for line in kept if not byline.match(line.text)] or kept
    captions = {line for line in lines if any(line.start < at < line.end for at in credited)}
    pairs = zip_longest(lines, lines[1:])
    candidates = [(line, after) for line, after in pairs if line not in captions and _may_be(line, after)]
    if candidates:
        ranked = enumerate(candidates)
        best = max(ranked, key=lambda item: (_score(item[1], times, kept), -item[0]))
        return _HEADING.sub("", " ".join(best[1][0].text.split()))
    first = next((line.text for line in kept), "")
    return _headline(first[after_dateline(first, language) :], language)


def _may_be(line: Line, after: Line | None) -> bool:
    words = line.text.count(" ") + 1
    if (line.is_prose and line.text[-1] not in "?!") or not 4 <= words <= 30 or not 15 <= len(line.text) <= 200:
        return False
    if line.text[0] in "-•*–—(|" or line.text[-1] in ",;:":
        return False
    wrapped = after is not None and after.start - line.end <= 2 and after.text[0].islower()
    return not wrapped


def _tells(line: Line) -> bool:
    return line.is_prose and len(line.text) >= _LONGEST


def _score(candidate: tuple[Line, Line | None], times: Counter[str], kept: Sequence[Line]) -> int:
    """Lines that stand twice, that others contain (a page's title), that lead on to prose, or the first: headlines."""
    line, after = candidate
    longer = any(line.text in other.text and line.text != other.text for other in kept[:10])
    first_prose = next((other.start for other in kept if _tells(other)), 0)
    return (
        4 * (times[line.text] > 1)
        + 3 * longer
        + 2 * (after is not None and _tells(after))
        + (line.text.count(" ") >= 5)
        + (line.start <= first_prose)
        + (line is kept[0]) * (1 + (line.text.count(" ") >= 7))
        - 3 * line.text.isupper()
        - 3 * (_DATED.search(line.text) is not None)
    )


def _headline(line: str, language: str) -> str:
    """Return the first sentence of a line as a headline."""
    line = line[:_LONGEST_SENTENCE]
    first = next(iter(split(line, (), language)), None)
    sentence = line[first.start : first.end] if first else line
    words = statements(language)
    return headline_from(sentence, Article("", "", sentence, _ANY_DAY, language=language), words) or _SPACES.sub(
        " ", sentence
    )
