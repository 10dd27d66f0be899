"""Narrowing a timeline."""

import pytest
from hypothesis import given

from timeline.days import day_number
from timeline.event import Timeline
from timeline.views.select import Selection, select

from .samples import HARBOUR
from .strategies import DAYS, timelines

JUNE_18 = day_number(2025, 6, 18)


@pytest.mark.parametrize(
    ("selection", "uids"),
    [
        (Selection(since=day_number(2025, 6, 20)), ["e-strike", "e-0701", "e-open"]),
        (Selection(since=JUNE_18, until=JUNE_18), ["e-0618"]),
        (Selection(since=day_number(2025, 6, 22), until=day_number(2025, 6, 22)), ["e-strike"]),
        (Selection(until=day_number(1990, 1, 1)), ["e-1998"]),
        (Selection(about="IVA renn"), ["e-0604", "e-0617"]),
        (Selection(about="ren"), ["e-0604", "e-0617"]),
        (Selection(about="enn"), []),
        (Selection(kinds=("planned", "possible")), ["e-0701", "e-open", "e-undated"]),
        (Selection(sources=("bulletin",)), ["e-0617", "e-open", "e-undated"]),
        (Selection(conflicts=True), ["e-0617"]),
        (Selection(about="harbour", sources=("post",)), ["e-0617"]),
    ],
)
def test_what_is_kept(selection, uids):
    assert [each.uid for each in select(HARBOUR, selection).events] == uids


def test_no_selection_keeps_all():
    assert select(HARBOUR, Selection()) is HARBOUR


def test_articles_leads_and_stories_go_with_their_events():
    kept = select(HARBOUR, Selection(kinds=("planned",)))
    assert ([each.id for each in kept.articles], kept.leads, kept.stories) == (["a1"], {}, {})
    kept = select(HARBOUR, Selection(about="builders"))
    assert kept.leads == {"a1": "e-0617", "a2": "e-0617", "a3": "e-0617"}
    assert kept.stories == {"a1": "e-0617", "a2": "e-0617"}


@given(timelines(), DAYS)
def test_every_dated_event_is_before_or_after_a_day_or_on_it(timeline: Timeline, day: int):
    before, after = select(timeline, Selection(until=day)), select(timeline, Selection(since=day))
    uids = {each.uid for each in (*before.events, *after.events)}
    assert uids == {each.uid for each in timeline.events if each.when is not None}
