"""Where runs of words begin and end, and that what is passed over for speed could not have said anything."""

from __future__ import annotations

import re

import pytest

from tests.test_phrases import LINES
from timeline.grammar import Grammar, grammar
from timeline.language import available, load
from timeline.neighbours import ANY, Neighbours, Sides
from timeline.scanner import Figures, Scanner

WORDS = ("last", "week", "monday", "dec", "dec.", "new year's day", "the", "o'clock", "hours", "earlier in", ",", "'s")
HEADS = ("week", "monday", "dec", "dec.", "new year's day", "o'clock")
CLOSING = (*HEADS, "hours", "'s")
FORMATS = re.compile(r"\d{1,2}:\d\d(?!\w)|['’]\d\d(?!\w)")


class Beside:
    """Everything joins everything but "hours", which begins nothing, and only some words end a run."""

    def word(self, word: str) -> Sides:
        return ANY._replace(whole=-int(word in CLOSING), joins=-int(word != "hours"))

    def format(self, _: str) -> Sides:
        return ANY

    def number(self, _: int) -> Sides:
        return ANY


FIGURES = Figures(FORMATS, re.compile(r"\d{1,9}(?![.:]?\d)"), "(?<![$.])")
SCANNER = Scanner(WORDS, HEADS, ["-old"], Beside(), FIGURES)


def runs(text: str) -> list[str]:
    return [text[start:end] for start, end in SCANNER.runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it was last week that he left", ["last week"]),
        ("on monday, the last week, he left", ["monday, the last week"]),
        ("the mondayish weekend", []),
        ("it fell on new year's day then", ["new year's day"]),
        ("it fell on a\nnew\nyear's\nday then", ["new\nyear's\nday"]),
        ("a week-old lamb", []),  # an age
        ("the 3-week-old lamb of last monday", ["last monday"]),
        ("every other day", []),  # "day" is the end of a head, and none
        ("dec. 5 is a week off", ["dec. 5", "week"]),
        ("it ended last week. monday came", ["last week", "monday"]),
        ("at 5 o'clock", ["5 o'clock"]),
        ("17:30 monday", ["17:30 monday"]),
        ("the summer of '68", ["'68"]),
        ("$30 last week", ["last week"]),
        ("monday 12.5 week", ["monday", "12.5 week"]),
        ("call 912.234.2020 monday", ["912.234.2020 monday"]),
        ("after 2hours", ["2hours"]),
        ("after 2hoursworth", []),
        ("img_20190617 and img_17:30", []),
        ("monday's week", ["monday's week"]),
        ("monday\n\nlast week", ["monday", "last week"]),
        ("monday earlier in week", ["monday earlier in week"]),
        ("monday the", ["monday"]),  # "the" ends nothing
        ("monday earlier in", ["monday earlier in"]),  # ... and this word is not cut in two
        ("«monday» •week", ["monday", "week"]),
        ("monday hours week", ["monday hours", "week"]),  # nothing leads on from the one to the other
        ("hours, week", ["week"]),
        ("hours,week", ["hours,week"]),  # ... but what is glued stays
    ],
)
def test_a_run_is_known_words_around_a_head(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def thorough(language: str) -> Grammar:
    """Return a grammar that passes over nothing: every word may stand beside every other, and end a run."""
    made = Grammar(load(language, "dates"))
    neighbours = Neighbours({})
    neighbours._known = dict.fromkeys(made._lexicon._chars.values(), ANY)
    made._scanner = made._lexicon.scanner(neighbours)
    return made


@pytest.mark.parametrize("language", available())
def test_what_is_passed_over_says_nothing(language: str) -> None:
    quick, slow = grammar(language), thorough(language)
    for line in LINES:
        if line.language == language:
            text = f"{line.text}\n\nIn the {line.text[:-1]} of the, and at"
            assert said(quick, text) == said(slow, text), text


def said(grammar: Grammar, text: str) -> list[tuple[int, int, str]]:
    return [
        (offset + item.start, offset + item.end, item.expression.rule)
        for offset, found in grammar.find(text)
        for item in found
    ]
