"""One page from the web, when its address was given: bounded in time, size and redirects."""

from __future__ import annotations

from typing import Final
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from timeline.readers.decode import UnreadableError

LIMIT: Final = 12 << 20  # bytes
TIMEOUT: Final = 20  # seconds without an answer
_AGENT: Final = "timeline (reads one page at the request of its user)"


class _FewRedirects(HTTPRedirectHandler):
    max_redirections = 5
    max_repeats = 2

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise UnreadableError("leads to an address that is not of the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str) -> bytes:
    """Return what an http(s) address holds; raise UnreadableError when it cannot be had."""
    request = Request(address, headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"})
    try:
        with build_opener(_FewRedirects).open(request, timeout=TIMEOUT) as answer:
            data = answer.read(LIMIT + 1)
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise UnreadableError(f"cannot be fetched: {getattr(reason, 'strerror', None) or reason}") from error
    if len(data) > LIMIT:
        raise UnreadableError(f"is larger than {LIMIT >> 20} MB")
    return bytes(data)
