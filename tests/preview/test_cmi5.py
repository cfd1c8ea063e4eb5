"""A cmi5 launch by its rules, and what is told of a unit that breaks them."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from strange_packages import cmi5

from scormpack.preview import open_shelf
from scormpack.preview.launching import content_address, prepare_cmi5
from scormpack.preview.lms import Launch, Lms
from scormpack.preview.lrs import Request
from scormpack.preview.statement_warnings import warnings_of

ORIGIN = "http://127.0.0.1:1"
CMI5 = "https://w3id.org/xapi/cmi5/context"
ADL = "http://adlnet.gov/expapi/verbs/"


class Unit:
    """An assignable unit that has just been opened."""

    def __init__(self, folder: Path, mode: str) -> None:
        package = open_shelf(cmi5(folder)).open("cmi5", "knots-cmi5.zip")
        self.lms = Lms()
        learner = self.lms.learners[0]
        self.launch: Launch = self.lms.launch(package, package.content.parts[0], learner, anew=False, mode=mode)
        prepare_cmi5(self.lms, self.launch, ORIGIN)
        self.query = {
            name: held[0] for name, held in parse_qs(urlsplit(content_address(self.launch, ORIGIN)).query).items()
        }

    def ask(self, method: str, path: str, query: dict[str, str], body: object = None) -> Any:  # noqa: ANN401  (JSON)
        """Ask the record store; return what it says and the new statements."""
        headers = {"x-experience-api-version": "1.0.3", "content-type": "application/json"}
        answer, fresh = self.lms.records.answer(Request(method, path, query, headers, json.dumps(body).encode()))
        assert answer.status < 300, answer.body
        return json.loads(answer.body or b"null"), fresh

    @property
    def data(self) -> dict[str, Any]:
        """The document LMS.LaunchData."""
        scope = {"activityId": self.query["activityId"], "agent": self.query["actor"]}
        where = scope | {"registration": self.query["registration"], "stateId": "LMS.LaunchData"}
        said: dict[str, Any] = self.ask("GET", "/activities/state", where)[0]
        return said

    def tell(self, verb: str, *categories: str, session: bool = True, **more: object) -> list[str]:
        """Say a statement; return what the preview warns of."""
        template = self.data["contextTemplate"]
        listed = [{"id": f"{CMI5}/categories/{name}"} for name in ("cmi5", *categories)]
        context = {"registration": self.query["registration"], "contextActivities": {"category": listed}}
        if session:
            context["extensions"] = template["extensions"]
        base = {"actor": json.loads(self.query["actor"]), "verb": {"id": ADL + verb}}
        statement = base | {"object": {"id": self.query["activityId"]}, "context": context} | more
        return warnings_of(self.lms, self.launch, self.ask("POST", "/statements", {}, statement)[1])


@pytest.fixture
def unit(tmp_path: Path) -> Unit:
    """Return a unit that was opened to be graded."""
    return Unit(tmp_path, "normal")


def test_what_a_unit_is_launched_with(unit: Unit) -> None:
    """The five parameters beside its own, launch data of the structure, and an activity id of the LMS's own."""
    assert unit.query.keys() == {"tied", "endpoint", "fetch", "actor", "registration", "activityId"}
    assert unit.query["activityId"] != unit.launch.part.id
    data = unit.data
    assert (data["launchMode"], data["moveOn"], data["masteryScore"]) == ("Normal", "Passed", 0.6)
    assert data["contextTemplate"]["contextActivities"]["grouping"][0]["id"] == unit.launch.part.id
    assert data["returnURL"].startswith(ORIGIN)


def test_a_session_by_the_rules_is_not_warned_of(unit: Unit) -> None:
    """Initialized, passed, completed, terminated: nothing to say, and the gradebook has it."""
    done = {"duration": "PT9S"}
    passed = {**done, "success": True, "score": {"scaled": 0.75}}
    assert unit.tell("initialized") == []
    assert unit.tell("passed", "moveon", result=passed) == []
    assert unit.tell("completed", "moveon", result={**done, "completion": True}) == []
    assert unit.tell("terminated", result=done) == []
    row = unit.lms.row(unit.launch.package.key, "learner-1")
    assert (row["grade"], row["attempts"][0]["status"], row["attempts"][0]["seconds"]) == (75, "passed", 9)


def test_what_breaks_the_rules_is_told(unit: Unit) -> None:
    """Each fault in order, vocabulary, score, time, category or session has its sentence."""
    done = {"duration": "PT9S"}
    assert "before `initialized`" in unit.tell("completed", result=done)[0]
    assert "twice" in unit.tell("completed", result=done)[0]
    assert "no duration" in unit.tell("passed")[0]
    assert "opposite" in unit.tell("failed", result=done)[0]
    assert "mastery score 0.6" in " ".join(unit.tell("passed", result={**done, "score": {"scaled": 0.1}}))
    assert "without `scaled`" in " ".join(unit.tell("passed", result={**done, "score": {"raw": 3}}))
    assert "moveon" in " ".join(unit.tell("passed", result={**done, "success": True}))
    assert "no verb of cmi5's" in unit.tell("experienced")[0]
    assert "another activity" in " ".join(unit.tell("initialized", object={"id": "https://other.org"}))
    assert "sessionid" in " ".join(unit.tell("initialized", session=False))
    assert "another actor" in " ".join(unit.tell("initialized", actor={"mbox": "mailto:bob@example.org"}))
    assert unit.tell("terminated", result=done) == []
    assert "after `terminated`" in unit.tell("experienced")[0]


def test_browsing_says_no_more_than_that_it_was_there(tmp_path: Path) -> None:
    """In Browse mode a verdict is a fault (10.2.2)."""
    unit = Unit(tmp_path, "browse")
    assert unit.data["launchMode"] == "Browse"
    assert unit.tell("initialized") == []
    assert "mode browse" in unit.tell("completed", result={"duration": "PT1S"})[0]
