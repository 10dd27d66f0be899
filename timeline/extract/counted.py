"""What happened so long before or after another statement of its sentence ("died on Tuesday, five days after ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from timeline.extract.clauses import Statement
from timeline.moments import Grain, Moment
from timeline.sentences import Sentence
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.values import evolve
from timeline.when import Length

COUNTED: Final = "counted"  # the rule of a date that is counted from that of another statement
_FROM: Final = ("event", "act", "telling")  # whose days others are counted from
_STOP: Final = re.compile(r"[,;:.!?—–]\s|[.!?]$")


def counted(
    text: str, sentence: Sentence, timexes: Sequence[Timex], statements: Sequence[Statement], words: Statements
) -> Iterator[Statement]:
    """Yield the statements of a sentence whose day is counted from that of another one of its statements.

    "Ann Vale died on Tuesday, five days after a lorry hit her": hit on the Thursday before.
    """
    for timex in timexes:
        link = words.counted.match(text, timex.end, sentence.end)
        from_ = _right_before(text, timex, timexes) or _beside(timex, statements)
        when = _shifted(from_, timex.when, -1 if link["after"] else 1) if link and from_ else None
        if not link or when is None:
            continue
        last = text[: timex.start].rstrip().rpartition(" ")[2]
        if words.weak_cuts.fullmatch(last):
            continue  # "banned | for two years after"
        stop = _STOP.search(text, link.end(), sentence.end)
        end = stop.start() if stop else sentence.end
        verb = words.verbs.search(text, link.end(), end)
        dated = any(link.end() <= other.start < end for other in timexes)
        finite = verb and verb.start() > link.end() and not words.subordinate.match(text, link.end())  # "being hurt"
        if finite and not dated:
            yield Statement(link.end(), end, evolve(timex, when=when, rule=COUNTED), when, "counted")


def recounted(
    text: str, sentence: Sentence, timexes: Sequence[Timex], statements: Sequence[Statement], words: Statements
) -> list[Statement]:
    """Return the statements of a sentence, the main one so long after what it begins with as that says.

    "Two days after the vote on 3 May, the mayor resigned": on 5 May.
    """
    if len(timexes) < 2 or timexes[0].start != sentence.start:
        return [*statements]
    length, date, *_ = timexes
    link = words.counted.match(text, length.end, sentence.end)
    led = link and text.startswith(", ", date.end) and not words.verbs.search(text, link.end(), date.start)
    if not link or not led or not isinstance(date.when, Moment):
        return [*statements]
    when = _shifted(date.when, length.when, 1 if link["after"] else -1)
    return [
        attrs.evolve(each, start=date.end + 2, timex=evolve(length, when=when, rule=COUNTED), when=when, role="counted")
        if when and each.timex == date and each.role == "event" and each.end > date.end + 2
        else each
        for each in statements
    ]


def _right_before(text: str, timex: Timex, timexes: Sequence[Timex]) -> Moment | None:
    """Return the date that only a comma parts from a length of time ("police said Tuesday, | a day before")."""
    beside = (other.when for other in timexes if text[other.end : timex.start] == ", ")
    return next((when for when in beside if isinstance(when, Moment)), None)


def _beside(timex: Timex, statements: Sequence[Statement]) -> Moment | None:
    """Return the date of the statement that a length of time stands beside: the last one before it, else the first."""
    dated = [
        (each.timex.end, each.when)
        for each in statements
        if each.role in _FROM and each.timex and isinstance(each.when, Moment)
    ]
    before = [when for end, when in dated if end <= timex.start]
    return before[-1] if before else next((when for _, when in dated), None)


def _shifted(day: Moment, length: object, sign: int) -> Moment | None:
    """Return the date so long before or after a day, as fine as the length is; None if that is not known."""
    if not isinstance(length, Length) or length.mod not in (None, "APPROX") or len(length.parts) != 1:
        return None
    ((amount, unit),) = length.parts
    if amount is None or amount.denominator != 1 or not Grain.DAY <= unit <= Grain.YEAR or day.grain > unit:
        return None
    return day.widen(unit).shift(sign * int(amount)).with_mod(length.mod)
