"""Readers: every kind of input to articles, one module a format.

A new format is a function `(stream, name, ReadOptions) -> Iterator[Article | Skipped]`, an entry in READERS and one in
the endings or the tell-tale beginnings below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from io import BufferedReader
from typing import Final, TypeAlias

from attrs import evolve

from timeline.article import Article, Skipped
from timeline.readers.decode import UnreadableError
from timeline.readers.finish import finish
from timeline.readers.options import ReadOptions
from timeline.readers.sources import Source, suffix, walk

__all__ = ["READERS", "ReadOptions", "read"]

Reader: TypeAlias = Callable[[BufferedReader, str, ReadOptions], Iterator[Article | Skipped]]

# Format -> module and function, imported when first used.
READERS: Final = {
    "text": ("text", "read_text"),
    "jsonl": ("jsonl", "read_jsonl"),
    "json": ("jsonl", "read_json"),
    "csv": ("jsonl", "read_csv"),
    "html": ("html", "read_html"),
    "mhtml": ("mhtml", "read_mhtml"),
    "feed": ("feed", "read_feed"),
    "eml": ("email", "read_eml"),
    "mbox": ("email", "read_mbox"),
}
_ENDINGS: Final = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".json", ".jsonfeed"), "json"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".mhtml", ".mht"), "mhtml"),
    **dict.fromkeys((".rss", ".atom", ".xml", ".rdf"), "feed"),
    ".eml": "eml",
    ".mbox": "mbox",
}
_PEEKED: Final = 2_048
_BEGINNINGS: Final = tuple(
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*" + pattern, re.IGNORECASE | re.DOTALL), name)
    for pattern, name in (
        (rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1500}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", "feed"),
        (rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", "html"),
        (rb"\{[^\n]*\}\s*\n\s*\{", "jsonl"),
        (rb"\{\s*\"", "jsonl"),
        (rb"\[\s*\{", "json"),
        (rb"From: <Saved by |Snapshot-Content-Location: ", "mhtml"),
        (rb"From \S+ .*\d\d:\d\d", "mbox"),
        (rb"(?:Return-Path|Received|Delivered-To|MIME-Version|From|Subject|Message-ID): ", "eml"),
    )
)


def read(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Article | Skipped]:
    """Yield every article that paths, addresses or `-` (standard input) name, and a Skipped for what is unreadable.

    Folders are read in the order of names, so that equal input gives equal output. The same file is read twice
    when it is named twice.
    """
    options = options or ReadOptions()
    for source in walk(paths):
        if isinstance(source, Skipped):
            yield source
        else:
            yield from _read_one(source, options)


def _read_one(source: Source, options: ReadOptions) -> Iterator[Article | Skipped]:
    override = options.override(source.name) or source.published
    try:
        if options.file_dates and not options.published:
            options = evolve(options, published=source.changed(options.zone))
        with source.open() as stream:
            reader = _reader(options.format or _ENDINGS.get(suffix(source.name)) or _told_by(stream.peek(_PEEKED)))
            for found in reader(stream, source.name, options):
                yield finish(found, options, override) if isinstance(found, Article) else found
    except UnreadableError as error:
        yield Skipped(source.name, str(error))
    except OSError as error:
        yield Skipped(source.name, (error.strerror or "cannot be read").lower())


def _reader(name: str) -> Reader:
    module, function = READERS[name]
    found: Reader = getattr(import_module(f"timeline.readers.{module}"), function)
    return found


def _told_by(begin: bytes) -> str:
    """Return the format that an input begins like; plain text when nothing tells."""
    return next((name for pattern, name in _BEGINNINGS if pattern.match(begin[:_PEEKED])), "text")
