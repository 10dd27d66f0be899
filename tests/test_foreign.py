"""Languages without a grammar: what is unmistakable is found, and nothing leans on today."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.foreign import find_foreign
from timeline.moments import Moment

PUBLISHED = Moment.of(2025, 6, 20)  # a Friday


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "Die Fähre fuhr am 3. März 2024 und am 17. Juni.", ["2024-03-03", "2025-06-17"]),
        ("de", "Er sagte am Dienstag, dass sie gestern sank, im Mai 2019.", ["2025-06-17", "2025-06-19", "2019-05"]),
        ("fr", "Le pont a fermé mercredi, 18 juin 2025, et rouvre demain.", ["2025-06-18", "2025-06-18", "2025-06-21"]),
        ("es", "El 5 de mayo de 2021 cerró el puente.", ["2021-05-05"]),
        ("ru", "Паром остановили 20 июня 2025 года, сообщили вчера.", ["2025-06-20", "2025-06-19"]),
        ("ja", "橋は2025年6月20日に閉鎖された。", ["2025-06-20"]),
        ("xx", "01.11.2023 … 2024-02-30 … 2024-02-29", ["2023-11-01", "2024-02-29"]),
    ],
)
def test_full_forms_are_found(language: str, text: str, values: list[str]) -> None:
    assert [timex.value for timex in find_foreign(text, PUBLISHED, language)] == values


def test_without_a_date_of_publication_only_full_dates_are_found() -> None:
    found = find_foreign("Am Dienstag, dem 3. März 2024, und am 4. April, gestern.", None, "de")
    assert [timex.value for timex in found] == ["2024-03-03"]


@pytest.mark.parametrize("text", ["so Mai", "im Mai ging", "12 34", "Mo und Do", "Version 3.4.2025.1"])
def test_what_is_no_full_date_is_left_alone(text: str) -> None:
    assert [timex.text for timex in find_foreign(text, PUBLISHED, "de")] in ([], ["3.4.2025"])


@given(st.text(max_size=80), st.sampled_from(["de", "fr", "ja", "zz"]))
def test_any_text_is_survived_and_offsets_are_true(text: str, language: str) -> None:
    for timex in find_foreign(text, PUBLISHED, language):
        assert text[timex.start : timex.end] == timex.text
