"""A timeline as rows to draw one below the other: events under headings, folded background, gaps, today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import evolve, field, frozen

from timeline.days import year_month_day
from timeline.event import Event, Timeline
from timeline.moments import SECONDS_A_DAY, Moment
from timeline.views.labels import Group, headings, label, whole_label
from timeline.views.options import ViewOptions
from timeline.when import day_ends

TODAY: Final = "today"
_UNDATED: Final = "undated"
_GAP: Final = 60  # days without an event that are told as a gap
_RECALLED: Final = 31  # days: what ended so long before it was told is background


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
    background = frozenset[str]() if options.everything else recalled(timeline, leads)
    if background.issuperset(event.uid for event in timeline.events if event.when):  # beside no news it is none
        background = frozenset()
    rows = [_row(event, leads, background) for event in timeline.events]
    if options.most_told:
        return _most_told(rows, options)
    dated = sorted((row for row in rows if _is_dated(row)), key=_begins, reverse=options.backwards)
    undated = [row for row in rows if not _is_dated(row)]
    if options.limit:  # background is none of the events that are asked for
        dated = [row for row in dated if not row.folded][: options.limit]
        undated = undated[: options.limit - len(dated)]
    if options.today is not None and any(row.days[1] >= options.today for row in dated):
        dated.append(Row(text=TODAY, days=(options.today, options.today)))
        dated.sort(key=_begins, reverse=options.backwards)
    return list(_headed(_with_gaps([*_folded(dated, options.group), *undated]), options))


def _begins(row: Row) -> int:
    """Return the day with which a row begins."""
    when = row.events[0].when if row.events else None
    return when.begins // SECONDS_A_DAY if isinstance(when, Moment) else row.days[0]


def _most_told(rows: Sequence[Row], options: ViewOptions) -> list[Row]:
    """Return single events, those of most sources first, each with its whole date."""
    told = sorted(
        (row for row in rows if row.events and not row.folded),
        key=lambda row: row.events[0].sources,
        reverse=not options.backwards,
    )
    return [evolve(row, label=whole_label(row.events[0].when)) for row in told[: options.limit]]


def recalled(timeline: Timeline, leads: frozenset[str]) -> frozenset[str]:
    """Return the uids of the background: what had ended a month before the first of those who tell it was published.

    The news of an article and what it follows up are never background.
    """
    published = {a.id: a.published.earliest.first for a in timeline.articles if a.published and a.published.earliest}
    if not published:
        return frozenset()
    first = min(published.values())
    return frozenset(
        event.uid
        for event in timeline.events
        if event.when is not None
        and event.uid not in leads
        and _end(event) < min((published.get(id_, first) for id_ in event.articles), default=first) - _RECALLED
    )


def _end(event: Event) -> int:
    first, last = days(event)
    return max(first, last)


def days(event: Event) -> tuple[int, int]:
    """Return the first and last day of a dated event; an open end counts as its other end."""
    first, last = day_ends(event.when) if event.when else (None, None)
    begin = first if first is not None else last or 0
    return begin, last if last is not None else begin


def _row(event: Event, leads: frozenset[str], background: frozenset[str]) -> Row:
    return Row((event,), lead=event.uid in leads, folded=event.uid in background, days=days(event))


def _folded(rows: Sequence[Row], finest: Group) -> Iterator[Row]:
    """Yield the rows with neighbouring background in one: that of a year, in years with news that of a month.

    One alone keeps its day there.
    """
    news = {year_month_day(row.days[0])[0] for row in rows if not row.folded} if finest != "year" else set()
    for heads, group in groupby(rows, key=lambda row: _fold(row, news)):
        if not heads:
            yield from group
            continue
        told = list(group)
        when = told[0].events[0].when
        if when and len(told) == 1 and len(heads) > 1 and finest == "day":  # nothing is gained by hiding its day
            yield evolve(told[0], heads=heads, label=label(when))
            continue
        ends = min(row.days[0] for row in told), max(max(row.days) for row in told)
        yield Row(tuple(row.events[0] for row in told), heads=heads, folded=True, days=ends)


def _fold(row: Row, news: set[int]) -> tuple[str, ...]:
    """Return the headings that a background row is folded under; none for any other row."""
    when = row.events[0].when if row.folded else None
    if when is None:
        return ()
    heads = headings(when, "day")
    return heads if year_month_day(row.days[0])[0] in news else heads[:1]


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
            yield evolve(row, label="" if told == _UNDATED else _UNDATED)
            told = _UNDATED
            continue
        heads = row.heads or headings(when, options.group)
        text = (row.label or heads[-1]) if row.folded else label(when, options.group)
        same = next((at for at, head in enumerate(heads) if above[at : at + 1] != (head,)), len(heads))
        yield evolve(row, heads=heads[same:], label="" if text == told and same == len(heads) else text)
        above, told = heads, text
