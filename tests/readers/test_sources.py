"""Which files are read, in which order, and which dates the user gives them."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from timeline.article import Article, Skipped
from timeline.readers import ReadOptions, read, sources
from timeline.readers.published import given

STORY = "The ferry stopped for a week, the harbour master said in a note to the islanders.\n"


def names(path: Path) -> list[str]:
    return [found.source.removeprefix(path.as_posix() + "/") for found in read([str(path)])]


def test_folders_are_read_deep_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", "b/y.txt"):
        (tmp_path / name).write_text(STORY + name, encoding="utf-8")
    assert names(tmp_path) == ["a.txt", "b/y.txt", "b/z.txt", "c.txt"]


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "notes.txt~", ".notes.txt.swp", ".hidden", "#notes.txt#"]
)
def test_files_of_the_system_and_of_editors_are_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x00\x01")
    assert names(tmp_path) == []


def test_a_missing_path_and_an_unmatched_pattern_are_told() -> None:
    assert list(read(["nowhere/at/all.txt", "nowhere/*.txt"])) == [
        Skipped("nowhere/at/all.txt", "does not exist"),
        Skipped("nowhere/*.txt", "matches no file"),
    ]


def test_paths_that_cannot_be_asked_for_and_links_to_nothing_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    assert list(read([str(tmp_path)])) == [Skipped(f"{tmp_path.as_posix()}/a.txt", "is a link to nothing")]
    (long, null) = read(["a" * 5_000, "a\0b"])
    assert isinstance(long, Skipped)
    assert isinstance(null, Skipped)
    assert len(long.source) <= 200


def test_a_circle_of_links_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert [each.source[-5:] for each in read([str(tmp_path)]) if isinstance(each, Skipped)] == ["a.txt", "b.txt"]


def test_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert list(read(["-"])) == [Skipped("-", "is closed: there is no standard input")]


def test_patterns_are_expanded_in_order(tmp_path: Path) -> None:
    for name in ("2.txt", "1.txt", "3.md"):
        (tmp_path / name).write_text(STORY + name, encoding="utf-8")
    found = list(read([f"{tmp_path.as_posix()}/*.txt"]))
    assert [each.source[-5:] for each in found] == ["1.txt", "2.txt"]


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    assert [type(found) for found in read([str(tmp_path)])] == [Skipped, Article]


@pytest.mark.parametrize(("zone", "day"), [("", "2024-05-06"), ("Z", "2024-05-06"), ("+09:00", "2024-05-07")])
def test_the_day_of_its_file_dates_an_article_only_when_asked(tmp_path: Path, zone: str, day: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    os.utime(path, (0, 1_715_025_600))  # 2024-05-06T20:00Z
    (asked,) = read([str(path)], ReadOptions(file_dates=True, zone=zone))
    (unasked,) = read([str(path)], ReadOptions(zone=zone))
    assert isinstance(asked, Article)
    assert isinstance(unasked, Article)
    assert unasked.published is None
    assert asked.published
    assert asked.published.day
    assert (asked.published.day.value, asked.published.origin) == (day, "file")
    assert asked.published.confidence < 0.5


def test_what_an_article_or_the_user_states_outweighs_the_day_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    (said,) = read([str(path)], ReadOptions(published=given("2020-01-02"), file_dates=True))
    path.write_text(f"Published June 20, 2025\n\n{STORY}", encoding="utf-8")
    (stated,) = read([str(path)], ReadOptions(file_dates=True))
    assert isinstance(said, Article)
    assert isinstance(stated, Article)
    assert said.published == given("2020-01-02")
    assert stated.published
    assert stated.published.origin == "header"


def test_standard_input_has_no_day_of_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(STORY.encode()))))
    (found,) = read(["-"], ReadOptions(file_dates=True))
    assert isinstance(found, Article)
    assert found.published is None


def test_an_id_is_of_the_content_and_not_of_the_path(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    first, second = (found for found in read([str(tmp_path)]) if isinstance(found, Article))
    assert first.id == second.id


def test_gzip_is_unpacked_and_a_damaged_one_told(tmp_path: Path) -> None:
    packed = gzip.compress(STORY.encode() * 50)
    (tmp_path / "a.txt.gz").write_bytes(packed)
    (tmp_path / "b.txt.gz").write_bytes(packed[: len(packed) // 2])
    good, bad = read([str(tmp_path)])
    assert isinstance(good, Article)
    assert good.text.startswith(STORY)
    assert isinstance(bad, Skipped)
    assert bad.reason.startswith("is damaged")


def test_what_grows_beyond_the_limit_is_refused_without_reading_it_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources.read_all, "__defaults__", (1 << 20,))
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * (3 << 20)))
    assert list(read([str(path)])) == [Skipped(path.as_posix(), "is larger than 1 MB")]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(STORY.encode()))))
    (found,) = read(["-"])
    assert isinstance(found, Article)
    assert (found.source, found.text) == ("-", STORY)


def test_standard_input_is_looked_at_for_its_format(monkeypatch: pytest.MonkeyPatch) -> None:
    line = b'{"id": "7", "text": "The ferry stopped on Monday."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(line * 2))))
    assert [found.id for found in read(["-"]) if isinstance(found, Article)] == ["7", "7"]


def test_the_dates_that_the_user_gives_outweigh_the_text(tmp_path: Path) -> None:
    text = "Published May 3, 2020\n\n" + STORY
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(text + name, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text("file,published\nb.txt,2021-02-01\n", encoding="utf-8")
    options = ReadOptions(
        published=given("2019-01-01"), overrides={f"{tmp_path.as_posix()}/c.txt": given("2022-03-04")}
    )
    found = [each for each in read([str(tmp_path)], options) if isinstance(each, Article)]
    dates = [each.published for each in found if each.published]
    assert [(date.day.value if date.day else "", date.origin) for date in dates] == [
        ("2020-05-03", "header"),
        ("2021-02-01", "given"),
        ("2022-03-04", "given"),
    ]


def test_a_default_date_is_for_the_undated_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (found,) = read([str(tmp_path)], ReadOptions(published=given("2019-01-01")))
    assert isinstance(found, Article)
    assert found.published == given("2019-01-01")


def test_a_manifest_names_files_below_and_a_bad_date_in_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text("file,published\nin/a.txt,2021-02-01\nx.txt,someday\n", encoding="utf-8")
    skipped, article = read([str(tmp_path)])
    assert isinstance(skipped, Skipped)
    assert "someday" in skipped.reason
    assert isinstance(article, Article)
    assert article.published == given("2021-02-01")
