"""Web pages that a browser saved as one file (MHTML): a message around the page, whose Date is the day of saving."""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from io import BufferedReader

from timeline.article import Article, Skipped
from timeline.moments import Grain
from timeline.readers.dates import parse_date
from timeline.readers.decode import UnreadableError
from timeline.readers.email import BROKEN, LIMIT
from timeline.readers.html import Saved, read_page
from timeline.readers.options import ReadOptions
from timeline.readers.sources import is_address, read_all


def read_mhtml(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """Yield the article of a page, or each entry of a live blog."""
    try:
        message = message_from_bytes(read_all(stream, LIMIT), policy=email.policy.default)
        part = message.get_body(preferencelist=("html",))
        payload = part.get_payload(decode=True) if part else None
        saved = _saved(message)
    except (*BROKEN, RecursionError) as error:
        raise UnreadableError(f"is a saved page that cannot be read: {error}") from error
    if not isinstance(payload, bytes):
        raise UnreadableError("is a saved page without a page in it")
    yield from read_page(payload, name, options, saved)


def _saved(message: EmailMessage) -> Saved:
    """Return where and on which day the page was saved."""
    url = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "")
    moment = parse_date(str(message.get("Date", "")))
    return Saved(url if is_address(url) else "", moment.widen(Grain.DAY) if moment else None)
