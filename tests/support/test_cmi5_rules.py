"""The LMS of the cmi5 tests refuses what the specification forbids: a session that it takes is worth something."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from cmi5_rules import faults_of
from cmi5_session import CMI5, MASTERY_SCORE, MOVEON, SESSION_ID, AssignableUnit, Session, Statement

ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example.org", "name": "ada"}}
AU = AssignableUnit("https://example.org/one", "One", "index.html", "Passed", "AnyWindow", 0.7)
TEMPLATE: dict[str, Any] = {"contextActivities": {"grouping": [{"id": AU.id}]}, "extensions": {SESSION_ID: "s-1"}}
DONE = {"duration": "PT9.5S"}

Change = Callable[[Statement], Any]


def session(*statements: Statement, mode: str = "Normal") -> Session:
    """Return a session that has had these."""
    data = {"contextTemplate": TEMPLATE, "launchMode": mode, "moveOn": "Passed", "masteryScore": 0.7}
    activity = "https://lms.example.org/activities/1"
    return Session("s-1", "t", AU, "registration", activity, ACTOR, data, statements=list(statements))


def said(verb: str, second: int = 0, **result: object) -> Statement:
    """Return a statement of cmi5's own, as it should be."""
    judged = verb in {"passed", "failed"}
    categories = [CMI5, *([MOVEON] if judged or verb == "completed" else [])]
    return {
        "id": f"7f1f3c1e-6f57-4dd8-8d0f-2c8b3a1f00{second:02}",
        "actor": ACTOR,
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}"},
        "object": {"id": "https://lms.example.org/activities/1"},
        "result": result,
        "context": {
            "registration": "registration",
            "contextActivities": TEMPLATE["contextActivities"] | {"category": [{"id": name} for name in categories]},
            "extensions": TEMPLATE["extensions"] | ({MASTERY_SCORE: 0.7} if judged else {}),
        },
        "timestamp": f"2026-01-02T03:04:{second:02}.000Z",
    }


BEGUN = said("initialized")
SCORE = {"scaled": 0.8, "raw": 80, "min": 0, "max": 100}
PASSED = said("passed", 3, success=True, score=SCORE, **DONE)
FAILED = said("failed", 3, success=False, score=SCORE | {"scaled": 0.3, "raw": 30}, **DONE)
COMPLETED = said("completed", 2, completion=True, **DONE)
ENDED = said("terminated", 9, **DONE)
ANSWERED = said("answered", 1)
ANSWERED["context"]["contextActivities"]["category"] = []


def test_a_session_by_the_rules_has_no_fault() -> None:
    """From initialized to terminated, with an answer of a verb of its own in between."""
    had: list[Statement] = []
    for statement in (BEGUN, ANSWERED, COMPLETED, PASSED, ENDED):
        assert faults_of(statement, session(*had), []) == []
        had.append(statement)
    assert faults_of(FAILED, session(BEGUN), [COMPLETED]) == []


@pytest.mark.parametrize(
    ("fault", "statement", "had", "earlier"),
    [
        ("9.3.2", PASSED, [], []),
        ("9.3.2", said("initialized", 4), [BEGUN], []),
        ("9.3.8", ANSWERED, [BEGUN, ENDED], []),
        ("9.3 twice in a session", COMPLETED, [BEGUN, COMPLETED], []),
        ("9.3 passed and failed", PASSED, [BEGUN, FAILED], []),
        ("9.3 twice in a registration", COMPLETED, [BEGUN], [COMPLETED]),
        ("9.3 twice in a registration", PASSED, [BEGUN], [PASSED]),
        ("9.3 failed after passed", FAILED, [BEGUN], [PASSED]),
        ("9.3 a time before", ANSWERED, [said("initialized", 5)], []),
        ("9.3 terminated is last", said("terminated", 1, **DONE), [BEGUN, PASSED], []),
    ],
)
def test_order(fault: str, statement: Statement, had: list[Statement], earlier: list[Statement]) -> None:
    """What comes at the wrong moment is a fault, by its section."""
    assert [told for told in faults_of(statement, session(*had), earlier) if told.startswith(fault)]


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("9.1", lambda one: one.update(id="one")),
        ("9.2", lambda one: one.update(actor=ACTOR | {"name": "Ada"})),
        ("9.3 no verb", lambda one: one.update(verb={"id": "https://example.org/passed"})),
        ("9.3.4", lambda one: one["result"]["score"].update(scaled=0.6)),
        ("9.4", lambda one: one["object"].update(id=AU.id)),
        ("9.5.1 scaled", lambda one: one["result"]["score"].update(scaled=80)),
        ("9.5.1 raw", lambda one: one["result"]["score"].update(raw=79.5)),
        ("9.5.1 raw", lambda one: one["result"]["score"].pop("max")),
        ("9.5.2", lambda one: one["result"].pop("success")),
        ("9.5.3", lambda one: one["result"].update(completion=True)),
        ("9.5.4.1", lambda one: one["result"].update(duration="9.5")),
        ("9.6.1", lambda one: one["context"].update(registration="another")),
        ("9.6.2.2", lambda one: one["context"]["contextActivities"]["category"].pop()),
        ("9.6.2.3", lambda one: one["context"]["contextActivities"].pop("grouping")),
        ("9.6.3.1", lambda one: one["context"]["extensions"].pop(SESSION_ID)),
        ("9.6.3.2", lambda one: one["context"]["extensions"].pop(MASTERY_SCORE)),
        ("9.7", lambda one: one.update(timestamp="2026-01-02T03:04:05+01:00")),
        ("10 contextTemplate", lambda one: one["context"]["extensions"].update({SESSION_ID: "s-2"})),
    ],
)
def test_parts(fault: str, change: Change) -> None:
    """A part of a statement that is missing or wrong is a fault, by its section."""
    statement = copy.deepcopy(PASSED)
    change(statement)
    assert [told for told in faults_of(statement, session(BEGUN), []) if told.startswith(fault)]


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_modes(mode: str) -> None:
    """Where nothing counts a verdict is a fault; begin and end, and what is not cmi5's own, are none."""
    assert faults_of(PASSED, session(BEGUN, mode=mode), []) == ["10 launchMode: passed"]
    assert faults_of(ANSWERED, session(BEGUN, mode=mode), []) == []
    assert faults_of(ENDED, session(BEGUN, mode=mode), []) == []


def test_an_answer_is_no_verdict() -> None:
    """What is not cmi5's own may carry a score of any kind, and not the category of a verdict."""
    statement = copy.deepcopy(ANSWERED)
    statement["result"] = {"success": True, "score": {"raw": 0.5}}
    assert faults_of(statement, session(BEGUN), []) == []
    statement["context"]["contextActivities"]["category"] = [{"id": MOVEON}]
    assert faults_of(statement, session(BEGUN), []) == ["9.6.2.2 moveon in a statement that is not cmi5's: answered"]
