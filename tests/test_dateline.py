"""Datelines: one description for the date of an article, its listed title, its statements and their titles."""

from __future__ import annotations

import pytest

from timeline import build
from timeline.article import Article, Published
from timeline.dateline import after_dateline, dateline_at
from timeline.moments import Moment
from timeline.readers.finish import finish
from timeline.readers.options import ReadOptions


@pytest.mark.parametrize(
    ("language", "dateline"),
    [
        ("en", "LONDON, June 3 (Reuters) — "),
        ("en", "PARIS (AP) _ "),
        ("en", "WASHINGTON, D.C. (AP) - "),
        ("en", "PORT-AU-PRINCE, Haiti, Sept. 9, 2024 (AP) – "),
        ("en", "ELM/OAK, Monday, June 3 (NB) -- "),
        ("en", "ELM CITY (NB) — February 14, 2024 — "),
        ("en", "OAK COUNTY, Ind. (WANE) "),
        ("en", "UPDATE 8:30 PM, JAN. 3 - "),
        ("en", "Elm, May 2 – "),
        ("en", "ELM, Norway and OAK CITY, Mass., January 8, 2026 — "),
        ("en", "ELM and OAK, May 3, 2026 /NewsLine/ -- "),
        ("en", "ELM--(TRADE WIRE)--"),
        ("en", "ŁÓDŹ, Poland (NB) — "),
        ("en", "(NB) — "),
        ("en", "ELM CITY >> "),
        ("en", "ELM − "),
        ("en", "Elm, (NB - NewsLine / Elm Point News - 1st Jan, 2024 ) :"),
        ("en", "Elm [Norway], June 3: "),
        ("en", "ELM CITY, June 3 (NB):"),
        ("en", "Elm, Norway – June 3, 2025: "),
        ("en", "NEW ELM, June 3. /NB/. "),
        ("en", "ELM, - "),  # its date has been left out
        ("es", "MADRID, 3 jun.- "),
        ("es", "Buenos Aires, 3 de junio de 2024 (Agencia).- "),
        ("es", "San José de las Flores, lunes 3 de junio (EFE) .- "),
        ("de", "BERLIN, 3. Juni (dpa) - "),
    ],
)
def test_a_dateline_ends_where_its_report_begins(language: str, dateline: str) -> None:
    assert after_dateline(f"{dateline}The mayor left", language) == len(dateline)


def test_capitals_before_a_colon_are_a_place_where_a_report_follows() -> None:
    report = "The mayor left on the last ferry of the day, with his wife and a trunk."
    assert after_dateline(f"ELM CITY: {report}", "en") == len("ELM CITY: ")
    assert dateline_at("UNESCO: " + report, "en") is None
    assert dateline_at("UPDATE 3 June: " + report, "en") is None


@pytest.mark.parametrize(
    "text",
    [
        "OPEC — the cartel — met on Monday.",
        "NATO–Russia talks ended.",
        "On Monday, June 3 – The mayor left.",
        "NATO, Russia and CHINA — the three — met.",
        "COVID-19 - What we know.",
        "The ferry, built on May 3 — A wreck.",
        "Ann Vale (12 June 1950 – 3 May 2020) was a rower.",
    ],
)
def test_a_name_a_date_and_a_parenthesis_are_no_dateline(text: str) -> None:
    assert dateline_at(text, "en") is None


@pytest.mark.parametrize(
    ("language", "text", "title", "event"),
    [
        (
            "en",
            "LONDON, June 3 (Reuters) — The city closed its northern pier on Monday.",
            "The city closed its northern pier",
            "The city closed its northern pier",
        ),
        (
            "es",
            "MADRID, 3 jun.- La ciudad cerró el lunes el muelle norte.",
            "La ciudad cerró el muelle norte",
            "La ciudad cerró el muelle norte",
        ),
        (
            "es",
            "Puerto Nuevo, 3 jun (AN).- La ciudad cerró el lunes el muelle norte.",
            "La ciudad cerró el muelle norte",
            "La ciudad cerró el muelle norte",
        ),
    ],
)
def test_a_dateline_stands_in_no_title(language: str, text: str, title: str, event: str) -> None:
    published = Published.on(Moment.of(2024, 6, 4), "given", 1.0)
    article = finish(Article(id="", title="", text=text, language=language), ReadOptions(), published)
    assert article.title == title
    assert [each.title for each in build([article]).events] == [event]
