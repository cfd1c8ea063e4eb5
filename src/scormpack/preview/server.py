"""Two ports of this machine, one process: the panel's origin and the packages'."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
import watchfiles
from starlette.types import ASGIApp, Receive, Scope, Send

from scormpack.errors import OptionError
from scormpack.load.passing_files import is_passing
from scormpack.preview.content_app import content_app
from scormpack.preview.desk import Desk
from scormpack.preview.events import Events
from scormpack.preview.guarded_origin import GuardedOrigin
from scormpack.preview.panel_app import panel_app
from scormpack.preview.shelf import Shelf

HOST = "127.0.0.1"
USUAL_PORT = 8484
_SETTLED = 150
"""Milliseconds: editors write a file in several steps."""


@dataclass
class Preview:
    """A preview whose ports are taken and that serves nothing yet.

    Attributes:
        url: of the panel.
    """

    desk: Desk
    url: str
    _sockets: list[socket.socket]
    _app: _TwoOrigins
    _server: _Server | None = None

    def serve(self, ready: Callable[[], None] = lambda: None) -> None:
        """Serve until it is told to stop; ``ready`` is called once it answers."""
        config = uvicorn.Config(
            self._app, log_level="critical", access_log=False, lifespan="on", timeout_graceful_shutdown=1, ws="none"
        )
        self._server = _Server(config, self.desk.events, ready)
        asyncio.run(self._server.serve(self._sockets))

    def stop(self) -> None:
        """End ``serve``, from whatever thread."""
        if self._server is not None:
            self._server.should_exit = True


def open_preview(shelf: Shelf, port: int | None = None) -> Preview:
    """Take two ports and put the shelf behind them.

    Args:
        shelf: what can be opened.
        port: of the panel; 0 for any, None for the usual one or, where that is taken, any.

    Raises:
        OptionError: where ``port`` is taken.
    """
    panel = _listen(USUAL_PORT if port is None else port, strict=port is not None)
    taken = panel.getsockname()[1]
    content = _listen(taken + 1 if taken < 65_535 else 0, strict=False)
    other = content.getsockname()[1]
    desk = Desk(shelf, f"http://{HOST}:{taken}", f"http://{HOST}:{other}")
    ours = f"http://{HOST}:{taken} http://localhost:{taken}"
    theirs = f"http://{HOST}:{other}"
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        f"frame-src {theirs}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    apps: dict[int, ASGIApp] = {
        taken: GuardedOrigin(
            panel_app(desk), taken, {"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff"}
        ),
        other: GuardedOrigin(content_app(desk), other, {"Content-Security-Policy": f"frame-ancestors 'self' {ours}"}),
    }
    return Preview(desk, desk.panel_origin + "/", [panel, content], _TwoOrigins(desk, apps))


def _listen(port: int, *, strict: bool) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except (OSError, OverflowError) as error:
        if strict:
            made.close()
            raise OptionError(f"port {port} is taken or not yours to use: name another with --port") from error
        made.bind((HOST, 0))
    made.listen(128)
    return made


class _Server(uvicorn.Server):
    """Says when requests are answered, and ends the panels' streams before it waits for their end."""

    def __init__(self, config: uvicorn.Config, events: Events, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._events = events
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._events.close()
        await super().shutdown(sockets)


class _TwoOrigins:
    """Sends each request to the application of the port that it came in by."""

    def __init__(self, desk: Desk, apps: dict[int, ASGIApp]) -> None:
        self._desk = desk
        self._apps = apps

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._apps[scope["server"][1]](scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        watch = asyncio.create_task(self._watch())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watch
        await send({"type": "lifespan.shutdown.complete"})

    async def _watch(self) -> None:
        watched = self._desk.shelf.watched
        is_file = watched.is_file()
        folder = watched.parent if is_file else watched

        def concerns(_change: watchfiles.Change, path: str) -> bool:
            if is_file:
                return Path(path).name == watched.name
            parts = Path(path).relative_to(folder).parts if Path(path).is_relative_to(folder) else ()
            return bool(parts) and not is_passing(parts)

        await self._desk.check()
        async for _changes in watchfiles.awatch(folder, watch_filter=concerns, debounce=400, step=_SETTLED):
            await self._desk.refresh()
