"""The README's pictures of the page: `python -m tests.views.pictures` (needs `playwright` and Chromium)."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from timeline.merge import build
from timeline.readers import read
from timeline.views.html import render
from timeline.views.options import ViewOptions

from .test_browser import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOCS = Path(__file__).parent.parent.parent / "docs"
# name -> width, height, colours, script to run first
PICTURES = {
    "page": (1000, 760, "light", ""),
    "page-phone": (390, 760, "dark", "open(events.find((event) => event.conflict && event.lead) || events[0])"),
}


def take(browser: Browser, address: str, name: str) -> None:
    """Write one picture."""
    width, height, colours, script = PICTURES[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
    page.goto(address)
    page.evaluate(script)
    page.wait_for_timeout(1_500)  # for the smooth scrolling to end
    page.screenshot(path=DOCS / f"{name}.png")
    page.close()


def main() -> None:
    """Write them all, of the sample articles."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_bytes(render(build(read(["seeds/"])), ViewOptions(name="Builders for Kursk")))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in PICTURES:
            take(browser, file.as_uri(), name)
        browser.close()


if __name__ == "__main__":
    main()
