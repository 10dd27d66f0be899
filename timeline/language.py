"""What belongs to one language, read from its folder of TOML files in `languages/`."""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from io import FileIO
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import tomli

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")
NEVER: Final = r"(?!)"  # a pattern that matches nowhere
_HERE: Final = os.path.dirname(__file__)  # noqa: PTH120 - pathlib is slow to import, and finding dates does without


class Vocabulary:
    """The words of one language for one purpose; each attribute is a `Made`."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        """Take the tables of the language's file."""
        self._tables = tables

    def listed(self, name: str) -> Any:
        """Return what the tables have under a name ("spans", "clauses.modals"), or an empty list."""
        *path, last = name.split(".")
        table = self._tables
        for step in path:
            table = table.get(step, {})
        return table.get(last, [])


class Made(Generic[T]):
    """An attribute of a Vocabulary, made of what its tables have under some names when it is first asked for."""

    def __init__(self, make: Callable[..., T], *names: str) -> None:
        self._make, self._names = make, names

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, words: Vocabulary, owner: type) -> T:
        value = self._make(*map(words.listed, self._names))
        words.__dict__[self._name] = value  # which is found before this is, from now on
        return value


class Pattern:
    """A regular expression of a language that is compiled when it is first wanted."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """The method of the compiled pattern."""
        return re.compile(self.pattern, self._flags).match

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """The method of the compiled pattern."""
        return re.compile(self.pattern, self._flags).search


def these(*lists: list[str]) -> frozenset[str]:
    """Return the words of some lists."""
    return frozenset().union(*lists)


def without(words: list[str], *others: list[str]) -> frozenset[str]:
    """Return the words of a list that no other has."""
    return frozenset(words).difference(*others)


def in_order(words: list[str]) -> tuple[str, ...]:
    """Return the words of a list, for what begins or ends with one of them."""
    return tuple(words)


def first_of_group(groups: list[list[str]]) -> dict[str, str]:
    """Return the first of its group for each word."""
    return {word: group[0] for group in groups for word in group}


def one_and_several(words: list[str]) -> tuple[str, str]:
    """Return a verb in the singular and the plural, or nothing for either."""
    one, several = words or ("", "")
    return one, several


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """Return the tables of `languages/<language>/<name>.toml`.

    Raises LookupError for a language or a file that there is none of, ValueError for one that is no TOML.
    """
    file = f"languages/{language}/{name}.toml"
    try:
        with FileIO(os.path.join(_HERE, file)) as source:  # noqa: PTH118
            return tomli.loads(source.read().decode())
    except OSError:
        raise LookupError(f"no {name} for the language {language!r}; there are {', '.join(available())}") from None
    except tomli.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error


def optional(language: str, name: str) -> dict[str, Any]:
    """Return the tables of a file that a language may lack; then there are none."""
    try:
        return load(language, name)
    except LookupError:
        return {}


def known(language: str) -> bool:
    """Tell whether the language has a grammar of dates of its own."""
    return language in _with_dates()


@cache
def _with_dates() -> frozenset[str]:
    return frozenset(language for language in available() if (_folder() / language / "dates.toml").is_file())


@cache
def available() -> tuple[str, ...]:
    """Return the languages that there is a folder of, in the order of their names."""
    folders = _folder().iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir() and not folder.name.startswith("_")))


@cache
def _folder() -> Path:
    from pathlib import Path  # noqa: PLC0415

    return Path(_HERE, "languages")
