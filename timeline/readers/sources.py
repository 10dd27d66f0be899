"""Where articles come from: files, folders, patterns, standard input, addresses."""

from __future__ import annotations

import csv
import gzip
import os
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from glob import glob, has_magic
from io import BufferedReader, BytesIO
from pathlib import Path, PurePosixPath
from typing import Final

from attrs import frozen

from timeline.article import Published, Skipped
from timeline.days import day_number
from timeline.moments import SECONDS_A_DAY, Grain, Moment
from timeline.readers.decode import UnreadableError, decode

LIMIT: Final = 32 << 20  # bytes of one document in memory
_NAMED: Final = 200  # characters of a path that is none
MANIFEST: Final = "manifest.csv"
_CHANGED: Final = 0.3  # the confidence of a file's own date: copies are younger than what they hold
_OFFSET: Final = re.compile(r"([+-])(\d\d):(\d\d)")
_PASSED_OVER: Final = re.compile(
    r"\..*|.*~|#.*#|.*\.sw[op]|thumbs\.db|desktop\.ini|manifest\.csv|__MACOSX", re.IGNORECASE | re.DOTALL
)


@frozen
class Source:
    """An input: its name as given (with `/`), how to open it, and the date that a manifest gives it."""

    name: str
    path: str
    published: Published | None = None

    def changed(self, zone: str = "") -> Published | None:
        """Return the day on which a file was last changed, in a zone ("+09:00"; else UTC): a weak date of its text."""
        if self.path == "-" or is_address(self.path):
            return None
        offset = _OFFSET.match(zone)
        minutes = int(f"{offset[1]}1") * (60 * int(offset[2]) + int(offset[3])) if offset else 0
        day = (int(Path(self.path).stat().st_mtime) + 60 * minutes) // SECONDS_A_DAY + day_number(1970, 1, 1)
        return Published.on(Moment(Grain.DAY, day), "file", _CHANGED, "the day on which its file was last changed")

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """Open it for reading, unpacked; raise OSError or UnreadableError."""
        with self._raw() as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            yield BufferedReader(gzip.GzipFile(fileobj=raw)) if packed else raw

    def _raw(self) -> AbstractContextManager[BufferedReader]:
        if self.path == "-":
            if sys.stdin is None:
                raise UnreadableError("is closed: there is no standard input")
            return nullcontext(sys.stdin.buffer)  # type: ignore[arg-type] # it is one
        if is_address(self.path):
            from timeline.readers.fetch import fetch  # noqa: PLC0415 - the network is seldom used

            return BufferedReader(BytesIO(fetch(self.path)))
        return Path(self.path).open("rb")


def suffix(name: str) -> str:
    """Return a file name's ending in lower case, without that of compression: ".html"."""
    name = name.lower().partition("?")[0] if is_address(name) else name.lower()
    return PurePosixPath(name.removesuffix(".gz")).suffix


def is_address(path: str) -> bool:
    """Tell an address of the web from a path."""
    return path.startswith(("http://", "https://"))


def read_all(stream: BufferedReader, limit: int = LIMIT) -> bytes:
    """Return all bytes of a stream; raise UnreadableError beyond the limit, or for damaged compression."""
    try:
        data = stream.read(limit + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableError("is damaged: its compression ends early or is broken") from error
    if len(data) > limit:
        raise UnreadableError(f"is larger than {limit >> 20} MB")
    return data


def lines(stream: BufferedReader, limit: int = LIMIT) -> Iterator[bytes]:
    """Yield the lines of a stream one by one; raise UnreadableError as `read_all` does."""
    try:
        while line := stream.readline(limit + 1):
            if len(line) > limit:
                raise UnreadableError(f"has a line larger than {limit >> 20} MB")
            yield line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableError("is damaged: its compression ends early or is broken") from error


def walk(paths: Sequence[str]) -> Iterator[Source | Skipped]:
    """Yield the inputs that paths name: folders with all below them, in the order of their names."""
    for path in paths:
        name = path.replace(os.sep, "/")
        if unusable := _unusable(path):
            yield Skipped(name[:_NAMED], unusable)
        elif path == "-" or is_address(path) or Path(path).is_file():
            yield Source(name, path)
        elif Path(path).is_dir():
            yield from _folder(path, {})
        elif Path(path).exists():
            yield Skipped(name, "is neither a file nor a folder")
        elif has_magic(path) and (found := sorted(glob(path, recursive=True))):  # noqa: PTH207 - also absolute patterns
            yield from walk([each for each in found if not _PASSED_OVER.fullmatch(Path(each).name)])
        else:
            yield Skipped(name, "matches no file" if has_magic(path) else "does not exist")


def _unusable(path: str) -> str:
    """Return why a path cannot be asked for, "" if it can."""
    try:
        if path != "-" and not is_address(path):
            Path(path).stat()
    except FileNotFoundError:
        return ""  # it may be a pattern
    except (OSError, ValueError) as error:
        return _words(error)
    return ""


def _folder(path: str, outer: Mapping[str, Published]) -> Iterator[Source | Skipped]:
    name = path.replace(os.sep, "/").rstrip("/")
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(name, _words(error))
        return
    dates: dict[str, Published] = {key.partition("/")[2]: date for key, date in outer.items() if "/" in key}
    for found in _manifest(Path(path) / MANIFEST):
        if isinstance(found, Skipped):
            yield found
        else:
            dates.update([found])
    for entry in entries:
        if _PASSED_OVER.fullmatch(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            inner = {key: date for key, date in dates.items() if key.startswith(entry.name + "/")}
            yield from _folder(entry.path, inner)
        elif _is_file(entry):
            yield Source(f"{name}/{entry.name}", entry.path, dates.get(entry.name))
        elif entry.is_symlink() and not os.path.exists(entry.path):  # noqa: PTH110 - Path raises for a circle of links
            yield Skipped(f"{name}/{entry.name}", "is a link to nothing")


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a file, or a link to one; not so a circle of links."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _manifest(path: Path) -> Iterator[tuple[str, Published] | Skipped]:
    """Yield the files and dates of a folder's manifest, which has the columns file and published."""
    from timeline.readers.published import given  # noqa: PLC0415 - only for a manifest

    if not path.is_file():
        return
    try:
        rows = list(csv.DictReader(decode(path.read_bytes()).splitlines()))
    except (OSError, UnreadableError, csv.Error) as error:
        yield Skipped(path.as_posix(), _words(error))
        return
    for row in rows:
        file, published = (row.get("file") or "").strip(), (row.get("published") or "").strip()
        if not file or not published:
            continue
        try:
            yield file.removeprefix("./"), given(published)
        except ValueError as error:
            yield Skipped(path.as_posix(), f"{file}: {error}")


def _words(error: Exception) -> str:
    return (error.strerror or "cannot be read").lower() if isinstance(error, OSError) else str(error)
