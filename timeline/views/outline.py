"""A timeline as rows to draw one below the other: events under headings, folded background, gaps, today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from attrs import evolve, field, frozen

from timeline.days import year_month_day
from timeline.event import Event, Timeline
from timeline.views.labels import headings, label, whole_label
from timeline.views.options import ViewOptions
from timeline.views.select import span

TODAY: Final = "today"
_GAP: Final = 60  # days without an event that are told as a gap
_RECALLED: Final = 31  # days: what ended so long before the first news is background


@frozen
class Row:
    """One entry: an event, several folded ones, a gap or today (these two have none, only a `text`).

    `heads` are the headings that begin here, coarser first; `label` is the date within them, "" when it is that of the
    row above.
    """

    events: tuple[Event, ...] = ()
    label: str = ""
    text: str = ""
    heads: tuple[str, ...] = ()
    lead: bool = False
    folded: bool = False
    days: tuple[int, int] = field(default=(0, 0), repr=False)


def outline(timeline: Timeline, options: ViewOptions) -> list[Row]:
    """Return the rows of a timeline in the order in which they are drawn."""
    leads = frozenset({*timeline.leads.values(), *timeline.stories.values()})
    known = [event for event in timeline.events if event.when is not None]
    undated = [event for event in timeline.events if event.when is None]
    background = frozenset[str]() if options.everything else recalled(timeline, leads)
    rows = [_row(event, leads) for event in known if event.uid not in background]
    news = year_month_day(min((row.days[0] for row in rows), default=0))[0]
    rows += _folded([event for event in known if event.uid in background], news)
    if options.today is not None and any(row.days[1] >= options.today for row in rows):
        rows.append(Row(text=TODAY, days=(options.today, options.today)))
    if options.most_told:
        return _most_told([*rows, *map(partial(_row, leads=leads), undated)], options)
    rows.sort(key=lambda row: row.days[0], reverse=options.backwards)
    rows += [_row(event, leads) for event in undated]
    return list(_headed(_with_gaps(rows[: options.limit]), options))


def _most_told(rows: Sequence[Row], options: ViewOptions) -> list[Row]:
    """Return single events, those of most sources first, each with its whole date."""
    told = sorted(
        (row for row in rows if row.events and not row.folded),
        key=lambda row: row.events[0].sources,
        reverse=not options.backwards,
    )
    return [evolve(row, label=whole_label(row.events[0].when)) for row in told[: options.limit]]


def recalled(timeline: Timeline, leads: frozenset[str]) -> frozenset[str]:
    """Return the uids of the background: what ended more than a month before the articles and their news began."""
    days = [span(event.when)[0] for event in timeline.events if event.uid in leads and event.when]
    days += [a.published.earliest.first for a in timeline.articles if a.published and a.published.earliest]
    begin = min((day for day in days if day is not None), default=None)
    if begin is None:
        return frozenset()
    return frozenset(e.uid for e in timeline.events if e.when and e.uid not in leads and _end(e) < begin - _RECALLED)


def _end(event: Event) -> int:
    first, last = days(event)
    return max(first, last)


def days(event: Event) -> tuple[int, int]:
    """Return the first and last day of a dated event; an open end counts as its other end."""
    first, last = span(event.when) if event.when else (None, None)
    begin = first if first is not None else last or 0
    return begin, last if last is not None else begin


def _row(event: Event, leads: frozenset[str]) -> Row:
    return Row((event,), lead=event.uid in leads, days=days(event))


def _folded(events: Sequence[Event], news: int) -> Iterator[Row]:
    """Yield one row for the background of each year; in the year of the news, of each month."""
    for heads, group in groupby(events, key=lambda event: _fold(event, news)):
        told = tuple(group)
        yield Row(told, heads=heads, folded=True, days=(days(told[0])[0], max(map(_end, told))))


def _fold(event: Event, news: int) -> tuple[str, ...]:
    assert event.when is not None
    heads = headings(event.when, "day")
    return heads if year_month_day(days(event)[0])[0] == news else heads[:1]


def _with_gaps(rows: Sequence[Row]) -> Iterator[Row]:
    for at, row in enumerate(rows):
        if at:
            early, late = sorted((rows[at - 1].days, row.days))
            known = not (row.folded and rows[at - 1].folded) and _is_dated(row)
            if known and late[0] - early[1] > _GAP:
                yield Row(text=_length(late[0] - early[1]))
        yield row


def _is_dated(row: Row) -> bool:
    return not row.events or row.events[0].when is not None


def _length(days: int) -> str:
    months = round(days / 30.44)
    return f"{months} months" if months < 24 else f"{round(days / 365.2425):,} years"


def _headed(rows: Iterator[Row], options: ViewOptions) -> Iterator[Row]:
    """Yield the rows with their labels and the headings that begin with them."""
    above: tuple[str, ...] = ()
    told = ""
    for row in rows:
        if not row.events:
            yield row
            told = ""
            continue
        when = row.events[0].when
        if when is None:
            yield evolve(row, label="undated")
            continue
        heads = row.heads or headings(when, options.group)
        text = heads[-1] if row.folded else label(when, options.group)
        same = next((at for at, head in enumerate(heads) if above[at : at + 1] != (head,)), len(heads))
        yield evolve(row, heads=heads[same:], label="" if text == told and same == len(heads) else text)
        above, told = heads, text
