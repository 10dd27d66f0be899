"""The drawings that are kept in `tests/golden/terminal/`; `python -m tests.views.goldens` draws them anew."""

from pathlib import Path

from timeline.views.options import ViewOptions
from timeline.views.terminal import drawn

from .samples import DAY, EMPTY, HARBOUR, HOSTILE

FOLDER = Path(__file__).parent.parent / "golden" / "terminal"
# name -> timeline, options, colours
DRAWINGS = {
    "wide": (HARBOUR, ViewOptions(width=100), None),
    "usual": (HARBOUR, ViewOptions(width=80, today=DAY.n + 7), None),
    "narrow": (HARBOUR, ViewOptions(width=40), None),
    "everything": (HARBOUR, ViewOptions(everything=True, quotes=True), None),
    "backwards": (HARBOUR, ViewOptions(backwards=True, today=DAY.n + 7), None),
    "by-month": (HARBOUR, ViewOptions(group="month"), None),
    "by-year": (HARBOUR, ViewOptions(group="year", everything=True), None),
    "most-told": (HARBOUR, ViewOptions(most_told=True, limit=4), None),
    "ascii": (HARBOUR, ViewOptions(ascii=True, today=DAY.n + 7), None),
    "colours-16": (HARBOUR, ViewOptions(today=DAY.n + 7), "standard"),
    "colours-true": (HARBOUR, ViewOptions(), "truecolor"),
    "empty": (EMPTY, ViewOptions(), None),
    "hostile": (HOSTILE, ViewOptions(quotes=True), "standard"),
}


def draw(name: str) -> bytes:
    """Return one drawing."""
    timeline, options, colours = DRAWINGS[name]
    return drawn(timeline, options, colours).encode()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in DRAWINGS:
        (FOLDER / f"{each}.txt").write_bytes(draw(each))
