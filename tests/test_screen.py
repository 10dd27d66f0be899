"""The drawing in a real terminal, of the kind that tests can make."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

ARTICLE = "Ferry\n\nPublished May 3, 2025\n\nThe ferry to Lindow sank on May 2, 2025.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "ferry.txt").write_text(ARTICLE)
    return str(tmp_path / "ferry.txt")


def seen(*arguments: str, lines: int = 50, **environment: str) -> str:
    """Return what a person at a terminal sees of `timeline`."""
    import fcntl
    import struct
    import termios

    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PAGER", "LESS", "COLUMNS")}
    usual = {"TERM": "xterm-256color", "PYTHONUTF8": "1", "TIMELINE_PAGER": "no-such-program"}
    command = [sys.executable, "-m", "timeline", *arguments]
    with subprocess.Popen(command, stdin=there, stdout=there, stderr=there, env=kept | usual | environment) as process:
        os.close(there)
        written = bytearray()
        try:
            while part := os.read(here, 65_536):
                written += part
        except OSError:  # Linux says so when the other end is closed
            pass
        os.close(here)
        assert process.wait(30) == 0, written.decode()
    return written.decode(errors="replace")


def test_colours_where_the_terminal_has_them(article: str):
    assert "\x1b[" in seen("show", article)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_none_where_they_are_not_wanted(article: str, environment: dict[str, str]):
    told = seen("show", article, **environment).replace("\x1b[K", "")  # that of the progress, where it takes long
    assert "\x1b[" not in told
    assert "│" in told


def test_only_ascii_where_the_terminal_knows_no_more(article: str):
    told = seen("show", article, PYTHONUTF8="0", PYTHONIOENCODING="latin-1", NO_COLOR="1")
    assert "Fri  2 *" in told


def test_a_pager_for_what_is_longer_than_the_screen(article: str):
    pager = f"{sys.executable} -c \"import sys; print('PAGED', len(sys.stdin.read()) > 0)\""
    assert "PAGED True" in seen("show", article, lines=4, TIMELINE_PAGER=pager)
    assert "PAGED" not in seen("show", article, lines=60, TIMELINE_PAGER=pager)
    assert "PAGED" not in seen("show", article, "--no-pager", lines=4, TIMELINE_PAGER=pager)


@pytest.mark.parametrize("pager", ["no-such-program", "'", ""])
def test_no_pager_is_no_failure(article: str, pager: str):
    assert "ferry" in seen("show", article, lines=4, TIMELINE_PAGER=pager, PAGER="no-such-program", NO_COLOR="1")


def test_progress_is_told_only_to_those_who_wait(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    from timeline.cli.progress import Progress

    clock = iter(range(100))
    monkeypatch.setattr("timeline.cli.progress.time.monotonic", lambda: next(clock))
    Progress().tell("reading")
    assert not capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")  # it cannot write over a line
    Progress().tell("reading")
    assert not capsys.readouterr().err
    monkeypatch.setenv("TERM", "xterm")
    patient = Progress()
    assert list(patient.counting("ab")) == ["a", "b"]
    patient.clear()
    assert capsys.readouterr().err == "\r\x1b[Kreading: 1 article …\r\x1b[Kreading: 2 articles …\r\x1b[K"
