"""What can be said on the command line."""

from __future__ import annotations

import argparse
import re
from typing import Any, Final, NoReturn

from timeline.views import VIEWS

_DESCRIPTION: Final = """\
What happened when, and who says so: one timeline out of many articles.

A PATH is a file, a folder (with all below it), a pattern, an http(s) address, or - for standard input.
"""
_EPILOG: Final = """\
examples:
  timeline show articles/                               the merged timeline of a folder
  timeline show articles/ --about "harbour" --since 2024
  timeline export ics articles/ -o timeline.ics         a file for any calendar
  timeline tag --format jsonl article.txt               only the date expressions and their values
  timeline explain "two weeks ago" --published 2024-02-14

Results go to standard output in UTF-8, progress and warnings to standard error. Exit codes: 0 all well;
1 some input could not be read, the rest is shown; 2 wrong use, or nothing could be read at all; 130 interrupted.
"""


_NEAR: Final = 0.75  # likeness of an option that may have been mistyped


class _Parser(argparse.ArgumentParser):
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Refuse at once what a command does not know: told by the whole program, its help would be the wrong one."""
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            from difflib import get_close_matches

            near = get_close_matches(unknown[0].partition("=")[0], self._option_string_actions, 1, _NEAR)
            self.error(f"{' '.join(unknown)} is not known" + (f"; did you mean {near[0]}?" if near else ""))
        return known, unknown

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and where there is help."""
        self.exit(2, f"timeline: {message}\nTry `{self.prog} --help`.\n")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print the version and exit."""
        from importlib.metadata import version

        print(f"timeline {version('timeline')}")
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = _Parser(
        "timeline", description=_DESCRIPTION, epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (_show, _export, _tag, _explain, _articles, _serve):
        add(commands)
    return top


def _command(commands: Any, name: str, about: str, examples: str) -> argparse.ArgumentParser:
    described = {"help": about, "description": about[0].upper() + about[1:] + ".", "epilog": f"examples:\n{examples}"}
    made: argparse.ArgumentParser = commands.add_parser(
        name, **described, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    return made


def _show(commands: Any) -> None:
    show = _command(
        commands,
        "show",
        "draw the timeline in the terminal",
        "  timeline show articles/\n"
        "  timeline show articles/ --all --quotes            everything, with what the articles say\n"
        "  timeline show timeline.json --since 2024          an earlier export, narrowed\n"
        "  timeline show articles/ --kind planned --reverse  what is to come, the latest first",
    )
    _reading(show)
    _selecting(show)
    drawing = show.add_argument_group("drawing")
    drawing.add_argument("--all", action="store_true", help="unfold the background: what the articles recall")
    drawing.add_argument("--quotes", action="store_true", help="quote what each article says")
    drawing.add_argument("--conflicts", action="store_true", help="only events whose sources disagree on the date")
    drawing.add_argument("--group", choices=("day", "month", "year"), default="day", help="the finest heading")
    drawing.add_argument("--sort", choices=("date", "sources"), default="date", help="by time, or the most told first")
    drawing.add_argument("--reverse", action="store_true", help="the latest first")
    drawing.add_argument("--limit", type=_positive, metavar="N", help="only the first N events, without the background")
    drawing.add_argument("--width", type=_positive, metavar="N", help="columns (default: those of the terminal)")
    drawing.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    drawing.add_argument("--ascii", action="store_true", help="draw with ASCII marks only")
    drawing.add_argument("--no-pager", action="store_true", help="print even what is longer than the screen")


def _export(commands: Any) -> None:
    formats = "\n".join(f"  {name:<11} {view.about}" for name, view in VIEWS.items())
    export = _command(
        commands,
        "export",
        "write the timeline in another form",
        "  timeline export json articles/ -o timeline.json\n"
        "  timeline export ics articles/ --state timeline.ics -o timeline.ics   keep what subscribers have\n"
        f"\nformats:\n{formats}",
    )
    export.add_argument("format", choices=tuple(VIEWS), metavar="FORMAT", help=", ".join(VIEWS))
    _reading(export)
    _selecting(export)
    writing = export.add_argument_group("writing")
    writing.add_argument("-o", "--output", metavar="FILE", default="-", help="the file to write (default: -)")
    writing.add_argument("--name", default="Timeline", help="the name of the calendar or page")
    writing.add_argument("--with-text", action="store_true", help="json: with the texts of the articles")
    writing.add_argument(
        "--approx",
        choices=("marker", "span", "skip"),
        default="marker",
        help="ics: a month or a year is one mark on its first day (the default), a bar, or left out",
    )
    writing.add_argument(
        "--state", metavar="FILE", help="ics: an earlier export; what has changed since becomes a new revision"
    )


def _tag(commands: Any) -> None:
    tag = _command(
        commands,
        "tag",
        "find the date expressions of texts, with their TIMEX3 values",
        "  timeline tag article.txt --published 2024-02-14\n"
        "  timeline tag --from jsonl --format jsonl - < texts.jsonl   objects with id, text, dct",
    )
    tag.add_argument("paths", nargs="*", metavar="PATH", default=["-"], help="files, folders or - (the default)")
    tag.add_argument(
        "--from",
        dest="source",
        choices=("text", "jsonl"),
        help="take inputs as plain text, or as JSON Lines with id, text and dct (default: read them as articles)",
    )
    tag.add_argument("--format", choices=("table", "jsonl", "marks", "timeml"), default="table", help="default: table")
    tag.add_argument("--published", metavar="D", action="append", default=[], help="the date of what states none")
    tag.add_argument(
        "--language", type=_language, default="", metavar="CODE", help="the language of the texts (default: en)"
    )
    tag.add_argument("--no-infer", action="store_true", help="infer no dates of articles that state none")
    _ordering(tag)


def _explain(commands: Any) -> None:
    explain = _command(
        commands,
        "explain",
        "tell why an expression has its value, or why an event is as it is",
        '  timeline explain "two weeks ago" --published 2024-02-14\n  timeline explain --event "pier fire" articles/',
    )
    explain.add_argument("--event", metavar="WORDS|UID", help="an event of the articles, by its words or uid")
    explain.add_argument("text", nargs="*", metavar="TEXT|PATH", help="an expression, or with --event paths")
    _dating(explain)


def _articles(commands: Any) -> None:
    articles = _command(
        commands,
        "articles",
        "list each article, its date, how it is known, and what of it was dropped",
        "  timeline articles articles/\n  timeline articles articles/ --json",
    )
    _reading(articles)
    articles.add_argument("--json", action="store_true", help="as JSON Lines")


def _serve(commands: Any) -> None:
    serve = _command(
        commands,
        "serve",
        "offer the timeline over HTTP: a page and a calendar to subscribe to",
        "  timeline serve articles/\n  timeline serve articles/ --host 0.0.0.0 --port 8080 --token kept-secret",
    )
    _reading(serve)
    serving = serve.add_argument_group("serving")
    serving.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    serving.add_argument("--port", type=int, default=8765, help="default: 8765; 0 for any that is free")
    serving.add_argument("--token", type=_token, default="", help="serve only below this secret path")
    serving.add_argument("--name", default="Timeline", help="the name of the calendar")
    serving.add_argument("--address", default="", help="where others reach it, such as https://example.org/news")
    serving.add_argument(
        "--interval",
        type=_seconds,
        default=2.0,
        metavar="S",
        help="seconds between two looks at the files (default: 2)",
    )
    serving.add_argument("--no-gzip", action="store_true", help="never compress, for clients that cannot bear it")
    serving.add_argument("--state", metavar="FILE", help="the calendar as last served, kept there from run to run")
    serving.add_argument("--approx", choices=("marker", "span", "skip"), default="marker", help="as for export ics")


def _reading(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, patterns, addresses or -")
    _dating(command)


def _dating(command: argparse.ArgumentParser) -> None:
    dating = command.add_argument_group("dates of the articles")
    dating.add_argument(
        "--published",
        metavar="[FILE=]D",
        action="append",
        default=[],
        help="the date of articles that state none; or that of one file, whatever it states (repeatable)",
    )
    dating.add_argument(
        "--file-dates", action="store_true", help="date what states no date by the day on which its file was changed"
    )
    dating.add_argument("--no-infer", action="store_true", help="infer no dates of articles that state none")
    dating.add_argument("--language", type=_language, default="", metavar="CODE", help="the language of the articles")
    dating.add_argument("--zone", default="", metavar="+HH:MM", help="the zone of times that state none")
    _ordering(dating)


def _ordering(group: Any) -> None:
    orders = group.add_mutually_exclusive_group()
    orders.add_argument("--day-first", dest="day_first", action="store_true", default=None, help="4/5/2025 is 4 May")
    orders.add_argument("--month-first", dest="day_first", action="store_false", default=None, help="... is 5 April")


def _selecting(command: argparse.ArgumentParser) -> None:
    selecting = command.add_argument_group("narrowing")
    selecting.add_argument("--since", metavar="D", help='from this day, month or year on: 2024, 2024-06, "May 3", ...')
    selecting.add_argument("--until", metavar="D", help="up to the end of this day, month or year")
    selecting.add_argument("--about", metavar="WORDS", default="", help="only what mentions all these words")
    selecting.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=("happened", "planned", "possible", "negated", "recurring"),
        help="only events of this kind (repeatable)",
    )
    selecting.add_argument("--source", action="append", default=[], metavar="NAME", help="only what NAME tells")


def _positive(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 100_000:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")


def _language(text: str) -> str:
    """Return the language of a code in any of its forms: `EN`, `en-GB`, `en_US.UTF-8`."""
    code = re.split(r"[-_]", text.lower())[0]
    if re.fullmatch(r"([a-z]{2,3})?", code):
        return code
    raise argparse.ArgumentTypeError(f"{text!r} is no code of a language, such as en or es")


def _seconds(text: str) -> float:
    if re.fullmatch(r"\d{1,5}(\.\d*)?|\.\d+", text, re.ASCII) and float(text) > 0:
        return float(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no time above 0")


def _token(text: str) -> str:
    if re.fullmatch(r"[\w.~-]*", text, re.ASCII):
        return text
    raise argparse.ArgumentTypeError("a token is made of letters, digits and - . _ ~")
