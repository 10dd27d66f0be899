"""A console of rich that draws into memory, the same way on every machine."""

from __future__ import annotations

import io
import re
from typing import Final

from rich.console import Console

_LINK_ID: Final = re.compile(r"\x1b\]8;id=[^;]*;")


def console_of(width: int, colours: str | None = None) -> Console:
    """Return a console for a colour system of rich ("standard", "256", "truecolor"), None for plain text."""
    return Console(
        file=io.StringIO(),
        width=width,
        color_system=colours,  # type: ignore[arg-type]
        force_terminal=colours is not None,
        legacy_windows=False,
        highlight=False,
        _environ={},
    )


def drawn_on(console: Console) -> str:
    """Return what was drawn; the links, which rich numbers by chance, without numbers."""
    assert isinstance(console.file, io.StringIO)
    return _LINK_ID.sub("\x1b]8;;", console.file.getvalue())
