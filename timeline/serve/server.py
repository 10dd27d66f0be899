"""The server process: until a signal stops it."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

import uvicorn

from timeline.serve.app import Rules, application
from timeline.serve.store import Store


def run(store: Store, rules: Rules, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Answer requests on a listening socket until SIGTERM, a clean end, or SIGINT, which is then a KeyboardInterrupt.

    `ready` is called once a signal would end it so.
    """
    config = uvicorn.Config(application(store, rules), access_log=False, server_header=False, log_config=None)
    server = uvicorn.Server(config)

    stopped_by = set[int]()

    def stop(number: int, _: object) -> None:  # before uvicorn listens for signals; afterwards it hands them on to this
        stopped_by.add(number)
        server.should_exit = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    ready()
    server.run(sockets=[listening])
    if signal.SIGINT in stopped_by:
        raise KeyboardInterrupt
