"""The record store over HTTP: credentials, troubles, and word to the panel of all that is asked."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response

from scormpack.preview.desk import Desk
from scormpack.preview.launching import basic_token
from scormpack.preview.lms import Launch, Lms
from scormpack.preview.lrs import Answer, Request
from scormpack.preview.lrs.answer import VERSION, refuse
from scormpack.preview.statement_warnings import warnings_of

LARGEST_BODY = 8 << 20
_SHOWN = 20_000
_SLOW = 3.0
_NOWHERE = "http://127.0.0.1:9/"
"""A port that browsers never ask: the page sees what it sees with no network at all."""


def lrs_endpoint(desk: Desk) -> Callable[[HttpRequest], Awaitable[Response]]:
    """Return the endpoint of all resources."""

    async def endpoint(asked: HttpRequest) -> Response:
        request = await _read(asked)
        launch = _launch_of(desk.lms, request)
        states = desk.lms.states
        began = time.perf_counter()
        if states["slow"]:
            await asyncio.sleep(_SLOW)
        if states["offline"]:
            desk.events.tell("request", **_told(launch, request, None), milliseconds=_since(began), warnings=[])
            return RedirectResponse(_NOWHERE, 307)
        answer, fresh = _answer(desk.lms, launch, request)
        warnings = warnings_of(desk.lms, launch, fresh) if launch is not None else []
        told = _told(launch, request, answer)
        desk.events.tell("request", **told, milliseconds=_since(began), warnings=warnings)
        if fresh and launch is not None:
            desk.events.tell("statements", statements=fresh, launch=launch.token)
            desk.tell_row(launch)
        kind = {"Content-Type": answer.content_type} if answer.content_type else {}
        return Response(answer.body, answer.status, {"X-Experience-API-Version": VERSION, **kind, **answer.headers})

    return endpoint


def _answer(lms: Lms, launch: Launch | None, request: Request) -> tuple[Answer, list[dict[str, object]]]:
    if request.path != "/about" and (launch is None or lms.states["expired"]):
        return refuse(401, "the credentials are not, or no longer, those of an open activity"), []
    if lms.states["refuse"] and request.method != "GET":
        return refuse(500, "the record store has failed"), []
    if len(request.body) > LARGEST_BODY:
        return refuse(413, "the body is larger than 8 MiB"), []
    return lms.records.answer(request)


async def _read(asked: HttpRequest) -> Request:
    path = f"/{asked.path_params['path']}".rstrip("/")
    body = await asked.body()
    query, method = dict(asked.query_params), asked.method
    headers = {name.lower(): value for name, value in asked.headers.items()}
    if method == "POST" and "method" in query:  # Communication 1.3: all of it in a form, for browsers of old
        form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        method, body = query["method"].upper(), form.pop("content", "").encode()
        named = {"authorization", "content-type", "x-experience-api-version", "if-match", "if-none-match"}
        headers |= {name.lower(): value for name, value in form.items() if name.lower() in named}
        query = {name: value for name, value in form.items() if name.lower() not in named}
    return Request(method, path, query, headers, body)


def _launch_of(lms: Lms, request: Request) -> Launch | None:
    given = request.headers.get("authorization", "").removeprefix("Basic ").strip()
    return next((launch for launch in lms.launches.values() if basic_token(launch) == given), None)


def _since(began: float) -> int:
    return round((time.perf_counter() - began) * 1000)


def _told(launch: Launch | None, request: Request, answer: Answer | None) -> dict[str, Any]:
    """Return what a panel shows of a request; no answer: it never arrived."""
    return {
        "launch": launch.token if launch else None,
        "method": request.method,
        "path": request.path,
        "query": {name: value[:2000] for name, value in request.query.items()},
        "body": request.body[:_SHOWN].decode("utf-8", "replace"),
        "status": answer.status if answer else 0,
        "answer": answer.body[:_SHOWN].decode("utf-8", "replace") if answer else "",
        "etag": answer.headers.get("ETag", "") if answer else "",
    }
