"""A service that writes the tutor's answers, as a test says."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

from eventually import eventually
from static_server import LoopbackServer, running


class Service(LoopbackServer):
    """Answers as the test says, and keeps what it was asked."""

    pieces: tuple[str, ...] = ()
    status = 200
    silent = False

    def __init__(self) -> None:
        """Listen on any free port."""
        super().__init__(("127.0.0.1", 0), ServiceHandler)
        self.asked: list[tuple[dict[str, str], dict[str, object]]] = []


class ServiceHandler(BaseHTTPRequestHandler):
    """One request to the service."""

    server: Service

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base's name)
        """Say nothing."""

    def end_headers(self) -> None:
        """Allow every page."""
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "Content-Type")
        super().end_headers()

    def do_OPTIONS(self) -> None:
        """Allow what the page wants to send."""
        self.send_response(204)
        self.end_headers()

    def do_POST(self) -> None:
        """Answer piece by piece, or not at all."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.server.status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        for piece in self.server.pieces:
            self.wfile.write(piece.encode())
            self.wfile.flush()
        if self.server.silent:
            eventually(lambda: self.server.asked == [], seconds=5)


@contextmanager
def service() -> Iterator[Service]:
    """Run a service."""
    server = Service()
    with running(server):
        yield server
        server.asked.clear()
