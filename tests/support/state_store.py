"""The State resource of an LRS, in memory: what the xAPI specification asks of it, part 3, section 2.3."""

import hashlib
import json
from dataclasses import dataclass, field

TypeAndBody = tuple[str, bytes]


@dataclass(frozen=True)
class Answer:
    """What to send back: a status, a content type ("" for none), a body."""

    status: int
    content_type: str = ""
    body: bytes = b""

    @property
    def etag(self) -> str:
        """The entity tag of the body: its SHA-1 in double quotes (section 3.1)."""
        return f'"{hashlib.sha1(self.body).hexdigest()}"'  # noqa: S324  (the specification's choice)


@dataclass
class StateStore:
    """Documents by the four parameters that name one.

    Attributes:
        documents: (activityId, agent as canonical JSON, registration or "", stateId) -> content type and bytes.
    """

    documents: dict[tuple[str, str, str, str], TypeAndBody] = field(default_factory=dict)

    def answer(self, method: str, query: dict[str, str], content_type: str, body: bytes) -> Answer:
        """Obey one request on ``/activities/state``."""
        if not {"activityId", "agent"} <= query.keys():
            return Answer(400, "text/plain", b"activityId and agent are required")
        agent = json.dumps(json.loads(query["agent"]), sort_keys=True)
        scope = (query["activityId"], agent, query.get("registration", ""))
        if "stateId" not in query:
            ids = [key[3] for key in self.documents if key[:3] == scope]
            return Answer(200, "application/json", json.dumps(ids).encode()) if method == "GET" else Answer(400)
        key = (*scope, query["stateId"])
        if method == "GET":
            return Answer(200, *self.documents[key]) if key in self.documents else Answer(404)
        if method == "PUT":
            self.documents[key] = (content_type, body)
        elif method == "POST":
            self.documents[key] = (content_type, self._merged(key, body))
        elif method == "DELETE":
            self.documents.pop(key, None)
        return Answer(204)

    def _merged(self, key: tuple[str, str, str, str], body: bytes) -> bytes:
        before = json.loads(self.documents[key][1]) if key in self.documents else {}
        return json.dumps(before | json.loads(body)).encode()
