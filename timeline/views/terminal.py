"""The timeline as a drawing for the terminal: a line down the page, one event a node."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.style import Style
from rich.text import Text

from timeline.article import Article
from timeline.event import Event, Timeline
from timeline.moments import Grain, Moment
from timeline.views.canvas import console_of, drawn_on
from timeline.views.dates import MONTHS, hours, in_words, published_in_words, time_of_day
from timeline.views.density import strip
from timeline.views.doubt import doubt
from timeline.views.labels import whole_label
from timeline.views.options import ViewOptions
from timeline.views.outline import TODAY, Row, days, outline
from timeline.views.sources import name_of, web_address
from timeline.views.text import line
from timeline.when import Interval

_NARROW: Final = 60  # columns
_NARROWEST: Final = 20  # ... and fewer are not drawn for: no word would fit
_WIDEST: Final = 100  # a longer line is hard to read


@frozen
class Marks:
    """The characters of the drawing; `day`, `month` and `year` tell how precisely a date is known."""

    day: str = "●"
    month: str = "◐"
    year: str = "○"
    undated: str = "·"
    planned: str = "◇"
    possible: str = "◌"
    negated: str = "×"
    recurring: str = "↻"
    line: str = "│"
    folded: str = "┊"
    span: tuple[str, str, str] = ("┏", "┃", "┗")
    conflict: str = "≠"
    dot: str = "·"
    quotes: tuple[str, str] = ("“", "”")
    bars: str = "▁▃▄▅▆▇█"
    rule: str = "─"
    cut: str = "…"


_UNICODE: Final = Marks()
_ASCII: Final = Marks(
    *("*", "o", "O", "-", "+", "?", "x", "@", "|", ":"),
    span=("/", "|", "\\"),
    conflict="!=",
    dot="-",
    quotes=('"', '"'),
    bars="_.:-=+*#",
    rule="-",
    cut="...",
)
_PLAIN: Final = str.maketrans("–—“”‘’≈", "--\"\"''~")
# Only the terminal's own sixteen colours, and those that can be read on light and on dark.
_KINDS: Final = {"planned": "green", "possible": "green", "negated": "red", "recurring": "cyan"}
_LINE: Final = "dim"
_QUIET: Final = "dim"
_STRIP: Final = 5  # events: fewer need no strip
_SHORTEST: Final = 8  # cells: a shorter strip tells nothing
_NEAR: Final = 120  # days: a strip over fewer names days at its ends
_AFTER: Final = re.compile(
    r"(?<=[a-z])[ -]\d{4}$|(?<=\d) [A-Z][a-z]{2}$"
)  # of "early 2025", "30–6 Jul": there is no room
_NAMES: Final = 4  # publishers named below a title
_BACKGROUND: Final = "background (show --all)"
_MEANINGS: Final = {"month": "to the month", "year": "to the year or less"}


def render(timeline: Timeline, options: ViewOptions) -> bytes:
    """Return the drawing as plain text."""
    return drawn(timeline, options, None).encode("utf-8", "replace")


def drawn(timeline: Timeline, options: ViewOptions, colours: str | None) -> str:
    """Return the drawing with the escapes of a colour system of rich ("standard", "256", "truecolor"), or none."""
    console = console_of(options.width, colours)
    draw(timeline, options, console)
    text = drawn_on(console)
    return text.translate(_PLAIN) if options.ascii else text


def draw(timeline: Timeline, options: ViewOptions, console: Console) -> None:
    """Draw the timeline on a console, as wide as `options` say."""
    for drawn_line in _Drawing(timeline, options, console).lines():
        console.print(drawn_line, no_wrap=True, overflow="ignore", crop=False, highlight=False)


class _Drawing:
    """The lines of one drawing."""

    def __init__(self, timeline: Timeline, options: ViewOptions, console: Console) -> None:
        self.console = console
        self.timeline, self.options = timeline, options
        self.articles = {article.id: article for article in timeline.articles}
        self.marks = _ASCII if options.ascii else _UNICODE
        self.width = max(_NARROWEST, min(options.width, _WIDEST))
        self.narrow = self.width < _NARROW
        self.margin = 12 if options.most_told else 7 if self.narrow else 10
        self.used: dict[str, str] = {}

    def lines(self) -> Iterator[Text]:
        rows = outline(self.timeline, self.options)
        yield from self._top(rows)
        for at, row in enumerate(rows):
            if at and self._apart(rows[at - 1], row):
                yield self._margin("", "", self.marks.line)
            yield from self._row(row)
        if self.used:
            yield Text()
            used = sorted(self.used.items(), key=lambda each: each[0] == _BACKGROUND)  # the longest stands last
            legend = "   ".join(f"{mark} {meaning}" for meaning, mark in used)
            yield from self._wrapped(Text(legend, _QUIET), Text(" "), Text(" "))

    def _apart(self, above: Row, row: Row) -> bool:
        """Tell whether a free line stands between two rows: between days, where there is room for it."""
        begins = bool(row.label or row.heads) and not row.folded
        return begins and bool(above.events) and not (above.folded and not row.heads)

    def _top(self, rows: Sequence[Row]) -> Iterator[Text]:
        events, articles = len(self.timeline.events), len(self.timeline.articles)
        drawn = sum(len(row.events) for row in rows)
        of = f"{drawn:,} of " if drawn < events else ""
        yield Text(f" {of}{_count(events, 'event')} from {_count(articles, 'article')}", _QUIET)
        shown = [event for row in rows if not row.folded for event in row.events]
        known = sorted(days(event)[0] for event in shown if event.when and event.when.grain <= Grain.MONTH)
        if len(known) >= _STRIP and known[0] < known[-1]:
            yield from self._strip(known)
        yield Text()

    def _strip(self, known: Sequence[int]) -> Iterator[Text]:
        """Yield where the events are dense, between the first and the last month or day, if there is room for it."""
        grain = Grain.DAY if known[-1] - known[0] < _NEAR else Grain.MONTH
        ends = [in_words(Moment.at(day, grain)) for day in (known[0], known[-1])]
        if ends[0][-4:] == ends[1][-4:]:
            ends[0] = ends[0][:-5]
        room = min(self.width - sum(map(len, ends)) - 4, 72)
        if room < _SHORTEST:
            return
        stretch = max(room // (known[-1] - known[0] + 1), 1)  # cells a day, when there are so many
        bars = "".join(bar * stretch for bar in strip(known, room // stretch, self.marks.bars))
        drawn = Text.assemble((f" {ends[0]} ", _QUIET), (bars, "cyan"))
        drawn.highlight_regex(f"{self.marks.bars[0]}+", _QUIET)
        yield drawn.append(f" {ends[1]}", _QUIET)

    def _row(self, row: Row) -> Iterator[Text]:
        label = self._shorter(row.label)
        for head in row.heads:
            if self._shorter(head) != label:
                yield self._margin(self._shorter(head), "bold", self.marks.line)
        if row.folded:
            yield self._background(row, label)
        elif row.events:
            yield from self._event(row, row.events[0], label)
        elif row.text == TODAY:
            rule = self.marks.rule * (self.width - self.margin - 3)
            yield Text.assemble(self._margin(TODAY, "red", self.marks.rule, "red"), (rule, "red dim"))
        else:
            gap = f"  {self.marks.dot} {row.text} {self.marks.dot}"
            yield Text.assemble(self._margin("", "", self.marks.folded), (gap, _QUIET))

    def _background(self, row: Row, label: str) -> Text:
        """Return as many titles as fit on the line, and how many more there are."""
        self.used[_BACKGROUND] = self.marks.folded
        room = self.width - self.margin - 5
        told = self._line(row.events[0].title)
        left = len(row.events) - 1
        for event in row.events[1:]:
            longer = f"{told} {self.marks.dot} {self._line(event.title)}"
            if cell_len(longer) + len(f" +{left}") > room:
                break
            told, left = longer, left - 1
        more = f" +{left}" if left else ""
        room -= len(more)
        if cell_len(told) > room:
            told = set_cell_size(told, room - len(self.marks.cut)) + self.marks.cut
        return Text.assemble(self._margin(label, _QUIET, self.marks.folded), "  ", (told, _QUIET), (more, _QUIET))

    def _event(self, row: Row, event: Event, label: str) -> Iterator[Text]:
        below = list(self._below(event))
        title = Text.assemble((self._line(event.title), "bold" if row.lead else ""))
        first = self._margin(label, "bold" if row.label in row.heads else "", *self._mark(row, event))
        bracket = isinstance(event.when, Interval)
        spans = (self.marks.span[1], "cyan") if bracket else (self.marks.line, _LINE)
        rest = self._margin("", "", *spans)
        drawn = [*self._wrapped(title, Text.assemble(first, "  "), Text.assemble(rest, "  "))]
        for text in below:
            drawn += self._wrapped(text, Text.assemble(rest, "  "), Text.assemble(rest, "  "))
        if bracket:
            drawn[-1] = Text.assemble(self._margin("", "", self.marks.span[2], "cyan"), drawn[-1][self.margin + 2 :])
        yield from drawn

    def _mark(self, row: Row, event: Event) -> tuple[str, str]:
        style = _KINDS.get(event.kind, "cyan" if row.lead else "")
        if isinstance(event.when, Interval):
            return self.marks.span[0], style or "cyan"
        meaning = event.kind if event.kind != "happened" else _precision(event.when)
        mark: str = getattr(self.marks, meaning)
        if meaning not in ("day", "undated"):
            self.used[_MEANINGS.get(meaning, meaning)] = mark
        return mark, style

    def _facts(self, event: Event) -> Iterator[str]:
        """Yield what of the date and the kind the label does not say."""
        when = event.when
        if when and when.grain < Grain.MONTH and self.options.group != "day":
            yield whole_label(when)
        if isinstance(when, Moment) and when.grain <= Grain.DAY and (time := time_of_day(when)):
            yield time
        elif isinstance(when, Interval) and (times := hours(when)):
            yield times
        elif isinstance(when, Moment) and when.grain in (Grain.WEEK, Grain.WEEKEND):
            yield when.grain.name.lower()
        if event.kind != "happened":
            yield event.kind

    def _below(self, event: Event) -> Iterator[Text]:
        """Yield what stands under a title: what else is known of it, who tells it, and who disagrees on the date."""
        facts = [Text(fact, _QUIET) for fact in self._facts(event)]
        if unsure := doubt(event, self.articles):
            facts.append(Text(unsure, "magenta"))
        if event.articles and not self.options.quotes:
            facts.append(Text(self._count_of(event), _QUIET).append_text(self._names(event.articles)))
        if facts:
            yield Text(f" {self.marks.dot} ", _QUIET).join(facts)
        if self.options.quotes:
            for mention in event.mentions:
                opening, closing = self.marks.quotes
                told = Text.assemble((f"{opening}{self._line(mention.quote)}{closing} ", "italic"))
                told.append_text(self._names([mention.article]))
                yield told.append(_written(self.articles.get(mention.article)), _QUIET)
        for conflict in event.conflicts:
            told = Text.assemble((f"{self.marks.conflict} {in_words(conflict.when)}: ", "magenta"))
            yield told.append_text(self._names(conflict.articles))

    def _count_of(self, event: Event) -> str:
        """Return how many sources tell it, when more than one; copies of one text are one source."""
        named = len({name_of(self.articles[id_]) for id_ in event.articles if id_ in self.articles})
        if event.sources < named:
            return f"{named} papers, {_count(event.sources, 'source')}: "
        return f"{event.sources} sources: " if event.sources > 1 else ""

    def _names(self, ids: Sequence[str]) -> Text:
        """Return the names of the publishers, each a link to its article."""
        named = {name_of(self.articles[id_]): self.articles[id_] for id_ in reversed(ids) if id_ in self.articles}
        links = [(name, web_address(article)) for name, article in reversed(named.items())]
        most = _NAMES if len(links) > _NAMES + 1 else _NAMES + 1  # one more takes no more room than its count
        styled = [Text(self._line(name), Style(dim=True, link=address or None)) for name, address in links[:most]]
        if len(links) > len(styled):
            styled.append(Text(f"{len(links) - most} more", "dim"))
        return Text(", ", "dim").join(styled)

    def _margin(self, label: str, style: str, mark: str, mark_style: str = _LINE) -> Text:
        label = set_cell_size(label, self.margin) if cell_len(label) > self.margin else label
        blank = " " * (self.margin - cell_len(label))
        return Text.assemble(blank, (label, style), " ", (mark, mark_style))

    def _wrapped(self, text: Text, first: Text, rest: Text) -> Iterator[Text]:
        """Yield the text in lines of the width there is, after a beginning for the first and one for the rest."""
        for number, part in enumerate(text.wrap(self.console, self.width - first.cell_len - 1)):
            part.rstrip()
            yield Text.assemble(rest if number else first, part)

    def _line(self, text: str) -> str:
        """Return a text on one line, with the ellipsis that the drawing knows: it may be wider."""
        return line(text).replace("…", self.marks.cut)

    def _shorter(self, label: str) -> str:
        if not self.narrow:
            return label
        label = next((label.replace(m, m[:3]) for m in MONTHS if m in label), label)
        return _AFTER.sub("", label) if cell_len(label) > self.margin else label


def _written(article: Article | None) -> str:
    """Return the day of publication, without its time."""
    published = article.published if article else None
    if published and published.day:
        published = evolve(published, earliest=published.day, latest=published.day)
    words = published_in_words(published)
    return f", {words}" if words else ""


def _count(number: int, noun: str) -> str:
    return f"{f'{number:,}' if number else 'no'} {noun}{'' if number == 1 else 's'}"


def _precision(when: Moment | None) -> str:
    if when is None:
        return "undated"
    if when.grain > Grain.MONTH:
        return "year"
    return "day" if when.grain <= Grain.DAY else "month"
