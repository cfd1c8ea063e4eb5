"""``scormpack inspect``."""

from __future__ import annotations

import json as json_module
import sys
from pathlib import Path

import click

from scormpack.cli.arguments import PackageFile
from scormpack.cli.guard import FINDINGS


@click.command
@click.argument("files", metavar="FILE.zip...", type=PackageFile(), nargs=-1, required=True)
@click.option("--json", is_flag=True, help="Write what is found as JSON.")
@click.pass_context
def inspect(ctx: click.Context, *, files: tuple[Path, ...], json: bool) -> None:
    """Say what a package is, what an LMS will see, what is wrong, and who takes it.

    Works on packages of any tool: SCORM 1.2 and 2004, xAPI (tincan.xml), cmi5, Common Cartridge, QTI, AICC. Nothing is
    unpacked to disk. Exit code 1 where any file has an error.

    \b
    Examples:
      scormpack inspect dist/sharp-knives.scorm12.zip
      scormpack inspect downloads/*.zip --json
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.check.output import VERSION  # noqa: PLC0415 (--help stays fast)
    from scormpack.cli.inspection import show_inspection  # noqa: PLC0415
    from scormpack.cli.output import Output  # noqa: PLC0415
    from scormpack.inspect import inspect_file, inspection_as_json  # noqa: PLC0415

    Output.chosen(ctx, "text", json=json)
    inspections = []
    for file in files:
        inspection = inspect_file(file)
        inspections.append(inspection)
        if not json:
            show_inspection(inspection)
    if json:
        said = {"version": VERSION, "files": [inspection_as_json(inspection) for inspection in inspections]}
        click.echo(json_module.dumps(said, indent=2, ensure_ascii=False))
    if any(inspection.has_errors for inspection in inspections):
        sys.exit(FINDINGS)
