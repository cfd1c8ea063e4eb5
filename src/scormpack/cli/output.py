"""How a command shows findings: for people, or in a format for machines."""

from __future__ import annotations

import json as json_module
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from scormpack.cli.arguments import Choice
from scormpack.errors import CourseError, Finding, PackageError, ScormpackError

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("text", "json", "sarif", "github")


def output_options(command: Command) -> Command:
    """Give a command ``--output-format`` and its short form ``--json``."""
    which = click.option(
        "--output-format",
        type=Choice(FORMATS),
        default="text",
        show_default=True,
        help="How findings are written: github for annotations in its workflows.",
    )
    return which(click.option("--json", is_flag=True, help="Short for --output-format json.")(command))


class Output(NamedTuple):
    """What a command was told about its output.

    Attributes:
        format: one of ``FORMATS``.
        folder: the course folder; None where none is known yet.
    """

    format: str = "text"
    folder: Path | None = None

    @classmethod
    def chosen(cls, ctx: click.Context, output_format: str, *, json: bool, folder: Path | None = None) -> Output:
        """Return what the options say, and leave it where errors are shown."""
        output = cls("json" if json else output_format, folder)
        ctx.find_root().obj = output
        return output

    def show(self, findings: Sequence[Finding], waiting: tuple[str, ...] = ()) -> None:
        """Write findings, their secrets masked: text to standard error, all else to standard output.

        ``waiting`` as ``CourseError`` has it.
        """
        if findings:
            from scormpack.check.secret import mask_secrets  # noqa: PLC0415 (only when needed)

            findings = tuple(mask_secrets(findings))
        if self.format == "text":
            if findings:
                from scormpack.cli.findings import show_findings  # noqa: PLC0415 (only when needed)

                show_findings(findings)
            if waiting:
                click.echo(
                    "What only a course that can be read is checked for waits until the errors are mended.", err=True
                )
            return
        from scormpack.check.output import WRITERS, Report  # noqa: PLC0415

        click.echo(WRITERS[self.format](Report(tuple(findings), self.folder, waiting)), nl=False)

    def show_error(self, error: ScormpackError) -> None:
        """Write an error."""
        if isinstance(error, CourseError):
            self.show(error.findings, error.waiting)
            if self.format == "text" and all(finding.severity == "warning" for finding in error.findings):
                click.echo("Under --strict a warning stops it too; nothing was written.", err=True)
        elif self.format == "json":
            from scormpack.check.output import VERSION  # noqa: PLC0415

            said: dict[str, object] = {"error": str(error)}
            if isinstance(error, PackageError):
                said = {"package": error.package, "faults": list(error.faults)}
            click.echo(json_module.dumps({"version": VERSION, **said}, indent=2, ensure_ascii=False))
        elif isinstance(error, PackageError) and self.format != "text":
            from scormpack.check.output import package_findings  # noqa: PLC0415

            self.show(package_findings(error))
        else:
            click.echo(click.style("error: ", fg="red", bold=True) + str(error), err=True)
