"""What of a text is not its story: copyright lines, offers, players, navigation, repeated paragraphs.

All is decided line by line, from the phrases of the language's `debris.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import islice, pairwise, takewhile
from types import MappingProxyType
from typing import Final

from attrs import frozen

from timeline import language as languages
from timeline.article import Dropped
from timeline.dateline import after_dateline

_LINE: Final = re.compile(r"[^\n]+")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_NUMBER: Final = r"\d[\d.,:]*"
LONGEST: Final = 400  # characters of a line that phrases are looked for in
_MOST: Final = 100_000  # lines that are looked at
_LONG: Final = 160  # characters of a line that is rather a paragraph
_HEADING: Final = 60  # characters of a heading
_SENTENCE: Final = re.compile(r"[^.!?…]+[.!?…]*[\"'”’)\]]*\s*")
_SECTION_LINES: Final = 40  # lines that one heading can take with it
_SITE: Final = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_BULLETS: Final = "•*·-–—▪ \t"


@frozen
class Line:
    """A line with a visible character: where it stands, stripped, and its words."""

    start: int
    end: int
    text: str

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text rather than as a heading or a button."""
        return len(self.text) > 200 or (self.text.count(" ") >= 7 and bool(_SENTENCE_END.search(self.text)))


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text that hold more than white space."""
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped[0])
            yield Line(start, start + len(stripped), stripped)


def find_dropped(
    text: str, language: str = "en", stamps: Mapping[int, tuple[int, int]] = MappingProxyType({})
) -> tuple[Dropped, ...]:
    r"""Return the stretches of a text that are not its story, in order.

    `stamps` are the stretches that state its date, by the start of their line.

    >>> find_dropped("The bridge was closed.\n© 2021 Harbour Press")
    (Dropped(start=23, end=43, reason='copyright line'),)
    """
    rules = _rules(language)
    lines = list(islice(lines_of(text), _MOST))
    keys = {_key(line.text) for line in lines}
    seen: set[str] = set()
    section, heads = _Section(), _heads(lines, stamps)
    found: list[Dropped] = []
    for line in lines:
        key = _key(line.text)
        if line.start in heads:
            section = _Section()
        reason = section.takes(line, rules.section(line)) or rules.line(line)
        if not reason and _is_page_title(line.text, keys):
            reason = "page title"
        if not reason and key in seen and len(key) > 12:
            reason = "repeated paragraph"
        seen.add(key)
        if reason:
            found.append(Dropped(line.start, line.end, reason))
        elif stamp := stamps.get(line.start):
            found.append(Dropped(*stamp, "date line"))
        else:
            found.extend(rules.parts(line, after_dateline(line.text, language)))
    return tuple(found)


def _heads(lines: Sequence[Line], stamps: Container[int]) -> Set[int]:
    """Return where the first line of date and author, and the headline above it, begin: the story, in no section."""
    opening = takewhile(lambda pair: not pair[0].is_prose, pairwise(lines))
    return next(({above.start, line.start} for above, line in opening if line.start in stamps), set())


def _is_page_title(text: str, keys: Set[str]) -> bool:
    """Whether a line is another one with the name of the site after it."""
    if len(text) > LONGEST:
        return False
    head = _SITE.sub("", text)
    return head != text and _key(head) in keys


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def is_caption(text: str, language: str = "en") -> bool:
    """Tell a paragraph that describes a picture."""
    return bool(_rules(language).captions.match(text))


class _Section:
    """The lines that a heading such as "Recent stories" takes with it: short ones, until the story goes on."""

    def __init__(self) -> None:
        self.reason = ""
        self.left = 0

    def takes(self, line: Line, heading: str) -> str:
        """Return the reason to drop a line, "" when it is no part of a section; `heading` begins another."""
        if heading:
            self.reason, self.left = heading, _SECTION_LINES
        elif self.left and (not line.is_prose or self.reason == "author note"):
            # An author's note is one paragraph; the short lines before it are the name.
            self.left = 0 if line.is_prose else self.left - 1
        else:
            self.reason, self.left = "", 0
        return self.reason


@frozen
class _Rules:
    lines: re.Pattern[str]
    sentences: re.Pattern[str]
    sections: re.Pattern[str]
    tails: re.Pattern[str]
    captions: re.Pattern[str]
    reasons: tuple[str, ...]
    of_prose: frozenset[str]

    def line(self, line: Line) -> str:
        """Return the reason for which a whole line is dropped; long prose is only if its reason is found in prose."""
        reason = self._reason(self.lines, line.text)
        return reason if reason in self.of_prose or not line.is_prose or len(line.text) < _LONG else ""

    def section(self, line: Line) -> str:
        """Return the reason that a heading such as "Recent stories" gives for what follows it."""
        return "" if line.is_prose or len(line.text) > _HEADING else self._reason(self.sections, line.text)

    def parts(self, line: Line, at: int) -> Iterator[Dropped]:
        """Yield what is dropped within a line from `at` on: the sentences of an offer, the credit of a caption."""
        if len(line.text) > 10 * LONGEST:
            return
        for sentence in _SENTENCE.finditer(line.text):
            if reason := self._reason(self.sentences, sentence.group().strip()):
                yield Dropped(line.start + sentence.start(), line.start + sentence.end(), reason)
                at = sentence.end()
        for match in self.tails.finditer(line.text, at):
            yield Dropped(line.start + match.start(), line.start + match.end(), self.reasons[_group(match)])

    def _reason(self, pattern: re.Pattern[str], text: str) -> str:
        if len(text) > LONGEST:
            return ""
        # Of hundreds of phrases in one case, the first letter rules out nearly all.
        match = pattern.fullmatch((text.lstrip(_BULLETS) or text).lower())
        return self.reasons[_group(match)] if match else ""


def _group(match: re.Match[str]) -> int:
    return int((match.lastgroup or "r0")[1:])


@cache
def _rules(language: str) -> _Rules:
    try:
        data = languages.load(language, "debris")
    except LookupError:
        data = {}
    tables = [data.get(name, {}) for name in ("lines", "sentences", "sections", "tails")]
    reasons = tuple(dict.fromkeys(reason for table in tables for reason in table))
    numbers = {reason: number for number, reason in enumerate(reasons)}

    def compiled(table: dict[str, list[str]], rest: str = r".*", flags: int = 0) -> re.Pattern[str]:
        groups = [
            f"(?P<r{numbers[reason]}>(?:{'|'.join(_phrase(phrase.lower(), rest) for phrase in phrases)}))"
            for reason, phrases in table.items()
        ]
        return re.compile("|".join(groups) or r"(?!)", flags)

    captions = "|".join(_phrase(phrase, "") + r"\b" for phrase in data.get("caption", ()))
    return _Rules(
        compiled(tables[0]),
        compiled(tables[1]),
        compiled(tables[2]),
        compiled(tables[3], r"[^\n]*?", re.IGNORECASE),
        re.compile(captions or r"(?!)", re.IGNORECASE),
        reasons,
        frozenset(tables[1]),
    )


def _phrase(phrase: str, rest: str) -> str:
    r"""Return the pattern of a phrase: `*` any text, `#` a number.

    >>> _phrase("copyright #*", ".*")
    'copyright\\s+\\d[\\d.,:]*.*'
    """
    if phrase == "*":
        return r"\*"
    if phrase.endswith("*") and rest.endswith("?"):  # a mark in a line: to the end of the line
        return _phrase(phrase[:-1], rest) + r"[^\n]*"
    pieces = {"*": rest, "#": _NUMBER, " ": r"\s+"}
    return "".join(pieces.get(piece) or re.escape(piece) for piece in re.split(r"([*#]| +)", phrase) if piece)
