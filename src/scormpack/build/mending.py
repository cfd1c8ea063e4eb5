"""A course mended in place, as far as only one thing can be meant."""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from scormpack.archive import replace_file
from scormpack.build.faults import find_faults
from scormpack.check import CODES, check_part, divide_course, join_lessons
from scormpack.check.edits import EditedFile, edit_files
from scormpack.errors import Finding
from scormpack.load import COURSE_FILE, LoadedFile, Source, read_source, understand_files
from scormpack.load.validation import M
from scormpack.model import Course

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
    files = plan_edits(folder, codes)
    for file in files:
        replace_file(file.target, file.after.encode(), stat.S_IMODE(file.target.stat().st_mode))
    return Mended(files)


def show_edits(folder: Path, codes: Collection[str] = CODES) -> str:
    """Return what ``mend_course`` would write, as a unified diff; "" for nothing."""
    return "".join(map(diff_of, plan_edits(folder, codes)))


def plan_edits(folder: Path, codes: Collection[str] = CODES) -> tuple[EditedFile, ...]:
    """Return each file that can be mended once, as it is and as it would be; nothing is written."""
    root = folder.parent if folder.name == COURSE_FILE else folder
    files: dict[str, EditedFile] = {}
    for _ in range(_ROUNDS):
        edited = edit_files(root, _Mending(root, files).find_faults(folder, codes), files)
        if not edited:
            break
        files |= {file.file: file for file in edited}
    return tuple(files[name] for name in sorted(files))


@dataclass(frozen=True, slots=True)
class _Mending:
    """A course as it would be with some files mended."""

    root: Path
    files: Mapping[str, EditedFile]

    def find_faults(self, folder: Path, codes: Collection[str]) -> tuple[Finding, ...]:
        return find_faults(folder, codes, self._understand, self._look, self._read if self.files else None)

    def _read(self, file: str) -> Source | Finding:
        return self.files[file].source if file in self.files else read_source(self.root / file, file)

    def _understand(
        self, model: type[M], sources: Sequence[Source], *, many: bool = False
    ) -> list[tuple[LoadedFile[M], list[Finding]]]:
        mended = [self.files[one.file].source if one.file in self.files else one for one in sources]
        return understand_files(model, mended, many=many)

    def _look(self, course: Course, codes: Collection[str]) -> Iterator[Finding]:
        """Yield what is found in the parts; what is found between quizzes has no edits."""
        for part in divide_course(course, join_lessons(course)):
            sources = {file: self._read(file) for file in part.digests}
            yield from check_part(part._replace(sources=sources), codes).findings


def diff_of(file: EditedFile) -> str:
    """Return one file's edits as a unified diff, by which ``patch -p1`` makes them too."""
    before, after = (text.splitlines(keepends=True) for text in (file.before, file.after))
    lines = unified_diff(before, after, f"a/{file.file}", f"b/{file.file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
