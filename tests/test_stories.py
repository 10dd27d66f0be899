"""Whole stories, told by several publications, against the timeline of a careful reader (tests/stories/*.toml).

A key lists, for one story:
- `published`, the date of each article, or the interval that must hold it where the article states none; articles are
  called `file`, or `file#` and the id or the number of the article in it;
- `events`, by `when` (none for undated ones) and the words that they are `about`, with the `kind`, the least number of
  `sources` and the `conflict` where these matter;
- `stories`, the event that an article is about, or that it follows up;
- pairs of phrases whose statements are to stay `apart`, and phrases of page `debris`;
- `floors`, the share of each of these that must be right: what was last measured, to be raised and never lowered.

`python tests/test_stories.py` prints what is right and what is not.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from timeline.article import Article, Published
from timeline.event import Event, Mention, Timeline
from timeline.merge import build
from timeline.moments import Grain, Moment
from timeline.readers import read
from timeline.when import Interval, parse

ROOT = Path(__file__).parent.parent
STORIES = ROOT / "tests" / "stories"
NAMES = sorted(path.stem for path in STORIES.glob("*.toml"))
MEASURES = ("dated", "found", "whole", "followed", "apart", "clean")


@cache
def key(story: str) -> dict[str, Any]:
    return tomllib.loads((STORIES / f"{story}.toml").read_text(encoding="utf-8"))


@cache
def timeline_of(story: str) -> Timeline:
    return build(read([str(ROOT / key(story).get("folder", f"tests/stories/{story}"))]))


def words_of(event: Event) -> str:
    return " ".join([event.title, *(" ".join(mention.quote.split()) for mention in event.mentions)]).casefold()


def day_of(event: Event) -> str | None:
    """Return the value of an event's date; of a time its day, which is all that a key says."""
    if isinstance(event.when, Moment) and event.when.grain < Grain.DAY:
        return event.when.widen(Grain.DAY).value
    return event.when.value if event.when else None


def find(timeline: Timeline, wanted: dict[str, Any]) -> Event | None:
    """Return the event of that date about these words; of several the one that most articles tell."""
    found = [
        event
        for event in timeline.events
        if day_of(event) == wanted.get("when")
        if all(word.casefold() in words_of(event) for word in wanted["about"])
    ]
    return max(found, key=lambda event: event.sources, default=None)


def faults(event: Event, wanted: dict[str, Any]) -> list[str]:
    """Return what is wrong with an event that was found."""
    wrong = []
    if wanted.get("kind", event.kind) != event.kind:
        wrong.append(f"is {event.kind}, not {wanted['kind']}")
    if event.sources < wanted.get("sources", 1):
        wrong.append(f"has {event.sources} of {wanted['sources']} sources")
    if "conflict" in wanted and wanted["conflict"] not in {conflict.when.value[:10] for conflict in event.conflicts}:
        wrong.append(f"lacks the conflict {wanted['conflict']}")
    return wrong


def joined(timeline: Timeline, one: str, other: str) -> list[Event]:
    """Return the events that hold both a statement with the one phrase and another with the other phrase."""

    def tells(mention: Mention, phrase: str, without: str) -> bool:
        quote = " ".join(mention.quote.split())
        return phrase in (quote + mention.title) and without not in quote

    return [
        event
        for event in timeline.events
        if any(tells(mention, one, other) for mention in event.mentions)
        if any(tells(mention, other, one) for mention in event.mentions)
    ]


def articles_of(timeline: Timeline, name: str) -> list[Article]:
    """Return the articles that a key calls `file` or `file#id` or `file#number`."""
    file, _, item = name.partition("#")
    inside = [article for article in timeline.articles if Path(article.source.partition("#")[0]).name == file]
    by_id = [article for article in inside if article.id == item]
    return by_id or ([inside[int(item) - 1]] if item.isdigit() else inside)


def agrees(published: Published | None, wanted: str) -> bool:
    """Tell whether a publication date is the wanted day, or within the wanted interval."""
    if published is None or published.day is None:
        return False
    value = parse(wanted)
    if isinstance(value, Interval):
        assert value.first
        assert value.last
        return value.first.first <= published.day.n <= value.last.last
    return isinstance(value, Moment) and published.day == value


def judged(story: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each point of a key as (measure, what it is, whether it is right)."""
    timeline = timeline_of(story)
    for name, wanted in key(story)["published"].items():
        dates = [article.published for article in articles_of(timeline, name)]
        yield "dated", f"{name}: {dates}", len(dates) == 1 and agrees(dates[0], wanted)
    for name, wanted in key(story)["events"].items():
        event = find(timeline, wanted)
        wrong = faults(event, wanted) if event else ["missing"]
        yield "found", f"{wanted.get('when', 'undated')} {name}: missing", event is not None
        yield "whole", f"{wanted.get('when', 'undated')} {name}: {'; '.join(wrong)}", not wrong
    for name, wanted in key(story).get("stories", {}).items():
        event = find(timeline, key(story)["events"][wanted])
        followed = [timeline.stories.get(article.id) for article in articles_of(timeline, name)]
        yield "followed", f"{name} does not follow {wanted}", event is not None and followed == [event.uid]
    for one, other in key(story)["apart"]:
        yield "apart", f"{one!r} and {other!r} are one event", not joined(timeline, one, other)
    told = " ".join(words_of(event) for event in timeline.events)
    for phrase in key(story)["debris"]:
        yield "clean", f"{phrase!r} is in an event", phrase.casefold() not in told


@cache
def scores(story: str) -> dict[str, tuple[float, list[str]]]:
    """Return, for each measure, the share that is right and what is wrong."""
    points = list(judged(story))
    by_measure = {measure: [point[1:] for point in points if point[0] == measure] for measure in MEASURES}
    return {
        measure: (
            sum(right for _, right in each) / len(each) if each else 1.0,
            [what for what, right in each if not right],
        )
        for measure, each in by_measure.items()
    }


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("story", NAMES)
def test_story_is_told_as_well_as_it_was(story: str, measure: str) -> None:
    share, wrong = scores(story)[measure]
    assert share >= key(story)["floors"].get(measure, 1.0), "\n".join(wrong)


def main() -> None:
    for story in NAMES:
        for measure, (share, wrong) in scores(story).items():
            sys.stdout.write("\n      ".join([f"{story:<8} {measure} {share:.2f}", *wrong]) + "\n")


if __name__ == "__main__":
    main()
