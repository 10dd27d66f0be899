"""An event made of its mentions: its date, title, kind, and how sure all that is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from timeline.article import Article
from timeline.event import Event, Kind, Mention
from timeline.extract.titles import points_back
from timeline.merge.dates import Span, When, agree, conflicts, is_open, span, winner
from timeline.merge.identity import founding, sources_of, uid_of
from timeline.merge.words import Said
from timeline.moments import Grain
from timeline.statements import Statements, statements

_KINDS: Final[tuple[Kind, ...]] = ("happened", "planned", "possible", "recurring", "negated")
_HAPPENED: Final = 0.5  # the confidence with which one mention can say that something has happened
_SURE: Final = 0.99  # never surer than this
_JUST_PASSED: Final = 2  # days
_HEADLINE: Final = 1.5  # what a publisher's own headline is worth beside a title made here
_VERBLESS: Final = 0.7  # ... and one without a verb that is no headline
_OPENING: Final = 1.15  # ... and one of the opening of an article, which tells its news
_POINTING: Final = 0.7  # ... one that leans on words beside it
_VAGUE: Final = 0.85  # ... one whose statement dates the event less finely than others
_CONTRARY: Final = 0.75  # ... or on another day, or at some time before one
_EARLY: Final = 500  # characters
_PICTURED: Final = 0.5  # what one is worth that describes a picture
_HEAD: Final = 12  # characters
_JUDGEMENT: Final = re.compile(r"[\"“][a-zß-ÿ]")  # 'was "a farce"', but 'the play "Elm"'
_GOOD_LENGTH: Final = 35  # characters: a shorter title says less


def event_of(mentions: Sequence[Mention], said: Sequence[Said], articles: Mapping[str, Article]) -> Event:
    """Return the event that mentions tell of; `said` are the words of each."""
    told = sorted(zip(mentions, said, strict=True), key=lambda each: founding(each[0], articles))
    ordered = [mention for mention, _ in told]
    sources = sources_of(ordered, articles)
    when = winner(ordered, sources, _fresh(ordered, articles))
    kind = _kind(ordered)
    return Event(
        uid=uid_of(ordered[0]),
        title=_title([each for each in told if each[0].kind == kind] or told, articles, when),
        kind=kind,
        when=when,
        confidence=_confidence(ordered, sources, when),
        mentions=tuple(ordered),
        conflicts=conflicts(ordered, when),
        sources=len(set(sources)),
    )


def _fresh(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> set[Span]:
    """Return the days that were told of when they had just passed."""
    told = {(mention.when, articles[mention.article].day) for mention in mentions}
    return {
        days
        for when, published in told
        if when is not None and published is not None
        if 0 <= published.last - (days := span(when))[1] <= _JUST_PASSED
    }


def _kind(mentions: Sequence[Mention]) -> Kind:
    """Return the kind that most is said for; what has happened is planned no more."""
    if any(mention.kind == "happened" and mention.confidence >= _HAPPENED for mention in mentions):
        return "happened"
    weights: defaultdict[Kind, float] = defaultdict(float)
    for mention in mentions:
        weights[mention.kind] += mention.confidence
    return max(_KINDS, key=lambda kind: (weights[kind], -_KINDS.index(kind)))


def _confidence(mentions: Sequence[Mention], sources: Sequence[int], when: object) -> float:
    """Return how sure the date is: each independent source that gives it adds, each that contradicts takes away."""
    for_it: dict[int, float] = {}
    against: dict[int, float] = {}
    for mention, source in zip(mentions, sources, strict=True):
        if mention.when is None:
            continue
        side = for_it if when is not None and agree(mention.when, when) else against  # type: ignore[arg-type]
        side[source] = max(side.get(source, 0.0), mention.confidence)
    doubt = 1.0
    for sure in for_it.values():
        doubt *= 1 - 0.9 * sure
    told = sum(for_it.values())
    share = told / (told + sum(against.values())) if told else 1.0
    best = max((mention.confidence for mention in mentions), default=0.0)
    return round(min(_SURE, max(best, 1 - doubt) * share), 3) if when is not None else round(0.5 * best, 3)


def _points(title: str, words: Statements) -> bool:
    """Tell whether a title leans on words beside it: a pronoun, "The first was", or a judgement that it quotes."""
    numbered = words.numbered.search(title, 0, _HEAD)
    no_noun = numbered and words.verbs.match(title, numbered.end() + 1)
    return bool(points_back(title, words) or no_noun or _JUDGEMENT.search(title))


def _dated(said: When | None, when: When | None) -> float:
    """Return what a title is worth whose statement is of a date beside that of the event."""
    if said is None or when is None or said == when:
        return 1.0
    if is_open(said) or not agree(said, when):
        return _CONTRARY
    return 1.0 if said.grain <= max(when.grain, Grain.DAY) else _VAGUE


def _title(told: Sequence[tuple[Mention, Said]], articles: Mapping[str, Article], when: When | None) -> str:
    """Return the title that says most of what all the mentions say of an event of that date."""
    mentions = [mention for mention, _ in told]
    if len(mentions) == 1:
        return mentions[0].title
    counts: Counter[str] = Counter()
    said: dict[str, set[str]] = {}
    for mention, words in told:
        of_title = {word.lower() for word in words.title}
        said.setdefault(mention.title, of_title)
        counts.update(of_title | {word.lower() for word in words.quote})
    most = max(counts.values(), default=1)

    def worth(mention: Mention) -> float:
        words = said[mention.title]
        central = sum(counts[word] for word in words) / (most * (len(words) + 3))
        short = min(1.0, len(mention.title) / _GOOD_LENGTH)
        cut = 0.7 if mention.title.endswith("…") else 1.0
        article = articles[mention.article]
        language = statements(article.language)
        acts = 1.0 if language.verbs.search(mention.title) else _VERBLESS
        own = _HEADLINE if mention.title in article.title else acts
        plain = _PICTURED if language.caption.search(mention.quote) else 1.0
        plain *= _OPENING if mention.start < _EARLY else 1.0
        plain *= _POINTING if _points(mention.title, language) else 1.0
        return central * short * cut * own * plain * _dated(mention.when, when) * (0.5 + mention.confidence / 2)

    return max(mentions, key=lambda mention: (worth(mention), mention.title)).title
