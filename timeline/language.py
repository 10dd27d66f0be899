"""What belongs to one language, read from its folder of TOML files in `languages/`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).parent / "languages"


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """Return the tables of `languages/<language>/<name>.toml`.

    Raises LookupError for a language or a file that there is none of, ValueError for one that is no TOML.
    """
    path = _FOLDER / language / f"{name}.toml"
    if not path.is_file():
        raise LookupError(f"no {name} for the language {language!r}")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"languages/{language}/{path.name}: {error}") from error


def known(language: str) -> bool:
    """Tell whether the language has a grammar of dates of its own."""
    return (_FOLDER / language / "dates.toml").is_file()


@cache
def available() -> tuple[str, ...]:
    """Return the languages that there is a folder of, in the order of their names."""
    folders = _FOLDER.iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir() and not folder.name.startswith("_")))
