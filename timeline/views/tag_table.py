"""Date expressions as a table for reading."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from timeline.timex import Timex
from timeline.views.tags import Tagged
from timeline.views.text import line

_COLOURS: Final = {"DATE": "green", "TIME": "cyan", "DURATION": "yellow", "SET": "magenta"}


def table(documents: Iterable[Tagged], width: int, *, colour: bool = False) -> bytes:
    """Return a table for each text, `width` columns wide."""
    written = io.StringIO()
    console = Console(file=written, width=width, force_terminal=colour, no_color=not colour, highlight=False)
    for tagged in documents:
        title = Text(line(str(tagged.id)), "bold")
        if tagged.published:
            title.append(f"  published {line(tagged.published)}", "dim")
        console.print(title)
        console.print(_table(tagged.timexes) if tagged.timexes else Text("  no date expressions", "dim"))
    return written.getvalue().encode("utf-8", "replace")


def _table(timexes: Iterable[Timex]) -> Table:
    drawn = Table(box=None, header_style="dim")
    for name in ("at", "expression", "type", "value", ""):
        drawn.add_column(name, overflow="fold", justify="right" if name == "at" else "left")
    for timex in timexes:
        more = " ".join(f"{name}={value}" for name in ("mod", "quant", "freq") if (value := getattr(timex, name)))
        kind = Text(timex.type, _COLOURS[timex.type])
        drawn.add_row(str(timex.start), Text(line(timex.text)), kind, timex.value, Text(more, "dim"))
    return drawn
