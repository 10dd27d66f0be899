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


def titles(text: str) -> list[str]:
    """Return the titles of the dated mentions of a text published on Thursday, 15 February 2024."""
    article = Article("a", "", text, Published.on(Moment.of(2024, 2, 15), "given", 1.0))
    return [mention.title for mention in extract(article, recognise(article)).mentions if mention.timex]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday, the dam above Elm burst.", "The dam above Elm burst"),
        ("OSLO, Norway (NB) — The dam above Elm burst on Tuesday, police said.", "The dam above Elm burst"),
        ("But the dam above Elm burst late on Tuesday night.", "The dam above Elm burst"),
        ("According to the mayor, the dam burst on Tuesday.", "The dam burst"),
        ("Shortly after the rain began on Monday, the dam burst.", "The dam burst"),
        ("The dam (built in 1931) burst on Tuesday.", "The dam burst"),
        ("Ann Vale was born on May 4, 1956, in Elm.", "Ann Vale was born in Elm"),
        ("The airline said Friday, Feb. 9, 2024, it has filed an appeal.", "The airline said it has filed an appeal"),
        ("The mill closed on May 4, 2020, when its owner died.", "The mill closed"),
        (
            "Bo Lund, 58, appeared before Elm Sheriff Court on Tuesday.",
            "Bo Lund, 58, appeared before Elm Sheriff Court",
        ),
        ("A fortnight after the dam burst on Tuesday, the town asks why.", "The dam burst"),
        (
            "Ann Vale was held on Tuesday over the raid that paralysed Elm Hospital last May.",
            "The raid paralysed Elm Hospital",
        ),
        (
            "The captain of a boat that sank with the loss of 18 lives was charged on Tuesday.",
            "The captain of a boat that sank with the loss of 18 lives was charged",
        ),
        ("With her hand on the book, Ann Vale took her oath on Tuesday.", "Ann Vale took her oath"),
        ("The work will begin on Sunday and last throughout the week.", "The work will begin and last"),
        (
            "Praising the crews who had worked all night, the mayor said on Tuesday the fire above Elm was out.",
            "The fire above Elm was out",
        ),
        ("Samples were taken from May 6, 2023, to June 3, 2023.", "Samples were taken"),
        ("Even as the river rose, Ann Vale opened the bridge on Tuesday.", "Ann Vale opened the bridge"),
        ("Despite the rain in the hills and the wind, the fair in Elm opened on Tuesday.", "The fair in Elm opened"),
        ("After winning the cup, the bowl and the plate, Bo Lund left on Tuesday.", "Bo Lund left"),
        (
            "After the storm, Elm and Oak, two large towns, were cut off on Tuesday.",
            "Elm and Oak, two large towns, were cut off",
        ),
        ("The flood began before dawn on Tuesday and ended at noon.", "The flood began before dawn and ended at noon"),
        ("On Tuesday, the day after the storm, the mayor flew to Elm.", "The mayor flew to Elm"),
        ("On Sunday, the Elm, a ferry built by Vale, was lost.", "The Elm, a ferry built by Vale, was lost"),
        ("The water rose higher on Tuesday than in 1995.", "The water rose higher than in 1995"),
        ("Second bomb hits the market on Monday.", "Second bomb hits the market"),
        ("Second, a bomb hit the market on Monday.", "A bomb hit the market"),
        ("Video: The dam burst on Tuesday.", "The dam burst"),
        ("Video of the dam on Tuesday showed two cracks.", "Video of the dam showed two cracks"),
        ("Between 2011 and 2014 the dam above Elm burst twice.", "The dam above Elm burst twice"),
        ("The dam was closed from 8 January to 9 February.", "The dam was closed"),
        ("The fair will take place from May 14-17 in Elm.", "The fair will take place in Elm"),
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
        (
            "Divers hope to raise the bodies of weavers who were swept off the bridge on Tuesday.",
            "Divers hope to raise the bodies of weavers who were swept off the bridge",
        ),
        ("Ann Vale lives alone. Her brother was found on Tuesday.", "Ann Vale’s brother was found"),
        ("Police chased two men along the quay. They were arrested on Tuesday.", "Two men were arrested"),
        (
            "Bo Lund was appointed after his predecessor, Ann Vale, lost a vote on Tuesday.",
            "Ann Vale lost a vote",
        ),
        ("They were rescued. Their captain, Bo Lund, died on Monday.", "Bo Lund died"),
        ("The boat was found by Bo Lund, who is 60. He wept on Monday.", "Bo Lund wept"),
        ("Ann Vale left Elm. Her home, a mill, burned on Monday.", "Ann Vale’s home, a mill, burned"),
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
        ("Two boats were found on Sunday and a third on Tuesday.", "A third was found"),
        ("Elm will open the bridge on May 2 and the tunnel on June 4.", "Elm will open the tunnel"),
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
        ("The band she named Oar stopped. It was sold on Tuesday.", "The band was sold"),
        ("Radio Elm has word of the rescue of a clerk who was found on Tuesday.", "A clerk was found"),
        ("The firm spoke of a mill in Elm, Maine, which it sold in 2022.", "The firm sold a mill in Elm"),
        ("The toll from a landslide that struck Elm on Tuesday had risen to 31.", "A landslide struck Elm"),
        ("Two bells rang for Ann Vale and Bo Lund, who were lost in 2021.", "Ann Vale and Bo Lund were lost"),
        ("The mayor spoke with Ann Vale and Bo Lund, who was lost in 2021.", "Bo Lund was lost"),
        ("Bo Lund lost the seat he won in 2021.", "Bo Lund won the seat"),
        (
            "Ann Vale defended the bid that she made in May to buy the mill.",
            "Ann Vale made the bid to buy the mill",
        ),
        ("Bo Lund told the court he left in 2021.", "Bo Lund left"),
        (
            "Elm Foods told its shops on Tuesday to keep to the old rule that eggs not be sold.",
            "Elm Foods told its shops to keep to the old rule that eggs not be sold",
        ),
        ("The mayor asked about the boat that carried nine people when it sank on Tuesday.", "The boat sank"),
        (
            "The ferry, with 40 people aboard according to its owner, sank on Monday.",
            "The ferry, with 40 people aboard according to its owner, sank",
        ),
        (
            "A bus that fell off a bridge on Monday, killing nine people, had no brakes.",
            "A bus fell off a bridge, killing nine people",
        ),
        ("Elm Rail – which lost its chief on Monday – cut its fares on Tuesday.", "Elm Rail cut its fares"),
        ("Police found proof that he lost in 2021.", "Police found proof that he lost"),
        ("The Elm was a British liner that sank off Rook on April 15, 1912.", "The Elm sank off Rook"),
        ("The cause was a spark that flew from a mast in 2018.", "A spark flew from a mast"),
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
        ("The deal was backed at a meeting held on Monday.", "The deal was backed at a meeting"),
        ("A vigil was held on Monday.", "A vigil was held"),
        (
            "The fair, which had been set for June 17-27 in the hills above Elm, lost its tent.",
            "The fair had been set for June 17-27 in the hills above Elm",
        ),
        ("The boy was taken to a clinic and released on Monday.", "The boy was taken to a clinic and released"),
    ],
)
def test_no_word_is_left_hanging_where_a_date_was_cut(text: str, expected: str) -> None:
    assert title(text) == expected


def test_that_something_follows_is_said_of_no_thing() -> None:
    article = Article(
        "a", "", "This follows the delay of the ferry in January.", Published.on(Moment.of(2024, 2, 15), "given", 1.0)
    )
    assert all(not mention.title.startswith("The follows") for mention in extract(article, recognise(article)).mentions)


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
        (
            "Ten people with a strange fever were counted in three towns of the north – Elmia, Ruria, Ash and Oak",
            "Ten people with a strange fever were counted in three towns of the north",
        ),
        (
            "Following days of rain, hail, and mud slides from above, Elm shut its port and sent its boats to Oak",
            "Elm shut its port and sent its boats to Oak",
        ),
        (
            "At least nine people were killed, two were hurt, and six others were missing after the storm reached Elm",
            "At least nine people were killed, two were hurt, and six others were missing",
        ),
        (
            "The inspectors said their inquiry into a deadly collision between a train and a truck near Elm is closed",
            "The inspectors said their inquiry is closed",
        ),
    ],
)
def test_a_long_title_is_complete(long: str, expected: str) -> None:
    assert shorten(long, WORDS).startswith(expected)
    assert "…" not in shorten(long, WORDS)


def test_a_headline_is_no_title_of_what_only_befell_a_thing_that_it_names() -> None:
    text = "The council met.\n\nThe last inspection of the bridge took place on Tuesday."
    assert title(text, "Mayor opens new bridge") == "The last inspection of the bridge took place"


def test_no_headline_tells_of_the_month_before() -> None:
    assert title("The unrest in Elm began last month.", "Elm premier quits and flees") == "The unrest in Elm began"


def test_what_only_says_that_it_happened_tells_what_did_then() -> None:
    text = "The incident happened on Tuesday as two boats left the harbour of Elm."
    assert title(text) == "The incident happened as two boats left the harbour of Elm"


def test_what_was_only_said_on_a_day_has_its_speaker_where_it_is_quoted() -> None:
    text = "“The regime is again resorting to murder,” President Ebra Lund said on Tuesday."
    assert title(text) == "President Ebra Lund: “The regime is again resorting to murder”"
    assert title("The regime fell on Tuesday, President Ebra Lund said.") == "The regime fell"


def test_what_only_says_that_it_happened_has_the_article_s_headline() -> None:
    text = "A bus left the road.\n\nIt happened on Tuesday near the old mill."
    assert title(text, "Bus leaves road near Elm - Channel 5 News") == "Bus leaves road near Elm"


def test_no_headline_tells_of_what_was_years_before_it() -> None:
    text = "A raid hit Elm on Tuesday. The siege, now in its fourth year, began with a raid on 3 May 2021."
    assert title(text, "Elm siege goes on with raid") == "The siege, now in its fourth year, began with a raid"


def test_no_headline_that_asks_is_a_title() -> None:
    text = "The mill of Elm burned on Tuesday and forty weavers fled."
    assert title(text, "How the mill of Elm burned") == "The mill of Elm burned and forty weavers fled"


def test_the_headline_of_one_happening_is_not_that_of_another() -> None:
    headline = "Two hurt in raid on Elm Road"
    assert title("The raid happened on Tuesday at a bank.", headline) == headline
    assert title("The incident happened on Tuesday on Elm Road.", headline) == headline
    other = "The raid on the bank began on Monday. The crash happened on Tuesday on Elm Road. Two were hurt."
    assert title(other, headline) == "The crash happened on Elm Road"


def test_what_came_of_an_act_is_not_left_out_before_where_it_came() -> None:
    long = "A storm hit Elm on Tuesday, causing floods in a great many of its villages, from the harbour to the hills."
    assert title(long) == "A storm hit Elm, causing floods in a great many of its villages"


def test_what_somebody_began_is_not_what_the_headline_tells() -> None:
    text = "Two died on Monday in a dive from the Kestrel. Owned by Elm Tours, the Kestrel began dives on Tuesday."
    assert title(text, "Divers of the Kestrel died in a fire") == "Owned by Elm Tours, the Kestrel began dives"


def test_a_headline_of_a_later_stage_is_not_that_of_the_happening() -> None:
    text = "Rescuers dug on. The flood struck the town of Elm on Tuesday."
    assert title(text, "Flood survivors are found as toll rises") == "The flood struck the town of Elm"


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
        (
            "Elm Ferries: The fire would cost it about 40 million crowns and that the last repairs would never end",
            "Elm Ferries: The fire would cost it about 40 million crowns",
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
    assert subject_of("## A doctor dies", WORDS) == ""


@given(st.text(alphabet=st.sampled_from("ab ,“”\"'.—XY"), max_size=300))
def test_a_title_never_grows_too_long(text: str) -> None:
    assert len(shorten(text, WORDS)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "A clerk who hid nearly 400 letters from the council of Elm in a shed behind the old mill"
                " to spite the mayor was fined on Tuesday."
            ),
            ["A clerk was fined"],
        ),
        (
            "A levy on boats that the council had proposed in January was dropped on Tuesday.",
            ["The council had proposed a levy on boats", "A levy on boats that the council had proposed was dropped"],
        ),
        (
            "Only a fifth of those who voted on Tuesday were in favour.",
            ["Only a fifth of those who voted were in favour"],
        ),
        ("The mill opened with the help of a loan that was granted on Tuesday.", ["A loan was granted"]),
        ("A rower who lost an oar won the cup on Tuesday.", ["A rower who lost an oar won the cup"]),
        (
            "A clerk who has lived in Elm since 1983 was named mayor on Tuesday.",
            ["A clerk has lived in Elm since 1983", "A clerk who has lived in Elm since 1983 was named mayor"],
        ),
    ],
)
def test_a_relative_clause_without_commas_does_not_hide_the_main_one(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bridge, first proposed in 1994, would cut the journey to Elm by an hour.",
            ["The bridge was first proposed"],
        ),
        ("The ferry, which closed on Tuesday, is not expected to sail again soon.", ["The ferry closed"]),
        ("Elm Rovers, who meet Oslo on Friday, are top.", ["Elm Rovers meet Oslo"]),
        ("Ann Vale, a judge who retired in 2016, has written to the mayor.", ["Ann Vale retired"]),
        ("The mayor, who came to the quay on Tuesday, denied that he had been warned.", ["The mayor came to the quay"]),
        (
            (
                "The harbour wall, built at a cost of two million crowns and long held to be unsafe by engineers,"
                " had given way by Tuesday."
            ),
            ["The harbour wall had given way"],
        ),
        ("Bo Lund, whose barn burned down on Tuesday, said that he would rebuild it.", ["Bo Lund’s barn burned down"]),
        ("The storm took with it Bo Lund, whose body was found on Tuesday.", ["Bo Lund’s body was found"]),
        (
            "Under the pact, which must still be signed, two ports will open on Friday.",
            ["Under the pact, two ports will open"],
        ),
        (
            "The council, which in January asked for a truce, will meet on Friday.",
            ["The council asked for a truce", "The council will meet"],
        ),
        (
            "The firm, which last year lost 40 boats, will close on Friday.",
            ["The firm lost 40 boats", "The firm will close"],
        ),
    ],
)
def test_an_aside_is_told_by_itself_and_the_main_clause_without_it(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four boats have sunk since the storm reached Elm on Tuesday, including a ferry.", ["The storm reached Elm"]),
        ("Although the mill closed in 2004, Ann Vale still lives there.", ["The mill closed"]),
        ("The race that was to be rowed on Friday was called off.", ["The race that was to be rowed was called off"]),
        (
            "Ten days after the rain swept through Elm, the town on Tuesday approved a fund of 80 million crowns.",
            ["The town approved a fund of 80 million crowns", "The rain swept through Elm"],
        ),
        ("The mayor resigned after a court ruled on Tuesday that he had lied.", ["A court ruled that he had lied"]),
    ],
)
def test_a_subordinate_clause_that_is_dated_gives_the_title(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Lund told the guards he had bought the boat on Tuesday.", ["Bo Lund had bought the boat"]),
        ("A rower told police someone had cut his rope on Tuesday.", ["Someone had cut his rope"]),
        (
            "In a surprise move, the town on Tuesday released four rowers.",
            ["The town released four rowers"],
        ),
        (
            "Ann Vale, 58, of Elm, pleaded guilty on Tuesday to theft.",
            ["Ann Vale, 58, of Elm, pleaded guilty to theft"],
        ),
        ("The pier was unsafe, an inspector found on Tuesday.", ["The pier was unsafe"]),
        ("“We are lost,” said Ann Vale, adding that the ferry had been sold on Tuesday.", ["The ferry had been sold"]),
    ],
)
def test_what_is_told_begins_behind_who_is_told(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill, Elm’s oldest, was shut. It plans to open again on Friday.", ["The mill plans to open again"]),
        ("The ferry is old. It was sold on Tuesday.", ["The ferry was sold"]),
        (
            "In April the bank lost two clerks, and it closed a branch on Tuesday.",
            ["The bank lost two clerks", "The bank closed a branch"],
        ),
        (
            "The union said that 40 jobs were at risk and that it would ballot its members on Friday.",
            ["The union would ballot its members"],
        ),
        (
            "The storm over Elm Sound closed the harbour. It sold its tugs on Tuesday.",
            ["Elm Sound sold its tugs"],
        ),
        ("The storm over Elm Sound closed the harbour. It was seen on Tuesday.", ["The storm over Elm Sound was seen"]),
        (
            "Elm Ferries says that forty people were hurt. It expects a report on Friday.",
            ["Elm Ferries expects a report"],
        ),
        ("Elm Ferries said that the leak was small. It will sail again on Friday.", ["Elm Ferries will sail again"]),
        ("Elm Ferries said that the leak was small. It began on Tuesday.", ["The leak began"]),
        ("Two were hurt in a crash. It happened on Tuesday near the pier.", ["The crash happened near the pier"]),
        ("The summit followed a raid. It took place on Tuesday in Elm.", ["The summit took place in Elm"]),
    ],
)
def test_it_stands_for_the_thing_that_does_something(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Vale was fined. Her lawyer, Bo Lund, asked for mercy. She must pay by Friday.", ["Ann Vale must pay"]),
        ("He married Ann Vale. She died in 2011.", ["Ann Vale died"]),
        ("Ann Vale said that she had lost. She left on Tuesday.", ["Ann Vale left"]),
        ("Ann Vale was fined. Bo Lund lost his boat. She left on Tuesday.", ["Ann Vale left"]),
        (
            "The Teal struck a reef. Its captain was seized on Tuesday and is due in court on Friday.",
            ["The Teal’s captain was seized", "The Teal’s captain is due in court"],
        ),
        ("The cup is old. Last year it went to a rower from Elm.", ["The cup went to a rower from Elm"]),
        ("All 3,800 rowers were told. They left on Tuesday.", ["All 3,800 rowers left"]),
        ("When Ann Vale came home on Tuesday, she saw the water.", ["Ann Vale saw the water"]),
        ("When Lund's mother, Ann Vale, came back on Tuesday, she saw it.", ["Lund's mother saw it"]),
        (
            "A guard saw a gray, 20-ton Elm Saloon that had been stolen on Tuesday.",
            ["20-ton Elm Saloon had been stolen"],
        ),
        (
            "Guards spoke to a 16-year-old boy on the quay. He was charged on Tuesday.",
            ["A 16-year-old boy was charged"],
        ),
        ("In that boat was the 4-year-old girl. Her arm was set on Tuesday.", ["The 4-year-old girl’s arm was set"]),
        ("There was a man and a woman on the quay. She fell on Tuesday.", ["A woman fell"]),
        ("There was a man and a driver on the quay. He fell on Tuesday.", ["He fell"]),
        ("It was the boy's boat. He left on Tuesday.", ["He left"]),
        ("Guards found Bo Lund, 38, in the boat. He died on Tuesday.", ["Bo Lund died"]),
        ("Guards found the driver, Bo Lund, 38, in the boat. He died on Tuesday.", ["Bo Lund died"]),
        ("Guards held Bo Lund, 24, and Cy Roth, 25. He was fined on Tuesday.", ["He was fined"]),
        ("Bo Lund, 38, a father of two, fell in Elm. He died on Tuesday.", ["Bo Lund died"]),
        (
            "To the surprise of rowers who had come on Tuesday, the race was off.",
            ["To the surprise of rowers who had come, the race was off"],
        ),
        ("It was Minister Bo Lund's boat. He sold it on Tuesday.", ["Minister Bo Lund sold it"]),
        ("There was a boy on the quay. Rain fell. Snow fell. Wind blew. He left on Tuesday.", ["He left"]),
        ("A crowd of people stood at the gate. They left on Tuesday.", ["A crowd of people left"]),
        (
            "Bo Lund had left that morning, and he does not plan to return before Friday.",
            ["Bo Lund had left", "Bo Lund does not plan to return before Friday"],
        ),
    ],
)
def test_a_pronoun_is_followed_through_owners_speakers_and_the_other_sex(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Lund denied the theft and is due in court on Friday.", ["Bo Lund is due in court"]),
        ("Rowers should not eat the fish and may return it until Friday.", ["Rowers may return it until Friday"]),
        (
            "Ann Vale cancelled a trip to Oslo, which was planned for Monday, and will fly home on Friday.",
            ["A trip to Oslo was planned for Monday", "Ann Vale will fly home"],
        ),
        ("Ann Vale sold the mill in 2022 and left Elm in May 2022.", ["Ann Vale sold the mill", "Ann Vale left Elm"]),
        (
            "Plans for a pier were drawn up in 1995, revised in 2002 and abandoned in 2005.",
            ["Plans for a pier were drawn up", "Plans for a pier were revised", "Plans for a pier were abandoned"],
        ),
    ],
)
def test_a_part_with_a_date_of_its_own_has_the_subject_only(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 40 boats sank on Tuesday.", ["At least 40 boats sank"]),
        (
            "About 2,500 rowers who walked out ratified a new contract on Tuesday.",
            ["About 2,500 rowers who walked out ratified a new contract"],
        ),
        ("The town has been fined £75,000 after rowers broke the rules on Tuesday.", ["Rowers broke the rules"]),
        ("The pier will stay shut until at least Friday.", ["The pier will stay shut until at least Friday"]),
        ("Sales rose in the three months ended June 30.", ["Sales rose in the three months ended June 30"]),
        (
            "A group called Elm First collected 2,300 signatures last summer and says it may go to court.",
            ["A group called Elm First collected 2,300 signatures and says it may go to court"],
        ),
    ],
)
def test_no_number_and_no_limit_is_lost(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The election is on Friday.", ["The election is on Friday"]),
        ("The town has set Friday as the deadline.", ["The town has set Friday as the deadline"]),
        ("Bo Lund took over on Tuesday.", ["Bo Lund took over"]),
        ("The last race, on Tuesday, brought the town to a halt.", ["The last race brought the town to a halt"]),
        ("A note published on Tuesday says that the pier is safe.", ["A note says that the pier is safe"]),
        ("On Tuesday, the anniversary, some 400 rowers met.", ["Some 400 rowers met"]),
    ],
)
def test_a_date_stays_where_it_is_what_the_clause_says(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“I have never seen anything like it since Tuesday,” said Ann Vale, 79, of Elm.",
            ["Ann Vale: “I have never seen anything like it since Tuesday”"],
        ),
        ("“We came here on Tuesday,” the rower said.", ["The rower: “We came here on Tuesday”"]),
        (
            "“We came here on Tuesday,” Ann Vale, the mayor of Elm, told rowers.",
            ["Ann Vale: “We came here on Tuesday”"],
        ),
    ],
)
def test_a_quotation_has_its_speaker(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If the rain goes on until Friday, the dam could burst.", "possible"),
        ("The ferry will sail not later than Friday.", "planned"),
        ("The town promised 600 boats a year by 2028.", "planned"),
        ("Ann Vale, who was elected in 2017, denied the theft.", "happened"),
        ("Bo Lund failed to pay and left on Tuesday.", "happened"),
        ("The Ahl, a stream that children could wade across, rose on Tuesday.", "happened"),
        ("Although the mill closed in 2004, Ann Vale goes there every Saturday.", "happened"),
    ],
)
def test_the_words_of_another_clause_do_not_decide_the_kind(text: str, expected: str) -> None:
    article = Article("a", "", text, Published.on(Moment.of(2024, 2, 15), "given", 1.0))
    assert [mention.kind for mention in extract(article, recognise(article)).mentions if mention.timex][-1] == expected


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        (
            "The ferry company of the lower valley will merge with a new company formed by the Lund family of Elm",
            "The ferry company of the lower valley will merge with a new company",
        ),
        (
            "A tearful Bo Lund resigned, declaring that the council of the valley had betrayed its fishermen for money",
            "A tearful Bo Lund resigned",
        ),
        (
            "Ann Vale resigned as head of the harbour board to seek, without much luck, a seat in the council of Elm",
            "Ann Vale resigned as head of the harbour board",
        ),
        (
            "The board decided to put off the sale of a considerably reduced part of its fleet of old ferries to Oak",
            "The board decided to put off the sale of a considerably reduced part of its fleet …",
        ),
        (
            "A note found in the office of the harbour board by one of the clerks will cost Bo Lund his post there",
            "A note will cost Bo Lund his post",
        ),
        (
            "The harbour board warned the islanders of the lower valley that they should expect no help from the port",
            "The harbour board warned the islanders of the lower valley …",
        ),
        (
            "The port wants the court that sits in the oldest town of the valley to suspend the rule on the old boats",
            "The port wants the court that sits in the oldest town of the valley to suspend the rule …",
        ),
        (
            "A pilot pleaded guilty to a firearms offense for having sold the mayor a gun that the law bans",
            "A pilot pleaded guilty to a firearms offense for having sold the mayor a gun",
        ),
        (
            "Police arrested a man suspected of fatally shooting a guard and critically wounding two more in Elm",
            "Police arrested a man suspected of fatally shooting a guard",
        ),
        (
            "Heavy fighting in the east of Elm between the army and the men of the old harbour board reached the port",
            "Heavy fighting reached the port",
        ),
        (
            "The harbour board hardened its stance, insisting the old pilot would be turned over to the court",
            "The harbour board hardened its stance",
        ),
        (
            "Two pilots of the harbour board were found shot to death in a flat in the oldest street of Elm",
            "Two pilots of the harbour board were found shot to death in a flat",
        ),
    ],
)
def test_no_cut_parts_words_that_belong_together(long: str, expected: str) -> None:
    assert shorten(long, WORDS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gulls are flying over northern Elm on Tuesday.", ["Gulls are flying over northern Elm"]),
        ("The club quit on Tuesday, having lost over 600 rowers.", ["The club quit, having lost over 600 rowers"]),
        (
            "The mayor vowed on Tuesday to find those who had burned the boats.",
            ["The mayor vowed to find those who had burned the boats"],
        ),
        (
            "Elm Foods earned 45 million crowns, or 65 crowns a share, in May.",
            ["Elm Foods earned 45 million crowns, or 65 crowns a share"],
        ),
        (
            "The man who threw a stone seconds before the lamp fell was named on Tuesday as Bo Lund.",
            ["The man who threw a stone seconds before the lamp fell was named as Bo Lund"],
        ),
        ("The increased fare will be paid on 8 May and on 9 May.", ["The increased fare will be paid"] * 2),
        (
            "The event, dubbed “Long Night”, was planned by a clerk and slated to open at the club on Friday.",
            ["The event was slated to open at the club"],
        ),
        ("Revenue was 291 crowns, up from 252 crowns in 2020.", []),
        ("Bo Lund left after the row and came back on Tuesday.", ["Bo Lund left after the row and came back"]),
        ("They gave the boat over to the port on Tuesday.", ["They gave the boat over to the port"]),
    ],
)
def test_a_clause_is_parted_where_its_thought_ends(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Court papers show Bo Lund posted a bond on Tuesday and left.",
            "Court papers show Bo Lund posted a bond and left",
        ),
        (
            "Elm Mills posted net income of 4 crowns a share on Tuesday, Ann Vale saw.",
            "Elm Mills posted net income of 4 crowns a share, Ann Vale saw",
        ),
        (
            "Elm Foods reported profit jumped to 5 million crowns in May.",
            "Elm Foods reported profit jumped to 5 million crowns",
        ),
    ],
)
def test_what_is_given_is_not_told(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port named two men of Elm who were drowned on Tuesday.", "Two men of Elm were drowned"),
        ("The port released the names of two Elm men who were drowned on Tuesday.", "Two Elm men were drowned"),
        (
            "The town wept over the case of Ann, who was hurt on Tuesday.",
            "Ann was hurt",
        ),
        ("It was the vicar of Elm, who was hurt on Tuesday.", "The vicar of Elm was hurt"),
        ("The father of two sisters who were hurt on Tuesday wept.", "Two sisters were hurt"),
        ("The ferry sailed on Monday at 6 a.m. Until Tuesday it had been moored.", "The ferry had been moored"),
        ("A band held nine employees of a mill who were seized on Tuesday.", "Nine employees of a mill were seized"),
        ("A guard found a note from a rower who left on Tuesday.", "A rower left"),
        (
            "The captains set up a panel to find who sank the ferry on Tuesday.",
            "The captains set up a panel to find who sank the ferry",
        ),
        (
            "They want shares in Elm Ferries, which is listed in Oslo and is to trade in London on Friday.",
            "Elm Ferries is to trade in London",
        ),
        (
            "Owners will be paid 35 crowns a share at closing, which is planned for Friday.",
            "Owners will be paid 35 crowns a share at closing, which is planned for Friday",
        ),
        (
            "A boy was hurt when a clerk fell as she was trying to help him on Tuesday.",
            "A boy was hurt when a clerk fell as she was trying to help him",
        ),
        ("Clerk Todd Moen came. Moen said they had left on Tuesday.", "Moen said they had left"),
        (
            "Millions of copies of the boat have been built since it entered the race in 1947.",
            "Millions of copies of the boat have been built since it entered the race",
        ),
        ("The race in the valley, set for Friday, is on.", "The race in the valley was set for Friday"),
        (
            "Seen from Elm, it is what the guards on Tuesday called an accident.",
            "Seen from Elm, it is what the guards called an accident",
        ),
        ("The clerk who lives nearby said he heard it on Tuesday.", "The clerk who lives nearby said he heard it"),
        (
            "The town changed after Elm Rescue, a group of rowers, began in 1992.",
            "Elm Rescue, a group of rowers, began",
        ),
        (
            "Elm Foods said that the mill stands and that it hopes to grow in May.",
            "Elm Foods hopes to grow",
        ),
    ],
)
def test_no_other_s_deed_is_told_of_a_subject(text: str, expected: str) -> None:
    assert title(text) == expected


def test_the_participle_of_an_aside_is_no_verb_of_what_comes_behind_it() -> None:
    text = "Bo Lund took office on Monday. His first decree, signed on Tuesday, caps the price of bread to 30 June."
    assert not any("signed" in title.lower() and "caps" in title.lower() for title in titles(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The club has grown three times, adding Elm in 1952, Oak in 1955 and Ash in 1982.",
            ["The club has grown three times, adding Elm"]
            + ["The club has grown three times, adding Elm, Oak and Ash"] * 2,
        ),
        (
            "Elm Police held Bo Lund on Saturday, 10 February, and for a theft on Tuesday.",
            ["Elm Police held Bo Lund", "Elm Police held Bo Lund for a theft"],
        ),
        (
            "Ann Vale, who brought the two sides together in Elm in March and in Oak in April, spoke.",
            ["Ann Vale brought the two sides together in Elm", "Ann Vale brought the two sides together in Oak"],
        ),
        ("Ann Vale recently won a cup and hopes to win a race in May.", ["Ann Vale hopes to win a race"]),
        (
            "Ann Vale allegedly sank a boat in 2021 and fled in 2022.",
            ["Ann Vale allegedly sank a boat", "Ann Vale allegedly fled"],
        ),
        (
            "Nine rowers were held on Monday in a search for rods and nets around Elm on Tuesday.",
            [
                "Nine rowers were held in a search for rods",
                "Nine rowers were held in a search for rods and nets around Elm",
            ],
        ),
    ],
)
def test_a_part_that_is_joined_on_is_completed_from_its_own_verb(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "New facts emerge from Tuesday's fire that left two boats adrift.",
            "Tuesday's fire that left two boats adrift",
        ),
        (
            "The islanders went home after Tuesday's appeal court ruling and let the crew leave.",
            "Appeal court ruling",
        ),
        ("In the 1917 Race of Elm the only boat was a ferry.", "Race of Elm"),
        ("The council will not drop the ban on Oak set after its 1990 capture of the fleet.", "Capture of the fleet"),
        ("They spoke of Tuesday's talks between Ann Vale and her sons.", "Talks between Ann Vale and her sons"),
        (
            "Nobody knew who lit Tuesday's barn fire, which left two boats adrift on the lake.",
            "Barn fire left two boats adrift on the lake",
        ),
        (
            "Pilots had warned in a 2019 report that the reef was close.",
            "Pilots had warned in a report that the reef was close",
        ),
        ("Tuesday's sale covers the last of the old ferries.", "Sale covers the last of the old ferries"),
    ],
)
def test_a_noun_phrase_ends_where_another_begins(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The call came in just before noon on Tuesday.", "The call came in"),
        (
            "The board declared the strike over on Tuesday.",
            "The board declared the strike over",
        ),
        ("Ann Vale was sacked on Tuesday, less than 24 hours after her side lost.", "Ann Vale was sacked"),
        ("The key was moved to the cut-off mark on Tuesday.", "The key was moved to the cut-off mark"),
        ("Ann Vale resigned as head of the board on Tuesday.", "Ann Vale resigned as head of the board"),
        (
            "The mayor said February had been the wettest month so far.",
            "The mayor said February had been the wettest month so far",
        ),
        (
            "Crowds marched through Elm demanding elections, which the mayor has promised to hold by the end of 2026.",
            "The mayor has promised to hold elections",
        ),
        ("The merger was blocked in December and formally dissolved on Tuesday.", "The merger was dissolved"),
        (
            "Police know who was behind the raid on the Elm bank, which shut its doors on Tuesday.",
            "The Elm bank shut its doors",
        ),
        ("Police found a .38 gun in the boat on Tuesday.", "Police found a .38 gun in the boat"),
        ("The Easter Race began in 2014.", "The Easter Race began"),
        ("The beginning of 2006 was marked by strife.", "The beginning of 2006 was marked by strife"),
        ("In the quarter ended 31 July, the mill was shut.", "The mill was shut"),
        ("Sales for its third quarter ended 31 July fell.", "Sales for its third quarter ended 31 July fell"),
        ("In the last month of the war, the fleet lay in Elm.", "In the last month of the war, the fleet lay in Elm"),
        ("The bloody summer of 1998 is over.", "The bloody summer of 1998 is over"),
        (
            "A lively dance that our pupils organised on Tuesday began it.",
            "A lively dance that our pupils organised began it",
        ),
        (
            "At the time of the storm, the fleet lay in Elm on Tuesday.",
            "At the time of the storm, the fleet lay in Elm",
        ),
        ("As many as 50 rowers left on Tuesday.", "As many as 50 rowers left"),
        ("Three rowers were hurt in overnight clashes in Elm.", "Three rowers were hurt in clashes in Elm"),
        ("Two rowers drowned in Tuesday fog near Elm.", "Two rowers drowned in fog near Elm"),
        ("The raid was the fourth this month involving a boat.", "The raid was the fourth involving a boat"),
        ("A Tuesday attack hurt two.", "An attack hurt two"),
        (
            "On Tuesday, the note “Pray for our school and the town” was put up at Elm School, and guards spoke.",
            "The note “Pray for our school and the town” was put up at Elm School",
        ),
        ("Boat sales fell by a third in 2023 alone.", "Boat sales fell by a third in 2023 alone"),
        ("An overnight Tuesday storm hit Elm.", "A storm hit Elm"),
        ("An early Tuesday university row hurt two.", "A university row hurt two"),
        ("Guards could not tell whether that was so on Tuesday.", "Guards could not tell whether that was so"),
        ("OAK COUNTY, Ind. (WANE) The father of a rower left on Tuesday.", "The father of a rower left"),
        ("“She had chosen to move on,” the rower said Tuesday.", "The rower: “She had chosen to move on”"),
        (
            "By Tuesday, guards were saying the race was over, but nobody could tell.",
            "Guards were saying the race was over",
        ),
        ("The army, late on Sunday, opened the gates of the dam.", "The army opened the gates of the dam"),
        (
            "The court, on Monday, closed the mill of the three brothers from Elm.",
            "The court closed the mill of the three brothers from Elm",
        ),
        ("The judge adjourned the trial till Monday.", "The judge adjourned the trial till Monday"),
        ("FILE - In this March 5, 2012, file photo, the mayor arrives at court.", "The mayor arrives at court"),
    ],
)
def test_no_date_is_cut_that_belongs_to_other_words(text: str, expected: str) -> None:
    assert title(text) == expected


def test_no_second_adjective_is_taken_for_an_aside() -> None:
    told = "The search of the old house was held up by a brief, fresh flare-up"
    assert title(f"{told} in a hut, with orange flames on Tuesday.") == f"{told} in a hut"
    assert title(f"{told} on Tuesday in an upper room of Elm House, with orange flames and black smoke.") == told


def test_a_headline_keeps_its_relative_clause() -> None:
    assert title("A woman drowned.\n\nIt happened on Tuesday.", "Mayor names woman who drowned") == (
        "Mayor names woman who drowned"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Experts of the WHO had asked for it in their report in May.",
            "Experts of the WHO had asked for it in their report",
        ),
        ("Guards held a nurse of the WHO on Tuesday.", "Guards held a nurse of the WHO"),
        ("THE MAN WHO SANK THE FERRY WAS HELD ON TUESDAY.", "THE MAN SANK THE FERRY WAS HELD"),
        (
            "The lawyer tells the Elm Post that's why he gave up the hearing on Wednesday.",
            "The lawyer tells the Elm Post that's why he gave up the hearing",
        ),
    ],
)
def test_only_a_relative_pronoun_opens_a_relative_clause(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Elm gets a new mayor.** The council elected Ann Vale on Tuesday.", "The council elected Ann Vale"),
        ("**Background** The tug was launched on 4 May 2018.", "The tug was launched"),
        (
            "**8:15 a.m.** Elm Road is closed between the mill and the port.",
            "Elm Road is closed between the mill and the port",
        ),
        ("## A clerk's house burned down on Tuesday.", "A clerk's house burned down"),
        ("Image 4 of 9 Bo Lund fell into the sea on Tuesday at Elm.", "Bo Lund fell into the sea at Elm"),
        ("Buy Photo A horse drew the cart through Elm on Monday.", "A horse drew the cart through Elm"),
        ("CLOSE Skip in Skip x Embed x Share A man was held in Elm on Monday.", "A man was held in Elm"),
        ("Close friends of Ann Vale met in Elm on Monday.", "Close friends of Ann Vale met in Elm"),
    ],
)
def test_no_mark_and_no_word_of_the_page_stands_in_a_title(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("He's scheduled to return on Monday.", "Bo Lund is scheduled to return"),
        ("He’s been held since Monday.", "Bo Lund has been held since Monday"),
        ("He'll be heard on Monday.", "Bo Lund will be heard"),
        ("He'd left on Tuesday.", "He'd left"),  # "had" or "would"
    ],
)
def test_a_verb_joined_to_a_pronoun_is_written_out(second: str, expected: str) -> None:
    assert title(f"Bo Lund appeared in court on Friday. {second}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "That is how many boats Elm wants to send back, the mayor said on Tuesday.",
            "That is how many boats Elm wants to send back",
        ),
        ("Bo Lund fell on Monday. That was how the search began on Tuesday.", "That was how the search began"),
        ("That boat sank on Tuesday.", "The boat sank"),
    ],
)
def test_a_demonstrative_that_is_the_subject_stays(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The place for Friday's ceremony was chosen by Ann Vale.",
            "The place for Friday's ceremony was chosen by Ann Vale",
        ),
        (
            "All four of Tuesday's fires began in the harbour, guards said.",
            "All four of Tuesday's fires began in the harbour",
        ),
        ("The islanders went home after Tuesday's ruling.", "The islanders went home after Tuesday's ruling"),
        ("There is a new face at the Thursday briefing.", "There is a new face at the Thursday briefing"),
        ("The council spoke of it in the Sunday night talks.", "The council spoke of it in the Sunday night talks"),
        ("He said it at Tuesday's briefing.", "Tuesday's briefing"),  # who?
        (
            "Bo Lund, 35, faces two charges of theft over Tuesday's raid and is in a cell of the county jail on bail.",
            "Bo Lund faces two charges of theft over Tuesday's raid",
        ),
        (
            "The clerk at the counter had no time for the key, and the camera he had put up saw Tuesday's raid.",
            "The camera he had put up saw Tuesday's raid",
        ),
        (
            "The women who died in Tuesday's raid were named as Ann Vale, 27; her sister, Cara; and Dora Lund, 37.",
            "The women died in Tuesday's raid",
        ),
        ("Bo Lund, who was not at Tuesday's talks, is an expert on boats.", "Bo Lund was not at Tuesday's talks"),
        ("Buyers fled the market after the 1987 crash.", "Buyers fled the market after the 1987 crash"),
        ("The council signed the 2014 treaty.", "2014 treaty"),
        ("He was banned from the quay after a 2010 raid in which he was hurt.", "2010 raid"),
        ("Two of the men charged in a fatal bar shooting last summer pleaded guilty.", "Fatal bar shooting"),
    ],
)
def test_a_noun_that_tells_too_little_is_given_with_its_sentence(text: str, expected: str) -> None:
    assert title(text) == expected


def test_a_noun_that_tells_too_little_has_the_headline_that_tells_of_the_same() -> None:
    text = "He hid after Tuesday's raid."
    assert title(text, "Two men flee after raid on Elm bank") == "Two men flee after raid on Elm bank"
    assert title(text, "Elm bank to shut its doors") == "Tuesday's raid"
    assert title(text, "Man charged over raid on Elm bank") == "Tuesday's raid"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two were hurt on Tuesday in what guards say was a gas blast.", "Two were hurt in a gas blast"),
        ("A boy died after what they are calling an accident on Tuesday.", "A boy died after an accident"),
        ("Guards were hurt on Tuesday in what is believed to be an attack.", "Guards were hurt in an attack"),
        ("The board asked on Tuesday what Bo called a fair price.", "The board asked what Bo called a fair price"),
        ("In what was described as a first, the board met in Oslo on Tuesday.", "The board met in Oslo"),
        ("What they saw on Tuesday was a fire at the mill.", "What they saw was a fire at the mill"),
    ],
)
def test_what_others_only_call_so_is_given_as_what_they_call_it(text: str, expected: str) -> None:
    assert title(text) == expected


def test_a_phrase_of_time_is_no_title() -> None:
    text = "Over the weekend, a sign was put up telling all that it shuts from 1 AM-4 AM on Saturday and Sunday."
    assert titles(text)[0] == "A sign was put up telling all that it shuts"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He spoke of the three bridges over the Sarn, all of which were lost on Tuesday.",
            "All of the three bridges over the Sarn were lost",
        ),
        (
            "She said that Ann Vale would hand the boy over to his father, who could come to Elm on Tuesday.",
            "Ann Vale would hand the boy over to his father, who could come to Elm",
        ),
        (
            "The mayor wants a curfew in Elm Harbour and two other ports, which was announced on Monday.",
            "A curfew in Elm Harbour and two other ports was announced",
        ),
        (
            "She spoke of the Elm, which sank in 1996, and of the Oak, which was lost in 1998.",
            "The Oak was lost",
        ),
        (
            "In 2012, a man whom guards identified as Ann's brother, Bo Lund, pleaded guilty to theft.",
            "A man whom guards identified as Ann's brother, Bo Lund, pleaded guilty to theft",
        ),
    ],
)
def test_no_subject_is_torn_from_its_words(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Each price is based on the close of 1969 equalling 100.",
            "Each price is based on the close of 1969 equalling 100",
        ),
        (
            "Three times, rowers whose boats were listed were robbed, most recently last October when Ann Vale was.",
            "Three times, rowers whose boats were listed were robbed",
        ),
        (
            "Guards comb the woods between Elm Road and Oak Lane on Sunday after finding the ruins of what was a boat.",
            "Guards comb the woods between Elm Road and Oak Lane after finding the ruins …",
        ),
    ],
)
def test_no_date_and_no_phrase_is_cut_out_of_its_sentence(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill will be shut over the next year or so.", "The mill will be shut over the next year or so"),
        ("The mill was shut over the weekend.", "The mill was shut"),
        ("The rower turned himself in on Tuesday.", "The rower turned himself in"),
        ("The rower turned himself in late on Tuesday.", "The rower turned himself in"),
        ("A rower is recovering from a wound that happened on Tuesday.", "A rower is recovering from a wound"),
    ],
)
def test_a_cut_date_leaves_nothing_hanging(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        (
            "The county council will meet in the old hall of the mill to talk about what to do with the roof of it",
            "The county council will meet in the old hall of the mill",
        ),
        (
            (
                "The almost simultaneous blasts at the ferry offices in Oslo, Norway, and Elm Harbour, Denmark, "
                "killed 250 people and hurt 950"
            ),
            "The almost simultaneous blasts killed 250 people and hurt 950",
        ),
        (
            (
                "The almost simultaneous blasts in the south of the county, a storm and a flood in the harbour of Elm "
                "killed 250 people"
            ),
            "The almost simultaneous blasts in the south of the county, a storm and a flood …",
        ),
        (
            "The old harbour council of the town of Elm and its nine islands governed it all for up to two years",
            "The old harbour council of the town of Elm and its nine islands governed it all",
        ),
    ],
)
def test_a_long_title_is_left_whole_in_sense(long: str, expected: str) -> None:
    assert shorten(long, WORDS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A weak fourth quarter, reported on Tuesday, hurt the firm.", ["A weak fourth quarter hurt the firm"]),
        ("The vote came as a relief after a bruising summer.", ["The vote came as a relief after a bruising summer"]),
        ("The council met the crew last week in Elm.", ["The council met the crew in Elm"]),
        ("The mayor met a friend that morning.", ["The mayor met a friend"]),
        ("The dam burst on Monday, Ann Vale has said.", ["The dam burst"]),
        ("The mayor fled, but has denied it on Monday.", ["The mayor has denied it"]),
        (
            "Police stormed a mill on Monday, shooting a man suspected of robbing four and hurting two the day before.",
            ["Police stormed a mill, shooting a man suspected of robbing four and hurting two"],
        ),
        ("It was a storm in October last year that sank the barge.", ["A storm sank the barge"]),
        ("It was Ann Vale who halted the aid in January.", ["Ann Vale halted the aid"]),
        ("It was clear on Monday that the dam had burst.", ["It was clear that the dam had burst"]),
        ("By the time Ann Vale left Elm on Monday, all boats had sailed.", ["Ann Vale left Elm"]),
        ("A year ago many voters backed the pact.", ["Many voters backed the pact"]),
    ],
)
def test_a_title_says_no_more_and_no_less_than_its_sentence(text: str, expected: list[str]) -> None:
    assert titles(text)[-1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Elm Police held a rower. Police say he was in breach of his bond when he was taken away on Tuesday.",
            "Police say he was in breach of his bond when he was taken away",
        ),
        ("Lund was held on Monday, as Lund knew. He stands before Lund on Friday.", "He stands before Lund"),
        ("The last call from the family came at noon. They left the inn on Tuesday.", "They left the inn"),
        ("Elm Foods grew after the fire. It began on Tuesday to pay its crews.", "It began to pay its crews"),
        ("The board met after the flood. It struck a deal on Tuesday.", "It struck a deal"),
    ],
)
def test_no_name_is_put_in_that_the_pronoun_does_not_mean(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        (
            "The crews of the two ferries -- Ann Vale, Bo Lund, Cy Roth and two more -- were found in a barge",
            "The crews of the two ferries were found in a barge",
        ),
        (
            "The harbour board has charged 22-year-old Cy Roth in the sinking of a barge in the oldest part of Elm",
            "The harbour board has charged Cy Roth in the sinking of a barge in the oldest part of Elm",
        ),
        (
            "A van matching the description of the one that was seen at the quay was found in a shed in the valley",
            "A van matching the description of the one was found in a shed in the valley",
        ),
        (
            "Witnesses at the quay told Elm News that the pilot of the ferry had left the bridge before the storm",
            "The pilot of the ferry had left the bridge before the storm",
        ),
        (
            "The king, in a “plan” designed as much to please voters as to end the war, announced that he will go",
            "The king announced that he will go",
        ),
        (
            "The council, at a session that began at nine and went on until midnight in the hall, rejected the plan",
            "The council rejected the plan",
        ),
        (
            "Ann Vale, 24, of Elm, Ill., was charged with the theft of forty boats from the company that owns the port",
            "Ann Vale was charged with the theft of forty boats from the company that owns the port",
        ),
        (
            "Ann Vale, 24, of Elm, Bo Lund, 31, and Cy Roth, 40, were charged with the theft of forty ferries at night",
            "Ann Vale, Bo Lund and Cy Roth were charged with the theft of forty ferries at night",
        ),
        (
            "Ann Vale, 24, of Elm and Bo Lund of Oslo were charged with the theft of forty boats from the port of Elm",
            "Ann Vale of Elm and Bo Lund of Oslo were charged with the theft of forty boats",
        ),
    ],
)
def test_a_long_title_does_without_what_stands_beside_its_statement(long: str, expected: str) -> None:
    assert shorten(long, WORDS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A girl of nine was hurt when a wall fell on Monday.", "A girl of nine was hurt when a wall fell"),
        (
            "Bo Lund, 23, was shot as he waited for a tram on Monday evening.",
            "Bo Lund, 23, was shot as he waited for a tram",
        ),
        (
            "Police spoke to Ann Vale, who worked at the port, just two days ago.",
            "Police spoke to Ann Vale, who worked at the port",
        ),
        (
            "The ruling on the ferry, which is expected on Friday, is awaited in Elm.",
            "The ruling on the ferry is expected",
        ),
        ("The inquiry into the fire, which killed four people on Monday, is shut.", "The fire killed four people"),
        ("The budget, due on Friday, will be rewritten.", "The budget will be rewritten"),
        (
            '"Our people followed every rule," its president, Bo Lund, said on Tuesday.',
            "Bo Lund: “Our people followed every rule”",
        ),
        ("I kept the pen in Elm Hall. It dried up in 2023.", "It dried up"),
    ],
)
def test_a_date_is_that_of_the_main_clause_and_a_title_is_of_its_subject(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Elm, meanwhile, forty boats sailed on Tuesday.", "In Elm, forty boats sailed"),
        ("The mayor, however, signed the order on Tuesday.", "The mayor signed the order"),
        ("Just after noon on Friday, two rowers, one of whom was 18, were shot.", "Two rowers were shot"),
        ("Bo Lund was born in Elm in 1973 and worked for the port from 1999.", "Bo Lund worked for the port from 1999"),
        ("The mayor, who yesterday cut the budget, is ill.", "The mayor cut the budget"),
        ("By June 14, graduation day at Elm College, all the hurt had gone home.", "All the hurt had gone home"),
        (
            "The port called on Interior Minister Bo Lund to quit. He said on Tuesday that he would stay.",
            "Bo Lund said that he would stay",
        ),
        ("The clerk said that, on Tuesday, the mayor had left.", "The mayor had left"),
        (
            "The park counted 425 boats through the first five months of 2023.",
            "The park counted 425 boats through the first five months of 2023",
        ),
    ],
)
def test_a_title_has_no_fillers_and_names_its_subject(text: str, expected: str) -> None:
    assert title(text) == expected


def test_what_a_company_says_of_itself_it_does() -> None:
    long = "Elm Ferries Inc. said it agreed to sell its boats in the lower valley and the islands to Fjord Lines"
    assert shorten(long, WORDS) == "Elm Ferries Inc. agreed to sell its boats in the lower valley and the islands"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The gun used in a clerk's killing Tuesday was bought in Elm.",
            "The gun used in a clerk's killing Tuesday was bought in Elm",
        ),
        ("The driver in a crash Tuesday that killed two was charged.", "Crash Tuesday that killed two"),
        ("The crash Tuesday killed two.", "The crash killed two"),
        ("Two were hurt in a crash Tuesday.", "Two were hurt in a crash"),
    ],
)
def test_a_day_behind_a_happening_within_a_subject_is_that_of_the_happening(text: str, expected: str) -> None:
    assert title(text) == expected


def test_a_day_on_which_only_an_amount_is_compared_is_no_event() -> None:
    assert titles("Profit rose to $155 million from $99 million, or 4 cents a share, a year earlier.") == []
    assert titles("Ann Vale ran the mill from 2001 to 2005.") == ["Ann Vale ran the mill"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk holds a photo of 7-year-old Ann Vale, who was hurt on Tuesday.", "Ann Vale was hurt"),
        ("Two more were hurt so far this year.", "Two more were hurt"),
        (
            "A capsule with 61 grams of the soil of the asteroid Tamsin landed. It was found in Elm on Tuesday.",
            "A capsule was found in Elm",
        ),
        (
            "Many compared him with Zoë Lund, the lawyer who was elected mayor in 2019.",
            "Zoë Lund was elected mayor",
        ),
        ("At its head is Bo Lund, a former miner who led a strike in 1984.", "Bo Lund led a strike"),
        ("In New Elm, the man who stole a ferry in 2019 was freed.", "The man stole a ferry"),
    ],
)
def test_a_title_is_of_the_one_whom_its_sentence_means(text: str, expected: str) -> None:
    assert title(text) == expected


def test_a_long_title_does_without_the_participle_before_its_clause() -> None:
    long = "Turning its back on two hundred years of loyalty to the isles, a convention voted to make Elm a republic"
    assert shorten(long, WORDS) == "A convention voted to make Elm a republic"


def test_no_headline_stands_for_how_somebody_responds() -> None:
    text = "Elm closed its border with Oak in December and Oak responded by closing its port."
    assert title(text, "Elm and Oak step back from the brink of a border war") == text.replace(" in December", "")[:-1]


def test_no_headline_that_only_repeats_the_opening_is_taken_for_another_sentence() -> None:
    opening = "Elm Ferries has sold its boats to Fjord Lines."
    article = Article(
        "a",
        "Elm Ferries has sold its boats to Fjord Lines",
        f"{opening} Talks of Elm Ferries and Fjord Lines on the boats began on Tuesday.",
        Published.on(Moment.of(2024, 2, 15), "given", 1.0),
    )
    told = [mention.title for mention in extract(article, recognise(article)).mentions if mention.timex]
    assert told == ["Talks of Elm Ferries and Fjord Lines on the boats began"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Strikes were held on 3, 5 and 9 January in Elm.", ["Strikes were held in Elm"] * 3),
        ("Floods hit the town in 2019, 2021, and 2023.", ["Floods hit the town"] * 3),
        (
            "Strikes are planned on 3 May, 5 May and 9 May, and a ban on overtime runs from 10 May.",
            ["Strikes are planned"] * 3 + ["A ban on overtime runs from 10 May"],
        ),
        (
            "The council met on Monday, Tuesday's session was dropped.",
            ["Tuesday's session was dropped"],
        ),
        (
            "Bo Lund left in 2014, won a vote against all odds and was back in December 2018.",
            ["Bo Lund left", "Bo Lund won a vote against all odds and was back"],
        ),
    ],
)
def test_a_clause_is_told_of_each_date_of_a_list_without_the_others(text: str, expected: list[str]) -> None:
    assert titles(text)[: len(expected)] == expected


def test_an_adverb_does_not_end_a_relative_clause() -> None:
    text = "The co-operative, which was founded in 1891 and had never missed a payment, closed on Monday."
    assert titles(text)[0] == "The co-operative was founded and had never missed a payment"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A building code adopted in 1991 was never enforced.", ["A building code was adopted"]),
        ("A bridge built in 1931 collapsed on Tuesday.", ["A bridge was built", "A bridge collapsed"]),
        ("Police said two men arrested in Elm on Tuesday were freed.", ["Two men were arrested in Elm"]),
        ("ELM — A clerk arrested on Tuesday may be freed, police said.", ["A clerk was arrested"]),
        ("A treaty signed in 1987 limits the number of boats.", ["A treaty was signed"]),
        ("A report published on Tuesday found that the dam was unsafe.", ["A report found that the dam was unsafe"]),
        ("The vote scheduled for Friday was called off.", ["The vote scheduled for Friday was called off"]),
        (
            "The company reported on Tuesday increased sales of flour.",
            ["The company reported increased sales of flour"],
        ),
    ],
)
def test_a_participle_that_restricts_the_subject_has_its_own_date(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Founded in 1974, the mill had 300 workers.", ["The mill was founded"]),
        (
            "Born in Elm in 1971, Vale studied law and was called to the bar in 1996.",
            ["Vale was born in Elm", "Vale studied law and was called to the bar"],
        ),
        (
            "First elected mayor in 2015, Bo Lund won a third term in May last year.",
            ["Bo Lund was first elected mayor", "Bo Lund won a third term"],
        ),
        (
            "Signed in 2015 and abandoned by Elm in 2018, the pact was meant to save the herring.",
            ["The pact was signed", "The pact was abandoned by Elm"],
        ),
        (
            "Ann Vale is a judge. Appointed to the court in 2011, she left it last year.",
            ["Ann Vale was appointed to the court", "Ann Vale left it"],
        ),
        ("Elected to the council in 1999, Ann Vale quickly made friends.", ["Ann Vale was elected to the council"]),
        ("Ahmed, 24, was arrested on Monday in Elm.", ["Ahmed, 24, was arrested in Elm"]),
    ],
)
def test_a_participle_that_opens_a_sentence_has_its_own_date(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Drivers first walked out on Saturday. They are due to return to work on Friday.",
            ["Drivers first walked out", "Drivers are due to return to work"],
        ),
        ("Ann Vale also led the club to a cup. She left on Monday.", ["Ann Vale left"]),
        ("The river later fell. It rose again on Tuesday.", ["The river rose again"]),
    ],
)
def test_an_adverb_before_its_verb_is_no_part_of_a_subject(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_a_length_of_time_behind_a_verb_is_kept() -> None:
    assert titles("The coach, Ann Vale, was banned for two years in 2019.") == [
        "The coach, Ann Vale, was banned for two years"
    ]


def test_a_relative_clause_of_which_only_the_date_told_is_left_out() -> None:
    assert titles("Drivers voted in a ballot that closed on Tuesday.") == ["Drivers voted in a ballot"]


def test_who_tells_is_no_part_of_a_title_before_a_comma() -> None:
    text = "The toll rose to 214 on Monday, officials said, as teams reached villages that had been cut off."
    assert titles(text) == ["The toll rose to 214"]


def test_a_part_is_one_of_the_things_before_it() -> None:
    assert titles("The port owns three cranes, one of which fell on Monday.") == ["One of three cranes fell"]


def test_who_announces_is_named_without_where() -> None:
    text = "The mill will close in September, a judge in Port Elm ruled on Tuesday."
    assert titles(text) == ["The mill will close", "A judge: The mill will close"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam burst on Tuesday, the mayor, Ann Vale, told reporters.", ["The dam burst"]),
        ("The dam burst on Tuesday, Ann Vale, the mayor, said.", ["The dam burst"]),
        ("The club signed Bo Lund, the striker, on Tuesday.", ["The club signed Bo Lund, the striker"]),
        ("The town fired Bo Lund on Tuesday, and the mayor, Ann Vale, said so.", ["The town fired Bo Lund"]),
        ("The mayor denied that and said Elm had lost two boats on Monday.", ["Elm had lost two boats"]),
        ("The mayor has said that Elm lost two boats on Monday.", ["Elm lost two boats"]),
        ("Ann Vale has said she expects the two to meet in Elm in May.", ["Ann Vale expects the two to meet in Elm"]),
        (
            "Two boats sank on Monday, and Elm recalled its envoy the same evening.",
            ["Two boats sank", "Elm recalled its envoy"],
        ),
        (
            "They met on Monday in a 12th-century hall over a code dating from 1991.",
            ["They met in a 12th-century hall over a code dating from 1991"],
        ),
    ],
)
def test_who_tells_is_left_out_with_an_apposition(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Vale spoke on Sunday. The minister opened a case against her two days later. She left Elm on Monday.",
            "Ann Vale left Elm",
        ),
        ("Ann Vale spoke in Elm. A guard then hit her. She left the hall on Monday.", "Ann Vale left the hall"),
        ("Ann Vale took her son with her. She fell ill on Monday.", "Ann Vale fell ill"),
        (
            "Bo Lund was held, but no charges were brought against him. He left Elm on Monday.",
            "Bo Lund left Elm",
        ),
        ("Mayor Bo Lund came back. The council backs Lund. He signed a pact on Monday.", "Lund signed a pact"),
        ("Lund himself is silent. He signed a pact on Monday, as Bo Lund often does.", "Lund signed a pact"),
        ("The ships of NORC burnt out. NORC had a hand in it. He signed a pact on Monday.", "He signed a pact"),
    ],
)
def test_a_pronoun_is_none_to_whom_its_own_subject_does_something(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Lund was banned on Monday. “I will fight,” he wrote. He left on Tuesday.", "Bo Lund left"),
        ("Bo Lund was banned on Monday. “I will fight. I will win.” He left on Tuesday.", "Bo Lund left"),
        ("“The club is done,” said Ray Tully. He will step down on Friday.", "Ray Tully will step down"),
        ("Ann Vale said that the bridge was unsafe. She will resign on Friday.", "Ann Vale will resign"),
        ("Bo Lund said the ban was unjust. “It hurts,” he wrote. He will appeal on Friday.", "Bo Lund will appeal"),
        ("“My son was a good boy,” said Ann Vale. He was killed on Monday.", "He was killed"),
        ("“Tom Orr was a good boy,” said Bo Vale. He was killed on Monday.", "He was killed"),
        ("Guards held Bo Lund. “It is good news,” said Jan Orr. He will stand trial on Friday.", "He will stand trial"),
        ("Sheriff Ann Vale said the car was found. She was arrested on Monday.", "She was arrested"),
        ("Ann Vale came. Bo Lund died in May. He was 71. She won on Tuesday.", "She won"),
    ],
)
def test_a_pronoun_behind_what_somebody_said_is_that_speaker_where_it_can_be_no_other(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vale knew that she would not run. The prize came. She won a medal on Tuesday.", "Ann Vale won a medal"),
        ("Vale knew that she would not run. The prize came. She won a medal in 2011.", "Ann Vale won a medal"),
        ("Vale knew that she would not run. The prize came. He won a medal on Tuesday.", "He won a medal"),
        ("Vale knew that she would not run. The prize came. She was arrested on Tuesday.", "She was arrested"),
        ("Vale ran home. The prize came. She won a medal on Tuesday.", "She won a medal"),
    ],
)
def test_a_pronoun_that_nothing_near_explains_is_whom_the_headline_names(text: str, expected: str) -> None:
    assert title(f"It rained on Ann Vale in Elm. {text}", "How Ann Vale found her feet again") == expected


def test_a_name_that_ends_like_an_adverb_is_whole() -> None:
    assert title("“It is dark,” said chairman Ray Tully. He will quit on Friday.") == "Chairman Ray Tully will quit"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A first plane landed in May. A second is due on Friday.", "A second plane is due"),
        (
            "The first twister came in May. A second, rated strong, hit Elm on Tuesday.",
            "A second twister, rated strong, hit Elm",
        ),
        ("Elm opened two shelters in May. A third was to open on Friday.", "A third shelter was to open"),
        ("A review begun in May came to nothing. Another was ordered on Tuesday.", "Another review was ordered"),
        ("All schools near Elm were shut in May. Most will reopen on Friday.", "Most schools will reopen"),
        ("Three concerts were planned. Two took place on Tuesday.", "Two concerts took place"),
        ("Two coaches fell into a gorge in May. Two were hurt on Tuesday.", "Two were hurt"),
        ("Elm made two million masks in May. A second is to follow on Friday.", "A second is to follow"),
        ("Schools in Elm, which lost two cooks, reopened in May. Another is to open on Friday.", "Another is to open"),
        ("Officers arrested a man in May. Another was shot on Tuesday.", "Another was shot"),
        ("A judge freed a man in May. Another was held on Tuesday.", "Another was held"),
        ("Crews met in May. A launch was scrubbed, and another was put off on Tuesday.", "Another was put off"),
        (
            "Three concerts were planned. Two took place in May. Another was put off on Tuesday.",
            "Another concert was put off",
        ),
        ("Two buses sank in May. A third was saved on Tuesday.", "A third was saved"),
        ("Elm shut two mills and three mines in May. A fourth was sold on Tuesday.", "A fourth was sold"),
        ("The mill closed in May. Another was sold on Tuesday.", "Another was sold"),
        ("Elm opened two shelters in May. A second storm hit Elm on Tuesday.", "A second storm hit Elm"),
    ],
)
def test_a_noun_that_a_subject_leaves_out_is_that_of_the_sentence_before(text: str, expected: str) -> None:
    assert title(text) == expected


def test_what_a_writing_says_has_its_own_day_beside_that_of_the_writing() -> None:
    text = "In a report issued on Tuesday, the mayor said the dam leaked on 26 June 2023."
    assert title(text) == "The dam leaked"
    assert title("In Elm the dam burst on Tuesday, police said, killing two who slept.") == "In Elm the dam burst"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Lund, 24, of no fixed address, was held in May. He was charged on Tuesday.", "Bo Lund was charged"),
        ("Bo Lund, 24, a cook from Elm, was held in May and charged on Tuesday.", "Bo Lund was charged"),
        (
            "Ann Vale, 20, and Bo Lund, 30, were held in May. They were freed on Tuesday.",
            "Ann Vale and Bo Lund were freed",
        ),
        ("Ann and Eva Vale, 19 and 22, fell. Their friend died on Tuesday.", "Ann and Eva Vale’s friend died"),
    ],
)
def test_what_stands_beside_a_name_and_an_age_is_no_part_of_the_subject(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mill leaked in May 2023; a clerk who called in June 2023 saw it.",
            ["A clerk called", "The mill leaked"],
        ),
        (
            "Elm widened the road in 2021, and a plan that would have moved the mill was dropped in February.",
            ["Elm widened the road", "A plan that would have moved the mill was dropped"],
        ),
        (
            "The limit was lifted in May 2023, and the damaged bridge, built in 1867, was mended.",
            ["The damaged bridge was built", "The limit was lifted"],
        ),
        ("The victim of a raid in New Elm on May 3, 2021, has died.", ["Raid in New Elm"]),
        ("The injured pilot, who was born in 1980, has died.", ["The injured pilot was born"]),
    ],
)
def test_what_stands_beside_the_subject_of_a_later_clause_is_apart_as_well(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor ordered a review in May. It is to report by 1 March.", "The review is to report"),
        ("Police chased a van along the quay. It crashed on Tuesday.", "The van crashed"),
        ("A judge signed the order. It took effect on Tuesday.", "The order took effect"),
        ("A friend took a coat and ran away. It was later learned on Tuesday.", "It was later learned"),
        (
            "Parents wept, and a judge, Bo Lund, lifted the ban. He was overruled on Tuesday.",
            "Bo Lund was overruled",
        ),
        ("Bo Lund wept, and a judge set bail. He was freed on Tuesday.", "Bo Lund was freed"),
        ("Guards held Bo Lund, and a judge set bail. He was freed on Tuesday.", "He was freed"),
        ("The 38-year-old Dane left the court. She will retire on Friday.", "The 38-year-old Dane will retire"),
        ("The plan failed, the minister, Ann Vale, admitted. She resigned on Tuesday.", "Ann Vale resigned"),
    ],
)
def test_a_pronoun_is_the_object_or_a_later_subject_where_it_cannot_be_the_first(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge opened in 1977. A ship struck it in May 2023.", "A ship struck the bridge"),
        ("Ann Vale left in May. The union expelled her on Tuesday.", "The union expelled Ann Vale"),
        ("Bo Lund left in May. Police, who questioned him on Tuesday, know more.", "Police questioned Bo Lund"),
        ("The bridge opened in 1977. A ship made it to Elm in May 2023.", "A ship made it to Elm"),
        ("Ann Vale left in May. Her brother sued her on Tuesday.", "Ann Vale’s brother sued her"),
        ("Bo Lund fell. The mother of Al Moe carried him on Tuesday.", "The mother of Al Moe carried him"),
        ("Bo Lund fell. Guards found him, a boy and a dog on Tuesday.", "Guards found him, a boy and a dog"),
    ],
)
def test_a_pronoun_behind_a_verb_gives_way_to_whom_the_sentence_before_is_about(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elm Space grew. Its lander Philae fell silent. It called home on Tuesday.", "Philae called home"),
        ("Its lander Philae fell silent before it was found on Tuesday.", "Philae was found"),
        ("Bo Lund wept. His brother Al Moe was ill. He died on Tuesday.", "Al Moe died"),
        ("Bo Lund wept. His wife Ann Vale was ill. He left on Tuesday.", "Bo Lund left"),
        ("Their home in Elm burned. They moved on Tuesday.", "They moved"),
    ],
)
def test_a_pronoun_is_the_name_of_somebody_whose_owner_is_spoken_of(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the first race, Bo Lund, who was ill in May, fell on Tuesday.", "In the first race, Bo Lund fell"),
        ("The Dane, winner in 2014 and 2017, left on Tuesday.", "The Dane, winner, left"),
        (
            "“It is late,” said Ann Vale, a clerk at the Elm Health Centre, which sent a team in May.",
            "The Elm Health Centre sent a team",
        ),
        ("Guards spoke to the father of Bo Lund, who was shot on Tuesday.", "Bo Lund was shot"),
        ("“It is late,” said Ann Vale, the mother of Bo Lund, who was shot on Tuesday.", "Bo Lund was shot"),
    ],
)
def test_what_stands_beside_a_name_tells_of_it_alone(text: str, expected: str) -> None:
    assert [title(text)] == titles(text)[-1:] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The worst day came in May 2019, when a boiler blew up at Elm, north of Oslo.", "A boiler blew up at Elm"),
        ("The crash happened on Tuesday, when a lorry hit a bus.", "A lorry hit a bus"),
        ("The crash happened on Tuesday, and a lorry burned.", "The crash happened"),
        ("The letter came on Tuesday.", "The letter came"),
    ],
)
def test_what_only_came_is_told_by_the_when_behind_its_date(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The chapel burned. It was rebuilt in 1931 and closed in 1999.",
            ["The chapel was rebuilt", "The chapel was closed"],
        ),
        ("A review completed the following March blamed the mayor.", ["A review blamed the mayor"]),
        (
            "Ann Vale won two medals at the 2022 European Championships.",
            ["Ann Vale won two medals at the 2022 European Championships"],
        ),
    ],
)
def test_a_later_part_and_a_date_in_several_words_stay_with_their_clause(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Vale won the 1964 Elm prize for her novels.", ["Ann Vale won the 1964 Elm prize for her novels"]),
        ("Ann Vale starred in the 1964 film Mary Grey.", ["Ann Vale starred in the 1964 film Mary Grey"]),
        ("In a 1991 revival of Elm Nights, she sang.", ["In a 1991 revival of Elm Nights, she sang"]),
        ("Ann Vale, best known for the 1964 classic Mary Grey, has died.", []),
        ("Ann Vale's mother led to the 1964 treaty.", ["1964 treaty"]),
    ],
)
def test_what_is_done_in_a_work_or_for_a_prize_has_the_year_of_that(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Vale joined the ballet in 1961, becoming its head in 1966.",
            ["Ann Vale joined the ballet", "Ann Vale became its head"],
        ),
        ("Bo Lund played for Elm before signing for Oak in 1981.", ["Bo Lund signed for Oak"]),
        ("Bo Lund was jailed in 2009 before being freed in 2013.", ["Bo Lund was jailed", "Bo Lund was freed"]),
        ("A man shot a dog before killing himself on Monday.", ["A man shot a dog before killing himself"]),
        ("Elm cut 300 jobs before the merger in May.", ["Elm cut 300 jobs before the merger"]),
    ],
)
def test_a_participle_with_a_date_of_its_own_says_what_its_subject_did(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Vale met Bo Lund, whom she married in 1957.", ["Ann Vale married Bo Lund"]),
        ("As well as running the mill, in 2003 Ann Vale sang.", ["Ann Vale sang"]),
        ("In 1956 Bo Lund was as glad as the rest.", ["Bo Lund was as glad as the rest"]),
        ("Her studio, built in stone, is today a museum.", []),
        ("The road is closed today.", ["The road is closed"]),
        ("The hearing is to end today.", ["The hearing is to end"]),
        ("A girl who fled while singing, was found on Monday.", ["A girl who fled while singing, was found"]),
        ("Born in 1941, Watts was the son of a driver.", ["Watts was born"]),
        ("In 2012, as a result of pressure, Elm hired Ann Vale.", ["Elm hired Ann Vale"]),
        ("Speaking in 2005, Bo Lund revealed: “I am ill.”", ["Bo Lund revealed: “I am ill.”"]),
    ],
)
def test_what_a_life_is_told_in_is_read(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_a_text_that_tells_a_life_speaks_of_that_one_far_from_the_name() -> None:
    text = "Ann Vale, who ran a mill, has died. Vale was 90. {} The wheel turned. She sold the mill in 2001."
    assert title(text.format("She had a dog of her own.")) == "Vale sold the mill"
    assert title(text.format("His dog, whom she fed, was old.")) == "She sold the mill"
    assert title(text.format("She had a dog of her own. Eva Holm, a painter, was a friend.")) == "She sold the mill"
    assert (
        title("Ann Vale ran a mill. Vale had her dog and her cat. The miller was 70. She left in 2001.") == "Vale left"
    )


def test_a_profile_that_has_the_pronouns_of_one_sex_speaks_of_whom_its_headline_names() -> None:
    text = "It rained on Ann Vale. {} was 40.\n\nVale ran a mill. The wheel turned. She sold the mill in 2001."
    headline = "Ann Vale, who saved a mill, dies"
    assert title(text.format("She had a dog of her own and"), headline) == "Vale sold the mill"
    assert title(text.format("His dog, whom she fed,"), headline) == "She sold the mill"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Divers are examining the wreck of a boat that capsized on Tuesday near Elm.",
            ["A boat capsized near Elm"],
        ),
        ("The black boxes of the plane that crashed on Tuesday in Elm are being read.", ["The plane crashed in Elm"]),
        (
            "Police are looking into the theft of a boat that happened on Tuesday in Elm.",
            ["The theft of a boat happened in Elm"],
        ),
        (
            "Police are looking into a report of a robbery that happened on Tuesday in Elm.",
            ["A robbery happened in Elm"],
        ),
        ("Crews are looking for a boat that vanished on Tuesday.", ["A boat vanished"]),
        ("Crews recovered a boat that vanished on Tuesday.", ["Crews recovered a boat"]),
        ("The mayor said that armed men attacked the post on Tuesday.", ["Armed men attacked the post"]),
    ],
)
def test_a_relative_clause_without_a_comma_has_its_own_date(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 8 May, after two weeks without a case reported, the mayor declared the end of the plague.",
            "The mayor declared the end of the plague",
        ),
        ("The port had closed, the mayor announced the same day, 8 May.", "The port had closed"),
        (
            "The board confirmed to the Elm Post on Tuesday that divers had found the recorder of the boat that sank.",
            "The board: Divers had found the recorder of the boat",
        ),
        ("She wrote to the council on Tuesday.", "She wrote to the council"),
    ],
)
def test_who_tells_is_told_from_who_acts(text: str, expected: str) -> None:
    assert title(text) == expected


def test_a_contracted_negation_ends_no_relative_clause() -> None:
    woman = "Officials reported that a woman who hadn't been seen for days was found"
    text = f"{woman} on Tuesday, apparently asleep, in a boat off the coast of Elm."
    assert title(text) == "A woman was found in a boat off the coast of Elm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town is mourning three rowers killed on Tuesday near Elm.", "Three rowers killed near Elm"),
        ("The town was mourning a rower drowned on Tuesday near Elm.", "Rower drowned near Elm"),
        ("Officers have named the woman found dead on Tuesday in Elm Park.", "Woman found dead in Elm Park"),
        (
            "A boy is recovering after being accidentally shot on Tuesday.",
            "A boy is recovering after being accidentally shot",
        ),
        ("Officers met two men arrested on Tuesday.", "Officers met two men arrested"),
    ],
)
def test_those_to_whom_something_was_done_have_its_day_where_they_are_told_of_now(text: str, expected: str) -> None:
    assert title(text) == expected


def test_an_age_behind_an_article_stays_before_a_name() -> None:
    text = "The 21-year-old Vale, ranked 37th, was suspended on Tuesday for failing an out-of-competition doping test."
    assert title(text) == "The 21-year-old Vale was suspended for failing an out-of-competition doping test"


@pytest.mark.parametrize(
    "text",
    [
        "It was the worst storm to hit Elm since 1999.",
        "Divers seek the cause of the deadliest accident of 2022.",
        "The city recorded its second fire of 2022 in Elm Park.",
        "The state had 40 fires, compared with 45 that burned 230,000 acres (90,000 hectares) in those months of 2022.",
        "The line plans to cut its winter timetable.",
    ],
)
def test_what_a_thing_is_only_compared_with_or_counted_among_has_no_date(text: str) -> None:
    assert titles(text) == []


def test_a_relative_clause_has_the_day_of_what_its_main_clause_tells() -> None:
    text = "Ann Vale won her first title in a race that started 37 minutes late because of a storm on Tuesday."
    assert title(text) == "Ann Vale won her first title in a race that started 37 minutes late because of a storm"


def test_a_participle_behind_with_tells_of_its_own_day() -> None:
    text = "They traded visits in past years, with Vale traveling to Oak in 2021 and Lund traveling to Elm in 2022."
    assert titles(text) == ["Vale traveling to Oak", "Lund traveling to Elm"]


def test_no_title_ends_in_what_somebody() -> None:
    text = "Norland’s Ministry of Foreign and Island Affairs on Tuesday voiced “grave concern” over what it called aid."
    assert title(text) == "Norland’s Ministry of Foreign and Island Affairs voiced “grave concern”"


def test_a_phrase_that_no_comma_ends_stays_with_its_clause() -> None:
    assert (
        title("Oak with three boats lost in two storms on Tuesday mourns.")
        == "Oak with three boats lost in two storms mourns"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board heard 2019 world 400 metres champion Ann Vale.", []),
        ("The 2016 Olympic gold medallist Ann Vale was banned.", []),
        ("She beat 2022 European finalist Bo Lund on Tuesday.", ["She beat 2022 European finalist Bo Lund"]),
        ("In 2019 world champion Ann Vale won the race.", ["World champion Ann Vale won the race"]),
    ],
)
def test_the_year_of_a_champion_dates_nothing(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vale was jailed in May for a raid on the Elm bank in 2019.", ["Vale was jailed for a raid on the Elm bank"]),
        (
            "Elm sued Oak on Tuesday in Oslo over the dam it built in 2019.",
            ["Elm sued Oak in Oslo over the dam"],
        ),
        (
            "Oak has been split since its mayor postponed, on 3 February, the vote set for 5 May.",
            ["Oak’s mayor postponed the vote set for 5 May"],
        ),
        ("Vale’s remarks come after the bank’s rate rise last week.", ["The bank’s rate rise"]),
        ("The move follows four outages in 2022.", ["Four outages"]),
        (
            "Crowds called on Tuesday in Oak for a vote to be held in May.",
            ["Crowds called in Oak for a vote to be held"],
        ),
    ],
)
def test_a_title_goes_on_behind_its_date_up_to_the_date_of_another_thing(text: str, expected: list[str]) -> None:
    assert titles(text)[: len(expected)] == expected


def test_a_particle_is_no_part_of_what_a_relative_clause_is_about() -> None:
    text = "The probe scooped up too much sand, which jammed its lid on Tuesday."
    assert titles(text)[-1] == "Too much sand jammed its lid"


def test_what_somebody_is_banned_over_is_no_clause() -> None:
    text = (
        "Ann Vale has been banned over missed tests in the past year and will miss the games, a board said on Tuesday."
    )
    assert title(text) == "A board: Ann Vale has been banned over missed tests and will miss the games"


@pytest.mark.parametrize(
    "text",
    [
        "The mill is worth 3 million crowns – less than half of what it was worth on the exchange on Friday.",
        "The offer values the mill at 3 million crowns, representing a fraction of its price on Friday.",
    ],
)
def test_a_part_that_only_compares_has_no_event_behind_a_dash_either(text: str) -> None:
    assert titles(text) == []


def test_no_adverb_is_part_of_what_a_pronoun_stands_for() -> None:
    text = "Bo Lund and his sons narrowly escaped a rock slide in the hills above Elm. They came home on Tuesday."
    assert title(text) == "Bo Lund and his sons came home"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two dams burst in the hills on Tuesday, leaving forty families without a home on a small, stony island.",
            "Two dams burst in the hills, leaving forty families without a home",
        ),
        (
            "The toll rose to 36 and a signaller was held on Tuesday after the fiery, head-on meeting of two trains.",
            "The toll rose to 36 and a signaller was held",
        ),
        ("So far this week, the strike has cost Elm 40 million crowns.", "The strike has cost Elm 40 million crowns"),
        ("The ferry sank while its captain was asleep on Tuesday.", "The ferry sank while its captain was asleep"),
        ("It was the third failure in a row, following a boiler explosion in January.", "Boiler explosion"),
        ("“The mast held,” Elm Rigging vice president Bo Lund said on Tuesday.", "Bo Lund: “The mast held”"),
        (
            "Tuesday, the author Ann Vale said that the next of the old mills that line both banks would be at Elm.",
            "The author Ann Vale: The next of the old mills that line both banks would be at Elm",
        ),
    ],
)
def test_a_title_ends_where_a_phrase_ends_and_says_who_speaks(text: str, expected: str) -> None:
    assert title(text) == expected


def test_what_a_picture_shows_is_no_event() -> None:
    assert titles("This photo provided by Elm Rigging shows the mast at Oak in October 2023.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since taking office in May, President Vale has signed 40 orders.", ["President Vale took office"]),
        ("Vale has toured four ports since becoming mayor on 5 January.", ["Vale became mayor"]),
        ("After losing the vote in May, the party will look for a leader.", ["The party lost the vote"]),
        ("After meeting the crews on Tuesday, Vale told the paper it was over.", ["Vale told the paper it was over"]),
        ("Vale has met the crews four times since November.", []),
        ("Oak, which on Monday shut its port, is silent.", ["Oak shut its port"]),
        ("The talks were led by Ann Vale, who in May was elected mayor.", ["Ann Vale was elected mayor"]),
        ("Prices rose by 3 percent from May.", []),
        (
            "Nobody spoke at the last session before the mayoral election on 5 January.",
            ["Mayoral election"],
        ),
        (
            "The vote on Tuesday came hours after the harbour master gave up his post.",
            ["The vote came hours after the harbour master gave up his post"],
        ),
    ],
)
def test_a_date_behind_since_before_and_which_is_of_what_stands_there(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_no_title_ends_before_the_verb_of_its_last_clause() -> None:
    text = (
        "On Sunday the general won 68 percent of all votes in both halves of Elm, while Ann Vale, the leader of the "
        "opposition, came second."
    )
    assert title(text) == "The general won 68 percent of all votes in both halves of Elm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A guard charged with burning a barn that stood empty while waiting for a tenant was seized on Monday.",
            ["A guard charged with burning a barn that stood empty while waiting for a tenant was seized"],
        ),
        (
            "A man charged with the theft of a boat, whose mast was found in May, will see a judge today.",
            ["A boat’s mast was found", "A man charged with the theft of a boat will see a judge"],
        ),
        (
            "The 33-year-old fencing coach, whose bag was found on Monday, left in May.",
            ["The 33-year-old fencing coach’s bag was found", "The 33-year-old fencing coach left"],
        ),
        (
            "An alleged thief sought by guards in three towns of the valley was held at the pier of Elm on Monday.",
            ["An alleged thief sought by guards in three towns of the valley was held at the pier of Elm"],
        ),
    ],
)
def test_a_participle_with_a_relative_clause_belongs_to_the_subject(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_what_is_claimed_of_somebody_is_no_relative_clause() -> None:
    text = (
        "Elm Foods hired Dorn on Monday to audit its books and answer claims by the Elm Herald that its board had lied."
    )
    assert title(text).startswith("Elm Foods hired Dorn to audit its books")


def test_a_report_that_is_denied_is_not_told_as_true() -> None:
    text = (
        "Elm Power denied on Monday a report in the Valley Times that one of its directors had used forged and"
        " backdated contracts in a string of sales."
    )
    assert title(text) == "Elm Power denied a report in the Valley Times"


def test_no_title_ends_in_by_and_a_participle() -> None:
    text = (
        "In 2005 Elm Foods joined the Oslo stock exchange by taking over the listing of a defunct and indebted brewery."
    )
    assert title(text) == "Elm Foods joined the Oslo stock exchange"


def test_a_year_between_an_adjective_and_its_noun_dates_nothing() -> None:
    assert titles("Publication of final 2019 results was put back on Monday.") == [
        "Publication of final 2019 results was put back"
    ]


def test_a_range_may_open_a_line() -> None:
    assert titles("2011 to 2014 Elm Foods bought three rivals.") == ["Elm Foods bought three rivals"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It was a long day. All three boats came home to me,” the skipper Ann Vale said on Tuesday.",
            ["The skipper Ann Vale: “All three boats came home to me”"],
        ),
        (
            "The mill would run on, Bo Lund assured buyers, but that changed on Tuesday when a note said it was shut.",
            ["A note said it was shut"],
        ),
        (
            "Ann Vale will be banned until 4 May after testing positive for a banned substance in January.",
            ["Ann Vale will be banned until 4 May", "Ann Vale tested positive for a banned substance"],
        ),
        (
            "Divers use robots to look for a crew on Tuesday in the wreck of a collapsed oil rig off the rocks of Oak.",
            ["Divers use robots to look for a crew in the wreck of a collapsed oil rig"],
        ),
    ],
)
def test_a_title_has_its_own_speaker_clause_and_subject(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bo Lund was jailed for ten years on Monday for stealing a boat in March 2019.",
            ["Bo Lund was jailed for ten years for stealing a boat", "Bo Lund stole a boat"],
        ),
        ("Bo Lund was convicted of robbing two banks between 2003 and 2005.", ["Bo Lund robbed two banks"]),
        ("Ann Vale was fined on Monday for burning a barn.", ["Ann Vale was fined for burning a barn"]),
        ("Ann Vale was jailed in 2003 for burning a barn.", ["Ann Vale was jailed for burning a barn"]),
        (
            "Bo Lund has admitted to robbing a bank and stabbing a guard in Elm in May 2019.",
            ["Bo Lund robbed a bank and stabbed a guard in Elm"],
        ),
        (
            "Bo Lund was found guilty of murder by strangling a guard in Elm in May 2019.",
            ["Bo Lund strangled a guard in Elm"],
        ),
        (
            "Jurors have retired in the trial of a 70-year-old man accused of murdering a widow 12 years ago.",
            ["A 70-year-old man accused of murdering a widow"],
        ),
        (
            "Bo Lund appeared in court on Monday charged with stealing a boat in May 2019.",
            [
                "Bo Lund appeared in court charged with stealing a boat",
                "Bo Lund charged with stealing a boat",
            ],
        ),
        ("Bo Lund is accused of stealing a boat in 2019.", ["Bo Lund is accused of stealing a boat"]),
        ("Bo Lund was charged with murder in 2019.", ["Bo Lund was charged with murder"]),
    ],
)
def test_the_day_behind_what_somebody_was_sentenced_for_is_that_of_the_deed(text: str, expected: list[str]) -> None:
    assert sorted(titles(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bo Lund was born in 1934. In 1975, he became head of the mill, a post he held until 1983.",
            ["Bo Lund was born", "Bo Lund became head of the mill, a post he held until 1983"],
        ),
        ("The composer Bo Lund (pictured in 2006) has died.", []),
        ("Praise came for his 1972 composition The Tide and the 1973 crime drama The Fence.", []),
        ("In 2018, talks were held in which Elm gave up its port.", ["Talks were held"]),
        (
            "Al Vale was born in Elm in 1952.\n\nHis father Stuart rowed.\n\nHe worked in Oak from 2009 to 2014.",
            ["Al Vale was born in Elm", "Al Vale worked in Oak"],
        ),
    ],
)
def test_a_life_is_told_by_what_its_dates_say(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eight dock workers were on the pier when it collapsed on Tuesday.",
            "Eight dock workers were on the pier when it collapsed",
        ),
        (
            "“On Tuesday we went home, and all of it looked different,” Ann Vale said.",
            "Ann Vale: “On Tuesday we went home, and all of it looked different”",
        ),
    ],
)
def test_a_title_keeps_where_somebody_was_and_who_speaks_of_themselves(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Harbour Party leader Marianne Vale quit as prime minister on Monday less than 48 hours after "
                "being sworn in by the queen."
            ),
            ["Harbour Party leader Marianne Vale quit as prime minister"],
        ),
        (
            "Mariana Vale-Roeder said in a televised statement Saturday that she informed Bo Lund of what was decided.",
            ["Mariana Vale-Roeder informed Bo Lund of what was decided"],
        ),
        (
            "The head of the Ports Agency blasted Elm on Monday for its talk of 'output' instead of 'safety and work'.",
            ["The head of the Ports Agency blasted Elm for its talk of 'output'"],
        ),
        (
            "The board chose the northern of the isles on Monday for its new ferry port rather than the southern one.",
            ["The board chose the northern of the isles for its new ferry port"],
        ),
    ],
)
def test_a_title_is_not_cut_within_what_is_named_told_or_quoted(text: str, expected: list[str]) -> None:
    """An "as" says what somebody was, "in a televised statement" how it was said, and 'safety and work' is whole."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Monday Elm moved its boats to the north, a step that will hurt its trade.",
            ["Elm moved its boats to the north"],
        ),
        ("Elm Foods [NYSE: EF] chief Bo Lund left on Monday.", ["Elm Foods chief Bo Lund left"]),
        (
            "The bank cut its rate and signalled that it would raise it again in December.",
            ["The bank signalled that it would raise it again"],
        ),
        ("Further, the harbour will close in December.", ["The harbour will close"]),
    ],
)
def test_a_title_is_of_the_part_that_its_date_belongs_to(text: str, expected: list[str]) -> None:
    """Neither what is made of the whole clause, nor a mark within brackets, nor what is done already belongs to it."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said the leaders thanked President Ann Vale for her work since she took office last month.",
            ["Ann Vale took office"],
        ),
        (
            "Two men sold the ferry in 2015, a year after it was flooded.",
            ["Two men sold the ferry", "The ferry was flooded"],
        ),
        (
            "Workers left the mill in 2015, a year after it was flooded.",
            ["Workers left the mill", "The mill was flooded"],
        ),
    ],
)
def test_a_pronoun_is_whom_its_sentence_names_where_the_subject_cannot_be(text: str, expected: list[str]) -> None:
    """Several do not take office as one, and no men are flooded."""
    assert titles(text) == expected


def test_who_lives_where_is_left_out_of_a_long_title_as_a_whole() -> None:
    text = "Ann Vale, of Elm, Ohio, was convicted of theft on Monday by a jury after nine long hours of deliberations."
    assert title(text) == "Ann Vale was convicted of theft by a jury after nine long hours of deliberations"


def test_a_pronoun_stands_for_a_name_rather_than_for_what_stands_beside_it() -> None:
    text = "Born in 1936, Vale, a miller's son, grew up in Elm. He was honoured by the Elm Academy in 2001."
    assert title(text) == "Vale was honoured by the Elm Academy"


def test_a_date_that_a_comma_sets_at_the_end_is_that_of_the_main_clause() -> None:
    text = "The boy stabbed Ann Vale after she asked him to stop filming her, on 25 November."
    assert title(text) == "The boy stabbed Ann Vale after she asked him to stop filming her"


def test_what_is_joined_on_and_alone_planned_is_told_without_what_stands_before_it() -> None:
    text = "The results are being checked and a report on the mill is expected to be ready on Monday, 19 February."
    assert title(text) == "A report on the mill is expected to be ready"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mike Vale, 56, from Elm Road in Oslo, died almost at once after being hit by a car on Monday near a mill.",
            "Mike Vale died almost at once after being hit by a car near a mill",
        ),
        (
            "Renowned for his work on seas and loved by all for his films, Stephen Vale died in May at the age of 76.",
            "Stephen Vale died at the age of 76",
        ),
        (
            "At an inquest held on Monday, the coroner Ann Vale cleared the driver.",
            "At an inquest, the coroner Ann Vale cleared the driver",
        ),
    ],
)
def test_a_title_leaves_out_whole_what_leads_up_to_its_verb(text: str, expected: str) -> None:
    assert title(text) == expected


def test_a_spokesman_is_not_the_one_who_is_told_of() -> None:
    text = "Vale, who won awards, “died with his wife by his side,” the spokesman said.\n\nHe made his name in 1960."
    assert title(text) != "The spokesman made his name"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elm has banned Ann Vale following her declaration of a strike on 3 February.", ["Declaration of a strike"]),
        ("Elm banned Ann Vale following her words on Monday.", ["Elm banned Ann Vale following her words"]),
        (
            "Oak Bank was a smaller lender than Elm Bank, which was taken over by the state on Friday.",
            ["Elm Bank was taken over by the state"],
        ),
        (
            "Fighting broke out in Elm on 3 February and has killed 27 men, closed mills and shops, and ruined Elm.",
            ["Fighting broke out in Elm and has killed 27 men, closed mills and shops"],
        ),
        ("Ann Vale said on Monday, “This is a big week. We will win.”", ["Ann Vale said, “This is a big week”"]),
        ("The mayor said on Monday that “the flood is over. We won.”", ["The mayor said that “the flood is over”"]),
    ],
)
def test_a_title_is_of_what_its_date_can_be_of(text: str, expected: list[str]) -> None:
    """The perfect has no day, a name behind "than" is the next clause's own, and a quotation that goes on is closed."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Elm’s court on Monday upheld the win of Bo Lund in the February 9 presidential election.",
            ["Presidential election", "Elm’s court upheld the win of Bo Lund in the presidential election"],
        ),
        (
            "Bo Lund is the son of three-time premier Ann Vale, who was ousted in 2017.",
            ["Three-time premier Ann Vale was ousted"],
        ),
        ("The firm failed to agree, with Lund placed under guard in January.", ["Lund placed under guard"]),
        (
            "It is noteworthy that on Monday, the board declared Bo Lund the winner.",
            ["The board declared Bo Lund the winner"],
        ),
        ("Amid a deepening row, Elm Foods filed for bankruptcy on Monday.", ["Elm Foods filed for bankruptcy"]),
        (
            "Port Union Secretary General Ann Vale met the owners of the ferries on Monday for talks about the strike.",
            ["Ann Vale met the owners of the ferries for talks about the strike"],
        ),
    ],
)
def test_a_title_is_of_one_day_and_of_whom_it_names(text: str, expected: list[str]) -> None:
    """What was done on another day tells nothing of a vote, and neither does what a writer thinks of it."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Elm won over the cabinet of Prime Minister Bo Lund, who declared his retirement last month.",
            ["Prime Minister Bo Lund declared his retirement"],
        ),
        (
            "Those who left are Ann Vale, who joined Elm in 2017; and Bo Lund, who has been a clerk since 2012.",
            ["Ann Vale joined Elm", "Bo Lund has been a clerk since 2012"],
        ),
        (
            "The crown fell sharply. Early on Thursday, it was trading at 9.14 to the dollar.",
            ["The crown was trading at 9.14 to the dollar"],
        ),
        ("On Tuesday it was raining in Elm.", ["It was raining in Elm"]),
        (
            "Vale, the former head of the mill, on Monday vowed to tackle poverty.",
            ["Vale, the former head of the mill, vowed to tackle poverty"],
        ),
        (
            "A key organizer of student protests on Monday called for peace prize laureate Ann Vale to head the state.",
            ["A key organizer of student protests called for peace prize laureate Ann Vale"],
        ),
        ("The crown stood at 26.95, unchanged from Monday's closing level, the bank said.", []),
    ],
)
def test_a_clause_ends_and_a_comma_stays_where_its_sentence_has_them(text: str, expected: list[str]) -> None:
    """An office before a name shows a person, "it" does what it is doing, and "called for" is one verb."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The council chose Ann Vale, a tycoon from the Elm party, which won a third of the votes in January.",
            ["The Elm party won a third of the votes"],
        ),
        (
            "The army overthrew the cabinets of Elm in 2006 and 2014 coups.",
            ["The army overthrew the cabinets of Elm in 2006 and 2014 coups"] * 2,
        ),
        ("The army overthrew the cabinet of Elm in 2014.", ["The army overthrew the cabinet of Elm"]),
    ],
)
def test_what_a_party_did_and_the_years_of_several_things_are_left_to_them(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_what_somebody_was_besides_is_told_of_that_one() -> None:
    text = "Bo Lund was mayor of Elm from 1986 to 1987 and the council's leader between 1995 and 1998."
    assert titles(text) == ["Bo Lund was mayor of Elm", "Bo Lund was the council's leader"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A quiet but determined coach, Vale led teams in Oak before taking on the Elm job in 2001.",
            "A quiet but determined coach took on the Elm job",
        ),
        ("The judge jailed Bo Lund for a June 3, 2013 fire at an unoccupied mill.", "Fire at an unoccupied mill"),
        (
            "The council has drawn up the plans and the aim would be to open the mill by spring 2025.",
            "The aim would be to open the mill",
        ),
        ("Barely half an hour later, at 1 p.m. on Monday, the mill fell.", "The mill fell"),
    ],
)
def test_a_title_takes_no_adjective_for_a_verb_and_no_other_clause_for_its_own(text: str, expected: str) -> None:
    assert title(text) == expected
