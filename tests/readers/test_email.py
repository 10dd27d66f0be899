"""E-mail: a message is an article, dated by its Date line."""

from pathlib import Path

from timeline.article import Article, Skipped
from timeline.readers import read

SAMPLES = Path(__file__).parent.parent / "samples"


def test_a_message_gives_its_plain_part_subject_sender_and_date() -> None:
    (found,) = read([str(SAMPLES / "week.eml")])
    assert isinstance(found, Article)
    assert found.title == "The week on the quay – June"
    assert found.publisher == "Harbour News"
    assert found.text.startswith("The café on the quay closed on Thursday.")
    assert found.id == "week-25@harbour.example"
    assert found.published
    assert found.published.moment
    assert found.published.moment.value == "2025-06-20T23:30-04:00"


def test_each_message_of_a_mailbox_is_read_and_one_without_a_date_is_undated() -> None:
    first, second = (found for found in read([str(SAMPLES / "box.mbox")]) if isinstance(found, Article))
    assert first.text.endswith("From Monday it will sail again.\n\n")
    assert first.published
    assert second.text == "Bridge\nThe bridge opened on Wednesday."
    assert second.published is None


def test_a_message_without_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b"Subject: nothing\n\n")
    assert list(read([str(path)])) == [Skipped(path.as_posix(), "is a message without text")]


def test_a_message_nested_too_deeply_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b"From: a@b\nContent-Type: message/rfc822\n\n" * 3_000)
    assert list(read([str(path)])) == [Skipped(path.as_posix(), "is nested too deeply")]
