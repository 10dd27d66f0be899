"""What somebody was sentenced for, told by itself: the date behind it is its own ("jailed for stealing in 2019")."""

from __future__ import annotations

from timeline.extract.antecedents import antecedent
from timeline.extract.clauses import Statement
from timeline.extract.kinds import RECENT, accused_at
from timeline.extract.lighten import capital
from timeline.extract.names import NAME_AT_END
from timeline.extract.setting import Setting
from timeline.extract.shorten import shorten
from timeline.extract.subjects import subject_of
from timeline.extract.titles import title_of
from timeline.extract.undated import undated
from timeline.moments import Moment
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.when import Interval


def deed_of(setting: Setting, statement: Statement, title: str, published: Moment | None, words: Statements) -> str:
    """Return the title of a deed for which the title of a statement tells the sentence, or nothing.

    "Bo Lund was jailed on Monday for stealing a boat in May 2019" is of May 2019 as "Bo Lund stole a boat".
    """
    text, timex, when = setting.text, statement.timex, statement.when
    if not timex or statement.role != "event":
        return ""
    if accused := _accused(setting, timex, title, published, words):
        return accused
    last = when.last if isinstance(when, Interval) else when
    if not last or not published:
        return ""
    *_, deed = [None, *words.deed.finditer(text, setting.sentence.start, timex.start)]
    if not deed or last.last > published.first - RECENT or words.verbs.search(text, deed.end(), timex.start):
        return ""
    doing, who = deed["doing"], subject_of(title, words)
    if not who or doing not in words.pasts or not words.proven.search(text, setting.sentence.start, deed.end()):
        return ""
    end = timex.end if isinstance(when, Moment) else statement.end  # "... in 2007 and was jailed for life"
    told = title_of(text, deed.start("doing"), end, setting.timexes, words)
    _, _, rest = words.joined_deed.sub(lambda each: each[1] + words.pasts.get(each[2], each[2]), told).partition(" ")
    return f"{who} {words.pasts[doing]} {rest}" if rest and told.casefold().startswith(doing) else ""


def _accused(setting: Setting, timex: Timex, title: str, published: Moment | None, words: Statements) -> str:
    """Return the title that somebody is accused of the deed of a date, or nothing.

    "Jurors retired in the trial of Bo Lund, accused of stealing a boat in May 2019" tells "Bo Lund accused of ...".
    """
    at = accused_at(setting.text, setting.sentence.start, timex, published, words)
    if at is None:
        return ""
    before = undated(setting.text, setting.sentence.start, at, setting.timexes, words).rstrip(", ")
    if not words.being.isdisjoint(before.split()[-2:]):
        return ""  # "was previously | charged"
    near = antecedent(before, words, person=True)
    who = near if NAME_AT_END.fullmatch(near) or words.person.fullmatch(near) else subject_of(title, words)
    told = title_of(setting.text, at, timex.end, setting.timexes, words)
    return shorten(f"{capital(who)} {told[:1].lower()}{told[1:]}", words) if who and told else ""
