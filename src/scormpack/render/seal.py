"""Seals what must not be readable in the page's source; ``runtime/seal.ts`` opens it.

Sealed is not secret: whoever runs the page's own code can open it. It keeps answers out of "view source" and search.
"""

from __future__ import annotations

import base64
import hashlib
import json


def make_pad(iri: str) -> bytes:
    """Return the 32 bytes that a lesson's sealed parts are combined with: from its IRI, so every build has the same."""
    return hashlib.sha256(iri.encode()).digest()


def seal(value: object, pad: bytes) -> str:
    """Return ``value`` as base64 of its compact UTF-8 JSON combined (xor) with ``pad``, repeated."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    stream = (pad * (len(plain) // len(pad) + 1))[: len(plain)]
    mixed = int.from_bytes(plain, "big") ^ int.from_bytes(stream, "big")
    return base64.b64encode(mixed.to_bytes(len(plain), "big")).decode("ascii")
