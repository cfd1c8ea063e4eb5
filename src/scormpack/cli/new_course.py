"""``scormpack new course``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from scormpack.cli.arguments import FORMAT
from scormpack.errors import OptionError
from scormpack.front import COMMANDS
from scormpack.shell_word import quote_word

_ABOUT = {
    "course.yaml": "title, pass mark, modules: begin here",
    "lessons": "a whole lesson with a quiz, to write over",
    "assets": "its picture",
    ".schemas": "by them an editor completes keys and explains them",
    ".gitignore": "keeps dist/ out of git",
}


@click.command
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--title", help="As learners and the LMS see it; left out: made of the folder's name.")
@click.option(
    "--id", "iri", metavar="IRI", help="An address of yours, for ever; left out: one at example.org to replace."
)
@click.option("--language", metavar="CODE", help="Of the texts: en, de, pt-BR …  [default: en]")
@click.option("--pass-mark", type=int, metavar="PERCENT", help="That passes a quiz.  [default: 70]")
@click.option(
    "--format", "formats", type=FORMAT, multiple=True, metavar="NAME", help="May be repeated.  [default: scorm12, xapi]"
)
@click.option("-y", "--yes", is_flag=True, help="Ask nothing: what is left out gets its default.")
def course(
    *,
    folder: Path | None,
    title: str | None,
    iri: str | None,
    language: str | None,
    pass_mark: int | None,
    formats: tuple[str, ...],
    yes: bool,
) -> None:
    """Make a course in FOLDER that builds, checks clean and previews as it stands.

    On a terminal it asks for what no option says; in a pipe, or with --yes, defaults stand in. Nothing that is in
    FOLDER already is written over.

    \b
    Examples:
      scormpack new my-course
      scormpack new course my-course --title "Fire safety" --language en --pass-mark 80 --yes
      scormpack new my-course --format scorm12 --id https://training.example.com/fire-safety
    """  # noqa: D301 (\\b is Click's own)
    from scormpack.check import check_course  # noqa: PLC0415 (--help stays fast)
    from scormpack.cli.findings import show_findings  # noqa: PLC0415
    from scormpack.formats import FORMATS  # noqa: PLC0415
    from scormpack.load import load_course  # noqa: PLC0415
    from scormpack.scaffold import NewCourse, course_id, title_of, write_course  # noqa: PLC0415

    asking = not yes and sys.stdin.isatty() and sys.stdout.isatty()
    if asking:
        click.echo("Enter takes what stands in brackets.")
    if folder is None:
        if not asking:
            raise OptionError("the folder is missing: write `scormpack new my-course`")
        folder = Path(click.prompt("Folder for the course", default="my-course"))
    name = Path(os.path.realpath(folder)).name  # resolve() fails for a link to itself
    ask = _Questions(asking=asking)
    made = NewCourse(
        folder,
        ask("title", title, title_of(name) or "My course", "Title"),
        ask(
            "id",
            iri,
            course_id(name),
            "Id, yours for ever: results in an LMS hang on it. It looks like a web address; nothing need be there",
        ),
        ask("language", language, "en", "Language of your texts (en, de, fr, es, pt, ar, hi, ja, zh, …)"),
        ask("pass_mark", pass_mark, 70, "Pass mark of a quiz, in percent"),
        ask("formats", formats or None, ("scorm12", "xapi"), f"What your LMS takes, out of {', '.join(FORMATS)}"),
    )
    files = write_course(made)
    _show(made.folder, files, replace_id=made.id.startswith("https://example.org/"))
    findings = check_course(load_course(folder))
    if findings:  # its language may be one that we have no words in
        click.echo()
        show_findings(findings)


class _Questions:
    """Asks for a value that no option says, until it may stand."""

    def __init__(self, *, asking: bool) -> None:
        self._asking = asking

    def __call__(self, key: str, said: Any, default: Any, words: str) -> Any:  # noqa: ANN401 (a value of any key)
        if said is not None or not self._asking:
            return default if said is None else said
        shown = ", ".join(default) if isinstance(default, tuple) else str(default)
        return click.prompt(words, default=shown, value_proc=_reader(key, default))


def _reader(key: str, default: Any) -> Callable[[str], Any]:  # noqa: ANN401
    from scormpack.scaffold import require  # noqa: PLC0415

    def read(typed: str) -> Any:  # noqa: ANN401
        value: Any = typed.strip()
        if isinstance(default, tuple):
            value = tuple(part for part in value.replace(",", " ").split() if part)
        if isinstance(default, int) and value.isascii() and value.isdigit():
            value = int(value)
        try:
            require(key, value)
        except OptionError as error:
            raise click.UsageError(str(error)) from error
        return value

    return read


def _show(folder: Path, files: tuple[Path, ...], *, replace_id: bool) -> None:
    click.echo(f"{click.style(str(folder), bold=True)} is ready:")
    tops = {file.parts[0]: file.parts[0] + ("/" if len(file.parts) > 1 else "") for file in files}
    widest = max(map(len, tops.values()))
    for top, about in _ABOUT.items():
        click.echo(f"  {tops[top].ljust(widest)}  {about}")
    click.echo("\nNext:")
    place = quote_word(folder)
    for command in ("check", "preview", "build"):
        if command in COMMANDS:
            click.echo(f"  scormpack {command} {place}")
    click.echo(f"  scormpack new lesson my-topic --course {place}")
    if replace_id:
        click.echo("\nBefore the first upload, write your own host into `id` in course.yaml; then leave it as it is.")
