"""`timeline serve`: from the arguments to a running server."""

from __future__ import annotations

import logging
import socket
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from timeline.cli.calendar_notes import warn_of_calendar
from timeline.cli.inputs import gather
from timeline.cli.output import Output, UsageError, replace, words
from timeline.event import Timeline
from timeline.views.options import ViewOptions

if TYPE_CHECKING:
    from timeline.serve.app import Rules


def run(args: Namespace, output: Output) -> int:
    """Serve until stopped; the exit code is that of the first reading."""
    try:
        from timeline.serve import server
        from timeline.serve.store import Store
    except ModuleNotFoundError as error:
        raise UsageError(
            f"serving needs {error.name}, which is not installed;"
            " in the folder that timeline was installed from: pip install '.[serve]'"
        ) from error
    listening = _socket(args.host, args.port)
    base = _base(args, listening)
    code, started = 0, False

    def build() -> Timeline:
        nonlocal code
        timeline, now = gather(args, output)
        if now == 2 and started:
            raise ValueError("nothing can be read any more")
        code = now
        return timeline

    options = ViewOptions(name=args.name, approximate=args.approx, address=base)
    state = Path(args.state) if args.state else None
    try:
        store = Store(
            args.paths,
            build,
            options,
            state.read_bytes() if state and state.exists() else None,
            (lambda data: replace(state, data)) if state else (lambda _: None),
        )
    except UsageError:
        raise
    except ValueError as error:
        raise UsageError(f"{args.state}: {error}") from error
    except OSError as error:
        raise UsageError(f"{args.state}: {words(error)}") from error
    if code == 2:
        return code
    started = True
    events = len(store.snapshot.timeline.events)
    size = len(store.snapshot.calendar)
    warn_of_calendar(store.snapshot.timeline, options, size, output, "?since=, ?until=, ?about=, ?kind=, ?source=")
    logging.basicConfig(stream=sys.stderr, format="timeline: %(message)s", level=logging.WARNING)
    server.run(
        store, _rules(args, base), listening, lambda: output.warn(f"serving {events} events at {base} (Ctrl-C stops)")
    )
    return 0


def _socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        said = words(error) if isinstance(error, OSError) else "there is no such port"
        raise UsageError(f"{host}:{port}: {said}") from error


def _base(args: Namespace, listening: socket.socket) -> str:
    """Return the address that others use, with the token, ending in a slash."""
    host, port = listening.getsockname()[:2]
    local = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    base = (args.address or local).rstrip("/")
    if not urlsplit(base).hostname:
        raise UsageError(f"--address {args.address}: write it as https://example.org/news")
    return f"{base}/{args.token}/" if args.token else f"{base}/"


def _rules(args: Namespace, base: str) -> Rules:
    """Return whom to answer: on this machine alone, only those who call it by its own name (DNS rebinding)."""
    from timeline.serve.app import Rules

    local = {"127.0.0.1", "::1", "localhost"}
    hosts = local | {urlsplit(base).hostname or ""} if args.host in local else set()
    return Rules(args.token, frozenset(hosts), not args.no_gzip, args.interval)
