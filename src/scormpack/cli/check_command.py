"""``scormpack check``."""

from __future__ import annotations

from pathlib import Path

import click

from scormpack.cli.arguments import RULE, CourseFolder
from scormpack.cli.output import Output, output_options


@click.command
@click.argument("course", type=CourseFolder(), required=False)
@click.option("--select", type=RULE, multiple=True, metavar="CODES", help="Rules to look for; left out: all.")
@click.option("--ignore", type=RULE, multiple=True, metavar="CODES", help="Rules to leave out.")
@click.option("--fix", is_flag=True, help="Mend what can only be meant one way, in the files themselves.")
@click.option("--diff", is_flag=True, help="Show what --fix would write, and write nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--no-cache", is_flag=True, help="Look anew even at files that have not changed since they were checked.")
@output_options
@click.pass_context
def check(
    ctx: click.Context,
    *,
    course: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    diff: bool,
    watch: bool,
    strict: bool,
    no_cache: bool,
    output_format: str,
    json: bool,
) -> None:
    """Show every mistake in a course, at its line, and what to write instead.

    COURSE is the folder with course.yaml; left out: this folder, or lessons/ in it. CODES are rules as findings name
    them in brackets, several with commas between; `scormpack rule` explains each.

    \b
    Examples:
      scormpack check lessons --strict
      scormpack check lessons --select image-alternative,film-captions
      scormpack check lessons --watch
      scormpack check lessons --fix
      scormpack check lessons --output-format sarif > findings.sarif
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.build.earlier import cache_folder  # noqa: PLC0415
    from scormpack.build.faults import find_all, refuse  # noqa: PLC0415 (--help stays fast)
    from scormpack.build.options import default_jobs  # noqa: PLC0415
    from scormpack.check import CODES  # noqa: PLC0415
    from scormpack.check.selection import choose_codes  # noqa: PLC0415
    from scormpack.course_folder import find_course  # noqa: PLC0415

    Output.chosen(ctx, output_format, json=json)
    cache = None if no_cache else cache_folder()
    codes = choose_codes(CODES, select, ignore)
    folder = find_course(course)
    output = Output.chosen(ctx, output_format, json=json, folder=folder)
    if watch:
        if diff or fix or output.format != "text":
            message = "--watch shows findings to people: leave --fix, --diff and --output-format out"
            raise click.UsageError(message)
        from scormpack.cli.watching import watch_course  # noqa: PLC0415

        watch_course(folder, codes, cache)
        return
    if diff or fix:
        from scormpack.cli.mending import show_diff, show_mended  # noqa: PLC0415

        if diff:
            ctx.exit(show_diff(folder, codes))
        show_mended(folder, codes)
    loaded, findings = find_all(folder, codes, cache, default_jobs())
    refuse(findings, strict=strict)
    output.show(findings)
    if output.format == "text":
        count = len(loaded.lessons)
        lessons = f"{count} lesson{'s' if count != 1 else ''}"
        click.echo(f"{loaded.file.title}: {lessons}, {'no errors' if findings else 'no findings'}.")
