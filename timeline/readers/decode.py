"""Bytes to text: encodings, byte-order marks, line ends, control characters."""

from __future__ import annotations

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS: Final = (
    (b"%PDF-", "a PDF document, not text: pdftotext makes text of it"),
    (b"PK\x03\x04", "a ZIP archive or an office document, not text: unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an office document, not text: save it as text"),
    (b"{\\rtf", "an RTF document, not text: save it as text"),
    (b"WARC/1.", "a web archive, not text: save its pages as files"),
    (b"\x89PNG", "an image, not text"),
    (b"\xff\xd8\xff", "an image, not text"),
    (b"GIF8", "an image, not text"),
    (b"SQLite format 3", "a database, not text"),
    (b"\x7fELF", "a program, not text"),
)
_SAMPLE: Final = 65_536
# One character for each one taken away, so that offsets stay true.
_CONTROLS: Final = {
    **dict.fromkeys((*range(9), 11, *range(14, 32), *range(127, 160), 0xFEFF, 0xFFFE, 0xFFFF), " "),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), " "),  # they reorder what is displayed
    **dict.fromkeys((12, 0x85, 0x2028, 0x2029), "\n"),
}
_LONE_SURROGATE: Final = "\ufffd"  # ... and for each of those
_CONTROL: Final = re.compile(f"[{''.join(map(chr, _CONTROLS))}\ud800-\udfff]")


class UnreadableError(Exception):
    """An input that cannot be read; its text is the reason, in words for the user."""


def clean(text: str) -> str:
    r"""Return the text, as long as before, with `\n` as its only line end and without control characters.

    >>> clean("one\r\ntwo\x07")
    'one \ntwo '
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return _CONTROL.sub(lambda match: _CONTROLS.get(ord(match.group()), _LONE_SURROGATE), text)


def decode(data: bytes, declared: str = "") -> str:
    """Return the text of bytes: by mark, as UTF-8, in the encoding that they declare, or in the one most likely.

    Raises UnreadableError for binary data and where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return clean(_strictly(data[len(mark) :], encoding))
    if encoding := _wide(data[:_SAMPLE]):
        return clean(_strictly(data, encoding))
    refuse_binary(data[:_SAMPLE])
    for encoding in ("utf-8", declared):
        try:
            return clean(data.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    return clean(_guessed(data))


def refuse_binary(sample: bytes) -> None:
    """Raise UnreadableError when a sample is not text."""
    for begin, kind in _KINDS:
        if sample.startswith(begin):
            raise UnreadableError(f"is {kind}")
    controls = sum(sample.count(bytes([code])) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    if b"\0" in sample or controls * 50 > len(sample):
        raise UnreadableError("is binary, not text")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not valid {encoding}") from error


def _wide(sample: bytes) -> str:
    """Tell UTF-16 without a mark by the zero in every other byte of its ASCII characters."""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half >= 2 and even + odd >= half * 0.7 and not (even and odd):
        return "utf-16-be" if even else "utf-16-le"
    return ""


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import

    try:
        # Nearly all Western text that is no UTF-8 is in this one, and a guess from a few accents is often another.
        if sum(byte > 127 for byte in data[:_SAMPLE]) * 20 < len(data[:_SAMPLE]):
            return data.decode("cp1252")
    except UnicodeDecodeError:
        pass
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnreadableError("has an encoding that is not known")
    return data.decode(best.encoding, errors="replace")
