"""Why a date expression has its value: its words, the rule that read them, the anchor that it leant on."""

from __future__ import annotations

from attrs import frozen

from timeline.anchor import Anchor
from timeline.grammar import Expression, Found, grammar
from timeline.operators import value
from timeline.recognise import When, place, resolve
from timeline.timex import Timex
from timeline.when import Partial

_ORDERS = {True: "day first", False: "month first", None: "month first"}
_TENSES = {-1: "past", 0: "not clear", 1: "to come"}


@frozen
class Explanation:
    """How an expression was read.

    `tokens` are its words with their types, `arguments` what the rule bound for the operator, `anchor` what it could
    lean on and what it does lean on: publication, the date named before it, the tense of its clause, the kind of text,
    and for 4/5/2025 the order of day and month.
    """

    text: str
    tokens: tuple[tuple[str, str], ...]
    rule: str
    operator: str
    arguments: tuple[tuple[str, str], ...]
    anchor: tuple[tuple[str, str], ...]
    timex: Timex | None


def explain(
    text: str, published: When = None, language: str = "en", *, day_first: bool | None = None
) -> list[Explanation]:
    """Return why each expression of a text has its value, those too that turn out to be no dates.

    Raises what `find_timexes` raises.
    """
    explained = []
    for found, start, anchor in place(text, published, language, day_first):
        lean = _anchor(anchor, found, start)
        explained.append(_explanation(found, lean, resolve(found, start, anchor), anchor, start))
    return explained


def _explanation(
    found: Found, leaned_on: tuple[tuple[str, str], ...], timex: Timex | None, anchor: Anchor, start: int
) -> Explanation:
    expression = found.expression
    words = anchor.text[start : start + found.end - found.start]
    tokens = grammar(anchor.language).tokens(words)
    return Explanation(
        words,
        tuple((words[t.start : t.end], " ".join(sorted(t.values))) for t in tokens),
        expression.rule,
        expression.op,
        tuple((name, _said(arg)) for name, arg in expression.args.items()),
        leaned_on,
        timex,
    )


def _said(arg: object) -> str:
    if isinstance(arg, Expression):
        inner = ", ".join(f"{name}={_said(inner)}" for name, inner in arg.args.items())
        return f"{arg.op}({inner})"
    return getattr(arg, "name", None) or str(arg)


def _anchor(anchor: Anchor, found: Found, start: int) -> tuple[tuple[str, str], ...]:
    lean = {
        "leans on": _leans_on(anchor, found, start),
        "published": anchor.published.value if anchor.published else "unknown",
        "previous date": anchor.memory.previous.value if anchor.memory.previous else "none",
        "tense": _TENSES[anchor.tense],
        "text": anchor.genre,
    }
    if "slash" in found.expression.args:
        lean["numeric dates"] = f"{_ORDERS[anchor.day_first]}, {anchor.order_by}"
    return tuple(lean.items())


def _leans_on(anchor: Anchor, found: Found, start: int) -> str:
    """Tell what gives the expression its value: nothing, or publication alone, where these do, else the text."""
    told = value(found.expression, anchor)
    if isinstance(told, Partial):
        return "what is not known"
    for published, name in ((None, "nothing"), (anchor.published, "publication")):
        alone = Anchor(published, anchor.text, anchor.language, anchor.genre)
        alone.day_first = anchor.day_first
        alone.stand(start, start + found.end - found.start)
        if value(found.expression, alone) == told:
            return name
    return "the dates around it"
