"""What the system refuses: no fault of the course's, nor of ours."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from scormpack.archive.replacement import TEMPORARY

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
_REFUSED = {
    errno.EROFS: "see who may write there",
    errno.EIO: "look after the disk",
    errno.EMFILE: "close other programs",
    errno.ENFILE: "close other programs",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EISDIR: "move what stands there elsewhere",
    errno.ENOTDIR: "move what stands there elsewhere",
    errno.EEXIST: "move what stands there elsewhere",
    errno.ELOOP: "see where the link leads",
}


def system_sentence(error: OSError) -> str | None:
    """Return what the system refuses and what to do about it; None where it may well be a fault of ours."""
    name = error.filename2 or error.filename  # of two that is the target
    file = Path(os.fsdecode(name)) if isinstance(name, str | bytes | os.PathLike) else None
    is_ours = file is not None and file.name.startswith(TEMPORARY)  # nobody knows it by name
    if error.errno in _FULL:
        return "there is no room left on the disk: make some, or write elsewhere, and run this again."
    if error.errno in _FORBIDDEN and file is not None:
        what = f"write in {file.parent}" if is_ours else f"open {file}"
        return f"you may not {what}: see who may, and run this again. What was finished is whole."
    if error.errno in _REFUSED:
        where = f" {file.parent if is_ours else file}" if file else ""
        hint = _REFUSED[error.errno]
        return f"the system refuses{where} ({error.strerror}): {hint}, and run this again. What was finished is whole."
    return None
