"""The dates that a text has named so far, and where its story has come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from timeline.moments import Grain, Moment
from timeline.tense import BEFORE
from timeline.when import Interval, Length, When

if TYPE_CHECKING:
    from timeline.context import Context

Genre: TypeAlias = Literal["news", "narrative", "message", "headline"]
STEP_YEARS: Final = 1  # a year so soon after the one that a narrative has come to is its next step, not an aside
FAR_STEP_YEARS: Final = 10  # ... or so soon after it in a short clause
NEXT_TO: Final = 6  # characters between a time of day and its day
RECENT: Final = 4  # days of the calendar
LONGEST_ENTRY: Final = 1_500  # characters of an entry of a list behind its date
AGES: Final = frozenset((Grain.DECADE, Grain.CENTURY))
LAST_REPORTED: Final = {Grain.QUARTER: 3, Grain.HALF: 2}  # what reports are on, and how many of those ago
SUMS: Final = tuple(((months, Grain.MONTH),) for months in (6, 9))  # what reports add up beside their quarter


class Named(NamedTuple):
    """A date, where its expression ends, and whether it was counted from another rather than written."""

    moment: Moment
    end: int
    counted: bool = False


class Memory:
    """What a text of some genre, published on a day that may be known, has said by now."""

    def __init__(self, published: Moment | None, genre: Genre) -> None:
        self.published, self.genre = published, genre
        self.last: Named | None = None  # the last date
        self.spoken: Moment | None = None  # ... that is more than the day on which something was told
        self.previous: Moment | None = None  # ... that the story has come to
        self._passed: Moment | None = None  # ... that it named in passing, since it came to that one
        self._year: Named | None = None  # ... whose year is known
        self._entry: Named | None = None  # ... of an entry of a list, if its year is known or it has been
        self.is_outside = False  # the date spoken of but ends or begins a time
        self.days: list[Named] = []  # the last days of the calendar
        self.clock: Named | None = None  # the last time of day
        self.age: Named | None = None  # the last decade or century
        self.reported: Moment | None = None  # the quarter or half that is reported on

    def year_near(self, context: Context) -> Named | None:
        """Return the last date whose year is known, if that was but a sentence before a place."""
        return self._year if self._year and self._year.end >= context.start - BEFORE else None

    def entry_near(self, context: Context) -> Moment | None:
        """Return the date of the entry before in the same list, or of the one in which a place is."""
        if self._entry is None or not (context.opens_entry or context.start - self._entry.end < LONGEST_ENTRY):
            return None
        return self._entry.moment

    def in_sentence(self, context: Context) -> Moment | None:
        """Return the last date, if that was in the sentence of a place."""
        return self.last.moment if self.last and context.has_in_sentence(self.last.end) else None

    def day_of_time(self, context: Context) -> Moment | None:
        """Return the day of the time right before a place: of the "9am" before the "Sunday" of "9am on Sunday"."""
        if self.last is None or context.start > self.last.end + NEXT_TO or self.last.moment.grain >= Grain.DAY:
            return None
        return self.last.moment.widen(Grain.DAY)

    def take(
        self,
        when: When,
        context: Context,
        *,
        told_from_now: bool = False,
        year_said: bool = False,
        counted: bool = False,
    ) -> None:
        """Take in a date for the expressions after it; `year_said` tells that its year is known, if only counted.

        A narrative goes its own way: what is told from the writer's own day ("today") and far years are asides.
        """
        is_narrative = self.genre == "narrative"
        when = self._take_coarse(when, context)
        if not isinstance(when, Moment) or when.grain > Grain.YEAR or (is_narrative and told_from_now):
            return
        is_end = is_narrative and (context.is_limit or context.ends_range) and self.in_sentence(context) is not None
        is_telling = when.grain <= Grain.DAY and self._is_only_told(context)
        is_of_time = when == self.day_of_time(context)
        is_year = self.genre == "news" and when.grain is Grain.YEAR
        is_aside = is_year and (context.is_aside or context.is_in_brackets)
        self.last = Named(when, context.end, counted)
        if is_telling or is_aside or context.is_record or (is_narrative and year_said and context.is_in_brackets):
            return
        if not is_of_time:
            self.spoken = when
        self._take_day(self.last, context)
        if year_said and self._is_of_story(when, context):
            self._year = self.last
        is_heading = not when.mod and context.heads_entry(when.grain)  # "Early 2024" heads nothing
        if is_heading and (year_said or not self._is_open(when)):
            self._entry = self.last
        if is_end or (is_narrative and self._is_in_passing(when, context)):
            self._passed = when
        else:
            self.previous, self._passed = when, None
        if when.grain in LAST_REPORTED and self._is_reported(when, context):
            self.reported = when

    def _take_coarse(self, when: When, context: Context) -> When:
        """Take in a decade, a century or a length that reports add up; return the end of what lasts for many days."""
        if isinstance(when, Length) and when.parts in SUMS:
            self.reported = None  # what they are compared with is no quarter
        if isinstance(when, Moment) and when.grain in AGES:
            self.age = Named(when.with_mod(None), context.end)
        if isinstance(when, Interval) and when.grain > Grain.DAY:  # no day is meant by a feast of weeks
            return when.last or when.first or when
        return when

    def _take_day(self, named: Named, context: Context) -> None:
        """Take in a date if it is a day or a time of one; no time of day goes on from "before Monday"."""
        is_day = named.moment.grain is Grain.DAY
        self.is_outside = is_day and context.is_outside
        if is_day and not self.is_outside:
            self.days = [*self.days[1 - RECENT :], named]
        elif named.moment.grain < Grain.PART:
            self.clock = named

    def _is_only_told(self, context: Context) -> bool:
        """Tell whether a day is that on which a paragraph was told which has named another: "police said Tuesday"."""
        if self.last is None or self.genre != "news":
            return False
        return context.is_heard or ("\n\n" not in context.since(self.last.end) and context.is_telling)

    def _is_of_story(self, when: Moment, context: Context) -> bool:
        """Tell whether the year that a date writes is one that the dates after it may lie in."""
        if self.genre == "message" or (self.published is not None and when.first > self.published.first):
            return False
        is_year = when.grain >= Grain.MONTH and self.genre != "narrative"
        is_aside = context.is_apart or context.sets_aside or (when.grain is Grain.YEAR and context.begins_range)
        return not (is_year and is_aside)

    def _is_reported(self, when: Moment, context: Context) -> bool:
        """Tell whether a quarter or half may be what is reported on: neither to come nor that of the year before."""
        if self.published is not None and self.published.widen(when.grain).n - when.n > LAST_REPORTED[when.grain]:
            return False
        return not (self._is_open(when) and context.tense > 0)

    def _is_open(self, moment: Moment) -> bool:
        """Tell whether a moment was not over by publication."""
        return self.published is not None and moment.last >= self.published.first

    def _is_in_passing(self, when: Moment, context: Context) -> bool:
        """Tell whether a date is mentioned in passing: within a sentence, and no next step of the story.

        A bare year is, but for one soon after, or soon after the last such year, that is no limit ("by 1958"), and for
        one that a short clause is about; a finer date is where it looks back ("who had been chosen on 3 May"), any
        where it looks ahead ("planned for 1976").
        """
        if self.previous is None or context.opens_sentence:
            return False
        years = when.year - self.previous.year
        if years > 0 and context.looks_ahead:
            return True
        if years and when.grain is Grain.YEAR:
            return not (self._is_step(years, context) or self._goes_on(when, context))
        return years < 0 and context.looks_back

    def _is_step(self, years: int, context: Context) -> bool:
        """Tell whether a year so long after the one that the story has come to is its next step."""
        if 0 < years <= STEP_YEARS and not context.is_limit:
            return True
        return 0 < years <= FAR_STEP_YEARS and context.is_plain

    def _goes_on(self, when: Moment, context: Context) -> bool:
        """Tell whether a year is soon after the last that was named in passing, so that the story went on there."""
        soon = self._passed is not None and 0 <= when.year - self._passed.year <= STEP_YEARS
        return soon and not context.sets_aside
