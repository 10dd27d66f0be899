"""The server process: until a signal stops it."""

from __future__ import annotations

import signal
import socket

import uvicorn

from timeline.serve.app import Rules, application
from timeline.serve.store import Store


def run(store: Store, rules: Rules, listening: socket.socket) -> None:
    """Answer requests on a listening socket until SIGTERM or SIGINT, which is a clean end and no failure."""
    # uvicorn hands a signal on when it has stopped: to these, who then have nothing left to do
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    config = uvicorn.Config(application(store, rules), access_log=False, server_header=False, log_config=None)
    uvicorn.Server(config).run(sockets=[listening])
