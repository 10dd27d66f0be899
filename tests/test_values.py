"""The laws of the calendar values: round trips, shifting, containment, order; and their TIMEX3 and EDTF texts."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import days
from timeline.moments import PARTS, Grain, Moment
from timeline.values import evolve
from timeline.when import Interval, Length, Partial, Repeat, Vague, parse

CALENDAR = [grain for grain in Grain if grain >= Grain.DAY]
NESTED = [Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM]
CLOCKS = [Grain.SECOND, Grain.MINUTE, Grain.HOUR]
SIZES = [grain for grain in Grain if grain is not Grain.PART]

day_numbers = st.integers(days.day_number(-9998), days.day_number(9999) - 1)
common_days = st.integers(1, dt.date.max.toordinal())
shifts = st.integers(-5_000, 5_000)
calendar_moments = st.builds(Moment.at, day_numbers, st.sampled_from(CALENDAR))
clock_moments = st.builds(
    lambda grain, day, second: Moment(grain, (day * 86_400 + second) // {0: 1, 1: 60, 2: 3_600}[grain]),
    st.sampled_from(CLOCKS),
    day_numbers,
    st.integers(0, 86_399),
)
parts_of_days = st.builds(Moment.part, day_numbers, st.sampled_from(sorted(PARTS)))
moments = st.one_of(calendar_moments, clock_moments, parts_of_days)


class TestFields:
    def test_they_do_not_change(self) -> None:
        for change in (lambda value: setattr(value, "n", 1), lambda value: delattr(value, "n")):
            with pytest.raises(AttributeError, match="its n does not change"):
                change(Moment.of(2024))
        with pytest.raises(AttributeError):
            Moment.of(2024).other = 1  # type: ignore[attr-defined]

    def test_values_are_equal_when_they_are_of_one_class_and_all_fields_are(self) -> None:
        assert Repeat(Partial(Grain.DAY, "XXXX-WXX-1")) == Repeat(every=Partial(Grain.DAY, "XXXX-WXX-1"), quant=None)
        assert len({Moment.of(2024), Moment.of(2024), Moment.of(2024).with_mod("END")}) == 2
        assert Interval(None, None) != Length((), None)

    def test_those_without_a_default_are_wanted(self) -> None:
        with pytest.raises(TypeError, match="missing"):
            Moment(Grain.YEAR)  # type: ignore[call-arg]

    @pytest.mark.parametrize(
        "value", [Moment.of(2024, 2), Length.of(Fraction(1, 2), Grain.DAY), Interval(Moment.of(2024), None)]
    )
    def test_they_are_kept_in_copies_and_shown(self, value: object) -> None:
        assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == evolve(value) == value
        assert repr(Partial(Grain.DAY, "XXXX-WXX-1")) == "Partial(grain=<Grain.DAY: 4>, value='XXXX-WXX-1', mod=None)"


class TestDays:
    @given(common_days)
    def test_days_are_numbered_as_in_datetime(self, number: int) -> None:
        date = dt.date.fromordinal(number)
        assert days.day_number(date.year, date.month, date.day) == number
        assert days.year_month_day(number) == (date.year, date.month, date.day)
        assert days.iso_day(number) == date.isoformat()

    @given(common_days)
    def test_weeks_are_those_of_iso_8601(self, number: int) -> None:
        assert days.iso_week((number - 1) // 7) == dt.date.fromordinal(number).isocalendar()[:2]

    @given(st.integers(-(10**9), 10**9))
    def test_a_number_comes_back_from_its_year_month_and_day(self, number: int) -> None:
        assert days.day_number(*days.year_month_day(number)) == number

    @given(st.integers(-10_000, 10_000), st.integers(-100, 100))
    def test_months_are_carried_into_years(self, year: int, month: int) -> None:
        carried, rest = divmod(month - 1, 12)
        assert days.day_number(year, month) == days.day_number(year + carried, rest + 1)

    @pytest.mark.parametrize(
        ("year", "month", "length"),
        [(2024, 2, 29), (2023, 2, 28), (1900, 2, 28), (2000, 2, 29), (0, 2, 29), (2025, 12, 31)],
    )
    def test_leap_years_are_gregorian_for_ever(self, year: int, month: int, length: int) -> None:
        assert days.days_in_month(year, month) == length

    def test_years_before_christ_are_written_as_each_standard_wants(self) -> None:
        assert (days.iso_year(-43), days.timex_year(-43)) == ("-0043", "BC0044")
        assert (days.iso_year(0), days.timex_year(0)) == ("0000", "BC0001")


class TestMoment:
    @given(moments)
    def test_its_value_reads_back(self, moment: Moment) -> None:
        assert parse(moment.value) == moment

    @given(moments, shifts)
    def test_shifting_back_undoes_shifting(self, moment: Moment, cells: int) -> None:
        assert moment.shift(cells).shift(-cells) == moment

    @given(calendar_moments, shifts, shifts)
    def test_shifts_add_up(self, moment: Moment, one: int, other: int) -> None:
        assert moment.shift(one).shift(other) == moment.shift(one + other)

    @given(st.one_of(calendar_moments, clock_moments))  # parts of a day overlap: noon lies in the daytime
    def test_it_holds_its_like_but_not_its_neighbours(self, moment: Moment) -> None:
        assert moment.shift(0) in moment
        assert moment.shift(1) not in moment
        assert moment.shift(-1) not in moment

    @given(calendar_moments)
    def test_its_first_and_last_day_are_its_own(self, moment: Moment) -> None:
        for day in (moment.first, moment.last):
            assert Moment(Grain.DAY, day) in moment
            assert Moment.at(day, moment.grain) == moment

    @given(calendar_moments.filter(lambda moment: moment.grain is not Grain.WEEKEND))
    def test_cells_of_a_grain_leave_no_gap(self, moment: Moment) -> None:
        assert moment.last + 1 == moment.shift(1).first
        assert moment.end == moment.shift(1).start

    @given(day_numbers, st.data())
    def test_the_wider_cell_holds_the_finer_one(self, number: int, data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(NESTED) - 1))
        moment = Moment.at(number, NESTED[index])
        for grain in NESTED[index:]:
            assert moment in moment.widen(grain)

    @given(st.one_of(clock_moments, parts_of_days))
    def test_its_day_holds_a_time(self, moment: Moment) -> None:
        assert moment in moment.widen(Grain.DAY)
        assert moment.type == "TIME"

    @given(moments, moments)
    def test_order_is_by_beginning_then_the_finer_first(self, one: Moment, other: Moment) -> None:
        assert (one < other) == ((one.seconds[0], one.grain) < (other.seconds[0], other.grain))

    @given(moments, st.integers(1, 5_000))
    def test_what_is_shifted_forward_comes_later(self, moment: Moment, cells: int) -> None:
        assert moment < moment.shift(cells)

    @given(common_days)
    def test_a_day_is_written_as_the_calendar_of_python_writes_it(self, number: int) -> None:
        date, moment = dt.date.fromordinal(number), Moment(Grain.DAY, number)
        assert moment.value == moment.edtf == moment.start == date.isoformat()
        assert moment.year == date.year

    @pytest.mark.parametrize(
        ("moment", "value", "edtf"),
        [
            (Moment.of(2025, 6, 17), "2025-06-17", "2025-06-17"),
            (Moment.of(2025, 6), "2025-06", "2025-06"),
            (Moment.of(2025), "2025", "2025"),
            (Moment.at(739_419, Grain.WEEK), "2025-W25", "2025-06-16/2025-06-22"),
            (Moment.at(739_419, Grain.WEEKEND), "2025-W25-WE", "2025-06-21/2025-06-22"),
            (Moment.at(739_419, Grain.SEASON), "2025-SU", "2025-22"),
            (Moment.at(739_419, Grain.QUARTER), "2025-Q2", "2025-34"),
            (Moment.at(739_419, Grain.HALF), "2025-H1", "2025-40"),
            (Moment.at(739_419, Grain.DECADE), "202", "202X"),
            (Moment.at(739_419, Grain.CENTURY), "20", "20XX"),
            (Moment.at(739_419, Grain.MILLENNIUM), "2", "2XXX"),
            (Moment.part(739_419, "NI"), "2025-06-17TNI", "2025-06-17"),
            (Moment.clock(739_419, 9), "2025-06-17T09", "2025-06-17T09:00:00"),
            (Moment.clock(739_419, 9, 30, zone="+09:00"), "2025-06-17T09:30+09:00", "2025-06-17T09:30:00+09:00"),
            (Moment.of(-43, 3, 15), "BC0044-03-15", "-0043-03-15"),
            (Moment.of(2025).with_mod("APPROX"), "2025", "2025~"),
        ],
    )
    def test_texts_of_the_two_standards(self, moment: Moment, value: str, edtf: str) -> None:
        assert (moment.value, moment.edtf) == (value, edtf)

    def test_winter_begins_in_december_and_takes_that_years_name(self) -> None:
        assert Moment.of(2026, 1, 10).widen(Grain.SEASON) == Moment.of(2025, 12, 31).widen(Grain.SEASON)

    @pytest.mark.parametrize("cell", [(2025, 13), (2025, 0), (2025, 2, 29), (2025, 6, 31), (2025, 6, 0)])
    def test_a_cell_that_the_calendar_lacks_is_refused(self, cell: tuple[int, ...]) -> None:
        with pytest.raises(ValueError, match="no "):
            Moment.of(*cell)

    @pytest.mark.parametrize("clock", [(25,), (-1,), (9, 60), (9, 30, 61)])
    def test_a_time_that_no_clock_shows_is_refused(self, clock: tuple[int, ...]) -> None:
        with pytest.raises(ValueError, match="no time"):
            Moment.clock(739_419, *clock)

    def test_hour_24_is_the_next_day(self) -> None:
        assert Moment.clock(739_419, 24).value == "2025-06-18T00"


class TestOtherMeanings:
    @given(calendar_moments, calendar_moments)
    def test_the_value_of_an_interval_reads_back(self, one: Moment, other: Moment) -> None:
        interval = Interval(*sorted((one, other)))
        assert parse(interval.value) == interval

    @given(calendar_moments)
    def test_an_open_end_is_two_dots(self, moment: Moment) -> None:
        assert parse(f"{moment.value}/..") == Interval(moment, None)
        assert Interval(None, moment).edtf.startswith("../")

    @given(st.one_of(st.none(), st.integers(0, 10**6)), st.sampled_from(SIZES))
    def test_the_value_of_a_length_reads_back(self, amount: int | None, unit: Grain) -> None:
        length = Length.of(amount, unit)
        assert parse(length.value) == length

    @pytest.mark.parametrize(
        ("length", "value"),
        [
            (Length.of(3, Grain.DAY), "P3D"),
            (Length.of(20, Grain.MINUTE), "PT20M"),
            (Length.of(20, Grain.MONTH), "P20M"),
            (Length.of(Fraction(1, 2), Grain.HOUR), "PT0.5H"),
            (Length.of(None, Grain.YEAR), "PXY"),
            (Length(((1, Grain.YEAR), (6, Grain.MONTH))), "P1Y6M"),
            (Length(((1, Grain.DAY), (2, Grain.HOUR))), "P1DT2H"),
        ],
    )
    def test_lengths_are_iso_8601_durations(self, length: Length, value: str) -> None:
        assert length.value == value

    @pytest.mark.parametrize(
        ("value", "grain"),
        [
            ("XXXX-WXX-2", Grain.DAY),
            ("XXXX-06-17", Grain.DAY),
            ("XXXX-06", Grain.MONTH),
            ("XXXX-WXX-WE", Grain.WEEKEND),
            ("XXXX-SU", Grain.SEASON),
            ("XXXX-WXX-5TNI", Grain.PART),
            ("XXXX-XX-XXT09:30", Grain.MINUTE),
        ],
    )
    def test_a_date_half_known_keeps_its_finest_part(self, value: str, grain: Grain) -> None:
        assert parse(value) == Partial(grain, value)

    @pytest.mark.parametrize("value", ["XXXX-WXX-1", "P1D", "XXXX-12-25"])
    def test_a_repetition_is_a_set(self, value: str) -> None:
        repeat = parse(value, repeats=True)
        assert isinstance(repeat, Repeat)
        assert (repeat.type, repeat.value) == ("SET", value)

    @pytest.mark.parametrize("vague", list(Vague))
    def test_a_vague_reference_reads_back(self, vague: Vague) -> None:
        assert parse(vague.value) is vague

    @pytest.mark.parametrize(
        "value", ["", "June", "2025-13", "2025-02-30", "2025-06-17T25:00", "17/06/2025", "P", "2025-W60"]
    )
    def test_what_follows_no_rule_is_refused(self, value: str) -> None:
        with pytest.raises(ValueError, match=r"no |empty"):
            parse(value)

    @given(st.text())
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        try:
            parse(text)
        except ValueError:
            return
