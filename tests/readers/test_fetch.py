"""Addresses of the web: bounded in size and redirects, and told when they cannot be had."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from timeline.article import Article, Skipped
from timeline.readers import fetch, read

PAGE = (
    b"<html><body><h1>Ferry stops for a week</h1><p>The ferry to the outer islands will not sail for a week.</p></body>"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        where = {"/loop": "/loop", "/away": "file:///etc/hostname", "/once": "/2025/06/20/ferry"}.get(self.path)
        if where:
            self.send_response(302)
            self.send_header("Location", where)
            self.end_headers()
        elif self.path == "/gone":
            self.send_error(404)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PAGE if self.path != "/huge" else PAGE * 20_000)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/2025/06/20/ferry", "/once"])
def test_a_page_is_read_from_its_address(site: str, path: str) -> None:
    (found,) = read([site + path])
    assert isinstance(found, Article)
    assert found.source == site + path
    assert "outer islands" in found.text


@pytest.mark.parametrize("path", ["/loop", "/away", "/gone"])
def test_what_cannot_be_had_is_told(site: str, path: str) -> None:
    (found,) = read([site + path])
    assert isinstance(found, Skipped)
    assert found.source == site + path


def test_a_huge_page_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LIMIT", 1 << 20)
    assert list(read([site + "/huge"])) == [Skipped(site + "/huge", "is larger than 1 MB")]


def test_nobody_there_is_told() -> None:
    (found,) = read(["http://127.0.0.1:9/"])
    assert isinstance(found, Skipped)
    assert re.fullmatch(r"cannot be fetched: [^\[\]]+", found.reason)  # without the system's number for it
