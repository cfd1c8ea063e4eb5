"""Who may ask: this machine's own pages, by the names it goes by. Nobody reads from, or writes to, another's origin."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = {"GET", "HEAD", "OPTIONS"}


class GuardedOrigin:
    """An application behind one port.

    A foreign Host header is a page of somebody else's whose name was made to point here (DNS rebinding); a foreign
    Origin on a request that changes something is another site's page.
    """

    def __init__(self, app: ASGIApp, port: int, headers: Mapping[str, str]) -> None:
        self._app = app
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._headers = {"Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store", **headers}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on and add the origin's own headers."""
        asked = Headers(scope=scope)
        host, origin = asked.get("host", ""), asked.get("origin")
        refusal = None
        if host not in self._hosts:
            refusal = PlainTextResponse(
                "This preview answers to 127.0.0.1 and localhost only.", HTTPStatus.MISDIRECTED_REQUEST
            )
        elif scope["method"] not in _SAFE and origin not in {None, f"http://{host}"}:
            refusal = PlainTextResponse("This preview takes nothing from other origins.", HTTPStatus.FORBIDDEN)
        if refusal is not None:
            await refusal(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    held.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
