"""The record store: statements, documents, and what it must refuse (xAPI 1.0.3, parts 2 and 3)."""

import json
from typing import Any
from uuid import uuid4

import pytest

from scormpack.preview.lrs import Answer, RecordStore, Request

AGENT = {"mbox": "mailto:ada@example.org"}
ACTIVITY = "https://example.org/knots"
STATE = {"activityId": ACTIVITY, "agent": json.dumps(AGENT), "stateId": "s"}
PROFILE = {"activityId": ACTIVITY, "profileId": "p"}


def statement(**more: Any) -> dict[str, Any]:  # noqa: ANN401  (whatever JSON holds)
    """Return a valid statement, less what is None."""
    base = {"actor": AGENT, "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}, "object": {"id": ACTIVITY}}
    return {name: value for name, value in (base | more).items() if value is not None}


@pytest.fixture
def store() -> RecordStore:
    """Return an empty one."""
    return RecordStore()


def ask(
    store: RecordStore, method: str, path: str, query: dict[str, str] | None = None, body: object = None, **headers: str
) -> Answer:
    """Ask as a package does."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    sent = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    base = {"x-experience-api-version": "1.0.3", "content-type": "application/json"}
    return store.answer(Request(method, path, query or {}, base | named, sent))[0]


def test_statements_are_kept_whole_and_found_again(store: RecordStore) -> None:
    """PUT and POST store, filters find, the newest comes first; the same again is fine, another of its id is not."""
    one, two = str(uuid4()), str(uuid4())
    assert ask(store, "PUT", "/statements", {"statementId": one}, statement()).status == 204
    assert json.loads(ask(store, "POST", "/statements", body=[statement(id=two, verb={"id": "x:y"})]).body) == [two]
    assert ask(store, "POST", "/statements", body=statement(id=one)).status == 200
    assert ask(store, "POST", "/statements", body=statement(id=one, verb={"id": "x:z"})).status == 409
    every = json.loads(ask(store, "GET", "/statements").body)["statements"]
    assert [held["id"] for held in every] == [two, one]
    assert {"stored", "timestamp", "authority", "version"} <= every[0].keys()
    query = {"verb": "x:y", "agent": json.dumps(AGENT), "activity": ACTIVITY, "ascending": "true", "limit": "1"}
    assert [s["id"] for s in json.loads(ask(store, "GET", "/statements", query).body)["statements"]] == [two]
    assert json.loads(ask(store, "GET", "/statements", {"registration": str(uuid4())}).body)["statements"] == []
    assert ask(store, "GET", "/statements", {"statementId": str(uuid4())}).status == 404
    void = statement(
        verb={"id": "http://adlnet.gov/expapi/verbs/voided"}, object={"objectType": "StatementRef", "id": one}
    )
    ask(store, "POST", "/statements", body=void)
    assert ask(store, "GET", "/statements", {"statementId": one}).status == 404
    assert ask(store, "GET", "/statements", {"voidedStatementId": one}).status == 200


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"actor": None}, "actor"),
        ({"actor": {"name": "Ada"}}, "exactly one of"),
        ({"actor": AGENT | {"openid": "https://a.org"}}, "exactly one of"),
        ({"actor": {"mbox": "ada@example.org"}}, "mailto"),
        ({"verb": {"id": "passed"}}, "no IRI"),
        ({"verb": {"id": "x:y", "display": "passed"}}, "language map"),
        ({"object": {"id": "knots"}}, "no IRI"),
        ({"object": {"objectType": "StatementRef", "id": "1"}}, "StatementRef"),
        ({"result": {"score": {"scaled": 80}}}, "beyond -1 to 1"),
        ({"result": {"score": {"raw": 11, "max": 10}}}, "between min and max"),
        ({"result": {"duration": "90"}}, "duration"),
        ({"result": {"success": "yes"}}, "neither true nor false"),
        ({"result": {"grade": 1}}, "no property"),
        ({"context": {"registration": "7"}}, "registration"),
        ({"context": {"contextActivities": {"group": []}}}, "group"),
        ({"context": {"platform": None}}, "null"),
        ({"timestamp": "yesterday"}, "timestamp"),
        ({"id": "1"}, "no UUID"),
        ({"score": 1}, "no property"),
    ],
)
def test_what_is_no_statement_is_refused_with_its_reason(store: RecordStore, wrong: dict[str, Any], words: str) -> None:
    """Each fault answers 400, says why, and nothing of the batch is stored."""
    answer = ask(
        store, "POST", "/statements", body=[statement(), statement(**wrong) if wrong != {"actor": None} else {}]
    )
    assert (answer.status, words in answer.body.decode()) == (400, True)
    assert json.loads(ask(store, "GET", "/statements").body)["statements"] == []


def test_state_documents(store: RecordStore) -> None:
    """A state is written, merged, listed and deleted; the agent's name is no part of who it is."""
    assert ask(store, "GET", "/activities/state", STATE).status == 404
    assert ask(store, "PUT", "/activities/state", STATE, {"a": 1, "b": 1}).status == 204
    assert ask(store, "POST", "/activities/state", STATE, {"b": 2}).status == 204
    named = STATE | {"agent": json.dumps({"name": "Ada", **AGENT})}
    answer = ask(store, "GET", "/activities/state", named)
    assert json.loads(answer.body) == {"a": 1, "b": 2}
    assert ask(store, "POST", "/activities/state", STATE, b"text", content_type="text/plain").status == 400
    scope = {name: value for name, value in STATE.items() if name != "stateId"}
    assert json.loads(ask(store, "GET", "/activities/state", scope).body) == ["s"]
    assert json.loads(ask(store, "GET", "/activities/state", scope | {"since": "2999-01-01T00:00:00Z"}).body) == []
    assert json.loads(ask(store, "GET", "/activities/state", scope | {"registration": str(uuid4())}).body) == []
    assert ask(store, "PUT", "/activities/state", STATE, {}, if_match='"old"').status == 412
    assert ask(store, "DELETE", "/activities/state", scope).status == 204
    assert ask(store, "GET", "/activities/state", STATE).status == 404
    assert ask(store, "PUT", "/activities/state", scope | {"stateId": "s", "agent": "Ada"}, {}).status == 400


def test_a_profile_has_one_writer_at_a_time(store: RecordStore) -> None:
    """A profile is written with If-Match or If-None-Match; who read an older one is told so (Communication 3.1)."""
    path = "/activities/profile"
    assert ask(store, "PUT", path, PROFILE, {"n": 1}).status == 400
    assert ask(store, "PUT", path, PROFILE, {"n": 1}, if_none_match="*").status == 204
    assert ask(store, "PUT", path, PROFILE, {"n": 2}, if_none_match="*").status == 412
    assert ask(store, "PUT", path, PROFILE, {"n": 2}).status == 409
    tag = ask(store, "GET", path, PROFILE).headers["ETag"]
    assert ask(store, "PUT", path, PROFILE, {"n": 2}, if_match=tag).status == 204
    assert ask(store, "PUT", path, PROFILE, {"n": 3}, if_match=tag).status == 412
    assert json.loads(ask(store, "GET", path, PROFILE).body) == {"n": 2}
    assert ask(store, "DELETE", path, {"activityId": ACTIVITY}).status == 400


def test_the_rest_of_a_record_store(store: RecordStore) -> None:
    """About needs no version, everything else does; activities and agents are told; other paths are not there."""
    assert "1.0.3" in json.loads(ask(store, "GET", "/about", x_experience_api_version="").body)["version"]
    assert ask(store, "GET", "/statements", x_experience_api_version="").status == 400
    definition = {"name": {"en": "Knots"}}
    ask(store, "POST", "/statements", body=statement(object={"id": ACTIVITY, "definition": definition}))
    known = json.loads(ask(store, "GET", "/activities", {"activityId": ACTIVITY}).body)
    assert known["definition"] == definition
    person = json.loads(ask(store, "GET", "/agents", {"agent": json.dumps(AGENT)}).body)
    assert person == {"objectType": "Person", "mbox": ["mailto:ada@example.org"]}
    assert ask(store, "GET", "/other").status == 404
    assert ask(store, "DELETE", "/statements").status == 405
