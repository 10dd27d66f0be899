"""What a date leans on: the day of publication, what was spoken of last, the tense of its clause."""

from __future__ import annotations

import pytest

from timeline.anchor import Anchor
from timeline.moments import Grain, Moment
from timeline.tense import tense
from timeline.when import Interval, Length, Vague

DAY = Moment.of(2024, 2, 14)


def tense_at(marked: str) -> int:
    """Return the tense of the words in brackets."""
    before, rest = marked.split("[")
    words, after = rest.split("]")
    return tense("en").of(before + words + after, len(before), len(before) + len(words))


class TestTense:
    @pytest.mark.parametrize(
        "marked",
        [
            "The yard closed on [Friday].",
            "The yard was sold on [Friday].",
            "On [Friday] the yard was sold.",
            "They met on [Friday].",
            "The yard, he said [Friday], is empty.",
            "The yard will close. It was sold on [Friday].",
        ],
    )
    def test_past(self, marked: str) -> None:
        assert tense_at(marked) == -1

    @pytest.mark.parametrize(
        "marked",
        [
            "The yard will close on [Friday].",
            "On [Friday] the yard will close.",
            "The yard is expected to close on [Friday].",
            "The yard may close on [Friday].",
            "The yard won't close on [Friday].",
            "The yard won’t close on [Friday].",
            "The sale is scheduled for [Friday].",
            "The yard was sold. It will close on [Friday].",
            "The owner said it would close on [Friday].",
        ],
    )
    def test_to_come(self, marked: str) -> None:
        assert tense_at(marked) == 1

    @pytest.mark.parametrize("marked", ["[Friday]", "A quiet [Friday] in Leeds", "The red yard: [Friday] hours"])
    def test_not_clear(self, marked: str) -> None:
        assert tense_at(marked) == 0

    def test_the_nearest_verb_before_decides(self) -> None:
        assert tense_at("He will sing, said the aide who left on [Friday].") == -1
        assert tense_at("The aide said he will sing on [Friday].") == 1

    def test_another_sentence_tells_nothing(self) -> None:
        assert tense_at("He will sing. [Friday] in Leeds. He sang.") == 0

    def test_an_abbreviation_ends_no_sentence(self) -> None:
        assert tense_at("It was sold by Mr. Vale on [Friday].") == -1


class TestAnchor:
    def test_it_begins_with_the_day_of_publication(self) -> None:
        anchor = Anchor(DAY)
        assert anchor.base == anchor.reference == DAY
        assert anchor.day == DAY.n
        assert anchor.here(Grain.WEEK) == DAY.widen(Grain.WEEK)

    def test_without_one_it_has_nothing_to_lean_on(self) -> None:
        anchor = Anchor(None)
        assert anchor.base is anchor.reference is anchor.day is anchor.here(Grain.YEAR) is None

    def test_news_leans_on_publication_and_refers_to_the_last_date(self) -> None:
        anchor = Anchor(DAY)
        anchor.move(Moment.of(2011, 5, 3))
        assert anchor.base == DAY
        assert anchor.reference == Moment.of(2011, 5, 3)

    def test_a_narrative_leans_on_where_it_stands(self) -> None:
        anchor = Anchor(DAY, genre="narrative")
        anchor.move(Moment.of(1811, 5, 3))
        assert anchor.base == anchor.reference == Moment.of(1811, 5, 3)

    def test_a_narrative_is_not_moved_by_the_writer_of_today(self) -> None:
        anchor = Anchor(DAY, genre="narrative")
        anchor.move(Moment.of(1811, 5, 3))
        anchor.move(DAY, told_from_now=True)
        assert anchor.base == Moment.of(1811, 5, 3)

    @pytest.mark.parametrize(
        "when", [Length.of(3, Grain.DAY), Vague.PAST, Moment(Grain.CENTURY, 18), Moment(Grain.DECADE, 199)]
    )
    def test_lengths_vague_words_and_long_stretches_move_nothing(self, when: Length | Vague | Moment) -> None:
        anchor = Anchor(DAY)
        anchor.move(when)
        assert anchor.reference == DAY

    def test_after_an_interval_it_stands_at_the_end(self) -> None:
        anchor = Anchor(DAY)
        anchor.move(Interval(Moment.of(1984), Moment.of(1985)))
        assert anchor.reference == Moment.of(1985)
        anchor.move(Interval(Moment.of(1990), None))
        assert anchor.reference == Moment.of(1990)

    def test_the_quarter_that_is_reported_on_is_remembered(self) -> None:
        anchor = Anchor(DAY)
        anchor.move(Moment(Grain.QUARTER, 2023 * 4 + 2))
        anchor.move(Moment.of(2024, 2, 1))
        assert anchor.memory.reported == Moment(Grain.QUARTER, 2023 * 4 + 2)
        assert anchor.year_before == Moment(Grain.QUARTER, 2022 * 4 + 2)

    def test_what_sums_up_quarters_is_compared_with_no_quarter(self) -> None:
        anchor = Anchor(DAY)
        anchor.move(Moment(Grain.QUARTER, 2023 * 4 + 2))
        anchor.move(Length.of(9, Grain.MONTH))
        assert anchor.year_before is None

    def test_the_tense_is_that_of_where_it_stands(self) -> None:
        text = "It rained on Friday. It will rain on Monday."
        anchor = Anchor(DAY, text)
        anchor.stand(text.index("Friday"), text.index("Friday") + 6)
        assert anchor.tense == -1
        anchor.stand(text.index("Monday"), text.index("Monday") + 6)
        assert anchor.tense == 1
