"""Facts about folders that are replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scormpack.archive import folder, replace_folder, sweep


@pytest.mark.parametrize("at_once", [True, False])
def test_a_folder_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at_once: bool) -> None:
    """What was there is gone, what is new can be read by anybody, and nothing else is left, whatever the system can."""
    if not at_once:
        monkeypatch.setattr(folder, "_exchange", lambda _one, _other: False)
    site = tmp_path / "x.web"
    replace_folder(site, {"index.html": b"1", "lessons/a.html": b"a"})
    replace_folder(site, {"index.html": b"2", "assets/b.css": b"b"})
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.*")} == {"index.html", "assets/b.css"}
    assert [path.name for path in tmp_path.iterdir()] == ["x.web"]
    assert [oct(path.stat().st_mode & 0o777) for path in (site, site / "assets", site / "index.html")] == [
        "0o755",
        "0o755",
        "0o644",
    ]


def test_a_fault_leaves_the_old_folder(tmp_path: Path) -> None:
    """Where a file cannot be written, what was there stays, and nothing half is beside it."""
    site = tmp_path / "x.web"
    replace_folder(site, {"index.html": b"1"})
    with pytest.raises(OSError, match=r"(?i)name too long"):
        replace_folder(site, {"index.html": b"2", "x" * 300: b""})
    assert (site / "index.html").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["x.web"]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """A link of that name leads elsewhere: what lies there stays."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept").write_bytes(b"")
    (tmp_path / "x.web").symlink_to("elsewhere")
    replace_folder(tmp_path / "x.web", {"index.html": b"1"})
    assert (tmp_path / "elsewhere" / "kept").is_file()
    assert not (tmp_path / "x.web").is_symlink()


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    """Folders that nobody has touched for an hour go too."""
    left = tmp_path / ".scormpack-x.tmp"
    left.mkdir()
    (left / "index.html").write_bytes(b"")
    os.utime(left, (1, 1))
    sweep(tmp_path)
    assert not left.exists()
