"""Web pages: their text, their date in its own zone, live blogs, saved pages, and pages that are broken."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article, Skipped
from timeline.readers import ReadOptions, read
from timeline.readers.html import text_of

SAMPLES = Path(__file__).parent.parent / "samples"
BODY = (
    "<p>The ferry to the outer islands will not sail for a week after its rudder was damaged, the harbour master "
    "told the islanders in a letter.</p><p>A diver found the crack in the morning, and nobody could say why the new "
    "part had failed so soon after the overhaul.</p>"
)


def one(path: Path, options: ReadOptions | None = None) -> Article:
    (found,) = read([str(path)], options)
    assert isinstance(found, Article), found
    return found


def page(folder: Path, head: str, body: str = "", name: str = "page.html", lang: str = "en") -> Article:
    path = folder / name
    path.write_text(
        f"<html lang='{lang}'><head>{head}</head><body><article><h1>The ferry stops for a week</h1>{body}{BODY}"
        "</article></body></html>",
        encoding="utf-8",
    )
    return one(path)


def day(article: Article) -> str:
    assert article.published
    assert article.published.day
    return article.published.day.value


def test_a_page_gives_its_text_and_title_and_no_debris() -> None:
    found = one(SAMPLES / "harbour.html")
    assert found.title == "Ferry to the outer islands stops for a week"
    assert found.publisher == "Harbour News"
    assert found.url == "https://harbour.example/news/ferry-stops"
    assert "rudder" in found.text
    assert "Weather" not in found.text


def test_the_pictures_in_a_saved_page_do_not_count_for_its_size(tmp_path: Path) -> None:
    picture = f"<img src='data:image/png;base64,{'iVBORw0K' * 2_000_000}'>"
    found = page(tmp_path, "<title>Ferry</title>", picture)
    assert "rudder" in found.text
    (tmp_path / "page.html").write_text(f"<p>{'ferry ' * 2_500_000}</p>", encoding="utf-8")
    assert list(read([str(tmp_path)])) == [Skipped(f"{tmp_path.as_posix()}/page.html", "is larger than 12 MB")]


def test_a_publication_time_keeps_its_own_offset() -> None:
    found = one(SAMPLES / "harbour.html")
    assert found.published
    assert found.published.moment
    assert found.published.moment.value == "2025-06-20T23:30-04:00"
    assert day(found) == "2025-06-20"


def test_entries_of_a_live_blog_are_articles_with_their_own_dates() -> None:
    entries = [found for found in read([str(SAMPLES / "live.html")]) if isinstance(found, Article)]
    assert [(entry.title, day(entry)) for entry in entries] == [
        ("Bridge closed", "2025-01-11"),
        ("First warning", "2025-01-10"),
    ]


def test_a_saved_page_has_its_address_from_the_header_comment() -> None:
    found = one(SAMPLES / "saved.html")
    assert found.url == "https://harbour.example/2025/06/19/bridge-opens"
    assert day(found) == "2025-06-19"


def test_nothing_on_a_saved_page_is_later_than_the_day_on_which_it_was_saved(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2025-08-01T02:10:00+00:00">'
    saved = "<!-- Page saved with SingleFile\n url: https://harbour.example/ferry\n saved date: Sat Jun 21 2025 -->"
    assert day(page(tmp_path, head)) == "2025-08-01"
    assert page(tmp_path, saved + head).published is None


def test_the_day_of_the_address_wins_over_the_neighbouring_day_in_utc(tmp_path: Path) -> None:
    head = (
        '<meta property="article:published_time" content="2025-06-20T02:10:00+00:00">'
        '<link rel="canonical" href="https://harbour.example/2025/06/19/ferry">'
    )
    assert day(page(tmp_path, head)) == "2025-06-19"


LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", %s}</script>'


@pytest.mark.parametrize(
    ("head", "body", "origin"),
    [
        (LINKED % '"datePublished": "2025-06-20", "dateModified": "2025-06-25"', "", "metadata"),
        (LINKED % '"datePublished": "2025-06-20",,', "", "metadata"),
        ('<meta name="date" content="2025-06-25">', "<time datetime='2025-06-20'>then</time>", "header"),
        ("", "<span class='date'>Published 20 June 2025</span>", "header"),
        ('<meta property="og:updated_time" content="2025-06-25">', "<p>Published June 20, 2025</p>", "header"),
        ('<link rel="canonical" href="https://harbour.example/2025/06/20/ferry">', "", "url"),
    ],
)
def test_signs_of_a_date_are_weighed(tmp_path: Path, head: str, body: str, origin: str) -> None:
    found = page(tmp_path, head, body)
    assert day(found) == "2025-06-20"
    assert found.published
    assert found.published.origin == origin


def test_metadata_that_was_rewritten_later_yield_to_an_address_and_a_header_that_agree(tmp_path: Path) -> None:
    head = (
        "<meta property='article:published_time' content='2026-11-21T10:00:00Z'>"
        "<link rel='canonical' href='https://example.org/2025/09/19/ferry'>"
    )
    assert day(page(tmp_path, head, "<p>By Ann Other</p><p><time datetime='2025-09-19'>19 September</time></p>")) == (
        "2025-09-19"
    )
    assert day(page(tmp_path, head)) == "2026-11-21"


def test_dates_of_other_pages_are_not_taken(tmp_path: Path) -> None:
    teasers = "".join(f"<div class='teaser'><time datetime='2024-0{n}-01'>x</time></div>" for n in (1, 2, 3))
    found = page(tmp_path, '<meta property="article:modified_time" content="2025-06-25">', teasers)
    assert day(found) == "2025-06-25"


def test_a_date_in_another_language_is_read(tmp_path: Path) -> None:
    assert day(page(tmp_path, "", "<span class='datum date'>20 juin 2025</span>", lang="fr")) == "2025-06-20"


def test_a_copyright_year_is_only_a_bound(tmp_path: Path) -> None:
    found = page(tmp_path, "", "<footer>© 2019 Harbour News</footer>")
    assert found.published is None or found.published.moment is None


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_a_declared_charset_is_read_and_a_wrong_one_forgiven(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "page.html"
    markup = f"<html><head><meta charset='{charset}'></head><body><p>The café closed.</p>{BODY}</body></html>"
    path.write_bytes(markup.encode("cp1252"))
    assert "café" in one(path).text


def test_a_huge_page_is_refused_and_a_deep_one_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.readers.html.LIMIT", 1 << 20)
    (tmp_path / "a.html").write_text("<p>" + "x " * (1 << 20), encoding="utf-8")
    (tmp_path / "b.html").write_text("<div>" * 20_000 + BODY, encoding="utf-8")
    (tmp_path / "c.html").write_text("<html><body><script>1</script></body></html>", encoding="utf-8")
    (tmp_path / "d.html").write_text(f"<html><body>{BODY}</body></html>", encoding="utf-8")
    found = list(read([str(tmp_path)]))
    assert found[0] == Skipped((tmp_path / "a.html").as_posix(), "is larger than 1 MB")
    assert isinstance(found[2], Skipped)
    assert isinstance(found[3], Article)
    assert len(found) == 4


@given(st.text(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_markup_becomes_text(markup: str) -> None:
    assert isinstance(text_of(f"<p>{markup}"), str)


def test_an_address_that_names_a_month_bounds_the_date(tmp_path: Path) -> None:
    found = page(tmp_path, '<link rel="canonical" href="https://harbour.example/2025/06/ferry">')
    assert found.published
    assert found.published.earliest
    assert found.published.latest
    assert (found.published.earliest.value, found.published.latest.value) == ("2025-06-01", "2025-06-30")
