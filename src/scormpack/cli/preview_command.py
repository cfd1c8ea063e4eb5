"""``scormpack preview``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from scormpack.cli.arguments import CourseOrZip


@click.command
@click.argument("package", metavar="[COURSE | FILE.zip]", type=CourseOrZip(), required=False)
@click.option("--port", type=click.IntRange(0, 65_535), help="Port of the page; 0 for any that is free.")
@click.option("--no-open", is_flag=True, help="Only print the address; open no browser.")
def preview(*, package: Path | None, port: int | None, no_open: bool) -> None:
    """Show packages in an emulated LMS, in the browser.

    COURSE is the folder with course.yaml; left out: this folder, or lessons/ in it. What is shown is the package that
    `build` would write, built anew whenever you save. FILE.zip is any finished package: SCORM 1.2 or 2004, xAPI or
    cmi5, made by whatever tool.

    Nobody but this machine can reach it. Ctrl-C ends it.

    \b
    Examples:
      scormpack preview
      scormpack preview lessons
      scormpack preview dist/prompt-or-fine-tune.scorm12.zip --no-open
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.build.earlier import cache_folder  # noqa: PLC0415 (--help stays fast)
    from scormpack.preview import open_preview, open_shelf  # noqa: PLC0415 (--help stays fast)

    opened = open_preview(open_shelf(package, cache_folder()), port)

    def say() -> None:
        click.echo(f"{opened.desk.shelf.title}: {opened.url}")
        mistakes = sum(finding.severity == "error" for finding in opened.desk.shelf.findings)
        if mistakes:
            click.echo(
                f"{mistakes} mistake{'s' if mistakes > 1 else ''} to mend first: the page shows where.", err=True
            )
        click.echo("Saved changes show by themselves. Ctrl-C ends the preview.")
        if not no_open and _has_desktop():
            click.launch(opened.url)

    try:
        opened.serve(say)
    except KeyboardInterrupt:  # how it is meant to end
        click.echo("The preview is over.")


def _has_desktop() -> bool:
    """Whether a browser could open: on a server xdg-open tries one after the other, and complains of each."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
