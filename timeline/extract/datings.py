"""Which date the expressions of one clause give: the finest of those that agree, or the range between two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from timeline.extract.relatives import is_finite
from timeline.moments import Grain, Moment
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.values import evolve
from timeline.when import Interval

_NEAR: Final = 24  # characters before a date
_DEFERRED: Final = 120  # characters before a date in which the verb is that puts something off to it
_RECORD: Final = 130  # characters before a date among which a superlative stands
_ACCOUNT: Final = 120  # characters before the end of a period of accounts
_PART: Final = 60  # characters before a date among which it is denied, or an amount is compared with
_COMPARED: Final = 120  # characters of a part that only compares
_MARK: Final = re.compile(r",\s|\s?[–—]\s?")
_END: Final = re.compile(r"\n|[.!?:;]\s")
_LENGTH: Final = re.compile(r"(?:\S+\s){1,3}?(\w+)\s(?=[a-z])")
_COUNT: Final = re.compile(r"(?<!\w)\d[\d,]*\s([a-z]+)")
_APOSTROPHES: Final = ("'", "’")
_HOURS: Final = 4  # expressions of a range from an hour of a day to that of another
_TOPIC: Final = Grain.QUARTER  # what so long a time is told of may be told on a day


def agree(text: str, first: Timex, second: Timex, words: Statements) -> bool:
    """Tell whether two expressions date one thing: one lies in the other, or they are the ends of a range."""
    one, other = first.when, second.when
    if isinstance(one, Moment) and isinstance(other, Moment) and (one in other or other in one):
        return True
    return is_range(text, first, second, words)


def is_of_one(text: str, one: Timex, other: Timex, words: Statements) -> bool:
    """Tell whether two expressions of a clause can only date one thing.

    A part of the year before it may be of another ("In 2022 it won back Elm, lost in May of that year").
    """
    first, second = sorted((one, other), key=lambda timex: timex.start)
    of_year = _grain(first) is Grain.YEAR and _grain(second) not in (Grain.YEAR, None)
    return agree(text, first, second, words) and not of_year


def date_of(text: str, timexes: Sequence[Timex], words: Statements) -> tuple[Timex, Moment | Interval]:
    """Return the finest of the compatible dates of a clause, or its first range ("this week, | May 6-9").

    A day goes before the quarter or the year that it is told of ("results for the fourth quarter on 22 February").
    """
    for place, (one, other) in enumerate(pairwise(timexes)):
        begin, end = _ends(one)[0], _ends(other)[1]
        within = all(begin and isinstance(each.when, Moment) and begin in each.when for each in timexes[:place])
        if within and is_range(text, one, other, words):
            return one, Interval(begin, end)
    best = timexes[0]
    for timex in timexes[1:]:
        if isinstance(best.when, Moment) and isinstance(timex.when, Moment) and _is_finer(timex.when, best.when):
            best = timex
    return best, moment(best)


def _is_finer(one: Moment, other: Moment) -> bool:
    return one in other or (one.grain <= Grain.DAY and other.grain >= _TOPIC)


def behind_length(text: str, at: int, words: Statements) -> int:
    """Return where a text goes on behind a length of time at a place ("Ten days | after it fell"), else the place."""
    length = _LENGTH.match(text, at)
    return length.end() if length and length[1].casefold() in words.spans else at


def is_compared(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a date is only compared with ("less than a year earlier"), and no clause says what happened then.

    So is one that is denied ("on Monday, not on Tuesday").
    """
    if words.denied.search(text[max(0, timex.start - _PART) : timex.start]) or _is_of_picture(text, timex, words):
        return True
    before = text[max(0, timex.start - _NEAR) : timex.start]
    *_, part = ["", *_MARK.split(text[max(0, timex.start - _COMPARED) : timex.start])[1:]]
    if words.when.match(text, timex.end + len(", ")):
        return False
    aside = words.compares.match(part) and not _END.search(part)  # ", down from 40 boats the year before"
    if aside or words.by_percent.search(before) or (words.compared.search(before) and not words.bounds.search(before)):
        return True
    amount = words.from_amount.search(text[max(0, timex.start - _PART) : timex.start])
    if amount and not words.weak_cuts.search(amount[1]):
        return True  # "from 5 to 6 in May"
    first = words.first_since.search(text[max(0, timex.start - _RECORD) : timex.start])
    ranked = (first and _is_standing(first, timex, words)) or _is_scope(text, timex, words)
    return bool(ranked) or _is_count_since(text, timex, words)


def _is_of_picture(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether brackets hold nothing but when a picture was taken ("Ann Vale (pictured in | 2006) has died")."""
    bracket = text.rfind("(", max(0, timex.start - _PART), timex.start)
    said = text[bracket + 1 : timex.start]
    return bracket >= 0 and ")" not in said and words.shown_so.match(said) is not None


def _is_standing(first: re.Match[str], timex: Timex, words: Statements) -> bool:
    """Tell whether a date only says among what a superlative stands ("the worst storm in Elm since Petra in | May").

    So does the year of which a thing is the worst, but not that of its first months.
    """
    if first[3] and (_grain(timex) or Grain.DAY) < _TOPIC:
        return False
    if first[2]:  # but not in "the worst storm since the one that sank it in 2004"
        stated = any(is_finite(verb[0], words) for verb in words.verbs.finditer(first[1]))
        return not words.verbs.search(first[2]) and not (stated and not words.infinitive.search(first[1]))
    period = first[3] and first[1].rpartition(" ")[2] in words.periods | words.spans | words.parts_of_year
    acts = words.verbs.search(first[1]) and not words.infinitive.search(first[1])
    often = words.times.match(first[1].lstrip())  # "the first time it met since May"
    return bool(often) or not (period or acts)


def _is_scope(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether so long a time only says among what a superlative stands ("the deadliest storm | this century")."""
    long = isinstance(timex.when, Moment) and timex.when.grain >= Grain.YEAR
    if not long or timex.text.partition(" ")[0].casefold() not in words.demonstratives:
        return False
    ranked = words.ranked.search(text[max(0, timex.start - _RECORD) : timex.start])
    return ranked is not None and not words.weak_cuts.search(ranked[1]) and not words.verbs.search(ranked[1])


def _is_count_since(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether only a number of things has come about since a year ("has filed 40 protests since | 2020").

    Of a month, or a day, only what has come so many times does ("has met them six times since | May").
    """
    before = text[max(0, timex.start - _RECORD) : timex.start].rstrip()
    said, _, since = before.rpartition(" ")
    if _opens_count(text, timex, words):
        return True
    if since not in words.since or not isinstance(timex.when, Moment):
        return False
    if timex.when.grain < Grain.YEAR:
        return said.rpartition(" ")[2] in words.occasions
    clause = _END.split(before)[-1]
    if words.nots.search(clause):
        return True  # "have not kept pace since 2020"
    things = (each[1] for each in _COUNT.finditer(clause) if each[1] not in words.dangling)
    return bool(words.number_of_several.search(clause)) or not all(map(words.weak_cuts.fullmatch, things))


def _opens_count(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a clause counts what has been since the date at its head ("Since May 2, | nine boats have sunk").

    What has been since a weekday may as well be told of that.
    """
    since = _END.split(text[max(0, timex.start - _NEAR) : timex.start])[-1].strip(' ,“"')
    if since.casefold() not in words.since or not _is_written_day(timex):
        return False
    clause = _END.split(text[timex.end : timex.end + _RECORD])[0]
    verb = words.verbs.search(clause)
    perfect = verb is not None and verb[0] in words.having
    return perfect and bool(_COUNT.search(clause) or words.number_of_several.search(clause))


def _is_written_day(timex: Timex) -> bool:
    """Tell whether an expression gives a day by a number, or a longer time ("May 2", but not "Monday")."""
    grain = _grain(timex) or Grain.HOUR
    return grain > Grain.DAY or (grain is Grain.DAY and any(map(str.isdigit, timex.text)))


def is_topic(text: str, timex: Timex, others: Sequence[Timex], words: Statements) -> bool:
    """Tell whether a quarter or a year is what is told of on a day ("reported on Monday a loss for the quarter").

    So is, whatever its day, what a thing is for ("its guidance for 2023", but "planned for 2023"), and the end of a
    period of accounts of which somebody tells ("reported a loss for the year to 29 March").
    """
    before = text[max(0, timex.start - _NEAR) : timex.start]
    on_day = any(isinstance(other.when, Moment) and other.when.grain <= Grain.DAY for other in others if other != timex)
    if words.accounted.search(before):
        *_, sentence = _END.split(text[max(0, timex.start - _ACCOUNT) : timex.start])
        return on_day or words.telling.search(sentence) is not None
    if any(words.accounted.search(text[timex.start : other.start][:_NEAR]) for other in others):
        return True  # "the year | to 29 March"
    if not isinstance(timex.when, Moment) or timex.when.grain < _TOPIC:
        return False
    thing, told = words.meant_for.search(before), words.topic.search(before)
    if thing and not _is_set(thing[1], words):
        return True
    return told is not None and on_day


def _is_set(word: str, words: Statements) -> bool:
    """Tell whether the word before "for" sets a date ("planned for 2023")."""
    return word in words.set_for or words.verbs.fullmatch(word) is not None


def is_deferred(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a date is the one to which something is put off ("postponed from May to | June")."""
    return words.deferred_to.search(text[max(0, timex.start - _DEFERRED) : timex.start]) is not None


def is_given_up(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a date is the one from which something is put off ("postponed from | May to June")."""
    return words.deferred_from.search(text[max(0, timex.start - _DEFERRED) : timex.start]) is not None


def is_aside(text: str, start: int, timex: Timex, words: Statements) -> bool:
    """Tell whether nothing but a day stands between two commas ("The court, late on | Friday, ruled")."""
    near = text[max(start, timex.start - _NEAR) : timex.start]
    tie = words.before_date.search(near)
    before = near[: tie.start()] + "," * tie[0].startswith(",") if tie else near
    day = isinstance(timex.when, Moment) and timex.when.grain <= Grain.DAY
    return day and text.startswith(", ", timex.end) and before.rstrip().endswith(",")


def is_recalled(first: Timex, second: Timex) -> bool:
    """Tell whether a dated clause names years besides, which are its object's ("guilty of lies in 2019")."""
    begin, end = _ends(second)[0], _ends(first)[1]
    if begin is None or end is None or begin.grain < Grain.YEAR:
        return False
    return end.grain <= Grain.DAY or (end.grain < Grain.YEAR and begin.first < end.first)


def is_listed(text: str, first: Timex, second: Timex, words: Statements) -> bool:
    """Tell whether only a conjunction or a comma parts two dates, so that a clause has both: "on 12, 13 and 14 May"."""
    between = text[first.end : second.start].strip()
    joined = words.coordinators.fullmatch(between.removeprefix(",").lstrip()) is not None
    listed = joined or (between == "," and _grain(first) is _grain(second))
    owns = text.startswith(_APOSTROPHES, second.end)  # "met on Monday, Tuesday's session"
    return listed and not owns and not is_range(text, first, second, words)


def in_a_row(timexes: Sequence[Timex]) -> Interval | None:
    """Return the days of a list that follow one on another, if they do ("on 12 and 13 May")."""
    days = [timex.when for timex in timexes if isinstance(timex.when, Moment) and timex.when.grain is Grain.DAY]
    follow = all(one.shift(1) == another for one, another in pairwise(days))
    return Interval(days[0], days[-1]) if len(days) == len(timexes) > 1 and follow else None


def is_planned_for(text: str, timex: Timex, words: Statements) -> bool:
    """Tell whether a date is the one that a thing was planned for ("had been set for | Sunday")."""
    found = words.planned_for.search(text[max(0, timex.start - _NEAR) : timex.start])
    return found is not None and found[0].strip(" ,") != ""


def spanned(text: str, timexes: Sequence[Timex], words: Statements) -> list[Timex]:
    """Return the expressions, those of two hours of two days as one range ("from 7am on 2 May to 7am on 4 May")."""
    found = list(timexes)
    for place in range(len(found) - _HOURS, -1, -1):
        one, of_one, other, of_other = found[place : place + _HOURS]
        opens = words.range_start.search(text[max(0, one.start - _NEAR) : one.start])
        first, last = _hour(one, of_one), _hour(other, of_other)
        tied = opens and opens[0].strip() and words.between_ends.fullmatch(text, of_one.end, other.start)
        if first and last and opens and tied:
            start, end = one.start - len(opens[0].lstrip()), of_other.end
            found[place : place + _HOURS] = [
                evolve(one, start=start, end=end, text=text[start:end], when=Interval(first, last))
            ]
    return found


def _hour(one: Timex, other: Timex) -> Moment | None:
    """Return the time that two expressions give, one of them its day, in whatever order ("7am | on Thursday")."""
    pair = [timex.when for timex in (one, other) if isinstance(timex.when, Moment)]
    hour, day = sorted(pair, key=lambda moment: moment.grain) if len(pair) > 1 else (None, None)
    return hour if hour and hour.grain < Grain.DAY and hour.widen(Grain.DAY) == day else None


def is_range(text: str, first: Timex, second: Timex, words: Statements) -> bool:
    """Tell whether two expressions are the ends of a range ("from May to July", "14-16 June")."""
    between = text[first.end : second.start]
    if "," in first.text:
        between = between.removeprefix(",")  # "from May 4, 2020, to June 5, 2021"
    if is_deferred(text, second, words) or not words.between_ends.fullmatch(between):
        return False
    heads = text[max(0, first.start - 1) : first.start] in ("", "\n")  # "2011 to 2014 | Elm Foods grew"
    if heads or not any(mark.isalnum() for mark in between):
        return True  # "14-16 June"
    return words.range_start.search(text[max(0, first.start - _NEAR) : first.start]) is not None


def _ends(timex: Timex) -> tuple[Moment | None, Moment | None]:
    """Return the moments that an expression begins and ends with."""
    if isinstance(timex.when, Interval):
        return timex.when.first, timex.when.last
    return (timex.when, timex.when) if isinstance(timex.when, Moment) else (None, None)


def _grain(timex: Timex) -> Grain | None:
    return timex.when.grain if isinstance(timex.when, Moment) else None


def moment(timex: Timex) -> Moment | Interval:
    """Return the date that an expression gives."""
    assert isinstance(timex.when, Moment | Interval)
    return timex.when
