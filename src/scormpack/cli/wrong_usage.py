"""Click's own errors in the words of all others: what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import click

from scormpack.cli.arguments import WITH_PACKAGES, one_of
from scormpack.late_regex import compile_late
from scormpack.shell_word import quote_word

# Of Click's own messages: "0 is not in the range x>=1." and "'abc' is not a valid integer range."
_VALUE = compile_late(r"'?(.+?)'? is not (?:in the range|a valid integer)")


def usage_sentences(error: click.UsageError) -> str:
    """Return what is wrong, how the command is called, and where its examples are."""
    said = _reason(error).rstrip(".")
    if error.ctx is None:
        return said
    path = error.ctx.command_path
    return f"{said}\n{error.ctx.get_usage()}\n`{path} --help` shows all options, with examples."


def unknown_command(name: str, commands: Iterable[str]) -> str:
    """Return what to say of a word where a command should stand: a course or a package may have been meant."""
    said = f"there is no command `{name}`"
    close = get_close_matches(name, list(commands), n=1)
    if close:
        return f"{said}: did you mean `scormpack {close[0]}`?"
    if Path(name).suffix == ".zip":
        return f"{said}: {WITH_PACKAGES.format(quote_word(name))}"
    if Path(name).exists():
        return f"{said}: to check the course in it, write `scormpack check {quote_word(name)}`"
    return f"{said}; `scormpack --help` lists them all"


def _reason(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities
        return f"there is no option `{error.option_name}`" + (f": did you mean `{near[0]}`?" if near else "")
    if isinstance(error, click.MissingParameter) and error.param is not None:
        choices = f": write {one_of(error.param.type.choices)}" if isinstance(error.param.type, click.Choice) else ""
        return f"{_name(error.param, error.ctx)} is missing{choices}"
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = _name(error.param, error.ctx)
        if isinstance(error.param.type, click.IntRange) and (value := _VALUE.match(error.message)):
            return f"{name} must be {_range(error.param.type)}, and it is {value[1]}"
        return f"{name}: {error.message}"
    if isinstance(error, click.BadOptionUsage) and "requires an argument" in error.message:
        return f"`{error.option_name}` needs a value after it"
    said = error.format_message()
    return said[:1].lower() + said[1:]


def _range(kind: click.IntRange) -> str:
    if kind.min is None or kind.max is None:
        return f"a whole number from {kind.min} on" if kind.max is None else f"a whole number up to {kind.max}"
    return f"a whole number from {kind.min} to {kind.max}"


def _name(parameter: click.Parameter, ctx: click.Context | None) -> str:
    if isinstance(parameter, click.Option):
        return f"`{max(parameter.opts, key=len)}`"
    return parameter.make_metavar(ctx).strip("[]") if ctx else str(parameter.human_readable_name)
