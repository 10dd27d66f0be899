"""Languages beside English: files of words, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline import find_timexes
from timeline.article import Article
from timeline.cli import main
from timeline.extract import extract
from timeline.grammar import grammar
from timeline.language import Made, available
from timeline.moments import Moment
from timeline.readers import read
from timeline.readers.debris import find_dropped
from timeline.readers.finish import _common, detect_language
from timeline.readers.stamps import words_beside
from timeline.recognise import recognise
from timeline.sentences import split
from timeline.statements import Statements, statements
from timeline.tense import Tense, tense
from timeline.ties import Ties

COLLAPSE = """El puente viejo de Arnal se derrumba y deja dos muertos

19 de junio de 2025

ARNAL — Dos personas murieron y otras cinco resultaron heridas el martes por la noche al derrumbarse el puente viejo \
de Arnal, informó este jueves la alcaldesa, Lucía Ferrán.

El puente, construido en 1931, estaba cerrado a los camiones desde el pasado 3 de marzo. «Las grietas se conocían», \
dijo el ingeniero municipal, Sr. Marcos Oliva.

La jueza Nuria Salas interrogará el próximo lunes a los responsables de la obra. Un puente provisional se abrirá el \
7 de julio.

Noticias relacionadas
"""
HEARING = """La jueza del puente de Arnal interroga a tres ingenieros

24 de junio de 2025

La jueza Nuria Salas interrogó ayer durante seis horas a tres ingenieros. El derrumbe del puente viejo de Arnal \
causó dos muertos la noche del 17 de junio.

El gobierno regional había encargado un informe en febrero de 2024. El puente provisional no se abrirá hasta el 14 de \
julio, según el ayuntamiento.
"""
ENGLISH = """Spain bridge collapse kills two

June 20, 2025

Two people were killed on Tuesday when the old bridge of Arnal collapsed, the mayor said on Thursday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("derrumbe", COLLAPSE), ("jueza", HEARING), ("bridge", ENGLISH)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_spanish_story_becomes_a_timeline(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "json", str(folder)]) == 0
    told = json.loads(capsysbinary.readouterr().out)
    assert {Path(each["source"]).stem: each["language"] for each in told["articles"]} == {
        "bridge": "en",
        "derrumbe": "es",
        "jueza": "es",
    }
    events = [(event["when"]["value"], event["kind"], event["title"]) for event in told["events"]]
    assert events == [
        ("2024-02", "happened", "El gobierno regional había encargado un informe"),
        ("2025-03-03", "happened", "El puente estaba cerrado a los camiones"),
        ("2025-06-17TNI", "happened", "El puente viejo de Arnal se derrumba y deja dos muertos"),
        (
            "2025-06-23",
            "happened",
            "La jueza Nuria Salas interrogó durante seis horas a tres ingenieros",
        ),
        ("2025-07-07", "planned", "Un puente provisional se abrirá"),
        ("2025-07-14", "negated", "El puente provisional no se abrirá"),
    ]


def test_the_marks_of_spanish_come_back_from_the_command_line(
    capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    (tmp_path / "nota.txt").write_text("Llega el 4/5/2024; dura 1.500 años.", encoding="utf-8")
    assert main(["tag", "--language", "es", "--format", "marks", str(tmp_path / "nota.txt")]) == 0
    written = capsysbinary.readouterr().out.decode()
    assert "[el 4/5/2024](2024-05-04); dura [1.500 años](P1500Y)." in written


def test_a_spanish_page_has_its_date_beside_its_headline(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in COLLAPSE.split("\n\n")[2:5])
    page = f"<html lang=es-ES><body><article><h1>El puente</h1><p>19 de junio de 2025</p>{body}</article></body></html>"
    (tmp_path / "pagina.html").write_text(page, encoding="utf-8")
    (article,) = (each for each in read([str(tmp_path)]) if isinstance(each, Article))
    assert article.language == "es"
    assert article.published is not None
    assert article.published.day == Moment.of(2025, 6, 19)


def test_other_lines_than_the_story_are_dropped_in_spanish() -> None:
    reasons = [dropped.reason for dropped in find_dropped(f"{COLLAPSE}Otro puente\nUn robo", "es")]
    assert reasons == ["related stories"] * 3


def test_english_needs_no_file_of_another_language() -> None:
    _common.cache_clear()
    assert detect_language(ENGLISH) == "en"
    assert _common.cache_info().currsize == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Boca venció 2-1 a Racing y quedó como líder del torneo tras seis fechas, informó la liga."),
        (
            "pt",
            "Segundo os engenheiros, as obras na ponte devem durar até o fim do ano.",
        ),
        (
            "ca",
            "Segons els enginyers, les obres del pont duraran fins a finals d'any.",
        ),
        ("it", "La sindaca ha annunciato martedì che il ponte vecchio sarà chiuso al traffico il mese prossimo."),
    ],
)
def test_neighbours_of_spanish_are_not_taken_for_it(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("language", available())
def test_the_files_of_a_language_compile(language: str) -> None:
    assert grammar(language).rules
    words = Statements(language, dict(statements(language)._tables))
    for name in vars(Statements):
        assert name.startswith("_") or getattr(words, name) is not None
    words_of_tense = Tense(tense(language)._tables)
    made = {name: each for name, each in (vars(Ties) | vars(Tense)).items() if isinstance(each, Made)}
    assert all(getattr(words_of_tense, name) is not None for name in made)
    assert grammar(language).tense.keys() <= {name for each in made.values() for name in each._names}
    assert words_beside(language).beside
    assert find_dropped("© 2024", language)


@pytest.mark.parametrize("table", ["", *statements("en")._tables])
def test_a_language_may_leave_out_what_it_has_no_words_for(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = {name: lists for name, lists in statements("en")._tables.items() if table and name != table}
    monkeypatch.setattr("timeline.statements._tables", lambda _: tables)
    statements.cache_clear()
    try:
        article = Article("a", "", ENGLISH.replace("Spain", "This Spain"))
        assert extract(article, recognise(article)).mentions
    finally:
        statements.cache_clear()


def test_a_language_without_words_of_its_own_keeps_its_sentences_whole() -> None:
    text = "Die Fähre fuhr am 3. März 2024 zum letzten Mal. Das Rathaus wurde am 4. April 2024 geschlossen."
    assert len(split(text, language="de")) == 2
    article = Article("a", "", text, language="de")
    assert [mention.title for mention in extract(article, recognise(article)).mentions] == [
        "Die Fähre fuhr am 3. März 2024 zum letzten Mal",
        "Das Rathaus wurde am 4. April 2024 geschlossen",
    ]


def test_names_beside_a_month_are_none_with_an_article_either() -> None:
    assert find_timexes("The Summer Palace burned down.", "2024-02-14") == []
