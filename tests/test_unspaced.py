"""A language without spaces between its words needs no more than a file either: some Japanese."""

from __future__ import annotations

import tomllib

import pytest

from timeline.grammar import Grammar
from timeline.recognise import find_timexes

JAPANESE = r"""
levels = ["dates", "composed"]
[settings]
spaced = false
thousands = ","
decimal = "."
heads = ["unit", "weekday", "nameday", "moon"]
digits = '\d{1,9}'
not_after = ''
[digits]
year = { digits = 4, from = 1000, to = 2199 }
month = { digits = 1, most = 2, from = 1, to = 12 }
day = { digits = 1, most = 2, from = 1, to = 31 }
[formats]
clock = '(?P<hour>\d\d?):(?P<minute>\d\d)'
[words]
moon = ["月"]
of = ["の"]
[words.unit]
DAY = ["日"]
WEEK = ["週間", "週"]
YEAR = ["年"]
[words.weekday]
2 = ["火曜日", "火曜"]
3 = ["水曜日"]
[words.turn]
-1 = ["先", "昨"]
1 = ["来"]
[words.nameday]
-1 = ["昨日"]
1 = ["明日"]
[dates.calendar]
gives = "date"
phrases = ["year '年' month '月' day '日'", "month '月' day '日'", "month '月'"]
[dates.named_day]
gives = "date"
phrases = ["nameday"]
[dates.turned]
gives = "date whole"
phrases = ["turn unit"]
[dates.weekly]
gives = "date cell"
phrases = ["weekday"]
[dates.length]
gives = "length"
phrases = ["number unit"]
[composed.ago]
gives = "date"
phrases = ["length '前'"]
[composed.within]
gives = "date"
phrases = ["whole:date2 of cell:date"]
[tense]
past_suffixes = ["た"]
future_suffixes = ["る", "予定"]
"""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("橋は2025年6月17日に閉鎖された。", ["2025-06-17"]),
        ("橋は先週閉鎖され、来週の水曜日に再開する。", ["2025-W24", "2025-06-25"]),
        ("市長は昨日、橋を閉鎖したと述べた。", ["2025-06-18"]),
        ("橋は３週間前に閉鎖された。", ["2025-W22"]),
        ("火曜日に閉鎖された。火曜日に再開する。", ["2025-06-17", "2025-06-24"]),
        ("橋は１月７日に再開する。", ["2026-01-07"]),
        ("月が出た。日の光。", []),
    ],
)
def test_words_are_found_without_spaces(text: str, values: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.tense import tense

    grammar = Grammar(tomllib.loads(JAPANESE))
    monkeypatch.setattr("timeline.recognise.grammar", lambda _: grammar)
    monkeypatch.setattr("timeline.tense.grammar", lambda _: grammar)
    tense.cache_clear()
    try:
        assert [timex.value for timex in find_timexes(text, "2025-06-19", "ja")] == values
    finally:
        tense.cache_clear()
