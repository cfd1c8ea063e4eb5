"""Seals what must not be readable in the page's source; ``runtime/seal.ts`` opens it.

Sealed is not secret: whoever runs the page's own code can open it. It keeps answers out of "view source" and search.
"""

from __future__ import annotations

import base64
import hashlib
import json
from binascii import b2a_base64
from functools import lru_cache
from typing import Any

_AT_ONCE = 32
"""Bytes that a length is rounded up to, so that what texts are combined with is made once for many."""


def make_pad(iri: str) -> bytes:
    """Return the 32 bytes that a lesson's sealed parts are combined with: from its IRI, so every build has the same."""
    return hashlib.sha256(iri.encode()).digest()


def seal(text: bytes, pad: bytes) -> str:
    """Return UTF-8 JSON as base64 of it combined (xor) with ``pad``, repeated."""
    return b2a_base64(_combine(text, pad), newline=False).decode("ascii")


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
    length = len(text)
    size = (length // _AT_ONCE + 1) * _AT_ONCE
    return (int.from_bytes(text, "little") ^ _repeat(pad, size)).to_bytes(size, "little")[:length]


@lru_cache(maxsize=32)
def _repeat(pad: bytes, size: int) -> int:
    """Return so many bytes of the pad, repeated, as one number."""
    return int.from_bytes((pad * (size // len(pad) + 1))[:size], "little")
