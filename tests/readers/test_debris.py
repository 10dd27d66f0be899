"""What is no part of a story is found, and the story is not."""

from itertools import pairwise

import pytest

from timeline.readers.debris import find_dropped
from timeline.readers.title import find_title

STORY = "The bridge over the river was closed on Monday after engineers found cracks, the mayor said in a statement."


def reasons(text: str) -> dict[str, str]:
    return {text[each.start : each.end]: each.reason for each in find_dropped(text)}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("© 2021 Harbour Press", "copyright line"),
        ("Copyright 2020 The River Post. All rights reserved.", "copyright line"),
        ("[Copyright 2019 River Radio]", "copyright line"),
        ("TM and Copyright 2016 River Radio and its stations.", "copyright line"),
        ("River Radio and Oar Logo TM and Copyright 2016 by the Oars Group.", "copyright line"),
        ("Source: River Wire © River Times 2014", "copyright line"),
        ("(Copyright (c) 2016 The River Post.", "copyright line"),
        ("Click here to watch the hearing live on Monday.", "navigation"),
        ("Only $2 for six weeks", "subscription offer"),
        ("• Unlimited access to every story", "subscription offer"),
        ("0:00 / 3:41", "media player"),
        ("Play Live Radio", "media player"),
        ("18+ Gamble responsibly. T&Cs apply. Offer ends 3 May 2024.", "subscription offer"),
        ("You have read 3 of 3 free articles this month.", "subscription offer"),
        ("You've reached your limit of free articles for May.", "subscription offer"),
        ("Subscribe for £1 a week until 31 December.", "subscription offer"),
        ("Sale ends Sunday.", "subscription offer"),
        ("Donate before 30 June and your gift will be doubled.", "subscription offer"),
        ("An earlier version of this article said that the bridge was closed in May.", "correction"),
        ("Correction: Last week's issue said that the bridge would open in May.", "correction"),
        ("Editor's note: This page holds the news of Thursday, March 9.", "editor's note"),
        ("For the latest on the storm, view our page of Friday, March 10.", "editor's note"),
        ("Skip to main content", "navigation"),
        ("Share on Facebook", "sharing buttons"),
        ("We and our partners use cookies to store data on your device.", "cookie notice"),
        ("Photo: A. Nobody/Getty Images", "image credit"),
        ("Montage by River Press (Feb. 17, 2019)", "image credit"),
        ("Appeared in the March 9, 2021, print edition.", "print edition"),
        (
            "A version of this article appears in print on March 9, 2021, on Page A1 with the headline: A Crack",
            "print edition",
        ),
        ("Were you on the bridge? Tell us your story. We may print it on Saturday.", "reader call-out"),
        ("Older posts: A quay of one's own (March 6) | Ropes (March 1)", "older posts"),
        ("3 thoughts on “The bridge is closed”", "reader call-out"),
        ("317 Articles", "coverage statistics"),
        ("- 41% of the sources are Center", "coverage statistics"),
    ],
)
def test_a_line_of_debris_is_dropped_with_its_reason(line: str, reason: str) -> None:
    assert reasons(f"{STORY}\n\n{line}\n\nThe mayor spoke again on Friday.") == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a tenth on Monday after the bank warned of losses.",
        "Home sales rose in June, the agency said.",
        "In April 600 people died.",
        "She was photographed by a neighbour in June 2020.",
        "Search teams found the boat at dawn on Tuesday.",
        "Subscribers to the service lost access on Monday.",
        "You have read the letter of May 3, the judge told him.",
        "The sale ends a dispute that began in May.",
        "Next week the council meets.",
        "A montage by two students of the harbour school was shown in June 2020.",
        "The first print edition of the paper appeared in 1920.",
        "She told us her story in May, and she may tell it again on Friday.",
        (
            "Photo by photo, the exhibition retells the year of the flood; the curators say that they have looked "
            "through more than nine thousand prints in the attics of the town."
        ),
    ],
)
def test_a_sentence_of_a_story_is_kept(line: str) -> None:
    assert reasons(f"{STORY}\n{line}") == {}


@pytest.mark.parametrize(
    "offer",
    ["Sign up for our email newsletter. ", "You receive this letter because you asked for it in 2021. "],
)
def test_of_a_paragraph_only_the_sentences_of_an_offer_are_dropped(offer: str) -> None:
    assert reasons(f"{STORY}\nNobody was hurt in the fall. {offer}The mayor will speak again.") == {
        offer: "subscription offer"
    }


def test_one_line_about_another_story_takes_no_others_with_it() -> None:
    text = f"{STORY}\nRelated: Ferry stops in June\nWhat comes next\n{STORY.replace('Monday', 'Tuesday')}"
    assert reasons(text) == {"Related: Ferry stops in June": "related stories"}


def test_the_second_time_of_a_paragraph_is_dropped() -> None:
    text = f"{STORY}\n\n{STORY}"
    (dropped,) = find_dropped(text)
    assert dropped.reason == "repeated paragraph"
    assert dropped.start == len(STORY) + 2


def test_related_stories_are_dropped_until_the_story_goes_on() -> None:
    related = ("Related stories", "Ferry stops in June", "Mayor to step down in May")
    text = "\n".join([STORY, *related, STORY.replace("Monday", "Tuesday")])
    assert reasons(text) == dict.fromkeys(related, "related stories")


def test_a_list_of_links_above_the_headline_does_not_take_it_along() -> None:
    text = f"Top stories\nSport\nThe bridge is closed\nBy Ann Other, 20 June 2025\n\n{STORY}"
    stamp = text.index("By Ann")
    dropped = find_dropped(text, stamps={stamp: (stamp, text.index("\n\n"))})
    assert [text[each.start : each.end] for each in dropped] == ["Top stories", "Sport", "By Ann Other, 20 June 2025"]


def test_the_note_about_an_author_is_dropped_and_no_more() -> None:
    note = "Ann Other is a writer. She studied in Riga from 1984-5 and has lived there ever since, with a parrot."
    text = f"{STORY}\nAbout the Author\nAnn Other\n{note}\n{STORY.replace('Monday', 'Tuesday')}"
    assert set(reasons(text).values()) == {"author note"}
    assert note in reasons(text)
    assert len(reasons(text)) == 3


@pytest.mark.parametrize(
    "credit",
    [
        "| Image: River Press (June 5, 2019), edited",
        "| Photos: River Press (June 5, 2019), Quay Daily (July 1, 2019), montage by The Post",
        ". Photo: River Press (June 5, 2019)",
        "; montage by River Press (June 5, 2019)",
        "(Photos by Ann Other, June 5, 2019)",
    ],
)
def test_a_caption_stays_but_its_credit_goes(credit: str) -> None:
    assert reasons(f"{STORY}\nThe bridge in May 2019 {credit}") == {credit: "image credit"}


def test_dropped_stretches_are_in_order_and_apart() -> None:
    found = find_dropped("Menu\nShare\n© 2020\n" * 20 + STORY)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_language_without_data_has_its_repetitions_dropped() -> None:
    (dropped,) = find_dropped("Das Boot fuhr ab.\nDas Boot fuhr ab.", "xx")
    assert dropped.reason == "repeated paragraph"


def test_a_headline_that_stands_twice_is_the_title() -> None:
    text = f"River Post Weekly Paper\nBridge closed for a year\nSign in\nBridge closed for a year\n{STORY}"
    assert find_title(text, find_dropped(text)) == "Bridge closed for a year"


def test_a_headline_in_the_title_of_the_page_is_the_title() -> None:
    text = f"Is the bridge safe? | River Post\nThe news that matters\nIs the bridge safe?\n{STORY}"
    assert find_title(text, find_dropped(text)) == "Is the bridge safe?"


def test_without_a_headline_one_is_made_of_the_first_sentence() -> None:
    assert find_title(STORY, ()) == "The bridge over the river was closed after engineers found cracks"
    wire = "OSLO, Norway (NB)_ Elm Ferries Inc. said it bought Fjord Lines for 4 million crowns."
    assert find_title(wire, ()) == "Elm Ferries Inc. said it bought Fjord Lines for 4 million crowns"


def test_who_wrote_an_article_is_no_headline() -> None:
    for byline in ("By Ann Vale and Bo Lund in Elm", "Ann Vale, transport correspondent"):
        text = f"Watchdog closes the old bridge at Elm for a year\n{byline}\n\n{STORY}"
        assert find_title(text, ()) == "Watchdog closes the old bridge at Elm for a year"


def test_no_line_below_a_picture_is_the_headline() -> None:
    head = "News\n\nDate set for the bridge to close\n\n03 Feb 2024\n"
    for caption in (
        "The mayor walks over the bridge in Elm. Image: Bo Lund/PA Wire",
        "Crowds in Elm, Ohio, May 3, 2024",
    ):
        text = f"{head}{caption}\n\n{STORY}"
        assert find_title(text, find_dropped(text)) == "Date set for the bridge to close"


def test_wrapped_lines_are_no_headline() -> None:
    text = "The bridge over the river was closed on\nMonday after engineers found cracks. The\nmayor said so."
    assert find_title(text, ()).startswith("The bridge over the river was closed on")


def test_an_offer_in_one_paragraph_is_dropped_sentence_by_sentence() -> None:
    offer = "You have read 3 of 3 free articles this month. Subscribe for £1 a week until 31 December."
    assert set(reasons(f"{STORY}\n\n{offer}\n\nThe mayor spoke again on Friday.").values()) == {"subscription offer"}
