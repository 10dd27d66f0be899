"""Where an expression stands in its text, and what the words around it say of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from timeline.moments import Grain
from timeline.tense import AFTER, BEFORE, LONGEST_WORD, Tense

if TYPE_CHECKING:
    from timeline.grammar import Found

Following: TypeAlias = "tuple[Found, int, int]"  # the expression after another, and where it begins and ends
OPENING: Final = 16  # characters before a date that opens its sentence
SHORT_CLAUSE: Final = 60  # characters
SHORT_LINE: Final = 40  # characters
LONGEST_ASIDE: Final = 60  # characters from a date to the bracket around it
_ENTRY: Final = re.compile(r"\)?[ \t]*(?:[:–—]|-[ \t])")  # what stands behind the date of an entry
LONGEST_TIE: Final = 20  # characters of what ties a date to its sentence: "since at least"
LONGEST_JOIN: Final = 12  # characters between two dates of a list
LONGEST_MARK: Final = 6  # characters before what begins a line: "**", "- "


class Context:
    """The place `[start, end)` of an expression; what is read there is read when it is first wanted.

    Where lines do not break within sentences (`is_lined`), a sentence is of one line.
    """

    __slots__ = ("_before", "_is_lined", "_tense", "_told", "end", "following", "start", "text")

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        tense: Tense,
        following: Following | None = None,
        *,
        is_lined: bool = False,
    ) -> None:
        self.text, self.start, self.end, self.following = text, start, end, following
        self._tense, self._is_lined = tense, is_lined
        self._before: str | None = None
        self._told: int | None = None

    @property
    def before(self) -> str:
        """What stands before the expression in its sentence; nothing before the date of an entry, or over a list."""
        if self._before is None:
            self._before = "" if self.opens_entry or self.fills_line else self._tense.sentence(self.text, self.start)
            if self._is_lined:
                self._before = self._before.rpartition("\n")[2]
        return self._before

    @property
    def _tie(self) -> str:
        """The last words before the expression, which tie it to its sentence: "since at least"."""
        return self.text[max(0, self.start - LONGEST_TIE) : self.start].replace("\n", " ")

    @property
    def tense(self) -> int:
        """The tense of the clause that the expression stands in: -1, 0 or +1."""
        if self._told is None:
            after = self.text[self.end : self.end + AFTER]
            is_of_line = self._is_lined or self.opens_entry or self.ends_short_line
            self._told = self._tense.told(self.before, after.partition("\n")[0] if is_of_line else after)
            if self._told <= 0 and self._ends_heading:
                clause = self.before.rpartition(",")[2] if self._told else self.before
                self._told = 1 if self._tense.plans(clause) else self._told
        return self._told

    @property
    def _ends_heading(self) -> bool:
        """Whether the expression ends a line that is a sentence without its mark."""
        return self._ends_line and "\n" not in self.before

    @property
    def _ends_line(self) -> bool:
        return self.text[self.end : self.end + 1] in ("", "\n")

    # -- what stands before it

    def since(self, at: int) -> str:
        """Return what stands between an earlier place and the expression."""
        return self.text[at : self.start]

    def has_in_sentence(self, at: int) -> bool:
        """Tell whether an earlier place is in the sentence of the expression."""
        return at > self.start - BEFORE and at > self.start - len(self.before)  # no need to read far ones' sentence

    @property
    def opens_line(self) -> bool:
        """Whether but a mark stands before the expression in its line."""
        whole = self.text[max(0, self.start - LONGEST_MARK - 1) : self.start]
        mark = whole.rpartition("\n")[2]
        return (mark != whole or self.start <= LONGEST_MARK) and not any(map(str.isalnum, mark))

    @property
    def opens_entry(self) -> bool:
        """Whether the expression is the date of an entry of a list: "31 July: the result"."""
        return _ENTRY.match(self.text, self.end) is not None and self.opens_line

    @property
    def fills_line(self) -> bool:
        """Whether the expression is all of its line: "Saturday" over the games of that day."""
        return self._ends_line and self.opens_line

    @property
    def ends_short_line(self) -> bool:
        """Whether but few words stand in the line of the expression, as in that of a list or over one."""
        begin, end = self.text.rfind("\n", 0, self.start) + 1, self.text.find("\n", self.end, self.end + SHORT_LINE)
        return end >= 0 and end - begin <= SHORT_LINE

    def heads_entry(self, grain: Grain) -> bool:
        """Tell whether the expression heads entries of a list, as one of them does or a line that is but a year."""
        return self.opens_entry or (grain is Grain.YEAR and self.fills_line)

    @property
    def opens_sentence(self) -> bool:
        """Whether but few words stand before the expression in its sentence."""
        return len(self.before) <= OPENING

    @property
    def is_limit(self) -> bool:
        """Whether the expression is one up to which something lasts or by which it is done: "until December"."""
        return self._tense.is_limit(self._tie)

    @property
    def is_awaited(self) -> bool:
        """Whether the expression is one that something waits for or lasts to: "until December"."""
        return self._tense.is_awaited(self.before)

    @property
    def is_begun(self) -> bool:
        """Whether the expression is one that has been: "since Monday"."""
        return self._tense.is_begun(self._tie)

    @property
    def is_followed(self) -> bool:
        """Whether something comes after what the expression is the date of: "following July's vote"."""
        return self._tense.is_followed(self.before, self.text[self.end : self.end + LONGEST_WORD])

    @property
    def is_record(self) -> bool:
        """Whether a record is only compared with the expression: "the heaviest rain since July 4"."""
        return self.is_begun and self._tense.is_record(self.before, self.text[self.end : self.end + AFTER])

    @property
    def is_outside(self) -> bool:
        """Whether the story is not on the expression, with which a time ends or begins: "before Monday"."""
        return self._tense.is_outside(self._tie)

    @property
    def is_telling(self) -> bool:
        """Whether the expression is only the day on which something was told: "police said Tuesday"."""
        return self._tense.is_telling(self.before)

    @property
    def is_heard(self) -> bool:
        """Whether the expression is only the day on which something was heard: "a hearing on Friday heard"."""
        return self._tense.is_heard(self.text[self.end : self.end + LONGEST_WORD])

    @property
    def looks_back(self) -> bool:
        """Whether the sentence takes the story back to what was before: "who had been chosen on 3 May"."""
        return self._tense.looks_back(self.before)

    @property
    def is_foretold(self) -> bool:
        """Whether the clause tells, in the present, what is to come: "her funeral will be held on 3 May"."""
        return self.tense > 0 and self._tense.is_present(self.before)

    @property
    def is_pluperfect(self) -> bool:
        """Whether the clause tells what had happened before what was told: "he had called at 9 p.m."."""
        return self._tense.is_pluperfect(self.before)

    @property
    def is_done(self) -> bool:
        """Whether a past verb stands right beside the expression: "was jailed in January"."""
        return self._tense.is_done(self.before, self.text[self.end : self.end + LONGEST_WORD])

    @property
    def is_overtaken(self) -> bool:
        """Whether a plan for the date has been overtaken: "had been due on Friday"."""
        return self._tense.is_overtaken(self.before, self.text[self.end : self.end + LONGEST_WORD])

    @property
    def is_of_appointment(self) -> bool:
        """Whether an appointment is told by the expression, in whatever tense: "the June 2 vote was put off"."""
        return self._tense.is_of_appointment(self.text[self.end : self.end + LONGEST_WORD])

    @property
    def owns_appointment(self) -> bool:
        """Whether an appointment to come is of the expression: "Saturday's match will be shown"."""
        return self._tense.owns_appointment(self.before, self.text[self.end : self.end + AFTER])

    @property
    def looks_ahead(self) -> bool:
        """Whether the sentence takes the story on to what was to come: "planned for 1976"."""
        return self.tense > 0 or self._tense.looks_ahead(self.before)

    @property
    def sets_aside(self) -> bool:
        """Whether a year here dates something else than its sentence: "since 2005"."""
        return self._tense.sets_aside(self.before)

    @property
    def is_plain(self) -> bool:
        """Whether a date is all that its short clause is told with: "He moved to Rome in 1913"."""
        turns = "," in self.before or self.sets_aside or self.looks_back
        return len(self.before) <= SHORT_CLAUSE and not turns

    @property
    def ends_range(self) -> bool:
        """Whether the words before the expression make it the end of a range: "from 10 p.m. on Friday to"."""
        return self._tense.is_range_end(self.before)

    # -- what stands on both sides

    @property
    def is_apart(self) -> bool:
        """Whether a comma follows the expression, and one precedes it, or a participle: "Founded in 1974,"."""
        if not self.text.startswith(",", self.end):
            return False
        return "," in self.before or self._tense.opens_with_participle(self.before)

    @property
    def is_aside(self) -> bool:
        """Whether commas part it from what is told: "Elm, founded in 1974, said", "who fell in 1974, fled"."""
        _, comma, clause = self.before.rpartition(", ")
        if not (comma and self.is_apart):
            return False
        if self._tense.opens_with_participle(clause):
            return True
        is_clause = " " in clause.rstrip()  # rather than a tie: "Elm, in 1974, fled"
        return is_clause and self._tense.opens_with_past(self.text[self.end + 1 : self.end + LONGEST_WORD])

    @property
    def is_in_brackets(self) -> bool:
        """Whether the expression stands in brackets: the years of a life, the date of a treaty."""
        before = self.text[max(0, self.start - LONGEST_ASIDE) : self.start]
        if before.rfind("(") <= before.rfind(")"):
            return False
        inside, closed, _ = self.text[self.end : self.end + LONGEST_ASIDE].partition(")")
        return bool(closed) and "(" not in inside

    # -- what stands between it and the expression after it

    @property
    def leads_on(self) -> bool:
        """Whether only a place parts the expression from the one after it: "at 3 p.m. in a park on Friday"."""
        return self.following is not None and self._tense.is_place(self.text[self.end : self.following[1]])

    @property
    def is_of_noun(self) -> bool:
        """Whether the expression after this one tells the day of its noun: "an early-morning crash on Monday"."""
        return self.following is not None and self._tense.is_of_noun(self.text[self.end : self.following[1]])

    @property
    def is_paired(self) -> bool:
        """Whether the expression after this one tells another time of one day: "at 7 a.m. and closes at 10 p.m."."""
        return self.following is not None and self._tense.is_pair(self.text[self.end : self.following[1]])

    @property
    def is_joined(self) -> bool:
        """Whether a list or a range goes on to the expression after this one: "Friday and Saturday, 5-6 May"."""
        if self.following is None or self.following[1] > self.end + LONGEST_JOIN:
            return False
        return self._tense.joins(self.text[self.end : self.following[1]])

    @property
    def begins_range(self) -> bool:
        """Whether the expression after this one ends a range that this one begins: "between January and October"."""
        if self.following is None:
            return False
        openings = self._tense.range_openings(self.text[self.end : self.following[1]])
        return bool(openings) and f" {self.before.lower()}".endswith(openings)
