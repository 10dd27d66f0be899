"""From articles to one timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from timeline.article import Article, Skipped
from timeline.event import Event, Timeline
from timeline.extract import Told, extract
from timeline.infer import infer
from timeline.merge import happenings, mentions, stories
from timeline.merge.dates import span
from timeline.merge.events import event_of
from timeline.merge.similarity import Rarity
from timeline.merge.words import said_by
from timeline.moments import SECONDS_A_DAY, Grain, Moment
from timeline.recognise import recognise, with_day_order


def build(articles: Iterable[Article | Skipped], infer_dates: bool = True) -> Timeline:
    """Return the timeline of articles; the order in which they come does not matter, but for the lists of inputs.

    Undated articles are dated by the others unless `infer_dates` is off.
    """
    read: list[Article] = []
    skipped: list[Skipped] = []
    for each in articles:
        if isinstance(each, Article):
            read.append(each)
        else:
            skipped.append(each)
    dated = infer(read) if infer_dates else read
    ordered = with_day_order(sorted(_distinct(dated), key=lambda each: each.id))
    told = [extract(article, recognise(article)) for article in ordered]
    return merge(told, dated, skipped)


def _distinct(articles: Iterable[Article]) -> list[Article]:
    """Leave out the copies of an article."""
    return list({article.id: article for article in reversed(list(articles))}.values())


def merge(told: Sequence[Told], articles: Sequence[Article], skipped: Sequence[Skipped] = ()) -> Timeline:
    """Return the timeline of what articles tell; `articles` are all that were read, duplicates too."""
    words = [stories.words_of(each.article) for each in told]
    rarity = Rarity.of(words)
    vectors = stories.vectors_of(words, rarity)
    said = [[said_by(mention, each.article.language) for mention in each.mentions] for each in told]
    spoken = mentions.by_article(said)
    together = stories.group(told, said, vectors, rarity)
    told = happenings.choose(told, together, spoken)
    parts = [happenings.part(tellers, told, spoken) for tellers in together]
    groups = mentions.group(told, spoken, chain.from_iterable(parts), vectors)
    upon = {i: other for each in parts for i, other in happenings.followed(each, told, spoken).items()}
    by_id = {each.article.id: each.article for each in told}
    events = []
    home: dict[tuple[int, int], str] = {}
    for places in groups:
        event = event_of([told[i].mentions[j] for i, j in places], [said[i][j] for i, j in places], by_id)
        events.append(event)
        home.update(dict.fromkeys(places, event.uid))
    leads = {each.article.id: home[i, each.lead] for i, each in enumerate(told) if each.lead is not None}
    about = [home[i, each.story] if each.story is not None else None for i, each in enumerate(told)]
    followed = {each.article.id: uid for i, each in enumerate(told) if (uid := about[upon.get(i, i)])}
    return Timeline(tuple(sorted(events, key=order)), tuple(articles), leads, followed, tuple(skipped))


def order(event: Event) -> tuple[bool, int, Grain, str]:
    """Return the key of the order of events: by start, then finer first, then uid; undated last.

    "Late 2024" starts after its summer.
    """
    if event.when is None:
        return True, 0, Grain.DAY, event.uid
    if not isinstance(event.when, Moment):
        return False, span(event.when)[0] * SECONDS_A_DAY, event.when.grain, event.uid
    return False, event.when.begins, event.when.grain, event.uid
