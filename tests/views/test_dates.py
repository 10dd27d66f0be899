"""Dates in words."""

import pytest
from hypothesis import given

from timeline.article import Published
from timeline.moments import Grain, Moment
from timeline.views.dates import in_words, published_in_words
from timeline.when import Interval

from .samples import DAY
from .strategies import WHENS


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "undated"),
        (DAY, "17 June 2025"),
        (Moment.part(DAY.n, "NI"), "17 June 2025, night"),
        (Moment.clock(DAY.n, 14, 30, None, "Z"), "17 June 2025, 14:30 UTC"),
        (DAY.widen(Grain.WEEK), "week of 16 June 2025"),
        (DAY.widen(Grain.WEEKEND), "weekend of 21 June 2025"),
        (DAY.widen(Grain.MONTH).with_mod("END"), "late June 2025"),
        (DAY.widen(Grain.SEASON), "summer 2025"),
        (Moment.of(2025, 1).widen(Grain.SEASON), "winter 2024–25"),
        (Moment.of(2024, 12).widen(Grain.SEASON), "winter 2024–25"),
        (DAY.widen(Grain.QUARTER), "second quarter of 2025"),
        (DAY.widen(Grain.HALF), "first half of 2025"),
        (Moment.of(-43, 3, 15), "15 March 44 BC"),
        (Moment(Grain.DECADE, 199, "APPROX"), "about 1990s"),
        (Moment(Grain.CENTURY, 18), "1800s"),
        (Interval(DAY, DAY.shift(3)), "17 to 20 June 2025"),
        (Interval(DAY, DAY.shift(30)), "17 June to 17 July 2025"),
        (Interval(Moment.of(1990), None), "since 1990"),
        (Interval(None, Moment.of(1990)), "until 1990"),
    ],
)
def test_words(when, words):
    assert in_words(when) == words


@given(WHENS)
def test_every_date_has_words(when):
    assert in_words(when).strip()


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, ""),
        (Published.on(DAY, "header", 0.9), "Tue 17 June 2025"),
        (Published.on(Moment.clock(DAY.n, 9, 30, None, "Z"), "metadata", 0.9), "Tue 17 June 2025, 09:30 UTC"),
        (Published.on(DAY, "inferred", 0.4), "Tue 17 June 2025 (inferred)"),
        (Published(DAY, DAY.shift(3), "inferred", 0.4), "17 to 20 June 2025 (inferred)"),
    ],
)
def test_a_day_of_publication_has_its_weekday(published, words):
    assert published_in_words(published) == words
