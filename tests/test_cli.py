"""The command line, as a user meets it."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from attrs import frozen

from timeline.cli import main
from timeline.views.json import load

ROOT = Path(__file__).parent.parent
ARTICLE = """Harbour strike ends

Published June 18, 2025

Dockers in Lindow ended their strike on Tuesday. The port will reopen on June 23.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "strike.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@frozen
class Done:
    returncode: int
    stdout: bytes
    stderr: bytes


Run: TypeAlias = Callable[..., Done]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(arguments)
        return Done(code, *capsysbinary.readouterr())

    return run


def spawn(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "timeline", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **more)


def test_help_tells_every_command_and_imports_nothing_that_is_not_python_s_own():
    command = [sys.executable, "-X", "importtime", "-m", "timeline", "--help"]
    done = subprocess.run(command, capture_output=True, check=True)
    for verb in (b"show", b"export", b"tag", b"explain", b"articles"):
        assert verb in done.stdout
    imported = {line.rpartition(b"|")[2].strip().partition(b".")[0].decode() for line in done.stderr.splitlines()}
    assert not imported & {"attrs", "attr", "rich", "icalendar", "dateparser", "lxml", "tomli"}
    ours = [line for line in done.stderr.splitlines() if line.rpartition(b"|")[2].strip().startswith(b"timeline")]
    assert len(ours) < 10  # 0.09 s, of which Python itself takes nearly all


@pytest.mark.parametrize("command", ["show", "export", "tag", "explain", "articles"])
def test_every_command_has_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"  timeline {command} " in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("timeline ")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["sing"],
        ["show"],
        ["export", "stone", "seeds"],
        ["show", "seeds", "--limit", "0"],
        ["serve", "seeds", "--interval", "-1"],
        ["serve", "seeds", "--interval", "nan"],
        ["serve", "seeds", "--token", "a/b"],
        ["tag", "--format", "stone", "seeds"],
    ],
)
def test_wrong_use_is_one_line_and_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert told.err.startswith("timeline: ")
    assert not told.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "seeds", "--sinse", "2024"], "timeline: --sinse 2024 is not known; did you mean --since?\n"),
        (["show", "seeds", "--to=2024"], "timeline: --to=2024 is not known\n"),
    ],
)
def test_an_option_that_is_not_known_is_told_with_the_help_of_its_command(arguments, told, capsys):
    with pytest.raises(SystemExit):
        main(arguments)
    assert capsys.readouterr().err == f"{told}Try `timeline show --help`.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--since", "the day of the fool"], "'the day of the fool' is no date: write 2024"),
        (["--since", "2026", "--until", "2024"], "--since 2026 is after --until 2024"),
        (["--published", "never"], "--published"),
        (["--zone", "Mars"], "no zone"),
    ],
)
def test_wrong_dates_are_told(arguments, told, articles: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["show", str(articles), *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_folder_becomes_a_timeline(run: Run, articles: Path):
    done = run("show", str(articles))
    assert done.returncode == 0
    assert "Tue 17" in done.stdout.decode()
    assert b"\x1b" not in done.stdout
    assert b"\r" not in done.stdout
    assert not done.stderr


def test_what_cannot_be_read_is_named_and_the_rest_is_shown(run: Run, articles: Path):
    (articles / "empty.txt").write_bytes(b"")
    done = run("show", str(articles), str(articles / "missing.txt"))
    assert done.returncode == 1
    assert "Tue 17" in done.stdout.decode()
    assert b"empty.txt" in done.stderr
    assert b"missing.txt" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["show"], ["export", "json"], ["export", "ics"], ["articles"], ["tag"]])
def test_nothing_readable_is_exit_2(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main([*command, str(tmp_path / "missing")]) == 2
    assert "missing" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main([*command, str(tmp_path / "empty")]) == 2
    assert "empty" in capsys.readouterr().err


def test_a_language_without_a_grammar_is_told_once(run: Run, articles: Path):
    for name in "ab":
        text = f"Le pont sur la rivière est fermé depuis le 17 juin 2025, selon le maire de Lindau et la police {name}."
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    done = run("articles", str(articles))
    assert done.returncode == 0
    first = (articles / "a.txt").as_posix()
    (told,) = done.stderr.decode().splitlines()
    assert told.startswith(f"timeline: {first} and 1 more: in a language without a grammar (fr): fewer dates are")


def test_an_article_that_only_its_day_would_date_is_told_to_want_it(run: Run, tmp_path: Path):
    for name, text in (
        ("a", "The quay burned down on Monday."),
        ("b", "El muelle se quemó el lunes, según la policía."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "c.txt").write_text("The old mill may soon be sold.", encoding="utf-8")
    done = run("show", str(tmp_path))
    assert done.returncode == 0
    assert f"{(tmp_path / 'a.txt').as_posix()} and 1 more: nothing tells the day of publication" in done.stderr.decode()
    assert not run("show", str(tmp_path), "--published", "2024-02-14").stderr
    assert not run("show", str(tmp_path / "c.txt")).stderr


def test_an_article_that_tells_nothing_is_no_failure(run: Run, tmp_path: Path):
    (tmp_path / "quiet.txt").write_text("Grey.")
    done = run("show", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"from 1 article" in done.stdout


def test_hostile_file_names_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["show", str(tmp_path / "a\x1b[31mb\n")]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_a_file_is_written_whole_and_replaced(articles: Path, tmp_path: Path):
    target = tmp_path / "out.json"
    target.write_text("old")
    assert main(["export", "json", str(articles), "-o", str(target)]) == 0
    assert load(target.read_bytes()).articles
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out.json"]


def test_a_file_that_cannot_be_written_is_wrong_use(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["export", "json", str(articles), "-o", str(tmp_path / "no" / "out.json")]) == 2
    assert "out.json" in capsys.readouterr().err


def test_an_export_is_read_back_and_gives_the_same_bytes(articles: Path, tmp_path: Path):
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    assert main(["export", "json", str(articles), "-o", str(first)]) == 0
    assert main(["export", "json", str(first), "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_exports_with_their_texts_can_be_merged_and_others_not(articles: Path, tmp_path: Path, capsys):
    (articles / "two.txt").write_text(ARTICLE.replace("Harbour", "Dockers'"), encoding="utf-8")
    for name in ("strike", "two"):
        target = str(tmp_path / f"{name}.json")
        assert main(["export", "json", str(articles / f"{name}.txt"), "--with-text", "-o", target]) == 0
    both = [str(tmp_path / "strike.json"), str(tmp_path / "two.json")]
    assert main(["export", "json", *both, "-o", str(tmp_path / "merged.json")]) == 0
    assert len(load((tmp_path / "merged.json").read_bytes()).articles) == 2
    assert main(["export", "json", str(articles / "two.txt"), "-o", both[1]]) == 0
    assert main(["show", *both]) == 2
    assert "--with-text" in capsys.readouterr().err


def test_a_broken_export_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    broken = tmp_path / "broken.json"
    broken.write_text('{"timeline": 1, "articles": 3}')
    assert main(["show", str(broken)]) == 2
    assert "not an export" in capsys.readouterr().err


def test_the_calendar_state_may_be_the_file_itself(articles: Path, tmp_path: Path):
    target = str(tmp_path / "timeline.ics")
    again = ["export", "ics", str(articles), "--state", target, "-o", target]
    assert main(again) == 0
    before = Path(target).read_bytes()
    assert main(again) == 0
    assert Path(target).read_bytes() == before


def test_a_calendar_near_googles_limit_is_told(articles: Path, tmp_path: Path, capsys, monkeypatch):
    monkeypatch.setattr("timeline.cli.calendar_notes._NEAR", 100)
    assert main(["export", "ics", str(articles), "-o", str(tmp_path / "timeline.ics")]) == 0
    assert "--approx skip" in capsys.readouterr().err


def test_a_filter_cancels_nothing(articles: Path, tmp_path: Path):
    target = str(tmp_path / "timeline.ics")
    assert main(["export", "ics", str(articles), "-o", target]) == 0
    assert main(["export", "ics", str(articles), "--since", "2025-06-20", "--state", target, "-o", target]) == 0
    assert b"CANCELLED" not in Path(target).read_bytes()


def test_a_state_that_is_not_ours_is_refused(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "other.ics").write_text("BEGIN:VCALENDAR\nPRODID:-//other//EN\nEND:VCALENDAR\n")
    assert main(["export", "ics", str(articles), "--state", str(tmp_path / "other.ics")]) == 2
    assert "not a calendar made by timeline" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "kept"),
    [
        (["--since", "2025-06-20"], ["2025-06-23"]),
        (["--until", "June 18, 2025"], ["2025-06-17"]),
        (["--kind", "planned"], ["2025-06-23"]),
        (["--about", "dockers STRIKE"], ["2025-06-17"]),
        (["--source", "nobody"], []),
    ],
)
def test_narrowing(option, kept, articles: Path, tmp_path: Path):
    target = tmp_path / "out.json"
    assert main(["export", "json", str(articles), *option, "-o", str(target)]) == 0
    assert [event.when.value for event in load(target.read_bytes()).events] == kept


def test_a_narrowing_that_leaves_nothing_is_told(articles: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["show", str(articles), "--about", "zebra"]) == 0
    told = capsys.readouterr()
    assert "none of the 2 events is what you ask for" in told.err
    assert not told.out


@pytest.mark.parametrize(
    ("option", "reason"),
    [
        (["--about", "Lindov"], "no event mentions “Lindov” (did you mean Lindow?)"),
        (["--about", "dockers zebra"], "no event mentions “zebra”"),
        (["--about", "dockers reopen"], "some meet each part of it, but none meets them all"),
        (["--source", "strke"], "no event is told by “strke” (did you mean strike?)"),
        (["--source", "BBC"], "no event is told by “BBC” (there are strike)"),
        (["--kind", "negated"], "no event is negated (there are 1 happened, 1 planned)"),
        (["--until", "1999"], "no event is of that time (they begin between 17 June 2025 and 23 June 2025)"),
        (["--conflicts"], "no sources disagree on a date"),
    ],
)
def test_what_no_event_meets_is_named_with_what_is_near(option: list[str], reason: str, articles: Path, run: Run):
    told = run("show", str(articles), *option).stderr.decode()
    assert told == f"timeline: none of the 2 events is what you ask for: {reason}\n"


def test_an_export_of_nothing_is_told(articles: Path, run: Run):
    assert b"none of the 2 events" in run("export", "csv", str(articles), "--about", "zebra").stderr


def test_a_limit_tells_of_how_many(run: Run, articles: Path):
    assert run("show", str(articles), "--limit", "1").stdout.startswith(b" 1 of 2 events from 1 article")


def test_published_dates_one_file_or_all_that_state_none(articles: Path, tmp_path: Path):
    target = tmp_path / "out.json"
    said = f"{(articles / 'strike.txt').as_posix()}=2024-02-14"
    assert main(["export", "json", str(articles), "--published", said, "-o", str(target)]) == 0
    assert load(target.read_bytes()).events[0].when.value == "2024-02-13"


def test_dates_whose_month_nothing_tells_are_warned_of_once(articles: Path, capfd: pytest.CaptureFixture[str]):
    for name in "ab":
        text = f"Harbour strike ends\n\nPublished 10/09/2025\n\nDockers in {name}-town ended their strike on Tuesday.\n"
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["articles", str(articles)]) == 0
    told = "a.txt and 1 more: the month is read first (9 October 2025); if that is wrong, say --day-first\n"
    assert capfd.readouterr().err.endswith(told)
    assert main(["articles", str(articles), "--month-first"]) == 0
    assert not capfd.readouterr().err


def test_a_date_given_to_a_file_that_is_not_read_is_warned_of(articles: Path, capfd: pytest.CaptureFixture[str]):
    main(["articles", str(articles), "--published", "strike.txt=2024-02-14", "--published", "strik.txt=2024-02-14"])
    warned = capfd.readouterr().err
    assert "--published strik.txt=...: no such file was read" in warned
    assert "strike.txt=" not in warned


@pytest.mark.parametrize("file", ["strike.txt", "./strike.txt", "articles/strike.txt"])
def test_a_file_in_a_folder_is_dated_by_its_name_alone(run: Run, articles: Path, file: str):
    told = json.loads(run("articles", str(articles), "--json", "--published", f"{file}=2024-02-14").stdout)
    assert (told["published"]["date"], told["published"]["origin"]) == ("2024-02-14", "given")


def test_tag_reads_and_writes_json_lines_in_order(run: Run):
    lines = [
        {"id": "b", "text": "It began two weeks ago.", "dct": "2024-02-14"},
        {"id": 7, "text": "No date here.", "dct": None},
        {"id": "a", "text": "On June 17, 2025 it rained.", "dct": "2025-06-18T09:30"},
    ]
    sent = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    done = run("tag", "--from", "jsonl", "--format", "jsonl", "-", stdin=sent)
    assert done.returncode == 0, done.stderr
    got = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["id"] for each in got] == ["b", 7, "a"]
    assert [[timex["value"] for timex in each["timexes"]] for each in got] == [["2024-W05"], [], ["2025-06-17"]]


def test_a_bad_line_is_named_and_the_rest_is_tagged(run: Run):
    done = run("tag", "--from", "jsonl", "--format", "jsonl", stdin=b'{"text": "in 1990"}\n{"id"\n[]\n{"text": 3}\n\n')
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert [number for number in (2, 3, 4, 5) if f"-:{number}: ".encode() in done.stderr] == [2, 3, 4]


@pytest.mark.parametrize(("form", "told"), [("marks", "[June 23](2025-06-23)"), ("timeml", 'value="2025-06-23"')])
def test_tag_formats(run: Run, form: str, told: str, articles: Path):
    done = run("tag", "--format", form, "--published", "2025-06-18", str(articles))
    assert done.returncode == 0
    assert told in done.stdout.decode()


def test_tag_infers_the_dates_of_articles_unless_told_not_to(run: Run, tmp_path: Path):
    (tmp_path / "fire.txt").write_text("A mill burned down on Monday, June 16, 2025. It had burned last year.\n")
    told = " ".join(run("tag", str(tmp_path)).stdout.decode().split())  # a long path breaks the line
    assert "published 2025-06-16, as inferred" in told
    assert "2024" in told
    for flags in (["--no-infer"], ["--from", "text"]):
        assert b"publication unknown" in run("tag", *flags, str(tmp_path)).stdout


def test_an_expression_that_leans_on_an_unknown_day_is_told_to_want_one(run: Run):
    assert b"say --published" in run("explain", "two weeks ago").stderr
    for arguments in (["two weeks ago", "--published", "2024-02-14"], ["3 May 2024"]):
        assert not run("explain", *arguments).stderr


def test_nothing_to_explain_is_told(run: Run):
    for arguments in ((), ("",), (" ", "")):
        assert b"what is to be explained?" in run("explain", *arguments).stderr


def test_explain_tells_the_rule_and_the_anchor(run: Run):
    done = run("explain", "two weeks ago", "--published", "2024-02-14")
    assert done.returncode == 0
    for part in ("tokens", "rule", "operator", "anchor", "2024-02-14", "2024-W05"):
        assert part in done.stdout.decode()


@pytest.mark.parametrize("command", ["tag", "explain"])
@pytest.mark.parametrize("wrong", ["2024", "2024-02", "a.txt=2024-02-14"])
def test_what_is_told_against_one_day_wants_one_day(run: Run, command: str, wrong: str):
    done = run(command, "Monday", "--published", wrong)
    assert done.returncode == 2
    assert b"--published" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_the_code_of_a_language_may_be_written_as_a_locale(run: Run):
    for code in ("ES", "es-MX", "es_ES.UTF-8"):
        assert b"2024-07-04" in run("explain", "el 4/7/2024", "--language", code).stdout


def test_the_name_of_a_language_is_no_code(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["show", "seeds", "--language", "spanish"])
    assert "such as en or es" in capsys.readouterr().err


def test_explain_of_a_file_points_to_tag(run: Run, articles: Path):
    done = run("explain", str(articles))
    assert done.returncode == 2
    assert b"`timeline tag`" in done.stderr
    for text in ("no date\0", "a" * 9_999):
        assert run("explain", text).returncode == 0


def test_explain_names_the_languages_there_are(run: Run):
    assert b"there are de, en, es" in run("explain", "Monday", "--language", "xx").stderr


def test_explain_tells_how_an_event_came_to_be(run: Run, articles: Path, tmp_path: Path):
    target = tmp_path / "out.json"
    main(["export", "json", str(articles), "-o", str(target)])
    uid = load(target.read_bytes()).events[0].uid
    done = run("explain", "--event", uid, str(articles))
    assert done.returncode == 0
    assert "“Tuesday” is 2025-06-17" in done.stdout.decode()
    assert "The date is 17 June 2025.\n" in done.stdout.decode()  # there is none beside it to be weighed
    assert "published Wed 18 June 2025, header 0.95: its header: Published June 18, 2025" in done.stdout.decode()
    assert run("explain", "--event", "no-such", str(articles)).returncode == 2


def test_explain_tells_a_plan_carried_out_and_what_was_dropped(run: Run, tmp_path: Path):
    for name, day, told in (("a", 13, "will sign"), ("b", 15, "signed")):
        text = f"Ann Vale of Elm {told} the fishing treaty in Oslo on Friday.\n\n© 2025 Elm Post\n\n© 2025 Rook Post\n"
        (tmp_path / f"{name}.txt").write_text(f"June {day}, 2025\n\n{text}", encoding="utf-8")
    target = tmp_path / "out.json"
    main(["export", "json", str(tmp_path), "-o", str(target)])
    uid = next(event.uid for event in load(target.read_bytes()).events if len(event.mentions) > 1)
    told = run("explain", "--event", uid, str(tmp_path / "a.txt"), str(tmp_path / "b.txt")).stdout.decode()
    assert "2 mentions are one event; how alike they are, from 0 (no telling word shared) to 1:" in told
    assert "Oslo”: 1.00, sharing “" in told  # “will sign” and “signed” are one act
    assert "Its kind is happened, of planned ×1, happened ×1: what is told as done is planned no more." in told
    assert "copyright line ×2: © 2025 Elm Post; © 2025 Rook Post" in told


def test_an_event_to_explain_is_named_by_its_words_and_several_are_listed(run: Run, articles: Path):
    assert run("explain", "--event", "strike ended", str(articles)).stdout.startswith(b"Dockers in Lindow ended")
    (articles / "again.txt").write_text(ARTICLE.replace("Lindow", "Marl").replace("June", "July"), encoding="utf-8")
    several = run("explain", "--event", "dockers ended", str(articles))
    assert several.returncode == 2
    assert "  17 June 2025: Dockers in Lindow ended their strike\n" in several.stderr.decode()
    assert several.stderr.endswith(b"2 events tell of dockers ended: which, by its uid?\n")


def test_articles_tells_dates_and_how_they_are_known(run: Run, articles: Path):
    done = run("articles", str(articles), "--json")
    (told,) = map(json.loads, done.stdout.splitlines())
    assert (told["published"]["date"], told["published"]["origin"]) == ("2025-06-18", "header")
    assert b"18 June 2025" in run("articles", str(articles)).stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_that_leaves_is_no_error(articles: Path):
    shell = f"{sys.executable} -m timeline export json {articles} | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {shell}"], capture_output=True, check=False)
    assert (done.returncode, done.stdout[:1], done.stderr) == (0, b"{", b"")


def test_output_is_utf_8_whatever_the_locale(articles: Path):
    (articles / "cjk.txt").write_text("東京 meets Lindow\n\n東京 met Lindow on June 3, 2025.\n", encoding="utf-8")
    done = spawn(
        "show", str(articles), env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 0, done.stderr
    assert "東京" in done.stdout.decode("utf-8")


def test_an_interruption_is_exit_130(monkeypatch: pytest.MonkeyPatch):
    from timeline import __main__ as entry

    monkeypatch.setattr("timeline.cli.main", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
    assert entry.run() == 130


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_ctrl_c_while_reading_is_told_in_one_line():
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which jobs in the background of a shell ignore
    command = [sys.executable, "-m", "timeline", "show", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdin
        process.stdin.write(b"The ferry sank.\n" * 100_000)  # more than a pipe holds, so it reads
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == (b"", b"timeline: interrupted\n")
    assert process.returncode == 130
