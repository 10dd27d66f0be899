"""Where results and warnings go."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path


class UsageError(ValueError):
    """Wrong use of the command line, in words for the user."""


class ReaderGoneError(Exception):
    """Whoever read our standard output wants no more."""


class Output:
    """Results as bytes to standard output or to a file, warnings as lines to standard error."""

    def __init__(self, path: str = "-") -> None:
        """Write to the file at `path`, `-` for standard output."""
        self._path = path

    def write(self, data: bytes) -> None:
        """Write a result; a file appears whole or not at all."""
        if self._path != "-":
            replace(Path(self._path), data)
        elif sys.stdout is None:
            raise UsageError("there is no standard output")
        else:
            with _readers_may_go():
                sys.stdout.buffer.write(data)

    def close(self) -> None:
        """Write what is still held back."""
        if sys.stdout is not None:
            with _readers_may_go():
                sys.stdout.buffer.flush()

    def warn(self, message: str) -> None:
        """Tell the user something on standard error, in one line."""
        if sys.stderr is not None:
            with contextlib.suppress(OSError):
                shown = "".join(char if char.isprintable() else " " for char in message)
                print(f"timeline: {shown}", file=sys.stderr, flush=True)


@contextlib.contextmanager
def _readers_may_go() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # what is still in the buffer must not fail again when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno in (errno.EPIPE, errno.EINVAL):  # EINVAL: the same on Windows
            raise ReaderGoneError from error
        raise UsageError(f"standard output: {words(error)}") from error


def words(error: OSError) -> str:
    """Return what the system says of an error."""
    return (error.strerror or "cannot be read").lower()


def replace(path: Path, data: bytes) -> None:
    """Write a file beside the old one and put it in its place."""
    import tempfile

    beside = ""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
            path.write_bytes(data)
            return
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(beside).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        Path(beside).replace(path)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise UsageError(f"{path}: {words(error)}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
