"""Plain text: encodings, line ends, front matter, what is no text."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article, Skipped
from timeline.readers import ReadOptions, read
from timeline.readers.decode import UnreadableError, clean, decode

WORDS = "The café at the quay was closed on Friday. The owner said that she would be back in May.\n"


def one(path: Path, options: ReadOptions | None = None) -> Article:
    found = list(read([str(path)], options))
    assert len(found) == 1
    assert isinstance(found[0], Article), found
    return found[0]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_text_is_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "quay.txt"
    path.write_bytes(WORDS.encode(encoding))
    assert one(path).text == WORDS


def test_cyrillic_in_an_eight_bit_encoding_is_told() -> None:
    text = "Министр прибыл в столицу во вторник и встретился с послом, сообщило агентство. " * 4
    assert decode(text.encode("cp1251")) == text


def test_a_declared_encoding_is_used_where_utf_8_fails() -> None:
    assert decode("Škoda".encode("cp1250"), "cp1250") == "Škoda"


def test_line_ends_become_one_kind_without_moving_offsets() -> None:
    assert clean("a\r\nb\rc\n") == "a \nb\nc\n"


@given(st.text(max_size=60))
def test_cleaning_keeps_the_length_and_leaves_no_controls(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not any(ord(char) < 32 and char not in "\n\t" for char in cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode()


@given(st.binary(max_size=200))
@settings(max_examples=60)
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(UnreadableError):
        decode(data).encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x00\x01\x02\x03" * 50, "is binary, not text"),
        (b"%PDF-1.7\n...", "is a PDF document, not text: pdftotext makes text of it"),
        (b"PK\x03\x04....", "is a ZIP archive or an office document, not text: unpack it, or save it as text"),
        (rb"{\rtf1\ansi It burned on 12 March 2024.}", "is an RTF document, not text: save it as text"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "is a web archive, not text: save its pages as files"),
        (b"\xff\xfeodd", "is not valid utf-16-le"),
    ],
)
def test_what_is_no_text_is_skipped_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(data)
    assert list(read([str(path)])) == [Skipped(path.as_posix(), reason)]


def test_front_matter_gives_title_and_date_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("---\ntitle: Quay closed\ndate: 2025-05-02\n---\n# Another heading\n\n" + WORDS, encoding="utf-8")
    article = one(path)
    assert article.title == "Quay closed"
    assert article.published
    assert article.published.origin == "metadata"
    assert article.published.day
    assert article.published.day.value == "2025-05-02"
    assert "2025" not in article.text
    assert article.text.endswith(WORDS)


def test_toml_front_matter_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text('+++\ntitle = "Quay closed"\n+++\n' + WORDS, encoding="utf-8")
    assert one(path).title == "Quay closed"


def test_the_first_heading_of_markdown_is_its_title(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("# The quay is *closed*\n\n" + WORDS, encoding="utf-8")
    assert one(path).title == "The quay is closed"


def test_broken_front_matter_is_text(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("---\n[: }\n---\n" + WORDS, encoding="utf-8")
    assert one(path).text.startswith("---")


def test_front_matter_with_a_day_that_is_none_still_gives_its_title(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("---\ntitle: Quay closed\ndate: 2025-02-30\n---\n" + WORDS, encoding="utf-8")
    article = one(path)
    assert (article.title, article.published) == ("Quay closed", None)


def test_front_matter_that_multiplies_itself_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    path.write_text("\n".join(["---", "a0: &a0 [x]", *levels, "title: *a29", "---", WORDS]), encoding="utf-8")
    assert "[" not in one(path).title


def test_marks_of_emphasis_are_no_part_of_a_markdown_text(tmp_path: Path) -> None:
    path = tmp_path / "quay.md"
    path.write_text("*Elm* - The _old_ barge **Ann B**, 2*3*4 snake_case_x, left.\n* an item\nIt came back.\n")
    article = one(path)
    assert [line.rstrip() for line in article.text.splitlines()][:2] == [
        "Elm - The old barge Ann B, 2*3*4 snake_case_x, left.",
        "* an item",
    ]
    assert article.text.index("It came back.") == path.read_text().index("It came back.")


def test_a_link_of_markdown_is_its_words_and_a_picture_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# [The barge](https://e.org/1) left\n\n[![Logo](l.png)](https://e.org/2016/05/04) ![Map](m.png)\n"
        'We met the [Harbour Board](https://e.org/a_(b)_c "Board") on [Tuesday](<t u>) [1] (see below).\n',
        encoding="utf-8",
    )
    (found,) = read([str(path)])
    assert isinstance(found, Article)
    assert found.title == "The barge left"
    lines = [line.rstrip() for line in found.text.split("\n")]
    assert lines[2:4] == ["", "We met the Harbour Board on Tuesday [1] (see below)."]
    assert found.text.index("We met") == path.read_text(encoding="utf-8").index("We met")
