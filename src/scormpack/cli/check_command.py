"""``scormpack check``."""

from __future__ import annotations

import json as json_module
from pathlib import Path

import click


@click.command(short_help="Show every mistake, at its line.")
@click.argument("course", type=click.Path(path_type=Path), required=False)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--json", is_flag=True, help="Write the findings as JSON.")
@click.pass_context
def check(ctx: click.Context, *, course: Path | None, strict: bool, json: bool) -> None:
    """Show every mistake in a course, at its line, and what to write instead.

    COURSE is the folder with course.yaml; left out: this folder, or lessons/ in it.

    \b
    Example:
      scormpack check lessons --strict
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.build.build import refuse  # noqa: PLC0415 (--help stays fast)
    from scormpack.build.report import finding_as_json  # noqa: PLC0415
    from scormpack.check import check_course  # noqa: PLC0415
    from scormpack.cli.findings import show_findings  # noqa: PLC0415
    from scormpack.load import find_course, load_course  # noqa: PLC0415

    ctx.find_root().obj = {"json": json}
    loaded = load_course(find_course(course))
    findings = check_course(loaded)
    refuse(findings, strict=strict)
    if json:
        said = {"findings": [finding_as_json(finding) for finding in findings]}
        click.echo(json_module.dumps(said, indent=2, ensure_ascii=False))
        return
    if findings:
        show_findings(findings)
    count = len(loaded.lessons)
    lessons = f"{count} lesson{'s' if count != 1 else ''}"
    click.echo(f"{loaded.file.title}: {lessons}, {'no errors' if findings else 'no findings'}.")
