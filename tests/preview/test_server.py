"""Who may ask the preview, and what it answers."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from preview_server import SCORM12_MANIFEST, running_preview, write_package

from scormpack.errors import OptionError
from scormpack.preview import Preview, open_preview, open_shelf

FILES = {
    "imsmanifest.xml": SCORM12_MANIFEST,
    "a b/one.html": "<h1>One</h1>",
    "two.html": "<h1>Two</h1>",
    "../up.html": "outside",
}


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Yield a preview of a package that somebody else made."""
    with running_preview(write_package(tmp_path_factory.mktemp("zip") / "knots.zip", FILES)) as running:
        yield running


def ask(
    origin: str, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
) -> tuple[int, bytes, dict[str, str]]:
    """Ask as it stands: no path is tidied up on the way."""
    address = urlsplit(origin)
    connection = HTTPConnection(address.hostname or "", address.port, timeout=20)
    try:
        connection.request(method, path, None if body is None else json.dumps(body), headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
    finally:
        connection.close()


def launch(preview: Preview, **more: object) -> dict[str, Any]:
    """Open the package."""
    status, said, _ = ask(preview.url, "POST", "/api/launch", {"key": "scorm12/knots.zip", **more})
    assert status == 200
    opened: dict[str, Any] = json.loads(said)
    return opened


@pytest.mark.parametrize("origin", ["panel", "content"])
def test_only_this_machine_s_names_are_answered(preview: Preview, origin: str) -> None:
    """A Host header of another name, as in DNS rebinding, is refused on both ports; localhost is fine."""
    url = preview.url if origin == "panel" else preview.desk.content_origin
    port = urlsplit(url).port
    path = "/api/state" if origin == "panel" else "/_lms/player.js"
    assert ask(url, "GET", path, headers={"Host": "evil.example"})[0] == 421
    assert ask(url, "GET", path, headers={"Host": f"evil.example:{port}"})[0] == 421
    status, _, headers = ask(url, "GET", path, headers={"Host": f"localhost:{port}"})
    assert status == 200
    assert "access-control-allow-origin" not in headers


def test_other_origins_change_nothing(preview: Preview) -> None:
    """A page of another origin, the package's own among them, cannot speak to the panel's interface."""
    for origin in ("https://evil.example", preview.desk.content_origin, "null"):
        headers = {"Origin": origin}
        assert ask(preview.url, "PUT", "/api/states", {"offline": True}, headers)[0] == 403
    assert json.loads(ask(preview.url, "GET", "/api/state")[1])["states"]["offline"] is False


def test_only_the_package_s_own_files_are_served(preview: Preview) -> None:
    """Paths that climb out of the package, in whatever spelling, find nothing; its files have their types."""
    base = f"/content/{launch(preview)['package']['digest']}"
    origin = preview.desk.content_origin
    status, body, headers = ask(origin, "GET", f"{base}/a%20b/one.html")
    assert (status, body, headers["content-type"]) == (200, b"<h1>One</h1>", "text/html")
    status, body, headers = ask(origin, "GET", f"{base}/two.html", headers={"Range": "bytes=1-2"})
    assert (status, body, headers["content-range"]) == (206, b"h1", "bytes 1-2/12")
    for path in ("../up.html", "%2e%2e/up.html", "..%2fup.html", "/etc/passwd", "..%5c..%5cup.html", "none.html"):
        assert ask(origin, "GET", f"{base}/{path}")[0] == 404
    assert ask(origin, "GET", "/content/0123456789abcdef/two.html")[0] == 404


def test_what_a_sco_commits_is_kept_and_graded(preview: Preview) -> None:
    """Commits add up, a late one does not undo a newer, and the end of a visit is judged as Moodle does if asked."""
    learner = json.loads(ask(preview.url, "POST", "/api/learners", {})[1])["id"]
    opened = launch(preview, learner=learner, part="i1")
    path = f"/_lms/commit/{opened['token']}"
    origin = preview.desk.content_origin
    for number, values in ((2, {"cmi.core.score.raw": "70"}), (1, {"cmi.core.score.raw": "20"})):
        assert ask(origin, "POST", path, {"values": values, "number": number})[0] == 204
    ask(preview.url, "PUT", "/api/states", {"moodle": True})
    ask(origin, "POST", path, {"values": {"cmi.core.total_time": "00:01:30"}, "number": 3, "finish": True})
    ask(preview.url, "PUT", "/api/states", {"moodle": False})
    row = launch(preview, learner=learner, part="i2")["row"]
    assert (row["grade"], row["attempts"][0]["seconds"], row["attempts"][0]["sessions"]) == (70, 90, 2)
    assert [part["status"] for part in row["attempts"][0]["parts"]] == ["passed", "not attempted"]
    assert ask(origin, "POST", "/_lms/commit/nobody", {"values": {}, "number": 1})[0] == 400


def opened_by_player(preview: Preview, token: str) -> dict[str, Any]:
    """Return what the player page is told when it loads."""
    settings: dict[str, Any] = json.loads(ask(preview.desk.content_origin, "GET", f"/_lms/launch/{token}")[1])
    return settings


def commit(preview: Preview, settings: dict[str, Any], number: int, state: str) -> None:
    """Commit a state as the player page does that was told ``settings``."""
    body = {"values": {"cmi.suspend_data": state}, "number": number, "opening": settings["opening"]}
    path = f"/_lms/commit/{settings['token']}"
    assert ask(preview.desk.content_origin, "POST", path, body)[0] == 204


@pytest.mark.parametrize("reload", [False, True], ids=["visit", "reload"])
def test_who_comes_back_is_heard_from_the_first_commit(preview: Preview, *, reload: bool) -> None:
    """A second visit, or a player page loaded again, counts its commits anew, and none is taken for an old one."""
    learner = json.loads(ask(preview.url, "POST", "/api/learners", {})[1])["id"]
    first = opened_by_player(preview, launch(preview, learner=learner, part="i1")["token"])
    for number in (1, 2, 3):
        commit(preview, first, number, f"{number} answers")
    token = first["token"] if reload else launch(preview, learner=learner, part="i1")["token"]
    second = opened_by_player(preview, token)
    assert second["elements"]["cmi.suspend_data"] == "3 answers"
    commit(preview, second, 1, "4 answers")
    third = opened_by_player(preview, launch(preview, learner=learner, part="i1")["token"])
    assert third["elements"]["cmi.suspend_data"] == "4 answers"


def test_of_two_that_have_it_open_the_last_word_is_kept(preview: Preview) -> None:
    """Two windows at one attempt: what either commits is kept when it comes, whichever was opened first."""
    learner = json.loads(ask(preview.url, "POST", "/api/learners", {})[1])["id"]
    first, second = (opened_by_player(preview, launch(preview, learner=learner, part="i1")["token"]) for _ in range(2))
    commit(preview, second, 5, "the second window's")
    commit(preview, first, 1, "the first window's")
    settings = opened_by_player(preview, launch(preview, learner=learner, part="i1")["token"])
    assert settings["elements"]["cmi.suspend_data"] == "the first window's"


def test_the_player_answers_to_the_page_that_opened_it(preview: Preview) -> None:
    """Whoever opens the panel as localhost hears of the package too: the player speaks to that very origin."""
    port = urlsplit(preview.url).port
    body = {"key": "scorm12/knots.zip"}
    for name in ("127.0.0.1", "localhost"):
        said = ask(preview.url, "POST", "/api/launch", body, {"Host": f"{name}:{port}"})[1]
        path = f"/_lms/launch/{json.loads(said)['token']}"
        settings = json.loads(ask(preview.desk.content_origin, "GET", path)[1])
        assert settings["panel"] == f"http://{name}:{port}"


def test_a_taken_port_is_told(preview: Preview, tmp_path: Path) -> None:
    """A port that was asked for and is taken is an error that says what to do."""
    shelf = open_shelf(write_package(tmp_path / "knots.zip", FILES))
    with pytest.raises(OptionError, match="--port"):
        open_preview(shelf, urlsplit(preview.url).port)
