"""The two things that `timeline explain` explains."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from timeline.cli.inputs import gather, given_day
from timeline.cli.output import Output, UsageError
from timeline.explain import explain
from timeline.views import explain as view


def expression(args: Namespace, output: Output) -> int:
    """Explain the expressions of the text given."""
    if not args.text:
        raise UsageError('what is to be explained? Try `timeline explain "two weeks ago" --published 2024-02-14`')
    try:
        explained = explain(" ".join(args.text), given_day(args), args.language or "en", day_first=args.day_first)
    except LookupError as error:
        raise UsageError(str(error.args[0])) from error
    if not explained and len(args.text) == 1 and _is_there(args.text[0]):
        raise UsageError(f"{args.text[0]} is a file: `timeline tag` finds its expressions, explain takes their words")
    output.write((view.expressions(explained) or "There is no date expression in it.\n").encode("utf-8", "replace"))
    return 0


def _is_there(path: str) -> bool:
    """Tell whether there is a file or a folder of this name."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # too long for a name, or with a NUL
        return False


def event(args: Namespace, output: Output) -> int:
    """Explain the event whose uid begins as given."""
    args.paths = args.text
    if not args.paths:
        raise UsageError("of which articles? Give their paths after the uid")
    timeline, code = gather(args, output)
    found = [each for each in timeline.events if each.uid.startswith(args.event)]
    if len(found) != 1:
        what = "no event has" if not found else f"{len(found)} events have"
        raise UsageError(f"{what} a uid that begins with {args.event}; `timeline export json` tells the uids")
    output.write(view.event(timeline, found[0]).encode("utf-8", "replace"))
    return code
