"""``scormpack completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from scormpack.cli.arguments import Choice


@click.command
@click.argument("shell", metavar="SHELL", type=Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, *, shell: str) -> None:
    """Print the script that makes SHELL complete commands, options, courses, formats, codes and question types.

    \b
    Examples, one line for each shell's own file:
      eval "$(scormpack completion bash)"        in ~/.bashrc
      eval "$(scormpack completion zsh)"         in ~/.zshrc, after compinit
      scormpack completion fish | source         in ~/.config/fish/config.fish
    """  # noqa: D301 (\\b is Click's own)
    found = get_completion_class(shell)
    if found is None:  # a Click that knows fewer shells than we offer
        raise click.UsageError(f"this Click cannot write a script for {shell}")
    script = found(ctx.find_root().command, {}, "scormpack", "_SCORMPACK_COMPLETE")
    # Not `source()`: it starts a bash to see its version, and this may be written for another machine.
    click.echo(script.source_template % script.source_vars())
