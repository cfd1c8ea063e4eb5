"""The group of commands: each is loaded when it is called."""

from __future__ import annotations

import os
from importlib import import_module

import click

from scormpack.cli.guard import GuardedGroup
from scormpack.front import COMMANDS, first_screen, help_text


class Commands(GuardedGroup):
    """The commands of ``front.COMMANDS``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one; None where there is none of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"scormpack.cli.{cmd_name}_command"), cmd_name)
        return command

    def get_help(self, ctx: click.Context) -> str:
        """Return the help that ``scormpack --help`` prints without loading any of this."""
        del ctx
        return help_text()


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="scormpack", message="%(package)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Lessons in YAML become packages that a learning management system accepts."""
    # What else is installed here has no say in what a lesson is; and to look for it takes longer than to read one.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if ctx.invoked_subcommand is None:
        click.echo(first_screen())
