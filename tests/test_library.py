"""The package as a library: its public names, and that each is where its list says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import timeline

LAUNCH = Path(__file__).parent / "stories" / "launch" / "european-daily.jsonl"


@pytest.mark.parametrize("name", timeline.__all__)
def test_public_name_can_be_had(name: str) -> None:
    assert getattr(timeline, name) is not None


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'sooth'"):
        _ = timeline.sooth


def test_a_folder_becomes_a_timeline() -> None:
    story = timeline.build(timeline.read([str(LAUNCH)]))
    assert [article.publisher for article in story.articles] == ["Leuvener Volksblatt English Edition"]
    assert any(event.when == timeline.Moment.of(2025, 10, 8) for event in story.events)


def test_public_names_are_listed_before_they_are_used() -> None:
    code = "import timeline; print(set(timeline.__all__) <= set(dir(timeline)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
