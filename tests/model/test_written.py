"""Facts about models that wait as JSON."""

from __future__ import annotations

import pickle

from scormpack.model import Module, Written, pack_text, unpack_text

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


def test_a_part_and_a_copy_hold_the_same() -> None:
    """Chosen, or sent to another process, the models are equal."""
    written = Written(Module, TEXTS, MADE, ("two", "three", "one"))
    part = written.part(["one", "three"])
    assert list(part) == ["one", "three"]
    assert part["one"] == written["one"]
    assert pickle.loads(pickle.dumps(written)) == written  # noqa: S301 (our own)


def test_what_is_packed_comes_out_again() -> None:
    """Packed by itself, beside another text that says much of it, beside none, or not at all."""
    text, other = b"the dough rises slowly, and the oven waits" * 9, b"the oven waits, and the dough rises slowly" * 9
    assert unpack_text(pack_text(text)) == unpack_text(text) == unpack_text(pack_text(text, b"")) == text
    assert unpack_text(pack_text(text, beside=other), beside=other) == text
    assert len(pack_text(other[:42], beside=other)) < len(pack_text(other[:42]))
