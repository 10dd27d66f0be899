"""The entry point: `timeline` and `python -m timeline`."""

import sys


def run() -> int:
    """Run the command line; return its exit code, 130 when interrupted."""
    try:
        from timeline.cli import main  # noqa: PLC0415 - an interruption while loading is one, too

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
