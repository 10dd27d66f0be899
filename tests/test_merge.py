"""One happening told by several articles, shown once; what is not one stays apart."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import Article, Published, Skipped
from timeline.event import Event, Mention, Timeline
from timeline.extract import extract
from timeline.merge import build
from timeline.merge.acts import is_one_act, is_one_matter
from timeline.merge.dates import closeness, conflicts, days_of, winner
from timeline.merge.events import event_of
from timeline.merge.evidence import evidence
from timeline.merge.identity import sources_of
from timeline.merge.mentions import by_article
from timeline.merge.pairs import tellings_of
from timeline.merge.similarity import Rarity, dot, shared, vector
from timeline.merge.words import said_by
from timeline.moments import Grain, Moment
from timeline.recognise import recognise
from timeline.when import Interval

DAMS = (
    "ELM — The old dam above Elm burst on Monday, drowning two fishermen, the valley council said.",
    "Two fishermen died when the dam above the town of Elm burst. It happened on Monday, the council said.",
    "On February 13, 2024, the dam above Elm burst and two fishermen were drowned. Monday's rain had been heavy.",
)
OTHER = "A train hit a lorry near Rook Junction on Monday, and eleven passengers were hurt, the railway said."


def article(text: str, id_: str, day: int = 14, publisher: str = "") -> Article:
    title = text.split(".", maxsplit=1)[0].split(",", maxsplit=1)[0]
    return Article(id_, title, text, Published.on(Moment.of(2024, 2, day), "given", 1.0), publisher=publisher)


def dams() -> list[Article]:
    return [article(text, f"a{number}") for number, text in enumerate(DAMS)]


def story(timeline: Timeline, id_: str) -> Event:
    return next(event for event in timeline.events if event.uid == timeline.stories[id_])


def test_one_happening_in_other_words_is_one_event() -> None:
    timeline = build([*dams(), article(OTHER, "b")])
    assert len({timeline.stories[f"a{number}"] for number in range(3)}) == 1
    assert timeline.stories["b"] != timeline.stories["a0"]


def test_most_sources_decide_the_date_and_the_others_are_conflicts() -> None:
    event = story(build(dams()), "a0")
    assert event.when == Moment.of(2024, 2, 12)
    assert [(conflict.when, conflict.articles) for conflict in event.conflicts] == [(Moment.of(2024, 2, 13), ("a2",))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two brothers of Elm were detained on Friday.", "Police arrested the brothers on 9 February."),
        ("A ceasefire was signed on Friday at Rook.", "It ended when the truce of 9 February was signed."),
        ("The mayor of Elm stepped down on Friday.", "The mayor quit on 9 February."),
        ("The bank of Elm was shut on Friday.", "On 9 February the council closed the bank."),
    ],
)
def test_words_that_mean_the_same_tell_one_happening(one: str, other: str) -> None:
    start = "The ferry company of Elm and its captain, Ann Vale, have stood before the harbour court for weeks."
    timeline = build([article(f"{start} {one}", "a", 12), article(f"{start} {other}", "b", 16)])
    assert any(len(event.articles) == 2 and event.when == Moment.of(2024, 2, 9) for event in timeline.events)


def test_a_name_that_only_one_writer_spells_as_one_binds_vague_dates() -> None:
    first = beside(
        "Chief executive Ann Vale, a chemist who had sold paint to shipyards, took over in January 2017.", "a", GALE
    )
    second = beside("Ann Vale is honest. She had come in January 2017 through the front door, to applause.", "b", RAIN)
    assert [e.sources for e in build([first, second]).events if e.when == Moment.of(2017, 1)] == [2]


def test_an_act_of_a_month_is_that_of_a_day_in_it_though_its_subject_is_called_otherwise() -> None:
    first = beside(
        "Orlo Foods' cannery reopened on June 3, 2023, with flags, a band and speeches by two ministers.", "a", GALE
    )
    second = beside(
        "In June 2023 the cannery briefly reopened, until the river flooded its cellar and spoilt the plums.", "b", RAIN
    )
    assert [e.sources for e in build([first, second]).events if "reopened" in e.title] == [2]


def test_an_act_of_a_month_is_that_of_a_day_in_it_though_one_names_it_by_a_noun() -> None:
    first = beside("Ann Vale drew a lengthy suspension from the rowing league of Kalen on March 7, 2023.", "a", GALE)
    second = beside("In March 2023 Vale, a rower of 21 and once the best of her club, was suspended.", "b", RAIN)
    assert [e.sources for e in build([first, second]).events if "suspen" in e.title] == [2]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("The jury's verdict on Vale", "The jury delivered its verdict", True),
        ("Vale will be sworn in as the premier of Rook", "The swearing-in of Vale as premier", True),
        ("Guards ousted the cabinet of Lund", "The cabinet was overthrown", True),
        ("The brewery of Orsk went bust", "The insolvency of the brewery", True),
        ("Havelock painted its branches blue", "Havelock's branches will carry its own name", False),
        ("The league charged Vale over missed tests", "Vale was banned for missed tests", False),
        ("Vale met the miners of Elm", "Vale held another meeting with miners", False),
    ],
)
def test_one_matter_has_one_act_or_none(one: str, other: str, is_one: bool) -> None:
    assert is_one_matter(mention(None, "a", one), mention(None, "b", other), "en") is is_one


def test_what_gives_either_date_of_a_contradiction_joins_it() -> None:
    told = "The Elm rescuer Daniel Vale was killed by a falling tree"
    texts = (f"{told} on February 10, his widow said.", f"{told} on February 11, the council said.")
    late = "Safety: One rescuer, Daniel Vale, lost his life on February 10 under a falling tree at Elm."
    (event,) = [
        event
        for event in build([article(text, f"a{n}", 12) for n, text in enumerate((*texts, late))]).events
        if event.when == Moment.of(2024, 2, 10)
    ]
    assert event.articles == ("a0", "a1", "a2")
    assert [conflict.articles for conflict in event.conflicts] == [("a1",)]


def test_figures_alone_bind_no_strangers() -> None:
    bakery = "Her aunt keeps a bakery near the windmill of Elm, where loaves are sold with plum jam, honey and walnuts."
    cinema = "A bicycle vanished outside the cinema in Rook while its owner watched a play about two monks."
    birthday = article(f"{bakery} Her birthday will be April 13.", "a")
    other = article(f"{cinema} It was the 13th theft this year.", "b")
    assert all(len(event.articles) == 1 for event in build([birthday, other]).events)


def test_like_happenings_on_different_days_stay_apart() -> None:
    first = article("Ann Vale visited Oslo on Monday and met the harbour board.", "a", 13)
    second = article("Ann Vale visited Oslo on February 5 and met the fishing board.", "b", 6)
    timeline = build([first, second])
    assert timeline.stories["a"] != timeline.stories["b"]


FLOODS = (
    "ELM — The Wenna burst its banks on Monday and flooded forty houses in Elm, the valley council said.",
    "ELM — The Wenna burst its banks again on Saturday and flooded sixty houses in Elm, the valley council said.",
)
SENTENCED = (
    "ELM — A miller was fined on Friday for opening the sluice of the Wenna above Elm, a judge of the valley said."
)


def test_what_an_article_published_before_cannot_tell_is_another_happening() -> None:
    timeline = build([article(FLOODS[0], "a", 13), article(FLOODS[1], "b", 18)])
    assert story(timeline, "a").when == Moment.of(2024, 2, 12)
    assert story(timeline, "b").when == Moment.of(2024, 2, 17)


def test_an_article_about_what_came_of_a_happening_follows_it() -> None:
    articles = [article(FLOODS[0], "a", 13), article(SENTENCED, "b", 24)]
    timeline = build(articles)
    assert timeline.stories["a"] == timeline.stories["b"] != timeline.leads["b"]
    sentence = next(event for event in timeline.events if event.uid == timeline.leads["b"])
    assert sentence.when == Moment.of(2024, 2, 23)
    assert sentence.articles == ("b",)


def test_an_article_that_names_two_days_is_about_the_one_that_the_others_give() -> None:
    both = "Ann Vale met the boatmen of Elm on Friday. A boat had sunk on the Wenna on Monday, and a boy drowned."
    others = (
        "A boat sank on the Wenna on Monday and a boy drowned, police in Elm said.",
        "A boy drowned on the Wenna on Monday.",
    )
    alone = build([article(both, "a", 17)])
    timeline = build([article(both, "a", 17), *(article(text, f"b{n}", 14) for n, text in enumerate(others))])
    assert story(alone, "a").when == Moment.of(2024, 2, 16)
    assert story(timeline, "a").when == Moment.of(2024, 2, 12)


def test_articles_of_one_story_that_give_an_act_neighbouring_days_contradict_each_other() -> None:
    signed = (
        "Ann Vale and Bo Lund signed an agreement on Monday that ends a two-year dispute over fishing rights in the "
        "northern strait.\n\n"
        "The deal, signed after nine hours of talks in Orsk, sets quotas for cod until 2030."
    )
    recalled = (
        "About 40 trawlers blocked the harbour of Elm on Saturday in protest at a fishing accord that the government "
        "signed this week.\n\n"
        "The blockade ended at around noon when police boats moved in. Three skippers were arrested.\n\n"
        "The accord was signed in Orsk on 13 February after a second round of talks between foreign minister Ann Vale "
        "and her counterpart Bo Lund.\n\n"
        "The fishermen's association said that it would block the harbour again on Wednesday.\n\n"
        "Parliament is expected to ratify the accord on 25 February."
    )
    first = evolve(article(signed, "a", 14), title="Orsk talks end with fishing deal")
    second = evolve(article(recalled, "b", 18), title="Trawlers blockade Elm harbour over fishing accord")
    timeline = build([first, second])
    treaty = story(timeline, "a")
    assert treaty.when == Moment.of(2024, 2, 12)
    assert [(conflict.when, conflict.articles) for conflict in treaty.conflicts] == [(Moment.of(2024, 2, 13), ("b",))]


OUSTED = (
    "Elmland's parliament passed a motion against premier Ola Brandt on Tuesday by 61 votes.",
    "Elmland's government falls as parliament backs the motion. Ola Brandt had asked the members for patience.",
    "Premier Ola Brandt handed in his resignation to the king on Wednesday. Elmland's parliament will meet in March.",
    "Ola Brandt resigned on Wednesday after the collapse of his government over the price of bread.",
)


def test_two_acts_of_one_story_on_neighbouring_days_are_no_dispute_about_one() -> None:
    timeline = build(article(text, f"a{number}", day=15) for number, text in enumerate(OUSTED))
    told = [event for event in timeline.events if event.uid in timeline.leads.values()]
    assert [event.when for event in told] == [Moment.of(2024, 2, 13), Moment.of(2024, 2, 14)]
    assert not any(event.conflicts for event in timeline.events)


DOPED = (
    "The skater Ida Holm tested positive for the banned drug Veridine on December 20, 2022, the Arnau court ruled.",
    "The sample of the skater Ida Holm of December 20, 2022, held the banned drug Veridine, the Arnau court ruled.",
    "First hearings were held on September 6-8, 2023. Skater Ida Holm denied before the Arnau court the drug Veridine.",
)


def test_a_story_of_days_far_from_what_most_articles_tell_is_not_theirs() -> None:
    timeline = build(article(text, f"a{number}", day=1) for number, text in enumerate(DOPED))
    assert not any(event.conflicts for event in timeline.events)


FREED = (
    "Divers freed four boys from the flooded Elm cave on Sunday in a risky operation, officials said.",
    "Four of the boys were freed by divers on Sunday. The risky operation went on on Monday: four more were freed.",
)


def test_who_tells_it_better_on_the_day_itself_gives_no_other_day_for_it() -> None:
    told = [extract(each, recognise(each)) for each in (article(text, text[:4]) for text in FREED)]
    said = [[said_by(each, "en") for each in one.mentions] for one in told]
    first, same, following = tellings_of(told, by_article(said), [{}, {}])
    assert (first.day, following.day) == (same.day, Moment.of(2024, 2, 12).n)
    assert following.is_apart(first)
    assert not same.is_apart(first)


def test_one_more_of_a_kind_is_no_contradiction() -> None:
    first = article("Divers recovered four bodies from the Wenna at Elm on Monday, the valley council said.", "a", 13)
    more = article(
        "Divers recovered two more bodies from the Wenna at Elm on Wednesday, the valley council said.", "b", 15
    )
    assert len(build([first, more]).events) == 2


def beside(text: str, id_: str, news: str) -> Article:
    """Return an article of 20 February that tells something beside its own news."""
    mill = "The mill of Orsk made pumps for the mines of the valleys and employed six hundred weavers and smiths."
    return article(f"{news}\n\n{text} {mill}", id_, 20)


GALE, RAIN = "A gale tore tiles from the roofs of Rook on Sunday.", "Rain closed the school of Kalen on Saturday."


def test_an_act_that_one_article_names_by_a_noun_is_the_same_act() -> None:
    news = beside("On February 12 the Vale Bank, a lender to shipyards, offered 412 crowns a share.", "a", GALE)
    recalled = beside(
        "The first offer, of 412 crowns, was made on February 14 and found too low.",
        "b",
        RAIN,
    )
    (offer,) = [event for event in build([news, recalled]).events if "412" in event.title]
    assert offer.sources == 2


def test_an_act_of_one_actor_may_be_dated_in_two_ways() -> None:
    first = beside(
        "Police searched the offices of Vale, the laboratory and the archive in the cellar on February 12.", "a", GALE
    )
    second = beside(
        "A short history. February 14: police search the office, the yard and the house of a clerk.", "b", RAIN
    )
    (search,) = [event for event in build([first, second]).events if "search" in event.title]
    assert search.sources == 2


@pytest.mark.parametrize(
    ("one", "other", "sources"),
    [
        (
            "The first case of the fever was found on 3 February.",
            "A clinic had the first case of fever on 30 January.",
            2,
        ),
        ("The rope was last inspected on 2 February.", "The last inspection of the rope was on 6 February.", 2),
        ("Ann Vale, a clerk, died on 2 February.", "The guard Ann Vale was killed on 6 February.", 2),
        ("Police in Elm arrested a clerk on 2 February.", "Police in Elm arrested a baker on 6 February.", 1),
        ("The first fire happened on 2 February.", "The first vote happened on 6 February.", 1),
        (
            "The second case of the fever was found on 3 February.",
            "A clinic had the third case of fever on 30 January.",
            1,
        ),
        (
            "The first case of the fever was found on 3 February.",
            "A clinic had the first case of fever on 3 January.",
            1,
        ),
    ],
)
def test_what_happens_but_once_may_be_dated_days_apart(one: str, other: str, sources: int) -> None:
    found = [event for event in build([beside(one, "a", GALE), beside(other, "b", RAIN)]).events if event.when]
    assert max(event.sources for event in found) == sources


def test_who_reports_that_two_dates_are_given_gives_neither_alone() -> None:
    one = beside("The rope was last inspected on 2 February.", "a", GALE)
    other = beside("The last inspection of the rope was on 6 February.", "b", RAIN)
    both = beside("Vale says the rope was inspected on 2 February. The record of the rope says 6 February.", "c", RAIN)
    (inspected,) = [event for event in build([one, other, both]).events if "rope" in event.title]
    assert (inspected.sources, len(inspected.conflicts)) == (3, 1)


def test_of_two_days_that_are_told_as_often_the_one_told_at_once_wins() -> None:
    early = beside("Police searched the offices of Vale on February 12.", "a", GALE)
    fresh = evolve(early, id="b", text=early.text.replace("12", "13"))
    fresh = fresh.dated(Published.on(Moment.of(2024, 2, 14), "given", 1.0))
    late = early.dated(Published.on(Moment.of(2024, 3, 14), "given", 1.0))
    (search,) = [event for event in build([fresh, late]).events if "search" in event.title]
    assert search.when == Moment.of(2024, 2, 13)


def test_one_article_does_not_tell_another_act_as_the_same_but_vaguer() -> None:
    text = (
        "Jon Vale, a roofer, was arrested in Rook on 15 January and handed over two weeks later."
        " His brother-in-law, Ben Dale, was arrested on 1 February at the port of Rook as he tried to board a ship."
    )
    arrested = next(event for event in build([beside(text, "a", GALE)]).events if "port" in event.title)
    assert len(arrested.mentions) == 1


def test_one_word_does_not_join_what_is_dated_in_two_ways() -> None:
    road = beside("Highway 41 reopened on February 12.", "a", GALE)
    town = beside("Elm was reopened on February 13.", "b", RAIN)
    opened = [event for event in build([road, town]).events if "reopened" in event.title]
    assert len(opened) == 2


def test_what_only_follows_a_happening_is_no_contradiction_of_its_day() -> None:
    toll = article("The toll of the ferry Gull off Rook rose to three on Tuesday, the council said.", "a")
    asked = article("Police questioned the captain of the Gull, a ferry of the line from Kalen, on Monday.", "b")
    assert [event.sources for event in build([toll, asked]).events] == [1, 1]


def test_a_month_far_ahead_is_that_of_one_thing() -> None:
    first = beside("The probe let go of its capsule. It should arrive at Ibis in July 2029.", "a", GALE)
    second = beside(
        "In July 2029, when its engineers will have retired, it is to meet Ibis, a rock of unknown shape.",
        "b",
        RAIN,
    )
    assert [event.sources for event in build([first, second]).events if event.when == Moment.of(2029, 7)] == [2]


def test_a_plan_that_was_carried_out_is_told_as_done() -> None:
    timeline = build(
        [
            article("Ann Vale and Bo Lund will sign the fishing treaty in Oslo on Thursday.", "a", 14),
            article("Ann Vale and Bo Lund signed the fishing treaty in Oslo on Thursday.", "b", 16),
        ]
    )
    assert [(event.kind, event.title) for event in timeline.events] == [
        ("happened", "Ann Vale and Bo Lund signed the fishing treaty in Oslo")
    ]


def test_a_happening_is_titled_by_a_statement_rather_than_by_a_noun_without_a_verb() -> None:
    recalled = article("The pact follows the March 2019 trade accord between Orsk and Velm on timber.", "a", 14)
    told = article("In 2019, the leaders of Orsk and Velm signed an accord on the trade in timber.", "b", 15)
    (signed,) = [event for event in build([recalled, told]).events if "accord" in event.title]
    assert signed.title == "The leaders of Orsk and Velm signed an accord on the trade in timber"


@pytest.mark.parametrize(
    ("worse", "said", "better"),
    [
        ("It burst above the town of Elm in the night", Moment.of(2024, 2, 12), "A dam burst above the town of Elm"),
        ("The dam above Elm burst in the month", Moment.of(2024, 2), "The dam of Elm burst in the night"),
        ("The dam above Elm burst on a Tuesday night", Moment.of(2024, 2, 13), "The dam of Elm burst in the night"),
        (
            'The end of the dam of Elm was "a crime" of the night',
            Moment.of(2024, 2, 12),
            "The dam of Elm burst at night",
        ),
    ],
)
def test_a_happening_is_titled_by_a_statement_of_its_own_day_that_stands_alone(
    worse: str, said: Moment, better: str
) -> None:
    articles = {id_: article("Elm.", id_) for id_ in "ab"}
    monday = Moment.of(2024, 2, 12)
    told = [mention(said, "a", worse), mention(monday, "b", better)]
    assert event_of(told, [said_by(each, "en") for each in told], articles).title == better


def test_a_happening_is_titled_by_its_own_statement_rather_than_by_the_headline_of_what_came_of_it() -> None:
    headline = "Baker Ann Vale takes over the Elm dairy"
    articles = {"a": evolve(article("Elm.", "a"), title=headline), "b": article("Elm.", "b")}
    monday = Moment.of(2024, 2, 12)
    recalled = evolve(mention(monday, "a", headline), quote="It began when she had bought a tenth of it for a song.")
    told = [recalled, mention(monday, "b", "The baker bought a tenth of the dairy for a song")]
    assert event_of(told, [said_by(each, "en") for each in told], articles).title == told[1].title


def test_a_happening_is_titled_by_an_opening_rather_than_by_a_picture() -> None:
    pictured = (
        "Families of Elm wait for news of the two fishermen.\n\n"
        "In this picture the broken dam above Elm that drowned two fishermen is seen on Monday."
    )
    told = "The old dam above Elm burst on Monday and drowned two fishermen."
    event = story(build([article(pictured, "a"), article(told, "b")]), "b")
    assert event.articles == ("a", "b")
    assert event.title == "The old dam above Elm burst and drowned two fishermen"


def test_different_happenings_of_one_day_in_one_article_stay_apart() -> None:
    text = (
        "The old dam above Elm burst on Monday, drowning two fishermen.\n\n"
        "In the capital, pilots began a strike on Monday over their pensions."
    )
    timeline = build([article(text, "a")])
    assert len([event for event in timeline.events if event.when]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Bells rang as far away as Rook early on Tuesday when the rocket of Elm rose at 0.12 a.m.",
        (
            "The five divers of the Elm Star are lost, the owners of the Elm Star said on Tuesday.\n\n"
            "A search robot of a trawler found the tail of a boat off Cape Elm on Tuesday."
        ),
    ],
)
def test_two_acts_that_an_article_tells_of_one_day_are_two_events(text: str) -> None:
    assert len([event for event in build([article(text, "a")]).events if event.when]) == 2


def test_a_picture_of_the_day_of_a_story_shows_the_story() -> None:
    text = (
        "Elm is to send 40 rowers to the island of Rook, the envoy Bo Lund said on Tuesday after talks in the capital."
        "\n\nIn this photo provided by a newspaper, the envoy Lund, left, greets the head of the league at the old "
        "headquarters in the harbour, Tuesday, February 13, 2024."
    )
    assert len([event for event in build([article(text, "a")]).events if event.when == Moment.of(2024, 2, 13)]) == 1


def test_what_is_expected_of_a_day_is_not_one_thing_because_it_is_expected() -> None:
    ends = article("Air is expected to run out on Wednesday at about 8:30 a.m.", "a", 12)
    talk = article("Officials were expected to discuss the findings on Wednesday afternoon.", "b")
    assert len(build([ends, talk]).events) == 2


def test_of_two_dates_with_equal_support_the_finer_wins() -> None:
    one = article("The dam above Elm burst and drowned two fishermen of Elm on Tuesday night.", "a")
    other = article("The dam above Elm burst and drowned two fishermen of Elm on February 12.", "b", 16)
    event = story(build([one, other]), "a")
    assert event.when == Moment.part(Moment.of(2024, 2, 13).n, "NI")
    assert [conflict.when for conflict in event.conflicts] == [Moment.of(2024, 2, 12)]


def test_what_an_article_tells_of_one_hour_is_not_what_it_tells_of_another() -> None:
    text = (
        "The ferry of Elm left its harbour at 2:30 p.m. on Tuesday with 40 guests on board.\n\n"
        "The ferry of Elm sent its last signal to the harbour at 7:40 p.m. on Tuesday."
    )
    assert len(build([article(text, "a")]).events) == 2


def test_another_article_does_not_join_what_one_tells_of_different_hours() -> None:
    first = article(
        "The council of Elm shut the lake road at 7 a.m. on Monday because of the snow. "
        "At 6:25 p.m. on Monday an avalanche buried the lake road at Elm under snow.",
        "a",
    )
    second = article("An avalanche buried the lake road at Elm on Monday, which the council had shut for snow.", "b")
    hours = [{told.when for told in event.mentions if told.article == "a"} for event in build([first, second]).events]
    assert sorted(map(len, hours)) == [1, 1]


def test_what_an_article_tells_of_the_morning_is_not_what_it_tells_of_the_night() -> None:
    text = (
        "The bank of Elm raised its rate to nine per cent on Tuesday night, at a meeting held in its cellar.\n\n"
        "Crowds formed outside money changers on Tuesday morning, and some had run out of crowns, the bank said."
    )
    assert len(build([article(text, "a")]).events) == 2


def test_a_finer_date_refines_a_vague_one_without_conflict() -> None:
    timeline = build(
        [
            article("Rain fell on Monday. Ann Vale and Bo Lund signed the harbour treaty in 2019.", "a"),
            article("A gale blew on Monday. Ann Vale and Bo Lund signed the harbour treaty in May 2019.", "b"),
        ]
    )
    (signed,) = [event for event in timeline.events if "treaty" in event.title]
    assert signed.when == Moment.of(2019, 5)
    assert signed.conflicts == ()
    assert signed.sources == 2


def test_a_day_that_is_recalled_long_after_is_that_of_what_was_told_then() -> None:
    news = article("A jury in Elm convicted Ann Vale of arson on Monday, after a day of deliberation.", "a")
    recalled = article(
        "Ann Vale, the arsonist of Elm, left prison on Tuesday. On February 12, 2024, a jury had found her guilty.", "b"
    ).dated(Published.on(Moment.of(2025, 3, 6), "given", 1.0))
    event = story(build([news, recalled]), "a")
    assert set(event.articles) == {"a", "b"}


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [*dams(), article(OTHER, "b")]
    expected = build(articles)
    for seed in range(4):
        shuffled = list(articles)
        Random(seed).shuffle(shuffled)
        timeline = build(shuffled)
        assert timeline.events == expected.events
        assert timeline.stories == expected.stories


def test_another_article_leaves_other_events_as_they_are() -> None:
    before = build(dams())
    after = build([*dams(), article(OTHER, "b")])
    assert [event.uid for event in before.events] == [event.uid for event in after.events if "b" not in event.articles]


def test_copies_of_an_article_are_listed_and_count_once() -> None:
    one = article(OTHER, "b")
    timeline = build([one, one, Skipped("x.bin", "binary")])
    assert len(timeline.articles) == 2
    assert len(timeline.events) == 1
    assert timeline.skipped == (Skipped("x.bin", "binary"),)


def test_nothing_makes_an_empty_timeline() -> None:
    assert build([]) == Timeline((), ())


def test_events_are_ordered_and_undated_ones_are_last() -> None:
    text = "The dam burst on Monday.\n\nThe road was built in 1931.\n\nMany say Ann Vale could soon visit Elm."
    events = build([article(text, "a")]).events
    assert [event.when.value if event.when else None for event in events] == ["1931", "2024-02-12", None]


def test_the_end_of_a_year_comes_after_its_beginning() -> None:
    text = "The road was built in late 1931.\n\nThe dam was begun in March 1931.\n\nThe mill was sold in early 1931."
    events = build([article(text, "a")]).events
    assert [event.when.value for event in events if event.when] == ["1931", "1931-03", "1931"]


def mention(
    when: Moment | Interval | None, article_id: str = "a", quote: str = "It rained.", sure: float = 0.9
) -> Mention:
    return Mention(article_id, 0, len(quote), quote, quote, "happened", None, when, (), sure)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The jetty gave way", "The jetty collapsed under a lorry"),
        ("The regatta was called off", "The regatta was cancelled for want of wind"),
        ("The 37 hostages were set free", "Rebels released all 37 of them"),
    ],
)
def test_an_act_that_takes_several_words_is_the_one_that_takes_one(one: str, other: str) -> None:
    assert is_one_act(mention(None, "a", one), mention(None, "b", other), "en")


def test_what_gave_way_is_not_what_fell_in_price() -> None:
    roof, price = (said_by(mention(None, "a", each), "en") for each in ("The roof gave way", "The crown fell"))
    assert set(roof.title).isdisjoint(price.title)


class TestDates:
    MONDAY = Moment.of(2024, 2, 12)

    @pytest.mark.parametrize(
        ("one", "other", "least", "most"),
        [
            (MONDAY, MONDAY, 1.0, 1.0),
            (MONDAY, Moment.of(2024, 2), 0.8, 0.99),
            (MONDAY, Moment.of(2024), 0.6, 0.8),
            (MONDAY, Moment.of(2024, 2, 13), 0.5, 0.9),
            (MONDAY, Moment.of(2024, 3, 13), 0.0, 0.3),
            (MONDAY, Moment.of(2024, 3), 0.0, 0.0),
            (MONDAY, Moment.of(2024, 2, 14).with_mod("ON_OR_BEFORE"), 0.9, 1.0),
            (MONDAY, None, 0.5, 0.8),
        ],
    )
    def test_dates_go_together_the_better_the_nearer(
        self, one: Moment, other: Moment | None, least: float, most: float
    ) -> None:
        assert least <= closeness(days_of(one), days_of(other)) <= most
        assert closeness(days_of(one), days_of(other)) == closeness(days_of(other), days_of(one))

    def test_an_hour_that_half_of_the_sources_give_refines_their_day(self) -> None:
        nine = Moment.clock(self.MONDAY.n, 9)
        assert winner([mention(self.MONDAY), mention(nine, "b")], [0, 1]) == nine
        assert winner([mention(self.MONDAY), mention(self.MONDAY), mention(nine)], [0, 1, 2]) == self.MONDAY

    def test_a_bound_gives_way_to_any_date(self) -> None:
        bound = Moment.of(2024, 2, 14).with_mod("ON_OR_BEFORE")
        assert winner([mention(bound), mention(bound, "b"), mention(Moment.of(2024), "c")], [0, 1, 2]) == Moment.of(
            2024
        )
        assert conflicts([mention(bound)], self.MONDAY) == ()

    def test_an_open_interval_is_compared_by_its_one_end(self) -> None:
        since = Interval(self.MONDAY, None)
        assert closeness(days_of(since), days_of(Moment.of(2024, 2, 11))) < 1
        assert closeness(days_of(since), days_of(Moment.of(2024, 2, 20))) == 1


class TestSources:
    def numbers(self, *mentions: Mention, publisher: str = "") -> list[int]:
        articles = {m.article: article("Rain.", m.article, publisher=publisher) for m in mentions}
        return sources_of(mentions, articles)

    def test_wire_copy_in_several_papers_is_one_source(self) -> None:
        one, two, three = self.numbers(
            mention(None, "a"), mention(None, "b", "it  RAINED."), mention(None, "c", "Dry.")
        )
        assert one == two != three

    def test_a_publisher_is_one_source(self) -> None:
        assert len(set(self.numbers(mention(None, "a", "Rain."), mention(None, "b", "Snow."), publisher="Bell"))) == 1

    def test_a_contradiction_makes_an_event_less_sure(self) -> None:
        articles = {name: article("Rain.", name) for name in "abc"}
        agreed = [mention(TestDates.MONDAY, "a", "Rain."), mention(TestDates.MONDAY, "b", "Snow.")]
        against = mention(Moment.of(2024, 2, 13), "c", "Hail.")

        def confidence(mentions: list[Mention]) -> float:
            return event_of(mentions, [said_by(each, "en") for each in mentions], articles).confidence

        assert confidence([*agreed, against]) < confidence(agreed)


class TestVectors:
    def test_what_is_shared_is_told_strongest_first(self) -> None:
        rarity = Rarity.of([["dam", "rain"], ["dam", "rain"], ["rain"], ["rain"]])
        one = vector(["dam", "rain", "Elm"], rarity, 10, 1.0)
        other = vector(["dam", "rain", "Rook"], rarity, 10, 1.0)
        assert shared(one, other) == ("dam", "rain")

    @given(st.lists(st.sampled_from("abcdefg"), min_size=1), st.lists(st.sampled_from("abcdefg"), min_size=1))
    def test_likeness_is_symmetric_and_at_most_one(self, one: list[str], other: list[str]) -> None:
        rarity = Rarity.of([one, other])
        first, second = vector(one, rarity, 5, 1.0), vector(other, rarity, 5, 1.0)
        assert dot(first, second) == pytest.approx(dot(second, first))
        assert 0 <= dot(first, second) <= 1 + 1e-9
        assert dot(first, first) == pytest.approx(1)


def test_all_grains_can_be_compared() -> None:
    day = Moment.of(2024, 2, 12)
    for grain in Grain:
        if grain >= Grain.DAY:
            assert closeness(days_of(day.widen(grain)), days_of(day)) > 0


def test_each_mention_but_the_first_has_its_evidence() -> None:
    timeline = build(dams())
    event = story(timeline, "a0")
    found = list(evidence(timeline, event))
    assert [each.mention for each in found] == list(event.mentions[1:])
    assert "dam" in found[0].words
    assert found[0].likeness > 0


def test_evidence_is_told_in_the_words_of_the_sentence() -> None:
    told = ("Two brothers of Elm were detained on Friday.", "Police arrested two brothers on 9 February in Elm.")
    timeline = build([article(text, f"a{n}", 12) for n, text in enumerate(told)])
    (event,) = [each for each in timeline.events if len(each.mentions) == 2]
    (found,) = evidence(timeline, event)
    assert {"arrested", "brothers"} <= set(found.words)
    assert "arrest" not in found.words


def test_what_its_article_calls_one_more_is_not_the_story_itself() -> None:
    text = (
        "Twisters kill nine across Elm and Rook\n\n"
        "Crews searched homes in Elm on Wednesday after a string of twisters tore across the valley, killing nine.\n\n"
        "The first twister struck near Elm at 5 p.m. on Tuesday. A second, rated strong, hit Rook 40 minutes later."
    )
    told = {event.title for event in build([article(text, "a")]).events}
    assert {"The first twister struck near Elm", "A second twister, rated strong, hit Rook"} <= told
