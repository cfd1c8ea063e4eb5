"""``scormpack new question``."""

from __future__ import annotations

from pathlib import Path

import click

from scormpack.cli.arguments import LESSON, QUESTION_TYPE, CourseFolder


@click.command
@click.argument("lesson", type=LESSON)
@click.argument("question_type", metavar="TYPE", type=QUESTION_TYPE)
@click.option(
    "--course", type=CourseFolder(), metavar="FOLDER", help="With course.yaml; left out: this one, or lessons/."
)
@click.option("--id", "question_id", metavar="ID", help="For ever; left out: the type and a free number.")
def question(*, lesson: str, question_type: str, course: Path | None, question_id: str | None) -> None:
    """Add a question to the end of a lesson's quiz, which is made where there is none.

    LESSON is its id, or the path of its file. TYPE is one of choice, true-false, fill-in, numeric, matching,
    sequencing, likert, long-fill-in, performance. Comments and layout of the file stay.

    \b
    Examples:
      scormpack new question sharp-knives choice
      scormpack new question sharp-knives fill-in --course my-course --id name-the-grip
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.course_folder import find_course  # noqa: PLC0415 (--help stays fast)
    from scormpack.scaffold import NewQuestion, add_question  # noqa: PLC0415

    added = add_question(NewQuestion(find_course(course), lesson, question_type, question_id))
    click.echo(f"{added.file}:{added.line}: the question `{added.id}` is ready to be written over.")
    if question_id is None:
        click.echo("Give it an id that says what it asks, before the first upload: results hang on it.")
