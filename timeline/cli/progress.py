"""What is being done, for a person who waits."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")
_PATIENCE: Final = 0.5  # seconds of silence before anything is told
_PACE: Final = 0.1  # seconds from line to line


def counted(articles: int) -> str:
    """Return how many articles there are, in words.

    >>> counted(1), counted(1200)
    ('1 article', '1,200 articles')
    """
    return f"{articles:,} article{'' if articles == 1 else 's'}"


class Progress:
    """One line on standard error, written over and over, if that is a terminal and the work takes long."""

    def __init__(self) -> None:
        """Begin to wait."""
        terminal = sys.stderr is not None and sys.stderr.isatty()
        self._watched = terminal and os.environ.get("TERM") != "dumb"  # which cannot write over a line
        self._next = time.monotonic() + _PATIENCE
        self._told = False

    def tell(self, words: str) -> None:
        """Say what is being done, unless it is too soon for that."""
        if self._watched and time.monotonic() > self._next:
            print(f"\r\x1b[K{words} …", end="", file=sys.stderr, flush=True)
            self._next = time.monotonic() + _PACE
            self._told = True

    def counting(self, articles: Iterable[T]) -> Iterator[T]:
        """Yield the articles, saying how many there are."""
        for count, article in enumerate(articles, 1):
            yield article
            self.tell(f"reading: {counted(count)}")

    def clear(self) -> None:
        """Wipe the line away."""
        if self._told:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
