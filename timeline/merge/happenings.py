"""Which happening each article of a story is about: chosen together, parted where the days differ, and who follows."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import evolve, frozen

from timeline.extract import Told
from timeline.merge.acts import have_an_act
from timeline.merge.dates import days_of
from timeline.merge.similarity import Vector, dot
from timeline.statements import statements

Vectors: TypeAlias = Sequence[Sequence[Vector]]  # of mentions, by article

# What the other articles of a story say of its day, beside what an article says itself (the whole development set,
# dating and joint F1: .858 and .794 without, .870 and .815 with; 1.5 and 0.1 do as well).
_TRUST: Final = 2.0
_UNHEARD: Final = 0.25  # of an article: what speaks for a day that no other article gives
_SAME: Final = 0.3  # likeness from which on two statements tell the same, whatever their days
_SLIP: Final = 0.05  # likeness from which on statements of neighbouring days are one happening, dated in two ways
_SAME_OTHERWISE: Final = 0.15  # the same, for statements that name no act in common
_COMPARED: Final = 30  # articles of one day


def choose(told: Sequence[Told], stories: Iterable[Sequence[int]], vectors: Vectors) -> list[Told]:
    """Return what articles tell, the happening that each follows chosen anew in the light of the others of its story.

    An article that names both the day of a shooting and that of an arrest follows the one that the others follow.
    """
    chosen = list(told)
    for tellers in stories:
        opinions = {i: _opinion(told[i]) for i in tellers if told[i].worth}
        heard = Counter[int]()
        for opinion in opinions.values():
            heard.update(opinion)
        for i, opinion in opinions.items():
            others = {day: heard[day] - share for day, share in opinion.items()}
            best = _best(told[i], others)
            if best != told[i].story and _fits(i, best, tellers, told, vectors):
                chosen[i] = evolve(told[i], story=best)
    return chosen


def _opinion(told: Told) -> dict[int, float]:
    """Return how surely an article follows a happening of each day, from 0 to 1."""
    most = max(told.worth.values())
    weights = {place: math.exp(worth - most) for place, worth in told.worth.items()}
    whole = math.fsum(weights.values())
    opinion: defaultdict[int, float] = defaultdict(float)
    for place, weight in weights.items():
        day = _day(told, place)
        if day is not None:
            opinion[day] += weight / whole
    return dict(opinion)


def _best(told: Told, others: Mapping[int, float]) -> int:
    def worth(place: int) -> float:
        day = _day(told, place)
        heard = others.get(day, 0.0) if day is not None else 0.0
        return told.worth[place] + _TRUST * math.log(_UNHEARD + heard)

    return max(told.worth, key=lambda place: (worth(place), -place))


def _fits(i: int, best: int, tellers: Sequence[int], told: Sequence[Told], vectors: Vectors) -> bool:
    """Tell whether another statement may be what an article is about.

    Not where the one chosen first says more surely what the others say: there the article gives another day for it.
    """
    others = _tellings([j for j in tellers[: _COMPARED + 1] if j != i], told, vectors)
    before = _most_alike(_tellings([i], told, vectors), others)
    return before < _SAME or _most_alike([vectors[i][best]], others) >= before


@frozen
class Happening:
    """What articles of one story are about: its day, if they agree on one, and the articles (by their places)."""

    day: int | None
    articles: tuple[int, ...]


def part(tellers: Sequence[int], told: Sequence[Told], vectors: Vectors) -> list[Happening]:
    """Return the happenings that the articles of one story are about, the one that most are about first.

    Different days are different happenings, but for neighbouring ones of which no article knows them apart: there the
    sources contradict each other. An article without a firm day is about what most are, if its date allows that.
    """
    by_day: defaultdict[int | None, list[int]] = defaultdict(list)
    for i in tellers:
        if (place := told[i].story) is not None:
            by_day[_day(told[i], place)].append(i)
    vague = by_day.pop(None, [])
    days = sorted((day for day in by_day if day is not None), key=lambda day: (-len(by_day[day]), day))
    found: list[Happening] = []
    for day in days:
        if day not in by_day:
            continue
        articles = by_day.pop(day)
        for other in (day - 1, day + 1):
            if other in by_day and not _apart((day, articles), (other, by_day[other]), told, vectors):
                articles = articles + by_day.pop(other)
        found.append(Happening(day, tuple(sorted(articles))))
    if not found:
        return [Happening(None, tuple(vague))] if vague else []
    most = found[0]
    apart = [i for i in vague if most.day is not None and not _may_be_of(told[i], most.day)]
    joined = sorted({*most.articles, *vague}.difference(apart))
    return [Happening(most.day, tuple(joined)), *found[1:], *(Happening(None, (i,)) for i in apart)]


def _may_be_of(told: Told, day: int) -> bool:
    """Tell whether the vague date of an article's story may be that of a day; a slip of a day is a dispute."""
    days = days_of(told.mentions[told.story].when) if told.story is not None else None
    return not days or days.is_open or days.first - 1 <= day <= days.last + 1


def _apart(
    one: tuple[int, Sequence[int]], other: tuple[int, Sequence[int]], told: Sequence[Told], vectors: Vectors
) -> bool:
    """Tell whether articles that date their happenings a day apart know of both, or could not know of the later."""
    (day, articles), (next_day, others) = sorted((one, other))
    if any((published := told[i].article.sure_day) and published.last < next_day for i in articles):
        return True
    if _follow_up(articles, told) != _follow_up(others, told):
        return True
    alike = _likeness(articles, others, told, vectors)
    if alike < _SLIP or (alike < _SAME_OTHERWISE and not _have_an_act(articles, others, told)):
        return True
    return any(_knows(i, next_day, others, told, vectors) for i in articles) or any(
        _knows(i, day, articles, told, vectors) for i in others
    )


def _have_an_act(articles: Sequence[int], others: Sequence[int], told: Sequence[Told]) -> bool:
    """Tell whether what articles are about is one act by its name; harm has many ("was shot", "found dead")."""
    language = told[articles[0]].article.language
    ones, theirs = ([told[i].mentions[j] for i, j in _stories(each, told)] for each in (articles, others))
    harm = statements(language).happening
    is_harm = all(any(harm.search(each.title) for each in mentions) for mentions in (ones, theirs))
    return is_harm or have_an_act(ones, theirs, language)


def _follow_up(articles: Iterable[int], told: Sequence[Told]) -> bool:
    """Tell whether what articles are about only follows upon a happening ("police questioned the captain")."""
    return all(
        statements(told[i].article.language).follow_up.search(told[i].mentions[place].title)
        for i in articles
        if (place := told[i].story) is not None
    )


def _knows(i: int, day: int, others: Sequence[int], told: Sequence[Told], vectors: Vectors) -> bool:
    """Tell whether an article speaks of what others date on another day, beside what it is about itself."""
    places = [place for place in range(len(told[i].mentions)) if place != told[i].story and _day(told[i], place) == day]
    if not places:
        return False
    like = _most_alike([vectors[i][place] for place in places], _tellings(others, told, vectors))
    return like >= max(_SLIP, _likeness([i], others, told, vectors))


def _likeness(articles: Sequence[int], others: Sequence[int], told: Sequence[Told], vectors: Vectors) -> float:
    """Return how alike the statements are by which two sets of articles tell their story, at the most."""
    return _most_alike(_tellings(articles, told, vectors), _tellings(others, told, vectors))


def _most_alike(own: Sequence[Vector], theirs: Sequence[Vector]) -> float:
    return max((dot(one, other) for one in own for other in theirs), default=0.0)


def _tellings(articles: Sequence[int], told: Sequence[Told], vectors: Vectors) -> list[Vector]:
    """Return the words of the statements by which articles tell their story."""
    return [vectors[i][place] for i, place in _stories(articles, told)]


def _stories(articles: Sequence[int], told: Sequence[Told]) -> list[tuple[int, int]]:
    """Return each article with the place of the statement by which it tells its story."""
    return [(i, place) for i in articles[:_COMPARED] if (place := told[i].story) is not None]


def followed(happenings: Sequence[Happening], told: Sequence[Told], vectors: Vectors) -> dict[int, int]:
    """Return, for articles about what follows upon an earlier happening of their story, an article about that."""
    found: dict[int, int] = {}
    for happening in happenings:
        earlier = [
            (len(each.articles), each.day, each.articles)
            for each in happenings
            if happening.day is not None and each.day is not None and each.day < happening.day
        ]
        if earlier:
            *_, upon = max(earlier)
            found |= {i: upon[0] for i in happening.articles if _follows(i, upon, told, vectors)}
    return found


def _follows(i: int, upon: Sequence[int], told: Sequence[Told], vectors: Vectors) -> bool:
    """Tell whether what an article is about follows upon a happening ("was fined"), rather than being one more."""
    story = told[i].story
    if story is None or statements(told[i].article.language).happening.search(told[i].mentions[story].title):
        return False
    return _likeness([i], upon, told, vectors) < _SAME


def _day(told: Told, place: int) -> int | None:
    """Return the one day that a statement of an article dates, if it is one."""
    days = days_of(told.mentions[place].when)
    return days.day if days else None
