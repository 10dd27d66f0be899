"""The drawing in the terminal."""

import re

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from timeline.article import Article, Published
from timeline.event import Timeline
from timeline.moments import Grain, Moment
from timeline.views.labels import label
from timeline.views.options import ViewOptions
from timeline.views.outline import outline
from timeline.views.sources import name_of
from timeline.views.terminal import drawn
from timeline.when import Interval

from .goldens import DRAWINGS, FOLDER, draw
from .samples import ARTICLES, DAY, EVENTS, HARBOUR, event, mention
from .strategies import timelines

ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^;]*;[^\x1b]*\x1b\\\\")


@pytest.mark.parametrize("name", DRAWINGS)
def test_each_drawing_is_as_it_was_looked_at(name: str):
    kept = (FOLDER / f"{name}.txt").read_bytes()
    assert draw(name) == kept, "draw them anew with `python -m tests.views.goldens` and look at them"


@settings(max_examples=30)
@given(timelines(), st.sampled_from([30, 40, 60, 80, 120]), st.booleans(), st.sampled_from([None, "standard"]))
def test_no_line_is_wider_than_the_terminal_and_nothing_steers_it(timeline, width, everything, colours):
    text = drawn(timeline, ViewOptions(width=width, everything=everything, quotes=True), colours)
    bare = ESCAPES.sub("", text)
    assert all(cell_len(each) <= width for each in bare.split("\n"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", bare)
    assert text == drawn(timeline, ViewOptions(width=width, everything=everything, quotes=True), colours)


@pytest.mark.parametrize("width", [1, 2, 5, 12, 20, 30])
def test_a_terminal_too_narrow_for_the_strip_does_without(width: int):
    days = [Moment.of(2026, 8, day) for day in range(1, 8)]
    told = tuple(event(f"e-{day.n}", "Rain", day, mention("a1", "Rain.", day)) for day in days)
    assert "▁" not in drawn(Timeline(told, ARTICLES), ViewOptions(width=width), None)


def test_a_date_that_is_not_sure_says_so_and_why():
    """That of the third article is inferred."""
    told = [
        event("e1", "Rain", DAY, mention("a3", "Rain.", DAY), confidence=0.69),
        event("e2", "Snow", DAY.with_mod("ON_OR_BEFORE"), mention("a1", "Snow.", DAY), confidence=0.3),
        event("e3", "Hail", DAY, mention("a3", "Hail.", DAY), confidence=0.7),
        event("e4", "Fog", DAY, mention("a1", "Fog.", DAY), confidence=0.6),
    ]
    text = drawn(Timeline(tuple(told), ARTICLES), ViewOptions(width=80), None)
    assert "│  date inferred · The Bulletin\n" in text
    assert "│  or earlier · date unsure · Harbour Post\n" in text
    assert text.count("date ") == 2


def test_a_span_over_months_tells_the_month_of_its_end():
    week = Moment.of(2025, 6, 30).widen(Grain.WEEK)
    spans = [("e1", week), ("e2", Interval(Moment.of(2025, 7, 8), Moment.of(2025, 9, 9)))]
    told = tuple(event(uid, "Rain", when, mention("a1", "Rain.", when)) for uid, when in spans)
    wide, narrow = (drawn(Timeline(told, ARTICLES), ViewOptions(width=width), None) for width in (80, 50))
    assert re.findall(r"\S*–.*?(?= [◐┏])", wide) == ["30–6 Jul", "8–9 Sep"]
    assert re.findall(r"\S*–.*?(?= [◐┏])", narrow) == ["30–6", "8–9 Sep"]


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_title_that_is_cut_ends_in_three_points_where_the_terminal_knows_no_ellipsis(width: int):
    long = [("e1", Moment.of(2019)), ("e2", Moment.of(2025, 6, 3))]
    title = "The council of the harbour town let the old bridge over the river be torn down at night and…"
    told = [event(uid, title, when, mention("a1", title, when)) for uid, when in long]
    text = drawn(Timeline(tuple(told), ARTICLES[:1]), ViewOptions(width=width, ascii=True), None)
    assert text.isascii()
    assert text.count("...") == 2
    assert all(len(each) <= width for each in text.split("\n"))


def test_a_narrow_margin_leaves_out_the_year_that_its_heading_says_rather_than_cut_it():
    when = Moment.of(2025).with_mod("START")
    told = Timeline((event("e", "Rain", when, mention("a1", "Rain.", when)),), ARTICLES[:1])
    assert "  early ○  Rain" in drawn(told, ViewOptions(width=40), None)
    assert "early 2025 ○  Rain" in drawn(told, ViewOptions(width=80), None)


@settings(max_examples=30)
@given(timelines())
def test_every_event_is_drawn_once(timeline: Timeline):
    rows = outline(timeline, ViewOptions())
    assert sorted(e.uid for row in rows for e in row.events) == sorted(e.uid for e in timeline.events)


def test_background_is_folded_unless_all_is_asked_for():
    folded = [row for row in outline(HARBOUR, ViewOptions()) if row.folded]
    assert [[e.uid for e in row.events] for row in folded] == [["e-1998"], ["e-2023"], ["e-2024a", "e-2024b"]]
    assert not any(row.folded for row in outline(HARBOUR, ViewOptions(everything=True)))


def test_a_limit_counts_events_and_not_the_background():
    for options in (ViewOptions(limit=2), ViewOptions(limit=2, today=DAY.n), ViewOptions(limit=2, backwards=True)):
        rows = [row for row in outline(HARBOUR, options) if row.events]
        assert [len(row.events) for row in rows] == [1, 1]
        assert not any(row.folded for row in rows)
    (first,) = (row for row in outline(HARBOUR, ViewOptions(limit=1, everything=True)) if row.events)
    assert first.events[0].uid == "e-1998"
    assert len([row for row in outline(HARBOUR, ViewOptions(limit=99)) if row.events]) == len(HARBOUR.events) - 4


def test_what_is_not_drawn_is_not_counted_as_drawn():
    assert drawn(HARBOUR, ViewOptions(most_told=True), None).startswith(f" {len(HARBOUR.events) - 4} of ")


@pytest.mark.parametrize(("group", "label"), [("day", "November"), ("month", "November"), ("year", "")])
def test_background_stands_under_no_finer_heading_than_asked_for(group, label):
    news = event("e-news", "It rains", Moment.of(2024, 12, 24), mention("a1", "It rained.", Moment.of(2024, 12, 24)))
    early = event("e-early", "It snows", Moment.of(2024), mention("a1", "It snowed.", Moment.of(2024)))
    timeline = evolve(HARBOUR, events=(early, *HARBOUR.events, news), leads={"a1": "e-news", "a2": "e-early"})
    rows = outline(timeline, ViewOptions(group=group))
    assert next(row.label for row in rows if row.folded and row.events[0].uid == "e-2024a") == label


def test_what_stands_beside_no_news_is_no_background():
    past = [event for event in HARBOUR.events if event.uid in ("e-1998", "e-2023", "e-2024a", "e-undated")]
    for options in (ViewOptions(), ViewOptions(limit=9), ViewOptions(most_told=True)):
        rows = [row for row in outline(evolve(HARBOUR, events=tuple(past), leads={}), options) if row.events]
        assert [len(row.events) for row in rows if not row.folded] == [1] * len(past)


def test_the_legend_tells_how_to_unfold_the_background():
    assert drawn(HARBOUR, ViewOptions(), None).endswith("┊ background (show --all)\n")
    assert "--all" not in drawn(HARBOUR, ViewOptions(everything=True), None)


def test_the_end_of_a_year_is_drawn_after_its_summer():
    end, summer = Moment.of(2026).with_mod("END"), Moment.of(2026, 8, 3)
    late = event("e-end", "The quay opens", end, mention("b1", "The quay opens.", end))
    soon = event("e-summer", "The quay closes", summer, mention("b1", "The quay closes.", summer))
    rows = outline(Timeline((late, soon), ARTICLES, {}), ViewOptions(everything=True))
    assert [row.events[0].uid for row in rows if row.events] == ["e-summer", "e-end"]


def test_what_an_article_recalls_is_background_even_between_news_of_others():
    later = Moment.of(2026, 3, 1)
    told = event("e-later", "It rains", later, mention("b1", "It rained.", later))
    past = event("e-past", "It snows", Moment.of(2025, 12, 24), mention("b1", "It snowed.", Moment.of(2025, 12, 24)))
    late = evolve(ARTICLES[0], id="b1", published=Published.on(later, "given", 1.0))
    rows = outline(Timeline((*EVENTS[:-2], past, told), (*ARTICLES, late), HARBOUR.leads), ViewOptions())
    assert [e.uid for row in rows if row.folded for e in row.events][-1] == "e-past"
    assert next(row.label for row in rows if row.events and row.events[0] is past) == "Wed 24"


def test_a_headline_is_never_background():
    leads = evolve(HARBOUR, leads={"a1": "e-2023"})
    assert not any(e.uid == "e-2023" for row in outline(leads, ViewOptions()) if row.folded for e in row.events)


def test_today_is_drawn_only_between_events():
    assert [row.text for row in outline(HARBOUR, ViewOptions(today=DAY.n + 7)) if row.text == "today"] == ["today"]
    assert not [row for row in outline(HARBOUR, ViewOptions(today=DAY.n + 9_999)) if row.text == "today"]


def test_names_are_links_where_colours_are_and_bare_elsewhere():
    here = evolve(ARTICLES[0], url="https://example.org/a")
    one = Timeline((EVENTS[7],), (here,))
    assert "\x1b]8;;https://example.org/a\x1b\\" in drawn(one, ViewOptions(), "standard")
    assert "\x1b" not in drawn(one, ViewOptions(), None)


def test_a_copy_in_an_archive_is_named_by_its_publisher():
    copy = "https://web.archive.org/web/20250620101500/https://www.harbour.example/ferry"
    assert name_of(Article("a", "The ferry sank", "", url=copy)) == "harbour.example"


def test_a_publisher_is_named_once_and_many_are_counted():
    many = tuple(evolve(ARTICLES[0], id=f"b{n}", publisher=f"Paper {n}") for n in range(9))
    told = event("e", "Rain", DAY, *(mention(f"b{n}", "Rain.", DAY) for n in range(9)))
    assert "9 sources: Paper 0, Paper 1, Paper 2, Paper 3, 5 more" in drawn(
        Timeline((told,), many), ViewOptions(), None
    )


def test_what_else_is_known_stands_with_the_sources():
    assert "│  14:30 (+09:00) · Harbour Post\n" in drawn(HARBOUR, ViewOptions(), None)
    assert "│  17 Jun 2025 · night · Radio Lindow\n" in drawn(HARBOUR, ViewOptions(group="month"), None)


def test_no_more_names_are_counted_than_take_the_room_of_a_name():
    many = tuple(evolve(ARTICLES[0], id=f"b{n}", publisher=f"Paper {n}") for n in range(5))
    told = event("e", "Rain", DAY, *(mention(f"b{n}", "Rain.", DAY) for n in range(5)))
    assert "Paper 3, Paper 4\n" in drawn(Timeline((told,), many), ViewOptions(), None)


def test_the_undated_are_labelled_once():
    twice = Timeline((*EVENTS, evolve(EVENTS[-1], uid="e-undated-too")), ARTICLES)
    assert drawn(twice, ViewOptions(), None).count("undated") == 1


@pytest.mark.parametrize(
    ("when", "short"),
    [
        (DAY, "Tue 17"),
        (Moment.part(DAY.n, "NI"), "Tue 17"),
        (Moment.part(DAY.n, "NI").with_mod("END"), "Tue 17"),
        (DAY.with_mod("START"), "Tue 17"),
        (DAY.widen(Grain.WEEK), "16–22"),
        (DAY.widen(Grain.WEEKEND), "21–22"),
        (Moment(Grain.MONTH, 2025 * 12 + 5, "END"), "late Jun"),
        (DAY.widen(Grain.SEASON), "summer"),
        (Moment.of(2025, 1).widen(Grain.SEASON), "winter"),
        (Moment(Grain.QUARTER, 2025 * 4 + 1), "Q2"),
        (Moment(Grain.HALF, 2025 * 2), "H1"),
        (Moment(Grain.DECADE, 199), "1990s"),
        (Moment(Grain.YEAR, -43), "44 BC"),
        (Interval(DAY, DAY.shift(3)), "17–20"),
        (Interval(Moment.of(2025, 5), Moment.of(2025, 7)), "May–Jul"),
        (Interval(Moment.of(1984), Moment.of(1985)), "1984–85"),
        (Interval(Moment.of(1990), None), "1990–"),
        (Interval(None, Moment.of(1990)), "–1990"),
    ],
)
def test_labels(when, short):
    assert label(when) == short
