"""What every article is given after its reader: an id, a language, a date, a title, its debris."""

import pytest

from timeline.article import Article, content_id
from timeline.readers import ReadOptions
from timeline.readers.finish import detect_language, finish

STORY = "The bridge over the harbour mouth was closed after engineers found cracks in two of its cables."
GERMAN = "Die Fähre wurde gestern gestoppt, teilte der Hafenmeister den Bewohnern der Inseln am Freitag mit."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        (GERMAN, "de"),
        ("Le pont sur la rivière est fermé depuis lundi, a annoncé la mairie dans un communiqué.", "fr"),
        ("橋は金曜日に閉鎖された。", "ja"),
        ("FERRY STOPS!!! @quay #ferry", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("declared", "option", "language"),
    [("", "", "de"), ("de-AT", "", "de"), ("German", "", "de"), ("EN-gb", "", "en"), ("de", "nl", "nl")],
)
def test_what_is_declared_of_the_language_outweighs_what_is_told(declared: str, option: str, language: str) -> None:
    article = Article(id="", title="", text=GERMAN, language=declared)
    assert finish(article, ReadOptions(language=option)).language == language


def test_an_article_keeps_its_id_and_its_title_and_else_is_given_them() -> None:
    given = finish(Article(id="7", title="Bridge", text=STORY, language=""), ReadOptions())
    assert (given.id, given.title) == ("7", "Bridge")
    made = finish(Article(id="", title="", text=STORY, language=""), ReadOptions())
    assert made.id == content_id(STORY)
    assert made.title.startswith("The bridge over the harbour mouth")


def test_lines_of_date_and_author_are_dropped() -> None:
    text = f"Bridge closed for a year\nAnn Other June 20, 2025\n\n{STORY}"
    (dropped,) = finish(Article(id="", title="", text=text, language="en"), ReadOptions()).dropped
    assert dropped.reason == "date line"


@pytest.mark.parametrize(
    ("line", "dropped"),
    [
        (f"{STORY} (Published Friday, June 20, 2025)", "(Published Friday, June 20, 2025)"),
        ("Bridge closed for a year Posted: Friday, June 20, 2025 11:09 AM", "Posted: Friday, June 20, 2025 11:09 AM"),
        (f"Updated June 20, 2025: {STORY}", "Updated June 20, 2025"),
    ],
)
def test_of_a_line_that_tells_more_only_the_stamp_is_dropped(line: str, dropped: str) -> None:
    text = f"Bridge closed\n{line}\n\n{STORY} Nobody was hurt."
    (found,) = finish(Article(id="", title="", text=text, language="en"), ReadOptions()).dropped
    assert text[found.start : found.end] == dropped
