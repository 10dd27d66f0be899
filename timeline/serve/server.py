"""The server process: until a signal stops it."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

import uvicorn

from timeline.serve.app import Rules, application
from timeline.serve.store import Store


def run(store: Store, rules: Rules, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Answer requests on a listening socket until SIGTERM or SIGINT, which is a clean end and no failure.

    `ready` is called once a signal would end it so.
    """
    config = uvicorn.Config(application(store, rules), access_log=False, server_header=False, log_config=None)
    server = uvicorn.Server(config)

    def stop(*_: object) -> None:  # for a signal before uvicorn listens for them; afterwards it hands them on to this
        server.should_exit = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    ready()
    server.run(sockets=[listening])
