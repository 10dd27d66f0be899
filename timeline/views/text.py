"""Text of articles made safe to show: nothing in it can steer a terminal, turn the reading order or break a line."""

from __future__ import annotations

import re
from html import escape
from typing import Final

_BREAKS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 controls, bidirectional embeddings, overrides and isolates, interlinear marks, byte-order marks, lone
# surrogates, what Unicode keeps free of characters, and the invisible tag characters.
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    r"""Return the text without control characters; line breaks of every kind become a newline.

    >>> clean("a\x1b[31mb\r\nc\u202e")
    'a[31mb\nc'
    """
    return _UNSAFE.sub("", _BREAKS.sub("\n", text))


def line(text: str) -> str:
    """Return the text on one line, clean, with single spaces."""
    return " ".join(clean(text).split())


def escaped(text: str) -> str:
    """Return the text on one line, clean, escaped for HTML and SVG elements and attributes."""
    return escape(line(text))


def cut(text: str, width: int) -> str:
    """Return at most `width` characters of one line, ended with an ellipsis after a whole word when shortened.

    >>> cut("workers and sappers for the border", 20)
    'workers and sappers…'
    """
    text = line(text)
    if len(text) <= width:
        return text
    head = text[:width].rpartition(" ")[0]
    return (head if 2 * len(head) > width else text[: width - 1]).rstrip(" ,;:–—-") + "…"
