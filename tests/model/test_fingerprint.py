"""Facts about fingerprints: Python and the browser agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scormpack.model.fingerprint import ALPHABET, fingerprint

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "fingerprints.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"][:20])
def test_python_agrees_with_the_browser(case: dict[str, str]) -> None:
    """The cases that runtime/state/hash.ts is held to hold here too."""
    assert fingerprint(case["text"]) == case["fingerprint"]


def test_fingerprints_are_spread() -> None:
    """Of 500 questions of one form hardly any two agree: about as many as chance would have."""
    prints = [fingerprint(f"q{number}|choice|4:[0]") for number in range(500)]
    assert all(len(text) == 2 and set(text) <= set(ALPHABET) for text in prints)
    assert len(set(prints)) > 430
