"""``scormpack build``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from scormpack.cli.arguments import FORMAT, TARGET, Choice, CourseFolder
from scormpack.cli.output import Output, output_options

if TYPE_CHECKING:
    from scormpack.render.handout import HandoutKind


class Shard(click.ParamType[tuple[int, int]]):
    """``3/8``: which of how many parts."""

    name = "k/n"

    def convert(
        self, value: str | tuple[int, int], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return (3, 8)."""
        found = re.fullmatch(r"([1-9]\d{0,5})/([1-9]\d{0,5})", value) if isinstance(value, str) else None
        if found is None:
            self.fail(f"`{value}` is no part: write `3/8` for the third of eight.", param, ctx)
        return int(found[1]), int(found[2])


@click.command
@click.argument("course", type=CourseFolder(), required=False)
@click.option(
    "--format",
    "formats",
    type=FORMAT,
    multiple=True,
    metavar="NAME",
    help="scorm12, scorm2004, scorm2004-3rd, xapi, cmi5 or web; may be repeated.",
)
@click.option("--unit", type=Choice(["lesson", "module", "course"]), help="What one package holds.")
@click.option("--scos", type=Choice(["one", "per-lesson"]), help="SCOs of a SCORM package of several lessons.")
@click.option(
    "--target",
    type=TARGET,
    metavar="LMS",
    help="Choose for moodle, canvas, scormcloud, blackboard, ilias or generic, and write what to set there.",
)
@click.option("--only", multiple=True, metavar="NAME", help="Build this lesson or unit alone; * stands for any text.")
@click.option(
    "--shard", type=Shard(), metavar="K/N", help="Build the K-th of N parts: for machines that share the work."
)
@click.option("--join", is_flag=True, help="Build nothing: write index, lock and sheets for the parts in --output.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="dist",
    show_default=True,
    help="Folder for the packages.",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes; left out: one for each processor.")
@click.option("--executor", metavar="dask://HOST:PORT", help="Let a Dask cluster read, check and render the lessons.")
@click.option("--handout", is_flag=True, help="Write a handout for paper beside each package.")
@click.option("--handout-key", is_flag=True, help="Write the answer key to each handout.")
@click.option("--sbom", is_flag=True, help="Write a bill of materials (CycloneDX) beside each package.")
@click.option("--release", is_flag=True, help="Record in scormpack.lock what learners will have.")
@click.option(
    "--changed-since",
    "since",
    type=click.Path(path_type=Path),
    metavar="RELEASE",
    help="Write only what differs from a release: a scormpack.lock, or a folder of packages.",
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
@click.option("--no-cache", is_flag=True, help="Build anew even where nothing has changed since the last build.")
@output_options
@click.pass_context
def build(
    ctx: click.Context,
    *,
    course: Path | None,
    formats: tuple[str, ...],
    unit: Literal["lesson", "module", "course"] | None,
    scos: Literal["one", "per-lesson"] | None,
    target: str | None,
    only: tuple[str, ...],
    shard: tuple[int, int] | None,
    join: bool,
    output: Path,
    jobs: int | None,
    executor: str | None,
    handout: bool,
    handout_key: bool,
    sbom: bool,
    release: bool,
    since: Path | None,
    strict: bool,
    no_cache: bool,
    output_format: str,
    json: bool,
) -> None:
    """Check a course and build its packages.

    COURSE is the folder with course.yaml; left out: this folder, or lessons/ in it. Formats and unit are as
    course.yaml says, unless given here. The same course gives the same bytes, whatever --jobs is.

    \b
    Examples:
      scormpack build
      scormpack build lessons --format scorm12 --unit course --output release
      scormpack build lessons --target moodle
      scormpack build lessons --only prompt-or-fine-tune --only 'work-*'
      scormpack build lessons --release
      scormpack build lessons --changed-since lessons/scormpack.lock
      scormpack build lessons --handout --handout-key
      scormpack build lessons --sbom
      scormpack build lessons --shard 1/3
      scormpack build lessons --join --release
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.build import BuildOptions, build_course  # noqa: PLC0415 (--help stays fast)
    from scormpack.build.earlier import cache_folder  # noqa: PLC0415
    from scormpack.build.options import default_jobs  # noqa: PLC0415
    from scormpack.cli.progress import show_progress  # noqa: PLC0415
    from scormpack.cli.summary import show_summary  # noqa: PLC0415
    from scormpack.course_folder import find_course  # noqa: PLC0415

    Output.chosen(ctx, output_format, json=json)
    papers: tuple[tuple[bool, HandoutKind], ...] = ((handout, "handout"), (handout_key, "key"))
    handouts = tuple(kind for wanted, kind in papers if wanted)
    options = BuildOptions(
        formats or None,
        unit,
        output,
        jobs or default_jobs(),
        strict,
        handouts,
        scos=scos,
        only=only,
        shard=shard,
        target=target,
        release=release,
        since=since,
        sbom=sbom,
        join=join,
        cache=None if no_cache else cache_folder(),
        executor=executor,
    )
    folder = find_course(course)
    chosen = Output.chosen(ctx, output_format, json=json, folder=folder)
    with show_progress() as progress:
        report = build_course(folder, options, progress)
    show_summary(report, chosen)
