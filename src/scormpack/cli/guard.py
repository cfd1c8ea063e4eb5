"""The one place where errors are shown, and exit codes decided."""

from __future__ import annotations

import sys
from typing import Any

import click

from scormpack.cli.ending import EndedError, ending_of, heed_end
from scormpack.errors import OptionError, ScormpackError
from scormpack.front import colours_wanted, leave_closed_pipe

FINDINGS, USAGE, INTERNAL = 1, 2, 3


class GuardedGroup(click.Group):
    """Runs a command and turns whatever it raises into words and an exit code."""

    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:  # noqa: ANN401 (Click's own signature)
        """Read the options before the command.

        Raises:
            SystemExit: where they are wrong.
        """
        try:
            context = super().make_context(*arguments, **settings)
        except click.UsageError as error:
            _show_usage(error)
            sys.exit(USAGE)
        except BrokenPipeError:
            sys.exit(leave_closed_pipe())
        context.color = colours_wanted()
        return context

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; where there is none, say which is near."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from scormpack.cli.wrong_usage import unknown_command  # noqa: PLC0415 (only when needed)

            raise click.UsageError(unknown_command(args[0], self.list_commands(ctx)), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (Click's own signature)
        """Run the command.

        Raises:
            SystemExit: with the exit code, for any error.
        """
        try:
            with heed_end():
                return super().invoke(ctx)
        except ScormpackError as error:
            from scormpack.cli.output import Output  # noqa: PLC0415 (only when needed)

            (ctx.obj or Output()).show_error(error)
            sys.exit(USAGE if isinstance(error, OptionError) else FINDINGS)
        except click.UsageError as error:
            _show_usage(error)
            sys.exit(USAGE)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort, EndedError) as end:
            sentence, code = ending_of(end)
            click.echo(f"\n{sentence}", err=True)
            sys.exit(code)
        except BrokenPipeError:
            sys.exit(leave_closed_pipe())
        except Exception as error:  # noqa: BLE001 (the last resort: a traceback on the screen helps nobody)
            sys.exit(_show_unexpected(error))


def _show_usage(error: click.UsageError) -> None:
    from scormpack.cli.wrong_usage import usage_sentences  # noqa: PLC0415 (only when needed)

    _say(usage_sentences(error))


def _show_unexpected(error: Exception) -> int:
    """Say what went wrong, and return the exit code."""
    import tempfile  # noqa: PLC0415 (only when needed)
    import traceback  # noqa: PLC0415

    from scormpack.cli.system_faults import system_sentence  # noqa: PLC0415

    sentence = system_sentence(error) if isinstance(error, OSError) else None
    if sentence is not None:
        _say(sentence)
        return USAGE
    with tempfile.NamedTemporaryFile("w", prefix="scormpack-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(error)))
    _say(
        f"this is a fault of scormpack itself, not of your course ({type(error).__name__}: {error}).\n"
        f"Please report it with the details in {file.name}."
    )
    return INTERNAL


def _say(message: str) -> None:
    # Click's context may be gone by now: say once more what the environment asks for.
    click.echo(click.style("error: ", fg="red", bold=True) + message, err=True, color=colours_wanted())
