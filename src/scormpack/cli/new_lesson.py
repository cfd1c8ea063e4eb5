"""``scormpack new lesson``."""

from __future__ import annotations

from pathlib import Path

import click

from scormpack.cli.arguments import CourseFolder
from scormpack.shell_word import quote_word


@click.command
@click.argument("lesson_id", metavar="ID")
@click.option(
    "--course", type=CourseFolder(), metavar="FOLDER", help="With course.yaml; left out: this one, or lessons/."
)
@click.option("--module", metavar="TITLE|NUMBER", help="Where it goes, at the end; left out: the last module.")
@click.option("--title", help="Left out: made of the id.")
def lesson(*, lesson_id: str, course: Path | None, module: str | None, title: str | None) -> None:
    """Write lessons/ID.yaml and name it in course.yaml, whose comments and layout stay.

    ID is for ever, since results in the LMS hang on it: small letters, digits and hyphens.

    \b
    Examples:
      scormpack new lesson sharp-knives
      scormpack new lesson sharp-knives --course my-course --module 1 --title "Why a sharp knife is the safe one"
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.course_folder import find_course  # noqa: PLC0415 (--help stays fast)
    from scormpack.scaffold import NewLesson, add_lesson  # noqa: PLC0415

    folder = find_course(course)
    added = add_lesson(NewLesson(folder, lesson_id, title, module))
    click.echo(f"{added.file} is ready, the last lesson of {added.module}.")
    where = f" --course {quote_word(course)}" if course else ""
    click.echo(f"Next: write it, then `scormpack new question {lesson_id} choice{where}`.")
