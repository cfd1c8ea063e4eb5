"""The one place where errors are shown, and exit codes decided."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import click

from scormpack.errors import OptionError, ScormpackError

FINDINGS, USAGE, INTERNAL, INTERRUPTED = 1, 2, 3, 130


class GuardedGroup(click.Group):
    """Runs a command and turns whatever it raises into words and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (Click's own signature)
        """Run the command.

        Raises:
            SystemExit: with the exit code, for any error that is not Click's own.
        """
        try:
            return super().invoke(ctx)
        except ScormpackError as error:
            from scormpack.cli.output import Output  # noqa: PLC0415 (only when needed)

            (ctx.obj or Output()).show_error(error)
            sys.exit(USAGE if isinstance(error, OptionError) else FINDINGS)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("Interrupted. What was finished is whole; nothing else was written.", err=True)
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            sys.stderr.close()  # the reader has gone: nothing more to say
            sys.exit(0)
        except Exception as error:  # noqa: BLE001 (the last resort: a traceback on the screen helps nobody)
            _show_internal(error)
            sys.exit(INTERNAL)


def _show_internal(error: Exception) -> None:
    with tempfile.NamedTemporaryFile("w", prefix="scormpack-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(error)))
    click.echo(
        click.style("error: ", fg="red", bold=True)
        + f"this is a fault of scormpack itself, not of your course ({type(error).__name__}: {error}).\n"
        + f"Please report it with the details in {Path(file.name)}.",
        err=True,
    )
