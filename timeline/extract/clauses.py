"""Which statement a date belongs to: clauses, attributions ("police said Tuesday"), nouns ("Monday's crash")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from timeline.dateline import after_dateline
from timeline.extract.datings import (
    agree,
    behind_length,
    date_of,
    in_a_row,
    is_aside,
    is_compared,
    is_deferred,
    is_listed,
    is_of_one,
    is_recalled,
    is_topic,
    moment,
)
from timeline.extract.kinds import recurs
from timeline.extract.nouns import befallen, is_partaken, is_period, is_quality, is_subject, made, noun, spoken_of
from timeline.extract.relatives import (
    behind_participle,
    describes,
    is_behind_doing,
    is_object,
    is_passive_form,
    parts_verb,
    restriction,
    subject_aside,
    verb_at,
)
from timeline.extract.segmentation import after_beside, clauses_of, is_relative_at, joined_at, within
from timeline.extract.telling import Span, Telling, find_telling
from timeline.moments import Grain, Moment
from timeline.sentences import Sentence
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.when import Interval

# event: the day of what is told; told: that of its telling stands for it; telling: the telling itself;
# act: a telling that is news, for it announces what is to come; noun: "Monday's crash"; counted: its day is counted
# from that of another statement ("two days after the bank broke"); entry: its day stands apart, in a chronology.
Role: TypeAlias = Literal["event", "told", "telling", "act", "noun", "counted", "entry"]

_PHRASE: Final = 20  # characters: a shorter phrase ("for the week of") tells nothing of its own
_LEAST_NOUN: Final = 2  # words from an "and" to a date: a noun and what ties the date to it
_THAT: Final = 6  # characters of "that" before what is told
_WORD: Final = re.compile(r"[^\s,]+")
_WORD_BEFORE: Final = re.compile(r"[^\s,]+(?=\s$)")
_BARE: Final = re.compile(r"[^,.:;—–“”\"]*")
_GAP: Final = re.compile(r"[\s,]+")


@frozen
class Statement:
    """A clause `[start, end)` with the expressions that date it, the date, and whose day that is."""

    start: int
    end: int
    timex: Timex | None
    when: Moment | Interval | None
    role: Role
    subject: Span | None = None  # of the clause before, where this one has none ("... and charged on Tuesday")
    content: int | None = None  # where what is told begins ("The ministry said that ...")
    denied: bool = False  # by who tells it


def statements_in(text: str, sentence: Sentence, timexes: Sequence[Timex], words: Statements) -> list[Statement]:
    """Return the dated statements of a sentence, in the order of their dates."""
    sentence = evolve(sentence, start=after_dateline(text, words.language, sentence.start, sentence.end))
    named = [t for t in timexes if t.start >= sentence.start and _is_date(text, sentence.start, t, words)]
    dated = [t for t in named if not is_compared(text, t, words) and not is_topic(text, t, named, words)]
    if not dated:
        return _again(text, sentence, timexes, words) or _to_come(text, sentence, words)
    main = behind_participle(text, sentence.start, sentence.end, words)
    if opening := within(dated, (sentence.start, main)):
        before = _events(text, (sentence.start, main), opening, words)
        doer = _subject(text, (main, sentence.end), words) if is_behind_doing(text, sentence.start, words) else None
        rest = statements_in(text, evolve(sentence, start=main), timexes, words)
        return [*(evolve(statement, subject=doer) for statement in before), *rest]
    telling = find_telling(text, (sentence.start, sentence.end), words)
    if telling is None:
        return _events(text, (sentence.start, sentence.end), dated, words)
    aside = subject_aside(text, telling.start, telling.end + 1, words) or (telling.start, telling.start)
    beyond = (sentence.end if telling.head else _beyond(text, telling.end, sentence.end, words), sentence.end)
    of_aside, of_rest = within(dated, aside), within(dated, beyond)
    dated = [timex for timex in dated if timex not in of_rest]
    of_telling = [timex for timex in dated if timex not in of_aside and _tells(text, timex, telling, words)]
    of_content = [timex for timex in dated if timex not in of_aside + of_telling]
    found = _events(text, telling.content, of_content, words) if of_content else []
    own = any(statement.role == "event" and not is_relative_at(text, statement.start, words) for statement in found)
    announced = telling.act and _is_planned(text, telling.content, words)
    if of_telling and (not own or announced or _is_far_off(text, telling, found, words)):
        found.append(_telling(text, sentence, telling, of_telling, words))
    if words.denials.search(text, telling.verb, telling.end) and not words.telling.search(text, *telling.content):
        found = [evolve(statement, denied=True) for statement in found]
    found += _events(text, (aside[0] + 1, aside[1]), of_aside, words) + _events(text, beyond, of_rest, words)
    return sorted(found, key=lambda statement: statement.timex.start if statement.timex else 0)


def _beyond(text: str, start: int, end: int, words: Statements) -> int:
    """Return where a sentence goes on behind who tells: ", adding that", or ", which" behind what he is, or its end."""
    more = words.clause_marks.match(text, start) or words.aside_opens.search(text, start, end)
    return more.start() if more else end


def _is_date(text: str, start: int, timex: Timex, words: Statements) -> bool:
    """Tell whether an expression gives a date of its own, rather than a quality."""
    own = not is_quality(text, timex, words) or is_partaken(text, start, timex, words)
    return isinstance(timex.when, Moment | Interval) and own


def _again(text: str, sentence: Sentence, timexes: Sequence[Timex], words: Statements) -> list[Statement]:
    """Return what is told to happen again and again, without any date of its own ("is held every Saturday")."""
    span = (sentence.start, sentence.end)
    named = [timex for timex in timexes if not timex.value.startswith("P")]  # "each May", not "twice a year"
    told = recurs(text, span, named, words) and words.verbs.search(text, *span)
    return [Statement(*span, None, None, "event")] if told else []


def _to_come(text: str, sentence: Sentence, words: Statements) -> list[Statement]:
    """Return what is told of a time to come that is not said ("could soon visit")."""
    soon = words.soon.search(text, sentence.start, sentence.end)
    if not soon:
        return []
    telling = find_telling(text, (sentence.start, sentence.end), words)
    span = telling.content if telling else (sentence.start, sentence.end)
    near = max(span[0], soon.start() - _PHRASE), min(span[1], soon.end() + _PHRASE)
    hedged = span[0] <= soon.start() < span[1] and (
        words.planned.search(text, *near) or words.possible.search(text, *near)
    )
    return [Statement(*span, None, None, "event")] if hedged else []


def _telling(text: str, sentence: Sentence, telling: Telling, timexes: Sequence[Timex], words: Statements) -> Statement:
    timex, when = date_of(text, timexes, words)
    planned = _is_planned(text, telling.content, words)
    if telling.head or telling.act:
        start, end = (sentence.start, sentence.end) if telling.head else telling.content
        role: Role = "act" if planned else "telling"
        return Statement(start, end, timex, when, role, content=telling.content[0] if telling.head else None)
    return Statement(*telling.content, timex, when, "act" if planned else "told")


def _is_far_off(text: str, telling: Telling, found: Sequence[Statement], words: Statements) -> bool:
    """Tell whether what is to come has so coarse a date that it is news on the day on which it is told."""
    first = found[0].when
    to_come = _is_planned(text, telling.content, words) or words.promised.search(text, *telling.content)
    return bool(to_come) and isinstance(first, Moment) and first.grain >= Grain.YEAR


def _is_planned(text: str, span: Span, words: Statements) -> bool:
    return bool(words.planned.search(text, *span))


def _tells(text: str, timex: Timex, telling: Telling, words: Statements) -> bool:
    """Tell whether an expression dates the telling: it stands beside its verb or before its subject."""
    if not telling.head:
        return telling.start <= timex.start < telling.end
    if timex.start < telling.end:
        return True
    return bool(words.between.fullmatch(text, telling.end, timex.start)) or timex.end <= telling.content[0]


def _events(text: str, span: Span, timexes: Sequence[Timex], words: Statements) -> list[Statement]:
    found: list[Statement] = []
    plain: list[Timex] = []
    for timex in timexes:
        phrase = noun(text, span, timex, words) or spoken_of(
            text, span, timex, words, alone=all(is_of_one(text, timex, other, words) for other in timexes)
        )
        phrase = phrase or made(text, span, timex, words) or befallen(text, span, timex, words)
        timed = phrase and _has_hour(text, timexes, timex, words)
        phrase = None if phrase and (timed or is_period(text, phrase, timex, words)) else phrase
        if phrase and not (is_subject(text, span, phrase, words) and not words.planned.search(text, *span)):
            found.append(Statement(*phrase, timex, moment(timex), "noun"))
        else:
            plain.append(timex)
    for piece, inside in clauses_of(text, span, plain, words):
        found.extend(_of_piece(text, piece, inside, _subject_left_out(text, span, piece, words), words))
    return found


def _has_hour(text: str, timexes: Sequence[Timex], timex: Timex, words: Statements) -> bool:
    """Tell whether an expression is of a pair that tells the hour and the day of a noun: "a night raid on Monday"."""
    return any(
        timex in (hour, day)
        and isinstance(hour.when, Moment)
        and hour.when.grain < Grain.DAY
        and isinstance(day.when, Moment)
        and day.when == hour.when.widen(Grain.DAY)
        and _BARE.fullmatch(text, hour.end, day.start)
        and not words.verbs.search(text, hour.end, day.start)
        for hour, day in pairwise(timexes)
    )


def _subject_left_out(text: str, span: Span, piece: Span, words: Statements) -> Span | None:
    """Return the subject that a clause shares with the one before it (", and will fly home on Tuesday")."""
    if not joined_at(text, piece[0], words):
        return None
    aside = subject_aside(text, span[0], piece[0], words)
    return (span[0], aside[0]) if aside else _subject(text, (span[0], piece[0]), words)


def _of_piece(
    text: str, piece: Span, timexes: list[Timex], left_out: Span | None, words: Statements
) -> list[Statement]:
    """Return the statements of one clause: one, or several where coordinated parts have dates of their own."""
    found: list[Statement] = []
    again: list[Statement] = []
    start, last = piece
    group: list[Timex] = []
    listed: list[Timex] = []
    subject = _subject(text, piece, words)
    start, own = (start, left_out) if left_out else _apart(text, piece, timexes, subject, words)
    for timex in timexes:
        before = [*group, *listed][-1:]
        if before and is_listed(text, before[0], timex, words):
            listed.append(timex)
            continue
        cut = _cut(text, start, before[0], timex, words) if before else None
        of_subject = cut is not None and _is_of_subject(text, (start, cut), timex, piece[1], words)
        if of_subject or (before and is_deferred(text, timex, words)):
            again.append(_statement(text, (start, piece[1]), [timex], subject if found else own, words))
            continue
        if cut is not None and _repeats(text, cut, timex, piece[1], words):
            again.append(_statement(text, (start, cut), [timex], subject if found else own, words))
            last = min(last, cut)
            continue
        if cut is not None:
            stop = piece[1] if words.weak_cuts.match(text, cut) else cut  # "was jailed in May | for a year"
            found += _on_each(text, (start, stop), group, listed, subject if found else own, words)
            start, group, listed = cut, [], []
        group.append(timex)
    end = min(last, _relative_end(text, piece, group[-1], words), _subordinate_end(text, piece, group[-1], words))
    return found + _on_each(text, (start, end), group, listed, subject if found else own, words) + again


def _on_each(
    text: str, span: Span, group: list[Timex], listed: Sequence[Timex], subject: Span | None, words: Statements
) -> list[Statement]:
    """Return the statement of a part of a clause, once more for each further date of a list ("on 12 and 14 May")."""
    whole = span[0], max([span[1], *(timex.end for timex in listed)])
    dates = [group, *([timex] for timex in listed)]
    found = [_statement(text, whole, each, subject, words) for each in dates]
    days = in_a_row([*group, *listed])
    return [evolve(found[0], when=days)] if days else found


def _cut(text: str, start: int, first: Timex, second: Timex, words: Statements) -> int | None:
    """Return where between two dates a part of a clause begins that has the second for its own, if any does."""
    apart = _tells_more(text, first, second, words) or not agree(text, first, second, words)
    if not apart:
        return None
    aside = is_aside(text, start, first, words) and parts_verb(text, first.start, first.end, words)
    cut = _coordination(text, start, first.end + aside, second.start, words)
    if cut is not None or is_recalled(first, second):
        return cut
    return _phrase(text, start, first.end, second.start, words)


def _tells_more(text: str, first: Timex, second: Timex, words: Statements) -> bool:
    """Tell whether another thing is told between two dates: "moved in 1998 and died in June 1998", "and that ..."."""
    joined = [each.end() + 1 for each in words.coordinators.finditer(text, first.end, second.start)]
    if any(words.that.match(text, after) for after in joined):
        return True
    coarse = isinstance(first.when, Moment) and first.when.grain > Grain.DAY  # else it may be the hour of the same
    tied = any(words.before_date.fullmatch(text, at, second.start) for at in joined)
    if coarse and tied and words.starts.match(text, second.end + 1):
        return True  # "has been open since 1998, and in June | the roof fell"
    return coarse and any((verb := words.verbs.match(text, at)) and verb.end() < second.start - 1 for at in joined)


def _apart(
    text: str, piece: Span, timexes: Sequence[Timex], subject: Span | None, words: Statements
) -> tuple[int, Span | None]:
    """Return where the part with the date begins that is planned while the other is not ("fled and is due on Tuesday").

    And the subject, which that part leaves out.
    """
    for joined in words.coordinators.finditer(text, piece[0], timexes[0].start):
        after = joined.end() + 1
        that = words.that.match(text, after)
        if subject and that and words.that.search(text, max(0, piece[0] - _THAT), joined.start()):
            return that.end(), None  # "said that it knew of nothing and that it would ask on Tuesday"
        if _is_planned_apart(text, piece[0], joined, timexes[0].start, words):
            return after, None
        able = words.possible.match(text, after)  # but not in "lost and could not find it on Tuesday"
        to_come = words.planned.match(text, after) or (able and not words.nots.match(text, able.end() + 1))
        to_come = to_come or _promises(text, after, timexes[0].start, words)
        failed = _is_only_before(words.negated, text, (piece[0], joined.start(), piece[1])) or (
            words.contrasts.fullmatch(joined[0]) is not None
            and _is_only_before(words.planned, text, (piece[0], joined.start(), piece[1]))
        )
        if subject and failed and subject[1] < joined.start() and verb_at(text, after, words):
            return joined.start(), subject  # "failed to pay and closed on Tuesday", "was to sing but fell ill in May"
        if subject and to_come and subject[1] < joined.start() and words.verbs.match(text, after):
            told = words.planned.search(text, subject[1], joined.start())
            return (piece[0], None) if told else (joined.start(), subject)
    return piece[0], None


def _promises(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether a part of a clause says that something is to come ("and | hinted that it would fall in May")."""
    verb = words.verbs.match(text, start, end)
    that = words.that.match(text, verb.end() + 1, end) if verb else None
    return that is not None and any(mark.search(text, that.end(), end) for mark in (words.planned, words.promised))


def _is_planned_apart(text: str, start: int, joined: re.Match[str], date: int, words: Statements) -> bool:
    """Tell whether what is joined on has its own subject, and alone is planned ("is ill and | a vote is due")."""
    after = joined.end() + 1
    verb = words.verbs.search(text, after, date)
    said = text[after:].partition(" ")[0]
    own = words.starts.match(text, after) or said in words.things
    if not verb or not own or not any(to_come.match(text, verb.start()) for to_come in (words.planned, words.promised)):
        return False
    parted = words.coordinators.search(text, after, verb.start()) or words.clause_marks.search(
        text, after, verb.start()
    )
    done = words.verbs.search(text, start, joined.start()) and not words.planned.search(text, start, joined.start())
    return bool(done) and not parted


def _is_only_before(pattern: re.Pattern[str], text: str, parts: tuple[int, int, int]) -> bool:
    """Tell whether a pattern is found in the first of two parts that meet in the middle, and not in the second."""
    start, middle, end = parts
    return pattern.search(text, start, middle) is not None and pattern.search(text, middle, end) is None


def _is_of_subject(text: str, before: Span, timex: Timex, end: int, words: Statements) -> bool:
    """Tell whether a verb has two dates before it for its own ("The gala on 8 May and the talk on 9 May drew 300")."""
    joined = words.coordinators.match(text, before[1])
    if not joined or len(text[joined.end() : timex.start].split()) < _LEAST_NOUN:
        return False  # "Two warnings, in May and in June, were lost"
    verb = words.verbs.search(text, before[0], end)
    return verb is not None and verb.start() >= timex.end


def _repeats(text: str, cut: int, timex: Timex, end: int, words: Statements) -> bool:
    """Tell whether a coordinated part is nothing but a date ("on 8 May and again on 9 May")."""
    if words.verbs.search(text, cut, end):
        return False
    rest = _WORD.findall(text[cut : timex.start]) + _WORD.findall(text[timex.end : end].rstrip(". "))
    return all(word.casefold() in words.dangling | words.repeats for word in rest)


def _relative_end(text: str, piece: Span, last: Timex, words: Statements) -> int:
    """Return where a relative clause ends: with its date, when the main verb follows ("who fell Monday has died")."""
    if not is_relative_at(text, piece[0], words):
        return piece[1]
    comma = text.find(", ", last.end, piece[1])
    if comma >= 0 and verb_at(text, comma + 2, words):
        return comma  # "a judge | who lost in 2016 by a hair, | has said"
    if text.startswith("; ", last.end):
        return last.end  # "Ann Vale, | who joined in 2016; | and Bo Lund"
    gap = _GAP.match(text, last.end)
    own = words.verbs.search(text, piece[0], last.start)  # but "who on Monday | fell"
    return last.end if own and gap and words.verbs.match(text, gap.end()) else piece[1]


def _subordinate_end(text: str, piece: Span, last: Timex, words: Statements) -> int:
    """Return where a clause beside the main one ends, unless it gives the main one its time ("When it began, ...").

    It gives none where a length of time stands before it: "Two weeks after it fell on Monday, | the town asks why".
    """
    start = behind_length(text, piece[0], words)
    first = words.apart if _begins(text, piece[0]) and start == piece[0] else words.subordinate
    beside = first.match(text, start)
    if not beside or not words.verbs.search(text, beside.end(), last.start):
        return piece[1]
    aside = is_aside(text, start, last, words) and is_object(text, last.end + 2, words)
    comma = text.find(", ", last.end + aside, piece[1])
    return comma if comma >= 0 else piece[1]


def _begins(text: str, at: int) -> bool:
    """Tell whether nothing of the sentence stands before a place."""
    return text[max(0, at - 3) : at].rstrip(' ”"')[-1:] in ("", ".", "!", "?", "\n", ":")


def _statement(text: str, span: Span, timexes: list[Timex], subject: Span | None, words: Statements) -> Statement:
    subject = subject if subject and subject[0] < span[0] else None
    timex, when = date_of(text, timexes, words)
    gap = _GAP.match(text, span[0])
    start = gap.end() if gap else span[0]
    alone = is_relative_at(text, start, words) or _is_beside(text, start, span[1], words)
    return Statement(*span, timex, when, "event", None if alone else subject)


def _is_beside(text: str, start: int, end: int, words: Statements) -> bool:
    """Tell whether nothing is done in what stands beside a clause ("was lifted, | following a march on Monday")."""
    mark = words.subordinate.match(text, start)
    if not mark or words.verbs.search(text, start, end):
        return False
    first = text[mark.end() : end].lstrip().partition(" ")[0]
    return not first.endswith(words.participles)  # "played there | before signing for Oak in 1981"


def _coordination(text: str, piece: int, start: int, end: int, words: Statements) -> int | None:
    """Return where between two dates a part of a clause begins that has the second for its own."""
    if text.startswith(", ", start) and verb_at(text, start + 2, words):
        return start + 1  # "fell in 2014, | won a vote and led the council in 2018"
    for found in words.coordinators.finditer(text, start, end):
        before, after = _WORD_BEFORE.search(text[start : found.start()]), text[found.end() + 1 : found.end() + 2]
        if not (before and before[0][0].isupper() and after.isupper()):  # not in a name ("Rail and Tram Union")
            return found.start()
    comma = text.find(", ", start, end)
    if comma >= 0:
        return comma + 1
    that = words.that.search(text, start, end)
    if that and not words.telling.search(text, piece, that.start()):
        return that.start()
    return None


def _phrase(text: str, piece: int, start: int, end: int, words: Statements) -> int | None:
    """Return where between two dates a long phrase begins, behind the verb, that has the second for its own."""
    phrase = words.weak_cuts.search(text, start, end) if words.verbs.search(text, piece, start) else None
    return phrase.start() if phrase and end - phrase.start() > _PHRASE else None


def _subject(text: str, piece: Span, words: Statements) -> Span | None:
    start = after_beside(text, piece, words)
    verb = words.verbs.search(text, start, piece[1])
    while verb and _is_no_verb(text, start, verb, words):
        verb = words.verbs.search(text, verb.end(), piece[1])
    relative = restriction(text, start, piece[1], words)
    end = relative[0] if relative else verb.start() if verb else start
    return (start, end) if text[start:end].strip() else None


def _is_no_verb(text: str, start: int, verb: re.Match[str], words: Statements) -> bool:
    """Tell whether a verb belongs to the subject ("Plans were drawn", "The increased fare is", "The man hurt was")."""
    if verb.start() == start and verb[0][0].isupper():
        return True
    joined = text[start : verb.start()].rstrip().rpartition(" ")[2] in words.joining
    if joined and is_passive_form(verb[0], words):
        return True  # "A quiet but determined coach won"
    behind = words.verbs.match(text, verb.end() + 1) if is_passive_form(verb[0], words) else None
    helped = behind is not None and behind[0] in words.auxiliaries and verb[0] not in words.intransitive
    return helped or describes(text, verb, words)
