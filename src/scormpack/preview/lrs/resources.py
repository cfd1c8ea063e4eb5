"""The record store as a whole: every resource under its path."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from scormpack.preview.lrs.answer import VERSION, Answer, Request, refuse, say
from scormpack.preview.lrs.documents import DocumentStore
from scormpack.preview.lrs.statements import Statement, StatementStore


@dataclass
class RecordStore:
    """An LRS."""

    statements: StatementStore = field(default_factory=StatementStore)
    documents: DocumentStore = field(default_factory=DocumentStore)

    def answer(self, request: Request) -> tuple[Answer, list[Statement]]:
        """Obey one request that is known to come from whom it may; return the statements that are new beside."""
        if request.path == "/about":  # the one resource that asks for no version (Communication 2.8)
            return say(200, {"version": [VERSION, "1.0.2", "1.0.1", "1.0.0"]}), []
        version = request.headers.get("x-experience-api-version", "")
        if not version.startswith("1.0"):
            said = f"says {version!r}" if version else "is missing"
            return refuse(400, f"the header X-Experience-API-Version {said}; it must be {VERSION}"), []
        if request.path == "/statements":
            return self.statements.answer(request)
        if DocumentStore.answers(request.path):
            return self.documents.answer(request), []
        known = {"/activities": self._activity, "/agents": self._person}.get(request.path)
        return known(request) if known else refuse(404, f"an LRS has no {request.path}"), []

    def _activity(self, request: Request) -> Answer:
        """Return an activity with the definition that was told last (Communication 2.5)."""
        wanted = request.query.get("activityId")
        if not wanted:
            return refuse(400, "activityId is required")
        known = {"objectType": "Activity", "id": wanted}
        for statement in self.statements.statements.values():
            if statement["object"].get("id") == wanted and "definition" in statement["object"]:
                known = statement["object"]
        return say(200, known)

    def _person(self, request: Request) -> Answer:
        """Return an agent as a person, each property a list (Communication 2.4)."""
        try:
            agent = json.loads(request.query.get("agent", ""))
            return say(200, {"objectType": "Person"} | {n: [v] for n, v in agent.items() if n != "objectType"})
        except (ValueError, AttributeError):
            return refuse(400, "agent is no JSON object")
