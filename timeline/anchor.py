"""What a date expression leans on: the date of its article, the dates named before it, the tense of its clause."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from timeline.context import LONGEST_JOIN, Context
from timeline.days import weekday_of
from timeline.grammar import is_wrapped
from timeline.live import is_live
from timeline.memory import Genre, Memory
from timeline.moments import Grain, Moment
from timeline.tense import BEFORE, tense
from timeline.when import When

if TYPE_CHECKING:
    from timeline.context import Following
    from timeline.grammar import Expression

Read = TypeVar("Read")
LONGEST_ADDED: Final = 16  # characters between a date and a weekday added to it in brackets
LONGEST_LINE: Final = 100  # characters between the dates of two lines of a list
LONGEST_AT: Final = 8  # characters between a day and its hour ("at about")
LONGEST_DAY: Final = 32  # characters behind a time of day in which its own day stands ("on Wednesday morning to")


class Anchor:
    """The moving point that expressions lean on while an article is read from its beginning to its end.

    It stands in a `context`, the place of an expression, and has a `memory` of the dates before that.
    """

    def __init__(self, published: Moment | None, text: str = "", language: str = "en", genre: Genre = "news") -> None:
        self.published, self.text, self.language, self.genre = published, text, language, genre
        self.narrative = genre == "narrative"
        self.day_first: bool | None = None  # numeric dates begin with the day
        self.order_by = ""  # what tells so
        self._tense = tense(language)
        self.memory = Memory(published, genre)
        self._is_lined = not is_wrapped(text)
        self.context = Context(text, 0, 0, self._tense)

    def stand(self, start: int, end: int, following: Following | None = None) -> None:
        """Take the place of an expression in the text, and know the one after it."""
        self.context = Context(self.text, start, end, self._tense, following, is_lined=self._is_lined)

    def at_following(self, read: Callable[[Expression, Anchor], Read]) -> Read | None:
        """Return what is read of the expression after the current one, standing there for as long as it takes."""
        here = self.context
        if here.following is None:
            return None
        following, start, end = here.following
        self.stand(start, end)
        value = read(following.expression, self)
        self.context = here
        return value

    def move(self, when: When, *, told_from_now: bool = False, year_said: bool = False, counted: bool = False) -> None:
        """Remember the date of the current expression for those after it."""
        self.memory.take(when, self.context, told_from_now=told_from_now, year_said=year_said, counted=counted)

    @property
    def tense(self) -> int:
        """The tense of the clause that the current expression stands in: -1, 0 or +1."""
        return self.context.tense

    # -- the day of publication

    @property
    def day(self) -> int | None:
        """The number of the day of publication."""
        return self.published.first if self.published else None

    def here(self, grain: Grain) -> Moment | None:
        """Return the cell of `grain` in which the article was published."""
        return None if self.published is None else self.published.widen(grain)

    # -- the moment that an expression is told from

    @property
    def base(self) -> Moment | None:
        """The moment near which a date that leaves out its year lies: a year that its sentence names goes first."""
        named = self.memory.year_near(self.context)
        if named is not None:
            moment = named.moment
            is_other = not self.narrative and (named.counted or self._is_over(moment))
            in_sentence = self._tense.goes_on(self.context.since(named.end))
            if in_sentence and not (is_other and self._is_planned_since(named.end, moment)):
                return moment
        if self.narrative and not self.context.opens_entry:
            if self.published and self.context.is_foretold:
                return self.published
            return self.memory.previous or self.published
        told = self.memory.previous if self.narrative else None
        return self.memory.entry_near(self.context) or told or self.published

    @property
    def at_hand(self) -> Moment | None:
        """The last date whose year was written, if that was but a sentence ago."""
        named = self.memory.year_near(self.context)
        return named.moment if named else None

    @property
    def reference(self) -> Moment | None:
        """The moment that "that year" and "two days later" speak of."""
        return self.memory.spoken or self.published

    def age(self, unit: Grain) -> Moment | None:
        """Return the decade or century named last: what is told as past since then has been in it."""
        age, last = self.memory.age, self.memory.last
        if age is None or age.moment.grain is not unit or self.tense > 0:
            return None
        is_last = last is None or last.end <= age.end or last.moment in age.moment
        return age.moment if is_last else None

    def counted_from(self, unit: Grain) -> Moment | None:
        """Return what a length is counted from: in news no year ("built in 1994, ... two days earlier") but a day."""
        told, clock = self.reference, self.memory.clock
        if self.genre != "news":
            return told
        day = self.last_day
        if unit < Grain.DAY and clock and day is not None and clock.moment.widen(Grain.DAY).n == day.n:
            return clock.moment
        if self.published is None or told is None or told.grain < Grain.YEAR:
            return told
        return (day or self.published) if unit < Grain.MONTH else (day or told) if unit is Grain.MONTH else told

    @property
    def is_loose(self) -> bool:
        """Whether "two days later" follows something that is not dated, so that it is not counted from today."""
        return self.memory.spoken is None and self.genre != "message" and self.tense <= 0

    def is_too_late(self, when: When) -> bool:
        """Tell whether news tells a date as past that was still to come: it has been counted from another."""
        here = self.published
        is_to_come = here is not None and isinstance(when, Moment) and when.first > here.last
        return is_to_come and self.genre == "news" and self.tense < 0

    @property
    def year_before(self) -> Moment | None:
        """The quarter or half a year before the one that is reported on, with which it is compared."""
        reported = self.memory.reported
        return None if reported is None else reported.shift(-4 if reported.grain is Grain.QUARTER else -2)

    # -- the day of a time of day

    @property
    def told_day(self) -> Moment | None:
        """The day of a time of day: what is told as past goes on with the last day that had come by publication."""
        if self.genre == "news" and self.context.opens_line and self._is_live:
            return self.here(Grain.DAY)
        is_outside = self.genre == "news" and self.memory.is_outside
        return self.day_come or self.here(Grain.DAY) if self.looks_past or is_outside else self.reference

    @property
    def day_before(self) -> Moment | None:
        """The day that a time of day follows at once: "on Saturday morning at"."""
        last = self.memory.last
        if last is None or last.moment.grain > Grain.DAY or self.context.start - last.end > LONGEST_AT:
            return None
        return last.moment if self.context.since(last.end).strip(" ,").isalpha() else None

    @property
    def looks_past(self) -> bool:
        """Whether the expression is told as past after a date to come, which it does not go on from."""
        here, told = self.published, self.memory.spoken
        ahead = here is not None and told is not None and told.first > here.last
        return ahead and self.genre == "news" and self.tense < 0 and self.in_sentence is None

    @property
    def last_day(self) -> Moment | None:
        """The last day named, or one of its hours."""
        return self.memory.days[-1].moment if self.memory.days else None

    @property
    def day_come(self) -> Moment | None:
        """The last day named that had come by publication."""
        here = self.published
        return next((day for day, *_ in reversed(self.memory.days) if here and day.first <= here.last), None)

    @property
    def day_ahead(self) -> Moment | None:
        """The last day named in the paragraph that was to come at publication."""
        here, named = self.published, reversed(self.memory.days)
        near = (day for day, end, _ in named if "\n\n" not in self.context.since(end))
        return next((day for day in near if here and day.first > here.last), None)

    @cached_property
    def _is_live(self) -> bool:
        return is_live(self.text, self.language)

    # -- the dates beside an expression

    @property
    def in_sentence(self) -> Moment | None:
        """The date named last, if that was in the sentence of the expression."""
        return self.memory.in_sentence(self.context)

    @property
    def opens_paragraph(self) -> bool:
        """Whether no date has been named in the paragraph of the expression before it."""
        return self.memory.last is None or "\n\n" in self.context.since(self.memory.last.end)

    @property
    def goes_ahead(self) -> bool:
        """Whether the sentence has just named a date to come: "qualifying is on Saturday and the race on Sunday"."""
        last = self.memory.last
        heads_more = self.text.startswith(":", self.context.end) or self.context.fills_line
        is_next = last is not None and heads_more  # "Saturday 6 May: ... Monday: ..."
        told = last.moment if last is not None and is_next else self.in_sentence
        return told is not None and self.published is not None and told.first > self.published.last

    @property
    def follows_ahead(self) -> bool:
        """Whether the line before has named a date to come: "York, 3 May", and below it "Hull, 2 June"."""
        last, here = self.memory.last, self.published
        if last is None or here is None or last.moment.first <= here.last:
            return False
        between = self.context.since(last.end)
        return len(between) <= LONGEST_LINE and "\n" in between and self._tense.goes_on(between.replace("\n", " "))

    @property
    def beside(self) -> Moment | None:
        """The date just before in the same list or range: "Friday" for the "Sunday" of "from Friday to Sunday"."""
        last = self.memory.last
        if last is None or not 0 < self.context.start - last.end <= LONGEST_JOIN:
            return None
        return last.moment if self._tense.joins(self.context.since(last.end)) else None

    @property
    def ends_range(self) -> bool:
        """Whether the date `beside` begins a range, of which the expression is the end."""
        last = self.memory.last
        return last is not None and self._tense.spans(self.context.since(last.end))

    @property
    def begun(self) -> Moment | None:
        """The time of day that begins the range which the expression ends: "from 10 p.m. on Friday to 6 a.m."."""
        clock = self.memory.clock
        if clock is None or self.context.start - clock.end > LONGEST_DAY:
            return None
        return clock.moment if self.context.ends_range else None

    @property
    def clock_near(self) -> Moment | None:
        """The last time of day, if it stands but a sentence before and no other day has been named since."""
        clock, last = self.memory.clock, self.memory.last
        if clock is None or last is None or clock.end < self.context.start - BEFORE:
            return None
        return clock.moment if last.end <= clock.end + LONGEST_DAY else None

    def named(self, weekday: int) -> Moment | None:
        """Return the day just written that an added weekday names: "Tues" in "May 5-6 (Tues-Wed)", "9am on Tuesday"."""
        if timed := self.memory.day_of_time(self.context):
            return timed if weekday_of(timed.n) == weekday else None
        earliest = self.context.start - LONGEST_ADDED
        for day, end, _ in self.memory.days:
            if end >= earliest and weekday_of(day.n) == weekday and self._tense.is_added(self.context.since(end)):
                return day
        return None

    # -- what lies over, and what is planned

    def _is_over(self, moment: Moment) -> bool:
        """Tell whether a date was over by publication, which what is told as to come does not go by."""
        return self.published is not None and moment.last < self.published.first

    def _is_planned_since(self, at: int, moment: Moment) -> bool:
        """Tell whether the expression is told as to come, and if after a finer date than a year then since that."""
        is_year = moment.grain is Grain.YEAR
        return self.tense > 0 and (is_year or self._tense.told(self.context.since(at), "") > 0)
