"""Remake the exports of the sample articles: `python tests/remake_exports.py` writes `exports/` anew."""

import sys
from pathlib import Path

from timeline.cli import main
from timeline.views import VIEWS

ROOT = Path(__file__).parent.parent


def remake(folder: Path) -> None:
    """Write one export of `seeds/` in each format; run it from the root of the project."""
    for name in VIEWS:
        if code := main(["export", name, "seeds/", "-o", str(folder / f"timeline.{name}")]):
            sys.exit(code)


if __name__ == "__main__":
    remake(ROOT / "exports")
