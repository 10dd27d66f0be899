"""The phrases files: every date expression is found as it is marked, nothing else is, and every rule has a line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from timeline.cli import main
from timeline.grammar import Grammar
from timeline.language import load
from timeline.paths import Match
from timeline.recognise import find_timexes
from timeline.rules import Levels
from timeline.timex import Timex
from timeline.views.tags import Tagged, parse_marks, write_marks

FILES = sorted((Path(__file__).parent / "phrases").glob("*.txt"))


@frozen
class Line:
    """A marked text, the number of its line, and the day on which it was published, if that is known."""

    language: str
    number: int
    published: str | None
    marked: str

    @property
    def text(self) -> str:
        return parse_marks(self.marked)[0]


def lines(file: Path) -> Iterator[Line]:
    published: str | None = None
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@ "):
            published = None if line == "@ none" else line[2:]
        elif line and not line.startswith("#"):
            yield Line(file.stem, number, published, line)


LINES = [line for file in FILES for line in lines(file)]


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.language}.txt:{line.number}")
def test_the_dates_of_a_line_are_those_that_are_marked(line: Line) -> None:
    found = Tagged(None, line.text, find_timexes(line.text, line.published, line.language)).apart
    assert write_marks(line.text, found) == line.marked


def test_there_are_plenty_of_lines_with_dates_and_without() -> None:
    marked = sum(bool(parse_marks(line.marked)[1]) for line in LINES)
    assert marked >= 600
    assert len(LINES) - marked >= 200


def test_no_line_stands_twice() -> None:
    seen = [(line.language, line.published, line.marked) for line in LINES]
    assert len(set(seen)) == len(seen)


def test_every_type_and_modifier_and_vague_reference_stands_somewhere() -> None:
    timexes: list[Timex] = [timex for line in LINES for timex in parse_marks(line.marked)[1]]
    assert {timex.type for timex in timexes} == {"DATE", "TIME", "DURATION", "SET"}
    assert {timex.mod for timex in timexes} >= {"START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN"}
    assert {timex.value for timex in timexes} >= {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}


@pytest.mark.parametrize("language", [file.stem for file in FILES])
def test_marks_of_the_whole_file_come_back_from_the_command_line(
    language: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = [line for line in LINES if line.language == language]
    records = [{"id": line.number, "text": line.text, "dct": line.published} for line in here]
    stdin = "\n".join(map(json.dumps, records)).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
    assert main(["tag", "--from", "jsonl", "--format", "marks", "--language", language, "-"]) == 0
    written = capsysbinary.readouterr().out.decode().splitlines()
    assert written == [part for line in here for part in (_head(line.published), line.marked) if part]


def _head(published: str | None) -> str:
    return f"@ {published}" if published else ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_rule_fires_for_some_line(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fired = set()

    class Watched(Levels):
        def _next(self, shape: str, after: int) -> list[Match]:
            matches = super()._next(shape, after)
            fired.update(self._rules[phrase].name for _, _, phrase in matches)
            return matches

    monkeypatch.setattr("timeline.grammar.Levels", Watched)
    watched = Grammar(load(file.stem, "dates"))
    for line in LINES:
        if line.language == file.stem:
            list(watched.find(line.text))
    assert set(watched.rules) - fired == set()
