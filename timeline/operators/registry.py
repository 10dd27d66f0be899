"""The operators by name, and how an expression gets its value from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from timeline.anchor import Anchor
from timeline.grammar import Expression
from timeline.lexicon import CACHED
from timeline.moments import Grain, Moment
from timeline.when import Partial

Number: TypeAlias = int | Fraction
Called = TypeVar("Called", bound=Callable[..., Any])
Evaluator: TypeAlias = Callable[[Anchor], Any]


class Operator(NamedTuple):
    """A function that gives expressions their value.

    `names` are the arguments that it wants (None: all), `leans` tells whether it wants the anchor as its first.
    """

    function: Callable[..., Any]
    names: frozenset[str] | None
    leans: bool


OPERATORS: dict[str, Operator] = {}
_TAKES_ANY: Final = 0x08  # the flag of a function with **keywords: inspect.CO_VARKEYWORDS, which is slow to import
# What a TIMEX3 value shows of a cell whose place is not known.
UNKNOWN: Final = {
    Grain.SECOND: "XXXX-XX-XXTXX:XX:XX",
    Grain.MINUTE: "XXXX-XX-XXTXX:XX",
    Grain.HOUR: "XXXX-XX-XXTXX",
    Grain.PART: "XXXX-XX-XXTXX",
    Grain.DAY: "XXXX-XX-XX",
    Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.WEEK: "XXXX-WXX",
    Grain.MONTH: "XXXX-XX",
    Grain.SEASON: "XXXX-XX",
    Grain.QUARTER: "XXXX-QX",
    Grain.HALF: "XXXX-HX",
    Grain.YEAR: "XXXX",
    Grain.DECADE: "XXX",
    Grain.CENTURY: "XX",
    Grain.MILLENNIUM: "X",
}


def unknown(unit: Grain, day: Moment | None = None) -> Partial:
    """Return some cell of a grain, a time of day on a day that is known: "at this hour", "hours later"."""
    if unit < Grain.DAY and day and day.grain <= Grain.DAY:
        return Partial(unit, day.widen(Grain.DAY).value + UNKNOWN[unit][10:])
    return Partial(unit, UNKNOWN[unit])


def operator(function: Called) -> Called:
    """Register an operator under its name."""
    code = function.__code__
    names = frozenset(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
    open_ended = bool(code.co_flags & _TAKES_ANY)
    OPERATORS[function.__name__] = Operator(function, None if open_ended else names - {"anchor"}, "anchor" in names)
    return function


def value(expression: Expression, anchor: Anchor) -> Any:
    """Return what an expression means from where the anchor stands; what the calendar does not have is None."""
    return _evaluator(expression)(anchor)


@lru_cache(CACHED)
def _evaluator(expression: Expression) -> Evaluator:
    """Return the function that gives an expression its value; what leans on nothing is computed once."""
    told = OPERATORS[expression.op]
    args = expression.args
    if told.names is not None and not args.keys() <= told.names:
        args = {name: arg for name, arg in args.items() if name in told.names}
    parts = {n: _part(arg) for n, arg in args.items() if isinstance(arg, (Expression, tuple))}
    if not parts and not told.leans:
        fixed = _called(told.function, (), args)
        return lambda _: fixed

    def evaluate(anchor: Anchor) -> Any:
        known = {**args, **{n: part(anchor) for n, part in parts.items()}} if parts else args
        return _called(told.function, (anchor,) if told.leans else (), known)

    return evaluate


def _part(arg: Any) -> Evaluator:
    if isinstance(arg, tuple):
        parts = [_part(part) for part in arg]
        return lambda anchor: tuple(part(anchor) for part in parts)
    return _evaluator(arg) if isinstance(arg, Expression) else lambda _: arg


def _called(function: Callable[..., Any], leaning: tuple[Anchor, ...], args: Mapping[str, Any]) -> Any:
    try:
        return function(*leaning, **args)
    except (ValueError, OverflowError):
        return None
