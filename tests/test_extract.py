"""From a text to its mentions: which statement a date belongs to, its kind, its names; the news and the story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import Article, Published
from timeline.event import Mention
from timeline.extract import Told, extract
from timeline.extract.names import names_in
from timeline.moments import Moment
from timeline.readers.debris import find_dropped
from timeline.recognise import recognise
from timeline.sentences import split
from timeline.statements import statements

THURSDAY = Published.on(Moment.of(2024, 2, 15), "given", 1.0)


def tell(text: str, title: str = "", published: Published | None = THURSDAY, language: str = "en") -> Told:
    article = Article("a", title, text, published, language=language)
    return extract(article, recognise(article))


def dated(text: str) -> list[tuple[str, str]]:
    """Return (title, date) of the mentions that a text dates itself."""
    return [(m.title, m.when.value) for m in tell(text).mentions if m.timex and m.when]


def only(text: str) -> Mention:
    (mention,) = [mention for mention in tell(text).mentions if mention.timex]
    return mention


class TestWhoseDayItIs:
    def test_a_range_within_a_day_or_a_week_is_the_date(self) -> None:
        text = "The vigil will be held at Elm Hall on Saturday from 5 to 7 p.m."
        assert [date for _, date in dated(text)] == ["2024-02-17T17:00/2024-02-17T19:00"]
        text = "The board is expected to release its report this week, February 12-18, 2024."
        assert [date for _, date in dated(text)] == ["2024-02-12/2024-02-18"]

    def test_what_a_thing_followed_is_not_done_as_that_was(self) -> None:
        text = "The row was fed by a ban that was lifted early today, following angry protests on Tuesday."
        assert [title for title, _ in dated(text)] == ["A ban was lifted"]

    def test_the_day_of_what_happened_beats_the_day_of_the_telling(self) -> None:
        assert dated("A miner was hurt on Monday, the company said Tuesday.") == [("A miner was hurt", "2024-02-12")]
        assert dated("The company said Tuesday that a miner was hurt on Monday.") == [
            ("A miner was hurt", "2024-02-12")
        ]

    def test_a_day_in_what_is_told_of_a_speaker_is_not_that_of_what_he_says(self) -> None:
        text = "“We were sent home,” said a weaver who has worked at the mill since 2011 and wanted no name."
        assert [date for _, date in dated(text)] == ["2011"]
        assert "sent home" not in only(text).title

    def test_what_a_figure_is_for_and_what_a_date_is_later_than_date_nothing(self) -> None:
        assert dated("The mill withdrew its forecast for 2023.") == []
        assert [date for _, date in dated("The fair is planned for 2025.")] == ["2025"]
        assert dated("The ship sailed on 4 December 2018, two months later than planned because of a leak.") == [
            ("The ship sailed, two months later than planned because of a leak", "2018-12-04")
        ]

    def test_the_date_of_a_dateline_is_no_happening(self) -> None:
        text = "ELM CITY (NB) — February 14, 2024 — A miner was hurt on Monday when a beam fell."
        assert [date for _, date in dated(text)] == ["2024-02-12"]

    def test_the_day_of_publication_before_the_first_sentence_is_no_happening(self) -> None:
        assert dated("Thursday, February 15, 2024 – Ann Vale met the miners on Monday.") == [
            ("Ann Vale met the miners", "2024-02-12")
        ]
        assert dated("February 14, 2024 – Ann Vale met the miners.") == [("Ann Vale met the miners", "2024-02-14")]

    def test_what_only_announces_a_list_is_no_happening(self) -> None:
        assert dated("Here is what we know of the fire on Monday, 12 February:") == []

    def test_how_it_was_with_the_one_who_speaks_is_no_happening(self) -> None:
        assert dated("“Thirty days ago my brother was alive,” she said.") == []
        assert dated("“Twelve days ago I was mowing,” he told us.") == []
        assert [date for _, date in dated("“On Tuesday we were told to leave,” she said.")] == ["2024-02-13"]
        assert [date for _, date in dated("“Our loss was 2 million crowns in 2023,” she said.")] == ["2023"]
        assert [date for _, date in dated("“I was in bed on Tuesday when the beam fell,” he said.")] == ["2024-02-13"]

    def test_a_clause_with_a_verb_is_no_noun_phrase(self) -> None:
        assert dated("The ban was lifted as of Monday.") == [("The ban was lifted", "2024-02-12")]

    def test_a_telling_without_a_day_in_it_is_dated_by_its_own(self) -> None:
        told = only("The town will rent forty boats, a council member said Tuesday.")
        assert (told.title, told.kind) == ("The town will rent forty boats", "happened")
        assert told.when == Moment.of(2024, 2, 13)

    def test_what_was_only_said_on_a_day_is_less_sure_than_what_happened_on_it(self) -> None:
        said = only("A miner was hurt, the company said Tuesday.")
        happened = only("A miner was hurt on Tuesday.")
        assert said.confidence < happened.confidence

    def test_an_announcement_of_something_dated_gives_both(self) -> None:
        text = "The port announced on Tuesday that ferries will sail again on March 3."
        assert [date for _, date in dated(text)] == ["2024-02-13", "2024-03-03"]

    def test_the_date_of_a_relative_clause_does_not_stand_for_what_is_told(self) -> None:
        text = "The board concluded on Tuesday that the fire that killed two miners on February 5 was caused by a lamp."
        assert dated(text) == [
            ("The board concluded that the fire that killed two miners was caused by a lamp", "2024-02-13"),
            ("The fire killed two miners", "2024-02-05"),
        ]

    def test_parts_of_a_sentence_have_dates_of_their_own(self) -> None:
        assert dated("Ann Vale was arrested on Monday and charged on Tuesday.") == [
            ("Ann Vale was arrested", "2024-02-12"),
            ("Ann Vale was charged", "2024-02-13"),
        ]

    def test_that_of_a_later_clause_does_not_open_what_is_told(self) -> None:
        text = "Ann Vale pleaded guilty on May 2, 2022, and a trial that she feared never began."
        assert ("Ann Vale pleaded guilty", "2022-05-02") in dated(text)

    def test_what_came_later_in_a_year_has_its_own_month_beside_that_year(self) -> None:
        text = "Mount Elm has smoked since late last year and in December the airport was closed for a week."
        assert dated(text)[1:] == [("The airport was closed for a week", "2023-12")]

    def test_what_is_only_spoken_of_has_its_own_day_beside_that_of_the_clause(self) -> None:
        assert dated("Bo Lund was charged on Tuesday over the great fire of May 3.") == [
            ("Great fire of May 3", "2023-05-03"),
            ("Bo Lund was charged over the great fire of May 3", "2024-02-13"),
        ]
        assert dated("Police released video of the fire on Monday.") == [
            ("Police released video of the fire", "2024-02-12")
        ]

    def test_what_came_before_in_a_year_has_its_own_month_beside_that_year(self) -> None:
        assert dated("In 2022, Elmia drove the rebels out following the full-scale invasion in May of that year.") == [
            ("Full-scale invasion", "2022-05"),
            ("Elmia drove the rebels out following the full-scale invasion", "2022"),
        ]

    def test_what_a_thing_has_been_since_has_the_day_and_not_the_thing(self) -> None:
        assert dated("The union has widened its ban since the start of Elmia's invasion of Ruria in March 2022.") == [
            ("Start of Elmia's invasion of Ruria", "2022-03")
        ]

    def test_a_number_of_things_since_a_year_dates_nothing(self) -> None:
        assert dated("The state has filed over 40 protests since 2020.") == []
        assert dated("Rebels seized power in five other states since 2020.") == []
        assert dated("Pay has not kept pace with prices since 2020.") == []
        assert dated("Since Jan. 1, the clinic has counted 84 cases in nine towns.") == []
        assert [date for _, date in dated("Since Monday, 40 homes have burned.")] == ["2024-02-12"]
        assert [date for _, date in dated("The mill has been shut since 2020.")] == ["2020"]

    def test_days_of_a_list_that_follow_each_other_are_one_stretch(self) -> None:
        assert dated("The chiefs will meet in Elm on February 17 and 18.") == [
            ("The chiefs will meet in Elm", "2024-02-17/2024-02-18")
        ]
        assert [date for _, date in dated("The chiefs met on February 3 and 8.")] == ["2024-02-03", "2024-02-08"]

    def test_a_day_can_be_counted_from_that_of_the_main_clause(self) -> None:
        assert dated("Ann Vale died on Tuesday, five days after a lorry hit her car.") == [
            ("Ann Vale died", "2024-02-13"),
            ("A lorry hit her car", "2024-02-08"),
        ]
        assert dated("Ann Vale was freed on May 3, 2022, two years after she vanished.")[1] == (
            "Ann Vale vanished",
            "2020",
        )
        assert len(dated("Ann Vale died on Tuesday, some days after a lorry hit her car.")) == 1
        assert len(dated("Ann Vale died on Tuesday, two days after being hit by a lorry.")) == 1
        assert len(dated("Bo Lund was banned on Tuesday for four years after he tested positive.")) == 1

    def test_a_date_that_is_only_compared_with_dates_nothing(self) -> None:
        assert dated("On Monday the company reported a loss for the fourth quarter, 8 percent less than in 2022.") == [
            ("The company reported a loss for the fourth quarter, 8 percent less than in 2022", "2024-02-12")
        ]

    def test_a_date_that_is_denied_beside_another_dates_nothing(self) -> None:
        assert dated("The mill burned on Monday, not on Tuesday, Ann Vale said.") == [("The mill burned", "2024-02-12")]
        text = "The mill burned on 3 May 1994 and not, as the mayor has always stated, in 1995."
        assert dated(text) == [("The mill burned", "1994-05-03")]
        assert [date for _, date in dated("The mill did not open on Tuesday.")] == ["2024-02-13"]

    def test_a_date_since_which_a_thing_is_the_first_or_the_most_dates_nothing(self) -> None:
        assert dated("Flour rose to 3 crowns, its highest since mid-May.") == []
        assert dated("It was the worst crash of a U.S. ferry since 2023.") == []
        assert dated("It is the first bridge to be raised in the valley since the Elm Viaduct in December 1972.") == []
        assert dated("The wind was the second-highest on record, behind Storm Petra off Elm in 2015.") == []
        assert dated("Ann Vale spoke of the deadliest flood this century.") == []
        storm = dated("It was the worst storm to hit Elm since the one that buried two farms in 2015.")
        assert [date for _, date in storm] == ["2015"]
        assert [date for _, date in dated("The club won on Tuesday for the first time since May 2.")] == ["2024-02-13"]
        assert [date for _, date in dated("The best mill has been shut since Tuesday.")] == ["2024-02-13"]
        assert dated("It was the first time a mayor had closed the port since 1980.") == []
        text = "It was the worst flood since May 2017, when two dykes broke."
        assert dated(text) == [("Two dykes broke", "2017-05")]

    def test_a_year_since_which_a_thing_is_the_most_powerful_dates_nothing(self) -> None:
        assert dated("Petra was the most powerful storm to hit Elm since 1979.") == []

    def test_what_was_made_on_a_day_is_told_of_it_rather_than_what_is_done_with_it_now(self) -> None:
        assert dated("The mill rejects the claims made on Tuesday by its weavers.") == [
            ("Claims made by its weavers", "2024-02-13")
        ]
        text = "The weavers called the offer an insult in a letter sent on Tuesday."
        assert dated(text) == [("The weavers called the offer an insult in a letter", "2024-02-13")]
        assert dated("Weavers in the mill sent on Tuesday a long list.") == [
            ("Weavers in the mill sent a long list", "2024-02-13")
        ]

    def test_what_another_tells_behind_and_is_no_telling_of_what_stands_before(self) -> None:
        text = "Two boats sank on Tuesday, and the harbour master said the light had failed on Monday."
        assert [date for _, date in dated(text)] == ["2024-02-13", "2024-02-12"]

    def test_a_semicolon_parts_clauses_whose_verb_is_not_known(self) -> None:
        text = "The mayor presented the plan on Monday; parliament votes on it next Wednesday."
        assert [date for _, date in dated(text)] == ["2024-02-12", "2024-02-21"]

    def test_dates_alone_and_what_announces_a_list_tell_nothing(self) -> None:
        assert dated("She counted. “January 5, January 9, February 2,” she said.") == []
        assert dated("Key figures released this week:\n\n- Flour is dear") == []

    def test_results_have_the_day_on_which_they_are_told_of(self) -> None:
        (told,) = dated("The company will publish its results for the fourth quarter on February 22.")
        assert told[1] == "2024-02-22"

    def test_a_day_is_counted_from_the_date_right_before_it_though_that_is_only_of_the_telling(self) -> None:
        text = "The mayor was hurt on Saturday, police said Monday, two days before the court was due to rule."
        assert dated(text) == [("The mayor was hurt", "2024-02-10"), ("The court was due to rule", "2024-02-14")]

    def test_a_day_counted_from_that_of_the_main_clause_is_not_told_of_it(self) -> None:
        text = "Parliament voted on Tuesday to remove the president, 11 days after he stunned the nation."
        assert dated(text)[1] == ("He stunned the nation", "2024-02-02")

    def test_what_was_to_be_and_what_came_instead_are_two_things(self) -> None:
        assert dated("Bo Lund was to stand trial but died in January.") == [("Bo Lund died", "2024-01")]

    def test_each_day_of_a_list_has_the_whole_clause(self) -> None:
        assert dated("Pictures taken on 2 and 4 January tell of a fire.") == [
            ("Pictures tell of a fire", "2024-01-02"),
            ("Pictures tell of a fire", "2024-01-04"),
        ]
        assert dated("The boatmen struck on Monday and Tuesday and sailed on Wednesday.") == [
            ("The boatmen struck", "2024-02-12/2024-02-13"),
            ("The boatmen sailed", "2024-02-14"),
        ]

    def test_hours_of_two_days_are_the_ends_of_one_stretch(self) -> None:
        assert dated("The strike will run from 7am on Thursday, March 21 to 7am on Tuesday, March 26.") == [
            ("The strike will run", "2024-03-21T07:00/2024-03-26T07:00")
        ]
        assert dated("The road was shut between Monday at 9pm and Tuesday at 6am.") == [
            ("The road was shut", "2024-02-12T21:00/2024-02-13T06:00")
        ]

    def test_things_with_days_of_their_own_share_a_verb(self) -> None:
        assert dated("The gala on 8 February and the talk the following day drew 300 guests.") == [
            ("The gala and the talk drew 300 guests", "2024-02-08"),
            ("The gala and the talk drew 300 guests", "2024-02-09"),
        ]

        both = tell("The gala on February 24 and the talk on February 25 have been cancelled.").mentions
        assert [mention.kind for mention in both] == ["negated", "negated"]

    def test_what_dashes_set_apart_has_a_day_of_its_own(self) -> None:
        assert dated("The ferry — which sank on Monday with 40 on board — was raised on Wednesday.") == [
            ("The ferry sank with 40 on board", "2024-02-12"),
            ("The ferry was raised", "2024-02-14"),
        ]

    def test_years_that_are_an_object_s_take_nothing_from_a_clause_with_its_day(self) -> None:
        text = "A jury needed four hours on Tuesday to find Bo Lund guilty of taking bribes between 2014 and 2019."
        assert dated(text) == [("A jury needed four hours to find Bo Lund guilty of taking bribes", "2024-02-13")]

    def test_the_year_of_a_champion_dates_nothing(self) -> None:
        assert dated("The 2016 Elm Games women's marathon champion will not defend her title.") == []

    def test_only_what_happens_is_spoken_of_with_a_day_of_its_own(self) -> None:
        text = "Ann Vale won on Tuesday and will return to the top of the list on Sunday."
        assert dated(text) == [
            ("Ann Vale won", "2024-02-13"),
            ("Ann Vale will return to the top of the list", "2024-02-18"),
        ]

    def test_the_end_of_a_period_of_accounts_is_not_the_day_on_which_it_is_told_of(self) -> None:
        assert dated("Elm Ferries reported a loss of 4 million crowns for the year to 30 September.") == []
        (told,) = dated("Elm Ferries lost 4 million crowns in the year to 30 September, it said on Tuesday.")
        assert told[1] == "2024-02-13"

    def test_what_is_far_off_is_news_on_the_day_on_which_it_is_told(self) -> None:
        text = "Elm Ferries said on Tuesday that it would lose a million this year and that it would sail in June."
        assert [date for _, date in dated(text)] == ["2024-02-13", "2024", "2024-06"]
        assert [date for _, date in dated("The mayor said on Monday that the mill was built in 1927.")] == ["1927"]

    def test_a_day_that_is_only_compared_with_is_that_of_the_clause_behind_it(self) -> None:
        text = "Nobody was held this time, unlike on Monday, when officers held four boatmen."
        assert dated(text) == [("Officers held four boatmen", "2024-02-12")]
        assert dated("The bank was under watch since Monday, when driftwood hit the piers.") == [
            ("Driftwood hit the piers", "2024-02-12")
        ]
        assert dated("Fares have doubled since Monday, when Elm Ferries announced a loss.") == [
            ("Elm Ferries announced a loss", "2024-02-12")
        ]
        assert dated("Ann Vale was held on Monday, when police stopped her boat.") == [
            ("Ann Vale was held", "2024-02-12")
        ]

    def test_a_verb_left_out_is_put_in(self) -> None:
        assert dated("Ann Vale flew to Rome in 2021 and Bo Lund to Oslo in 2022.") == [
            ("Ann Vale flew to Rome", "2021"),
            ("Bo Lund flew to Oslo", "2022"),
        ]

    def test_a_noun_can_hold_a_date(self) -> None:
        assert ("Flood in the valley", "2024-02-12") in dated("The mayor wept over Monday's flood in the valley.")
        assert ("Harbour treaty", "2019") in dated("Some fear that the 2019 harbour treaty may lapse.")

    def test_a_verb_of_telling_that_is_a_name_or_passive_tells_nothing(self) -> None:
        titles = [title for title, _ in dated("On Monday the United States signed the harbour treaty.")]
        assert titles == ["The United States signed the harbour treaty"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dam burst on Monday.", "happened"),
        ("The ministers will meet on Friday.", "planned"),
        ("The hearing is on February 27.", "planned"),
        ("The strike could end on Friday.", "possible"),
        ("The ferry did not sail on Monday.", "negated"),
        ("In May 2023 the dam burst.", "happened"),
        ("The talks, which might fail, began on Monday.", "happened"),
        ("Not one but two bridges fell on Monday.", "happened"),
        ("Hundreds marched on Sunday against the plan to close the school.", "happened"),
        ("The crew lost and could not regain contact on Monday.", "happened"),
        ("The museum opens on February 24.", "planned"),
        ("The court is to rule on Friday.", "planned"),
        ("The firm said that it would lay off 600 people by the end of the year.", "planned"),
        ("The firm said in 2023 that it would lay off 600 people.", "happened"),
        ("The company is considering a sale in 2025.", "possible"),
        ("The sale is unlikely to begin before 2025.", "possible"),
        ("The boat will sail on Friday if the weather holds.", "possible"),
        ("The mayor refuses to say whether the boat sailed on Friday.", "possible"),
        ("No trains ran on Monday.", "negated"),
        ("The rule would have taken effect on Monday.", "negated"),
        ("The report should have come out on Monday.", "negated"),
        ("The pump that would have saved the boat came on Monday.", "happened"),
        ("The mayor would have to step down on Friday.", "planned"),
        ("Savers would have access to all their money on Friday.", "planned"),
        ("The firm announced on Monday its plans to sell its ships.", "happened"),
        ("On Monday the board unveiled a plan to move the harbour.", "happened"),
        ("The court should have the papers by Friday.", "planned"),
        ("The strike planned for Friday was called off.", "negated"),
        ("The general denied that his troops had crossed the border on Monday.", "negated"),
        ("The general denied on Monday that his troops had crossed the border.", "negated"),
        ("The concert was supposed to take place on Saturday.", "negated"),
        ("Tickets are sold each Monday from 9 a.m. to noon.", "recurring"),
        ("Water is handed out daily from 8 a.m. to 6 p.m.", "recurring"),
        ("The Daily Bell closed on Monday.", "happened"),
        ("Ann Vale pleaded not guilty on Monday.", "happened"),
        ("The bank that few did not trust was founded in 2019 by a grain merchant.", "happened"),
        ("The delay was due to an error in an update on Tuesday.", "happened"),
        ("Lawyers who had been involved in the case did not answer on Tuesday.", "negated"),
    ],
)
def test_modals_and_negations_beside_the_verb_decide_the_kind(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The strike of the miners was called off on Monday.", "happened"),
        ("Monday's strike of the miners was called off.", "negated"),
        ("A strike planned for Monday was cancelled.", "negated"),
        ("The handover had been set for Sunday but was put off by a day.", "negated"),
        ("Monday's match was postponed.", "negated"),
        ("The launch had been planned for Monday.", "planned"),
        ("The launch had been expected in January.", "planned"),
        ("A strike that the miners had called for Monday was cancelled after a talk.", "negated"),
        ("On Monday the ministry cancelled a tender for two ferries.", "happened"),
        ("The ministry on Monday cancelled a tender for two ferries.", "happened"),
        ("On Monday the parade was cancelled.", "negated"),
        ("The ministry has cancelled a parade planned for Monday.", "negated"),
        ("Monday's rail strike called off", "negated"),
        ("The licence of the mine will be cancelled on Friday.", "planned"),
        ("On Tuesday, airlines canceled about 46,000 flights.", "happened"),
        ("Radio Elm said 1,100 flights were cancelled and 90 boats were late on Tuesday.", "happened"),
        ("The march on Tuesday was cancelled.", "negated"),
        ("The march on 13 February was cancelled.", "negated"),
        ("Organizers have cancelled the 2025 Elm Book Fair over fears of a flood.", "negated"),
        ("The fair had already lost the sponsor of its February 26 gala.", "planned"),
        ("The club has called off its February 26 gala.", "negated"),
    ],
)
def test_what_is_called_off_did_not_happen_but_the_calling_off_did(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_what_is_called_off_did_not_happen_whatever_is_dated_behind_it() -> None:
    text = "A strike that the miners had called for Monday was called off after the mine agreed to pay from June."
    assert [mention.kind for mention in tell(text).mentions if mention.timex] == ["negated", "planned"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Power was not fully restored until February 4.", "happened"),
        ("The ferry will not sail until March 20.", "planned"),
        ("The ferry did not sail on February 4.", "negated"),
    ],
)
def test_what_was_not_until_a_day_came_about_on_it(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The trial was postponed until February 4.", [("2024-02-04", "planned")]),
        ("The fair was moved from February 3 to February 10.", [("2024-02-03", "negated"), ("2024-02-10", "planned")]),
        ("The court on Tuesday put off the trial to March 2.", [("2024-02-13", "happened"), ("2024-03-02", "planned")]),
        (
            "The court, on Tuesday, adjourned the trial of the three engineers of the mill and its owner till March 2.",
            [("2024-02-13", "happened"), ("2024-03-02", "planned")],
        ),
        ("The mill moved to Elm on February 3.", [("2024-02-03", "happened")]),
        ("Ann Vale ran the mill from 2001 to 2005.", [("2001/2005", "happened")]),
    ],
)
def test_what_is_put_off_is_planned_for_its_new_day_alone(text: str, told: list[tuple[str, str]]) -> None:
    assert [(each.when.value, each.kind) for each in tell(text).mentions if each.when and each.timex] == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministry denied that its boats had crossed the strait on Monday.", "negated"),
        ("Elm accused Rook on Monday of breaking the truce, a charge that the council of Rook denied.", "happened"),
    ],
)
def test_what_is_denied_did_not_happen_but_the_charge_did(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_what_may_come_soon_is_told_without_a_date() -> None:
    visit, *_ = tell("Many in town say Ann Vale could soon visit Oslo again.").mentions
    assert (visit.title, visit.when, visit.kind) == ("Ann Vale could soon visit Oslo again", None, "possible")


def test_what_happens_again_and_again_is_told_without_a_date() -> None:
    kinds = {(m.title, m.when, m.kind) for m in tell("The fleet of Elm meets every Saturday. The dam burst.").mentions}
    assert ("The fleet of Elm meets every Saturday", None, "recurring") in kinds


class TestCarriedDays:
    TEXT = "Ann Vale fell from the pier on Monday. She was taken to hospital, where she died."

    def test_a_sentence_that_goes_on_has_the_day_of_the_one_before_less_surely(self) -> None:
        fell, died = tell(self.TEXT).mentions
        assert died.title == "Ann Vale was taken to hospital, where she died"
        assert (died.timex, died.when) == (None, Moment.of(2024, 2, 12))
        assert died.confidence < fell.confidence

    @pytest.mark.parametrize(
        "text",
        [
            "Ann Vale fell from the pier on Monday. She has died.",
            "Ann Vale fell from the pier on Monday. She was not hurt.",
            "Ann Vale fell from the pier on Monday.\n\nShe was hurt before.",
            "Ann Vale will leave Elm on Friday. She was hurt there.",
            "Ann Vale fell from the pier on Monday. The pier was struck by a boat.",
        ],
    )
    def test_no_other_sentence_has_it(self, text: str) -> None:
        assert len(tell(text).mentions) == 1


def test_a_date_gives_its_day_to_a_range_and_to_an_item_of_a_list() -> None:
    assert dated("14-16 March: the wine fair of Elm") == [("The wine fair of Elm", "2024-03-14/2024-03-16")]
    assert dated("8 January: members accept") == [("Members accept", "2024-01-08")]


def test_a_date_that_is_given_again_gives_a_second_mention() -> None:
    assert dated("Drivers struck on 8 January and again on 22 January.") == [
        ("Drivers struck", "2024-01-08"),
        ("Drivers struck", "2024-01-22"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Two died in an early-morning crash on Tuesday.", "An early-morning crash in Elm on Tuesday killed two drivers."],
)
def test_the_hour_before_a_noun_and_the_day_behind_it_date_it_once(text: str) -> None:
    (mention,) = tell(text).mentions
    assert mention.when == Moment.part(Moment.of(2024, 2, 13).n, "MO").with_mod("START")


def test_offsets_lead_back_to_the_sentence_and_the_expression() -> None:
    text = "Rain fell.\n\nThe dam burst on Monday. Nobody slept."
    mention = only(text)
    assert text[mention.start : mention.end] == mention.quote == "The dam burst on Monday."
    assert mention.timex
    assert text[mention.timex.start : mention.timex.end] == "Monday"


class TestChronologies:
    def test_a_date_alone_on_a_line_dates_what_stands_below_it(self) -> None:
        text = (
            "May 1902\nA mill opens.\n\n1911\nFire guts the mill.\nIt is built again.\n\n3 June 1954\nThe mill shuts."
        )
        assert dated(text) == [
            ("A mill opens", "1902-05"),
            ("Fire guts the mill", "1911"),
            ("It is built again", "1911"),
            ("The mill shuts", "1954-06-03"),
        ]

    def test_a_row_of_a_table_has_its_date_in_a_cell(self) -> None:
        rows = "| 2 May 1960 | Elm | The first tram runs |\n| 1974 | Rook | The line is closed |\n| 1975 | Elm | 4 |"
        assert dated(f"| Date | Town | What |\n|---|---|---|\n{rows}") == [
            ("The first tram runs", "1960-05-02"),
            ("The line is closed", "1974"),
        ]

    def test_list_items_take_turns_in_a_list_of_definitions(self) -> None:
        text = "- 1904\n- Ann Vale buys the yard\n- 1911\n- The yard builds a tug\n- 1930\n- The yard is sold"
        assert [date for _, date in dated(text)] == ["1904", "1911", "1930"]

    def test_an_hour_alone_on_a_line_dates_only_the_next_paragraph(self) -> None:
        text = "9:10 a.m.\nA ship hits the pier.\nIt is old.\n9:40 a.m.\nThe ship sinks.\n11:05 a.m.\nDivers look on."
        assert [date for _, date in dated(text)] == ["2024-02-15T09:10", "2024-02-15T09:40", "2024-02-15T11:05"]

    def test_an_entry_says_what_happened_at_an_hour_of_a_zone(self) -> None:
        text = "9:10 GMT\nThat is it for now\n\n8:40 GMT\nA ship hits the pier\n\n8:05 GMT\nWhat we know so far"
        assert dated(text) == [("A ship hits the pier", "2024-02-15T08:40Z")]

    @pytest.mark.parametrize(
        "text",
        [
            "Fire guts mill in Elm\n3 May 2023\nTram line opens again\n2 May 2023\nClerk leaves city hall\n1 May 2023",
            "The mill in Elm burned down.\n\n3 May 2023\n\nIt had stood for years.\n\n2 May 2023\n\nNobody slept.",
            "15 February 2024\nAnn Vale sings.\n\nThe hall is full.\n\nIt rains.\n\nIt was cold in 1990 and in 1991.",
        ],
        ids=["titles above their dates", "two dates", "the date of the page"],
    )
    def test_other_dates_alone_on_a_line_date_nothing(self, text: str) -> None:
        assert not [title for title, date in dated(text) if date > "2000"]


def test_a_post_tells_what_happened_by_the_day_it_was_sent_and_nothing_else() -> None:
    sender = "— Ann Vale (@annvale) February 12, 2024"
    assert dated(f"Two dead in fire at the mill #elm pic.twitter.com/Ab1 {sender}") == [
        ("Two dead in fire at the mill", "2024-02-12")
    ]
    assert dated(f"More at ten on @elmradio {sender}") == dated(sender) == []


class TestNames:
    def names(self, text: str) -> tuple[str, ...]:
        return names_in(text, split(text), statements("en")).within(0, len(text))

    def test_a_last_name_stands_for_the_whole(self) -> None:
        assert self.names("Marta Vale won. The rain stopped and Vale wept.") == ("Marta Vale",)

    def test_a_first_name_stands_for_a_person_with_an_office(self) -> None:
        assert self.names("The mayor Ada Šimková won. The rain stopped and Šimková wept.") == ("Ada Šimková",)
        assert self.names("The leader Oh Min Jae came. The guests rose and Oh spoke.") == ("Oh Min Jae",)

    def test_an_office_is_no_part_of_a_name(self) -> None:
        assert self.names("The Harbour Council Secretary Ann Cole spoke.") == ("Harbour Council", "Ann Cole")

    def test_an_acronym_stands_for_its_long_form(self) -> None:
        assert self.names("The North Sea Council met. The members of NSC left.") == ("North Sea Council",)

    def test_the_first_word_of_a_sentence_is_a_name_only_if_it_is_one_elsewhere(self) -> None:
        assert self.names("Ferries sank. The ferries were old.") == ()


class TestNewsAndStory:
    TEXT = (
        "A driver was charged on Wednesday over a bus crash that killed two people.\n\n"
        "The crash happened on Monday night near Elm Bridge, where the road was wet."
    )

    def test_the_news_follows_up_a_story(self) -> None:
        told = tell(self.TEXT, "Driver charged over bus crash")
        assert told.lead is not None
        assert told.story is not None
        assert told.mentions[told.lead].when == Moment.of(2024, 2, 14)
        when = told.mentions[told.story].when
        assert isinstance(when, Moment)
        assert when in Moment.of(2024, 2, 12)

    def test_the_news_is_the_story_where_it_follows_nothing_up(self) -> None:
        told = tell("A bus crashed near Elm Bridge on Monday, killing two people.", "Two die in bus crash")
        assert told.lead == told.story == 0

    def test_an_undated_article_tells_what_was_over_when_it_was_published(self) -> None:
        told = tell("A bus crashed near Elm Bridge, killing two people.", "Two die in bus crash")
        (mention,) = told.mentions
        assert mention.timex is None
        assert mention.when == Moment.of(2024, 2, 15).with_mod("ON_OR_BEFORE")
        assert mention.confidence < 0.5

    def test_an_opening_without_a_date_is_the_news_where_only_it_tells_the_headline(self) -> None:
        text = (
            "Elm and Rook have agreed to share their harbour pilots, the mayors say.\n\n"
            "A collier was lost in the fog off the lighthouse on February 5."
        )
        told = tell(text, "Elm and Rook agree to share harbour pilots")
        assert told.lead is not None
        assert told.mentions[told.lead].when == Moment.of(2024, 2, 15).with_mod("ON_OR_BEFORE")
        assert told.lead != told.story

    def test_a_question_that_its_article_answers_is_no_event(self) -> None:
        told = tell("What happened on Monday?\n\nElm opened its harbour on Tuesday.")
        assert [mention.title for mention in told.mentions] == ["Elm opened its harbour"]

    def test_a_question_is_not_the_news(self) -> None:
        told = tell(
            "Why was the harbour shut in 2019, and what now?\n\nElm opened its harbour on Tuesday.\n\nIt was old."
        )
        assert told.lead is not None
        assert told.mentions[told.lead].title == "Elm opened its harbour"

    def test_what_was_so_a_year_ago_is_not_the_news_before_what_is_of_late(self) -> None:
        told = tell("A year ago few people knew Ann Vale. On Tuesday the judge won the vote in Elm.")
        assert told.lead is not None
        assert told.mentions[told.lead].title == "The judge won the vote in Elm"

    def test_the_date_of_what_is_to_come_is_not_that_of_the_news(self) -> None:
        text = (
            "The harbour mayor Ann Vale has announced she will stand down at next year's Elm election.\n\n"
            "A row began on February 5."
        )
        told = tell(text, "Vale to stand down as harbour mayor after row")
        assert told.lead is not None
        assert told.mentions[told.lead].when == Moment.of(2024, 2, 15).with_mod("ON_OR_BEFORE")

    def test_the_date_of_a_relative_clause_is_not_that_of_the_news(self) -> None:
        text = (
            "Elm Ferries has admitted that letters were stolen in the theft that began last month.\n\n"
            "A clerk was held on February 5."
        )
        told = tell(text, "Elm Ferries admits theft of letters")
        assert told.lead is not None
        assert told.mentions[told.lead].when == Moment.of(2024, 2, 15).with_mod("ON_OR_BEFORE")

    def test_nothing_dates_an_article_that_has_no_date_at_all(self) -> None:
        (mention,) = tell("A bus crashed near Elm Bridge, killing two people.", published=None).mentions
        assert mention.when is None

    @pytest.mark.parametrize(
        ("title", "text"),
        [
            ("Hostages freed in raid on Elm", "Four hostages seized on 7 January were freed in a raid on Elm."),
            ("Lund re-elected as president", "President Lund was re-elected after the January 29 general election."),
        ],
    )
    def test_the_date_of_a_participle_or_of_another_thing_is_not_that_of_the_news(self, title: str, text: str) -> None:
        told = tell(text, title)
        assert told.lead is not None
        assert told.mentions[told.lead].when == Moment.of(2024, 2, 15).with_mod("ON_OR_BEFORE")

    def test_a_caption_is_not_the_news(self) -> None:
        text = (
            "Ministers and their guests at the harbour wall on February 5, 2024\n\n"
            "The harbour treaty was signed on Tuesday in the presence of a small crowd."
        )
        told = tell(text)
        assert told.story is not None
        assert told.mentions[told.story].when == Moment.of(2024, 2, 13)

    def test_an_empty_text_tells_nothing(self) -> None:
        assert tell("") == Told(Article("a", "", "", THURSDAY), (), None, None)


@given(st.text(max_size=300), st.sampled_from(["en", "es", "de", "xx"]))
def test_any_text_can_be_told(text: str, language: str) -> None:
    for mention in tell(text, text[:50], language=language).mentions:
        assert text[mention.start : mention.end] == mention.quote


def test_a_weekly_that_is_a_name_makes_nothing_recurring() -> None:
    assert only("In 2004 Ann Vale told her story to Boating Weekly.").kind == "happened"


def test_what_is_denied_to_be_done_has_a_day_of_its_own() -> None:
    assert only("Bo Lund denies stealing a boat in March 2019.").kind == "possible"


def test_the_credit_of_a_picture_makes_its_line_no_entry_of_a_chronology() -> None:
    days = "\n\n".join(f"{year}\n\nThe mill in Elm gets wheel number {year}." for year in (1999, 2003, 2007))
    picture = "Bo Lund, the miller of the valley of Elm for years, is due to speak (Ann Vale/PA)"
    text = f"{days}\n\n{picture}\n\n2012\n\nThe mill is sold."
    article = Article("a", "", text, THURSDAY, dropped=find_dropped(text))
    told = extract(article, recognise(article))
    assert not [mention.title for mention in told.mentions if "Lund" in mention.title]


def test_a_word_is_no_modal_because_it_begins_like_one() -> None:
    assert only("Bo Lund was the city's mayor from 2005 to 2006.").kind == "happened"


def test_the_headline_of_a_chronology_is_no_happening() -> None:
    days = "\n\n".join(f"{year}: The mill in Elm gets wheel number {year}." for year in (1999, 2003, 2007))
    told = tell(f"Here is all of it.\n\n{days}", "The mills of Elm: a timeline of key events")
    assert [mention.title for mention in told.mentions if not mention.timex] == []


def test_a_headline_that_lists_what_went_before_is_that_of_its_news() -> None:
    told = tell("The mill of Elm burned down.", "Timeline: The mill of Elm burned down")
    assert [mention.title for mention in told.mentions] == ["Timeline: The mill of Elm burned down"]


def test_what_is_long_past_does_not_take_the_headline_of_the_news() -> None:
    text = "A mayor has died after an illness. Mr Lund was elected mayor of Elm on 17 May 2017."
    told = tell(text, "Popular mayor of Elm dies after illness")
    assert [(mention.title, mention.timex is None) for mention in told.mentions] == [
        ("Mr Lund was elected mayor of Elm", False),
        ("Popular mayor of Elm dies after illness", True),
    ]


def test_an_opening_that_is_all_to_come_is_told_once() -> None:
    told = tell(
        "A new school is due to open in Elm in September 2026, the council has said.",
        "New school in Elm to open in 2026",
    )
    assert [(mention.title, mention.kind) for mention in told.mentions] == [
        ("A new school is due to open in Elm", "planned")
    ]


def test_who_never_did_what_he_says_has_said_it() -> None:
    assert only("“We never lost hope in this town,” Ann Vale said on Monday.").kind == "happened"


def test_that_was_a_day_is_no_happening() -> None:
    assert dated("The two left the board. That was Monday.") == []


def test_what_comes_but_once_is_told_on_its_day_and_not_on_that_of_the_article_too() -> None:
    text = (
        "Officers have arrested a man over the theft of a boat.\n\nBo Lund was arrested on Monday. A boat sank in 2019."
    )
    told = tell(text, "Officers have arrested man over theft of boat")
    assert told.lead is not None
    assert [mention.title for mention in told.mentions if not mention.timex] == []
    assert told.mentions[told.lead].when == Moment.of(2024, 2, 12)


def test_an_inquest_is_not_the_death_that_it_looks_into() -> None:
    text = "A death was an accident, a coroner has ruled.\n\nBo Lund was hit by a van near Elm on 3 February."
    told = tell(text, "Death of Bo Lund near Elm ruled accidental")
    assert "Bo Lund was hit by a van near Elm" in [mention.title for mention in told.mentions]


def test_what_will_be_in_a_time_long_over_has_been() -> None:
    assert only("Ann Vale will leave the mill in the summer of 2014.").kind == "happened"


def test_what_comes_so_long_after_a_day_is_not_told_of_that_day() -> None:
    assert dated("Two days after the vote on 3 February, the mayor resigned.") == [("The mayor resigned", "2024-02-05")]
    assert dated("Six months after the ballot in May 2019, a new council met.") == [("A new council met", "2019-11")]


def test_a_sentence_is_told_on_its_day_alone() -> None:
    text = "A man who burned down a mill has been jailed.\n\nBo Lund was sentenced to nine years on Wednesday."
    told = tell(text, "Man who burned down mill has been jailed")
    assert [mention.title for mention in told.mentions if not mention.timex] == []
