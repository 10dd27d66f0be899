"""Paragraphs and sentences as stretches of a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import Dropped
from timeline.sentences import MAX_SENTENCE, split


def sentences(text: str, dropped: tuple[Dropped, ...] = ()) -> list[str]:
    return [text[s.start : s.end] for s in split(text, dropped)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mrs. Lund met Sgt. Cole of the U.S. Coast Guard.", "They left at once."],
        ["The ferry sailed at 9 p.m. Tuesday.", "It never came back."],
        ["The siren went at 9 p.m.", "The ferry had sailed."],
        ["“It sank,” said J. R. Vale.", "“We saw it.”", "He wept."],
        ["He drove from Ann St. Mary Road to St. Elm and Md. Senator Lund’s home on Rook Ave.", "The car broke down."],
        ["She died in Elm, Md.", "She was 91."],
        ["Did it hold?", "It did!", "The dam stood."],
        ["The toll rose to 3.5 million.", "No. 7 was closed."],
    ],
)
def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", ["«No hay dinero.»", "«Lo habrá», dijo el Sr. Paz.", "¿Quién lo vio?", "¡Nadie!"]),
        ("es", ["Vive en EE. UU. desde mayo.", "La sede está en EE. UU.", "El resto cerró."]),
        ("de", ["„Es ist vorbei.“", "Am 3. Mai kam Dr. Vale.", "Es dauerte bis 1998.", "Dann ging er."]),
        ("fi", ["Silta avataan 3. Elmissä.", "Se suljettiin 1998.", "Kukaan ei asu siellä."]),
    ],
)
def test_other_languages_have_marks_and_abbreviations_of_their_own(language: str, expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[s.start : s.end] for s in split(text, language=language)] == expected


def test_a_word_that_is_an_abbreviation_too_ends_a_sentence_before_an_opener() -> None:
    expected = ["The rower was ill.", "They left Elm, Ill. on Monday.", "He rowed to Salem, Mass. Harbor."]
    assert sentences(" ".join(expected)) == expected


def test_a_stop_without_a_space_still_ends_a_sentence() -> None:
    assert sentences("The bridge fell.Nobody was hurt.") == ["The bridge fell.", "Nobody was hurt."]


def test_lines_are_paragraphs_unless_they_were_wrapped() -> None:
    wrapped = "The river rose in the night and took\nthe old mill, two barns and the lower\nroad with it before dawn."
    assert len(sentences(wrapped)) == 1
    assert sentences("Flood in the valley\nThe river rose.") == ["Flood in the valley", "The river rose."]


def test_each_cell_of_a_table_is_a_paragraph() -> None:
    assert sentences("| 1902 | The mill opens |\n| 1911 | | ") == ["1902", "The mill opens", "1911"]
    assert sentences("A bar | in a sentence.") == ["A bar | in a sentence."]


def test_a_paragraph_that_stands_twice_counts_once() -> None:
    text = "The mill burned down on Monday.\n\nRain helped.\n\nThe mill  burned down on Monday."
    assert sentences(text) == ["The mill burned down on Monday.", "Rain helped."]


def test_debris_is_cut_out_and_parts_what_stands_around_it() -> None:
    text = "The mill burned. Subscribe now! Rain helped."
    begin = text.index("Subscribe")
    assert sentences(text, (Dropped(begin, begin + 15, "offer"),)) == ["The mill burned.", "Rain helped."]


def test_a_short_line_without_a_stop_is_a_heading() -> None:
    first, second = split("Flood in the valley\n\nThe river rose.")
    assert first.heading
    assert not second.heading


@given(st.text(max_size=400), st.sampled_from(["en", "xx"]))
def test_sentences_are_ordered_apart_and_trimmed_in_any_text_and_language(text: str, language: str) -> None:
    found = split(text, (), language)
    for one, other in pairwise(found):
        assert one.end <= other.start
    for sentence in found:
        words = text[sentence.start : sentence.end]
        assert words == words.strip()
        assert 0 < len(words) <= MAX_SENTENCE
