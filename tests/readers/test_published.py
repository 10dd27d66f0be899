"""The date that an article states outside its metadata: in its header, its dateline, its address."""

import pytest

from timeline.article import SURE, Article, Published
from timeline.readers import ReadOptions
from timeline.readers.dates import EITHER_WAY
from timeline.readers.finish import finish
from timeline.readers.published import from_address, given
from timeline.readers.stamps import find_stamps

STORY = (
    "The bridge over the harbour mouth was closed after engineers found cracks in two of its cables, the mayor said in "
    "a statement to the council."
)


def published(text: str, url: str = "") -> Published | None:
    return finish(Article(id="", title="", text=text, url=url, language="en"), ReadOptions()).published


def known(text: str, url: str = "") -> tuple[str, str]:
    found = published(text, url)
    assert found
    assert found.day
    return found.day.value, found.origin


@pytest.mark.parametrize(
    "header",
    [
        "Published June 20, 2025",
        "Posted: Friday, June 20, 2025 11:09 AM EDT Updated: Sunday, June 22, 2025 8:00 AM EDT",
        "June 20, 2025Jun 20, 2025",
        "Ann Other June 20, 2025",
        "By Ann Other | 20 June 2025",
        "*The Harbour Letter — Friday 20 June 2025*",
        "**June 20, 2025**",
        "*Press release, Oslo, 20 June 2025, 08.00 CET*",
        "**Office of the Harbour, Oslo. Date of issue: 20 June 2025**",
        "La Tribuna, English edition. 20 June 2025. By Ann Other",
        "2025-06-20",
        "20.06.2025",
        "by: Ann Other Updated: Jun 20, 2025 - 9:35 AM",
        "Last updated on June 20, 2025 at 4:05 pm",
        "Publish Date : 20 June 2025 19:32 PM",
    ],
)
def test_a_header_dates_its_article(header: str) -> None:
    assert known(f"The bridge is closed\n{header}\n\n{STORY}") == ("2025-06-20", "header")


@pytest.mark.parametrize("header", ["By Ann Other 20 June 2025", "Publish Date: 20 June 2025"])
def test_the_day_above_the_name_of_a_page_is_not_that_of_its_article(header: str) -> None:
    text = f"18.5 C Elm, Friday, 5 December 2025\nHarbour News\nThe bridge is closed\n{header}\n\n{STORY}"
    assert known(text) == ("2025-06-20", "header")


@pytest.mark.parametrize(
    "line",
    [
        "The report was published June 20, 2025 by the ministry of works in two volumes.",
        "- On June 20, 2025, the council closed the bridge for a year.",
        "— Ann Other (@ann) June 20, 2025",
        "© 2025 Harbour News",
        "The mayor on the bridge in June 2025",
        "Closing date: June 20, 2025",
        "Founded on 20 June 1825 as a society of friends of the old harbour and its quays",
    ],
)
def test_other_dates_are_not_taken_for_a_header(line: str) -> None:
    assert published(f"The bridge is closed\n{line}\n\n{STORY}") is None


@pytest.mark.parametrize(
    ("other", "options", "language", "day"),
    [
        ("The second strike follows on 22/02/2024.", ReadOptions(), "", "2024-02-07"),
        ("The second strike follows on 02/22/2024.", ReadOptions(day_first=True), "", "2024-07-02"),
        ("", ReadOptions(day_first=True), "", "2024-02-07"),
        ("", ReadOptions(), "", "2024-07-02"),
        ("", ReadOptions(), "en-GB", "2024-02-07"),
        ("", ReadOptions(), "fr", "2024-02-07"),
        ("", ReadOptions(day_first=False), "fr", "2024-07-02"),
    ],
)
def test_the_other_dates_then_the_user_then_the_language_tell_the_order(
    other: str, options: ReadOptions, language: str, day: str
) -> None:
    text = f"No trains tomorrow\nPublished: 07/02/2024, 16:20\n\n{STORY} {other}"
    found = finish(Article(id="", title="", text=text, language=language), options).published
    assert found
    assert found.day
    assert found.day.value == day


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Veröffentlicht am 20. Juni 2025"),
        ("de", "20.06.2025"),
        ("es", "Publicado el 20 de junio de 2025"),
        ("fr", "Publié le 20/06/2025"),
        ("ja", "2025年6月20日"),
    ],
)
def test_a_header_in_a_language_without_a_grammar_dates_its_article(language: str, line: str) -> None:
    text = f"Bridge\n{line}\n\n{STORY}"
    found = finish(Article(id="", title="", text=text, language=language), ReadOptions()).published
    assert found
    assert found.day
    assert (found.day.value, found.origin) == ("2025-06-20", "header")


def test_a_date_before_the_first_sentence_dates_a_report_that_leans_on_it() -> None:
    told = "The bridge over the harbour mouth was closed on Saturday, the mayor said."
    assert known(f"20 June 2025 - {told}") == ("2025-06-20", "header")
    assert known(f"The bridge is closed\n\nJune 20, 2025: {told}") == ("2025-06-20", "header")
    assert published(f"20 June 2025 - {STORY}") is None
    assert published(f"20 June 2025 - {told}\n\n24 June 2025 - The ferries ran again on Tuesday.") is None
    assert published(f"On 20 June 2025 the ferries stopped. {told}") is None


def test_an_update_that_opens_the_text_dates_it_and_not_its_first_publication() -> None:
    first, second = "*Originally published on June 20, 2025, at 11:02 a.m.", "Updated on June 28, 2025"
    assert known(f"Bridge closed\n\n{first}\n{second}:\n\n{STORY}") == ("2025-06-28", "header")
    assert known(f"Bridge closed\n\n{first}\n{second}\n\n{STORY}") == ("2025-06-20", "header")


def test_the_dates_of_a_list_far_below_the_headline_are_no_stamps() -> None:
    ages = "The bridge is old.\nIts paint is new.\nIts lamps are lit.\nIts road is wide."
    entries = "Nov. 7, 2023\nThe mayor resigns\nJune 18, 2024\nThe bridge shuts"
    assert published(f"{STORY}\n{ages}\n{entries}") is None
    assert known(f"{STORY}\n{ages}\nJune 18, 2024") == ("2024-06-18", "header")


def test_a_note_parts_the_dates_that_a_page_runs_together() -> None:
    found = published(f"The bridge is closed\nJune 20, 2025Jun 20, 2025\n\n{STORY}")
    assert found
    assert found.note == "its header: June 20, 2025, Jun 20, 2025"


def test_the_date_of_publication_comes_before_that_of_an_update() -> None:
    text = f"Bridge closed\nUpdated June 25, 2025\nPublished June 20, 2025\n\n{STORY}"
    assert known(text) == ("2025-06-20", "header")


def test_a_published_time_keeps_its_zone() -> None:
    found = published(f"Bridge closed\nPublished June 20, 2025 11:30 PM EDT\n\n{STORY}")
    assert found
    assert found.moment
    assert found.moment.value == "2025-06-20T23:30-04:00"


@pytest.mark.parametrize("dash", ["—", "–", "--", "-"])
def test_a_dateline_dates_its_article(dash: str) -> None:
    assert known(f"HARBOUR TOWN, June 20, 2025 (HNA) {dash} {STORY}") == ("2025-06-20", "dateline")


@pytest.mark.parametrize("head", ["PUERTO NUEVO, 20 de junio de 2025", "Puerto Nuevo, 20 jun 2025 (AN)"])
def test_a_dateline_of_a_spanish_agency_dates_its_article(head: str) -> None:
    text = f"{head}.- El puente sobre el río fue cerrado el martes pasado, según dijo la alcaldesa de la ciudad."
    found = finish(Article(id="", title="", text=text, language="es"), ReadOptions()).published
    assert found
    assert (found.origin, found.day and found.day.value) == ("dateline", "2025-06-20")


def test_a_dateline_without_a_year_dates_nothing_by_itself() -> None:
    assert published(f"HARBOUR TOWN, June 20 (HNA) — {STORY}") is None


def test_a_dateline_has_its_year_from_a_copyright_line() -> None:
    text = f"HARBOUR TOWN, June 20 (HNA) — {STORY}\n\n© 2019-2025 Harbour News"
    assert known(text) == ("2025-06-20", "dateline")


def test_an_address_dates_its_article_and_agreement_is_surer() -> None:
    address = "https://harbour.example/2025/06/20/bridge"
    assert known(STORY, address) == ("2025-06-20", "url")
    alone, both = published(STORY, address), published(f"June 20, 2025\n\n{STORY}", address)
    assert alone
    assert both
    assert alone.confidence < both.confidence


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/2025/06/5_boats_sink",
        "https://harbour.example/story/20251399/bridge",
        "https://harbour.example/2025/02/30/bridge",
        "https://web.archive.org/web/20250620101112/https://harbour.example/bridge",
        "https://20250620.example/",
    ],
)
def test_other_figures_of_an_address_are_no_date(url: str) -> None:
    assert from_address(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.org/web/20250620101112/https://harbour.example/bridge",
        "https://web.archive.org/web/20250620101112id_/https://harbour.example/bridge",
        "https://archive.ph/2025.06.20-101112/https://harbour.example/bridge",
    ],
)
def test_a_page_of_an_archive_is_not_later_than_its_saving(url: str) -> None:
    found = published(STORY, url)
    assert found
    assert found.moment is None
    assert found.latest
    assert found.latest.value == "2025-06-20"


def test_hours_ago_are_counted_from_the_time_of_saving() -> None:
    (stamp,) = find_stamps(f"Bridge closed\nPublished 3 days ago\n\n{STORY}", saved=given("2025-06-20").moment)
    assert stamp.moment.first == given("2025-06-17").moment.first  # type: ignore[union-attr]
    assert find_stamps(f"Bridge closed\nPublished 3 days ago\n\n{STORY}") == []


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-06-20", "2025-06-20", "2025-06-20"),
        ("2025-06", "2025-06-01", "2025-06-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("June 20, 2025", "2025-06-20", "2025-06-20"),
    ],
)
def test_a_user_may_give_a_day_a_month_or_a_year(text: str, earliest: str, latest: str) -> None:
    found = given(text)
    assert found.earliest
    assert found.latest
    assert (found.earliest.value, found.latest.value, found.origin) == (earliest, latest, "given")


@pytest.mark.parametrize("text", ["", "soon", "yesterday", "2025-13-01", "2025-02-30", "3 hours ago"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no "):
        given(text)


@pytest.mark.parametrize(
    ("header", "text", "unsure"),
    [
        ("Published: 10/09/2025", "", True),
        ("Published: 10/09/2025", "It had opened on 22/08/2025.", False),
        ("Published: 10/24/2025", "", False),
        ("Published: 09/09/2025", "", False),
        ("Published: 10.09.2025", "", False),
        ("Published: 2025-10-09", "", False),
    ],
)
def test_a_date_whose_month_nothing_tells_is_less_sure_and_says_so(header: str, text: str, unsure: bool) -> None:
    found = published(f"The bridge is closed\n{header}\n\n{STORY} {text}")
    assert found
    assert (found.note.endswith(EITHER_WAY), found.confidence < SURE) == (unsure, unsure)


def test_the_first_date_of_a_chronology_below_its_opening_is_no_stamp() -> None:
    entries = "\n\n".join(
        f"May {day} 2017\n\nThe mill of Elm gets its wheel number {day} on this day." for day in range(2, 9)
    )
    opening = "The mill of Elm was rebuilt in seven days, and each of them is told of here in a few words by Ann Vale."
    assert find_stamps(f"{opening}\n\n{entries}") == []
