"""The page, without a browser."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given, settings

from timeline.article import Skipped
from timeline.event import Timeline
from timeline.moments import Grain, Moment
from timeline.views.html import render
from timeline.views.options import ViewOptions

from .samples import ARTICLES, DAY, EMPTY, HARBOUR, HOSTILE, event, mention
from .strategies import timelines

OPTIONS = ViewOptions(name="Harbour <&>")
VOID = {"meta", "link", "input", "br"}


class Page(HTMLParser):
    """The elements of a page: their names in order, their attributes, the text; refuses what is not nested well."""

    def __init__(self, page: bytes) -> None:
        """Read the page."""
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self.text = ""
        self.feed(page.decode())
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data
        else:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def policy(page: Page) -> str:
    return next(m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")


@pytest.mark.parametrize("timeline", [HARBOUR, EMPTY, HOSTILE], ids=["harbour", "empty", "hostile"])
def test_the_policy_allows_only_our_own_style_and_script(timeline: Timeline):
    page = Page(render(timeline, OPTIONS))
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy(page)
        assert len(page.all(tag)) == 1
    assert policy(page).startswith("default-src 'none'")
    assert not [a for _, attributes in page.found for a in attributes if a.startswith("on") or a == "style"]


def test_it_needs_no_network():
    page = Page(render(HARBOUR, OPTIONS))
    assert not page.all("img") + page.all("iframe") + page.all("object")
    assert all("src" not in attributes for _, attributes in page.found)
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org)", page.raw["style"] + page.raw["script"])


def test_text_of_articles_is_never_markup():
    page = Page(render(HOSTILE, ViewOptions(name="</title><script>alert(1)</script>")))
    assert len(page.all("script")) == 1
    assert "<script>alert(1)</script>" in page.text
    assert not [link for link in page.all("a") if (link["href"] or "").startswith("javascript")]


@settings(max_examples=30)
@given(timelines())
def test_every_event_is_an_item_with_its_own_address(timeline: Timeline):
    page = Page(render(timeline, OPTIONS))
    assert [item["id"] for item in page.all("li") if "id" in item] == [f"e-{each.uid}" for each in timeline.events]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page.text)


def test_precision_is_shown_for_what_it_is():
    items = {item["id"]: item for item in Page(render(HARBOUR, OPTIONS)).all("li") if "id" in item}
    assert "data-exact" in items["e-e-0617"]
    assert "data-exact" not in items["e-e-2024a"]
    assert "data-to" not in items["e-e-0617"]
    days = int(items["e-e-2024a"]["data-to"]) - int(items["e-e-2024a"]["data-from"])
    assert days == 29
    assert "data-conflict" in items["e-e-0617"]
    assert "data-from" not in items["e-e-undated"]


def test_a_month_below_days_of_it_is_named_again():
    june = Moment.of(2025, 6)
    told = [(f"e{n}", when) for n, when in enumerate((june, june.with_mod("MID"), june, june, DAY))]
    page = render(
        Timeline(tuple(event(uid, "x", when, mention("a1", "x", when)) for uid, when in told), ARTICLES), OPTIONS
    )
    labels = re.findall(r'class="label">(?:<time[^>]*>)?([^<]*)', page.decode())
    assert labels == ["", "mid-Jun", "June", "", "Tue 17"]


def test_the_words_that_date_an_event_are_marked_in_their_sentence():
    page = render(HARBOUR, OPTIONS).decode()
    assert "<p>The city will send 5,000 builders, it said on <mark>Tuesday</mark>.</p>" in page
    assert "<p>Ferries stopped for the winter.</p>" in page


def test_history_is_folded_only_beside_news():
    assert b'id="past"' in render(HARBOUR, OPTIONS)
    only = Timeline(HARBOUR.events[:3], ARTICLES)
    assert b'id="past"' not in render(only, OPTIONS)


def test_subscriptions_are_offered_only_where_it_is_served():
    assert b"webcal:" not in render(HARBOUR, OPTIONS)
    assert b"webcal://example.org/timeline.ics" in render(HARBOUR, ViewOptions(address="https://example.org/"))


def test_its_foot_tells_how_each_article_is_dated_and_what_was_not_read():
    text = Page(render(evolve(HARBOUR, skipped=(Skipped("/home/me/a.pdf", "is a PDF document"),)), OPTIONS)).text
    assert "Harbour Post, Wed 18 June 2025 (metadata, confidence 98%: from its JSON-LD)" in text
    assert "The Bulletin, 18 to 24 June 2025 (inferred, confidence 50%: between two siblings)" in text
    assert "a4, date unknown" in text
    assert "a.pdfnot read: it is a PDF document" in text
    assert "/home" not in text


def test_it_stays_small():
    bare = tuple(
        event(f"{n:04}", "x", Moment(Grain.DAY, 739_000 + n), mention("a1", "x", Moment(Grain.DAY, 739_000 + n)))
        for n in range(500)
    )
    assert len(render(Timeline(bare, ARTICLES), OPTIONS)) < 310_000
    assert len(render(EMPTY, OPTIONS)) < 40_000
