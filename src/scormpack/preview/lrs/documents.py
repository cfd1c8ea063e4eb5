"""State, activity profile and agent profile: documents by name (xAPI 1.0.3 Communication 2.3, 2.6, 2.7)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scormpack.preview.lrs.answer import Answer, Request, entity_tag, refuse, say
from scormpack.preview.lrs.moment import now, read_moment

MOST_DOCUMENTS = 10_000
_SCOPES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "/activities/state": ("stateId", ("activityId", "agent"), ("registration",)),
    "/activities/profile": ("profileId", ("activityId",), ()),
    "/agents/profile": ("profileId", ("agent",), ()),
}
"""Path to the name of a document's id, what must be said with it, and what may be."""


@dataclass(frozen=True)
class Document:
    """One document; ``stored`` is when it was last written."""

    content_type: str
    body: bytes
    stored: datetime


@dataclass
class DocumentStore:
    """Every document, by resource, scope and id."""

    documents: dict[tuple[str, tuple[str, ...], str], Document] = field(default_factory=dict)

    @staticmethod
    def answers(path: str) -> bool:
        """Return whether ``path`` is one of the three resources."""
        return path in _SCOPES

    def answer(self, request: Request) -> Answer:
        """Obey one request."""
        id_name, required, optional = _SCOPES[request.path]
        missing = [name for name in required if not request.query.get(name)]
        if missing:
            return refuse(400, f"{missing[0]} is required")
        try:
            scope = tuple(_canonical(name, request.query.get(name, "")) for name in (*required, *optional))
        except ValueError as error:
            return refuse(400, str(error))
        identifier = request.query.get(id_name)
        if identifier is None:
            return self._answer_all(request, scope)
        key = (request.path, scope, identifier)
        if request.method == "GET":
            return self._get(key)
        refused = self._refuse_stale(request, self.documents.get(key))
        return refused or self._change(request, key)

    def _answer_all(self, request: Request, scope: tuple[str, ...]) -> Answer:
        """List the ids, or delete a whole scope, which only the State resource allows (2.3)."""
        keys = [key for key in self.documents if key[:2] == (request.path, scope)]
        if request.method == "GET":
            since = request.query.get("since")
            moment = read_moment(since) if since else None
            if since and moment is None:
                return refuse(400, "since is no timestamp")
            return say(200, [key[2] for key in keys if moment is None or self.documents[key].stored > moment])
        if request.method == "DELETE" and request.path == "/activities/state":
            for key in keys:
                del self.documents[key]
            return Answer(204)
        return refuse(400, "the document's id is required")

    def _get(self, key: tuple[str, tuple[str, ...], str]) -> Answer:
        document = self.documents.get(key)
        if document is None:
            return refuse(404, "there is no such document")
        headers = {
            "ETag": entity_tag(document.body),
            "Last-Modified": document.stored.strftime("%a, %d %b %Y %H:%M:%S GMT"),
        }
        return Answer(200, document.body, document.content_type, headers)

    def _change(self, request: Request, key: tuple[str, tuple[str, ...], str]) -> Answer:
        if request.method == "DELETE":
            self.documents.pop(key, None)
            return Answer(204)
        if key not in self.documents and len(self.documents) >= MOST_DOCUMENTS:
            return refuse(413, "this preview keeps no more documents")
        content_type = request.headers.get("content-type", "application/octet-stream")
        body = request.body
        if request.method == "POST":
            before = self.documents.get(key)
            merged = _merged(before, content_type, body)
            if merged is None:
                return refuse(400, "POST merges JSON objects, and one of the two is none")
            body = merged
        self.documents[key] = Document(content_type, body, now())
        return Answer(204, headers={"ETag": entity_tag(body)})

    def _refuse_stale(self, request: Request, document: Document | None) -> Answer | None:
        """Keep one writer from undoing another's work (Communication 3.1)."""
        match, none_match = request.headers.get("if-match"), request.headers.get("if-none-match")
        tag = None if document is None else entity_tag(document.body)
        if match is not None and (tag is None or (match.strip() != "*" and tag not in _tags(match))):
            return refuse(412, "If-Match: the document is another by now")
        if none_match is not None and tag is not None and (none_match.strip() == "*" or tag in _tags(none_match)):
            return refuse(412, "If-None-Match: the document is there already")
        demands = request.method == "PUT" and request.path != "/activities/state"
        if demands and tag is not None and match is None and none_match is None:
            return refuse(409, "the document is there already: read it, then say If-Match with its ETag")
        if demands and match is None and none_match is None:
            return refuse(400, "a profile is written with If-Match or If-None-Match")
        return None


def _tags(header: str) -> list[str]:
    return [tag.strip().removeprefix("W/") for tag in header.split(",")]


def _canonical(name: str, value: str) -> str:
    """Return a parameter in the one form that names its scope."""
    if name != "agent":
        return value
    try:
        agent = json.loads(value)
    except ValueError as error:
        raise ValueError("agent is no JSON") from error
    if not isinstance(agent, Mapping):
        raise ValueError("agent is no JSON object")  # noqa: TRY004 (what is wrong is the text's value)
    return agent_key(agent)


def agent_key(agent: Mapping[str, object]) -> str:
    """Return what identifies an agent: its one identifier, whatever its name (Data 2.4.2.3)."""
    for name in ("mbox", "mbox_sha1sum", "openid", "account"):
        if name in agent:
            return json.dumps({name: agent[name]}, sort_keys=True)
    raise ValueError("agent has no mbox, mbox_sha1sum, openid or account")


def _merged(before: Document | None, content_type: str, body: bytes) -> bytes | None:
    """Return both objects as one, the newer one's keys winning (2.2, JSON procedure); None where that cannot be."""
    if before is None:
        return body
    try:
        old, new = json.loads(before.body), json.loads(body)
    except ValueError:
        return None
    both_json = all(kind.startswith("application/json") for kind in (before.content_type, content_type))
    if not (both_json and isinstance(old, dict) and isinstance(new, dict)):
        return None
    return json.dumps(old | new, ensure_ascii=False).encode()
