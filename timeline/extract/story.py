"""Which of an article's mentions is its news (lead), and which the happening that it follows up (story)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, field, frozen

from timeline.event import Mention
from timeline.extract.candidates import Candidate, Reading, is_history, when_first
from timeline.extract.kinds import kind_of
from timeline.extract.lighten import main_verb
from timeline.extract.relatives import is_ongoing, is_participle
from timeline.extract.titles import title_of
from timeline.extract.titling import headlined
from timeline.moments import Grain, Moment
from timeline.sentences import Sentence
from timeline.statements import Statements

_TOKEN: Final = re.compile(r"[^\W\d_]{3,}")
_OF_HEADLINE: Final = 3  # words that an opening shares with the headline which it tells
_LONG_AGO: Final = 90  # days
_OF_LATE: Final = 7
_HELPED: Final = 12  # characters behind the first verb of a clause, among which the one that it helps stands
_HEAD: Final = 8  # characters before a date at the head of a sentence
_UNDATED_SURE: Final = 0.35  # times the confidence of the article's date
# What speaks for a mention as the story, as fitted on four fifths of the development set (listwise logistic
# regression) and rounded; the fifth kept aside confirms it.
WEIGHTS: Final = {
    "early": 1.6,
    "second": 0.8,
    "headline": 0.8,
    "happening": 1.3,
    "occurred": 0.9,
    "follow_up": -1.4,
    "clock": 0.8,
    "supported": 0.2,
    "noun": 1.1,
    "told": -1.3,
    "telling": -1.1,
    "planned": -1.4,
    "doubtful": -0.7,
    "future": -1.4,
    "today": -1.1,
    "days": 0.4,
    "weeks": 1.2,
    "months": 0.6,
    "years": -0.8,
    "caption": -0.8,
    "undated": -1.9,
}


@frozen
class _Context:
    """What the mentions of one article are judged against."""

    title: frozenset[str]
    published: Moment | None
    days: Counter[int | None]


@frozen
class Choice:
    """The mentions of an article, the places of its lead and its story among them, and how much each looks like it."""

    candidates: tuple[Candidate, ...]
    lead: int | None = None
    story: int | None = None
    worth: Mapping[int, float] = field(factory=dict)


def choose(reading: Reading, words: Statements) -> Choice:
    """Return the mentions, completed by the undated opening where needed, with lead and story."""
    opening = _opening(reading, words)
    found = list(reading.candidates)
    if opening is None:
        return Choice(tuple(found))
    number, sentence = opening
    undated = _undated(reading, number, sentence, words)
    context = _context(reading)
    chronicled = words.chronicle.search(reading.article.title)
    opened = [place for place, candidate in enumerate(found) if candidate.sentence == number and _is_news(candidate)]
    opened = [*range(len(found))] if chronicled else opened or _to_come(found, undated, words)
    competing = found if opened else [*found, undated]
    scored = [
        (_score(candidate, context, words), -place) for place, candidate in enumerate(competing) if _is_day(candidate)
    ]
    story = -max(scored)[1] if scored else opened[0]
    lead = _lead(found, number, story, words)
    bare = not chronicled and (lead == story or _is_relative(found[lead].clause, words))
    if bare and lead < len(found) and _is_news_undated(undated, found, number, context, words):
        told = (place for place, each in enumerate(found) if _is_told(undated.clause, each, context, words))
        lead = next(told, len(found))
    if len(found) in (lead, story):
        found.append(undated)
    if lead == story and not is_history(found[story].mention.when, reading.article.day):
        found[story] = _headlined(found[story], reading.borrowed, words)
    return Choice(tuple(found), lead, story, {-place: score for score, place in scored if -place < len(found)})


def _is_news_undated(
    undated: Candidate, found: Sequence[Candidate], opening: int, context: _Context, words: Statements
) -> bool:
    """Tell whether an opening without a date is the news that the headline tells, and no dated mention is.

    A date in a relative clause of the opening is not that of its news ("admits a theft | that began last month").
    """
    here = [candidate for candidate in found if candidate.sentence == opening]
    if undated.mention.when is None or not all(_stands_aside(each, undated, context, words) for each in here):
        return False
    verb = words.verbs.search(undated.clause)
    told = verb and kind_of(undated.clause, None, None, words) == "happened"
    if verb and here and is_ongoing(undated.clause, verb, words):
        return False
    shared = len(_tokens(undated.clause) & context.title)
    news = (each for each in found if each not in here and not is_history(each.mention.when, context.published))
    others = max((len(_tokens(each.clause) & context.title) for each in news), default=0)
    return bool(told) and shared >= _OF_HEADLINE and shared > (1 if here else 2) * others


def _is_told(opening: str, candidate: Candidate, context: _Context, words: Statements) -> bool:
    """Tell whether a dated mention of late tells what the opening does, which comes but once ("died on Monday")."""
    age = context.published.first - day if context.published and (day := _day(candidate)) is not None else -1
    acts = {words.same.get(act, act) for act in (_once(opening, words), _once(candidate.clause, words))}
    return 0 <= age <= _OF_LATE and _is_news(candidate) and len(acts) == 1 and "" not in acts


def _once(clause: str, words: Statements) -> str:
    """Return the verb of a clause, if it tells what comes but once ("has | died")."""
    verb = main_verb(clause, words)
    once = words.once.search(clause, verb.start(), verb.end() + _HELPED) if verb else None
    return once[0].casefold() if once else ""


def _to_come(found: Sequence[Candidate], opening: Candidate, words: Statements) -> list[int]:
    """Return the places of what an opening that tells nothing done says is to come ("The mill will shut in 2030")."""
    told, planned = (mark.search(opening.clause) for mark in (words.telling, words.planned))
    telling = told and planned and told.start() < planned.start()  # "The mayor announced that she will leave in May"
    if telling or kind_of(opening.clause, None, None, words) == "happened":
        return []
    here = (place for place, each in enumerate(found) if each.sentence == opening.sentence and each.role != "noun")
    return [place for place in here if found[place].mention.kind == "planned"]


def _stands_aside(candidate: Candidate, opening: Candidate, context: _Context, words: Statements) -> bool:
    """Tell whether a date is but that of a relative clause, or of a thing to come ("will quit at next year's vote").

    So is that of a participle ("Hostages | seized in May | were freed"), and of a thing that no headline names.
    """
    named = candidate.mention.kind != "planned" and _tokens(candidate.clause) & context.title
    clause = candidate.clause.strip()
    before, _, after = opening.clause.partition(clause)
    tells = before.endswith(", ") or words.telling.match(after.lstrip())  # "The family of a girl hurt on Monday said"
    acted = is_participle(clause, 0, words) and not tells
    return (candidate.role == "noun" and not named) or acted or _is_relative(clause, words)


def _tokens(text: str) -> frozenset[str]:
    return frozenset(token.casefold() for token in _TOKEN.findall(text))


def _headlined(candidate: Candidate, title: str, words: Statements) -> Candidate:
    """Return the news of an article under the article's own headline, where that tells the same."""
    mention = candidate.mention
    better = headlined(mention.quote, title, mention.kind, words) if title else ""
    return evolve(candidate, mention=evolve(mention, title=better)) if better else candidate


def _context(reading: Reading) -> _Context:
    """Return what the mentions of an article are judged against."""
    return _Context(
        _tokens(reading.article.title),
        reading.article.day,
        Counter(_day(each) for each in reading.candidates if each.role != "carried"),
    )


def _score(candidate: Candidate, context: _Context, words: Statements) -> float:
    """Return how much a mention looks like the happening that its article is about."""
    return sum(WEIGHTS[name] * value for name, value in features(candidate, context, words).items())


def features(candidate: Candidate, context: _Context, words: Statements) -> dict[str, float]:
    """Return what speaks for and against a mention, each from 0 to 1."""
    mention, clause, role = candidate.mention, candidate.clause, candidate.role
    tokens = _tokens(clause)
    first = when_first(mention.when)
    day = _day(candidate)
    return {
        "early": 1 / (1 + candidate.sentence / 4),
        "second": float(candidate.sentence in (1, 2)),
        "headline": len(tokens & context.title) / (len(context.title) or 1),
        "happening": float(words.happening.search(clause) is not None),
        "occurred": float(words.occurred.search(clause) is not None),
        "follow_up": float(words.follow_up.search(clause) is not None),
        "clock": float(first is not None and first.grain < Grain.DAY),
        "supported": min(3, context.days[day] - 1) / 3 if role != "undated" else 0.0,
        "planned": float(mention.kind == "planned"),
        "doubtful": float(mention.kind in ("possible", "negated")),
        "noun": float(role == "noun"),
        "told": float(role == "told"),
        "telling": float(role == "telling"),
        "caption": float(words.caption.search(mention.quote) is not None),
        "undated": float(role == "undated"),
        **_ages(context.published.first - day if context.published and day is not None else None),
    }


def _ages(age: int | None) -> dict[str, float]:
    """Return how long before the publication a day lies."""
    ranges = {"future": (-(10**9), -1), "today": (0, 0), "days": (2, 7), "weeks": (8, 45), "months": (46, 400)}
    found = {name: float(age is not None and low <= age <= high) for name, (low, high) in ranges.items()}
    return {**found, "years": float(age is not None and age > 400)}


def _day(candidate: Candidate) -> int | None:
    first = when_first(candidate.mention.when)
    return first.first if first and first.grain <= Grain.DAY else None


def _is_news(candidate: Candidate) -> bool:
    return candidate.role not in ("noun", "caption", "carried") and candidate.mention.kind == "happened"


def _is_day(candidate: Candidate) -> bool:
    return candidate.role == "undated" or (candidate.role not in ("caption", "carried") and _day(candidate) is not None)


def _opening(reading: Reading, words: Statements) -> tuple[int, Sentence] | None:
    """Return the sentence that tells the news: the first of the body that is one and asks nothing."""
    text = reading.article.text
    first: tuple[int, Sentence] | None = None
    for number, sentence in enumerate(reading.sentences):
        first = first or (number, sentence)
        caption = words.caption.search(text, sentence.start, sentence.end)
        asks = text.endswith("?", sentence.start, sentence.end)
        if sentence.heading or caption or asks or not words.verbs.search(text, sentence.start, sentence.end):
            continue
        if not (_is_long_ago(reading, number) and _is_of_late(reading, number + 1)):
            return number, sentence  # "A year ago nobody knew Ann Vale. On Sunday she won ..."
    return first


def _is_long_ago(reading: Reading, number: int) -> bool:
    """Tell whether a sentence begins with a date, and all that it dates came long before publication."""
    timexes = (each.mention.timex for each in reading.candidates if each.sentence == number)
    first = next(filter(None, timexes), None)
    opens = first is not None and first.start - reading.sentences[number].start < _HEAD
    return opens and min(_ages_in(reading, number), default=0) > _LONG_AGO


def _is_of_late(reading: Reading, number: int) -> bool:
    return any(0 <= age <= _OF_LATE for age in _ages_in(reading, number))


def _ages_in(reading: Reading, number: int) -> Iterator[int]:
    """Yield how many days before publication the dates of a sentence began."""
    published = reading.article.day
    for candidate in reading.candidates if published else ():
        first = when_first(candidate.mention.when)
        if published and first and candidate.sentence == number:
            yield published.first - first.first


def _lead(candidates: Sequence[Candidate], opening: int, story: int, words: Statements) -> int:
    """Return the mention in the opening sentence; the story, where the opening follows nothing up."""
    told = [
        place
        for place, candidate in enumerate(candidates)
        if candidate.sentence == opening and candidate.role not in ("noun", "carried")
    ]
    return next((place for place in told if not _is_relative(candidates[place].clause, words)), (told or [story])[0])


def _is_relative(clause: str, words: Statements) -> bool:
    return clause.lstrip().partition(" ")[0] in words.relatives


def _undated(reading: Reading, number: int, sentence: Sentence, words: Statements) -> Candidate:
    """Return the opening sentence as a mention that happened on the day of publication or before."""
    article = reading.article
    published = article.day
    clause = article.text[sentence.start : sentence.end]
    title = reading.headline or title_of(article.text, sentence.start, sentence.end, (), words)
    mention = Mention(
        article=article.id,
        start=sentence.start,
        end=sentence.end,
        quote=clause,
        title=title,
        kind="happened",
        timex=None,
        when=published.widen(Grain.DAY).with_mod("ON_OR_BEFORE") if published else None,
        names=reading.names.within(sentence.start, sentence.end),
        confidence=round(_UNDATED_SURE * (article.published.confidence if article.published else 1.0), 3),
    )
    return Candidate(mention, number, "undated", clause)
