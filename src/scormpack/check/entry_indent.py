"""Entries of lists that learners read as a part of the entry above."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.authored_text import AuthoredFile
from scormpack.errors import Finding
from scormpack.load import find_lost_entries


def check_entry_indents(file: AuthoredFile) -> Iterator[Finding]:
    """Yield each line that was to be an entry; where it can have been meant as nothing else, with what mends it."""
    if "- " not in file.written or file.source is None:
        return
    source = file.source
    for lost in find_lost_entries(source):
        # By two, it can be prose that goes on with a dash.
        edit = source.edit(lost.extra, " ", "") if lost.extra.length == 1 else None
        yield source.finding("entry-indent", lost.span, lost.message, lost.hint, "warning", edit)
