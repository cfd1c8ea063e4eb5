"""``scormpack new``: a course, a lesson or a question."""

from __future__ import annotations

import click

from scormpack.cli.new_course import course
from scormpack.cli.new_lesson import lesson
from scormpack.cli.new_question import question


class _WithShortForm(click.Group):
    """``new DIR`` is short for ``new course DIR``."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named; where none is, the one that makes a course."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return course.name, course, args

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave options that are not ours to the command that makes a course; without any word, call it too."""
        return super().parse_args(ctx, args or ["course"])


@click.group(cls=_WithShortForm, context_settings={"ignore_unknown_options": True})
def new() -> None:
    """Make a course that builds as it stands, or add a lesson or a question to one.

    `scormpack new FOLDER` is short for `scormpack new course FOLDER`. Nothing that is there is written over.

    \b
    Examples:
      scormpack new my-course                        asks a few questions
      scormpack new my-course --title "Fire safety" --yes
      scormpack new lesson sharp-knives --course my-course
      scormpack new question sharp-knives choice --course my-course
    """  # noqa: D301 (\\b is Click's own)


for _command in (course, lesson, question):
    new.add_command(_command)
