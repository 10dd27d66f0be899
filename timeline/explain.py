"""Why a date expression has its value: its words, the rule that read them, the anchor that it leant on."""

from __future__ import annotations

from attrs import frozen

from timeline.anchor import Anchor
from timeline.grammar import Expression, Found, grammar
from timeline.recognise import When, place, resolve
from timeline.timex import Timex

_ORDERS = {True: "day first", False: "month first", None: "month first"}
_TENSES = {-1: "past", 0: "not clear", 1: "to come"}


@frozen
class Explanation:
    """How an expression was read.

    `tokens` are its words with their types, `arguments` what the rule bound for the operator, `anchor` what it could
    lean on: publication, the date named before it, the tense of its clause, the kind of text.
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
        leaned_on = _anchor(anchor)
        explained.append(_explanation(found, leaned_on, resolve(found, start, anchor), anchor, start))
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
        tuple((name, _said(value)) for name, value in expression.args.items()),
        leaned_on,
        timex,
    )


def _said(value: object) -> str:
    if isinstance(value, Expression):
        inner = ", ".join(f"{name}={_said(arg)}" for name, arg in value.args.items())
        return f"{value.op}({inner})"
    return getattr(value, "name", None) or str(value)


def _anchor(anchor: Anchor) -> tuple[tuple[str, str], ...]:
    lean = {
        "published": anchor.published.value if anchor.published else "unknown",
        "previous date": anchor.memory.previous.value if anchor.memory.previous else "none",
        "tense": _TENSES[anchor.tense],
        "text": anchor.genre,
        "numeric dates": f"{_ORDERS[anchor.day_first]}, {anchor.order_by}",
    }
    return tuple(lean.items())
