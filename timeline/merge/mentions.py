"""Which mentions tell of one event, given which articles tell one story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import Final

from timeline.event import Mention
from timeline.extract import Told
from timeline.merge.clusters import Clusters, Pair, link
from timeline.merge.dates import Days, are_hours_apart, closeness, may_agree
from timeline.merge.happenings import Happening, Vectors
from timeline.merge.pairs import Telling, are_beside, asked, awaited, disputed, may_dispute, pairs, tellings_of
from timeline.merge.similarity import Rarity, Vector, stems, vector
from timeline.merge.words import Said
from timeline.moments import Grain
from timeline.statements import Statements, statements

SAME_STORY: Final = 0.09  # likeness of a mention to the story that its article tells, on the day of that
SAME_HAPPENING: Final = 0.04  # the same, where both tell of harm or the like (who was hit, who died), or of a picture
_WORDS: Final = 24  # of each mention
_NAME: Final = 0.6  # what a name weighs: in one story all mentions hold the same
_NEAR: Final = 0.7  # closeness of dates from which on one strong link makes up for weaker ones beside it
_OPEN: Final = 0.3  # what the date of a mention that only bounds it weighs beside a firm one
_COMPARED: Final = 8  # mentions of a group

Place = tuple[int, int]  # of an article, and of a mention in it


class _Dates:
    """What one group says of its date: how much speaks for each, and what each article and each sentence says."""

    def __init__(self, mention: Mention, days: Days | None) -> None:
        self.votes = {days: mention.confidence * (_OPEN if days.is_open else 1.0)} if days else {}
        self.said = {where: [(days, mention.when)] for where in (mention.article, mention.quote) if days}
        self.negated = mention.kind == "negated"
        self.best = days
        self.is_story = False  # whether it is what an article is about

    def near(self, other: _Dates) -> float:
        """Return how well two groups go together by their dates; what was denied is not what happened.

        A group that holds a contradiction goes with either of its dates.
        """
        if self.negated != other.negated:
            return 0.0
        said = other.best if other.best in self.votes else self.best if self.best in other.votes else None
        return closeness(said, said) if said else closeness(self.best, other.best)

    def stand_beside(self, other: _Dates) -> bool:
        """Tell whether one article speaks of both groups, or each is what some article is about."""
        return (self.is_story and other.is_story) or not self.said.keys().isdisjoint(other.said)

    def is_disputed_by(self, other: _Dates) -> bool:
        """Tell whether no date of one group is one of the other, and the best of both cannot both be true."""
        if self.best is None or other.best is None or self.best in other.votes or other.best in self.votes:
            return False
        return not may_agree(self.best, other.best)

    def contradicts(self, other: _Dates) -> bool:
        """Tell whether an article, or copies of one sentence, give two dates or hours for what would be one event."""
        return any(
            not may_agree(mine, theirs) or are_hours_apart(my_hour, their_hour)
            for where in self.said.keys() & other.said.keys()
            for mine, my_hour in self.said[where]
            for theirs, their_hour in other.said[where]
        )

    def add(self, other: _Dates) -> None:
        """Take in what another group says."""
        self.is_story |= other.is_story
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
    tellings = tellings_of(told, spoken, articles)
    clusters = Clusters([each.words for each in tellings])
    dates = [_Dates(each.mention, each.days) for each in tellings]

    def join(one: int, other: int) -> None:
        root = clusters.join(one, other)
        dates[root].add(dates[other if root == one else one])

    def accept(one: int, other: int, pair: Pair) -> bool:
        """Accept what is alike in the mean; one strong link counts as much where no article tells both as two."""
        alike, i, j = pair
        least = asked(tellings[i], tellings[j], alike)
        if alike < least:
            return False
        near = dates[one].near(dates[other])
        likeness = clusters.likeness(one, other) * near
        if near >= _NEAR and not dates[one].stand_beside(dates[other]):
            likeness = (likeness + alike) / 2
        if likeness < least or dates[one].contradicts(dates[other]):
            return False  # below: a mention that only bounds its date is no bridge between two days
        return not dates[one].is_disputed_by(dates[other]) or may_dispute(some(one), some(other), likeness)

    def some(root: int) -> list[Telling]:
        return [tellings[item] for item in clusters.members[root][:_COMPARED]]

    def accept_disputed(one: int, other: int, _: Pair) -> bool:
        """Accept what no article tells twice: one that gives two dates for it reports the dispute."""
        mine, theirs = ([tellings[item] for item in clusters.members[root]] for root in (one, other))
        twice = any(each.teller is also.teller and each.once & also.once for each in mine for also in theirs)
        return not twice and dates[one].near(dates[other]) > 0

    item = {place: number for number, place in enumerate(places)}
    for happening in happenings:
        stories = [item[i, story] for i in happening.articles if (story := told[i].story) is not None]
        for other in stories[1:]:
            join(clusters.find(stories[0]), other)
        dates[clusters.find(stories[0])].is_story = True
    _gather(told, item, clusters, dates, join)
    link(clusters, chain(pairs(tellings), awaited(tellings)), accept, join)
    link(clusters, disputed(tellings), accept_disputed, join)
    return [[places[item] for item in members] for members in clusters.groups()]


def _gather(
    told: Sequence[Told],
    item: Mapping[Place, int],
    clusters: Clusters,
    dates: Sequence[_Dates],
    join: Callable[[int, int], None],
) -> None:
    """Join to each story what its articles tell more of it: on the same day, in like words."""
    for i, each in enumerate(told):
        if each.story is None:
            continue
        story, words = each.mentions[each.story], statements(each.article.language)
        for j, mention in enumerate(each.mentions):
            if j == each.story or _is_another(mention, story, words):
                continue
            root, own = clusters.find(item[i, each.story]), item[i, j]
            both = words.happening.search(story.title) and words.happening.search(mention.title)
            closer = both or words.caption.search(mention.quote)
            same_day = not dates[root].contradicts(dates[own]) and dates[root].near(dates[own]) == 1.0
            if same_day and clusters.likeness(root, own) >= (SAME_HAPPENING if closer else SAME_STORY):
                join(root, own)


def _is_another(mention: Mention, story: Mention, words: Statements) -> bool:
    """Tell whether an article's statement follows its story up, is one more, or has a clause or an hour of its own."""
    if words.follow_up.search(mention.title) or words.another.match(mention.title):  # "A second bomb"
        return True
    return are_beside(mention, story) or are_hours_apart(mention.when, story.when)


def vectors_of(said: Iterable[Said]) -> list[Vector]:
    """Return the vector of each mention: the words of its sentence, those of its own clause counted thrice."""
    words = [stems(title) * 2 + stems(quote) for title, quote in said]
    rarity = Rarity.of(words)
    return [vector(each, rarity, _WORDS, _NAME) for each in words]


def by_article(said: Sequence[Sequence[Said]]) -> Vectors:
    """Return the vectors of mentions that are given by article."""
    vectors = iter(vectors_of(each for mentions in said for each in mentions))
    return [list(islice(vectors, len(mentions))) for mentions in said]
