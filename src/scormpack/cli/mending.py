"""What ``--fix`` does and ``--diff`` shows."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from scormpack.build.mending import mend_course, show_edits

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_diff(folder: Path, codes: Collection[str]) -> int:
    """Write what would be mended to standard output; return the exit code: 1 where there is something."""
    text = show_edits(folder, codes)
    for line in text.splitlines():
        bold = line.startswith(("+++", "---"))
        click.echo(click.style(line, bold=True) if bold else click.style(line, fg=_COLOURS.get(line[:1])))
    said = "Nothing was written; --fix writes it." if text else "There is nothing that --fix would mend."
    click.echo(said, err=True)
    return 1 if text else 0


def show_mended(folder: Path, codes: Collection[str]) -> None:
    """Mend the course, and say where to standard error."""
    mended = mend_course(folder, codes)
    for file in mended.files:
        places = "1 place" if file.edits == 1 else f"{file.edits} places"
        click.echo(f"{click.style('mended', fg='green')} {file.file}: {places}", err=True)
