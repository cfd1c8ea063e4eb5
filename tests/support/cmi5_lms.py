"""An emulated cmi5 LMS: it reads a package's cmi5.xml, launches its units, and takes nothing that is forbidden.

What it lets through goes on to a real LRS. It is another origin than the pages, as most LMSs' record stores are.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from cmi5_rules import faults_of
from cmi5_session import (
    CMI5,
    CONTEXT,
    MASTERY_SCORE,
    SESSION_ID,
    AssignableUnit,
    Session,
    Statement,
    read_units,
    verb_of,
)
from lrs import CROSS_ORIGIN, Lrs, LrsHandler, LrsServer
from ralph_server import AUTH, Ralph
from static_server import running

from scormpack.preview.lrs import Answer, Request
from scormpack.preview.lrs.answer import say

_HEADERS = {"x-experience-api-version": "1.0.3", "content-type": "application/json"}
_PROFILE = {"languagePreference": "en-US,fr", "audioPreference": "off"}
_COURSE = (
    b"<!doctype html><link rel=icon href=data:,><title>The course in the LMS</title><h1>The course in the LMS</h1>"
)


@dataclass
class Cmi5Lms:
    """The LMS as a test sees it.

    Attributes:
        lrs: where statements and documents are.
        content: URL under which the package is served, no slash at the end.
        units: of the package, in order.
        url: of the LMS, no slash at the end.
        sessions: all launches, in order.
        offences: what pages did against the specification.
        fetch_answers: what the fetch address says next instead of a token.
    """

    lrs: Lrs
    content: str
    units: list[AssignableUnit]
    url: str = ""
    sessions: list[Session] = field(default_factory=list)
    offences: list[str] = field(default_factory=list)
    fetch_answers: list[Answer] = field(default_factory=list)
    _registrations: dict[str, str] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def launch(self, number: int = 1, *, mode: str = "Normal", learner: str = "ada", **data: object) -> str:
        """Begin a session with the unit that is ``number`` in the package; return the address that the LMS opens (8.1).

        Args:
            number: 1 for the first unit.
            mode: ``Normal``, ``Browse`` or ``Review``.
            learner: name of the account.
            data: what else the launch data say, or say otherwise; None takes it out.
        """
        au = self.units[number - 1]
        actor = {"objectType": "Agent", "account": {"homePage": self.url, "name": learner}}
        session = Session(
            id=f"session-{len(self.sessions) + 1}",
            token=uuid4().hex,
            au=au,
            registration=self._registrations.setdefault(learner, str(uuid4())),
            activity_id=f"{self.url}/activities/{number}",  # 8.1: not the publisher's
            actor=actor,
            data={},
        )
        session.data = {name: value for name, value in (self._data(session, mode) | data).items() if value is not None}
        with self._lock:
            for before in self._of_registration(session):
                before.is_abandoned |= "terminated" not in before.verbs
            self.sessions.append(session)
        self._prepare(session)
        query = {
            "registration": session.registration,
            "fetch": f"{self.url}/fetch/{session.id}",
            "activityId": session.activity_id,
            "endpoint": self.lrs.endpoint.rstrip("/"),
            "actor": json.dumps(actor),
        }
        return f"{self.content}/{au.url}?{urlencode(query)}"

    @property
    def session(self) -> Session:
        """The newest one."""
        return self.sessions[-1]

    def result(self, number: int = 1, learner: str = "ada") -> tuple[str, float | None]:
        """Return what a gradebook shows of a unit: the best word, and the best scaled score that a verdict carries."""
        statements = [
            statement
            for session in self.sessions
            if session.au == self.units[number - 1] and session.registration == self._registrations[learner]
            for statement in session.defined("passed", "failed", "completed")
        ]
        verbs = [verb_of(statement) for statement in statements]
        scores = [one["result"]["score"]["scaled"] for one in statements if "score" in one["result"]]
        word = next((verb for verb in ("passed", "failed", "completed") if verb in verbs), "incomplete")
        return word, max(scores, default=None)

    def is_satisfied(self, number: int = 1, learner: str = "ada") -> bool:
        """Whether the unit's moveOn is met (13.1.4), as the launch data of its last session have it."""
        sessions = [one for one in self.sessions if one.au == self.units[number - 1]]
        mine = [one for one in sessions if one.registration == self._registrations[learner]]
        has = {verb: any(one.defined(verb) for one in mine) for verb in ("passed", "completed")}
        return {
            "Passed": has["passed"],
            "Completed": has["completed"],
            "CompletedAndPassed": all(has.values()),
            "CompletedOrPassed": any(has.values()),
            "NotApplicable": True,
        }[mine[-1].data["moveOn"]]

    def lost(self) -> list[str]:
        """Return what the LRS did not take, or does not have, of all that pages said."""
        refused = [
            f"the LRS answered {one.status}: {[verb_of(statement) for statement in json.loads(one.body)]}"
            for one in self.lrs.requests
            if one.path == "/statements" and one.method == "POST" and one.status in {400, 413, 422, 500}
        ]
        kept = {
            statement["id"]
            for registration in self._registrations.values()
            for statement in self.lrs.statements(registration=registration)
        }
        told = [(session, statement) for session in self.sessions for statement in session.statements]
        gone = [f"{one.id}: not kept: {verb_of(statement)}" for one, statement in told if statement["id"] not in kept]
        return refused + gone

    def _data(self, session: Session, mode: str) -> dict[str, Any]:
        """10: what a page needs to know; the template has more than it must have."""
        au = session.au
        return {
            "contextTemplate": {
                "platform": "The LMS of the tests",
                "contextActivities": {
                    "grouping": [{"objectType": "Activity", "id": au.id}, {"id": f"{self.url}/term"}]
                },
                "extensions": {SESSION_ID: session.id, f"{self.url}/cohort": "blue"},
            },
            "launchMode": mode,
            "launchMethod": au.launch_method,
            "moveOn": au.move_on,
            "masteryScore": au.mastery_score,
            "returnURL": f"{self.url}/course",
        }

    def _prepare(self, session: Session) -> None:
        """Write what an LMS writes before it opens a unit: launch data (10), preferences (11), `launched` (9.3.1)."""
        agent = {"agent": json.dumps(session.actor)}
        state = agent | {"activityId": session.activity_id, "registration": session.registration}
        self._write("/activities/state", state | {"stateId": "LMS.LaunchData"}, session.data)
        self._write(
            "/agents/profile", agent | {"profileId": "cmi5LearnerPreferences"}, _PROFILE, **{"if-none-match": "*"}
        )
        data = session.data
        extensions = {
            f"{CONTEXT}/extensions/launchmode": data["launchMode"],
            f"{CONTEXT}/extensions/launchurl": f"{self.content}/{session.au.url}",
            f"{CONTEXT}/extensions/moveon": data["moveOn"],
            **({MASTERY_SCORE: data["masteryScore"]} if "masteryScore" in data else {}),
        }
        template = data["contextTemplate"]
        activities = template["contextActivities"] | {"category": [{"id": CMI5}]}
        launched = {
            "id": str(uuid4()),
            "actor": session.actor,
            "verb": {"id": "http://adlnet.gov/expapi/verbs/launched"},
            "object": {"id": session.activity_id},
            "context": template
            | {"registration": session.registration, "contextActivities": activities}
            | {"extensions": template["extensions"] | extensions},
        }
        said, _ = self.lrs.forward(
            "POST", "/xAPI/statements", _HEADERS | {"authorization": AUTH}, json.dumps(launched).encode()
        )
        assert said.status == 200, said.body

    def _write(self, path: str, query: dict[str, str], document: object, **headers: str) -> None:
        self.lrs.states.answer(Request("PUT", path, query, _HEADERS | headers, json.dumps(document).encode()))

    def _of_registration(self, session: Session) -> list[Session]:
        """Return the other sessions of the registration with the same unit."""
        return [
            one
            for one in self.sessions
            if (one.registration, one.au) == (session.registration, session.au) and one is not session
        ]

    def hand_out(self, method: str, session_id: str) -> Answer:
        """Answer at a fetch address: a token once (8.2), then an error with status 200 (8.2.3)."""
        with self._lock:
            session = next((one for one in self.sessions if one.id == session_id), None)
            if session is None or method != "POST":
                self.offences.append(f"8.2.1 {method} of a fetch address")
                return Answer(405)
            if self.fetch_answers:
                return self.fetch_answers.pop(0)
            session.fetched += 1
            if session.fetched > 1:
                self.offences.append("8.2.1 a second POST of a fetch address")
                return say(200, {"error-code": "1", "error-text": "The authorization token has already been returned."})
            return say(200, {"auth-token": session.token})

    def session_of(self, authorization: str | None) -> Session | None:
        """Return whose token it is (8.2.2)."""
        return next((one for one in self.sessions if authorization == f"Basic {one.token}"), None)

    def judge(self, session: Session, method: str, path: str, query: dict[str, str], body: bytes) -> list[str]:
        """Return what a request does against the specification."""
        if path == "/activities/state" and method != "GET" and query.get("stateId") == "LMS.LaunchData":
            return ["10 the launch data are not the page's to change"]
        if path != "/statements" or method == "GET":
            return []
        earlier = [one for other in self._of_registration(session) for one in other.statements]
        faults: list[str] = []
        taken = list(session.statements)
        for statement in self.news(session, body):
            if any(one["id"] == statement["id"] for one in earlier):
                continue  # the same statement: the LRS says that it is there
            faults += faults_of(statement, session, earlier)
            session.statements.append(statement)
        session.statements = taken
        return faults

    @staticmethod
    def news(session: Session, body: bytes) -> list[Statement]:
        """Return the statements of a request that the session has not had: one of the same id is the same."""
        said = json.loads(body)
        had = {statement["id"] for statement in session.statements}
        return [one for one in (said if isinstance(said, list) else [said]) if one.get("id") not in had]


Cmi5 = Callable[[Path], Cmi5Lms]
"""Puts a cmi5 package, a zip, into an LMS: the fixture ``cmi5``."""


@contextmanager
def cmi5_lms(package: Path, content: str, ralph: Ralph) -> Iterator[Cmi5Lms]:
    """Yield an LMS that holds ``package``, a zip whose files are served under ``content``."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.lrs = Lrs(ralph, endpoint=f"{server.url}/xAPI/")
    server.lms = Cmi5Lms(server.lrs, content, read_units(package), server.url)
    with running(server):
        yield server.lms


class _Server(LrsServer):
    lms: Cmi5Lms


class _Handler(LrsHandler):
    server: _Server

    def answer(self, path: str, query: dict[str, str], body: bytes) -> tuple[Answer, dict[str, str]]:
        lms = self.server.lms
        if path == "/course":
            return Answer(200, _COURSE), {"Content-Type": "text/html"}
        if path.startswith("/fetch/"):
            answer = lms.hand_out(self.command, path.removeprefix("/fetch/"))
            return answer, CROSS_ORIGIN | {"Content-Type": answer.content_type}
        if self.command == "OPTIONS":
            return super().answer(path, query, body)
        session = lms.session_of(self.headers.get("Authorization"))
        if session is None:
            return Answer(401), CROSS_ORIGIN
        with lms._lock:
            return self.answer_session(session, path, query, body)

    def answer_session(
        self, session: Session, path: str, query: dict[str, str], body: bytes
    ) -> tuple[Answer, dict[str, str]]:
        """Refuse what is forbidden (6.3), pass on the rest under the LMS's own account, and note what was taken."""
        lms = self.server.lms
        if faults := lms.judge(session, self.command, path, query, body):
            lms.offences += faults
            return Answer(403, "\n".join(faults).encode()), CROSS_ORIGIN
        self.headers.replace_header("Authorization", AUTH)
        answer, headers = super().answer(path, query, body)
        if path == "/statements" and self.command != "GET" and answer.status < 300:
            session.statements += lms.news(session, body)
        return answer, headers
