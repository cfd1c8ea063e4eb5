"""The LRS of the tests answers as an LRS does: a test against it is worth something."""

import json
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from lrs import Lrs
from playwright.sync_api import Page
from ralph_server import AUTH

from scormpack.preview.lrs import RecordStore, Request

ACTOR = {"objectType": "Agent", "mbox": "mailto:ada@example.org"}
STATEMENT = {
    "actor": ACTOR,
    "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
    "object": {"id": "https://example.org/lesson"},
    "context": {"registration": "7f1f3c1e-6f57-4dd8-8d0f-2c8b3a1f0001"},
}
STATE = {"activityId": "https://example.org/lesson", "agent": json.dumps(ACTOR), "stateId": "progress"}

pytestmark = pytest.mark.lrs


def ask(lrs: Lrs, method: str, path: str, body: object = None, **headers: str) -> tuple[int, bytes]:
    """Return the status and body of an answer."""
    connection = HTTPConnection(urlsplit(lrs.endpoint).netloc, timeout=30)
    sent = {"Authorization": AUTH, "X-Experience-API-Version": "1.0.3", "Content-Type": "application/json"} | headers
    connection.request(method, f"/xAPI/{path}", None if body is None else json.dumps(body).encode(), sent)
    response = connection.getresponse()
    answer = response.status, response.read()
    connection.close()
    return answer


def test_keeps_statements(lrs: Lrs) -> None:
    """Statements that were posted one by one are found again by their registration, oldest first."""
    for name in ("first", "second"):
        statement = STATEMENT | {"object": {"id": f"https://example.org/{name}"}}
        assert ask(lrs, "POST", "statements", statement)[0] == 200
    stored = lrs.statements(registration="7f1f3c1e-6f57-4dd8-8d0f-2c8b3a1f0001")
    assert [statement["object"]["id"] for statement in stored] == [
        "https://example.org/first",
        "https://example.org/second",
    ]


def test_refuses_a_bad_statement(lrs: Lrs) -> None:
    """A statement without a verb is refused with 400 or 422, as by any LRS."""
    status, _ = ask(lrs, "POST", "statements", {"actor": ACTOR, "object": STATEMENT["object"]})
    assert status in {400, 422}


@pytest.mark.parametrize(
    ("change", "is_valid"),
    [
        ({}, True),
        ({"result": {"score": {"scaled": 0.5, "raw": 5, "min": 0, "max": 10}, "duration": "PT1M3.5S"}}, True),
        ({"timestamp": "2026-11-25T10:00:00.123Z"}, True),
        ({"actor": {"account": {"homePage": "https://example.org", "name": "ada"}}}, True),
        ({"actor": {"name": "Ada"}}, False),
        ({"actor": {"mbox": "ada@example.org"}}, False),
        ({"actor": ACTOR | {"openid": "https://ada.example.org"}}, False),
    ],
    ids=str,
)
def test_the_previews_store_judges_a_statement_as_this_one(
    lrs: Lrs, change: dict[str, object], *, is_valid: bool
) -> None:
    """What a real LRS takes or refuses, the record store of `scormpack preview` does, which is no laxer."""
    statement = STATEMENT | change
    headers = {"x-experience-api-version": "1.0.3"}
    ours, _ = RecordStore().answer(Request("POST", "/statements", {}, headers, json.dumps(statement).encode()))
    theirs, _ = ask(lrs, "POST", "statements", statement)
    assert ((ours.status == 200), (theirs == 200)) == (is_valid, is_valid)


@pytest.mark.parametrize("path", ["statements", "activities/state?" + urlencode(STATE)])
def test_refuses_a_wrong_password(lrs: Lrs, path: str) -> None:
    """Without the right credentials nothing is read."""
    assert ask(lrs, "GET", path, Authorization="Basic bm86bm8=")[0] == 401


def test_state_comes_back(lrs: Lrs) -> None:
    """A state document is 404 before it is put, comes back as it was put, and goes when deleted."""
    path = "activities/state?" + urlencode(STATE)
    assert ask(lrs, "GET", path)[0] == 404
    assert ask(lrs, "PUT", path, {"a": 1})[0] == 204
    assert ask(lrs, "POST", path, {"b": 2})[0] == 204
    status, body = ask(lrs, "GET", path)
    assert (status, json.loads(body)) == (200, {"a": 1, "b": 2})
    assert ask(lrs, "DELETE", path)[0] == 204
    assert ask(lrs, "GET", path)[0] == 404


def test_fails_on_demand(lrs: Lrs) -> None:
    """A path that was told to fail answers with that status, and the request is noted with it."""
    lrs.fail_with["/activities/state"] = 503
    assert ask(lrs, "PUT", "activities/state?" + urlencode(STATE), {})[0] == 503
    assert [(asked.method, asked.path, asked.status) for asked in lrs.requests] == [("PUT", "/activities/state", 503)]


def test_preflight_is_ralphs_own(lrs: Lrs) -> None:
    """A preflight for statements that asks for If-Match is refused: the runtime must do without."""
    asked = {"Origin": "http://127.0.0.1:1", "Access-Control-Request-Method": "PUT"}
    allowed = {"Access-Control-Request-Headers": "authorization,content-type,x-experience-api-version"}
    refused = {"Access-Control-Request-Headers": "if-match"}
    assert ask(lrs, "OPTIONS", "statements", **asked, **allowed)[0] == 200
    assert ask(lrs, "OPTIONS", "statements", **asked, **refused)[0] == 400


@pytest.mark.browser
def test_a_page_elsewhere_may_ask(lrs: Lrs, page: Page, static_server: Callable[[Path], str], tmp_path: Path) -> None:
    """A page of another origin gets through the preflight, and reads both the answer and the entity tag."""
    (tmp_path / "index.html").write_text('<link rel="icon" href="data:,">', encoding="utf-8")
    page.goto(f"{static_server(tmp_path)}/index.html")
    headers = {"Authorization": AUTH, "X-Experience-API-Version": "1.0.3", "Content-Type": "application/json"}
    send = "([url, options]) => fetch(url, options).then(answer => [answer.status, answer.headers.get('ETag')])"
    statement = {"method": "POST", "headers": headers, "body": json.dumps(STATEMENT)}
    assert page.evaluate(send, [f"{lrs.endpoint}statements", statement])[0] == 200
    state = f"{lrs.endpoint}activities/state?{urlencode(STATE)}"
    assert page.evaluate(send, [state, {"method": "PUT", "headers": headers, "body": "{}"}])[0] == 204
    status, etag = page.evaluate(send, [state, {"headers": headers}])
    assert (status, etag[0], etag[-1]) == (200, '"', '"')
