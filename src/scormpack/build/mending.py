"""A course mended in place, as far as only one thing can be meant."""

from __future__ import annotations

import stat
from collections.abc import Collection
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from scormpack.archive import replace_file
from scormpack.build.faults import find_faults
from scormpack.check import CODES
from scormpack.check.edits import EditedFile, edit_files
from scormpack.load import COURSE_FILE

_ROUNDS = 10
"""What is mended may bring the next fault to light: a misspelt key, then its value."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was mended.

    Attributes:
        files: each file once, as it was before and as it is now.
    """

    files: tuple[EditedFile, ...]

    @property
    def edits(self) -> int:
        """How many places were mended, in all files."""
        return sum(file.edits for file in self.files)


def mend_course(folder: Path, codes: Collection[str] = CODES) -> Mended:
    """Write every edit that a finding of these codes (and of reading) offers; read and check again until none does.

    Each file is replaced whole, with its permissions. A second run changes nothing.
    """
    root = folder.parent if folder.name == COURSE_FILE else folder
    files: dict[str, EditedFile] = {}
    for _ in range(_ROUNDS):
        edited = edit_files(root, find_faults(folder, codes))
        if not edited:
            break
        for file in edited:
            replace_file(file.target, file.after.encode(), stat.S_IMODE(file.target.stat().st_mode))
            earlier = files.get(file.file)
            files[file.file] = (
                file if earlier is None else replace(file, before=earlier.before, edits=earlier.edits + file.edits)
            )
    return Mended(tuple(files[name] for name in sorted(files)))


def show_edits(folder: Path, codes: Collection[str] = CODES) -> str:
    """Return what ``mend_course`` would write first, as a unified diff; "" for nothing."""
    root = folder.parent if folder.name == COURSE_FILE else folder
    return "".join(diff_of(file) for file in edit_files(root, find_faults(folder, codes)))


def diff_of(file: EditedFile) -> str:
    """Return one file's edits as a unified diff, by which ``patch -p1`` makes them too."""
    before, after = (text.splitlines(keepends=True) for text in (file.before, file.after))
    lines = unified_diff(before, after, f"a/{file.file}", f"b/{file.file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
