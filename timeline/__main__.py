"""The entry point: `timeline` and `python -m timeline`."""

import contextlib
import sys


def run() -> int:
    """Run the command line; return its exit code, 130 when interrupted."""
    try:
        from timeline.cli import main  # noqa: PLC0415 - an interruption while loading is one, too

        return main()
    except KeyboardInterrupt:
        _tell_of_interruption()
        return 130


def _tell_of_interruption() -> None:
    if sys.stderr is not None:
        wiped = "\r\x1b[K" if sys.stderr.isatty() else ""  # "^C", and what was being done
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{wiped}timeline: interrupted\n")
            sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(run())
