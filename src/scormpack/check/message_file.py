"""A course's own texts for pages: ``templates/messages/<language>.yaml``."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.assets import templates_folder
from scormpack.check.place import Fault
from scormpack.check.translation import flaws_in
from scormpack.errors import Finding
from scormpack.late_regex import compile_late
from scormpack.load import own_message_files, read_message_file
from scormpack.model import Course

_NAME = compile_late(r"[a-z]{2,8}(-[a-z0-9]{1,8})*")


def check_message_files(course: Course) -> Iterator[Fault | Finding]:
    """Yield what keeps a file from being read, and texts that do not fit the pages or their language."""
    for file in own_message_files(course.root):
        yield from file.findings
        if not _NAME.fullmatch(file.language):
            name = file.language.lower().replace("_", "-")
            yield Fault(file.file, (), "no course reads a file of this name", f"Rename it, as {name}.yaml.")
            continue
        ours = read_message_file(templates_folder(), "en", course.root)
        if ours is None:  # ours is always there
            continue
        for path, message, hint in flaws_in(ours.texts, file.texts, file.language):
            yield Fault(file.file, path, message, hint)
