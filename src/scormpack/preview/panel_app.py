"""The panel's origin: the page beside the package, and what it asks of the LMS."""

from __future__ import annotations

import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from scormpack.assets import preview_files
from scormpack.errors import ScormpackError
from scormpack.preview.desk import Desk, explain
from scormpack.preview.launching import prepare_cmi5
from scormpack.preview.shelf import package_as_json

_PAGE = {
    "": ("panel.html", "text/html; charset=utf-8"),
    "panel.js": ("panel.js", "text/javascript; charset=utf-8"),
    "panel.css": ("panel.css", "text/css; charset=utf-8"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}
_MODES = {"normal", "browse", "review"}


class PanelPages:
    """The answers of the panel's port."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def page(self, request: Request) -> Response:
        """Return the page, its script or its style."""
        name = request.path_params.get("name", "")
        if name not in _PAGE:
            return Response(status_code=404)
        file, kind = _PAGE[name]
        return Response(preview_files()[file], headers={"Content-Type": kind})

    async def state(self, _request: Request) -> Response:
        """Return what there is to open."""
        return JSONResponse(self._desk.describe())

    async def events(self, _request: Request) -> Response:
        """Return the stream of what happens."""
        return StreamingResponse(self._desk.events.listen(), media_type="text/event-stream")

    async def package(self, request: Request) -> Response:
        """Return what a package is, built by now."""
        try:
            return JSONResponse(package_as_json(await self._desk.package(request.query_params.get("key", ""))))
        except ScormpackError as error:
            return _refusal(error)

    async def launch(self, request: Request) -> Response:
        """Open a part of a package for a learner."""
        said = await _read(request)
        desk = self._desk
        try:
            opened = await desk.package(str(said.get("key", "")))
        except ScormpackError as error:
            return _refusal(error)
        learner = desk.lms.learner(said.get("learner"))
        mode = str(said.get("mode")) if said.get("mode") in _MODES else "normal"
        desk.lms.set_state("expired", on=False)  # whoever opens an activity has logged in again
        part = opened.content.part(said.get("part"))
        made = desk.lms.launch(opened, part, learner, anew=said.get("anew") is True, mode=mode)
        made.panel = f"http://{request.headers['host']}"  # one of two, or it would not have come here
        if opened.content.standard == "cmi5":
            prepare_cmi5(desk.lms, made, desk.content_origin)
        return JSONResponse(
            {
                "token": made.token,
                "player": f"{desk.content_origin}/_lms/play/{made.token}",
                "part": part.id,
                "attempt": made.attempt.number,
                "mode": made.mode,
                "learner": learner.id,
                "states": dict(desk.lms.states),
                "package": package_as_json(opened),
                "row": desk.lms.row(opened.key, learner.id),
            }
        )

    async def add_learner(self, _request: Request) -> Response:
        """Return somebody new."""
        learner = self._desk.lms.add_learner()
        return JSONResponse({"id": learner.id, "name": learner.name})

    async def set_states(self, request: Request) -> Response:
        """Turn troubles and manners on or off; return them all."""
        for name, on in (await _read(request)).items():
            self._desk.lms.set_state(str(name), on=on is True)
        return JSONResponse(dict(self._desk.lms.states))


def panel_app(desk: Desk) -> Starlette:
    """Return the application of the panel's port."""
    pages = PanelPages(desk)
    return Starlette(
        routes=[
            Route("/api/state", pages.state),
            Route("/api/events", pages.events),
            Route("/api/package", pages.package),
            Route("/api/launch", pages.launch, methods=["POST"]),
            Route("/api/learners", pages.add_learner, methods=["POST"]),
            Route("/api/states", pages.set_states, methods=["PUT"]),
            Route("/", pages.page),
            Route("/{name}", pages.page),
        ]
    )


async def _read(request: Request) -> dict[str, Any]:
    """Return the JSON object that was sent; {} for anything else."""
    try:
        said = json.loads(await request.body())
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _refusal(error: ScormpackError) -> Response:
    return JSONResponse({"faults": explain(error)}, 422)
