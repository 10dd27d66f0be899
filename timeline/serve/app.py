"""The application: what is asked for is looked up, checked against what the client has, and sent."""

from __future__ import annotations

import asyncio
import hmac
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from attrs import frozen
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from timeline.serve.query import Query
from timeline.serve.snapshot import FORMS, Answer

if TYPE_CHECKING:
    from timeline.serve.store import Store

_NO_GZIP: Final = re.compile(r"gzip\s*;\s*q=0(\.0*)?\s*(,|$)")
_SAFE: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


@frozen
class Rules:
    """How to serve: below which secret path, to whom (host names; none for everybody), compressed or not.

    `interval` is the time between two looks at the inputs, in seconds.
    """

    token: str = ""
    hosts: frozenset[str] = frozenset()
    compress: bool = True
    interval: float = 2.0


def application(store: Store, rules: Rules) -> Starlette:
    """Return the ASGI application."""

    @asynccontextmanager
    async def watched(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(_watch(store, rules.interval))
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    async def answer(request: Request) -> Response:
        return await _answer(store, rules, request)

    return Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "HEAD"])], lifespan=watched)


async def _watch(store: Store, interval: float) -> None:
    while True:
        await asyncio.sleep(interval)
        await run_in_threadpool(store.renew)


async def _answer(store: Store, rules: Rules, request: Request) -> Response:
    if rules.hosts and (request.url.hostname or "") not in rules.hosts:
        return _refusal("this is not a name of this server", 421)
    name = _name(request.path_params["path"], rules.token)
    if name is None or name not in FORMS:
        return _refusal("there is nothing here", 404)
    try:
        query = Query.of(request.query_params.multi_items())
    except ValueError as error:
        return _refusal(str(error), 400)
    snapshot = store.snapshot
    found = snapshot.known(name, query)
    if found is None:
        found = await run_in_threadpool(snapshot.answer, name, query)
    return _sent(found, name, snapshot.modified, rules, request)


def _name(path: str, token: str) -> str | None:
    if not token:
        return path
    head, _, rest = path.partition("/")
    return rest if hmac.compare_digest(head.encode(), token.encode()) else None


def _refusal(words: str, status: int) -> Response:
    return PlainTextResponse(f"{words}\n", status, _SAFE)


def _sent(answer: Answer, name: str, modified: datetime, rules: Rules, request: Request) -> Response:
    zipped = rules.compress and _takes_gzip(request.headers.get("accept-encoding", ""))
    etag = f'"{answer.etag}{"-gz" if zipped else ""}"'
    headers = {
        **_SAFE,
        "ETag": etag,
        "Last-Modified": format_datetime(modified, usegmt=True),
        "Cache-Control": f"{'private' if rules.token else 'public'}, max-age=300",
        **({"Vary": "Accept-Encoding"} if rules.compress else {}),
    }
    if _has_it(request, answer, modified):
        return Response(status_code=304, headers=headers)
    if name:
        headers["Content-Disposition"] = f'inline; filename="{name}"'
    if zipped:
        headers["Content-Encoding"] = "gzip"
    return Response(answer.zipped if zipped else answer.body, 200, headers, answer.media_type)


def _takes_gzip(accepted: str) -> bool:
    """Tell whether an Accept-Encoding asks for gzip; a weight of 0 refuses it (RFC 9110, 12.4.2)."""
    return "gzip" in accepted and not _NO_GZIP.search(accepted)


def _has_it(request: Request, answer: Answer, modified: datetime) -> bool:
    """Tell whether the client has it already; an ETag outweighs a date (RFC 9110, 13.2.2)."""
    if tags := request.headers.get("if-none-match"):
        given = {tag.strip().removeprefix("W/").strip('"').removesuffix("-gz") for tag in tags.split(",")}
        return "*" in given or answer.etag in given
    if since := request.headers.get("if-modified-since"):
        with suppress(ValueError, TypeError, OverflowError):
            return modified <= parsedate_to_datetime(since).astimezone(UTC)
    return False
