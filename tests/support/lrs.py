"""The LRS of the tests: ralph's statements, the preview's State resource, and an ear for all that is asked.

``/xAPI/statements`` is passed on to ralph as it came, preflights too, so a page meets a real LRS's answers.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from ralph_server import AUTH, ORIGIN, Ralph
from static_server import LoopbackServer, running

from scormpack.preview.lrs import Answer, DocumentStore, Request

_PREFIX = "/xAPI"
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, PUT, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match",
    "Access-Control-Expose-Headers": "ETag",
}
_HOP_BY_HOP = {"host", "connection", "transfer-encoding", "content-length", "server", "date"}


@dataclass(frozen=True)
class LrsRequest:
    """One request of a page, preflights left out, and the status of the answer."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    status: int


@dataclass
class Lrs:
    """One test's view of the LRS.

    Attributes:
        ralph: where the statements go; shared by all tests, so ask for those of a registration of your own.
        endpoint: URL with a slash at the end.
        states: the documents of the State resource and of the profiles.
        requests: what the pages asked, in order.
        fail_with: path ("/statements", "/activities/state") -> status that answers all requests to it.
        refuses_pages: no page of another origin may ask: it knows nothing of CORS.
    """

    ralph: Ralph
    endpoint: str = ""
    states: DocumentStore = field(default_factory=DocumentStore)
    requests: list[LrsRequest] = field(default_factory=list)
    fail_with: dict[str, int] = field(default_factory=dict)
    refuses_pages: bool = False

    def statements(self, **query: str) -> list[dict[str, Any]]:
        """Return the stored statements, oldest first, that ``registration``, ``verb`` or ``activity`` select."""
        path = "/xAPI/statements?" + urlencode({"limit": "1000"} | query)
        answer, _ = self.forward("GET", path, {"Authorization": AUTH, "X-Experience-API-Version": "1.0.3"}, b"")
        if answer.status != 200:
            raise AssertionError(f"ralph answered {answer.status} to {path}: {answer.body.decode()}")
        found: list[dict[str, Any]] = json.loads(answer.body)["statements"]
        return found  # in the order of writing: ralph's file backend has `ascending` the wrong way round

    def launch_query(self, activity: str, registration: str, *, name: str = "Ada", **more: str) -> str:
        """Return what a launching LMS adds to a page's URL, after the question mark."""
        actor = {"objectType": "Agent", "name": name, "mbox": f"mailto:{name.lower()}@example.org"}
        asked = {"endpoint": self.endpoint, "auth": AUTH, "actor": json.dumps(actor), "activity_id": activity}
        return urlencode(asked | {"registration": registration} | more)

    def forward(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[Answer, dict[str, str]]:
        """Ask ralph, and return its answer with its headers."""
        connection = HTTPConnection("127.0.0.1", self.ralph.port, timeout=30)
        try:
            kept = {name: value for name, value in headers.items() if name.lower() not in _HOP_BY_HOP}
            connection.request(method, path, body or None, kept)
            response = connection.getresponse()
            answer = Answer(response.status, response.read())
            return answer, {n: v for n, v in response.getheaders() if n.lower() not in _HOP_BY_HOP}
        finally:
            connection.close()


@contextmanager
def front_of(ralph: Ralph) -> Iterator[Lrs]:
    """Yield an LRS for one test, in front of ``ralph``."""
    server = LrsServer(("127.0.0.1", 0), LrsHandler)
    server.lrs = Lrs(ralph, endpoint=f"{server.url}{_PREFIX}/")
    with running(server):
        yield server.lrs


class LrsServer(LoopbackServer):
    """Answers for one ``Lrs``."""

    lrs: Lrs


class LrsHandler(BaseHTTPRequestHandler):
    """Answers pages of any origin."""

    server: LrsServer
    protocol_version = "HTTP/1.1"

    def handle_any(self) -> None:
        """Answer one request, and note it."""
        url = urlsplit(self.path)
        path, query = url.path.removeprefix(_PREFIX), dict(parse_qsl(url.query))
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        answer, headers = (Answer(403), {}) if self.server.lrs.refuses_pages else self.answer(path, query, body)
        if self.command != "OPTIONS":
            asked = LrsRequest(self.command, path, query, dict(self.headers), body, answer.status)
            self.server.lrs.requests.append(asked)
        self.send_response(answer.status)
        for name, value in headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def answer(self, path: str, query: dict[str, str], body: bytes) -> tuple[Answer, dict[str, str]]:
        """Return the answer and its headers."""
        lrs = self.server.lrs
        if path in lrs.fail_with and self.command != "OPTIONS":
            return Answer(lrs.fail_with[path]), CROSS_ORIGIN
        if path == "/statements":
            return self.ask_ralph(body)
        if self.command == "OPTIONS":
            return Answer(204), CROSS_ORIGIN
        if not lrs.states.answers(path):
            return Answer(404), CROSS_ORIGIN
        if self.headers.get("Authorization") != AUTH:
            return Answer(401), CROSS_ORIGIN
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = lrs.states.answer(Request(self.command, path, query, headers, body))
        said = {"Content-Type": answer.content_type} if answer.content_type else {}
        return answer, CROSS_ORIGIN | said | dict(answer.headers)

    def ask_ralph(self, body: bytes) -> tuple[Answer, dict[str, str]]:
        """Pass the request on, as if from the origin that ralph was told of when it started."""
        origin = self.headers.get("Origin")
        sent = dict(self.headers) | ({"Origin": ORIGIN} if origin else {})
        answer, headers = self.server.lrs.forward(self.command, self.path, sent, body)
        return answer, {n: str(origin) if n.lower() == "access-control-allow-origin" else v for n, v in headers.items()}

    do_GET = do_PUT = do_POST = do_DELETE = do_OPTIONS = handle_any  # noqa: N815  (the base's names)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base's name)
        """Say nothing."""
