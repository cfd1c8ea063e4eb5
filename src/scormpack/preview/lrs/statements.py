"""The Statement resource (xAPI 1.0.3 Communication 2.1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from scormpack.preview.lrs.answer import Answer, Request, refuse, say
from scormpack.preview.lrs.documents import agent_key
from scormpack.preview.lrs.moment import now, read_moment, write_moment
from scormpack.preview.lrs.statement_rules import is_uuid, statement_faults

MOST_STATEMENTS = 20_000
VOIDED = "http://adlnet.gov/expapi/verbs/voided"
_AUTHORITY = {"objectType": "Agent", "name": "scormpack preview", "account": {"homePage": "http://localhost", "name": "preview"}}  # fmt: skip  # noqa: E501
_OWN = ("stored", "authority", "version", "timestamp")

Statement = dict[str, Any]


@dataclass
class StatementStore:
    """Statements by their id, in the order in which they came."""

    statements: dict[str, Statement] = field(default_factory=dict)
    voided: set[str] = field(default_factory=set)

    def answer(self, request: Request) -> tuple[Answer, list[Statement]]:
        """Obey one request; return what to say and the statements that are new."""
        if request.method == "GET":
            return self._get(request.query), []
        if request.method not in {"PUT", "POST"}:
            return refuse(405, "statements are never changed or deleted"), []
        try:
            said = json.loads(request.body)
        except ValueError:
            return refuse(400, "the body is no JSON"), []
        if request.method == "PUT":
            return self._put(request.query.get("statementId", ""), said)
        return self._post(said)

    def _put(self, identifier: str, said: object) -> tuple[Answer, list[Statement]]:
        if not is_uuid(identifier):
            return refuse(400, "statementId is no UUID"), []
        if isinstance(said, dict) and said.setdefault("id", identifier) != identifier:
            return refuse(400, "the statement's id is not the statementId"), []
        answer, fresh = self._post(said)
        return (Answer(204) if answer.status == 200 else answer), fresh

    def _post(self, said: object) -> tuple[Answer, list[Statement]]:
        """Store all or none (2.1.2)."""
        batch: list[Any] = said if isinstance(said, list) else [said]
        for number, statement in enumerate(batch, 1):
            if faults := statement_faults(statement):
                place = f"statement {number}: " if len(batch) > 1 else ""
                return refuse(400, place + "; ".join(faults)), []
        if len(self.statements) + len(batch) > MOST_STATEMENTS:
            return refuse(413, "this preview keeps no more statements"), []
        complete = [self._complete(statement) for statement in batch]
        ids = [statement["id"] for statement in complete]
        if len(set(ids)) < len(ids):
            return refuse(400, "two statements of the batch have one id"), []
        for statement in complete:
            held = self.statements.get(statement["id"])
            if held is not None and _core(held) != _core(statement):
                return refuse(409, f"another statement has the id {statement['id']}"), []
        fresh = [statement for statement in complete if statement["id"] not in self.statements]
        for statement in fresh:
            self.statements[statement["id"]] = statement
            if statement["verb"]["id"] == VOIDED:
                self.voided.add(statement["object"].get("id", ""))
        return say(200, ids), fresh

    def _complete(self, statement: Mapping[str, Any]) -> Statement:
        """Add what an LRS adds (Data 2.4.7, 2.4.8, 2.4.9, 2.4.10)."""
        stored = write_moment(now())
        whole = {"id": str(uuid4()), "timestamp": stored, "version": "1.0.0", **statement}
        return {**whole, "id": whole["id"].lower(), "stored": stored, "authority": _AUTHORITY}

    def _get(self, query: Mapping[str, str]) -> Answer:
        headers = {"X-Experience-API-Consistent-Through": write_moment(now())}
        if "statementId" in query and "voidedStatementId" in query:
            return refuse(400, "statementId and voidedStatementId exclude each other")
        for name, wants_voided in (("statementId", False), ("voidedStatementId", True)):
            if name in query:
                held = self.statements.get(query[name].lower())
                if held is None or (held["id"] in self.voided) is not wants_voided:
                    return refuse(404, "there is no such statement")
                return say(200, held, headers)
        try:
            found = self._select(query)
            limit = int(query.get("limit", "0")) or 100
        except ValueError as error:
            return refuse(400, str(error))
        if query.get("ascending") != "true":
            found.reverse()
        return say(200, {"statements": found[:limit], "more": ""}, headers)

    def _select(self, query: Mapping[str, str]) -> list[Statement]:
        agent = agent_key(json.loads(query["agent"])) if "agent" in query else None
        moments = {name: read_moment(query[name]) for name in ("since", "until") if name in query}
        if None in moments.values():
            raise ValueError("since and until are timestamps")
        since, until = moments.get("since"), moments.get("until")
        found = []
        for statement in self.statements.values():
            stored = read_moment(statement["stored"])
            right = (
                statement["id"] not in self.voided
                and query.get("verb", statement["verb"]["id"]) == statement["verb"]["id"]
                and query.get("activity") in {None, statement["object"].get("id")}
                and query.get("registration") in {None, statement.get("context", {}).get("registration")}
                and (agent is None or agent == _agent_key(statement["actor"]))
                and (since is None or stored is None or stored > since)
                and (until is None or stored is None or stored <= until)
            )
            if right:
                found.append(statement)
        return found


def _core(statement: Statement) -> str:
    """Return what must be equal in two statements of one id (Data 2.3.1); what the LRS adds is none of it."""
    return json.dumps({name: value for name, value in statement.items() if name not in _OWN}, sort_keys=True)


def _agent_key(actor: Mapping[str, Any]) -> str | None:
    try:
        return agent_key(actor)
    except ValueError:
        return None
