"""The command line: the only place that prints or exits, and the only one that knows what day it is."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from timeline.cli.arguments import parser
from timeline.cli.output import Output, ReaderGoneError, UsageError

YOUNG = 100_000  # objects between two searches for garbage: values hardly ever form cycles, and each search costs


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 all well, 1 some input unreadable, 2 wrong use."""
    args = parser().parse_args(arguments)
    gc.set_threshold(YOUNG)
    from timeline.cli import commands  # help must not wait for what a command needs

    output = Output(getattr(args, "output", "-"))
    try:
        code: int = getattr(commands, args.command)(args, output)
        output.close()
    except UsageError as error:
        output.warn(str(error))
        return 2
    except ReaderGoneError:  # as `head` goes, when it has seen enough
        return 0
    return code
