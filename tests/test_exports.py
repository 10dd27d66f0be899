"""The exports that lie in the project, and what its README shows, are what the code writes now."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import jsonschema
import pytest

from remake import ROOT, STORIES, made, timeline_of
from timeline.views import VIEWS

EXPORTS = [f"exports/seeds.{form}" for form in VIEWS]
GOLDEN = [f"tests/golden/{story}/timeline.txt" for story in STORIES]


@cache
def written() -> dict[str, bytes]:
    return dict(made())


@pytest.mark.parametrize("name", [*EXPORTS, *GOLDEN, "docs/timeline.svg", "README.md"])
def test_file_is_what_the_code_writes_now(name: str) -> None:
    lying, wanted = (ROOT / name).read_bytes(), written()[name]
    assert lying.decode().splitlines() == wanted.decode().splitlines(), "remake it with: python -m tests.remake"
    assert lying == wanted


def test_no_export_is_left_over() -> None:
    assert sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "exports").iterdir()) == sorted(EXPORTS)


@pytest.mark.parametrize("folder", ["seeds/", *(f"tests/stories/{story}/" for story in STORIES)])
def test_json_follows_its_schema(folder: str) -> None:
    schema = json.loads(files("timeline.views").joinpath("timeline.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(VIEWS["json"].render(timeline_of(folder))), schema)
