"""Records: JSON Lines, JSON arrays, JSON feeds, CSV."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article, Skipped
from timeline.readers import read

TEXT = "The ferry stopped for a week, the harbour master said in a note."


def articles(path: Path) -> list[Article | Skipped]:
    return list(read([str(path)]))


def test_a_line_is_an_article_and_its_id_is_kept_verbatim(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = {"id": "Zeile 7/ä", "title": "Ferry", "text": TEXT, "published": "2025-06-20T23:30:00-04:00"}
    record |= {"url": "https://example.org/f", "publisher": "Harbour News", "language": "en"}
    path.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    (found,) = articles(path)
    assert isinstance(found, Article)
    assert (found.id, found.title) == ("Zeile 7/ä", "Ferry")
    assert (found.url, found.publisher) == ("https://example.org/f", "Harbour News")
    assert found.published
    assert found.published.day
    assert found.published.day.value == "2025-06-20"


@pytest.mark.parametrize("name", ["published", "date", "dct"])
def test_the_date_goes_by_several_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, name: "2025-06-20"}), encoding="utf-8")
    (found,) = articles(path)
    assert isinstance(found, Article)
    assert found.published
    assert found.published.origin == "metadata"


@pytest.mark.parametrize(
    ("date", "language", "day"),
    [
        ("June 20, 2025", "", "2025-06-20"),
        ("20. Juni 2025", "de", "2025-06-20"),
        ("20 juin 2025", "fr", "2025-06-20"),
        ("6/20/2025", "", "2025-06-20"),
        ("Fri, 20 Jun 2025 23:30:00 -0400", "", "2025-06-20"),
        ("20250620", "", "2025-06-20"),
        ("3 hours ago", "", None),
        ("0000-00-00", "", None),
    ],
)
def test_dates_are_read_as_they_are_written(tmp_path: Path, date: str, language: str, day: str | None) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "date": date, "language": language}), encoding="utf-8")
    (found,) = articles(path)
    assert isinstance(found, Article)
    assert (found.published.day.value if found.published and found.published.day else None) == day


def test_a_null_date_and_an_absent_id_are_well(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "dct": None}), encoding="utf-8")
    (found,) = articles(path)
    assert isinstance(found, Article)
    assert found.published is None
    assert found.id


@pytest.mark.parametrize("line", ["{", "[1]", '"text"', '{"id": 1}', '{"text": ""}', "[" * 100_000])
def test_a_bad_line_is_told_by_its_number_and_the_rest_is_read(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{line}\n{json.dumps({'text': TEXT})}\n", encoding="utf-8")
    bad, good = articles(path)
    assert isinstance(bad, Skipped)
    assert bad.source == path.as_posix() + ":1"
    assert isinstance(good, Article)


def test_paragraphs_in_a_list_are_a_text_and_other_structures_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    records = [{"text": [TEXT, "More."], "title": ["A", {}]}, {"text": {"a": 1}}, {"text": [[TEXT]]}]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    found, *others = articles(path)
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("A", f"{TEXT}\nMore.")
    assert all(isinstance(other, Skipped) for other in others)


def test_lone_surrogates_and_controls_are_neutralised(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "The ferry \\ud800 stopped\\u0007 on Monday."}', encoding="utf-8")
    (found,) = articles(path)
    assert isinstance(found, Article)
    assert found.text == "The ferry \ufffd stopped  on Monday."


def test_an_array_an_object_and_a_json_feed_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": TEXT}, {"text": TEXT + " Twice."}]), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"headline": "Ferry", "articleBody": TEXT}), encoding="utf-8")
    items = [{"content_text": TEXT, "date_published": "2025-06-20"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    (tmp_path / "c.json").write_text(json.dumps(feed), encoding="utf-8")
    assert [type(found) for found in articles(tmp_path)] == [Article] * 4


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [("a.jsonl", "{wrong\n", "(column 2)"), ("a.json", '{"text": "x",\n wrong\n}', "(line 2, column 2)")],
)
def test_a_fault_of_json_is_placed_in_its_file(tmp_path: Path, name: str, text: str, where: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = read([str(tmp_path / name)])
    assert isinstance(found, Skipped)
    assert found.reason == f"is not valid JSON: Expecting property name enclosed in double quotes {where}"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_by_its_columns(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    rows = [["id", "published", "text"], ["1", "2025-06-20", '"Two\nlines, with a comma; and more."'], ["2", "", '""']]
    path.write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    found, empty = articles(path)
    assert isinstance(found, Article)
    assert found.id == "1"
    assert found.text.startswith("Two\nlines")
    assert isinstance(empty, Skipped)


@pytest.mark.parametrize(
    "head",
    ["Title;Date;Source;Body", "headline;pub_date;publication;content", " TITLE ;Published At;Publisher;Full text"],
)
def test_the_columns_go_by_the_names_that_tables_of_news_have(tmp_path: Path, head: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{head}\nFerry;2025-06-20;Harbour Post;{TEXT}\n", encoding="utf-8")
    (found,) = articles(path)
    assert isinstance(found, Article)
    assert (found.title, found.publisher, found.text) == ("Ferry", "Harbour Post", TEXT)
    assert found.day
    assert found.day.value == "2025-06-20"


def test_the_answer_of_a_news_service_is_read_with_its_dates_and_publishers(tmp_path: Path) -> None:
    record = {"source": {"id": None, "name": "Harbour Post"}, "publishedAt": "2025-06-20T10:00:00Z", "content": TEXT}
    (tmp_path / "a.json").write_text(json.dumps({"status": "ok", "articles": [record]}), encoding="utf-8")
    (found,) = articles(tmp_path)
    assert isinstance(found, Article)
    assert (found.publisher, found.published and found.published.origin) == ("Harbour Post", "metadata")


def test_a_source_that_is_an_address_is_no_publisher(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"source": "https://example.org/f", "text": TEXT}), encoding="utf-8")
    (found,) = articles(path)
    assert isinstance(found, Article)
    assert (found.url, found.publisher) == ("https://example.org/f", "")


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("price,amount\n1,2\n", encoding="utf-8")
    (found,) = articles(path)
    assert isinstance(found, Skipped)


KEYS = st.sampled_from(["text", "id", "date", "title", "url"]) | st.text()
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


@given(JSON)
@settings(max_examples=60, deadline=None)
def test_any_json_is_articles_or_told(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.mktemp("json") / "a.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    for found in articles(path):
        assert isinstance(found, Article | Skipped)
