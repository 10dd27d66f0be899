"""The timeline as one self-contained page."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import quote, urlsplit

from timeline.event import Timeline
from timeline.views.dates import in_words
from timeline.views.options import ViewOptions
from timeline.views.text import line

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(timeline: Timeline, options: ViewOptions) -> bytes:
    """Return the page in UTF-8."""
    name = escape(line(options.name))
    events = "".join(
        f"<li>{escape(in_words(event.when))}: {escape(line(event.title))}</li>\n" for event in timeline.events
    )
    page = (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><title>{name}</title></head>\n'
        f"<body><h1>{name}</h1>\n{_links(options)}<ul>\n{events}</ul></body></html>\n"
    )
    return page.encode("utf-8", "replace")


def _links(options: ViewOptions) -> str:
    if not options.address:
        return ""
    found = "".join(f'<a href="{escape(href)}">{text}</a> ' for text, href in subscriptions(options).items())
    return f"<p>{found}</p>\n"


def subscriptions(options: ViewOptions) -> dict[str, str]:
    """Return the links by which calendars subscribe, by their names."""
    suffix = f"?{options.query}" if options.query else ""
    feed = f"{options.address}timeline.ics{suffix}"
    webcal = "webcal" + feed.removeprefix(urlsplit(feed).scheme)
    asked, named = quote(feed, safe=""), quote(line(options.name), safe="")
    return {
        "Subscribe": webcal,
        "Google Calendar": f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        "Outlook.com": f"https://outlook.live.com/calendar/0/addfromweb?url={asked}&name={named}",
        "Microsoft 365": f"https://outlook.office.com/calendar/0/addfromweb?url={asked}&name={named}",
        "Download": feed,
        "JSON": f"{options.address}timeline.json{suffix}",
    }
