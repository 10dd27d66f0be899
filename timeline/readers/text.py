"""Plain text and Markdown, with front matter if there is any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Any, Final

import tomli

from timeline.article import Article, Skipped
from timeline.readers.decode import UnreadableError, decode
from timeline.readers.fields import article_of
from timeline.readers.options import ReadOptions
from timeline.readers.sources import read_all, suffix

_FRONT: Final = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n\1[ \t]*(?:\n|$)", re.S)
_EMPHASIS: Final = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]*[^\s*_])\1(?![\w*])")
_LINK: Final = re.compile(
    r"(!?)\[([^\[\]\n]{0,500})\]"
    r"\((?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)(?:[ \t]+\"[^\"\n]{0,500}\")?\)"
)
_HEADING: Final = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.M)


def read_text(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield the one article of a text."""
    text = decode(read_all(stream))
    if not text.strip():
        raise UnreadableError("is empty")
    fields: Mapping[str, Any] = {}
    if match := _FRONT.match(text):
        fields = _front_matter(match.group(1), match.group(2))
        # Blanked, not cut away: offsets stay those of the file.
        text = " " * match.end() + text[match.end() :] if fields else text
    markdown = suffix(name) in (".md", ".markdown")
    text = "\n".join(map(_plain, text.split("\n"))) if markdown else text
    heading = _HEADING.search(text) if markdown and not fields.get("title") else None
    title = {"title": heading.group(1)} if heading else {}
    yield article_of({**fields, **title, "text": text}, name, options)


def _plain(line: str) -> str:
    """Return a line without pictures, addresses and marks of emphasis, as long as before: each stays at its place."""
    shown = line
    for _ in range(2):  # a picture may be the text of a link
        shown = _LINK.sub(lambda link: "" if link[1] else link[2], shown) if "](" in shown else shown
    return _EMPHASIS.sub(r"\2", shown).ljust(len(line))


def _front_matter(mark: str, text: str) -> Mapping[str, Any]:
    if mark == "+++":
        try:
            return tomli.loads(text)
        except tomli.TOMLDecodeError:
            return {}
    import yaml  # noqa: PLC0415 - only for front matter

    try:
        found = yaml.load(text, Loader=yaml.BaseLoader)  # strings only, dates as they are written
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
