"""``check --watch``: the findings anew, whenever a file of the course is saved."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click
import watchfiles

from scormpack.build.crew import Alone
from scormpack.build.faults import find_faults
from scormpack.build.looking import Looking
from scormpack.build.memory import Memory
from scormpack.build.reading import Reading
from scormpack.build.store import NearStore
from scormpack.check.secret import mask_secrets
from scormpack.cli.findings import show_findings
from scormpack.errors import Finding
from scormpack.listing import list_first
from scormpack.load import COURSE_FILE, FileMemory
from scormpack.load.passing_files import is_passing

_SHOWN = 3
"""Changed files that are named."""
_QUIET = 50  # milliseconds without a change, after which it is looked again
_LONGEST = 800  # milliseconds of changes one after the other, after which it is looked all the same
_IDLE = 200  # milliseconds to wait for a change before looking whether to go on


def watch_course(folder: Path, codes: Collection[str], cache: Path | None) -> None:
    """Show what is found now and after each change, the changed files' findings first, until Ctrl-C."""
    try:
        memory = Memory(Alone(), NearStore(cache))
        read, look = FileMemory(Reading(memory)), Looking(memory)
        for changed in _changes(folder.parent if folder.name == COURSE_FILE else folder):
            _show(changed, find_faults(folder, codes, read, look), folder)
    except KeyboardInterrupt:
        click.echo()


def _changes(root: Path) -> Iterator[tuple[str, ...]]:
    """Yield no file once none can be missed any more, then those saved together, as paths from the course folder."""
    real = root.resolve()

    def concerns(_change: watchfiles.Change, path: str) -> bool:
        parts = Path(path).relative_to(real).parts
        return bool(parts) and not is_passing(parts)

    begun = False
    for changes in watchfiles.watch(
        real, watch_filter=concerns, debounce=_LONGEST, step=_QUIET, rust_timeout=_IDLE, yield_on_timeout=True
    ):
        if changes or not begun:
            yield tuple(sorted(Path(path).relative_to(real).as_posix() for _, path in changes))
        begun = True


def changed_first(findings: Sequence[Finding], changed: Collection[str]) -> list[Finding]:
    """Return the findings with those of the changed files first, each part in order of place."""
    return sorted(findings, key=lambda finding: finding.file not in changed)


def _show(changed: Sequence[str], findings: Sequence[Finding], folder: Path) -> None:
    click.clear()
    if changed:
        now = datetime.now().astimezone()
        click.echo(click.style(f"{now:%H:%M:%S} {list_first(changed, _SHOWN)}", bold=True))
    if findings:
        show_findings(changed_first(tuple(mask_secrets(findings)), changed))
    else:
        click.secho("No findings.", fg="green")
    click.secho(f"Watching {folder}; Ctrl-C ends it.", dim=True)
