"""``scormpack diff``."""

from __future__ import annotations

import json as json_module
import sys
from pathlib import Path

import click

from scormpack.cli.arguments import Choice
from scormpack.cli.guard import FINDINGS
from scormpack.cli.output import Output

RISKS = ("content", "attempts", "grades", "tracks")


@click.command
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--allow",
    type=Choice(RISKS),
    default="content",
    show_default=True,
    help="The worst that may happen with exit code 0.",
)
@click.option("--json", is_flag=True, help="Write the changes as JSON.")
@click.pass_context
def diff(ctx: click.Context, *, old: Path, new: Path, allow: str, json: bool) -> None:
    """Say which packages changed and why, and whether the new ones may take the place of the old.

    OLD and NEW are packages, folders of packages, or a scormpack.lock, which `build --release` writes. From worst to
    least: tracks (results would be lost), grades (later attempts are graded otherwise), attempts (answers under way are
    dropped), content (another page, no result touched).

    \b
    Examples:
      scormpack diff lessons/scormpack.lock dist
      scormpack diff lessons/scormpack.lock dist/work-in-steps.scorm12.zip
      scormpack diff old/work-in-steps.scorm12.zip dist/work-in-steps.scorm12.zip
      scormpack diff released dist --allow attempts
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.cli.changes import changes_as_json, show_changes  # noqa: PLC0415 (--help stays fast)
    from scormpack.releases import Risk, compare_releases, left_out, lock_within, read_sides  # noqa: PLC0415

    Output.chosen(ctx, "text", json=json)
    before, after, absent = read_sides(old, new)
    changes, left = compare_releases(before, after), left_out(before, after)
    if json:
        click.echo(json_module.dumps(changes_as_json(changes, left, absent), indent=2, ensure_ascii=False))
    else:
        for side in (old, new):
            if (found := lock_within(side)) is not None:
                click.echo(f"{side} holds no packages: what {found} says was released is compared.")
        show_changes(changes, left, absent)
    if any(change.risk > Risk[allow.upper()] for change in changes):
        sys.exit(FINDINGS)
