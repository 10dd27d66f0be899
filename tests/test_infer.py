"""Dates of articles that state none."""

from collections.abc import Sequence
from random import Random

import pytest
from attrs import evolve

from timeline.article import Article, Published
from timeline.infer import infer
from timeline.moments import Moment
from timeline.readers.finish import finish
from timeline.readers.options import ReadOptions
from timeline.readers.published import given

CAPTION = "In this photo the mayor of Nordhavn opens the Kestrel bridge, Tuesday, May 6, 2014."
ROPE = "The Kestrel bridge of Nordhavn carries 4,200 lorries a day, said Ingrid Solheim, who planned its cables."


def article(text: str, published: str = "", name: str = "") -> Article:
    known = given(published) if published else None
    return finish(Article(id=name, title="", text=text, published=known, language="en"), ReadOptions())


def days(articles: Sequence[Article]) -> list[str | None]:
    return [each.published.day.value if each.published and each.published.day else None for each in infer(articles)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{CAPTION}\n\nThe bridge opened Tuesday. The ministry said Wednesday that it was safe.", "2014-05-07"),
        (f"{CAPTION}\n\nIt opened Tuesday, officials said on Wednesday. On Thursday it was crowded.", "2014-05-08"),
        (f"{CAPTION}\n\nIt opened Tuesday after a last test on Monday.", "2014-05-06"),
        (f"{CAPTION}\n\nIt opened Tuesday. It will close on Friday for a repair.", "2014-05-06"),
        (
            "The bridge, begun in 2008 and left in 2011, was opened by the mayor on May 6, 2014.",
            "2014-05-06",
        ),
        ("- On May 6, 2014, the mayor opened the bridge.\n- It took four years to build.", "2014-05-06"),
    ],
)
def test_the_last_past_day_of_the_texts_own_week_dates_it(text: str, day: str) -> None:
    assert days([article(text)]) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge fell on May 6, 1914. In 2014 a new one was opened, the ministry said on Friday.",
        " ".join([ROPE] * 4) + " Its plans were drawn on May 6, 1914. The members met on Friday.",
        "The bridge is closed, the mayor said on Tuesday.",
        " ".join([ROPE] * 4) + " It was begun in 1811. A mast fell in 1814. The bridge was opened on May 6, 1815.",
        " ".join([ROPE] * 4)
        + " It shuts at noon on January 19, the mayor said on Tuesday. It was bombed by rebels on May 6, 2014.",
        "The bridge was sold on May 6, 1815. Its builders have been praised since the 1850s.",
        "",
    ],
)
def test_history_and_bare_weekdays_date_nothing_by_themselves(text: str) -> None:
    assert days([article(text)]) == [None]


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("The old bridge fell on May 6, 1914. Nothing was built for years, they said on Friday.", "1914-05-06"),
        ("The old bridge fell on May 6, 1914. In 2014 it was rebuilt, they said on Friday.", "2014-01-01"),
        ("The bridge was sold on May 6, 1815. Its builders have been praised since the 1850s.", "1850-01-01"),
        ("The old bridge fell in May 1914. It will be rebuilt in 2031.", "1914-05-01"),
    ],
)
def test_the_last_of_its_history_is_a_lower_bound(text: str, earliest: str) -> None:
    (found,) = infer([article(text)])
    assert found.published
    assert found.published.earliest
    assert (found.published.earliest.value, found.published.latest) == (earliest, None)


def test_an_inferred_date_says_so_and_is_less_sure() -> None:
    stated, found = infer([article(ROPE, "2014-05-07"), article(ROPE + " It opened.")])
    assert stated.published == given("2014-05-07")
    assert found.published
    assert found.published.origin == "inferred"
    assert found.published.confidence < 0.8
    assert found.published.note


def test_a_sibling_that_tells_the_same_lends_its_date() -> None:
    other = "A cat show in Marlow drew 9,100 visitors; Percival Grout won with his Siamese Duchess."
    found = days([article(ROPE + " It rains."), article(other, "2011-02-03"), article(ROPE, "2014-05-07")])
    assert found[0] == "2014-05-07"


def test_the_article_whose_date_is_lent_is_named() -> None:
    found, _ = infer([article(ROPE + " It rains."), evolve(article(ROPE, "2014-05-07"), title="A walk above the sea")])
    assert found.published
    assert found.published.note == "an article tells the same: “A walk above the sea” of 2014-05-07"


def test_what_moves_a_lent_date_is_named() -> None:
    found, _ = infer([article(ROPE + " She spoke on Tuesday."), evolve(article(ROPE, "2014-05-07"), title="A walk")])
    assert found.published
    assert found.published.note == ("an article tells the same: “A walk” of 2014-05-07; its own days end on 2014-05-06")


def test_the_weekday_that_a_text_names_moves_the_date_of_its_sibling() -> None:
    found = days([article(ROPE + " She spoke on Tuesday."), article(ROPE, "2014-05-07")])
    assert found[0] == "2014-05-06"
    found = days([article(ROPE + " She spoke on Thursday."), article(ROPE, "2014-05-07")])
    assert found[0] == "2014-05-08"  # the next day, rather than six days before


def test_of_two_weeks_the_one_that_most_siblings_are_of_dates_an_article() -> None:
    texts = [article(f"{ROPE} It rains in May {day}.", f"2014-05-{day:02}") for day in (1, 2, 3)]
    undated = article(ROPE + " She spoke on Saturday, and it rains.")
    assert days([undated, article(ROPE + " It rains again.", "2014-05-09"), *texts])[0] == "2014-05-03"


def test_of_two_weeks_the_one_whose_weekday_is_told_of_dates_an_article() -> None:
    opened = f"{ROPE} A lorry fell from the bridge on May 2."
    undated = article(ROPE + " She spoke on Friday, when a lorry had fallen.")
    assert (
        days([undated, article(opened, "2014-05-07"), article(f"{opened} It rained.", "2014-05-07")])[0] == "2014-05-02"
    )


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Percival Grout of Nordhavn painted the Kestrel bridge and its lorries from Ulvik on Saturday.", "2014-05-10"),
        (
            "Percival Grout of Marlow painted lorries and the Kestrel from Ulvik at Tarn on Thursday, May 8.",
            "2014-05-08",
        ),
    ],
)
def test_one_of_many_articles_that_is_only_somewhat_alike_lends_no_date(told: str, day: str) -> None:
    shows = [
        article(f"A cat show in Marlow{n} drew {n}100 visitors; Percival{n} won with Duchess{n}.", f"2011-02-{n:02}")
        for n in range(1, 29)
    ]
    one = article("The Kestrel bridge of Nordhavn carries 4,200 lorries, said Ingrid Solheim in Aarvik.", "2014-05-07")
    assert days([*shows, one, article(told)])[-1] is None
    assert days([*shows[:3], one, article(told)])[-1] == day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The mayor will reopen it on Monday, May 12.", "2014-05-07"),
        ("The mayor reopened it on Monday, May 12.", "2014-05-12"),
        ("She spoke on Tuesday, having reopened it on May 10.", "2014-05-13"),
        ("Nobody liked last Wednesday's opening.", "2014-05-08"),
        ("The mayor reopened it on Sunday, May 12.", None),  # as in 2013
        ("It will be reopened on May 2.", None),
    ],
)
def test_days_without_a_year_agree_with_the_date_of_the_sibling_or_move_it(told: str, day: str | None) -> None:
    assert days([article(f"{ROPE} {told}"), article(ROPE, "2014-05-07")])[0] == day


def test_close_days_without_a_year_make_up_for_less_likeness() -> None:
    far = "Granite came from Skive, Thurso, Kirkwall, Lerwick, Hamnavoe, Tromso, Bodo, Narvik and Hammerfest."
    towers = "Percival Grout of Aalborg drew Gothic towers for Viborg, Randers, Horsens, Kolding, Ribe and Varde."
    known = article(f"{ROPE} {towers}", "2014-05-07")
    text = f"Ingrid Solheim has been to Nordhavn. {far}"
    assert days([article(f"{text} She rested."), known])[0] is None
    assert days([article(f"{text} She rested on May 9."), known])[0] == "2014-05-09"


def test_days_that_follow_each_other_without_a_year_lead_far_from_the_sibling() -> None:
    told = "The bridge was closed on May 20 and again on June 18. It reopened on July 10. A fair opens on August 30."
    assert days([article(f"{ROPE} {told}"), article(ROPE, "2014-05-07")])[0] == "2014-07-10"


FALL = "The Kestrel bridge of Nordhavn lost a cable on Saturday 8 March, and Ingrid Solheim wept."
REPORT = "A splice was bad, the Solheim inquiry into the Kestrel cable of Nordhavn told the council on 2 April."


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (
            "Since 8 March nobody has crossed. On 2 April the Solheim inquiry spoke; on Friday the mayor did.",
            "2014-04-04",
        ),
        ("Three weeks after the Kestrel bridge lost its cable, lorries queue. It rained on Monday.", "2014-03-31"),
        ("The Kestrel bridge lost its cable and Ingrid Solheim wept on Saturday. Lorries queue.", "2014-03-08"),
        ("Twenty days after the Kestrel bridge of Nordhavn lost its cable, lorries queue.", "2014-03-28"),
        ("Patch on Tuesdays. Since 8 March nobody has crossed the Kestrel bridge.", "2014-03-08"),
    ],
)
def test_what_dated_articles_tell_of_the_same_happenings_dates_an_article(told: str, day: str) -> None:
    known = [article(FALL, "2014-03-09", "a"), article(REPORT, "2014-06-02", "b")]
    undated = article(f"{told} The Kestrel bridge of Nordhavn is 900 metres long.", "", "c")
    assert days([undated, *known])[0] == day


def test_a_distance_in_a_headline_dates_an_article() -> None:
    told = article("Gunmen raided the Kestrel market in Holm on Tuesday, Inspector Varga said.", "2024-03-06")
    text = "Two men were charged with the deaths of nine in Holm, Inspector Varga said."
    late = evolve(article(text), title="46 days after the raid on the Kestrel market, two are charged")
    assert days([told, late]) == ["2024-03-06", "2024-04-20"]
    assert days([told, article(text)]) != ["2024-03-06", "2024-04-20"]


def test_what_is_to_come_alone_dates_nothing() -> None:
    told = "Ingrid Solheim of Nordhavn will tell of the Kestrel bridge on 8 March."
    assert days([article(told), article(FALL, "2014-03-09")])[0] is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (
            "NORDHAVN, Oct. 7 (Wire) - The Kestrel bridge reopened on Tuesday, months after the fall of 8 March.",
            "2014-10-07",
        ),
        (
            "NORDHAVN, Oct. 7 (Wire) - The Kestrel bridge of Nordhavn is safe, Ingrid Solheim said on Monday.",
            "2013-10-07",
        ),
    ],
)
def test_the_year_of_a_dateline_fits_its_weekdays_and_what_others_tell(told: str, day: str) -> None:
    assert days([article(told), article(FALL, "2014-03-09")])[0] == day


def test_articles_of_other_things_lend_nothing() -> None:
    cats = "A cat show in Marlow drew 9,100 visitors; Percival Grout won with his Siamese Duchess."
    assert days([article(ROPE), article(cats, "2011-02-03")])[0] is None


def test_one_word_in_common_makes_no_story_of_a_short_text() -> None:
    ferry = "Fire broke out on the ferry Kestrel off Nordhavn on Monday; Captain Ingrid Solheim and 6 of her crew died."
    dated = [article(f"{ferry} It was hour {n} of the watch.", f"2014-05-0{n}") for n in (6, 7, 8)]
    assert days([*dated, article("Fire in the café of Marlow on Monday, police said.")])[-1] is None
    assert (
        days([*dated, article("Captain Ingrid Solheim of the Kestrel, lost off Nordhavn, was 44.")])[-1] == "2014-05-06"
    )


def test_the_bounds_that_an_article_states_are_kept() -> None:
    within = article(ROPE + " It opened.", "2014-04")
    assert days([within, article(ROPE, "2014-05-07")])[0] is None
    assert infer([within, article(ROPE, "2014-05-07")])[0].published == given("2014-04")


def test_the_order_of_the_articles_changes_nothing() -> None:
    texts = [
        (CAPTION + "\n\nIt opened Tuesday.", ""),
        (ROPE, "2014-05-07"),
        (ROPE + " It rains on Monday.", ""),
        (ROPE[20:], ""),
    ]
    articles = [article(text, date, f"a{place}") for place, (text, date) in enumerate(texts)]
    expected = {each.id: each.published for each in infer(articles)}
    for seed in range(6):
        shuffled = Random(seed).sample(articles, len(articles))
        assert {each.id: each.published for each in infer(shuffled)} == expected
        assert [each.id for each in infer(shuffled)] == [each.id for each in shuffled]


def test_the_year_of_a_copyright_line_is_a_weak_bound_and_no_date() -> None:
    (found,) = infer([article(f"{ROPE}\n\n© 2009-2014 Nordhavn Post")])
    assert found.published
    assert found.published.day is None
    assert found.published.earliest
    assert (found.published.earliest.value, found.published.latest) == ("2014-01-01", None)
    assert found.published.confidence < 0.3


def test_a_copyright_line_of_a_later_year_forbids_no_date() -> None:
    text = f"{ROPE} It rains.\n\n© 2021 Nordhavn Post"
    assert days([article(text), article(ROPE, "2014-05-07")])[0] == "2014-05-07"


def test_the_day_of_a_file_is_not_lent_to_its_siblings() -> None:
    day = Moment.of(2014, 5, 7)
    other = article(ROPE).dated(Published.on(day, "file", 0.3))
    assert days([article(ROPE + " It rains."), other]) == [None, "2014-05-07"]


def test_older_posts_bound_the_date_that_a_sibling_lends() -> None:
    text = f"{ROPE} It opened on Friday, and on Saturday it was crowded.\n\nOlder posts: Cables by the mile (May 7)"
    assert days([article(text), article(ROPE, "2014-05-02")])[0] == "2014-05-10"


def test_debris_dates_nothing() -> None:
    text = f"{ROPE}\n\n© 2014 Nordhavn Post\n\nRecent stories\nCat show on May 6, 2014\nFerry stops on Monday"
    assert days([article(text)]) == [None]


def test_nothing_is_inferred_of_nothing() -> None:
    assert infer([]) == []


def test_a_dateline_has_its_year_from_an_article_that_tells_the_same() -> None:
    wire = article(f"NORDHAVN, June 17 (Wire) - {ROPE} It was opened on Tuesday by Ingrid Solheim.")
    other = article(f"{ROPE} Ingrid Solheim opened it.", "2014-06-20")
    assert days([wire, other]) == ["2014-06-17", "2014-06-20"]
    assert days([wire, article(f"{ROPE} Ingrid Solheim opened it.", "2015-06-20")])[0] != "2015-06-17"  # a Wednesday


def test_an_article_dated_by_its_dateline_dates_those_without_one() -> None:
    wire = (
        f"NORDHAVN, Nov. 17 (Wire) - {ROPE} Ingrid Solheim said so on Monday. Percival Grout, the rigger, and his "
        "foreman Tomas Brekk are to stand trial for the broken cable on January 13 next year."
    )
    column = (
        "In the trial of the rigger Percival Grout and his foreman Tomas Brekk, which opened on January 13, the "
        "broken cable was shown on Tuesday."
    )
    told = [article(wire), article(column), article(f"{ROPE} Ingrid Solheim opened it.", "2014-05-20")]
    assert days(told)[:2] == ["2014-11-17", "2015-01-13"]


def test_a_dateline_is_no_day_to_come_whatever_its_sentence_tells() -> None:
    wire = f"NORDHAVN, June 17 (Wire) - Cables could snap, an inquiry said on Tuesday. {ROPE} Ingrid Solheim opened it."
    assert days([article(wire), article(f"{ROPE} Ingrid Solheim opened it.", "2014-05-20")])[0] == "2014-06-17"


def test_a_dateline_outweighs_a_day_to_come_that_looks_past() -> None:
    arrest = "The director of Nordhavn Docks was arrested on Thursday over the crane fall that killed Dora Orchard."
    march = (
        "NORDHAVN, Sept 28 (Wire) - About 4,000 people marched through Nordhavn on Sunday over the crane fall.\n\n"
        "Organisers plan a second march on October 12.\n\n"
        "Gerold Vane, the director of Nordhavn Docks, was arrested on September 18."
    )
    assert days([article(march), article(arrest, "2025-09-19")])[0] == "2025-09-28"
