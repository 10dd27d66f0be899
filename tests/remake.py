"""Writes anew what the code is to write: exports/, tests/golden/, the README's picture and the output of its examples.

python -m tests.remake
"""

from __future__ import annotations

import io
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from functools import cache
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from timeline.event import Timeline
from timeline.merge import build
from timeline.readers import read
from timeline.views import VIEWS
from timeline.views.options import ViewOptions
from timeline.views.terminal import draw

ROOT = Path(__file__).parent.parent
STORIES = sorted(path.name for path in (ROOT / "tests" / "stories").iterdir() if path.is_dir())
# Rich's own picture would load its font from the network.
SVG = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code, monospace", "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
)


@cache
def timeline_of(folder: str) -> Timeline:
    """Return the timeline of a folder of the project, as `timeline show FOLDER` from the project's own folder."""
    with chdir(ROOT):
        return build(read([folder]))


def picture(timeline: Timeline) -> bytes:
    """Return the drawing of `timeline show` as SVG."""
    width = 88
    console = Console(
        record=True, file=io.StringIO(), width=width, force_terminal=True, color_system="truecolor", _environ={}
    )
    draw(timeline, ViewOptions(width=width), console)
    return console.export_svg(title="timeline show seeds/", unique_id="timeline", code_format=SVG).encode()


def readme() -> bytes:
    """Return the README with what its examples print now: each line after a `$ ` in a block of the kind `console`."""

    def block(found: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", found[0], re.MULTILINE)
        return "```console\n" + "\n".join(f"$ {command}\n{run(command)}" for command in commands) + "```\n"

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.sub(r"^```console\n.*?^```\n", block, text, flags=re.MULTILINE | re.DOTALL).encode()


def run(command: str) -> str:
    """Return what a command of ours prints; `echo … |` before it is its standard input."""
    *echoed, ours = command.split(" | ")
    given = " ".join(shlex.split(echoed[0])[1:]) + "\n" if echoed else ""
    name, *arguments = shlex.split(ours)
    assert name == "timeline", f"the README shows only our own commands, not {name}"
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *arguments], cwd=ROOT, input=given.encode(), capture_output=True, check=True
    )
    return "".join(line.rstrip() + "\n" for line in done.stdout.decode().splitlines())


def made() -> Iterator[tuple[str, bytes]]:
    """Yield each file, as a path from the project's folder, with what the code writes now."""
    seeds = timeline_of("seeds/")
    for form, view in VIEWS.items():
        yield f"exports/seeds.{form}", view.render(seeds)
    for story in STORIES:
        yield f"tests/golden/{story}/timeline.txt", VIEWS["txt"].render(timeline_of(f"tests/stories/{story}/"))
    yield "docs/timeline.svg", picture(seeds)
    yield "README.md", readme()


def main() -> None:
    """Write them all."""
    for name, content in made():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
