"""Laws of finding dates in a text: whatever the text, wherever it stands, whenever it was published."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from random import Random
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import Article
from timeline.explain import explain
from timeline.grammar import grammar
from timeline.moments import Grain, Moment
from timeline.recognise import find_timexes, recognise
from timeline.timex import Timex
from timeline.when import Partial, parse

VOCABULARY = (
    "last next this the a of in on and to ago later before from every 3 17 1998 2025 '98 44 BC 10:30 3pm noon May June "
    "Monday fri. week weeks year second quarter half spring tonight yesterday two hundred twenty-first 1990s 6/7/2025 "
    "2025-06-17 1984-5 early late about now daily twice [ ] ( ) , . - – / : ' ’s % $ \n İ é ́ ß 日本 \u200b"
)
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=40).map(" ".join))
days = st.dates(dt.date(1600, 1, 1), dt.date(3000, 1, 1))


def values(timexes: list[Timex]) -> list[str]:
    return [timex.value for timex in timexes]


class TestAnyText:
    @given(texts, st.none() | days)
    def test_expressions_are_words_of_the_text_in_order_and_apart(self, text: str, published: dt.date | None) -> None:
        at = 0
        for timex in find_timexes(text, published):
            assert at <= timex.start < timex.end <= len(text)
            assert timex.text == text[timex.start : timex.end]
            assert timex.text == timex.text.strip()
            at = timex.end

    @given(texts, st.none() | days)
    def test_every_value_follows_the_standard(self, text: str, published: dt.date | None) -> None:
        for timex in find_timexes(text, published):
            assert parse(timex.value, repeats=timex.type == "SET").type == timex.type

    @given(texts, days)
    def test_the_same_text_has_the_same_dates_again(self, text: str, published: dt.date) -> None:
        assert find_timexes(text, published) == find_timexes(text, published)

    @given(texts, days)
    def test_what_is_found_can_be_explained(self, text: str, published: dt.date) -> None:
        explained = [explanation.timex for explanation in explain(text, published)]
        assert [timex for timex in explained if timex] == find_timexes(text, published)

    @given(texts)
    def test_without_a_day_of_publication_nothing_is_guessed(self, text: str) -> None:
        for timex in find_timexes(f"The ferry sank {text}"):
            if timex.rule in ("named_day", "turned", "turned_month", "ago"):
                assert not isinstance(timex.when, Moment) or "X" in timex.value


RELATIVE = (
    "Trams stopped on Monday.",
    "Trams will stop on Friday.",
    "Trams stopped last Tuesday night and this morning.",
    "Trams stopped three weeks ago, and again yesterday.",
    "Trams will stop next month, tomorrow and this weekend.",
    "Trams stopped last year; the mayor met them ten days ago.",
    "Trams stopped in March, on the 9th of January and last quarter.",
    "Trams will stop on April 22 and next summer.",
    "Trams stopped on Sunday. Two days later they will run; the following week they will stop.",
)


class TestWhenPublished:
    @given(st.sampled_from(RELATIVE[:4]), days)
    def test_a_week_later_weekdays_and_days_are_a_week_later(self, text: str, published: dt.date) -> None:
        later = find_timexes(text, published + dt.timedelta(7))
        for one, other in zip(find_timexes(text, published), later, strict=True):
            assert isinstance(one.when, Moment)
            assert isinstance(other.when, Moment)
            assert other.when.first == one.when.first + 7

    @given(st.sampled_from(RELATIVE), days)
    def test_the_calendar_comes_round_after_four_hundred_years(self, text: str, published: dt.date) -> None:
        later = find_timexes(text, published + dt.timedelta(146_097))
        for one, other in zip(find_timexes(text, published), later, strict=True):
            assert isinstance(one.when, Moment)
            assert isinstance(other.when, Moment)
            assert other.when.first == one.when.first + 146_097

    @given(st.sampled_from(RELATIVE), days)
    def test_a_calm_paragraph_before_changes_nothing(self, text: str, published: dt.date) -> None:
        calm = "The harbour is calm.\n\n"
        alone, after = find_timexes(text, published), find_timexes(calm + text, published)
        assert values(after) == values(alone)
        assert [timex.start - len(calm) for timex in after] == [timex.start for timex in alone]

    @pytest.mark.parametrize(
        "published",
        [
            "2024-02-14",
            dt.date(2024, 2, 14),
            dt.datetime(2024, 2, 14, 9, 30),  # noqa: DTZ001 - a date without a zone is common
            "2024-02-14T09:30",
            "2024-02-14T09:30+09:00",
            Moment.of(2024, 2, 14),
        ],
    )
    def test_the_day_may_be_given_in_any_form(self, published: Any) -> None:
        assert values(find_timexes("It rained yesterday.", published)) == ["2024-02-13"]

    @pytest.mark.parametrize("published", ["soon", "P3D", "2024-02-31", "14.2.2024 or so"])
    def test_what_is_no_date_is_refused(self, published: str) -> None:
        with pytest.raises(ValueError, match=r"."):
            find_timexes("It rained yesterday.", published)

    def test_a_language_without_a_grammar_is_refused(self) -> None:
        with pytest.raises(LookupError, match="'xx'"):
            find_timexes("It rained yesterday.", "2024-02-14", "xx")

    def test_an_article_is_read_in_its_own_language_and_day(self) -> None:
        article = Article("1", "It rains", "It rained yesterday.")
        assert [timex.when for timex in recognise(article)] == [Partial(Grain.DAY, "XXXX-XX-XX")]


class TestDayOrMonthFirst:
    def test_the_month_stands_first_unless_something_says_otherwise(self) -> None:
        assert values(find_timexes("Paid on 04/05/2025.")) == ["2025-04-05"]

    def test_one_date_that_can_be_read_in_one_way_decides_for_all(self) -> None:
        assert values(find_timexes("Paid on 04/05/2025 and on 25/05/2025.")) == ["2025-05-04", "2025-05-25"]
        assert values(find_timexes("Paid on 04/05/2025 and on 05/25/2025.")) == ["2025-04-05", "2025-05-25"]

    @pytest.mark.parametrize(("day_first", "value"), [(True, "2025-05-04"), (False, "2025-04-05")])
    def test_it_may_be_told(self, day_first: bool, value: str) -> None:
        assert values(find_timexes("Paid on 04/05/2025.", day_first=day_first)) == [value]

    def test_a_date_that_can_be_read_in_one_way_is_read_so_whatever_is_told(self) -> None:
        assert values(find_timexes("Paid on 25/05/2025.", day_first=False)) == ["2025-05-25"]

    def test_the_order_that_brings_it_near_publication_counts(self) -> None:
        assert values(find_timexes("Paid on 04/05/2025.", "2025-05-06")) == ["2025-05-04"]
        assert values(find_timexes("Paid on 04/05/2025.", "2025-04-06")) == ["2025-04-05"]
        assert values(find_timexes("Paid on 04/05/2024.", "2025-05-06")) == ["2024-04-05"]

    def test_what_is_told_counts_more(self) -> None:
        assert values(find_timexes("Paid on 04/05/2025.", "2025-05-06", day_first=False)) == ["2025-04-05"]

    def test_explain_says_which(self) -> None:
        (explanation,) = explain("Paid on 04/05/2025.")
        assert dict(explanation.anchor)["numeric dates"] == "month first, as is usual in its language"

    def test_explain_says_so_of_numeric_dates_alone(self) -> None:
        (explanation,) = explain("Paid on 4 May 2025.")
        assert "numeric dates" not in dict(explanation.anchor)

    def test_explain_says_what_the_text_tells(self) -> None:
        explanation, _ = explain("Paid on 04/05/2025 and on 25/05/2025.")
        assert dict(explanation.anchor)["numeric dates"] == "day first, as the text's other dates have it"


def test_explain_says_what_a_value_leans_on() -> None:
    text = "On 3 May 2024 he fell. On Monday he rose; two days later it rained."
    told = [dict(each.anchor)["leans on"] for each in explain(text, "2024-07-11")]
    assert told == ["nothing", "publication", "the dates around it"]
    assert dict(explain("He fell on Monday.")[0].anchor)["leans on"] == "what is not known"


class TestPublished:
    def test_a_day_may_be_written_without_hyphens(self) -> None:
        assert values(find_timexes("She left on Monday.", "20240711")) == ["2024-07-08"]

    @pytest.mark.parametrize(
        "wrong", ["", "yesterday", "2024-2-1", "20241301", "2024-02-30", "PRESENT_REF", "11/07/2024"]
    )
    def test_what_is_no_date_is_said_to_be_none(self, wrong: str) -> None:
        with pytest.raises(ValueError, match="no date: "):
            find_timexes("She left on Monday.", wrong)


class TestWeekdaysBesideDates:
    def test_a_weekday_that_is_not_the_dates_is_reported_and_both_are_kept(self) -> None:
        (timex,) = find_timexes("It began on Monday, June 17, 2025.")
        assert timex.value == "2025-06-17"
        assert "weekday" in timex.said
        assert timex.note == "says Monday, but 2025-06-17 is a Tuesday"

    def test_one_that_is_the_dates_is_no_news(self) -> None:
        (timex,) = find_timexes("It began on Tuesday, June 17, 2025.")
        assert timex.note == ""


def digits(random: Random) -> str:
    return str(random.randrange(10**9))


def month_names(random: Random) -> str:
    return random.choice(("May", "June", "march", "Sept.", "December")) + " "


def brackets(random: Random) -> str:
    return random.choice("[](){}<>")


def number_words(random: Random) -> str:
    return random.choice(("two ", "hundred ", "and ", "thousand ", "twenty-", "half ", "a "))


def one_word(random: Random) -> str:
    return random.choice("abcmaydayfri")


def combining(random: Random) -> str:
    return random.choice(("e\u0301", "\u0301\u0302", "a\u0327"))


def dotted_capitals(random: Random) -> str:
    return random.choice(("İ", "Friİday ", "İİ", " May İ"))


def clocks(random: Random) -> str:
    return f"{random.randrange(99)}:{random.randrange(99)}{random.choice((':', ' ', 'am', '-'))}"


def dates(random: Random) -> str:
    return f"{random.randrange(40)}/{random.randrange(20)}/{random.randrange(3000)}{random.choice(' /-,')}"


def glue(random: Random) -> str:
    return random.choice((" ", "\n", "\r\n", "\t", ", ", "- ", "the ", "'s "))


def turns(random: Random) -> str:
    return random.choice(("last ", "week ", "the ", "following ", "three ", "days ", "before ", "ago ", "monday "))


HOSTILE = (
    digits, month_names, brackets, number_words, one_word, combining, dotted_capitals, clocks, dates, glue, turns,
)  # fmt: skip


def text_of(piece: Callable[[Random], str], seed: int, length: int) -> str:
    random = Random(seed)
    parts: Iterator[str] = iter(lambda: piece(random), None)
    text = ""
    while len(text) < length:
        text += next(parts)
    return text[:length]


def work(text: str) -> int:
    """Return how many functions are called, those in C among them, to find the dates of a text."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find_timexes(text, "2024-02-14")
    finally:
        sys.setprofile(None)
    return calls


class TestHostileText:
    @pytest.mark.parametrize("piece", HOSTILE)
    def test_twice_the_text_is_about_twice_the_work(self, piece: Callable[[Random], str]) -> None:
        grammar("en")
        single, double = work(text_of(piece, 1, 8_000)), work(text_of(piece, 2, 16_000))
        assert double <= 2.6 * single + 1_000

    @pytest.mark.parametrize("piece", HOSTILE)
    def test_work_on_a_character_is_bounded(self, piece: Callable[[Random], str]) -> None:
        grammar("en")
        assert work(text_of(piece, 3, 8_000)) <= 100 * 8_000

    def test_a_letter_that_grows_in_lower_case_shifts_no_span(self) -> None:
        (timex,) = find_timexes("İİİ met on Friday İ.", "2024-02-14")
        assert timex.text == "Friday"

    def test_digits_without_end_are_no_number(self) -> None:
        assert find_timexes("9" * 100_000, "2024-02-14") == []

    @pytest.mark.parametrize("text", ["the year 0", "99999999 years ago", "in 999999999 centuries", "9999 years hence"])
    def test_numbers_out_of_all_time_raise_nothing(self, text: str) -> None:
        assert all(timex.value for timex in find_timexes(text, "2024-02-14"))


ENTRIES = (
    "The Wenna burst its banks on Monday and flooded forty houses of the town, and the school was closed.",
    "**6:10 p.m.** The mayor has called the army, a spokeswoman of the town said.",
    "**4:45 p.m.** Forty houses were flooded on Tuesday when the old dam above the town broke, the mayor said.",
    "**11:20 a.m.** The school of the town was closed, and the children were sent home.",
)


def test_an_entry_of_a_live_page_is_of_the_day_of_the_page() -> None:
    times = [value for value in values(find_timexes("\n\n".join(ENTRIES), dt.date(2024, 2, 15))) if ":" in value]
    assert times == ["2024-02-15T18:10", "2024-02-15T16:45", "2024-02-15T11:20"]


def test_a_list_of_the_hours_of_a_day_that_is_told_is_of_that_day() -> None:
    first, *entries = ENTRIES
    entries[1] = "**4:45 p.m.** Forty houses were flooded when the old dam above the town broke."
    text = "\n\n".join([first, *reversed(entries)])
    times = [value for value in values(find_timexes(text, dt.date(2024, 2, 15))) if ":" in value]
    assert times == ["2024-02-12T11:20", "2024-02-12T16:45", "2024-02-12T18:10"]


@pytest.mark.parametrize("mark", ["{}: ", "{} – ", "- {}: ", "* {}, "])
def test_an_entry_of_a_list_has_its_own_tense(mark: str) -> None:
    entries = ("12 June", "nominations close"), ("3 July", "the postal votes were sent"), ("30 July", "polls close")
    text = "\n".join(["Key dates", *(mark.format(day) + told for day, told in entries)])
    assert values(find_timexes(text, "2026-05-21")) == ["2026-06-12", "2026-07-03", "2026-07-30"]


def test_entries_of_a_list_go_on_with_its_year() -> None:
    text = "How it began:\n\n- July 2023: the first offer\n- 4 December: the ban begins\n- 8 February 2024: a strike"
    assert values(find_timexes(text, "2024-04-10")) == ["2023-07", "2023-12-04", "2024-02-08"]


def test_a_time_of_the_world_by_which_something_is_so_is_of_publication_in_a_paragraph_without_a_day() -> None:
    first = "The leak was found on April 19."
    assert (
        values(find_timexes(f"{first}\n\nShares rose 2 percent by 0830 GMT.", "2025-05-21"))[1] == "2025-05-21T08:30Z"
    )
    assert values(find_timexes(f"{first} It was shut by 0830 GMT.", "2025-05-21"))[1] == "2025-04-19T08:30Z"


def test_the_year_of_a_chronology_is_that_of_its_headings_and_of_the_entry_before() -> None:
    text = "April 2023: Shelling begins\n\nMines go off on April 15, 2023.\n\nJune: the talks fail\n\nRebels go June 3."
    assert values(find_timexes(text, "2024-04-13")) == ["2023-04", "2023-04-15", "2023-06", "2023-06-03"]
    text = "2022\nJune 5: The dam bursts.\nJuly 9: A truce is to be signed.\n\n2023\nJanuary 4: Talks resume."
    assert values(find_timexes(text, "2024-04-13")) == ["2022", "2022-06-05", "2022-07-09", "2023", "2023-01-04"]


def test_an_entry_of_a_history_goes_on_with_the_year_of_the_entry_before_not_with_those_that_it_tells_of() -> None:
    first = "November 30 – A paper tells of parties in March 2019, May 2019, June 2020 and December 2020."
    found = values(find_timexes(f"2021\n\n{first}\n\nDec 1 – He is asked about December 2020.", "2024-03-04"))
    assert (found[1], found[-2]) == ("2021-11-30", "2021-12-01")


def test_a_part_of_a_year_heads_no_entries() -> None:
    text = "Return dates\nEarly 2024\nThe captain has a bad knee.\nOctober 21 against Hull"
    assert values(find_timexes(text, "2023-10-11")) == ["2024", "2023-10-21"]


def test_a_day_over_a_list_of_what_is_to_come_is_to_come() -> None:
    text = "The games of this weekend (as was announced):\nSaturday\nYork v Ayr (5.30pm)\nSunday\nBath v Bury"
    assert values(find_timexes(text, "2019-03-08"))[1:] == ["2019-03-09", "2019-03-09T17:30", "2019-03-10"]


def test_a_list_of_what_is_to_come_goes_on_ahead_and_its_short_lines_have_no_verb_of_the_next() -> None:
    text = "Armagh, 20th July\nMilwaukee, 9 – 11 Aug\nDerby, 16 September – 6 October"
    found = values(find_timexes(text, "2019-02-10"))
    assert found == ["2019-07-20", "2019-08-09", "2019-08-11", "2019-09-16", "2019-10-06"]
    text = "29 May–12 Sept\nClosed last year, the gallery was repainted."
    assert values(find_timexes(text, "2021-05-14"))[:2] == ["2021-05-29", "2021-09-12"]
