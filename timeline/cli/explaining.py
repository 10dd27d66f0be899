"""The two things that `timeline explain` explains."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Final

from timeline.cli.inputs import gather, given_day
from timeline.cli.nothing import unheard
from timeline.cli.output import Output, UsageError
from timeline.explain import explain
from timeline.views import explain as view
from timeline.views.dates import in_words
from timeline.views.select import Selection, select
from timeline.views.text import cut
from timeline.when import Partial

_LISTED: Final = 10  # events among which one is asked for
_TITLE: Final = 60  # characters of each


def expression(args: Namespace, output: Output) -> int:
    """Explain the expressions of the text given."""
    if not " ".join(args.text).strip():
        raise UsageError('what is to be explained? Try `timeline explain "two weeks ago" --published 2024-02-14`')
    try:
        explained = explain(" ".join(args.text), given_day(args), args.language or "en", day_first=args.day_first)
    except LookupError as error:
        raise UsageError(str(error.args[0])) from error
    if not explained and len(args.text) == 1 and _is_there(args.text[0]):
        raise UsageError(f"{args.text[0]} is a file: `timeline tag` finds its expressions, explain takes their words")
    output.write((view.expressions(explained) or "There is no date expression in it.\n").encode("utf-8", "replace"))
    if not args.published and any(each.timex and isinstance(each.timex.when, Partial) for each in explained):
        output.warn("what leans on the day of publication has no full value without it: say --published 2024-02-14")
    return 0


def _is_there(path: str) -> bool:
    """Tell whether there is a file or a folder of this name."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # too long for a name, or with a NUL
        return False


def event(args: Namespace, output: Output) -> int:
    """Explain the event whose uid begins as given, or the only one that tells of the words given."""
    args.paths = args.text
    if not args.paths:
        raise UsageError("of which articles? Give their paths after the words")
    timeline, code = gather(args, output)
    found = [each for each in timeline.events if each.uid.startswith(args.event)]
    found = found or list(select(timeline, Selection(about=args.event)).events)
    if not found:
        unknown = unheard(timeline, args.event) or f"no event mentions all of “{args.event}”"
        raise UsageError(f"{unknown}, and no uid begins so")
    if len(found) > 1:
        for each in found[:_LISTED]:
            output.warn(f"{each.uid}  {in_words(each.when)}: {cut(each.title, _TITLE)}")
        raise UsageError(f"{len(found)} events tell of {args.event}: which, by its uid?")
    output.write(view.event(timeline, found[0]).encode("utf-8", "replace"))
    return code
