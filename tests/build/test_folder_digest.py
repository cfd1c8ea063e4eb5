"""Facts about how a folder is known by what it holds."""

from __future__ import annotations

from pathlib import Path

from scormpack.build.folder_digest import digest_states


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
