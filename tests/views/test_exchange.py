"""The formats for other programs, read by readers that are not ours."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from timeline.event import Timeline
from timeline.moments import Grain, Moment
from timeline.views import VIEWS, jsonl, markdown, svg, timelinejs
from timeline.views import csv as csv_view
from timeline.views.options import ViewOptions
from timeline.when import Interval

from .samples import ARTICLES, EMPTY, HARBOUR, HOSTILE, event, mention
from .strategies import timelines
from .test_json import SCHEMA

OPTIONS = ViewOptions(name="Harbour")
WEEK = Moment.of(2025, 7, 2).widen(Grain.WEEK)
SVG = "{http://www.w3.org/2000/svg}"
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", VIEWS)
@settings(max_examples=10)
@given(timeline=timelines())
def test_every_view_draws_every_timeline_the_same_way_and_nothing_that_steers(name: str, timeline: Timeline):
    data = VIEWS[name].render(timeline, OPTIONS)
    assert not UNSAFE.search(data.decode())
    assert VIEWS[name].render(timeline, OPTIONS) == data


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_bears_the_empty_and_the_hostile(name: str):
    for timeline in (EMPTY, HOSTILE):
        assert not UNSAFE.search(VIEWS[name].render(timeline).decode())


def rows(timeline: Timeline) -> list[dict[str, str]]:
    data = csv_view.render(timeline, OPTIONS)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_has_one_line_a_mention():
    told = rows(HARBOUR)
    assert len(told) == sum(len(each.mentions) for each in HARBOUR.events)
    one = next(row for row in told if row["uid"] == "e-0617")
    assert (one["date"], one["end"], one["other_dates"]) == ("2025-06-17", "2025-06-18", "2025-06-18")
    assert (one["expression"], one["publisher"], one["published"]) == ("Tuesday", "Harbour Post", "2025-06-18")


def test_the_table_tells_how_each_day_of_publication_is_known():
    known = {row["publisher"]: (row["published_origin"], row["published_confidence"]) for row in rows(HARBOUR)}
    assert known["Harbour Post"] == ("metadata", "0.98")
    assert known["The Bulletin"] == ("inferred", "0.50")


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|x", " =1", "\r=1"])
def test_no_cell_is_a_formula(begin: str):
    told = event("e", begin, Moment.of(-43, 3, 15), mention("a1", begin, Moment.of(-43, 3, 15)))
    for cell in rows(Timeline((told,), (evolve(ARTICLES[0], publisher=begin),)))[0].values():
        assert cell[:1] not in tuple("=+-@|\t\r")


@settings(max_examples=30)
@given(timelines())
def test_each_line_is_an_event_of_the_schema(timeline: Timeline):
    validator = Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": "#/$defs/event"})
    lines = [json.loads(each) for each in jsonl.render(timeline, OPTIONS).splitlines()]
    assert [each["uid"] for each in lines] == [each.uid for each in timeline.events]
    for each in lines:
        validator.validate(each)


def test_markdown_has_a_heading_a_year_and_an_item_an_event():
    tokens = MarkdownIt().parse(markdown.render(HARBOUR, OPTIONS).decode())
    heads = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert heads == ["Harbour", "1990s", "2023", "2024", "2025", "2026", "Undated"]
    items = [token for token in tokens if token.type == "list_item_open" and token.level == 1]
    assert len(items) == len(HARBOUR.events)


@settings(max_examples=30)
@given(timelines())
def test_text_of_articles_is_never_markup_in_markdown(timeline: Timeline):
    here = tuple(evolve(article, url="https://example.org/(a") for article in timeline.articles)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(markdown.render(evolve(timeline, articles=here), OPTIONS).decode())
    kinds = {child.type for token in tokens for child in token.children or ()} | {token.type for token in tokens}
    active = {"html_inline", "html_block", "image", "code_block", "fence", "table_open", "s_open"}
    assert not kinds & active
    codes = {child.content for token in tokens for child in token.children or () if child.type == "code_inline"}
    assert codes <= {each.when.edtf for each in timeline.events if each.when}
    links = {child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"}
    assert links <= {"https://example.org/%28a"}


def test_timelinejs_has_a_slide_for_every_dated_event():
    told = json.loads(timelinejs.render(HARBOUR, OPTIONS))
    slides = {slide["unique_id"]: slide for slide in told["events"]}
    assert told["title"]["text"]["headline"] == "Harbour"
    assert len(slides) == len(HARBOUR.events) - 1
    assert slides["e-0617"]["start_date"] == {"year": 2025, "month": 6, "day": 17}
    assert slides["e-2024a"]["start_date"] == {"year": 2024, "month": 11}
    assert slides["e-0618"]["start_date"] == {"year": 2025, "month": 6, "day": 18, "hour": 14, "minute": 30}
    assert slides["e-1998"]["end_date"] == {"year": 1999, "month": 12, "day": 31}
    assert slides["e-strike"]["display_date"] == "20 to 23 June 2025"


def test_timelinejs_text_is_escaped_as_it_is_taken_for_html():
    (slide,) = json.loads(timelinejs.render(HOSTILE, OPTIONS))["events"]
    assert "<script" not in slide["text"]["headline"] + slide["text"]["text"]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (Interval(Moment.of(1990), None), {"year": 1990}, {"year": 1990, "month": 12, "day": 31}),
        (WEEK, {"year": 2025, "month": 6, "day": 30}, {"year": 2025, "month": 7, "day": 6}),
    ],
)
def test_timelinejs_dates(when, start, end):
    (slide,) = json.loads(timelinejs.render(Timeline((event("e", "x", when),), ()), OPTIONS))["events"]
    assert (slide["start_date"], slide["end_date"]) == (start, end)


@settings(max_examples=30)
@given(timelines())
def test_the_picture_is_xml_with_nothing_active_in_it(timeline: Timeline):
    root = ET.fromstring(svg.render(timeline, OPTIONS))
    assert root.tag == f"{SVG}svg"
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {"svg", "title", "rect", "path", "circle", "text"}


def test_the_picture_tells_titles_sources_and_conflicts():
    told = " ".join(ET.fromstring(svg.render(HARBOUR, OPTIONS)).itertext())
    for part in ("Mayor Iva Renn inspects the works", "Radio Lindow", "≠ 18 June 2025: The Bulletin", "Tue 17"):
        assert part in told
