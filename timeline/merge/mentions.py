"""Which mentions tell of one event, given which articles tell one story."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Final

from attrs import frozen

from timeline.event import Mention
from timeline.extract import Told
from timeline.extract.names import name_key
from timeline.merge.clusters import Clusters, candidates, link
from timeline.merge.dates import Days, closeness, days_of, may_agree
from timeline.merge.happenings import Happening, Vectors
from timeline.merge.similarity import Rarity, Vector, dot, stems, vector
from timeline.merge.words import Said
from timeline.moments import Grain, Moment
from timeline.statements import Statements, statements

ALIKE: Final = 0.2  # mean likeness times closeness of the dates, from which on mentions tell one event
SAME_STORY: Final = 0.04  # the same, for a mention on the day of the story that its article tells
ON_ONE_DAY: Final = 0.12  # the same, for mentions of one day in articles that are related
ONE_ACT: Final = 0.1  # the same, for mentions of near days there that name one act and one actor or figure
CARRIED_OUT: Final = 0.07  # the same, for what was planned for a day and what happened on it
RECALLED: Final = 0.04  # the same, where one of them recalls a day long past: for few things is a day remembered
IN_ONE_MONTH: Final = 0.08  # the same, for a month long past or far ahead
RELATED: Final = 0.08  # likeness of such articles
_LONG_PAST: Final = 21  # days
FOR_STRANGERS: Final = 0.33  # likeness asked of mentions with vague dates that have no name in common
_WORDS: Final = 24  # of each mention
_NAME: Final = 0.6  # what a name weighs: in one story all mentions hold the same
_OPEN: Final = 0.3  # what the date of a mention that only bounds it weighs beside a firm one
_BLOCK: Final = 4  # days
_COMPARED: Final = 30  # plans for one day that share a word
_SEVERAL: Final = 2  # words that a plan and what was done have in common, and what is dated in two ways
_PARTED: Final = 3 * 3_600  # seconds between two parts of a day that nobody takes for one: evening and night they are
_NEAR: Final = 3  # days by which articles may contradict each other
_BESIDE: Final = 12  # characters after a verb: "struck again", "held a second debate"
_ROOT: Final = 4  # letters that words of one family share
_WORD: Final = re.compile(r"[^\W\d_]+")
_FIGURE: Final = re.compile(r"\d{2,}(?:[.,]\d+)*")
_LONG_AGO: Final = -(10**8)  # days: where open intervals begin

Place = tuple[int, int]  # of an article, and of a mention in it
_Pair = tuple[float, int, int, float]  # how much speaks for two mentions telling of one event, both, how much must


class _Dates:
    """What one group says of its date: how much speaks for each, and what each article and each sentence says."""

    def __init__(self, mention: Mention, days: Days | None) -> None:
        self.votes = {days: mention.confidence * (_OPEN if days.is_open else 1.0)} if days else {}
        self.said = {where: [days] for where in (mention.article, mention.quote)} if days else {}
        self.negated = mention.kind == "negated"
        self.best = days

    def near(self, other: _Dates) -> float:
        """Return how well two groups go together by their dates; what was denied is not what happened."""
        return 0.0 if self.negated != other.negated else closeness(self.best, other.best)

    def contradicts(self, other: _Dates) -> bool:
        """Tell whether an article, or copies of one sentence, give two different dates for what would be one event."""
        return any(
            not may_agree(mine, theirs)
            for where in self.said.keys() & other.said.keys()
            for mine in self.said[where]
            for theirs in other.said[where]
        )

    def add(self, other: _Dates) -> None:
        """Take in what another group says."""
        for days, weight in other.votes.items():
            self.votes[days] = self.votes.get(days, 0.0) + weight
        for where, dates in other.said.items():
            self.said[where] = [*self.said.get(where, ()), *dates]
        if self.votes:
            fine = [days for days in self.votes if days.grain <= Grain.DAY and not days.is_open]
            among = fine or self.votes
            self.best = max(among, key=lambda days: (self.votes[days], -days.grain, -days.first, -days.last))


def group(
    told: Sequence[Told], spoken: Vectors, happenings: Iterable[Happening], articles: Sequence[Vector]
) -> list[list[Place]]:
    """Return groups of mentions; `spoken` are the vectors of each, by article, `articles` those of the articles."""
    places = [(i, j) for i, each in enumerate(told) for j in range(len(each.mentions))]
    tellings = _tellings(told, spoken, articles)
    clusters = Clusters([each.words for each in tellings])
    dates = [_Dates(each.mention, each.days) for each in tellings]

    def join(one: int, other: int) -> None:
        root = clusters.join(one, other)
        dates[root].add(dates[other if root == one else one])

    def accept(one: int, other: int, least: float) -> bool:
        near = dates[one].near(dates[other])
        return clusters.likeness(one, other) * near >= least and not dates[one].contradicts(dates[other])

    item = {place: number for number, place in enumerate(places)}
    for happening in happenings:
        stories = [item[i, story] for i in happening.articles if (story := told[i].story) is not None]
        for other in stories[1:]:
            join(clusters.find(stories[0]), other)
    _gather(told, item, clusters, dates, join)
    link(clusters, chain(_pairs(tellings), _awaited(tellings)), accept, join)
    return [[places[item] for item in members] for members in clusters.groups()]


def _gather(
    told: Sequence[Told],
    item: Mapping[Place, int],
    clusters: Clusters,
    dates: Sequence[_Dates],
    join: Callable[[int, int], None],
) -> None:
    """Join to each story what its articles say of the same day, unless that only follows it up."""
    for i, each in enumerate(told):
        story, words = each.story, statements(each.article.language)
        for j, mention in enumerate(each.mentions):
            if story is None or j == story or words.follow_up.search(mention.title):
                continue
            root, own = clusters.find(item[i, story]), item[i, j]
            near = 0.0 if dates[root].contradicts(dates[own]) else dates[root].near(dates[own])
            if _at_other_time(mention, each.mentions[story]):
                continue
            if near == 1.0 and clusters.likeness(root, own) >= SAME_STORY:
                join(root, own)


def _at_other_time(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions are of different parts of a day ("on Monday morning", "on Monday night")."""
    if not (isinstance(one.when, Moment) and isinstance(other.when, Moment)):
        return False
    if max(one.when.grain, other.when.grain) is not Grain.PART:
        return False
    (begin, end), (start, stop) = one.when.seconds, other.when.seconds
    return min(end, stop) + _PARTED <= max(begin, start)


@frozen
class _Teller:
    """The article of a mention: its words, the day that it was published, and the same where that is sure."""

    language: str
    words: Vector
    published: Moment | None
    sure: Moment | None

    def is_far(self, days: Days) -> bool:
        """Tell whether a date was long past when it was told, or a month long to come."""
        if self.published is None:
            return False
        ahead = days.first - self.published.last if days.grain is Grain.MONTH else 0
        return max(self.published.first - days.last, ahead) > _LONG_PAST

    def is_before(self, days: Days) -> bool:
        """Tell whether it is sure to have been published before a day."""
        return self.sure is not None and self.sure.last < days.first


@frozen(eq=False)
class _Telling:
    """A mention made ready to be compared: its date, its words, and who tells it."""

    mention: Mention
    days: Days | None
    words: Vector
    teller: _Teller

    @property
    def is_far(self) -> bool:
        """Whether its date was far off when it was told."""
        return self.days is not None and self.teller.is_far(self.days)

    def is_related(self, other: _Telling) -> bool:
        """Tell whether the articles of two mentions are alike."""
        return dot(self.teller.words, other.teller.words) >= RELATED

    def contradicts(self, other: _Telling) -> bool:
        """Tell whether two mentions have dates that cannot both be true."""
        return self.days is not None and other.days is not None and not may_agree(self.days, other.days)

    def awaits(self, other: _Telling) -> bool:
        """Tell whether its article was surely published before the day on which the other dates its happening."""
        return other.days is not None and self.teller.is_before(other.days)


def _tellings(told: Sequence[Told], spoken: Vectors, articles: Sequence[Vector]) -> list[_Telling]:
    """Return all mentions in order, made ready."""
    tellings: list[_Telling] = []
    for each, vectors, words in zip(told, spoken, articles, strict=True):
        teller = _Teller(each.article.language, words, each.article.day, each.article.sure_day)
        tellings += [
            _Telling(mention, days_of(mention.when), own, teller)
            for mention, own in zip(each.mentions, vectors, strict=True)
        ]
    return tellings


def _pairs(tellings: Sequence[_Telling]) -> Iterator[_Pair]:
    """Yield the pairs of mentions that may tell of one event."""
    for i, j in candidates([each.words for each in tellings], [_blocks(each.days) for each in tellings]):
        one, other = tellings[i], tellings[j]
        alike = dot(one.words, other.words)
        score = alike * closeness(one.days, other.days)
        if score < RECALLED:
            continue
        least = _least(one, other, score)
        if score >= least and _may_be_one(one, other, alike):
            yield score, i, j, least


def _awaited(tellings: Sequence[_Telling]) -> Iterator[_Pair]:
    """Yield the pairs of what one article says was planned for a day and a related one that it happened on it."""
    planned: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    on_day = [(i, each, day) for i, each in enumerate(tellings) if each.days and (day := each.days.day) is not None]
    for i, one, day in on_day:
        if one.mention.kind == "planned":
            for word in one.words:
                planned[day, word].append(i)
    for i, one, day in on_day:
        if one.mention.kind not in ("happened", "planned"):
            continue
        sharing = Counter(j for word in one.words for j in planned.get((day, word), ())[:_COMPARED])
        for j in sorted(j for j, words in sharing.items() if words >= _SEVERAL and j != i):
            alike = dot(one.words, tellings[j].words)
            if alike >= CARRIED_OUT and one.is_related(tellings[j]):
                yield alike, i, j, CARRIED_OUT


def _least(one: _Telling, other: _Telling, score: float) -> float:
    """Return the likeness asked of two mentions, given the likeness that they have: less in articles that are related.

    Of those that are alike enough, only such as contradict each other have to be related.
    """
    if one.mention.article == other.mention.article or (score >= ALIKE and not one.contradicts(other)):
        return ALIKE
    least = _least_related(one, other)
    if least == ALIKE or score < least or not one.is_related(other):
        return ALIKE
    is_other_act = least == ONE_ACT and not _is_one_act(one.mention, other.mention, one.teller.language)
    return ALIKE if is_other_act else least


def _least_related(one: _Telling, other: _Telling) -> float:
    """Return the likeness asked of mentions of related articles, by how far apart their dates are and how far off."""
    gap = _days_between(one.days, other.days)
    if gap is not None and gap > 0:
        return ONE_ACT if gap <= _NEAR else ALIKE
    far = one.is_far or other.is_far
    if gap == 0:
        return RECALLED if far else ON_ONE_DAY
    return IN_ONE_MONTH if far and _is_one_month(one.days, other.days) else ALIKE


def _may_be_one(one: _Telling, other: _Telling, alike: float) -> bool:
    """Tell whether nothing keeps two mentions apart: contradicting dates, or names where but words bind them."""
    shared = one.words.keys() & other.words.keys()
    if one.contradicts(other) and (one.awaits(other) or other.awaits(one) or len(shared) < _SEVERAL):
        return False
    return not _strangers(one, other) or (alike >= FOR_STRANGERS and _has_a_word(shared))


def _is_one_act(one: Mention, other: Mention, language: str) -> bool:
    """Tell whether two mentions name the same act and the same actor or figure, and neither tells of one more."""
    words = statements(language)
    shared = [*_shared_acts(one.title, other.title, words), *_shared_acts(other.title, one.title, words)]
    once = [acts for acts in shared if not any(words.more.search(beside) for _, beside in acts)]
    if not once or _marks(one) & _marks(other):
        return bool(once)
    by_one = any(mine[0] == theirs[0] for mine, theirs in once)
    return by_one and not (one.names and other.names)


def _shared_acts(one: str, other: str, words: Statements) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield, for each verb of a title of which the other has a word, what stands before each, and that and the next."""
    for verb in words.verbs.finditer(one):
        if verb[0].casefold() not in words.auxiliaries:
            for word in _WORD.finditer(other):
                if _is_akin(verb[0].casefold(), word[0].casefold()):
                    yield _beside(one, verb), _beside(other, word)


def _is_akin(verb: str, word: str) -> bool:
    """Tell whether a verb and a word are of one family: "searched" and "search", "offered" and "offer"."""
    one, other = stems([verb, word])
    return min(len(one), len(other)) >= _ROOT and (one.startswith(other) or other.startswith(one))


def _beside(title: str, word: re.Match[str]) -> tuple[str, str]:
    """Return what stands before a word of a title, and the same with what comes right after it."""
    return title[: word.start()].casefold(), title[: word.end() + _BESIDE]


def _marks(mention: Mention) -> set[str]:
    """Return the words of the names of a mention and the figures of its title."""
    return _name_words(mention) | set(_FIGURE.findall(mention.title))


def _days_between(one: Days | None, other: Days | None) -> int | None:
    """Return how many days lie between two firm days, or hours of them; None where a date is vaguer."""
    if one is None or other is None or one.day is None or other.day is None:
        return None
    return abs(one.day - other.day)


def _is_one_month(one: Days | None, other: Days | None) -> bool:
    return one is not None and one == other and one.grain is Grain.MONTH


def _strangers(one: _Telling, other: _Telling) -> bool:
    """Tell whether two mentions have vague dates and no name in common, so that nothing but words binds them."""
    if one.mention.article == other.mention.article:
        return False
    if one.days and other.days and max(one.days.grain, other.days.grain) <= Grain.WEEK:
        return False
    return not _name_words(one.mention) & _name_words(other.mention)


def _has_a_word(keys: Iterable[str]) -> bool:
    """Tell whether more than figures are among words: a 13th theft is no matter of June 13."""
    return any(not key[0].isdigit() for key in keys)


def _name_words(mention: Mention) -> set[str]:
    return {word for name in mention.names for word in name_key(name).split()}


def vectors_of(said: Iterable[Said]) -> list[Vector]:
    """Return the vector of each mention: the words of its sentence, those of its own clause counted thrice."""
    words = [stems(title) * 2 + stems(quote) for title, quote in said]
    rarity = Rarity.of(words)
    return [vector(each, rarity, _WORDS, _NAME) for each in words]


def by_article(said: Sequence[Sequence[Said]]) -> Vectors:
    """Return the vectors of mentions that are given by article."""
    vectors = iter(vectors_of(each for mentions in said for each in mentions))
    return [list(islice(vectors, len(mentions))) for mentions in said]


def _blocks(days: Days | None) -> tuple[list[Hashable], list[Hashable]]:
    """Return where a mention stands and where it looks: its own days, and the months and years around them."""
    if days is None or days.first < _LONG_AGO:
        return ["undated"], ["undated"]
    month = ("month", Moment.at(days.first, Grain.MONTH).n)
    year = ("year", Moment.at(days.first, Grain.YEAR).n)
    if days.grain <= Grain.WEEK:
        block = days.first // _BLOCK
        around: list[Hashable] = [("days", block + step) for step in (-1, 0, 1)]
        return [("days", block), ("in", month), ("in", year)], [*around, month, year]
    if days.grain is Grain.MONTH:
        return [month, ("in", year)], [month, year, ("in", month)]
    return [year], [year, ("in", year)]
