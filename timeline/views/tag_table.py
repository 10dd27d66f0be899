"""Date expressions as a table for reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.table import Table
from rich.text import Text

from timeline.timex import Timex
from timeline.views.canvas import console_of, drawn_on
from timeline.views.tags import Tagged
from timeline.views.text import line

_COLOURS: Final = {"DATE": "green", "TIME": "cyan", "DURATION": "yellow", "SET": "magenta"}
_NARROW: Final = 60  # columns
_NARROWEST: Final = 44  # ... and in fewer a value would be cut off, which the terminal may break but not lose


def table(documents: Iterable[Tagged], width: int, colours: str | None = None) -> str:
    """Return a table for each text, `width` columns wide, in the colour system of rich if one is given."""
    console = console_of(max(width, _NARROWEST), colours)
    for at, tagged in enumerate(documents):
        title = Text("\n" * bool(at) + line(str(tagged.id)), "bold")
        known = f"published {line(tagged.published)}" if tagged.published else "publication unknown (--published D)"
        known += ", as inferred" if tagged.published and tagged.inferred else ""
        title.append(f"  {known}", "dim")
        console.print(title)
        console.print(_table(tagged.timexes, width) if tagged.timexes else Text("  no date expressions", "dim"))
    return "".join(f"{each.rstrip()}\n" for each in drawn_on(console).splitlines())


def _table(timexes: Sequence[Timex], width: int) -> Table:
    """Return the table; where it is narrow, notes stand below the expressions, and these break before values do."""
    notes = [Text(_note(timex), "dim") for timex in timexes]
    beside = width >= _NARROW and any(notes)
    drawn = Table(box=None, header_style="dim")
    drawn.add_column("at", justify="right")
    drawn.add_column("expression", overflow="fold", min_width=len("expression"))
    drawn.add_column("type", min_width=max(len(timex.type) for timex in timexes))
    drawn.add_column("value", overflow="fold", min_width=max(len(timex.value) for timex in timexes))
    if beside:
        drawn.add_column(overflow="fold")
    for timex, note in zip(timexes, notes, strict=True):
        said = Text(line(timex.text))
        said = Text("\n").join((said, note)) if note and not beside else said
        drawn.add_row(str(timex.start), said, Text(timex.type, _COLOURS[timex.type]), timex.value, *[note] * beside)
    return drawn


def _note(timex: Timex) -> str:
    """Return what else is known of a value, and what is wrong with its words."""
    more = " ".join(f"{name}={value}" for name in ("mod", "quant", "freq") if (value := getattr(timex, name)))
    return "; ".join(filter(None, (more, timex.note)))
