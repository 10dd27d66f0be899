"""The architecture, read from the imports: they run one way, and what is heavy waits until it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

PACKAGE = Path(timeline.__file__).parent
# From the ground up; a module may import from the layers below its own, and from its own package.
LAYERS = (
    {"days", "language", "letters", "values"},
    {"moments"},
    {"when", "holidays"},
    {"article", "timex"},
    {"event"},
    {"paths"},
    {"neighbours"},
    {"phrases", "scanner", "foreign", "dateline"},
    {"patterns", "lexicon"},
    {"statements"},
    {"rules"},
    {"grammar", "sentences"},
    {"ties"},
    {"tense", "live"},
    {"context"},
    {"memory"},
    {"anchor"},
    {"operators"},
    {"recognise"},
    {"siblings", "clues", "explain"},
    {"evidence"},
    {"infer"},
    {"extract"},
    {"merge"},
    {"readers", "views", "library"},
    {"serve"},
    {"cli"},
    {"__main__", "__init__"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
# Where a library that is slow to import may be used.
HEAVY = {
    "charset_normalizer": {"readers"},
    "dateparser": {"readers", "cli", "foreign"},
    "feedparser": {"readers"},
    "htmldate": {"readers"},
    "icalendar": {"views"},
    "lxml": {"readers"},
    "rich": {"views", "cli"},
    "starlette": {"serve"},
    "trafilatura": {"readers"},
    "uvicorn": {"serve"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))
EDGES = {"cli", "serve", "__main__"}


def part(path: Path) -> str:
    """Return the name under which a module stands in LAYERS: its own, or its package's."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, "relative imports hide the layer"
        module = node.module or ""
        return [f"{module}.{alias.name}" for alias in node.names] if module == "timeline" else [module]
    return []


def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [name for node in ast.walk(tree) for name in imported(node)]


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=[path.relative_to(PACKAGE).as_posix() for path in paths])


@each(MODULES)
def test_imports_run_one_way(path: Path) -> None:
    here = part(path)
    assert here in RANK, f"say in LAYERS where {here} belongs"
    for name in imports(path):
        if not name.startswith("timeline."):
            continue
        there = name.split(".")[1]
        assert there == here or RANK[there] < RANK[here], f"{here} must not import {there}"


@each(MODULES)
def test_heavy_libraries_are_used_where_they_belong(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]
        assert library not in HEAVY or part(path) in HEAVY[library], f"{library} belongs in {HEAVY[library]}"


@each([path for path in MODULES if part(path) not in EDGES])
def test_nothing_below_the_edges_knows_the_clock_or_chance(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = [node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and hasattr(node.func, "attr")]
    assert not {"now", "today", "utcnow"} & set(called)
    assert not {"random", "secrets", "time", "uuid"} & {name.split(".")[0] for name in imports(path)}


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    code = "import sys, timeline.__main__, timeline.merge, timeline.readers, timeline.views; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(done.stdout.split())


def test_finding_dates_waits_for_no_machinery_of_classes() -> None:
    code = "import sys, timeline; timeline.find_timexes(''); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"attrs", "attr", "dataclasses", "inspect"} & set(done.stdout.split())
