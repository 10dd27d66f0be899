"""Which of an article's mentions is its news (lead), and which the happening that it follows up (story)."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from timeline.article import Article
from timeline.event import Mention
from timeline.extract.candidates import Candidate, Reading, day_of, when_first
from timeline.extract.titles import headline, title_of
from timeline.moments import Grain, Moment
from timeline.sentences import Sentence
from timeline.statements import Statements

_TOKEN: Final = re.compile(r"[^\W\d_]{3,}")


def choose(reading: Reading, words: Statements) -> tuple[tuple[Candidate, ...], int | None, int | None]:
    """Return the mentions, completed by an undated lead where needed, and the places of lead and story among them."""
    found = list(reading.candidates)
    salient = _salience(reading)
    scores = [_score(candidate, reading, salient, words) for candidate in found]
    story = _best(found, scores)
    opening = _opening(reading, words)
    if opening is None:
        return tuple(found), story, story
    number, sentence = opening
    lead = _lead(found, number, story)
    if lead is None or story is None:
        found.append(_undated(reading, number, sentence, words))
        lead = len(found) - 1 if lead is None else lead
        story = lead if story is None else story
    return tuple(found), lead, story


def _salience(reading: Reading) -> Counter[str]:
    """Return how often an article says each word; those of its headline count more."""
    article = reading.article
    counts = Counter(
        token.casefold() for s in reading.sentences for token in _TOKEN.findall(article.text, s.start, s.end)
    )
    for token in set(_TOKEN.findall(article.title)):
        counts[token.casefold()] += 3
    return counts


def _score(candidate: Candidate, reading: Reading, salient: Counter[str], words: Statements) -> float:
    """Return how much a mention looks like the happening that its article is about."""
    return sum(WEIGHTS[name] * value for name, value in features(candidate, reading, salient, words).items())


WEIGHTS: Final = {
    "early": 1.0,
    "salient": 1.0,
    "headline": 1.0,
    "occurred": 2.0,
    "happening": 1.0,
    "follow_up": -2.0,
    "told": -0.5,
    "telling": -1.0,
    "noun": 0.3,
    "to_come": -3.0,
    "near": 0.5,
    "far": -1.5,
    "clock": 0.7,
    "not_happened": -1.5,
}


def features(candidate: Candidate, reading: Reading, salient: Counter[str], words: Statements) -> dict[str, float]:
    """Return what speaks for and against a mention, each from 0 to 1."""
    mention = candidate.mention
    published = day_of(reading.article)
    first = when_first(mention.when)
    tokens = {token.casefold() for token in _TOKEN.findall(candidate.clause)}
    title = {token.casefold() for token in _TOKEN.findall(reading.article.title)}
    top = max(salient.values(), default=1)
    age = published.first - first.last if published and first else 0
    return {
        "early": 1 / (1 + candidate.sentence / 4),
        "salient": min(1.0, sum(salient[token] for token in tokens) / (4 * top)),
        "headline": len(tokens & title) / (len(title) or 1),
        "occurred": float(bool(words.occurred.search(candidate.clause))),
        "happening": float(bool(words.happening.search(candidate.clause))),
        "follow_up": float(bool(words.follow_up.search(candidate.clause))),
        "told": float(candidate.role == "told"),
        "telling": float(candidate.role == "telling"),
        "noun": float(candidate.role == "noun"),
        "to_come": float(age < 0),
        "near": float(0 <= age <= 3),
        "far": float(age > 60),
        "clock": float(first is not None and first.grain < Grain.DAY),
        "not_happened": float(mention.kind != "happened"),
    }


def _best(candidates: list[Candidate], scores: list[float]) -> int | None:
    """Return the best mention that is dated to the day; mentions of one day support each other."""
    support: dict[int, float] = {}
    days = [_day(candidate) for candidate in candidates]
    for day, score in zip(days, scores, strict=True):
        if day is not None:
            support[day] = max(support.get(day, 0), score)
    ranked = [(scores[i] + 0.0 * support.get(day, 0), -i) for i, day in enumerate(days) if day is not None]
    return -max(ranked)[1] if ranked else None


def _day(candidate: Candidate) -> int | None:
    first = when_first(candidate.mention.when)
    return first.first if first and first.grain <= Grain.DAY else None


def _opening(reading: Reading, words: Statements) -> tuple[int, Sentence] | None:
    """Return the sentence that tells the news: the first of the body that is one."""
    text = reading.article.text
    for number, sentence in enumerate(reading.sentences):
        if not sentence.heading and words.verbs.search(text, sentence.start, sentence.end):
            return number, sentence
    for number, sentence in enumerate(reading.sentences):
        return number, sentence
    return None


def _lead(candidates: list[Candidate], opening: int, story: int | None) -> int | None:
    """Return the mention in the opening sentence; the story, where the opening follows nothing up."""
    for place, candidate in enumerate(candidates):
        if candidate.sentence == opening and candidate.role != "noun":
            return place
    return story


def _undated(reading: Reading, number: int, sentence: Sentence, words: Statements) -> Candidate:
    """Return the opening sentence as a mention that happened on the day of publication or before."""
    article = reading.article
    published = day_of(article)
    clause = article.text[sentence.start : sentence.end]
    title = headline(article.title, words) or title_of(article.text, sentence.start, sentence.end, (), words)
    mention = Mention(
        article=article.id,
        start=sentence.start,
        end=sentence.end,
        quote=clause,
        title=title,
        kind="happened",
        timex=None,
        when=_on_or_before(published),
        names=reading.names.within(sentence.start, sentence.end),
        confidence=round(0.35 * (article.published.confidence if article.published else 0.3), 3),
    )
    return Candidate(mention, number, "undated", clause)


def _on_or_before(published: Moment | None) -> Moment | None:
    return published.widen(Grain.DAY).with_mod("ON_OR_BEFORE") if published else None


def is_headlined(article: Article, mention: Mention) -> bool:
    """Tell whether an article's headline says what a mention tells: most of its words are the mention's."""
    title = {token.casefold() for token in _TOKEN.findall(article.title)}
    told = {token.casefold() for token in _TOKEN.findall(mention.quote)}
    return len(title) >= 3 and 2 * len(title & told) >= len(title)
