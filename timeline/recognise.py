"""Date expressions of a text, found and given their values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from timeline.anchor import Anchor
from timeline.days import weekday_of
from timeline.grammar import Expression, Found, Grammar, grammar
from timeline.language import known
from timeline.lexicon import CACHED
from timeline.memory import Genre
from timeline.moments import Grain, Moment
from timeline.operators import value
from timeline.timex import Timex
from timeline.when import parse

if TYPE_CHECKING:
    from timeline.article import Article, Published

When: TypeAlias = "date | datetime | str | Published | Moment | None"
Runs: TypeAlias = Iterable[tuple[int, tuple[Found, ...]]]
_DAY: Final = re.compile(r"(?!0000)\d{4}(-?)\d\d\1\d\d")  # of ISO 8601
_SLASHED: Final = re.compile(r"\d/\d\d?/\d")
_CLOSING: Final = re.compile(r"\s*(?:[.,;:!?)]|$)")
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR: Final = 7  # days from publication that a numeric date is in the order that is meant
FAR: Final = 28  # ... and in the other
MESSAGE_LENGTH: Final = 320  # characters
_HEADLINE: Final = re.compile(r"\s*(?:\S+[ \t]+){3,30}[^\n]*\w\s*")  # one line of some words and without a full stop
# A narrative writes at least so many years, so large a share of them past ones, and so many times more of them than
# of days told from the writer's own (measured: histories 15 times and more, news 3 at most).
NARRATIVE_YEARS: Final = 5
NARRATIVE_SHARE: Final = 0.6
NARRATIVE_RATIO: Final = 6
LONG_AGO: Final = 5  # years before publication, of all those of a short one, which tells nothing from the writer's day
FROM_NOW: Final = frozenset(("turned", "turned_month", "named_day", "ago"))  # operators that lean on the writer's day
LENGTHS: Final = frozenset(("length", "same"))  # ... that tell no date
OF_YEARS: Final = frozenset(("turned", "following"))  # ... that tell a year by its place: "last year", "that year"
SIDES: Final = ("side", "turn", "spoken")  # the arguments that tell on which side of another date one lies
COMPARING: Final = frozenset(
    ("ago", "away", "compared", "following", "month_after", "season_after")
)  # ... that look back for a comparison and do not move on


class Step(NamedTuple):
    """How the anchor moves on with an expression: told from the writer's day, with a year that is known, counted.

    What only looks back moves nothing; `year` is what it writes, itself or in a part of it.
    """

    looks_back: bool
    year: object
    is_from_now: bool
    says_year: bool
    is_counted: bool


def find_timexes(
    text: str, published: When = None, language: str = "en", *, day_first: bool | None = None
) -> list[Timex]:
    """Return the date expressions of a text, in order, resolved against the day on which it was published.

    `published` is a date, a datetime, an ISO string or a Published; without it, what leans on it stays partial.
    `day_first` reads 4/5/2025 as 4 May where the text's other dates do not tell; without it, the order counts that
    brings such a date near publication, else that of the language.
    Raises ValueError for a string that is no date, LookupError for a language without a grammar.

    >>> find_timexes("The strike began two weeks ago.", "2024-02-14")[0].value
    '2024-W05'
    """
    placed = place(text, published, language, day_first)
    return [timex for found, start, anchor in placed if (timex := resolve(found, start, anchor))]


def recognise(article: Article) -> list[Timex]:
    """Return the date expressions of an article; fewer, and less surely, in a language without a grammar."""
    if not known(article.language):
        from timeline.foreign import find_foreign  # noqa: PLC0415 - seldom wanted

        return find_foreign(article.text, moment_of(article.published), article.language)
    return find_timexes(article.text, article.published, article.language, day_first=article.day_first)


def day_order(text: str, language: str = "en") -> bool | None:
    """Tell whether the numeric dates of a text begin with the day; None where none of them tells.

    >>> day_order("07/02/2024"), day_order("07/02/2024 and 22/02/2024")
    (None, True)
    """
    if not known(language) or not _SLASHED.search(text):
        return None
    return _day_first(_expressions(grammar(language).find(text)))


def with_day_order(articles: Iterable[Article]) -> list[Article]:
    """Return the articles, each told how it writes 4/5/2025 by the others of its publisher where they agree."""
    read = list(articles)
    habits: dict[str, set[bool]] = {}
    for article in read:
        if article.publisher:
            order = day_order(article.text, article.language)
            habits.setdefault(article.publisher, set()).update(() if order is None else (order,))
    return [_ordered(article, habits.get(article.publisher, set())) for article in read]


def _ordered(article: Article, habits: set[bool]) -> Article:
    return article.ordered(min(habits)) if article.day_first is None and len(habits) == 1 else article


def moment_of(published: When) -> Moment | None:
    """Return a publication date in any of its forms as a moment; raise ValueError for a string that is no date."""
    if published is None or isinstance(published, Moment):
        return published
    if isinstance(published, datetime):
        offset = published.strftime("%z")
        zone = f"{offset[:3]}:{offset[3:5]}" if offset else ""
        return Moment.clock(published.toordinal(), published.hour, published.minute, None, zone)
    if isinstance(published, date):
        return Moment(Grain.DAY, published.toordinal())
    if not isinstance(published, str):
        return published.moment
    with suppress(ValueError):
        if len(published) > 10:
            return moment_of(datetime.fromisoformat(published))
        moment = moment_of(date.fromisoformat(published)) if _DAY.fullmatch(published) else parse(published)
        if isinstance(moment, Moment):
            return moment
    raise ValueError(f"no date: {published!r}; write it as 2024-02-14")


def place(
    text: str, published: When, language: str, day_first: bool | None = None
) -> Iterator[tuple[Found, int, Anchor]]:
    """Yield each expression of a text, where it starts, and the one anchor, standing there.

    The anchor moves on when `resolve` gives the expression its value.
    """
    compiled, moment = grammar(language), moment_of(published)
    runs = list(compiled.find(text))
    if not runs:
        return
    expressions = _expressions(runs)
    anchor = Anchor(moment, text, language, _genre(text, expressions, moment, compiled))
    anchor.day_first, anchor.order_by = _order(expressions, day_first, moment, compiled.day_first)
    items = [
        (item, offset + item.start, offset + item.end)
        for offset, found in runs
        for item in _counting(found, offset, text, anchor)
    ]
    for (item, start, end), following in zip(items, [*items[1:], None], strict=False):
        if not compiled.is_name(text, start, end, anchor.genre):
            anchor.stand(start, end, following)
            yield item, start, anchor


def _counting(found: Iterable[Found], offset: int, text: str, anchor: Anchor) -> Iterator[Found]:
    """Yield the expressions that count in this kind of text and at this place."""
    for item in found:
        expression = item.expression
        is_of_another_genre = expression.only and anchor.genre not in expression.only
        if is_of_another_genre or (expression.closed and not _CLOSING.match(text, offset + item.end)):
            yield from _counting(expression.parts, offset, text, anchor)
        else:
            yield item


def resolve(found: Found, start: int, anchor: Anchor) -> Timex | None:
    """Return the value of an expression where the anchor stands, and move the anchor; None if it is no date."""
    expression = found.expression
    when = value(expression, anchor)
    if when is None:
        return None
    step = _step(expression)
    if not step.looks_back:
        aside = step.is_from_now or (anchor.narrative and _leans_on_now(expression))
        anchor.move(when, told_from_now=aside, year_said=step.says_year, counted=step.is_counted)
    end = start + found.end - found.start
    note = _mismatch(expression, when) if "weekday" in expression.args else ""
    return Timex(start, end, anchor.text[start:end], when, expression.rule, expression.said, note)


@lru_cache(CACHED)
def _step(expression: Expression) -> Step:
    """Return how the anchor moves on with an expression."""
    year, is_counted = _year(expression), expression.op == "away"
    says_year = is_counted or year is not None or _is_of_year(expression)
    return Step(_compares(expression), year, expression.op in FROM_NOW, says_year, is_counted)


def _compares(expression: Expression) -> bool:
    """Tell whether a date only looks back for a comparison: "a year earlier", "the quarter a year ago"."""
    part, whole = expression.args.get("date"), expression.args.get("date2")
    if isinstance(part, Expression) and isinstance(whole, Expression) and part.op == "definite":
        return _compares(whole)
    sides = (expression.args[name] for name in SIDES if name in expression.args)
    return expression.op in COMPARING and min(sides, default=-1) < 0


def _mismatch(expression: Expression, when: object) -> str:
    """Say where a weekday that is written beside a date is not that date's."""
    said = expression.args.get("weekday")
    if not isinstance(said, int) or not isinstance(when, Moment) or when.grain is not Grain.DAY:
        return ""
    true = weekday_of(when.n)
    return "" if said == true else f"says {_DAYS[said - 1]}, but {when.value} is a {_DAYS[true - 1]}"


def _expressions(runs: Runs) -> list[Expression]:
    return [item.expression for _, found in runs for item in found]


def _order(
    expressions: Sequence[Expression], given: bool | None, published: Moment | None, usual: bool | None
) -> tuple[bool | None, str]:
    """Return whether numeric dates begin with the day, and what tells so; `usual` is the order of the language."""
    said = _by_number(expressions)
    if said is None and (stated := _nearer(expressions, published, 0)) is not None:  # the text states its own day
        return stated, "which is near publication"
    if said is not None or (said := _by_name(expressions)) is not None:
        return said, "as the text's other dates have it"
    if given is not None:
        return given, "as it was told to be"
    near = _nearer(expressions, published, NEAR)
    return (usual, "as is usual in its language") if near is None else (near, "which is near publication")


def _day_first(expressions: Sequence[Expression]) -> bool | None:
    """Tell from the dates of a text whether its numeric ones begin with the day; None when none of them says.

    A number above twelve is a day; else those in words tell ("14 June", "June 14").
    """
    said = _by_number(expressions)
    return _by_name(expressions) if said is None else said


def _by_number(expressions: Sequence[Expression]) -> bool | None:
    forms = [form for expression in expressions if (form := expression.args.get("slash"))]
    if any(int(form["first"]) > 12 for form in forms):
        return True
    if any(int(form["second"]) > 12 for form in forms):
        return False
    return None


def _by_name(expressions: Sequence[Expression]) -> bool | None:
    if not any("slash" in expression.args for expression in expressions):
        return None
    orders = {_begins_with_day(expression) for expression in expressions} - {None}
    return orders.pop() if len(orders) == 1 else None


def _nearer(expressions: Iterable[Expression], published: Moment | None, most: int) -> bool | None:
    """Tell by publication which order is meant: articles write the days around their own, and those of no other order.

    None where that does not tell, as where none is at most so many days off.
    """
    slashed = [expression for expression in expressions if "slash" in expression.args]
    if published is None or not slashed:
        return None
    gaps = []
    for day_first in (True, False):
        anchor = Anchor(published)
        anchor.day_first = day_first
        days = [when.first for each in slashed if isinstance(when := value(each, anchor), Moment)]
        gaps.append(min((abs(day - published.first) for day in days), default=FAR))
    if min(gaps) > most or max(gaps) < FAR:
        return None
    return gaps[0] < gaps[1]


def _begins_with_day(expression: Expression) -> bool | None:
    names = [name for name in expression.args if name in ("day", "month")]
    return names[0] == "day" if expression.op == "calendar" and len(names) == 2 else None


def _genre(text: str, expressions: Sequence[Expression], published: Moment | None, language: Grammar) -> Genre:
    """Tell a narrative, which goes by the years that it writes, and a short message from news."""
    if len(text) <= MESSAGE_LENGTH and language.message.search(text):
        return "message"
    if len(text) <= MESSAGE_LENGTH and _HEADLINE.fullmatch(text):
        return "headline"
    years = [year for expression in expressions if isinstance(year := _step(expression).year, int)]
    this_year = published.year if published else float("inf")
    past = sum(year < this_year for year in years)
    is_old = bool(years) and max(years) <= this_year - LONG_AGO
    if past < NARRATIVE_YEARS and not is_old:  # as most
        return "news"
    today = sum(map(_leans_on_now, expressions))
    looks_back = past >= NARRATIVE_YEARS and past > NARRATIVE_SHARE * len(years) and past > NARRATIVE_RATIO * today
    first = next((each for each in expressions if not each.only and each.op not in LENGTHS), None)
    is_of_then = is_old and not today and first and _is_dated(first)
    return "narrative" if looks_back or is_of_then else "news"


def _is_dated(expression: Expression) -> bool:
    """Tell whether an expression writes a year and what of that: "14 September 1854"."""
    return _year(expression) is not None and len(expression.args) > 1


def _is_of_year(expression: Expression) -> bool:
    """Tell whether a date is a year that is told by its place, or lies in one: "last year", "March of that year"."""
    inner = expression.args.get("date2", expression)
    return isinstance(inner, Expression) and inner.op in OF_YEARS and inner.args.get("unit") is Grain.YEAR


def _leans_on_now(expression: Expression) -> bool:
    """Tell whether a date, or one that it is made of, is told from the writer's own day."""
    parts = (arg for arg in expression.args.values() if isinstance(arg, Expression))
    is_of_now = expression.op == "weekly" or (expression.op == "seasonal" and "turn" in expression.said)
    return is_of_now or expression.op in FROM_NOW or any(map(_leans_on_now, parts))


def _year(expression: Expression) -> object:
    """Return the year that an expression writes, itself or in a part of it."""
    inner = (_year(arg) for arg in expression.args.values() if isinstance(arg, Expression))
    return expression.args.get("year", expression.args.get("early_year")) or next(filter(None, inner), None)
