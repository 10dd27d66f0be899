"""Headlines made of an article's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import Article, Published
from timeline.extract import extract
from timeline.extract.shorten import LONGEST, shorten
from timeline.extract.subjects import subject_of
from timeline.extract.titles import headline, is_sound
from timeline.moments import Moment
from timeline.recognise import recognise
from timeline.statements import statements

WORDS = statements("en")


def title(text: str, article_title: str = "") -> str:
    """Return the title of the last dated mention of a text published on Thursday, 15 February 2024."""
    article = Article("a", article_title, text, Published.on(Moment.of(2024, 2, 15), "given", 1.0))
    return [mention.title for mention in extract(article, recognise(article)).mentions if mention.timex][-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday, the dam above Elm burst.", "The dam above Elm burst"),
        ("OSLO, Norway (NB) — The dam above Elm burst on Tuesday, police said.", "The dam above Elm burst"),
        ("But the dam above Elm burst late on Tuesday night.", "The dam above Elm burst"),
        ("According to the mayor, the dam burst on Tuesday.", "The dam burst"),
        ("Shortly after the rain began on Monday, the dam burst.", "The dam burst"),
        ("The dam (built in 1931) burst on Tuesday.", "The dam burst"),
        ("The water rose higher on Tuesday than in 1995.", "The water rose higher than in 1995"),
        ("Second bomb hits the market on Monday.", "Second bomb hits the market"),
        ("Second, a bomb hit the market on Monday.", "A bomb hit the market"),
        ("Between 2011 and 2014 the dam above Elm burst twice.", "The dam above Elm burst twice"),
        ("The dam was closed from 8 January to 9 February.", "The dam was closed"),
        ("The clinic reported 40 new cases on Monday.", "The clinic reported 40 new cases"),
        ("Ann Vale appeared before a judge on Monday and wept.", "Ann Vale appeared before a judge and wept"),
    ],
)
def test_dates_attributions_and_connectives_are_cut(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Vale saw it all. She was taken to hospital on Tuesday.", "Ann Vale was taken to hospital"),
        ("The two brothers fled. They were found on Tuesday.", "The two brothers were found"),
        ("Police say they found the boat on Tuesday.", "Police found the boat"),
        ("The boat carried Bo Lund, 41, who was buried on Tuesday.", "Bo Lund was buried"),
        ("Ann Vale lives alone. Her brother was found on Tuesday.", "Ann Vale’s brother was found"),
        ("Police chased two men along the quay. They were arrested on Tuesday.", "Two men were arrested"),
    ],
)
def test_a_pronoun_gives_way_to_whom_it_stands_for(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The race was stopped on Friday because of wind and on Tuesday because of rain.",
            "The race was stopped because of rain",
        ),
        ("Two boats were found on Sunday and three more on Tuesday.", "Three more were found"),
        ("The probe is to reach the comet in 2028 and bring home dust in 2031.", "The probe is to bring home dust"),
        ("Bo Lund, 41, was seized at 7 a.m. and released on Tuesday.", "Bo Lund was released"),
    ],
)
def test_a_coordinated_part_has_its_subject_and_its_verb(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fleet replaces the Kittiwake, which was lost in 2022.", "The Kittiwake was lost"),
        ("Jurors read the letters of a deputy, who died in 2021.", "A deputy died"),
        ("The rule, which the council adopted on Tuesday, lets boats in.", "The council adopted the rule"),
        ("The clerk, who looked after the boats for years, was arrested on Tuesday.", "The clerk was arrested"),
        ("Bo Lund, who said that he would stay, left on Tuesday.", "Bo Lund left"),
        ("Because Ann Vale was ill in May, she will be home by 2027.", "Ann Vale will be home"),
        ("Ann Vale fell. She cried. She was found on Tuesday.", "Ann Vale was found"),
        ("The town weeps for the fleet of a captain who drowned on Tuesday.", "A captain drowned"),
        ("Dancers were seen. He left on Tuesday, the dancers said.", "He left"),
    ],
)
def test_a_relative_or_a_pronoun_is_resolved(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk spoke at a Tuesday afternoon press meeting.", "A clerk spoke at a press meeting"),
        ("After 14 February the comet will be out of reach.", "The comet will be out of reach"),
        ("The bridge gave way on Tuesday, hours after the storm had passed.", "The bridge gave way"),
        (
            "A rower was taken home on Tuesday after being hurt by an oar.",
            "A rower was taken home after being hurt by an oar",
        ),
        ("Tuesday was unusually warm and sunny in Elm.", "Tuesday was unusually warm and sunny in Elm"),
    ],
)
def test_no_word_is_left_hanging_where_a_date_was_cut(text: str, expected: str) -> None:
    assert title(text) == expected


def test_what_is_quoted_is_not_altered() -> None:
    told = title("“We came on Friday and we came on Tuesday,” said Bo Lund of Elm.")
    assert "came on Friday and we came on Tuesday" in told


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        (
            "“We came here and we came again, and my wife will never come again,” said Bo Lund of the village of Elm",
            "“We came here and we came again, and my wife will never come again”",
        ),
        (
            "A birthday party at the old park by the river in the south of Elm turned into a scene of grief for all",
            "A birthday party turned into a scene of grief",
        ),
        (
            "Bo Lund, 29, openly admitted to the officers of the guard that he left the loaded crate in his car",
            "Bo Lund openly admitted to the officers of the guard",
        ),
    ],
)
def test_a_long_title_is_complete(long: str, expected: str) -> None:
    assert shorten(long, WORDS).startswith(expected)
    assert "…" not in shorten(long, WORDS)


def test_what_only_says_that_it_happened_has_the_article_s_headline() -> None:
    text = "A bus left the road.\n\nIt happened on Tuesday near the old mill."
    assert title(text, "Bus leaves road near Elm - Channel 5 News") == "Bus leaves road near Elm"


def test_a_long_telling_is_written_with_a_colon() -> None:
    text = (
        "The National Weather Service said on Tuesday that heavy rain had washed away the only road"
        " between the two oldest villages of the valley."
    )
    assert title(text).startswith("The National Weather Service: Heavy rain had washed away the only road")


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        (
            "The council will send three hundred volunteers and forty boats to help all of the lower valley",
            "The council will send three hundred volunteers and forty boats",
        ),
        (
            "Ann Vale, the head of the harbour board, announced that the ferries would sail again from the old pier",
            "Ann Vale announced that the ferries would sail again from the old pier",
        ),
        (
            "Harbour Board Secretary Ann Vale meets with the captains of all the ferries that lie in western ports",
            "Ann Vale meets with the captains of all the ferries that lie in western ports",
        ),
    ],
)
def test_a_long_title_is_cut_where_a_thought_ends(long: str, expected: str) -> None:
    assert shorten(long, WORDS) == expected


def test_a_quotation_is_kept_whole() -> None:
    short = shorten(
        "The mayor promised “to rebuild every single house of the lower village before the first snow” within the year",
        WORDS,
    )
    assert short.count("“") == short.count("”")


def test_a_site_s_name_is_no_part_of_a_headline() -> None:
    assert headline("Bus leaves road near Elm, two hurt - WELM News | Elm, Valley, Weather", WORDS) == (
        "Bus leaves road near Elm, two hurt"
    )


@pytest.mark.parametrize("poor", ["Was found near Elm", "He left the village", "Where she lived alone", "The mill", ""])
def test_a_title_without_a_subject_of_its_own_is_not_sound(poor: str) -> None:
    assert not is_sound(poor, WORDS)


def test_the_subject_is_what_stands_before_the_verb() -> None:
    assert subject_of("Standing on the pier, Ann Vale waved.", WORDS) == "Ann Vale"
    assert subject_of("It rained.", WORDS) == ""


@given(st.text(alphabet=st.sampled_from("ab ,“”\"'.—XY"), max_size=300))
def test_a_title_never_grows_too_long(text: str) -> None:
    assert len(shorten(text, WORDS)) <= LONGEST
