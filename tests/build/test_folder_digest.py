"""Facts about how a folder is known by what it holds."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from scormpack.build import folder_digest
from scormpack.build.folder_digest import FolderLook, digest_folder, digest_states


def test_what_python_writes_when_it_first_runs_is_no_change(tmp_path: Path) -> None:
    """Compiled modules come, and the date of their folder changes: a program is what it was."""
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "module.py").write_text("one", encoding="utf-8")
    before = digest_states([tmp_path], "")
    (tmp_path / "part" / "__pycache__").mkdir()
    (tmp_path / "part" / "__pycache__" / "module.pyc").write_bytes(b"compiled")
    assert digest_states([tmp_path], "") == before
    (tmp_path / "part" / "other.py").write_text("", encoding="utf-8")
    more = digest_states([tmp_path], "")
    (tmp_path / "part" / "module.py").write_text("another", encoding="utf-8")
    assert len({before, more, digest_states([tmp_path], "")}) == 3


def test_each_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    """By its path from the folder; of a folder that cannot be known, none."""
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "file").write_bytes(b"x" * 100_000)
    assert FolderLook(tmp_path).files == {"part/file": hashlib.sha256(b"x" * 100_000).hexdigest()}
    (tmp_path / "whole").symlink_to(tmp_path / "part")
    assert FolderLook(tmp_path).files == {}


def test_a_folder_that_nobody_has_touched_still_holds(tmp_path: Path) -> None:
    """What is left out may change meanwhile, and so may the folder around it."""
    beside = tmp_path / "around" / "dist"
    beside.parent.mkdir()
    (tmp_path / "file").write_text("one", encoding="utf-8")
    look = FolderLook(tmp_path, beside)
    beside.mkdir()
    (beside / "more").touch()
    assert look.still_holds()
    assert look.digest == digest_folder(tmp_path, beside)


@pytest.mark.parametrize("is_old", [True, False])
def test_what_is_written_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_old: bool) -> None:
    """Also where size and date are the same: of a file that was just written its bytes tell."""
    if is_old:
        monkeypatch.setattr(folder_digest, "_UNSETTLED", -(10**18))
    file = tmp_path / "file"
    file.write_text("one", encoding="utf-8")
    date = file.stat().st_mtime_ns
    look = FolderLook(tmp_path)
    assert look.still_holds()
    if not is_old:  # no clock has moved
        monkeypatch.setattr(folder_digest, "_state", lambda path, _: path)
        look = FolderLook(tmp_path)
    file.write_text("two", encoding="utf-8")
    os.utime(file, ns=(date, date))
    assert not look.still_holds()
    file.write_text("one", encoding="utf-8")
    assert FolderLook(tmp_path).still_holds()
    look = FolderLook(tmp_path)
    (tmp_path / "other").touch()
    assert not look.still_holds()


def test_a_folder_that_cannot_be_known_never_holds(tmp_path: Path) -> None:
    """It holds a link to elsewhere."""
    (tmp_path / "link").symlink_to(tmp_path)
    assert FolderLook(tmp_path).digest is None
    assert not FolderLook(tmp_path).still_holds()


def test_a_file_that_is_known_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its digest is taken as told; nothing else about the folder's changes."""
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    known = {Path(name): hashlib.sha256(name.encode()).hexdigest() for name in ("one", "none")}
    told = digest_folder(tmp_path)
    (tmp_path / "one").write_text("one more", encoding="utf-8")
    assert digest_folder(tmp_path, known=known) == told != digest_folder(tmp_path)
