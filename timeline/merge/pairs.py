"""Which pairs of mentions may tell of one event, and how alike the two must be for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

from attrs import field, frozen

from timeline.days import year_month_day
from timeline.event import Mention
from timeline.extract import Told
from timeline.merge.acts import have_an_act, is_one_act, is_one_matter, name_words, told_once
from timeline.merge.clusters import Pair, candidates
from timeline.merge.dates import Days, are_hours_apart, closeness, days_of, may_agree
from timeline.merge.happenings import Vectors
from timeline.merge.similarity import Vector, dot
from timeline.moments import Grain, Moment

ALIKE: Final = 0.2  # mean likeness times closeness of the dates, from which on mentions tell one event
ON_ONE_DAY: Final = 0.12  # the same, for mentions of one day in articles that are related
ONE_ACT: Final = 0.1  # the same, for mentions of near days there that name one act and one actor or figure
ONE_ACT_OF_A_DAY: Final = 0.06  # the same, for such of one day (joint F1 .816 without, .823 with; 0.04 does as well)
ONCE: Final = 0.1  # likeness from which on mentions of near days tell of one thing that happens but once
CARRIED_OUT: Final = 0.07  # the same, for what was planned for a day and what happened on it
RECALLED: Final = 0.04  # the same, where one of them recalls a day long past: for few things is a day remembered
IN_ONE_MONTH: Final = 0.08  # the same, for a month long past or far ahead
RELATED: Final = 0.08  # likeness of such articles
RELATED_ENOUGH: Final = 0.05  # the same, for what happens but once
FOR_STRANGERS: Final = 0.33  # likeness asked of mentions with vague dates that have no name in common
_NEVER: Final = 9.0  # more than any likeness
_APART: Final = 0.7  # closeness of dates up to which no less is asked than ONE_ACT
_LONG_PAST: Final = 21  # days
_BLOCK: Final = 4  # days
_COMPARED: Final = 30  # plans for one day that share a word
_SEVERAL: Final = 2  # words that a plan and what was done have in common, and what is dated in two ways
_NEAR: Final = 3  # days by which articles may contradict each other
_NEAR_AT_MOST: Final = 7  # ... about what happens but once
_JUST_PASSED: Final = 1  # days
_LONG_AGO: Final = -(10**8)  # days: where open intervals begin


@frozen
class _Teller:
    """The article of a mention: its words, the day that it was published, and the same where that is sure."""

    language: str
    words: Vector
    published: Moment | None
    sure: Moment | None
    told: list[Telling] = field(factory=list, eq=False, repr=False)
    _likeness: dict[int, float] = field(factory=dict, eq=False, repr=False)  # to others, by their ids

    def likeness(self, other: _Teller) -> float:
        """Return how alike two articles are; asked of each two of their mentions, it is reckoned once."""
        key = id(other)
        if key not in self._likeness:
            self._likeness[key] = dot(self.words, other.words)
        return self._likeness[key]

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
class Telling:
    """A mention made ready to be compared: its date, its words, and who tells it."""

    mention: Mention
    days: Days | None
    words: Vector
    teller: _Teller

    @cached_property
    def once(self) -> frozenset[tuple[str, str]]:
        """What it tells of that happens but once."""
        return told_once(self.mention, self.teller.language)

    @property
    def day(self) -> int | None:
        """The one day of its date, if that is firm."""
        return self.days.day if self.days else None

    @property
    def is_far(self) -> bool:
        """Whether its date was far off when it was told."""
        return self.days is not None and self.teller.is_far(self.days)

    def is_related(self, other: Telling) -> bool:
        """Tell whether the articles of two mentions are alike."""
        return self.teller.likeness(other.teller) >= RELATED

    def shared(self, other: Telling) -> AbstractSet[str]:
        """Return the words that two mentions have in common."""
        return self.words.keys() & other.words.keys()

    def contradicts(self, other: Telling) -> bool:
        """Tell whether two mentions have dates that cannot both be true."""
        return self.days is not None and other.days is not None and not may_agree(self.days, other.days)

    def goes_with(self, other: Telling) -> float:
        """Return how well two mentions go together by their words and their dates."""
        return dot(self.words, other.words) * closeness(self.days, other.days)

    def is_apart(self, other: Telling) -> bool:
        """Tell whether its article tells of what another dates otherwise in a statement that goes with that better.

        "Four boys were freed on Sunday, and four more on Monday" gives no other day for what was done on Sunday.
        """
        if not self.contradicts(other):
            return False
        own = self.goes_with(other)
        beside = (each for each in self.teller.told if each.day is not None and each.contradicts(self))
        return any(each.goes_with(other) >= own for each in beside if each.mention.kind != "negated")

    def awaits(self, other: Telling) -> bool:
        """Tell whether its article was surely published before the day on which the other dates its happening."""
        return other.days is not None and self.teller.is_before(other.days)


def tellings_of(told: Sequence[Told], spoken: Vectors, articles: Sequence[Vector]) -> list[Telling]:
    """Return all mentions in order, made ready."""
    tellings: list[Telling] = []
    for each, vectors, words in zip(told, spoken, articles, strict=True):
        teller = _Teller(each.article.language, words, each.article.day, each.article.sure_day)
        teller.told.extend(
            Telling(mention, days_of(mention.when), own, teller)
            for mention, own in zip(each.mentions, vectors, strict=True)
        )
        tellings += teller.told
    return tellings


def pairs(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Yield the pairs of mentions that may tell of one event."""
    words, days = [each.words for each in tellings], [each.days for each in tellings]
    for i, j in candidates(words, map(_blocks, days), RECALLED):
        near = closeness(days[i], days[j])
        score = dot(words[i], words[j]) * near
        if score >= (RECALLED if near > _APART else ONE_ACT):
            yield score, i, j


def awaited(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Yield the pairs of what one article says was planned for a day and a related one that it happened on it."""
    planned: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    on_day = [(i, each, day) for i, each in enumerate(tellings) if (day := each.day) is not None]
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
            if alike >= CARRIED_OUT:
                yield alike, i, j


def disputed(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Yield the pairs of what happens but once that related articles date days apart."""
    days: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for i, each in enumerate(tellings):
        if (day := each.day) is not None:
            for what in each.once:
                days[what].append((day, i))
    for dated in map(sorted, days.values()):
        for place, (day, i) in enumerate(dated, 1):
            for later, j in dated[place : place + _COMPARED]:
                alike = dot(tellings[i].words, tellings[j].words)
                if 0 < later - day <= _NEAR_AT_MOST and alike >= ONCE and _may_differ(tellings[i], tellings[j]):
                    yield alike, i, j


def _may_differ(one: Telling, other: Telling) -> bool:
    """Tell whether two articles may give different dates for one thing."""
    if one.teller is other.teller or one.awaits(other) or other.awaits(one):
        return False
    return one.teller.likeness(other.teller) >= RELATED_ENOUGH


def asked(one: Telling, other: Telling, alike: float) -> float:
    """Return the likeness asked of two mentions and of all that either is joined to, given how alike they are."""
    least = _least(one, other, alike)
    if alike >= least and not _may_be_one(one, other):
        least = _NEVER
    return CARRIED_OUT if least > CARRIED_OUT and _is_carried_out(one, other) else least


def _is_carried_out(one: Telling, other: Telling) -> bool:
    """Tell whether one article says that something was planned for a day and a related one that it happened on it."""
    kinds = {one.mention.kind, other.mention.kind}
    if one.day is None or one.day != other.day or kinds not in ({"planned"}, {"planned", "happened"}):
        return False
    return len(one.shared(other)) >= _SEVERAL and one.is_related(other)


def _least(one: Telling, other: Telling, score: float) -> float:
    """Return the likeness asked of two mentions by their dates and articles: less in articles that are related."""
    if one.mention.article == other.mention.article:
        return ALIKE
    of_one_act, of_others = _least_related(one, other)
    if score < of_one_act or not one.is_related(other):
        return ALIKE
    is_act = of_one_act < of_others and _name_one(one, other)
    return of_one_act if is_act else of_others


def _least_related(one: Telling, other: Telling) -> tuple[float, float]:
    """Return the likeness asked of mentions of related articles if they name one act, and if they do not.

    It depends on how far apart their dates are, and how far off.
    """
    gap = _days_between(one.days, other.days)
    if gap is not None and gap > 0:
        return (ONE_ACT, ALIKE) if gap <= _NEAR else (ALIKE, ALIKE)
    far = one.is_far or other.is_far
    if gap == 0:
        return (RECALLED, RECALLED) if far else (ONE_ACT_OF_A_DAY, ON_ONE_DAY)
    if far and _is_one_month(one.days, other.days):
        return IN_ONE_MONTH, IN_ONE_MONTH
    return ONE_ACT, ALIKE


def _name_one(one: Telling, other: Telling) -> bool:
    """Tell whether two mentions name one act; of vague dates less is asked, but of years more, if they are over."""
    titles = one.mention, other.mention, one.teller.language
    if _days_between(one.days, other.days) is not None:
        return is_one_act(*titles)
    if not one.days or not other.days or one.days.is_open or other.days.is_open:
        return False
    if max(one.days.grain, other.days.grain) < Grain.YEAR:
        return is_one_act(*titles) or is_one_matter(*titles)
    return one.is_far and other.is_far and is_one_matter(*titles)


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Tell whether nothing keeps two mentions apart: dates, times of an article, or names where but words bind them."""
    if one.contradicts(other) and (one.awaits(other) or other.awaits(one) or len(one.shared(other)) < _SEVERAL):
        return False
    if one.teller is other.teller and (_are_times_apart(one, other) or are_beside(one.mention, other.mention)):
        return False
    alike = dot(one.words, other.words)
    if alike < ALIKE and are_hours_apart(one.mention.when, other.mention.when):
        return False
    if not _strangers(one, other) or (alike >= FOR_STRANGERS and _has_a_word(one.shared(other))):
        return True
    return one.is_related(other) and _name_one(one, other)


def _are_times_apart(one: Telling, other: Telling) -> bool:
    """Tell whether an article dates two things by different hours, or two acts less finely than by a day."""
    if are_hours_apart(one.mention.when, other.mention.when):
        return True
    if one.days is None or other.days is None or one.days == other.days:
        return False
    is_vague = max(one.days.grain, other.days.grain) > Grain.DAY
    return is_vague and not is_one_act(one.mention, other.mention, one.teller.language)


def _days_between(one: Days | None, other: Days | None) -> int | None:
    """Return how many days lie between two firm days, or hours of them; None where a date is vaguer.

    None lie between a day and a bound right after it: a headline tells what has just happened.
    """
    if one is None or other is None:
        return None
    if one.is_open != other.is_open:
        bound, date = (one, other) if one.is_open else (other, one)
        return 0 if date.day is not None and 0 <= bound.last - date.last <= _JUST_PASSED else None
    if one.day is None or other.day is None:
        return None
    return abs(one.day - other.day)


def _is_one_month(one: Days | None, other: Days | None) -> bool:
    return one is not None and one == other and one.grain is Grain.MONTH


def may_dispute(ones: Sequence[Telling], others: Sequence[Telling], alike: float) -> bool:
    """Tell whether groups so much alike may give two dates for one thing.

    Not where they name no act of one family, unless they are very alike, and not where they contradict each other most
    closely and an article yet tells better on the other day.
    """
    disputes = [(one, other) for one in ones for other in others if one.contradicts(other)]
    closest = max(disputes, key=lambda pair: pair[0].goes_with(pair[1]), default=None)
    if closest and (closest[0].is_apart(closest[1]) or closest[1].is_apart(closest[0])):
        return False
    mine, theirs = ([each.mention for each in group] for group in (ones, others))
    return alike >= ALIKE or have_an_act(mine, theirs, ones[0].teller.language)


def are_beside(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions stand in one sentence, which tells of two things."""
    return one.quote == other.quote and one.title != other.title


def _strangers(one: Telling, other: Telling) -> bool:
    """Tell whether two mentions have vague dates and no name in common, so that nothing but words binds them."""
    if one.mention.article == other.mention.article:
        return False
    if one.days and other.days and max(one.days.grain, other.days.grain) <= Grain.WEEK:
        return False
    mine, theirs = name_words(one.mention), name_words(other.mention)
    return not mine & theirs and one.shared(other).isdisjoint(mine | theirs)


def _has_a_word(keys: Iterable[str]) -> bool:
    """Tell whether more than figures are among words: a 13th theft is no matter of June 13."""
    return any(not key[0].isdigit() for key in keys)


def _blocks(days: Days | None) -> tuple[list[Hashable], list[Hashable]]:
    """Return where a mention stands and where it looks: its own days, and the months and years around them."""
    if days is None or days.first < _LONG_AGO:
        return ["undated"], ["undated"]
    year, number, _ = year_month_day(days.first)
    month = (year, number)
    if days.grain <= Grain.WEEK:
        block = days.first // _BLOCK
        around: list[Hashable] = [("days", block + step) for step in (-1, 0, 1)]
        return [("days", block), ("in", month), ("in", year)], [*around, month, year]
    if days.grain is Grain.MONTH:
        return [month, ("in", year)], [month, year, ("in", month)]
    return [year], [year, ("in", year)]
