"""Texts with their date expressions: as JSON Lines, in the marks notation, as TimeML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from timeline.timex import Timex
from timeline.views.json import dump, read_value
from timeline.views.text import clean


@frozen
class Tagged:
    """A text, its expressions in order, its id (as the input gave it), and when it was published, as ISO.

    `inferred` tells that the text does not state that day.
    """

    id: Any
    text: str
    timexes: Sequence[Timex]
    published: str | None = None
    inferred: bool = False

    @property
    def apart(self) -> list[Timex]:
        """The expressions without those that begin inside another."""
        kept: list[Timex] = []
        for timex in self.timexes:
            if not kept or timex.start >= kept[-1].end:
                kept.append(timex)
        return kept


def jsonl(tagged: Tagged) -> bytes:
    """Return one line of JSON with the id and the expressions."""
    return dump({"id": tagged.id, "timexes": [_fields(timex) for timex in tagged.timexes]})


def _fields(timex: Timex) -> dict[str, Any]:
    names = ("start", "end", "text", "type", "value", "mod", "quant", "freq", *(["note"] if timex.note else []))
    return {name: getattr(timex, name) for name in names}


def marks(tagged: Tagged) -> bytes:
    """Return the text with each expression as `[words](value mod=…)`, after a line with the date `@ 2024-02-14`."""
    head = f"@ {tagged.published}\n" if tagged.published else ""
    text = head + write_marks(tagged.text, tagged.apart)
    return (text if text.endswith("\n") else text + "\n").encode("utf-8", "replace")


def write_marks(text: str, timexes: Iterable[Timex]) -> str:
    r"""Return the text in the marks notation; `\` goes before what would be read as a mark.

    >>> text, timexes = parse_marks(r"Till [March 3](2024-03-03) \[sic], [daily](P1D type=SET quant=EVERY).")
    >>> write_marks(text, timexes)
    'Till [March 3](2024-03-03) \\[sic], [daily](P1D type=SET quant=EVERY).'
    """
    parts, at = [], 0
    for timex in timexes:
        parts += [_escaped(_SPECIAL, text, at, timex.start), _mark(timex, text)]
        at = timex.end
    return "".join((*parts, _escaped(_SPECIAL, text, at, len(text))))


_SPECIAL: Final = re.compile(r"[\\\[]|^[@#]", re.MULTILINE)
_SPECIAL_INSIDE: Final = re.compile(r"[\\\[\]]")


def _escaped(special: re.Pattern[str], text: str, start: int, end: int) -> str:
    parts, at = [], start
    for found in special.finditer(text, start, end):
        parts += [text[at : found.start()], "\\"]
        at = found.start()
    return "".join((*parts, text[at:end]))


def _mark(timex: Timex, text: str) -> str:
    facts = [timex.value, *(["type=SET"] if timex.type == "SET" else [])]
    facts += [f"{name}={value}" for name, value in _more(timex).items()]
    return f"[{_escaped(_SPECIAL_INSIDE, text, timex.start, timex.end)}]({' '.join(facts)})"


def _more(timex: Timex) -> dict[str, str]:
    return {name: value for name in ("mod", "quant", "freq") if (value := getattr(timex, name))}


_MARK: Final = re.compile(r"\\([\\\[\]@#])|\[((?:[^\\\[\]]|\\.)*)\]\(([^()\s]+(?: [a-z]+=[^()\s]+)*)\)|(\[)")


def parse_marks(marked: str) -> tuple[str, list[Timex]]:
    """Return the plain text and the expressions that are marked in it.

    Raises ValueError for a bracket that is neither a mark nor escaped, and for a value that says nothing.
    """
    parts: list[str] = []
    timexes: list[Timex] = []
    at = length = 0
    for found in _MARK.finditer(marked):
        escaped, words, facts, stray = found.groups()
        if stray:
            raise ValueError(f"neither a mark nor escaped: {marked[found.start() : found.start() + 20]!r}")
        parts.append(marked[at : found.start()])
        length += len(parts[-1])
        parts.append(escaped or re.sub(r"\\([\\\[\]])", r"\1", words))
        if facts:
            timexes.append(_expected(length, parts[-1], facts))
        length += len(parts[-1])
        at = found.end()
    return "".join((*parts, marked[at:])), timexes


def _expected(start: int, words: str, facts: str) -> Timex:
    value, *rest = facts.split(" ")
    given = dict(fact.split("=", 1) for fact in rest)
    when = read_value({"value": value, "type": given.pop("type", ""), **given})
    return Timex(start, start + len(words), words, when, "marked")


def timeml(documents: Sequence[Tagged]) -> bytes:
    """Return TimeML with inline TIMEX3 elements: valid XML, with a root around several documents."""
    inner = "".join(_document(tagged) for tagged in documents)
    if len(documents) != 1:
        inner = f"<corpus>\n{inner}</corpus>\n"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + inner).encode()


def _document(tagged: Tagged) -> str:
    parts, at = [], 0
    for number, timex in enumerate(tagged.apart, 1):
        parts += [_xml(tagged.text[at : timex.start]), _element(timex, number)]
        at = timex.end
    body = "".join((*parts, _xml(tagged.text[at:])))
    created = ""
    if tagged.published:
        facts = f'tid="t0" type="DATE" value="{tagged.published}" functionInDocument="CREATION_TIME"'
        created = f"<DCT><TIMEX3 {facts}>{tagged.published}</TIMEX3></DCT>\n"
    name = _xml(str(tagged.id))
    return f"<TimeML>\n<DOCID>{name}</DOCID>\n{created}<TEXT>{body}</TEXT>\n</TimeML>\n"


def _element(timex: Timex, number: int) -> str:
    facts = {"tid": f"t{number}", "type": timex.type, "value": timex.value}
    facts |= _more(timex) | ({"comment": timex.note} if timex.note else {})
    attributes = " ".join(f"{name}={quoteattr(value)}" for name, value in facts.items())
    return f"<TIMEX3 {attributes}>{_xml(timex.text)}</TIMEX3>"


def _xml(text: str) -> str:
    return escape(clean(text))


STREAMED: Final[dict[str, Callable[[Tagged], bytes]]] = {"jsonl": jsonl, "marks": marks}
