"""What belongs to one language, read from its folder of TOML files in `languages/`."""

from __future__ import annotations

import tomllib
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """Return the tables of `languages/<language>/<name>.toml`.

    Raises LookupError for a language or a file that there is none of, ValueError for one that is no TOML.
    """
    file = f"languages/{language}/{name}.toml"
    try:
        return tomllib.loads((get_data("timeline", file) or b"").decode())
    except OSError:
        raise LookupError(f"no {name} for the language {language!r}") from None
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error


def known(language: str) -> bool:
    """Tell whether the language has a grammar of dates of its own."""
    return (_folder() / language / "dates.toml").is_file()


@cache
def available() -> tuple[str, ...]:
    """Return the languages that there is a folder of, in the order of their names."""
    folders = _folder().iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir() and not folder.name.startswith("_")))


@cache
def _folder() -> Path:
    from pathlib import Path  # noqa: PLC0415 - slow to import, and finding dates does without

    return Path(__file__).parent / "languages"
