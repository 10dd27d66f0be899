"""Noticing that inputs have changed, on any file system, by looking."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

# Path -> (size, time of the last change in ns); two that are equal mean that nothing has changed.
Signature: TypeAlias = dict[str, tuple[int, int]]


def signature(paths: Sequence[str]) -> Signature:
    """Return what the files and folders look like now; what is not there is left out."""
    return {path: (found.st_size, found.st_mtime_ns) for path, found in _looked_at(paths)}


def newest(seen: Signature) -> float:
    """Return the time of the last change, in seconds since 1970; 0 when there is none."""
    return max((changed for _, changed in seen.values()), default=0) / 1e9


def _looked_at(paths: Sequence[str]) -> Iterator[tuple[str, os.stat_result]]:
    for path in paths:
        yield from _stat(path)
        for folder, _, names in os.walk(path):
            for name in names:
                yield from _stat(os.path.join(folder, name))  # noqa: PTH118 - a Path a file is slow
            yield from _stat(folder)


def _stat(path: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        yield path, Path(path).stat()
    except OSError:
        return
