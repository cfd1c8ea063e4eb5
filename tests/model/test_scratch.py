"""Facts about what waits in a temporary file."""

from __future__ import annotations

import os
import tempfile
from io import FileIO
from pathlib import Path

import pytest

from scormpack.model import Scratch, Slip, fetch


def test_what_was_put_aside_comes_back() -> None:
    """However much else was put there, before and after; also nothing at all."""
    scratch = Scratch()
    texts = [os.urandom(size) for size in (0, 1, 70_000, 3)]
    waiting = [scratch.put(text) for text in texts]
    assert [fetch(one) for one in reversed(waiting)] == texts[::-1]
    assert all(isinstance(one, Slip) for one in waiting)
    waiting.append(scratch.put(b"later"))
    assert fetch(waiting[-1]) == b"later"
    assert fetch(waiting[1]) == texts[1]


def test_a_system_that_cannot_read_at_a_place_goes_there_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows: the same bytes come back."""
    monkeypatch.delattr(os, "pread", raising=False)
    scratch = Scratch()
    waiting = [scratch.put(text) for text in (b"one", b"two")]
    assert fetch(waiting[0]) == b"one"
    assert fetch(scratch.put(b"three")) == b"three"
    assert fetch(waiting[1]) == b"two"


def test_without_a_place_for_files_it_waits_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder for temporary files is there that can be written."""

    def refuse(**_how: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert Scratch().put(b"bread") == b"bread"


class Small(FileIO):
    """A file on a disk that is soon full."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Write no more than five bytes."""
        return super().write(data[:5])


def test_once_the_disk_is_full_the_rest_waits_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written whole is still there."""
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_how: Small(tmp_path / "scratch", "w+"))
    scratch = Scratch()
    waiting = [scratch.put(text) for text in (b"bread", b"and butter", b"jam")]
    assert list(map(type, waiting)) == [Slip, bytes, bytes]
    assert list(map(fetch, waiting)) == [b"bread", b"and butter", b"jam"]
