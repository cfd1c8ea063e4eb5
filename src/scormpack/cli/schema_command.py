"""``scormpack schema``."""

from __future__ import annotations

from pathlib import Path

import click

from scormpack.cli.arguments import Choice


@click.command
@click.argument("kind", metavar="[KIND]", type=Choice(["course", "lesson", "bank"]), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write all three into this folder instead: course.schema.json, lesson.schema.json, bank.schema.json.",
)
def schema(*, kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema of a KIND of file: course, lesson or bank.

    An editor that knows it completes keys, explains them, and underlines what is wrong while you write.

    \b
    Examples:
      scormpack schema lesson
      scormpack schema --output .schemas
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.model.json_schema import schema_texts  # noqa: PLC0415 (--help stays fast)

    if (kind is None) == (output is None):
        message = "name a kind of file (course, lesson or bank) to print, or a folder for all three with --output"
        raise click.UsageError(message)
    texts = schema_texts()
    if kind is not None:
        click.echo(texts[f"{kind}.schema.json"], nl=False)
    if output is not None:
        from scormpack.archive import replace_file  # noqa: PLC0415
        from scormpack.build.build import require_writable  # noqa: PLC0415

        require_writable(output)
        for name, text in texts.items():
            replace_file(output / name, text.encode())
            click.echo(output / name)
