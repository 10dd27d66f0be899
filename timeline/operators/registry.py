"""The operators by name, and how an expression gets its value from them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from timeline.anchor import Anchor
from timeline.grammar import Expression
from timeline.moments import Grain, Moment
from timeline.when import Partial

Number: TypeAlias = int | Fraction
Called = TypeVar("Called", bound=Callable[..., Any])


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
    function, names, leans = OPERATORS[expression.op]
    args: dict[str, Any] = {"anchor": anchor} if leans else {}
    for name, arg in expression.args.items():
        if names is None or name in names:
            args[name] = _said(arg, anchor) if isinstance(arg, (Expression, tuple)) else arg
    try:
        return function(**args)
    except (ValueError, OverflowError):
        return None


def _said(arg: Expression | tuple[Any, ...], anchor: Anchor) -> Any:
    """Return what an argument means that is an expression, or several."""
    if isinstance(arg, Expression):
        return value(arg, anchor)
    return tuple(_said(each, anchor) if isinstance(each, Expression) else each for each in arg)
