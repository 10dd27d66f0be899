"""The page in headless Chromium: `pip install playwright`, `apt install chromium`, `npm install` of what is below."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from timeline.event import Timeline
from timeline.moments import Grain, Moment
from timeline.views import timelinejs
from timeline.views.html import render
from timeline.views.options import ViewOptions

from .samples import ARTICLES, HARBOUR, HOSTILE, event, mention

pytestmark = [pytest.mark.external, pytest.mark.filterwarnings("ignore")]
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
SLIDES = MODULES / "@knight-lab" / "timelinejs" / "dist" / "js" / "timeline.js"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    if not CHROMIUM:
        pytest.skip("apt-get install chromium")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Give a function that opens the page of a timeline; at the end nothing may have been complained of."""
    complaints: list[str] = []
    contexts = []

    def show(timeline: Timeline, hash_: str = "", **more: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_bytes(render(timeline, ViewOptions(name="Harbour")))
        contexts.append(browser.new_context(viewport={"width": 1000, "height": 800}, **more))
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append("a dialog"), dialog.dismiss()))
        page.goto(f"{file.as_uri()}{hash_}")
        page.wait_for_selector(".filters:not([hidden])")
        return page

    yield show
    for context in contexts:
        context.close()
    assert not complaints


def visible(page: Any) -> list[str]:
    return page.eval_on_selector_all(".event", "nodes => nodes.filter((n) => !n.hidden).map((n) => n.id)")


def test_it_loads_and_draws_its_axis(show):
    page = show(HARBOUR)
    assert len(visible(page)) == len(HARBOUR.events) - 4  # history is folded
    page.check("#past")
    assert len(visible(page)) == len(HARBOUR.events)
    page.wait_for_timeout(100)
    drawn = page.evaluate(
        "(() => { const c = document.querySelector('canvas');"
        " return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v > 0) })()"
    )
    assert drawn


def test_search_and_filters_narrow_the_list_and_the_headings(show):
    page = show(HARBOUR)
    page.fill("#search", "crane basin")
    page.wait_for_selector(".count:text-is('1 of 12 events')")
    assert visible(page) == ["e-e-0617n"]
    assert page.locator("h2:visible").all_inner_texts() == ["2025"]
    page.fill("#search", "")
    page.select_option("#kind", "possible")
    assert visible(page) == ["e-e-open", "e-e-undated"]
    page.select_option("#kind", "")
    page.select_option("#source", "The Bulletin")
    page.check("#conflicts")
    assert visible(page) == ["e-e-0617"]


def test_an_address_opens_its_event(show):
    page = show(HARBOUR, "#e-e-0604")
    assert page.locator("#e-e-0604 blockquote").is_visible()
    assert not page.locator("#e-e-0617 blockquote").first.is_visible()


def test_history_is_found_by_its_address_and_by_searching(show):
    page = show(HARBOUR, "#e-e-2023")
    assert page.locator("#e-e-2023 blockquote").is_visible()
    page.uncheck("#past")
    assert "e-e-2023" not in visible(page)
    page.fill("#search", "engineers")
    page.wait_for_selector(".count:text-is('1 of 12 events')")
    assert visible(page) == ["e-e-2023"]


def test_the_address_is_that_of_the_event_opened_last(show):
    page = show(HARBOUR)
    page.locator("#e-e-0604 summary").click()
    page.wait_for_url("**#e-e-0604")
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    page.wait_for_timeout(100)
    assert page.url.endswith("#e-e-0604")


def test_long_times_have_their_titles_on_the_axis_where_there_is_room(show):
    page = show(HARBOUR)
    page.evaluate("written = []; pen.fillText = (text) => written.push(text)")
    page.evaluate("paint()")
    written = page.evaluate("written")
    assert "Dockers strike" in written
    assert "4 Jun 2025" in written  # the first mark tells the year


def test_the_keyboard_is_enough(show):
    page = show(HARBOUR)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.locator("#e-e-0617 blockquote").first.is_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_a_mark_on_the_axis_opens_its_event(show):
    page = show(HARBOUR)
    page.wait_for_timeout(100)
    spot = page.evaluate("spots.filter((s) => s.event.node.id === 'e-e-0604').map((s) => [s.left, s.top])[0]")
    page.locator("canvas").click(position={"x": spot[0] + 6, "y": spot[1] + 6})
    assert page.locator("#e-e-0604 blockquote").is_visible()


def test_zooming_keeps_to_the_timeline(show):
    page = show(HARBOUR)
    for act in ("in", "out", "earlier", "later", "whole", "fit", *["out"] * 20, *["in"] * 40, *["later"] * 30):
        page.evaluate(f"document.querySelector('[data-act={act}]').click()")
        assert page.evaluate("Number.isFinite(view.from) && view.to - view.from >= 3 && view.from < whole.to")


def test_hostile_text_stays_text(show):
    page = show(HOSTILE)
    assert "<script>alert(1)</script>" in page.locator(".title").inner_text()
    assert page.evaluate("document.querySelectorAll('script').length") == 1


def test_print_shows_what_is_folded(show):
    page = show(HARBOUR)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#e-e-0617 blockquote").first.is_visible()
    assert not page.locator(".filters").is_visible()
    assert page.locator(".count").inner_text() == f"{len(HARBOUR.events) - 4} of {len(HARBOUR.events)} events"


def test_the_articles_are_unfolded_and_no_events_address_is_lost(show):
    page = show(HARBOUR)
    page.locator("#e-e-0617 summary").click()
    page.locator(".articles summary").click()
    assert page.locator(".articles li").first.is_visible()
    assert page.url.endswith("#e-e-0617")


def test_it_is_a_list_without_scripts_too(browser, tmp_path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    (tmp_path / "plain.html").write_bytes(render(HARBOUR, ViewOptions()))
    page.goto((tmp_path / "plain.html").as_uri())
    assert page.locator(".event:visible").count() == len(HARBOUR.events)
    assert not page.locator(".filters").is_visible()
    context.close()


def test_two_thousand_events_stay_smooth(show):
    day = Moment(Grain.DAY, 738_000)
    many = tuple(
        event(
            f"{n:05}", f"The council of district {n} meets", day.shift(n), mention("a1", f"It met. {n}", day.shift(n))
        )
        for n in range(2_000)
    )
    page = show(Timeline(many, ARTICLES))
    best = """(work) => Math.min(...Array.from({ length: 5 }, () => {
        const begun = performance.now(); work(); document.body.offsetHeight; return performance.now() - begun }))"""
    search = "() => { search.value = ''; filter(); search.value = 'district 19'; filter(); paint(); }"
    assert page.evaluate(f"({best})({search})") < 250  # ms at the best; 60 to 120 where nothing else runs
    zoom = "() => { search.value = ''; filter(); for (let i = 0; i < 60; i++) { zoom(0.95); paint(); } }"
    assert page.evaluate(f"({best})({zoom})") / 60 < 50


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(show, scheme: str):
    if not AXE.exists():
        pytest.skip(f"npm install --prefix {AXE.parent.parent.parent} axe-core")
    timeline = evolve(HARBOUR, articles=(evolve(ARTICLES[0], url="https://example.org/a"), *ARTICLES[1:]))
    page = show(timeline, "#e-e-0617", color_scheme=scheme, bypass_csp=True)
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run().then((result) => result.violations)")
    assert [
        (f["id"], f["impact"], f["nodes"][0]["html"]) for f in found if f["impact"] in ("serious", "critical")
    ] == []


def test_timelinejs_shows_every_dated_event(browser, tmp_path):
    if not SLIDES.exists():
        pytest.skip("npm install @knight-lab/timelinejs")
    file = tmp_path / "slides.html"
    file.write_text(f'<div id="slides"></div><script src="{SLIDES.as_uri()}"></script>')
    page = browser.new_page()
    page.goto(file.as_uri())
    told = json.loads(timelinejs.render(HARBOUR, ViewOptions(name="Harbour")))
    page.evaluate("(told) => { shown = new TL.Timeline('slides', told) }", told)
    page.wait_for_function("document.querySelectorAll('.tl-timemarker').length > 0")
    kept = page.evaluate("shown.config.events.map((event) => [event.unique_id, event.start_date.data.year])")
    assert kept == [[each["unique_id"], each["start_date"]["year"]] for each in told["events"]]
    page.close()
