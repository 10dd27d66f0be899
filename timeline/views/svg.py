"""A picture of the timeline for papers and slides, in SVG 1.1 and with a font of any system."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from timeline.event import Event, Timeline
from timeline.moments import Grain
from timeline.views.canvas import console_of
from timeline.views.dates import in_words
from timeline.views.options import ViewOptions
from timeline.views.outline import Row, outline
from timeline.views.sources import name_of
from timeline.views.text import escaped, line
from timeline.when import Interval

_WIDTH: Final = 800
_AXIS: Final = 132  # x of the line
_TEXT: Final = 152  # x of the titles
_COLUMNS: Final = 72  # of a title's line, a CJK character taking two
_COLUMNS_BOLD: Final = 64
_LINE: Final = 21  # y from line to line
_INK, _QUIET, _ACCENT, _PLAN, _WARN = "#1c1d1f", "#5d6168", "#0b6e75", "#2c6e2f", "#96266e"
_STYLE: Final = "font-family:'Helvetica Neue',Arial,'Noto Sans',sans-serif"


def render(timeline: Timeline, options: ViewOptions) -> bytes:
    """Return the picture in UTF-8."""
    drawing = _Drawing(timeline)
    body = "".join(part for row in outline(timeline, options) for part in drawing.row(row))
    height = drawing.y + 14
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
        f' role="img" style="{_STYLE}">\n<title>{escaped(options.name)}</title>\n'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>\n'
        f'<path d="M{_AXIS} 14V{height - 14}" stroke="#c9c6bf"/>\n'
    )
    return f"{head}{body}</svg>\n".encode("utf-8", "replace")


class _Drawing:
    """The rows drawn one below the other; `y` is where the next begins."""

    def __init__(self, timeline: Timeline) -> None:
        self.articles = {article.id: article for article in timeline.articles}
        self.y = 14

    def row(self, row: Row) -> Iterator[str]:
        for head in row.heads:
            if head != row.label:
                self.y += 8
                yield self._label(head, _INK, "700")
                self.y += _LINE
        if not row.events:
            self.y += _LINE
            yield self._write(f"· {row.text} ·", _QUIET, 13)
            return
        yield self._label(row.label, _QUIET if row.folded else _INK, "700" if row.label in row.heads else "400")
        if row.folded:
            yield from self._wrapped(" · ".join(line(event.title) for event in row.events), _QUIET, 14)
        else:
            yield from self._event(row, row.events[0])
            self.y += 6

    def _event(self, row: Row, event: Event) -> Iterator[str]:
        yield self._mark(row, event)
        title = line(event.title) + ("" if event.kind == "happened" else f" ({event.kind})")
        yield from self._wrapped(title, _INK, 16, "600" if row.lead else "400")
        names = dict.fromkeys(name_of(self.articles[id_]) for id_ in event.articles if id_ in self.articles)
        yield from self._wrapped(", ".join(names), _QUIET, 13)
        for conflict in event.conflicts:
            sayers = ", ".join(name_of(self.articles[id_]) for id_ in conflict.articles if id_ in self.articles)
            yield from self._wrapped(f"≠ {in_words(conflict.when)}: {sayers}", _WARN, 13)

    def _mark(self, row: Row, event: Event) -> str:
        colour = _PLAN if event.kind in ("planned", "possible") else _ACCENT if row.lead else _QUIET
        middle = self.y + _LINE - 5
        if isinstance(event.when, Interval):
            return (
                f'<rect x="{_AXIS - 3}" y="{middle - 7}" width="6" height="{2 * _LINE - 6}" rx="3" fill="{colour}"/>\n'
            )
        if event.kind in ("planned", "possible"):
            shape = f'd="M{_AXIS} {middle - 7}l7 7l-7 7l-7 -7z"'
            dashes = ' stroke-dasharray="2 2"' if event.kind == "possible" else ""
            return f'<path {shape} fill="#fff" stroke="{colour}" stroke-width="2"{dashes}/>\n'
        exact = event.when is not None and event.when.grain <= Grain.DAY
        circle = f'<circle cx="{_AXIS}" cy="{middle}" r="6" fill="{colour if exact else "#fff"}" stroke="{colour}"'
        half = ""
        if event.when is not None and Grain.DAY < event.when.grain <= Grain.MONTH:
            half = f'<path d="M{_AXIS} {middle - 6}a6 6 0 0 0 0 12z" fill="{colour}"/>\n'
        return f'{circle} stroke-width="2"/>\n{half}'

    def _wrapped(self, text: str, colour: str, size: int, weight: str = "400") -> Iterator[str]:
        columns = (_COLUMNS if weight == "400" else _COLUMNS_BOLD) * 16 // size
        for part in Text(text).wrap(console_of(columns), columns):
            self.y += _LINE
            yield self._write(part.plain, colour, size, weight)

    def _write(self, text: str, colour: str, size: int, weight: str = "400") -> str:
        at = f'x="{_TEXT}" y="{self.y}"'
        return f'<text {at} font-size="{size}" font-weight="{weight}" fill="{colour}">{escaped(text)}</text>\n'

    def _label(self, label: str, colour: str, weight: str) -> str:
        at = f'x="{_AXIS - 16}" y="{self.y + _LINE}" text-anchor="end"'
        return f'<text {at} font-size="14" font-weight="{weight}" fill="{colour}">{escaped(label)}</text>\n'
