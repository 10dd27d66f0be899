"""The JSON export."""

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from timeline.event import Timeline
from timeline.views.json import is_export, load, render
from timeline.views.options import ViewOptions

from .samples import EMPTY, HARBOUR, HOSTILE
from .strategies import timelines

SCHEMA = json.loads((files("timeline") / "views" / "timeline.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("timeline", [HARBOUR, EMPTY, HOSTILE], ids=["harbour", "empty", "hostile"])
@pytest.mark.parametrize("with_text", [False, True])
def test_every_export_keeps_to_the_schema(timeline: Timeline, with_text: bool):
    VALIDATOR.validate(json.loads(render(timeline, ViewOptions(with_text=with_text))))


def test_the_fields_of_the_design_are_there_in_its_order():
    shown = json.loads(render(HARBOUR, ViewOptions()))
    assert list(shown) == ["timeline", "articles", "events", "skipped"]
    crane = next(event for event in shown["events"] if event["uid"] == "e-0617")
    assert crane["when"] == {
        "value": "2025-06-17",
        "start": "2025-06-17",
        "end": "2025-06-18",
        "grain": "day",
        "edtf": "2025-06-17",
    }
    assert crane["conflicts"] == [{"value": "2025-06-18", "articles": ["a3"]}]
    assert crane["names"] == ["Iva Renn", "Renn", "Lindow"]
    assert shown["articles"][1]["published"]["date"] == "2025-06-19T09:30+09:00"
    assert shown["articles"][2]["published"]["date"] is None
    assert (shown["articles"][2]["lead"], shown["articles"][2]["story"]) == ("e-0617", "e-0604")


@settings(max_examples=30)
@given(timelines())
def test_reading_and_writing_again_gives_the_same_bytes(timeline: Timeline):
    written = render(timeline, ViewOptions(with_text=True))
    VALIDATOR.validate(json.loads(written))
    assert is_export(written)
    assert load(written) == timeline
    assert render(load(written), ViewOptions(with_text=True)) == written


def test_nothing_in_it_can_steer_a_terminal():
    written = render(HOSTILE, ViewOptions(with_text=True)).decode()
    assert not set(written) & set("\x1b\x07\x85\u202e\x7f")
    assert json.loads(written)["articles"][0]["title"].startswith("\x1b]0;")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"timeline": 2}',
        b'{"timeline": 1}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"timeline": 1, "articles": 3, "events": [], "skipped": []}',
        b'{"timeline": 1, "articles": [], "events": [{"uid": "x"}], "skipped": []}',
    ],
)
def test_what_is_no_export_is_refused_with_a_reason(data: bytes):
    with pytest.raises(ValueError, match="not an export of timeline"):
        load(data)
