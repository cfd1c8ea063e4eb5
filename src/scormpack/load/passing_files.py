"""Files that editors and systems write beside an author's, and take away again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scormpack.late_regex import compile_late

_NAME = compile_late(
    r".*~|#.*#|~\$.*"  # copies and locks: Vim and many, Emacs, Office
    r"|\d+"  # Vim tries with 4913 and the next numbers whether it may write in the folder
    r"|.*\.(?:sw[a-z]|swpx|te?mp|bak|orig|part|crdownload)"
    r"|.*___jb_(?:tmp|old|bak)___"  # JetBrains
    r"|sed[A-Za-z0-9]{6}"  # sed -i
    r"|(?:Thumbs\.db|desktop\.ini)"
    r"|.*\.zip",  # packages
    re.IGNORECASE,
)


def is_passing(parts: Sequence[str]) -> bool:
    """Whether a change of the file at this path, from the course folder, says nothing of the course."""
    return any(part.startswith(".") for part in parts) or _NAME.fullmatch(parts[-1]) is not None
