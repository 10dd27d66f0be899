"""Feeds: an entry is an article with its own date."""

from pathlib import Path

import pytest

from timeline.article import Article, Skipped
from timeline.readers import read

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.mark.parametrize(("name", "count"), [("news.rss", 2), ("news.atom", 1)])
def test_entries_keep_their_ids_and_the_day_of_their_own_zone(name: str, count: int) -> None:
    found = [entry for entry in read([str(SAMPLES / name)]) if isinstance(entry, Article)]
    assert len(found) == count
    first = found[0]
    assert first.id.endswith("1")
    assert first.publisher == "Harbour News"
    assert first.text.startswith("The ferry stopped on Friday.")
    assert first.published
    assert first.published.day
    assert first.published.day.value == "2025-06-20"


def test_a_feed_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "download"
    path.write_bytes((SAMPLES / "news.rss").read_bytes())
    assert [entry.id for entry in read([str(path)]) if isinstance(entry, Article)] == ["harbour-1", "harbour-2"]


def test_of_a_broken_feed_the_entries_before_the_break_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    whole = (SAMPLES / "news.rss").read_bytes()
    path.write_bytes(whole[: whole.index(b"</item>") + 20])
    found = list(read([str(path)]))
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], Skipped)
    assert "broken" in found[-1].reason


@pytest.mark.parametrize("data", [b"<rss", b"", b"<?xml version='1.0'?><rss><channel>"])
def test_what_holds_no_entry_is_told_or_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.rss"
    path.write_bytes(data)
    assert not any(isinstance(found, Article) for found in read([str(path)]))


def test_xml_that_is_no_feed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<?xml version='1.0'?><note><to>x</to></note>", encoding="utf-8")
    assert list(read([str(path)])) == [Skipped(path.as_posix(), "is no feed")]
