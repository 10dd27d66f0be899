"""Dates of articles that state none: from the days they speak of, and from articles that tell the same.

Three passes, so that the order of the articles does not matter: first each undated article by itself, then those that
are still undated by their siblings with a date of the passes before, those with a dateline first. Nothing is ever
resolved against today.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from timeline.article import Article, Published
from timeline.clues import Days, Statement, days_of, statements_of
from timeline.days import weekday_of
from timeline.evidence import ALWAYS, Evidence, evidence_of, within
from timeline.moments import Grain, Moment
from timeline.recognise import recognise
from timeline.siblings import ALIKE, Signatures

_TRIED: Final = 20  # articles alike that are looked at
_SEVERAL: Final = 3  # articles that make a story
_YEAR_KNOWN: Final = 0.75  # how sure a dateline is that has its year from another article
_KIN: Final = 0.5  # of the likeness of the article most alike: that of others whose statements are compared
_SURE_OF_CLUES: Final = (0.15, 0.4)  # the shares of exact days among those for which little and much speaks
_ENOUGH: Final = 1.5  # what must speak for days for them to come before that of the article most alike
# Years that a text names as past by which it is a history, and a day far from its beginning none of its own. Of 39 news
# pages dated by a day without its weekday two had so many, of four histories all.
_HISTORY: Final = 3
_LONGEST_NAME: Final = 60  # characters
_NEAR: Final = 4  # days between the articles of one story on its first days
# Likeness from which on one of many articles lends its date to a text that neither names a day nor ends on its weekday.
# Of 1,008 local news pages without their dates, beside as many dated ones, 587 were dated, 367 to the day or the one
# beside it; with less asked of all 677 were, 373 so.
_VERY_ALIKE: Final = 0.5
_TOLD: Final = 0.3  # what a day weighs that an article alike tells of, beside the day on which that was published


def infer(articles: Sequence[Article]) -> list[Article]:
    """Return the articles in their order, those without a day with an inferred date where the evidence gives one."""
    evidence = {place: evidence_of(article) for place, article in enumerate(articles) if _undated(article)}
    dated = [
        article.dated(_by_itself(article, evidence[place]) or article.published) if place in evidence else article
        for place, article in enumerate(articles)
    ]
    with_dateline = {place: each for place, each in evidence.items() if each.dateline}
    return _by_siblings(_by_siblings(dated, with_dateline), evidence)


def _by_siblings(articles: list[Article], evidence: Mapping[int, Evidence]) -> list[Article]:
    """Return articles, those of which there is evidence and that are undated with the date that others lend them."""
    undated = [place for place in evidence if _undated(articles[place])]
    if not undated or all(map(_undated, articles)):
        return articles
    siblings, dated = _Siblings(articles), list(articles)
    for place in undated:
        article = articles[place]
        dated[place] = article.dated(siblings.date(article, evidence[place]) or article.published)
    return dated


def _undated(article: Article) -> bool:
    return article.published is None or article.published.moment is None


def _by_itself(article: Article, evidence: Evidence) -> Published | None:
    """Return the last day that a text speaks of as past, if it is of the text's own week, else a lower bound.

    The confidences are the shares of exact days among 110 local news pages without a stated date; of the days that
    are no lower bound, those of history, hardly any was right.
    """
    if evidence.day is None or evidence.since is None or not evidence.allows(evidence.day, article.language):
        return _not_before(article, evidence)
    day = Moment(Grain.DAY, evidence.day)
    published = _last_of_week(evidence.day, evidence.weekdays)
    named = weekday_of(evidence.day) in evidence.weekdays
    speaks_of = f"the text speaks of {day.value}"
    if evidence.since.year <= day.year:
        told = evidence.early or (evidence.years < _HISTORY and not evidence.weekdays)
        if published == evidence.day and (named or told):
            by_name = " by its weekday too" if named else ""
            return Published.on(day, "inferred", 0.75 if named else 0.35, speaks_of + by_name)
        if named:
            return Published.on(Moment(Grain.DAY, published), "inferred", 0.5, f"{speaks_of} and of weekdays after it")
    return _not_before(article, evidence)


def _not_before(article: Article, evidence: Evidence) -> Published | None:
    """Return the bound that the latest day, month or year sets of which a text speaks as past, or its copyright.

    That of a copyright line is weak: many pages show the year in which they are read.
    """
    since, known = evidence.since or evidence.copyright, article.published
    if since is None or not within(since.first, known):
        return None
    if known and known.earliest and known.earliest.first >= since.first:
        return None
    sure, note = (0.35, "of which it speaks") if evidence.since else (0.2, "the year of its copyright")
    latest = known.latest if known else None
    first = Moment(Grain.DAY, since.first)
    named = since if since.grain <= Grain.YEAR else first.widen(Grain.YEAR)  # of "the 1850s", 1850
    return Published(first, latest, "inferred", sure, f"not before {named.value}, {note}")


def _last_of_week(day: int, weekdays: Iterable[int]) -> int:
    """Return the last day of the week that weekday words around a known day span.

    A text names the weekdays of a few days on end; the longest stretch without one is where its week ends.

    >>> _last_of_week(Moment.of(2025, 6, 17).n, [2, 3, 4]) == Moment.of(2025, 6, 19).n
    True
    >>> _last_of_week(Moment.of(2025, 6, 17).n, [1]) == Moment.of(2025, 6, 17).n
    True
    """
    offsets = sorted({(weekday - day) % 7 for weekday in weekdays} | {0})
    gaps = [after - before for before, after in zip(offsets, [*offsets[1:], 7], strict=True)]
    return day + offsets[gaps.index(max(gaps))]


class _Alike(NamedTuple):
    """A dated article: how alike it is, its day, and its place."""

    likeness: float
    day: int
    place: int


class _Around(NamedTuple):
    """The articles alike, and how much those most alike tell of each day."""

    alike: Sequence[_Alike]
    told: Mapping[int, float]


class _Siblings:
    """The dated articles, asked which of them tell the same as an undated one."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._days = [day.n if (day := _day(article)) else None for article in articles]
        self._are_few = sum(day is not None for day in self._days) <= _TRIED
        self._signatures = Signatures(articles, [day is not None for day in self._days])
        self._articles = articles
        self._told: dict[int, list[Statement]] = {}

    def date(self, article: Article, evidence: Evidence) -> Published | None:
        """Return the day of the article most alike, moved to where the days and weekdays of the text itself agree.

        A dateline and what both texts tell come first. Less likeness will do where the days of the text are close, or
        where most articles are of the same days.
        """
        alike = sorted(self._signatures.alike(article), key=lambda pair: (-pair[0], pair[1]))
        days = ((score, self._days[place], place) for score, place in alike)
        found = [_Alike(s, day, place) for s, day, place in days if day is not None and within(day, article.published)]
        spoken = self._told_by_kin(alike[:_TRIED])
        told = days_of(evidence.clues, spoken) if evidence.clues and spoken else None
        around = _Around(found[:_TRIED], _weighed(spoken))
        return (
            self._by_dateline(article, evidence, found, told)
            or (told and told.worth >= _ENOUGH and self._by_clues(article, evidence, told, around))
            or self._by_day(article, evidence, around)
            or (told and self._by_clues(article, evidence, told, around))
        )

    def _told_by_kin(self, alike: Sequence[tuple[float, int]]) -> list[tuple[float, Statement]]:
        """Return what the articles most alike tell of which days, each with how alike its article is."""
        if not alike or alike[0][0] < ALIKE / 2:
            return []
        least = alike[0][0] * _KIN
        return [(score, each) for score, place in alike if score >= least for each in self._told_by(place)]

    def _by_dateline(
        self, article: Article, evidence: Evidence, found: Sequence[_Alike], told: Days | None
    ) -> Published | None:
        """Return the day of a dateline without a year, in that of an article that tells the same."""
        if not evidence.dateline or not found or found[0].likeness < ALIKE / 3:
            return None
        after = evidence.stated(told.first, article.language, told.first) if told else None
        stated = after or evidence.stated(found[0].day, article.language)
        if stated is None or not within(stated.n, article.published):
            return None
        note = f"its dateline: {evidence.dateline}, of the year of an article that tells the same"
        return Published.on(stated, "inferred", _YEAR_KNOWN, note)

    def _by_clues(self, article: Article, evidence: Evidence, told: Days, around: _Around) -> Published | None:
        """Return the one of those days where the weekdays of the text end."""
        moved = _moved(told.first, evidence, told.first, told.last, around)
        day = told.first if moved is None else moved
        if not within(day, article.published):
            return None
        sure = round(min(max(told.worth / 10, _SURE_OF_CLUES[0]), _SURE_OF_CLUES[1]), 2)
        note = f"dated articles tell the same; its days fit {Moment(Grain.DAY, told.first).value} or later"
        return Published.on(Moment(Grain.DAY, day), "inferred", sure, note)

    def _by_day(self, article: Article, evidence: Evidence, around: _Around) -> Published | None:
        """Return the day of an article that tells the same, moved to where the text agrees with it."""
        for one in around.alike:
            score, day, _ = one
            if score < (ALIKE / 3 if evidence.names_weekdays else ALIKE / 2):
                break
            bounds = evidence.bounds(day, article.language)
            moved = _moved(day, evidence, *bounds, around) if bounds else None
            if moved is None or not within(moved, article.published):
                continue
            ends_there = bool(evidence.weekdays) and abs(moved - day) <= 1
            if score >= self._asked(bounds != ALWAYS, ends_there) or _are_of_days(one, around.alike):
                return self._beside(one, moved, around.alike)
        return None

    def _beside(self, one: _Alike, moved: int, alike: Sequence[_Alike]) -> Published:
        """Return the day to which that of an article is moved, noted with what else tells the same."""
        score, day, place = one
        near = _near(one, alike)
        told = f"“{_named(self._articles[place])}” of {Moment(Grain.DAY, day).value}"
        many = f"{near} articles of these days tell the same, among them {told}"
        note = many if near > 1 else f"an article tells the same: {told}"
        note += f"; its own days end on {Moment(Grain.DAY, moved).value}" if moved != day else ""
        return Published.on(Moment(Grain.DAY, moved), "inferred", round(min(score, 0.7) * 0.75, 2), note)

    def _asked(self, names_day: bool, ends_there: bool) -> float:
        """Return how much an article must be alike, by whether a text names a day and whether its weekdays end there.

        Of many articles one is somewhat alike by chance.
        """
        if self._are_few:
            return 0.0 if names_day else ALIKE
        return ALIKE if names_day or ends_there else _VERY_ALIKE

    def _told_by(self, place: int) -> list[Statement]:
        """Return what a dated article tells of which days."""
        if place not in self._told:
            article = self._articles[place]
            self._told[place] = statements_of(article, recognise(article)) if _day(article) else []
        return self._told[place]


def _named(article: Article) -> str:
    """Return by what a reader knows an article: its headline, cut at a word, or where it is from."""
    name = " ".join((article.title or article.source).split())
    if len(name) <= _LONGEST_NAME:
        return name
    cut = name[:_LONGEST_NAME]
    return f"{cut.rpartition(' ')[0] or cut} …"


def _day(article: Article) -> Moment | None:
    """Return the day of an article; not that of its file, which says little of the articles beside it."""
    return article.published.day if article.published and article.published.origin != "file" else None


def _weighed(told: Iterable[tuple[float, Statement]]) -> dict[int, float]:
    """Return how much statements tell of each day."""
    weights: dict[int, float] = {}
    for likeness, statement in told:
        weights[statement.day] = weights.get(statement.day, 0.0) + likeness
    return weights


def _are_of_days(one: _Alike, alike: Sequence[_Alike]) -> bool:
    """Tell whether most of the articles that are about as much alike as one are of its days, several of them."""
    kin = [other for other in alike if other.likeness >= one.likeness * _KIN]
    return 2 * _near(one, kin) >= max(len(kin), 2 * _SEVERAL)


def _near(one: _Alike, alike: Sequence[_Alike]) -> int:
    """Return how many of some articles are of the days of one."""
    return sum(abs(other.day - one.day) <= _NEAR for other in alike)


def _moved(day: int, evidence: Evidence, first: int, last: int, around: _Around) -> int | None:
    """Return the day of publication that the words of a text leave beside a day of the same story."""
    if evidence.weekdays:
        day = _last_named(day, evidence.weekdays, around)
        day += max(0, first - day + 6) // 7 * 7
    elif weekday_of(day) in evidence.last:  # no one says "last Friday" on a Friday
        day += 1
    day = max(day, first)
    return day if day <= last else None


def _last_named(day: int, weekdays: Sequence[int], around: _Around) -> int:
    """Return the day on which the week of weekday words ends: of whose days most is told, and that is nearest."""
    last = _last_of_week(day - (day - weekdays[0]) % 7, weekdays)
    near = [(each.likeness, each.day) for each in around.alike] or [(1.0, day)]

    def worth(end: int) -> float:
        told = sum(around.told.get(end - (end - weekday) % 7, 0.0) for weekday in set(weekdays))
        return _TOLD * told + sum(weight / (1 + abs(end - other)) for weight, other in near)

    return max((last - 7, last, last + 7), key=lambda end: (worth(end), -end))
