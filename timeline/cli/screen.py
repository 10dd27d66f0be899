"""The terminal: what it can show, and a pager for what it cannot show at once."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
from argparse import Namespace
from functools import cached_property

from rich.console import Console

from timeline.cli.output import Output


class Screen:
    """What standard output can show; `console` draws for it and holds what is drawn."""

    def __init__(self, args: Namespace) -> None:
        """Look at standard output, and at what the arguments say of it."""
        self._args = args
        self.terminal = sys.stdout is not None and sys.stdout.isatty()

    @cached_property
    def _seen(self) -> Console:
        always = getattr(self._args, "color", "auto") == "always"
        return Console(file=sys.stdout, force_terminal=True if always else None)

    @property
    def colours(self) -> str | None:
        """The colour system to draw with, None for none: pipes and NO_COLOR get plain text."""
        asked = getattr(self._args, "color", "auto")
        if self._seen.legacy_windows:
            return None
        if asked == "never" or (asked == "auto" and not (self.terminal and not os.environ.get("NO_COLOR"))):
            return None
        return self._seen.color_system or ("standard" if asked == "always" else None)

    @property
    def width(self) -> int:
        """The columns there are."""
        return getattr(self._args, "width", None) or (self._seen.width if self.terminal else 80)

    @property
    def ascii(self) -> bool:
        """Whether only ASCII can be drawn: a terminal that is not UTF-8. A pipe or a file is always UTF-8."""
        return getattr(self._args, "ascii", False) or (self.terminal and not self._encoding.startswith("utf"))

    @property
    def _encoding(self) -> str:
        return (sys.stdout.encoding or "utf-8").lower() if self.terminal else "utf-8"

    def show(self, text: str, output: Output) -> None:
        """Print a text, through a pager when a person is looking and it is longer than the screen."""
        data = text.encode(self._encoding, "replace")
        paged = self.terminal and not self._seen.is_dumb_terminal and not getattr(self._args, "no_pager", False)
        if not (paged and text.count("\n") >= self._seen.height and self._page(data)):
            output.write(data)

    def _page(self, data: bytes) -> bool:
        try:
            command = shlex.split(os.environ.get("TIMELINE_PAGER") or os.environ.get("PAGER") or "less")
        except ValueError:  # an open quotation mark
            return False
        if not command or shutil.which(command[0]) is None:
            return False
        environment = {"LESS": "FRX", "LESSCHARSET": "utf-8"} | os.environ
        try:
            pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
            while pager.poll() is None:
                with contextlib.suppress(KeyboardInterrupt):  # the pager's own affair
                    pager.communicate(data)
        except OSError:
            return False
        return True
