"""What operators mean: each against the calendar, from any day on which a text may be published."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.anchor import Anchor
from timeline.days import days_in_month
from timeline.grammar import Expression, grammar
from timeline.language import available
from timeline.moments import Grain, Moment
from timeline.operators import OPERATORS, value
from timeline.recognise import find_timexes
from timeline.when import Interval, Length, Partial, Vague

DAY = Moment.of(2024, 2, 14)  # a Wednesday
CELLS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY)
days = st.builds(Moment, st.just(Grain.DAY), st.integers(500_000, 900_000))
weekdays = st.integers(1, 7)
cells = st.sampled_from(CELLS)


def anchor(published: Moment | None = DAY, text: str = "") -> Anchor:
    standing = Anchor(published, text)
    standing.stand(len(text), len(text))
    return standing


def expression(op: str, **args: Any) -> Expression:
    return Expression("tested", op, args, frozenset(args))


def said(op: str, standing: Anchor, **args: Any) -> Any:
    """Return what an operator makes of its arguments where an anchor stands."""
    return value(expression(op, **args), standing)


RULES = [rule for language in available() for rule in grammar(language).rules.values()]


class TestTheLanguageFiles:
    def test_every_rule_names_an_operator(self) -> None:
        assert {rule.op for rule in RULES} <= set(OPERATORS)

    def test_every_operator_is_named_by_a_rule(self) -> None:
        assert set(OPERATORS) <= {rule.op for rule in RULES}

    def test_every_constant_of_a_rule_is_one_that_its_operator_takes(self) -> None:
        for rule in RULES:
            names = OPERATORS[rule.op].names
            assert names is None or set(rule.constants) <= names, rule.name


class TestValue:
    def test_inner_expressions_are_valued_first(self) -> None:
        length = expression("length", number=3, unit=Grain.DAY)
        assert said("ago", anchor(), length=length) == Moment.of(2024, 2, 11)

    @pytest.mark.parametrize(("month", "day"), [(2, 30), (13, 1), (6, 31), (0, 1)])
    def test_a_day_that_the_calendar_lacks_is_no_date(self, month: int, day: int) -> None:
        assert said("calendar", anchor(), year=2025, month=month, day=day) is None

    def test_arguments_that_an_operator_does_not_want_are_kept_from_it(self) -> None:
        assert said("century", anchor(), ordinal=20, the=None) == Moment(Grain.CENTURY, 19)

    def test_what_an_expression_means_depends_on_where_the_anchor_stands(self) -> None:
        yesterday = expression("named_day", nameday=-1)
        assert value(yesterday, anchor()) == Moment.of(2024, 2, 13)
        assert value(yesterday, anchor(Moment.of(2025, 6, 17))) == Moment.of(2025, 6, 16)


class TestNumbers:
    ONES = (
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    )  # fmt: skip
    TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

    @classmethod
    def spelled(cls, number: int) -> str:
        if number < 20:
            return cls.ONES[number]
        if number < 100:
            return cls.TENS[number // 10] + ("-" + cls.ONES[number % 10] if number % 10 else "")
        size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
        return f"{cls.spelled(number // size)} {name} {cls.spelled(number % size)}".strip()

    @given(st.integers(2, 999_999))
    def test_a_number_in_words_is_that_number(self, number: int) -> None:
        (timex,) = find_timexes(f"It took {self.spelled(number)} days.")
        assert timex.value == f"P{number}D"

    @given(st.integers(2, 999_999))
    def test_a_number_in_digits_is_that_number(self, number: int) -> None:
        for digits in (f"{number}", f"{number:,}"):
            if not 1900 <= number <= 2049 or "," in digits:
                (timex,) = find_timexes(f"It took {digits} days.")
                assert timex.value == f"P{number}D"


class TestCalendar:
    @given(days, st.integers(0, 99))
    def test_two_digits_are_a_year_of_the_last_eighty_or_the_next_twenty(self, day: Moment, short: int) -> None:
        year = said("calendar", anchor(day), year={"year": f"{short:02d}"}).year
        assert year % 100 == short
        assert day.year - 80 <= year <= day.year + 20

    @given(days, st.integers(1, 12), st.integers(1, 31))
    def test_a_day_without_a_year_and_a_tense_is_the_nearest(self, day: Moment, month: int, number: int) -> None:
        moment = said("calendar", anchor(day), month=month, day=number)
        if moment is None:
            assert number > days_in_month(2024, month) or (month, number) == (2, 29)
        elif (month, number) != (2, 29):
            assert abs(moment.n - day.n) <= 184

    def test_a_month_alone_has_no_year_when_nothing_gives_it_one(self) -> None:
        assert said("calendar", anchor(None), month=6) == Partial(Grain.MONTH, "XXXX-06")
        assert said("calendar", anchor(None), month=6, day=17) == Partial(Grain.DAY, "XXXX-06-17")

    def test_before_christ_years_are_counted_from_one(self) -> None:
        assert said("calendar", anchor(), year=44, month=3, day=15, era="BC") == Moment.of(-43, 3, 15)

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"first": "17", "second": "6", "year": "2025"}, Moment.of(2025, 6, 17)),
            ({"first": "6", "second": "17", "year": "25"}, Moment.of(2025, 6, 17)),
            ({"first": "6", "second": "7", "year": "2025"}, Moment.of(2025, 6, 7)),
        ],
    )
    def test_a_number_above_twelve_is_the_day(self, fields: dict[str, str], expected: Moment) -> None:
        assert said("slashed", anchor(), slash=fields) == expected

    def test_two_numbers_above_twelve_are_no_date(self) -> None:
        assert said("slashed", anchor(), slash={"first": "17", "second": "18", "year": "2025"}) is None

    def test_the_last_week_of_a_year_and_none_beyond(self) -> None:
        assert said("written", anchor(), iso_week={"year": "2020", "week": "53"}) == Moment.of(2020, 12, 31).widen(
            Grain.WEEK
        )
        assert said("written", anchor(), iso_week={"year": "2020", "week": "54"}) is None

    def test_a_range_of_years_runs_forward(self) -> None:
        assert said("years", anchor(), years={"first": "1984", "last": "5"}) == Interval(
            Moment.of(1984), Moment.of(1985)
        )
        assert said("years", anchor(), years={"first": "1984", "last": "3"}) is None

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ({"decade": "1990"}, Moment(Grain.DECADE, 199)),
            ({"decade": "1900"}, Moment(Grain.CENTURY, 19)),
            ({"decade": "2000"}, Moment(Grain.DECADE, 200)),
            ({"decade": "60"}, Moment(Grain.DECADE, 196)),
            (90, Moment(Grain.DECADE, 199)),
        ],
    )
    def test_decades(self, words: dict[str, str] | int, expected: Moment) -> None:
        assert said("decade", anchor(), decade=words) == expected

    @given(st.integers(1, 30))
    def test_a_century_holds_the_year_that_ends_it_but_one(self, ordinal: int) -> None:
        assert Moment.of(ordinal * 100 - 1) in said("century", anchor(), ordinal=ordinal)
        assert Moment.of(1 - ordinal * 100) in said("century", anchor(), ordinal=ordinal, era="BC")


class TestRelative:
    @given(days, weekdays)
    def test_last_and_next_lie_within_a_week_on_their_side(self, day: Moment, weekday: int) -> None:
        last, coming = (
            said("weekly", anchor(day), weekday=weekday, turn=-1),
            said("weekly", anchor(day), weekday=weekday, turn=1),
        )
        assert (last.n - 1) % 7 + 1 == (coming.n - 1) % 7 + 1 == weekday
        assert 1 <= day.n - last.n <= 7
        assert 1 <= coming.n - day.n <= 7

    @given(days, weekdays)
    def test_a_bare_weekday_lies_on_the_side_of_the_tense(self, day: Moment, weekday: int) -> None:
        assert 0 <= day.n - said("weekly", anchor(day, "It was seen "), weekday=weekday).n <= 6
        assert 0 <= said("weekly", anchor(day, "It will be seen "), weekday=weekday).n - day.n <= 6

    @given(days, cells, st.integers(-1, 1))
    def test_last_this_and_next_cells_are_neighbours(self, day: Moment, unit: Grain, turn: int) -> None:
        cell = said("turned", anchor(day), unit=unit, turn=turn)
        if unit is Grain.DAY and turn < 0:
            assert cell is None  # the last day is no yesterday
            return
        assert cell == day.widen(unit).shift(turn)
        assert day in cell.shift(-turn)

    @given(days, days, cells)
    def test_the_following_cell_follows_what_was_spoken_of(self, day: Moment, spoken: Moment, unit: Grain) -> None:
        standing = anchor(day)
        standing.move(spoken)
        assert said("following", standing, unit=unit, turn=1) == spoken.widen(unit).shift(1)
        assert spoken in said("following", standing, unit=unit, turn=0)

    @given(days, st.integers(1, 12))
    def test_a_month_with_last_or_next_is_never_the_present_one(self, day: Moment, month: int) -> None:
        here = day.widen(Grain.MONTH).n
        assert 1 <= here - said("turned_month", anchor(day), month=month, turn=-1).n <= 12
        assert 1 <= said("turned_month", anchor(day), month=month, turn=1).n - here <= 12

    @given(days, st.sampled_from(("SP", "SU", "FA", "WI")))
    def test_a_season_with_last_or_next_is_never_the_present_one(self, day: Moment, season: str) -> None:
        here = day.widen(Grain.SEASON).n
        assert 1 <= here - said("seasonal", anchor(day), season=season, turn=-1).n <= 4
        assert 1 <= said("seasonal", anchor(day), season=season, turn=1).n - here <= 4

    @given(days, st.sampled_from(("12-25", "easter", "11-4-4", "5-1--1")))
    def test_last_and_next_holidays_lie_around_the_day(self, day: Moment, form: str) -> None:
        assert (
            said("holiday", anchor(day), holiday=form, turn=-1).n
            < day.n
            < said("holiday", anchor(day), holiday=form, turn=1).n
        )

    def test_without_a_day_of_publication_only_the_grain_is_known(self) -> None:
        assert said("turned", anchor(None), unit=Grain.WEEK, turn=-1) == Partial(Grain.WEEK, "XXXX-WXX")
        assert said("weekly", anchor(None), weekday=2) == Partial(Grain.DAY, "XXXX-WXX-2")

    def test_a_cell_of_a_larger_one(self) -> None:
        june, last_year = Moment.of(2024, 6), Moment.of(2023)
        assert said("within", anchor(), date=june, date2=last_year) == Moment.of(2023, 6)
        next_week = DAY.widen(Grain.WEEK).shift(1)
        assert said("within", anchor(), date=Moment.of(2024, 2, 12), date2=next_week) == Moment.of(2024, 2, 19)

    @pytest.mark.parametrize(
        ("unit", "ordinal", "expected"),
        [
            (Grain.QUARTER, 3, "2023-Q3"),
            (Grain.HALF, 2, "2023-H2"),
            (Grain.MONTH, -1, "2023-12"),
            (Grain.DAY, 32, "2023-02-01"),
        ],
    )
    def test_the_nth_cell_of_a_year(self, unit: Grain, ordinal: int, expected: str) -> None:
        assert said("ordinal_cell", anchor(), unit=unit, ordinal=ordinal, date=Moment.of(2023)).value == expected


class TestShifting:
    @given(days, cells, st.integers(0, 400), st.sampled_from((-1, 1)))
    def test_there_and_back_is_where_one_was(self, day: Moment, unit: Grain, amount: int, side: int) -> None:
        length = Length.of(amount, unit)
        there = said("ago", anchor(day), length=length, side=side)
        assume(isinstance(there, Moment))  # no year of more than four digits
        assert there.grain is unit
        assert said("ago", anchor(there), length=length, side=-side) == day.widen(unit)

    @given(days, st.integers(0, 10_000))
    def test_ago_counts_from_publication_and_later_from_what_was_spoken_of(self, day: Moment, amount: int) -> None:
        standing, length = anchor(day), Length.of(amount, Grain.DAY)
        standing.move(Moment.of(1900, 1, 1))
        assert said("ago", standing, length=length).n == day.n - amount
        assert said("away", standing, length=length, side=1).n == Moment.of(1900, 1, 1).n + amount
        assert said("away", standing, length=length, side=1, date=day).n == day.n + amount

    def test_a_length_that_was_not_counted_is_vague(self) -> None:
        length = Length.of(None, Grain.YEAR)
        assert said("ago", anchor(DAY), length=length, side=-1) is Vague.PAST
        assert said("ago", anchor(DAY), length=length, side=1) is Vague.FUTURE

    def test_half_a_year_is_six_months(self) -> None:
        assert said("ago", anchor(DAY), length=Length.of(Fraction(1, 2), Grain.YEAR), side=-1) == Moment.of(2023, 8)

    def test_a_modifier_of_the_length_is_one_of_the_date(self) -> None:
        assert said("ago", anchor(DAY), length=Length.of(2, Grain.YEAR, "APPROX"), side=-1) == Moment.of(2022).with_mod(
            "APPROX"
        )

    def test_hours_count_where_the_hour_is_known(self) -> None:
        assert (
            said("ago", anchor(Moment.clock(DAY.n, 18, 30)), length=Length.of(2, Grain.HOUR), side=-1).value
            == "2024-02-14T16:30"
        )
        assert said("ago", anchor(DAY), length=Length.of(2, Grain.HOUR), side=-1) == DAY


class TestClock:
    @given(st.integers(1, 12), st.integers(0, 59), st.sampled_from(("a", "p")))
    def test_twelve_hours_and_a_half_of_the_day_are_twenty_four(self, hour: int, minute: int, half: str) -> None:
        moment = said("clocked", anchor(), clock={"hour": f"{hour}", "minute": f"{minute:02d}", "half": half})
        assert moment is not None
        assert moment.value == f"2024-02-14T{hour % 12 + 12 * (half == 'p'):02d}:{minute:02d}"

    def test_thirteen_in_the_morning_is_no_time(self) -> None:
        assert said("clocked", anchor(), clock={"hour": "13", "minute": "00", "half": "a"}) is None
        assert said("clocked", anchor(), clock={"hour": "13", "half": "p"}) is None

    @pytest.mark.parametrize(("zone", "written"), [("z", "Z"), ("+0900", "+09:00"), ("-05:00", "-05:00"), ("", "")])
    def test_zones_are_written_as_offsets(self, zone: str, written: str) -> None:
        moment = said("clocked", anchor(), clock={"hour": "09", "minute": "30"}, zone=zone)
        assert moment is not None
        assert moment.value == f"2024-02-14T09:30{written}"

    def test_a_time_takes_its_day_from_what_stands_with_it_or_was_spoken_of(self) -> None:
        standing = anchor()
        noon = {"hour": "12", "minute": "00"}
        assert said("clocked", standing, clock=noon).value == "2024-02-14T12:00"
        standing.move(Moment.of(2024, 2, 12))
        assert said("clocked", standing, clock=noon).value == "2024-02-12T12:00"
        assert said("clocked", standing, clock=noon, date=Moment.of(2024, 2, 20)).value == "2024-02-20T12:00"
        assert said("clocked", anchor(None), clock=noon).value == "XXXX-XX-XXT12:00"
