"""Whatever the bytes of a file are, it becomes articles or a reason, in every format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article, Published, Skipped
from timeline.readers import read

BEGINNINGS = {
    "a.html": b"<html><body>",
    "a.rss": b"<rss><channel><item><title>",
    "a.mhtml": b"Content-Type: text/html\nDate: ",
    "a.eml": b"Content-Type: text/plain\nDate: ",
    "a.mbox": b"From me\n",
    "a.jsonl": b'{"text": "A ferry sank.", "date": ',
    "a.json": b"[",
    "a.csv": b"text,date\n",
    "a.md": b"---\ndate: ",
}


@pytest.mark.parametrize("name", BEGINNINGS)
@given(data=st.binary(max_size=300))
@settings(max_examples=40, deadline=None)
def test_any_bytes_are_articles_or_told(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(BEGINNINGS[name] + data)
    for found in read([str(path)]):
        assert isinstance(found, Article | Skipped)
        assert not isinstance(found, Article) or found.published is None or isinstance(found.published, Published)
