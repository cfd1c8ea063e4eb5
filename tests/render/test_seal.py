"""What is sealed can be opened by the runtime's rule, and by nothing plainer."""

from __future__ import annotations

import base64
import hashlib
import json
from itertools import cycle

import pytest
from pydantic_core import to_json

from scormpack.render.seal import make_pad, seal, unseal

PAD = make_pad("https://example.org/c/lessons/one")


@pytest.mark.parametrize(
    "value", [None, {"answer": {"correct": [0]}}, "é漢字🎓\u2028</script>", ["x" * 1000], {}], ids=repr
)
def test_opens_again(value: object) -> None:
    """Base64, xor with the pad repeated, UTF-8, JSON gives the value back: what runtime/seal.ts does."""
    sealed = seal(to_json(value), PAD)
    plain = bytes(byte ^ key for byte, key in zip(base64.b64decode(sealed), cycle(PAD), strict=False))
    assert json.loads(plain.decode()) == value
    assert unseal(sealed, PAD) == value


def test_pad_comes_from_the_iri() -> None:
    """The pad is the SHA-256 of the lesson's IRI: the same in every build, another in every lesson."""
    assert hashlib.sha256(b"https://example.org/c/lessons/one").digest() == PAD
    assert make_pad("https://example.org/c/lessons/two") != PAD
