"""Date expressions as a table for reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.table import Table
from rich.text import Text

from timeline.timex import Timex
from timeline.views.canvas import console_of, drawn_on
from timeline.views.tags import Tagged
from timeline.views.text import line

_COLOURS: Final = {"DATE": "green", "TIME": "cyan", "DURATION": "yellow", "SET": "magenta"}


def table(documents: Iterable[Tagged], width: int, colours: str | None = None) -> str:
    """Return a table for each text, `width` columns wide, in the colour system of rich if one is given."""
    console = console_of(width, colours)
    for tagged in documents:
        title = Text(line(str(tagged.id)), "bold")
        known = f"published {line(tagged.published)}" if tagged.published else "publication unknown (--published D)"
        known += ", as inferred" if tagged.published and tagged.inferred else ""
        title.append(f"  {known}", "dim")
        console.print(title)
        console.print(_table(tagged.timexes) if tagged.timexes else Text("  no date expressions", "dim"))
    return drawn_on(console)


def _table(timexes: Iterable[Timex]) -> Table:
    drawn = Table(box=None, header_style="dim")
    for name in ("at", "expression", "type", "value", ""):
        drawn.add_column(name, overflow="fold", justify="right" if name == "at" else "left")
    for timex in timexes:
        more = " ".join(f"{name}={value}" for name in ("mod", "quant", "freq") if (value := getattr(timex, name)))
        more = "; ".join(filter(None, (more, timex.note)))
        kind = Text(timex.type, _COLOURS[timex.type])
        drawn.add_row(str(timex.start), Text(line(timex.text)), kind, timex.value, Text(more, "dim"))
    return drawn
