"""What is asked of the record store, and what it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

VERSION = "1.0.3"


@dataclass(frozen=True)
class Request:
    """One request, apart from how it came.

    Attributes:
        method: GET, PUT, POST or DELETE.
        path: below the endpoint, with a leading slash.
        query: of the address.
        headers: names in lower case.
        body: as it came.
    """

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What to send back."""

    status: int
    body: bytes = b""
    content_type: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def say(status: int, value: Any, headers: Mapping[str, str] | None = None) -> Answer:  # noqa: ANN401 (whatever JSON holds)
    """Return an answer in JSON."""
    return Answer(status, json.dumps(value, ensure_ascii=False).encode(), "application/json", headers or {})


def refuse(status: int, reason: str) -> Answer:
    """Return a refusal and its reason (xAPI 1.0.3 Communication 3.2)."""
    return Answer(status, reason.encode(), "text/plain; charset=utf-8")


def entity_tag(body: bytes) -> str:
    """Return the entity tag of a document: its SHA-1 in double quotes (Communication 3.1)."""
    return f'"{hashlib.sha1(body, usedforsecurity=False).hexdigest()}"'
