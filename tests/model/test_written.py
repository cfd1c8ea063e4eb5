"""Facts about models that wait as JSON."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from scormpack.model import Module, Scratch, Waiting, Written

TEXTS = {name: f'{{"title": "{name}", "lessons": ["a"]}}'.encode() for name in ("one", "two")}
MADE = {"three": Module(title="three", lessons=("a",))}


def test_models_are_made_when_they_are_asked_for() -> None:
    """They are those of the JSON, in the order given, and made once."""
    written = Written(Module, TEXTS, MADE, ("two", "three", "one"))
    assert list(written) == ["two", "three", "one"]
    assert len(written) == 3
    assert "one" in written
    assert "four" not in written
    assert written["one"] == Module(title="one", lessons=("a",))
    assert written["one"] is written["one"]
    assert dict(written) == written


@pytest.mark.parametrize("put", [bytes, Scratch().put], ids=["in memory", "put aside"])
def test_a_part_and_a_copy_hold_the_same(put: Callable[[bytes], Waiting]) -> None:
    """Chosen, or sent to another process, the models are equal, wherever their texts wait."""
    written = Written(Module, {name: put(text) for name, text in TEXTS.items()}, MADE, ("two", "three", "one"))
    part = written.part(["one", "three"])
    assert list(part) == ["one", "three"]
    assert part["one"] == written["one"]
    assert pickle.loads(pickle.dumps(written)) == written  # noqa: S301 (our own)
