"""Records: JSON Lines, JSON arrays, CSV with a head line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import BufferedReader, StringIO
from typing import Any, Final

from timeline.article import Article, Skipped
from timeline.readers.decode import UnreadableError, decode
from timeline.readers.fields import article_of, is_known
from timeline.readers.options import ReadOptions
from timeline.readers.sources import lines, read_all

_LISTS: Final = ("articles", "items", "entries", "documents", "data", "results")


def read_jsonl(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield an article for each line, one line at a time in memory."""
    for number, line in enumerate(lines(stream), 1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _record(line, name, number, options)


def _record(line: bytes, name: str, number: int, options: ReadOptions) -> Article | Skipped:
    try:
        return _article(_parsed(decode(line)), name, options)
    except UnreadableError as error:
        return Skipped(f"{name}:{number}", str(error))


def read_json(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield the articles of a JSON array, of an object that holds one, or of one object; JSON feeds among them."""
    content = _parsed(decode(read_all(stream)))
    if isinstance(content, dict):
        inner = next((content[key] for key in _LISTS if isinstance(content.get(key), list)), None)
        content = [content] if inner is None else inner
    if not isinstance(content, list):
        raise UnreadableError("holds no articles")
    for number, record in enumerate(content, 1):
        try:
            yield _article(record, name, options)
        except UnreadableError as error:
            yield Skipped(f"{name}:{number}", str(error))


def read_csv(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield an article for each row of a table whose head names the columns; comma, semicolon or tab between."""
    text = decode(read_all(stream))
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # of all the process: never less than it was
    rows = csv.DictReader(StringIO(text), delimiter=delimiter)
    if not any(map(is_known, rows.fieldnames or ())):
        raise UnreadableError("has no column that is known, such as text, title or published")
    for number, row in enumerate(rows, 2):
        try:
            yield article_of({key or "": value for key, value in row.items()}, name, options)
        except UnreadableError as error:
            yield Skipped(f"{name}:{number}", str(error))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise UnreadableError("is nested too deeply") from error
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text.strip() else ""  # of JSON Lines it is the one that is named
        raise UnreadableError(f"is not valid JSON: {error.msg} ({line}column {error.colno})") from error
    except ValueError as error:  # a number of too many digits
        raise UnreadableError(f"is not valid JSON: {error}") from error


def _article(record: Any, name: str, options: ReadOptions) -> Article:
    if not isinstance(record, dict):
        raise UnreadableError("is not a JSON object")
    if "content_html" in record and not any(record.get(key) for key in ("text", "content_text")):
        from timeline.readers.html import text_of  # noqa: PLC0415 - only for JSON feeds

        record = {**record, "text": text_of(record["content_html"])}
    return article_of(record, name, options)
