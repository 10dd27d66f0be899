"""The package as a library: its public names, and that each is where its list says."""

from __future__ import annotations

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
