"""The formats of `timeline tag`."""

import json
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.moments import Grain, Moment
from timeline.timex import Timex
from timeline.views.tag_table import table
from timeline.views.tags import Tagged, jsonl, marks, parse_marks, timeml, write_marks
from timeline.when import Interval, Length, Partial, Repeat, Vague

from .samples import DAY, HOSTILE_TEXT
from .strategies import moments

TEXT = "Since 1990 [sic] the crane fell \\ twice < last night."
TAGGED = Tagged(
    7,
    TEXT,
    [
        Timex(6, 10, "1990", Moment.of(1990), "year"),
        Timex(34, 39, "twice", Repeat(Length.of(1, Grain.DAY), None, "2X"), "often"),
        Timex(42, 52, "last night", Moment.part(DAY.n, "NI"), "part"),
    ],
    "2025-06-18",
)
VALUES = moments() | st.sampled_from(
    [
        Interval(Moment.of(1984), Moment.of(1985)),
        Length.of(None, Grain.WEEK),
        Length.of(3, Grain.DAY, "LESS_THAN"),
        Repeat(Partial(Grain.DAY, "XXXX-WXX-1"), "EVERY"),
        Vague.PAST,
    ]
)


@pytest.mark.parametrize("width", [20, 40, 60, 120])
def test_no_value_of_the_table_is_cut_or_broken(width: int):
    text, when = "the night from Tuesday to Wednesday last week", Moment.part(DAY.n, "NI")
    for note in ("", "says Monday, but 2025-06-17 is a Tuesday"):
        drawn = table([Tagged(1, text, [Timex(0, 45, text, when, "part", frozenset(), note)])], width)
        assert " 2025-06-17TNI" in drawn
        assert " TIME " in drawn
        assert all(line == line.rstrip() for line in drawn.splitlines())


def test_a_blank_line_parts_the_tables_of_several_texts():
    assert "last night  TIME  2025-06-17TNI\n\n7  published" in table([TAGGED, TAGGED], 80)


@st.composite
def tagged_texts(draw):
    pieces = draw(st.lists(st.tuples(st.text(), st.none() | VALUES), max_size=5))
    text, timexes = "", []
    for words, when in pieces:
        if when is not None and words:
            timexes.append(Timex(len(text), len(text) + len(words), words, when, "marked"))
        text += words
    return text, timexes


def test_a_weekday_that_is_not_its_dates_is_told_in_every_format_that_has_a_place_for_it():
    note = "says Monday, but 2025-06-17 is a Tuesday"
    timex = Timex(0, 7, "June 17", Moment.of(2025, 6, 17), "calendar", frozenset(), note)
    tagged = Tagged(1, "June 17", [timex])
    assert json.loads(jsonl(tagged))["timexes"][0]["note"] == note
    assert ET.fromstring(timeml([tagged])).find(".//TIMEX3").get("comment") == note
    assert note in table([tagged], 120)


def test_the_table_says_that_publication_is_not_known():
    assert "publication unknown" in table([Tagged("a.txt", "today", [])], 80)
    assert "publication unknown" not in table([TAGGED], 80)


@given(tagged_texts())
def test_marks_are_read_as_they_were_written(tagged):
    text, timexes = tagged
    assert parse_marks(write_marks(text, timexes)) == (text, timexes)


def test_marks_are_the_notation_of_the_phrases_file():
    assert marks(TAGGED).decode() == (
        "@ 2025-06-18\n"
        "Since [1990](1990) \\[sic] the crane fell \\\\ [twice](P1D type=SET freq=2X) < [last night](2025-06-17TNI).\n"
    )


def test_a_line_that_would_begin_as_a_date_line_is_escaped():
    assert write_marks("a\n@ b # c\n#d", []) == "a\n\\@ b # c\n\\#d"


@pytest.mark.parametrize("marked", ["a [stray] bracket", "[x](no value)", "[x](2025 mod)", "[x](soon)"])
def test_wrong_marks_are_refused(marked):
    with pytest.raises(ValueError, match=r"neither a mark|no TIMEX3 value"):
        parse_marks(marked)


def test_jsonl_keeps_the_id_and_has_every_field():
    read = json.loads(jsonl(TAGGED))
    assert read["id"] == 7
    assert read["timexes"][1] == {
        "start": 34,
        "end": 39,
        "text": "twice",
        "type": "SET",
        "value": "P1D",
        "mod": None,
        "quant": None,
        "freq": "2X",
    }


def test_timeml_is_xml_that_holds_the_text():
    root = ET.fromstring(timeml([TAGGED]))
    assert root.tag == "TimeML"
    assert "".join(root.find("TEXT").itertext()) == TEXT
    assert root.find("TEXT")[2].attrib == {"tid": "t3", "type": "TIME", "value": "2025-06-17TNI"}
    assert root.find("DCT")[0].get("functionInDocument") == "CREATION_TIME"


def test_timeml_of_hostile_text_is_still_xml():
    documents = [Tagged(HOSTILE_TEXT, HOSTILE_TEXT, [Timex(3, 9, HOSTILE_TEXT[3:9], DAY, "x")]), TAGGED]
    assert [each.tag for each in ET.fromstring(timeml(documents))] == ["TimeML", "TimeML"]


def test_the_table_shows_each_expression_and_nothing_that_steers_a_terminal():
    text = table([TAGGED, Tagged(HOSTILE_TEXT, "", [])], 80)
    assert "last night  TIME  2025-06-17TNI" in text
    assert "\x1b" not in text
