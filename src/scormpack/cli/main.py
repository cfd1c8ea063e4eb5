"""The group of commands."""

from __future__ import annotations

import click

from scormpack.cli.build_command import build
from scormpack.cli.check_command import check
from scormpack.cli.guard import GuardedGroup
from scormpack.cli.rule_command import rule
from scormpack.cli.schema_command import schema


@click.group(cls=GuardedGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="scormpack", message="%(package)s %(version)s")
def main() -> None:
    """Lessons in YAML become packages that a learning management system accepts.

    \b
    Example:
      scormpack check my-course      every mistake, at its line
      scormpack build my-course      SCORM 1.2 and xAPI packages in dist/

    Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 a fault of scormpack itself.
    """  # noqa: D301 (\\b is Click's own)


main.add_command(build)
main.add_command(check)
main.add_command(rule)
main.add_command(schema)
