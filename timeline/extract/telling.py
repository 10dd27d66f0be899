"""Who tells what a sentence tells: "..., police said Tuesday" or "Police said Tuesday that ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from attrs import frozen

from timeline.extract.relatives import describes, subject_aside
from timeline.statements import Statements

Span: TypeAlias = tuple[int, int]

_LONGEST_TELLER: Final = 160  # characters before a verb of telling
_THAT: Final = 60  # characters after it within which "that" may open what is told
_LONGEST_OBJECT: Final = 5  # words
_LONGEST_DATE: Final = 24  # characters
_NEAREST: Final = 3  # words at the beginning of an object
_WORD: Final = re.compile(r"[^\s,]+")
_WORD_BEFORE: Final = re.compile(r"[^\W_]+(?=\s$)")
_QUOTE: Final = re.compile(r"[“”\"]")
_KEPT: Final = 16  # sentences, of each of which the same is asked for each of its statements
_COMMA: Final = re.compile(r",(?!\d)")  # but not that of "2,300"


@frozen
class Telling:
    """An attribution: `[start, end)` from its subject to its last word, and the content that it attributes."""

    start: int
    end: int
    content: Span
    head: bool  # before its content
    act: bool
    verb: int  # where its verb of telling stands


@lru_cache(_KEPT)
def find_telling(text: str, span: Span, words: Statements) -> Telling | None:
    """Return who tells a sentence, if it says so: "..., police said Tuesday" or "Police said Tuesday that ..."."""
    return _head_telling(text, span, words) or _tail_telling(text, span, words)


def told_around(text: str, sentence: Span, place: int, words: Statements) -> Span:
    """Return the part of a sentence in which a place stands: what someone tells in it, else the whole of it."""
    telling = find_telling(text, sentence, words)
    return telling.content if telling and telling.content[0] <= place < telling.content[1] else sentence


def _head_telling(text: str, span: Span, words: Statements) -> Telling | None:
    opened = _behind_writing(text, span, words)
    aside = subject_aside(text, opened, span[1], words) or (opened, opened)
    tellings = (each for each in _tellings(text, span, words) if each.start() >= aside[1])
    told = next(tellings, None)
    verb = words.verbs.search(text, opened, aside[0]) or words.verbs.search(text, aside[1], span[1])
    if not told or told.start() - span[0] > _LONGEST_TELLER:
        return None
    if verb and verb.start() < told.start() and not _is_perfect(text, verb.start(), told, words):
        return None
    more = next(tellings, None)
    told = more if more and _joins(text, told.end(), more.start(), words) else told
    if text[told.end() : told.end() + 1] in ",." or text[span[0] : told.start()].strip(' "“') == "":
        return None
    act = words.telling_acts.fullmatch(told[0]) is not None
    that = words.that.search(text, told.end(), min(span[1], told.end() + _THAT))
    if that and words.coordinators.search(text, told.end(), that.start()):
        that = None  # "pleaded guilty, and a trial that"
    gives = act or words.giving.fullmatch(told[0])
    if (
        not that
        and text[told.end() : told.end() + 1] != ":"
        and (gives or not words.verbs.search(text, told.end(), span[1]))
    ):
        return None  # "expressed concern", "reported a loss": an act like any other
    start = that.end() if that else _after_hearer(text, told, span[1], words)
    if _is_ordered(text, told, start, words):
        return None
    return Telling(span[0], told.end(), (start, span[1]), True, act, told.start())


def _is_ordered(text: str, told: re.Match[str], end: int, words: Statements) -> bool:
    """Tell whether those who are told something are told to do it ("told | its clerks to keep the rule that")."""
    order = words.further.search(text, told.end(), end) if words.hearing.fullmatch(told[0]) else None
    stated = order is None or words.verbs.search(text, told.end(), order.start())
    return order is not None and not stated and not words.starts.match(f"{order[0].rpartition(' ')[2]} ")


def _is_perfect(text: str, at: int, told: re.Match[str], words: Statements) -> bool:
    """Tell whether a verb of telling goes with the auxiliary at a place ("has said it", but "is to announce")."""
    if not words.having.issuperset(text[at : told.start()].split()):
        return False
    start = told.end() + 1
    if words.that.match(text, start):
        return True
    first = _WORD.match(text, start)
    named = first and (first[0] in words.pronouns or first[0][0].isupper() or words.starts.match(text, start))
    return bool(named) and not words.telling_acts.fullmatch(told[0])  # "has said nothing", "has released a note"


def _joins(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether only an object and "and" part two verbs of telling ("denied | the charge and | said")."""
    *thing, last = ["", *text[start:end].split()]
    plain = (word.isalpha() and word.islower() and not words.verbs.fullmatch(word) for word in thing[1:])
    return words.coordinators.fullmatch(last) is not None and len(thing) <= _LONGEST_OBJECT and all(plain)


def _behind_writing(text: str, span: Span, words: Statements) -> int:
    """Return where a sentence goes on behind that in which it is told ("In a report made in May, | the mayor said").

    So it does behind what the teller was doing ("Praising crews who worked all night, | the mayor said").
    """
    comma = text.find(", ", *span)
    doing = _WORD.match(text, span[0])
    if comma >= 0 and doing and doing[0].endswith(words.participles) and words.starts.match(text, comma + 2):
        return comma + 2
    within = set(text[span[0] : comma].split()) if comma >= 0 and words.weak_cuts.match(text, span[0]) else set()
    return span[0] if words.told_in.isdisjoint(within) else comma + 2


def _after_hearer(text: str, told: re.Match[str], end: int, words: Statements) -> int:
    """Return where what is told begins: behind its hearers, if it names them ("told detectives | he had left")."""
    verb = words.verbs.search(text, told.end(), end)
    if not words.hearing.fullmatch(told[0]) or not verb:
        return told.end()
    hearer = list(_WORD.finditer(text, told.end(), verb.start()))
    opens = (each.start() for each in hearer[1:] if each[0] in words.pronouns or words.starts.fullmatch(each[0]))
    return next(opens, hearer[0].end() if len(hearer) > 1 else told.end())


def _tail_telling(text: str, span: Span, words: Statements) -> Telling | None:
    for told in chain(_tellings(text, span, words), _last_tellings(text, span, words)):
        comma = _comma_before(text, span[0], told.start(), words)
        if comma < span[0] + 10 or told.start() - comma > _LONGEST_TELLER:
            continue
        subject = text[comma + 1 : told.start()]
        ends = text.startswith(",", told.end())  # "..., police said, as they left a house that"
        that = not ends and words.that.search(text, told.end(), min(span[1], told.end() + _THAT))
        if that or words.verbs.search(_without_auxiliaries(subject, words)) or len(subject.split()) > 14:
            continue
        if not subject.strip() and (_is_aside(text, span, told, words) or _is_acting(text, told, words)):
            continue  # "Ann Vale, who was elected in 2017, denied", "his brother, Bo Lund, pleaded guilty"
        if not (words.verbs.search(text, span[0], comma) or _QUOTE.search(text, span[0], comma)):
            continue  # "In a surprise move, the ministry released", "Ann Vale, 58, of Elm, pleaded"
        acts = words.verbs.search(text, told.end(), span[1]) or words.starts.match(text, told.end() + 1)
        if words.coordinators.match(subject.lstrip()) and acts:
            continue  # "Two died, and the mayor said the bridge was shut", ", and Elm recalled its envoy"
        if subject.strip() and words.telling_acts.fullmatch(told[0]) and _has_object(text, told.end(), words):
            continue  # "After a night of rain, the mayor declared an emergency"
        if words.when.match(subject.lstrip()):
            continue  # "has been shut since Monday, when the mayor announced it"
        end = _end_of_telling(text, told.end(), span[1], words)
        act = words.telling_acts.fullmatch(told[0]) is not None
        return Telling(comma, end, (span[0], comma), False, act, told.start())
    return None


def _comma_before(text: str, start: int, told: int, words: Statements) -> int:
    """Return the comma before who tells: the last one, or that of a quotation (", Ann Vale, the mayor, said")."""
    quotation = max(text.rfind(f",{mark}", start, told) for mark in '”"')
    if quotation >= 0 and not words.verbs.search(text, quotation, told):
        return quotation
    last = max((comma.start() for comma in _COMMA.finditer(text, start, told)), default=-1)
    return _before_apposition(text, start, last, words) if last >= 0 and not text[last + 1 : told].strip() else last


def _before_apposition(text: str, start: int, last: int, words: Statements) -> int:
    """Return the comma before a teller and its apposition, that end at one ("..., the mayor, Ann Vale, | said")."""
    inner = text.rfind(", ", start, last)
    outer = text.rfind(", ", start, max(inner, start))
    parts = (words.coordinators.sub("", text[outer + 2 : inner]).lstrip(), text[inner + 2 : last])
    named = any(part[:1].isupper() for part in parts) and any(words.starts.match(part) for part in parts)
    whole = outer >= 0 and named and not any(words.verbs.search(part) for part in parts)
    return outer if whole and words.verbs.search(text, start, outer) else last


def _is_aside(text: str, span: Span, told: re.Match[str], words: Statements) -> bool:
    """Tell whether what stands before a verb of telling is its subject with an aside."""
    aside = subject_aside(text, span[0], told.end() + 1, words)
    return aside is not None and aside[1] + 1 >= told.start()


def _without_auxiliaries(subject: str, words: Statements) -> str:
    """Return who tells without what helps the verb ("..., police have | said")."""
    who = subject.split()
    helping = words.auxiliaries - words.being  # "the body was | found"
    plain = len(who) > 1 and words.joining.isdisjoint(who) and who[0] not in words.relatives | words.owning
    while plain and len(who) > 1 and who[-1] in helping:
        who.pop()
    return " ".join(who)


def _is_acting(text: str, told: re.Match[str], words: Statements) -> bool:
    """Tell whether an act of telling has no teller behind it, so that its subject stands before its comma."""
    behind = _WORD.match(text, told.end() + 1)
    teller = behind and (behind[0][:1].isupper() or words.starts.match(text, behind.start()))
    return words.telling_acts.fullmatch(told[0]) is not None and behind is not None and not teller


def _has_object(text: str, at: int, words: Statements) -> bool:
    """Tell whether an object stands at a place, rather than a time ("declared | the end", not "the same day")."""
    thing = words.phrase.match(text, at)
    return thing is not None and words.spans.isdisjoint(thing[1].split()[:_NEAREST])


def _last_tellings(text: str, span: Span, words: Statements) -> Iterator[re.Match[str]]:
    """Yield the verbs that tell where nothing but a date comes behind them ("..., an inspector found last month.")."""
    for told in words.tail_telling.finditer(text, *span):
        if span[1] - told.end() < _LONGEST_DATE and text.find(",", told.end(), span[1]) < 0:
            yield told


def _tellings(text: str, span: Span, words: Statements) -> Iterator[re.Match[str]]:
    """Yield the verbs of telling of a stretch: no names ("States"), passives ("quoted by"), asides ("who said").

    Nor are adjectives ("an | alleged | thief").
    """
    for told in words.telling.finditer(text, *span):
        after = _WORD.match(text, told.end() + 1)
        before = _WORD_BEFORE.search(text[max(span[0], told.start() - 8) : told.start()])
        aside = before is not None and before[0] in words.relatives
        if (
            told[0].islower()
            and not aside
            and not describes(text, told, words)
            and not _is_quoted(text, span, told.start())
            and not (after and after[0] in words.passive)
            and (not (after and after[0] in words.addressed) or _is_heard(text, told.end(), span[1], words))
        ):
            yield told


def _is_heard(text: str, at: int, end: int, words: Statements) -> bool:
    """Tell whether what is told stands behind whom it is told to ("confirmed | to the Elm Post that ...")."""
    that = words.that.search(text, at, min(end, at + _THAT))
    return that is not None and not words.verbs.search(text, at, that.start())


def _is_quoted(text: str, span: Span, at: int) -> bool:
    """Tell whether a place is inside a quotation, which may have begun in the sentence before."""
    mark = _QUOTE.search(text, at, span[1])
    return mark is not None and (mark[0] == "”" or (mark[0] == '"' and not text[mark.start() - 1].isspace()))


def _end_of_telling(text: str, at: int, end: int, words: Statements) -> int:
    """Return where who tells is named: up to a comma, or to what is told of him ("said a clerk | who has worked")."""
    ends = (_COMMA.search(text, at, end), words.restrictive.search(text, at, end))
    return min((mark.start() for mark in ends if mark), default=end)
