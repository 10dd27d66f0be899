"""What somebody was sentenced for, told by itself: the date behind it is its own ("jailed for stealing in 2019")."""

from __future__ import annotations

from typing import Final

from timeline.extract.clauses import Statement
from timeline.extract.setting import Setting
from timeline.extract.subjects import subject_of
from timeline.extract.titles import title_of
from timeline.moments import Moment
from timeline.statements import Statements
from timeline.when import Interval

_RECENT: Final = 14  # days before publication: in these it may be the sentence that has the date


def deed_of(setting: Setting, statement: Statement, title: str, published: Moment | None, words: Statements) -> str:
    """Return the title of a deed for which the title of a statement tells the sentence, or nothing.

    "Bo Lund was jailed on Monday for stealing a boat in May 2019" is of May 2019 as "Bo Lund stole a boat".
    """
    text, timex, when = setting.text, statement.timex, statement.when
    last = when.last if isinstance(when, Interval) else when
    if not timex or statement.role != "event" or not last or not published:
        return ""
    *_, deed = [None, *words.deed.finditer(text, setting.sentence.start, timex.start)]
    if not deed or last.last > published.first - _RECENT or words.verbs.search(text, deed.end(), timex.start):
        return ""
    doing, who = deed["doing"], subject_of(title, words)
    if not who or doing not in words.pasts or not words.proven.search(text, setting.sentence.start, deed.start()):
        return ""
    end = timex.end if isinstance(when, Moment) else statement.end  # "... in 2007 and was jailed for life"
    told = title_of(text, deed.start("doing"), end, setting.timexes, words)
    _, _, rest = told.partition(" ")
    return f"{who} {words.pasts[doing]} {rest}" if rest and told.casefold().startswith(doing) else ""
