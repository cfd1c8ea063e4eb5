"""A folder replaced whole: built beside, then swapped."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from scormpack.archive.replacement import TEMPORARY

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # renameat2(2)


def replace_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` (path to bytes) to a folder beside ``target``, then put it in its place: never a half.

    What was in ``target`` before is gone, also files that are not among these.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=TEMPORARY, suffix=".tmp", dir=target.parent))
    try:
        for path, data in files.items():
            file = made / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            file.chmod(0o644)
        for folder in (made, *(path for path in made.rglob("*") if path.is_dir())):
            folder.chmod(0o755)  # a web server reads it under another name than ours
        _swap(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _swap(made: Path, target: Path) -> None:
    """Put ``made`` in the place of ``target``, and that in its own."""
    if not os.path.lexists(target):
        made.rename(target)
    elif target.is_dir() and not target.is_symlink():
        if not _exchange(made, target):
            _step_aside(made, target)
    else:  # a file, or a link to elsewhere: not ours to follow
        target.unlink()
        made.rename(target)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once, where the system can: there is no moment without either."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415 (only a site is written as a folder)

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    names = (os.fsencode(one.absolute()), os.fsencode(other.absolute()))
    return rename is not None and rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0


def _step_aside(made: Path, target: Path) -> None:
    aside = Path(tempfile.mkdtemp(prefix=TEMPORARY, suffix=".tmp", dir=target.parent))
    try:
        old = target.rename(aside / target.name)
        try:
            made.rename(target)
        except OSError:
            old.rename(target)
            raise
    finally:
        with suppress(OSError):
            shutil.rmtree(aside)
