"""What a date expression leans on: the date of its article, the dates named before it, the tense of its clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from timeline.live import is_live
from timeline.moments import Grain, Moment
from timeline.tense import AFTER, BEFORE, tense
from timeline.when import Interval, Length, When

if TYPE_CHECKING:
    from timeline.grammar import Expression

Read = TypeVar("Read")
Genre: TypeAlias = Literal["news", "narrative", "message", "headline"]
STEP_YEARS: Final = 1  # a year so soon after the one that a narrative has come to is its next step, not an aside
FAR_STEP_YEARS: Final = 10  # ... or so soon after it in a short clause
SHORT_CLAUSE: Final = 60  # characters
OPENING: Final = 16  # characters before a date that opens its sentence
LONGEST_ADDED: Final = 16  # characters between a date and a weekday added to it in brackets
RECENT: Final = 4  # days so written
LONGEST_ASIDE: Final = 60  # characters from a date to the bracket around it
SUMS: Final = tuple(((months, Grain.MONTH),) for months in (6, 9))  # what reports add up beside their quarter
LONGEST_MARK: Final = 6  # characters before the time that begins an entry: "**", "- "
LONGEST_JOIN: Final = 12  # characters between two dates of a list


class Anchor:
    """The moving point that expressions lean on while an article is read from its beginning to its end."""

    def __init__(self, published: Moment | None, text: str = "", language: str = "en", genre: Genre = "news") -> None:
        self.published = published
        self.spoken: Moment | None = None  # the last date
        self.previous: Moment | None = None  # the last date that the story has come to
        self._passed: Moment | None = None  # the last date that it named in passing, since it came to that one
        # the last date whose year is known, where it ends, and whether it is counted from another rather than written
        self._year_at: tuple[int, Moment, bool] | None = None
        self.reported: Moment | None = None  # the quarter or half that is reported on
        self.language = language
        self.genre = genre
        self.narrative = genre == "narrative"
        self.day_first: bool | None = None  # numeric dates begin with the day
        self.order_by = ""  # what tells so
        self._last: tuple[int, Moment] | None = None  # where the last date ends, and that date
        self._days: list[tuple[int, Moment]] = []  # the same of the last days of the calendar
        self.text, self._tense, self._at = text, tense(language), (0, 0)
        self.following: tuple[Expression, int, int] | None = None  # the expression after the current one, and where
        self._said_before: str | None = None  # what is read of the place when first wanted
        self._told: int | None = None
        self._is_live: bool | None = None

    @property
    def day(self) -> int | None:
        """The number of the day of publication."""
        return self.published.first if self.published else None

    @property
    def tense(self) -> int:
        """The tense of the clause that the current expression stands in: -1, 0 or +1."""
        if self._told is None:
            self._told = self._tense.told(self._before, self.text[self._at[1] : self._at[1] + AFTER])
        return self._told

    @property
    def base(self) -> Moment | None:
        """The moment near which a date that leaves out its year lies: a year that its sentence names goes first."""
        if self._year_at is not None and self.at_hand:
            at, moment, counted = self._year_at
            is_other = not self.narrative and (counted or self._is_over(moment))
            in_sentence = self._tense.goes_on(self.text[at : self._at[0]])
            if in_sentence and not (is_other and self._is_planned_since(at, moment)):
                return moment
        return (self.previous or self.published) if self.narrative else self.published

    @property
    def reference(self) -> Moment | None:
        """The moment that "that year" and "two days later" speak of."""
        return self.spoken or self.published

    def counted_from(self, unit: Grain) -> Moment | None:
        """Return what a length is counted from: in news no year ("built in 1994, ... two days earlier") but a day."""
        told, in_days = self.reference, self.genre == "news" and unit < Grain.MONTH
        if self.published is None or told is None or told.grain < Grain.YEAR or not in_days:
            return told
        return self._days[-1][1] if self._days else self.published

    @property
    def told_day(self) -> Moment | None:
        """The same for a time of day: what is told as past goes on with the last day that had come by publication."""
        if self.genre == "news" and self._opens_entry:
            return self.here(Grain.DAY)
        return self.day_come or self.here(Grain.DAY) if self.looks_past else self.reference

    @property
    def looks_past(self) -> bool:
        """Whether the expression is told as past after a date to come, which it does not go on from."""
        here, told = self.published, self.spoken
        ahead = here is not None and told is not None and told.first > here.last
        return ahead and self.genre == "news" and self.tense < 0 and self.in_sentence is None

    @property
    def day_come(self) -> Moment | None:
        """The last day named that had come by publication."""
        here = self.published
        return next((day for _, day in reversed(self._days) if here and day.first <= here.last), None)

    @property
    def _opens_entry(self) -> bool:
        """Whether the expression begins an entry of a live page, whose latest entry comes first."""
        start = self._at[0]
        before = self.text[max(0, start - LONGEST_MARK - 1) : start]
        mark = before.rpartition("\n")[2]
        if (mark == before and start > LONGEST_MARK) or any(map(str.isalnum, mark)):
            return False
        if self._is_live is None:
            self._is_live = is_live(self.text, self.language)
        return self._is_live

    @property
    def is_loose(self) -> bool:
        """Whether "two days later" follows something that is not dated, so that it is not counted from today."""
        return self.spoken is None and self.genre != "message" and self.tense <= 0

    @property
    def is_limit(self) -> bool:
        """Whether the expression is one up to which something lasts or by which it is done: "until December"."""
        return self._tense.is_limit(self._before)

    @property
    def at_hand(self) -> Moment | None:
        """The last date whose year was written, if that was but a sentence ago."""
        return self._year_at[1] if self._year_at and self._year_at[0] >= self._at[0] - BEFORE else None

    @property
    def in_sentence(self) -> Moment | None:
        """The date named last, if that was in the sentence of the expression."""
        return self._last[1] if self._last and self._is_in_sentence(self._last[0]) else None

    @property
    def goes_ahead(self) -> bool:
        """Whether the sentence has just named a date to come: "qualifying is on Saturday and the race on Sunday"."""
        told = self.in_sentence
        return told is not None and self.published is not None and told.first > self.published.last

    @property
    def beside(self) -> Moment | None:
        """The date just before in the same list or range: "Friday" for the "Sunday" of "from Friday to Sunday"."""
        if self._last is None or not 0 < self._at[0] - self._last[0] <= LONGEST_JOIN:
            return None
        return self._last[1] if self._tense.joins(self._between) else None

    def named(self, weekday: int) -> Moment | None:
        """Return the day just written that an added weekday names: "Tues" in "May 5-6 (Tues-Wed)"."""
        since = self._at[0] - LONGEST_ADDED
        for end, day in self._days:
            if end >= since and (day.n - 1) % 7 + 1 == weekday and "(" in self.text[end : self._at[0]]:
                return day
        return None

    @property
    def ends_range(self) -> bool:
        """Whether the date `beside` begins a range, of which the expression is the end."""
        return self._tense.spans(self._between)

    @property
    def _before(self) -> str:
        """What stands before the expression in its sentence."""
        if self._said_before is None:
            self._said_before = self._tense.sentence(self.text, self._at[0])
        return self._said_before

    @property
    def _between(self) -> str:
        """What stands between the last date and the expression."""
        return self.text[self._last[0] : self._at[0]] if self._last else ""

    def _is_in_sentence(self, at: int) -> bool:
        """Tell whether a place before the expression is in its sentence."""
        start = self._at[0]
        return at > start - BEFORE and at > start - len(self._before)  # no need to read far ones' sentence

    def _in_brackets(self) -> bool:
        """Tell whether the expression stands in brackets: the years of a life, the date of a treaty."""
        start, end = self._at
        before = self.text[max(0, start - LONGEST_ASIDE) : start]
        if before.rfind("(") <= before.rfind(")"):
            return False
        inside, closed, _ = self.text[end : end + LONGEST_ASIDE].partition(")")
        return bool(closed) and "(" not in inside

    def _is_set_aside(self, when: Moment) -> bool:
        """Tell whether a year, or a part of one, dates something else than its sentence: "since 2005"."""
        if when.grain < Grain.MONTH:
            return False
        before = self._before
        in_brackets = "," in before and self.text.startswith(",", self._at[1])
        return in_brackets or self._tense.sets_aside(before)

    def _is_told_year(self, when: Moment) -> bool:
        """Tell whether the year that a date writes is one that the dates after it may lie in."""
        past = self.published is None or when.first <= self.published.first
        return past and self.genre != "message" and (self.narrative or not self._is_set_aside(when))

    def _is_open(self, moment: Moment) -> bool:
        """Tell whether a moment was not over by publication."""
        return self.published is not None and moment.last >= self.published.first

    def _is_plain(self, before: str) -> bool:
        """Tell whether a date is all that its short clause is told with: "He moved to Rome in 1913"."""
        turns = "," in before or self._tense.sets_aside(before) or self._tense.looks_back(before)
        return len(before) <= SHORT_CLAUSE and not turns

    def _is_planned_since(self, at: int, moment: Moment) -> bool:
        """Tell whether the expression is told as to come, and if after a finer date than a year then since that."""
        is_year = moment.grain is Grain.YEAR
        return self.tense > 0 and (is_year or self._tense.told(self.text[at : self._at[0]], "") > 0)

    def _is_over(self, moment: Moment) -> bool:
        """Tell whether a date was over by publication, which what is told as to come does not go by."""
        return self.published is not None and moment.last < self.published.first

    @property
    def year_before(self) -> Moment | None:
        """The quarter or half a year before the one that is reported on, with which it is compared."""
        if self.reported is None:
            return None
        return self.reported.shift(-4 if self.reported.grain is Grain.QUARTER else -2)

    def here(self, grain: Grain) -> Moment | None:
        """Return the cell of `grain` in which the article was published."""
        return None if self.published is None else self.published.widen(grain)

    @property
    def leads_on(self) -> bool:
        """Whether only a place parts the expression from the one after it: "at 3 p.m. in a park on Friday"."""
        return self.following is not None and self._tense.is_place(self.text[self._at[1] : self.following[1]])

    @property
    def begins_range(self) -> bool:
        """Whether the expression after this one ends a range that this one begins: "between January and October"."""
        if self.following is None:
            return False
        return self._tense.is_range(self._before, self.text[self._at[1] : self.following[1]])

    def at_following(self, read: Callable[[Expression, Anchor], Read]) -> Read | None:
        """Return what is read of the expression after the current one, standing there for as long as it takes."""
        if self.following is None:
            return None
        here, following = (self._at, self._said_before, self._told), self.following
        expression, start, end = following
        self.stand(start, end)
        self.following = None
        found = read(expression, self)
        (self._at, self._said_before, self._told), self.following = here, following
        return found

    def stand(self, start: int, end: int) -> None:
        """Take the place of an expression in the text."""
        self._at, self._said_before, self._told = (start, end), None, None

    def move(self, when: When, *, told_from_now: bool = False, year_said: bool = False, counted: bool = False) -> None:
        """Remember a date for the expressions after it; `year_said` tells that its year is known, if only counted.

        A narrative goes its own way: what is told from the writer's own day ("today") and far years are asides.
        """
        if isinstance(when, Length) and when.parts in SUMS:
            self.reported = None  # what they are compared with is no quarter
        if isinstance(when, Interval):
            when = when.last or when.first or when
        if not isinstance(when, Moment) or when.grain > Grain.YEAR or (self.narrative and told_from_now):
            return
        is_end = self.narrative and self.is_limit and self.in_sentence is not None
        only_told = when.grain <= Grain.DAY and self._is_only_told()
        self._last = self._at[1], when
        if only_told:
            return
        if self.narrative and year_said and self._in_brackets():
            return
        self.spoken = when
        if when.grain is Grain.DAY:
            self._days = [*self._days[1 - RECENT :], self._last]
        if year_said and self._is_told_year(when):
            self._year_at = self._at[1], when, counted
        if is_end or (self.narrative and self._aside(when)):  # the end of what it tells of, or in passing
            self._passed = when
        else:
            self.previous, self._passed = when, None
        if when.grain in (Grain.QUARTER, Grain.HALF) and not (self._is_open(when) and self.tense > 0):
            self.reported = when

    def _is_only_told(self) -> bool:
        """Tell whether a day is that on which a paragraph was told which has named another: "police said Tuesday"."""
        told = self._last is not None and self.genre == "news" and "\n\n" not in self._between
        return told and self._tense.is_telling(self._before)

    def _aside(self, when: Moment) -> bool:
        """Tell whether a date is mentioned in passing: within a sentence, and no next step of the story.

        A bare year is, but for one soon after, or soon after the last such year, that is no limit ("by 1958"), and for
        one that a short clause is about; a finer date is where it looks back ("who had been chosen on 3 May"), any
        where it looks ahead ("planned for 1976").
        """
        if self.previous is None:
            return False
        before = self._before
        years = when.year - self.previous.year
        if not years or len(before) <= OPENING:
            return False
        if years > 0 and (self.tense > 0 or self._tense.looks_ahead(before)):
            return True
        if when.grain is Grain.YEAR:
            goes_on = (
                self._passed is not None
                and 0 <= when.year - self._passed.year <= STEP_YEARS
                and not self._tense.sets_aside(before)
            )
            steps = 0 < years <= STEP_YEARS and not self._tense.is_limit(before)
            return not (steps or goes_on or (0 < years <= FAR_STEP_YEARS and self._is_plain(before)))
        return years < 0 and self._tense.looks_back(before)
