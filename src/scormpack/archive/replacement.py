"""A file replaced whole: killed at any moment, there is the old one or the new one."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

TEMPORARY = ".scormpack-"
"""How the names of our temporary files and folders begin."""
_ABANDONED = 3600  # seconds after which nobody writes to it any more


def sweep(folder: Path) -> None:
    """Delete what builds that were killed left behind: files and folders of ours, untouched for an hour."""
    for left in folder.glob(f"{TEMPORARY}*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()


def replace_file(target: Path, data: bytes, mode: int = 0o644) -> None:
    """Write ``data`` to a temporary file beside ``target``, then put it in its place: never a half.

    ``mode`` are the permissions that it then has.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
