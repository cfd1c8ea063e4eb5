"""Names in a folder that a part of a path means, or may mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath

_MOST_NAMED = 3
"""Files that a hint names."""


def exact_name(part: str, names: tuple[str, ...]) -> str | None:
    """Return the name on disk: the same, else the same but for Unicode form or case."""
    if part in names:
        return part
    wanted = unicodedata.normalize("NFC", part)
    composed = {unicodedata.normalize("NFC", name): name for name in names}
    folded = {name.casefold(): found for name, found in composed.items()}
    return composed.get(wanted) or folded.get(wanted.casefold())


def suggest_file(folder: Sequence[str], parts: Sequence[str], names: Sequence[str]) -> str:
    """Return what to write for a part of a path that is not there.

    Args:
        folder: the parts before it.
        parts: it and those after it, as written; the last is a file, which is like another by its name without ending.
        names: what there is in the folder.
    """
    part, *rest = parts
    ending = "" if rest else PurePosixPath(part).suffix.lower()
    alike = [name for name in names if ending and PurePosixPath(name).suffix.lower() == ending]
    stems = {PurePosixPath(name).stem.lower(): name for name in (*names, *alike)} if ending else {n: n for n in names}
    if close := get_close_matches(PurePosixPath(part).stem.lower() if ending else part, stems, n=1):
        return f"Did you mean `{'/'.join([*folder, stems[close[0]], *rest])}`?"
    if 0 < len(alike) <= _MOST_NAMED:
        there = ", ".join(f"`{'/'.join([*folder, name])}`" for name in alike)
        return f"Add the file, or write one that is there: {there}."
    return "Add the file, or mend the path."
