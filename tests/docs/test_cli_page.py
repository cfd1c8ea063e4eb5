"""Facts about docs/cli.md: it says what the command line's own help says, and every way a command can end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from scormpack import errors
from scormpack.cli import guard, main
from scormpack.cli.ending import ENDED, INTERRUPTED

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "cli.md"
MARK = "--rewrite-golden`. -->\n"


def helps(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield the help of a command, then of those below it."""
    yield f"### `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            settings = {**inner.context_settings, "terminal_width": 88}
            with click.Context(inner, parent=context, info_name=name, **settings) as below:
                yield from helps(inner, below)


def test_the_page_is_the_commands_own_help(rewrite_golden: bool) -> None:  # noqa: FBT001
    """docs/cli.md ends with the help of every command as it is today; ``--rewrite-golden`` writes it."""
    written = PAGE.read_text(encoding="utf-8")
    kept = written[: written.index(MARK) + len(MARK)]
    with click.Context(main, info_name="scormpack", **main.context_settings) as context:
        today = "\n".join([kept, *helps(main, context)])
    if rewrite_golden:
        PAGE.write_text(today, encoding="utf-8")
    assert today == PAGE.read_text(encoding="utf-8")


def test_every_exit_code_and_error_is_explained() -> None:
    """docs/cli.md has each exit code, docs/python-api.md each error that can be raised."""
    text = PAGE.read_text(encoding="utf-8")
    for code in (0, guard.FINDINGS, guard.USAGE, guard.INTERNAL, INTERRUPTED, ENDED):
        assert f"\n| {code} | " in text
    told = (DOCS / "python-api.md").read_text(encoding="utf-8")
    raised = {error.__name__ for error in errors.ScormpackError.__subclasses__()}
    assert len(raised) > 3
    assert [name for name in raised if f"\n| `{name}`" not in told] == []
