"""The packages' origin: their files, the player page around them, and what they tell the LMS."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from scormpack.assets import preview_files
from scormpack.errors import PackageError
from scormpack.preview.desk import Desk
from scormpack.preview.launching import basic_token, launch_settings
from scormpack.preview.lrs_endpoint import lrs_endpoint
from scormpack.preview.served_file import media_type, respond

LARGEST_COMMIT = 8 << 20
_FILES = {
    "player.js": ("player.js", "text/javascript; charset=utf-8"),
    "player.css": ("player.css", "text/css; charset=utf-8"),
    "left": ("left.html", "text/html; charset=utf-8"),
}


class PlayerPages:
    """The answers of the packages' port, but for the record store's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def file(self, request: Request) -> Response:
        """Return a file of a package."""
        desk = self._desk
        package = desk.kept(request.path_params["digest"])
        if package is None:
            return PlainTextResponse("This package was built anew since.", 404)
        path = request.path_params["path"]
        try:
            data = await asyncio.to_thread(package.files.read, path)
        except PackageError as error:
            return PlainTextResponse(str(error), 500)
        if data is None:
            desk.events.tell("missing", path=path)
            return PlainTextResponse(f"The package has no {path}", 404)
        return respond(data, media_type(path, moodle=desk.lms.states["moodle"]), request.headers.get("range"))

    async def player(self, request: Request) -> Response:
        """Return the page around a package."""
        known = request.path_params["token"] in self._desk.lms.launches
        return Response(preview_files()["player.html"], 200 if known else 404, media_type="text/html")

    async def own_file(self, request: Request) -> Response:
        """Return the player's script or style, or the page that a package returns to."""
        name = _FILES.get(request.path_params["name"])
        if name is None:
            return Response(status_code=404)
        return Response(preview_files()[name[0]], headers={"Content-Type": name[1]})

    async def settings(self, request: Request) -> Response:
        """Return what the player must know of a launch, each time its page is loaded."""
        launch = self._desk.lms.launches.get(request.path_params["token"])
        if launch is None:
            return Response(status_code=404)
        launch.openings += 1
        desk = self._desk
        return JSONResponse(launch_settings(desk.lms, launch, desk.content_origin))

    async def commit(self, request: Request) -> Response:
        """Keep what a SCO committed."""
        launch = self._desk.lms.launches.get(request.path_params["token"])
        said = await _read(request)
        if launch is None or said is None:
            return Response(status_code=400)
        values = {str(n): v for n, v in said.get("values", {}).items() if isinstance(v, str)}
        told = (said.get("opening", 0), said.get("number", 0))
        self._desk.lms.commit(launch, values, told, finish=said.get("finish") is True)
        self._desk.tell_row(launch)
        return Response(status_code=204)

    async def fetch(self, request: Request) -> Response:
        """Hand out the credentials once (cmi5 8.2)."""
        launch = self._desk.lms.launches.get(request.path_params["token"])
        if launch is None:
            return JSONResponse({"error-code": "3", "error-text": "there is no such session"})
        if launch.fetched:
            return JSONResponse({"error-code": "1", "error-text": "the fetch address was used already"})
        launch.fetched = True
        return JSONResponse({"auth-token": basic_token(launch)})


def content_app(desk: Desk) -> Starlette:
    """Return the application of the packages' port."""
    pages = PlayerPages(desk)
    return Starlette(
        routes=[
            Route("/_lms/play/{token}", pages.player),
            Route("/_lms/launch/{token}", pages.settings),
            Route("/_lms/commit/{token}", pages.commit, methods=["POST"]),
            Route("/_lms/fetch/{token}", pages.fetch, methods=["POST"]),
            Route("/_lms/lrs/{path:path}", lrs_endpoint(desk), methods=["GET", "PUT", "POST", "DELETE"]),
            Route("/_lms/{name}", pages.own_file),
            Route("/content/{digest}/{path:path}", pages.file),
        ]
    )


async def _read(request: Request) -> dict[str, Any] | None:
    """Return the JSON object that was sent; None for anything else."""
    try:
        body = await request.body()
        said = json.loads(body) if len(body) <= LARGEST_COMMIT else None
    except ValueError:
        return None
    if not isinstance(said, dict) or not isinstance(said.get("values", {}), dict):
        return None
    return said if all(isinstance(said.get(name, 0), int) for name in ("opening", "number")) else None
