"""Facts about results that one run asks for again."""

from __future__ import annotations

from scormpack.build.passing import Passing


def test_an_entry_is_handed_out_once() -> None:
    """Who asks for it is the last who does; of others nothing is known."""
    passing = Passing()
    assert not passing
    passing.put({b"one": b"bread", b"two": b""})
    assert passing
    assert passing.get([b"two", b"three"]) == {b"two": b""}
    assert passing.get([b"two", b"one"]) == {b"one": b"bread"}
    assert not passing
