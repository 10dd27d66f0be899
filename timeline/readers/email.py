"""Newsletters by e-mail: a message is an article."""

from __future__ import annotations

import email.errors
import email.policy
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from io import BufferedReader
from typing import Final

from timeline.article import Article, Skipped
from timeline.readers.decode import UnreadableError, clean, decode
from timeline.readers.html import text_of
from timeline.readers.options import ReadOptions
from timeline.readers.published import stated
from timeline.readers.sources import lines, read_all

LIMIT: Final = 32 << 20  # bytes of a message
BROKEN: Final = (
    email.errors.MessageError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
)


def read_eml(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield the article of a message."""
    yield _article(read_all(stream, LIMIT), name, options)


def read_mbox(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield an article for each message of a mailbox, one message at a time in memory."""
    for number, message in enumerate(_messages(stream), 1):
        try:
            yield _article(message, name, options)
        except UnreadableError as error:
            yield Skipped(f"{name}:{number}", str(error))


def _messages(stream: BufferedReader) -> Iterator[bytes]:
    gathered: list[bytes] = []
    size, after_blank = 0, True
    for line in lines(stream):
        if after_blank and line.startswith(b"From "):
            if gathered:
                yield b"".join(gathered)
            gathered, size = [], 0
        elif size < LIMIT:
            gathered.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        after_blank = not line.strip()
    if gathered:
        yield b"".join(gathered)


def _article(data: bytes, name: str, options: ReadOptions) -> Article:
    try:
        message = message_from_bytes(data, policy=email.policy.default)
        text = _text(message)
        date, subject = str(message.get("Date", "")), str(message.get("Subject", ""))
        sender, identity = str(message.get("From", "")), str(message.get("Message-ID", ""))
    except RecursionError as error:
        raise UnreadableError("is nested too deeply") from error
    except BROKEN as error:
        raise UnreadableError(f"is a message that cannot be read: {error}") from error
    if not text.strip():
        raise UnreadableError("is a message without text")
    return Article(
        id=clean(identity).strip().strip("<>"),
        title=" ".join(clean(subject).split()),
        text=clean(text),
        published=stated(date, options, "its Date line") if date.strip() else None,
        source=name,
        publisher=clean(sender).partition("<")[0].strip().strip('"'),
        language="",
    )


def _text(message: EmailMessage) -> str:
    """Return the text of a message: of its plain part, or of its HTML where there is none."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    text = decode(data, part.get_content_charset() or "") if data.strip() else ""
    return text_of(text) if part.get_content_subtype() == "html" else text
