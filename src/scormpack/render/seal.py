"""Seals what must not be readable in the page's source; ``runtime/seal.ts`` opens it.

Sealed is not secret: whoever runs the page's own code can open it. It keeps answers out of "view source" and search.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from pydantic_core import to_json


def make_pad(iri: str) -> bytes:
    """Return the 32 bytes that a lesson's sealed parts are combined with: from its IRI, so every build has the same."""
    return hashlib.sha256(iri.encode()).digest()


def seal(value: object, pad: bytes) -> str:
    """Return ``value`` as base64 of its compact UTF-8 JSON combined (xor) with ``pad``, repeated."""
    return base64.b64encode(_combine(to_json(value), pad)).decode("ascii")


def unseal(sealed: str, pad: bytes) -> Any:  # noqa: ANN401 - any JSON
    """Return what was sealed with ``pad``.

    Raises:
        ValueError: where it was not sealed by us.
        RecursionError: where it is nested too deep.
    """
    return json.loads(_combine(base64.b64decode(sealed), pad))


def _combine(text: bytes, pad: bytes) -> bytes:
    if not pad:
        raise ValueError("there is nothing to combine the text with")
    stream = (pad * (len(text) // len(pad) + 1))[: len(text)]
    return (int.from_bytes(text, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(text), "big")
