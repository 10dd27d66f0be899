"""The timeline as one self-contained page: a list that stands by itself, and a script that adds axis and filters.

Whatever comes from an article goes through `_text`; the only scripts and styles that may run are those of this
package, named by their hashes in the page's content-security policy.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Final
from urllib.parse import quote, urlsplit

from timeline.article import Article
from timeline.event import Event, Mention, Timeline
from timeline.moments import Grain, Moment
from timeline.views.dates import in_words, published_in_words, time_of_day
from timeline.views.doubt import doubt
from timeline.views.html_articles import article_list
from timeline.views.labels import headings, label
from timeline.views.options import ViewOptions
from timeline.views.outline import days, recalled
from timeline.views.sources import name_of, web_address
from timeline.views.text import clean, escaped, line
from timeline.when import Interval

_ICON: Final = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath stroke='%230b6e75' stroke-width='2' d='M8 0v16'/%3E"
    "%3Ccircle cx='8' cy='8' r='5' fill='%230b6e75'/%3E%3C/svg%3E"
)
_FILES: Final = ("page.css", "page.js", "axis.js")
_COLOURS: Final = ("ink", "quiet", "rule", "accent", "plan", "card")


def render(timeline: Timeline, options: ViewOptions) -> bytes:
    """Return the page in UTF-8."""
    style, filters, axis = (files("timeline.views").joinpath(name).read_text("utf-8") for name in _FILES)
    script = filters + axis
    style += "".join(f".probe-{name} {{ color: var(--{name}); }}\n" for name in _COLOURS)
    page = _Page(timeline, options)
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escaped(options.name)}</title>",
        f'<link rel="icon" href="{_ICON}">',
        f"<style>{style}</style>\n</head>\n<body>",
        *page.body(),
        f"<script>{script}</script>\n</body>\n</html>\n",
    ]
    return "\n".join(parts).encode("utf-8", "replace")


def _policy(style: str, script: str) -> str:
    """Return a content-security policy that allows this style and this script, and nothing else."""
    hashed = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashed[0]}'; script-src 'sha256-{hashed[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


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


class _Page:
    """The body of the page."""

    def __init__(self, timeline: Timeline, options: ViewOptions) -> None:
        self.timeline, self.options = timeline, options
        self.articles = {article.id: article for article in timeline.articles}
        self.leads = frozenset({*timeline.leads.values(), *timeline.stories.values()})
        self.recalled = recalled(timeline, self.leads)

    def body(self) -> Iterator[str]:
        events, articles = len(self.timeline.events), len(self.timeline.articles)
        yield '<a class="skip" href="#events">Skip to the events</a>'
        yield f"<header>\n<h1>{escaped(self.options.name)}</h1>"
        yield f'<p class="sum">{_count(events, "event")} from {_count(articles, "article")}</p>'
        if self.options.address:
            links = "".join(
                f'<li><a href="{escape(href)}">{name}</a></li>' for name, href in subscriptions(self.options).items()
            )
            yield f'<ul class="links">{links}</ul>'
        yield "</header>"
        probes = "".join(f'<i class="probe-{name}"></i>' for name in _COLOURS)
        yield f'{_AXIS}<div class="probes" hidden>{probes}</div>'
        yield self._filters()
        yield '<main id="events" tabindex="-1">'
        yield from self._sections()
        yield "</main>"
        yield from article_list(self.timeline)
        yield f"<footer>{_LEGEND}</footer>"

    def _filters(self) -> str:
        kinds = [kind for kind in _KINDS if any(event.kind == kind for event in self.timeline.events)]
        names = sorted({name_of(article) for article in self.timeline.articles}, key=str.casefold)
        some = 0 < len(self.recalled) < len(self.timeline.events)
        past = f'<label><input type="checkbox" id="past"> history ({len(self.recalled)})</label>' if some else ""
        return (
            '<div class="filters scripted" role="search" hidden>'
            '<input type="search" id="search" aria-label="Search the events" placeholder="Search  ( / )">'
            f'<select id="kind" aria-label="Kind">{_options("All kinds", kinds)}</select>'
            f'<select id="source" aria-label="Source">{_options("All sources", names)}</select>'
            '<label><input type="checkbox" id="conflicts"> ≠ disputed dates</label>'
            f"{past}</div>\n"
            '<p class="count" role="status"></p>'
        )

    def _sections(self) -> Iterator[str]:
        for year, of_year in groupby(self.timeline.events, key=lambda event: _heads(event)[0]):
            yield f"<section>\n<h2>{escaped(year)}</h2>"
            for month, events in groupby(of_year, key=lambda event: _heads(event)[1]):
                if month:
                    yield f"<section>\n<h3>{month}</h3>"
                yield '<ol class="events">'
                yield from self._events(events)
                yield "</ol>" + ("\n</section>" if month else "")
            yield "</section>"

    def _events(self, events: Iterable[Event]) -> Iterator[str]:
        above = ""
        for event in events:
            short = label(event.when) if event.when else ""
            told = (above,) if above else _heads(event)  # below other days, a heading no longer says the date
            yield self._event(event, "" if short in told else short)
            above = short

    def _event(self, event: Event, short: str) -> str:
        classes = ["event", event.kind]
        classes += ["lead"] if event.uid in self.leads else ["recalled"] if event.uid in self.recalled else []
        facts = "".join(f" · {fact}" for fact in (*_facts(event, self.articles), *self._told_by(event)))
        return (
            f'<li class="{" ".join(classes)}" id="{_anchor(event)}"{self._data(event)}>'
            f'<div class="label">{_time(event, escape(short))}</div>'
            f'<div class="mark"><i class="{_precision(event)}"></i></div>'
            f'<details><summary><span class="title" dir="auto">{escaped(event.title)}</span>'
            f'<span class="facts">{facts}</span></summary>\n'
            f'<div class="more">{"".join(self._more(event))}</div></details></li>'
        )

    def _told_by(self, event: Event) -> Iterator[str]:
        if event.sources > 1:
            yield f"{event.sources}&nbsp;sources"
        elif tellers := self._tellers(event.articles):
            yield escaped(name_of(tellers[0]))

    def _data(self, event: Event) -> str:
        data = {
            "when": in_words(event.when),
            "names": " ".join(map(line, event.names)),
            "sources": "\n".join(dict.fromkeys(name_of(article) for article in self._tellers(event.articles))),
        }
        if event.when:
            first, last = days(event)
            data["from"] = str(min(first, last))
            if last != first:
                data["to"] = str(max(first, last))
        marks = {"exact": event.when and _precision(event) == "day", "conflict": event.conflicts}
        written = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items() if value)
        return written + "".join(f" data-{name}" for name, is_so in marks.items() if is_so)

    def _tellers(self, ids: Sequence[str]) -> list[Article]:
        return [self.articles[id_] for id_ in ids if id_ in self.articles]

    def _more(self, event: Event) -> Iterator[str]:
        edtf = event.when.edtf if event.when else ""
        written = f" <code>{edtf}</code>" if edtf not in ("", in_words(event.when)) else ""
        yield f"<p>{in_words(event.when)}{written}, confidence {event.confidence:.0%}</p>"
        for conflict in event.conflicts:
            names = ", ".join(escaped(name_of(article)) for article in self._tellers(conflict.articles))
            yield f'<p class="conflict">≠ {in_words(conflict.when)}, says {names or "another"}</p>'
        for mention in event.mentions:
            yield self._quote(mention)

    def _quote(self, mention: Mention) -> str:
        article = self.articles.get(mention.article)
        if article is None:
            return f'<blockquote dir="auto"><p>{_marked(mention)}</p></blockquote>'
        name, address = escaped(name_of(article)), web_address(article)
        published = published_in_words(article.published)
        linked = f'<a href="{escape(address)}" rel="noopener noreferrer">{name}</a>' if address else name
        foreign = article.language not in ("", "en")  # the page itself is in English
        said, ours = (f' lang="{escaped(article.language)}"', ' lang="en"') if foreign else ("", "")
        return (
            f'<blockquote dir="auto"{said}><p>{_marked(mention)}</p>'
            f'<div class="from"{ours}>{linked}{f", {published}" if published else ""}</div></blockquote>'
        )


_KINDS: Final = ("happened", "planned", "possible", "negated", "recurring")
_ACTS: Final = {
    "earlier": ("‹", "Earlier"),
    "later": ("›", "Later"),
    "in": ("+", "Zoom in"),
    "out": ("−", "Zoom out"),
    "fit": ("◎", "Show the news"),
    "whole": ("↔", "Show all"),
}
_LEGEND: Final = (
    "Made with timeline. ● a day · ◐ a week or month · ○ a year or more · ◇ planned or possible · × negated"
)
_AXIS: Final = (
    '<div class="axis scripted" hidden><canvas aria-hidden="true"></canvas>'
    '<div class="zoom" role="group" aria-label="Time axis">'
    + "".join(
        f'<button type="button" data-act="{act}" aria-label="{name}" title="{name}">{sign}</button>'
        for act, (sign, name) in _ACTS.items()
    )
    + '</div><div class="tip" hidden></div></div>\n'
)


def _marked(mention: Mention) -> str:
    """Return the sentence with the words marked that date the event, where they stand in it."""
    quote, timex = mention.quote, mention.timex
    at = timex.start - mention.start if timex else -1
    if timex is None or at < 0 or quote[at : at + len(timex.text)] != timex.text:
        return escape(clean(quote))
    end = at + len(timex.text)
    return f"{escape(clean(quote[:at]))}<mark>{escape(clean(timex.text))}</mark>{escape(clean(quote[end:]))}"


def _heads(event: Event) -> tuple[str, str]:
    """Return the headings that an event stands under: its year, and its month or none."""
    heads = headings(event.when, "day") if event.when else ("Undated",)
    return heads[0], heads[1] if len(heads) > 1 else ""


def _anchor(event: Event) -> str:
    return "e-" + quote(line(event.uid), safe="")


def _options(everything: str, names: Iterable[str]) -> str:
    return f'<option value="">{everything}</option>' + "".join(f"<option>{escaped(name)}</option>" for name in names)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _precision(event: Event) -> str:
    when = event.when
    if isinstance(when, Interval):
        return "span"
    if when is None or when.grain > Grain.MONTH:
        return "year"
    return "day" if when.grain <= Grain.DAY else "month"


def _time(event: Event, short: str) -> str:
    """Return the label as a time element where HTML knows such a time."""
    when = event.when
    known = isinstance(when, Moment) and when.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR) and 1 <= when.year <= 9999
    return f'<time datetime="{when.value}">{short}</time>' if known and short and when else short


def _facts(event: Event, articles: Mapping[str, Article]) -> Iterator[str]:
    when = event.when
    if isinstance(when, Interval):
        yield in_words(when)
    elif when and when.grain <= Grain.DAY:
        if time := time_of_day(when):
            yield time
    elif when and Grain.DAY < when.grain <= Grain.WEEK:
        yield when.grain.name.lower()
    if event.kind != "happened":
        yield f'<span class="kind">{event.kind}</span>'
    if unsure := doubt(event, articles):
        yield unsure
    if event.conflicts:
        yield "<b>≠ disputed date</b>"
