"""Pages that a browser saved as one file: the Date line tells when they were saved, not when they were published."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.article import Article, Skipped
from timeline.readers import read

SAVED = """\
From: <Saved by Blink>
Snapshot-Content-Location: {address}
Subject: The caf=E9
Date: Tue, 19 Nov 2024 07:15:00 +0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b1"

------b1
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: {address}

<html lang=3D"en"><head><meta property=3D"og:site_name" content=3D"Harbour =
Post">{head}</head><body><article><h1>Caf=C3=A9 burns down</h1><p>The caf=C3=A9 on the quay=
 burned down on Monday, the fire brigade said.</p></article></body></html>
------b1
Content-Type: text/css
Content-Location: cid:css

.a {{ color: red }}
------b1--
"""


def page(folder: Path, address: str = "https://harbour.example/cafe", head: str = "", name: str = "a.mhtml") -> Article:
    path = folder / name
    path.write_bytes(SAVED.format(address=address, head=head).replace("\n", "\r\n").encode())
    (found,) = read([str(path)])
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("name", ["a.mhtml", "a.MHT", "a"])
def test_a_page_saved_as_one_file_is_read_as_a_page(tmp_path: Path, name: str) -> None:
    found = page(tmp_path, name=name)
    assert (found.title, found.publisher) == ("Café burns down", "Harbour Post")
    assert found.url == "https://harbour.example/cafe"
    assert "café on the quay burned down" in found.text


def test_the_day_of_saving_is_not_that_of_publication(tmp_path: Path) -> None:
    assert page(tmp_path).published is None
    dated = page(tmp_path, address="https://harbour.example/2024/03/05/cafe").published
    assert dated
    assert (dated.moment and dated.moment.value, dated.origin) == ("2024-03-05", "url")


def test_a_saved_page_without_a_page_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.mhtml"
    path.write_bytes(b"From: <Saved by Blink>\n\nThe caf")
    assert list(read([str(path)])) == [Skipped(path.as_posix(), "is a saved page without a page in it")]
