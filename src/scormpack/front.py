"""What ``scormpack`` says before anything is loaded: its commands, its first screen, its help.

It imports nothing that Python has not loaded to start: a person who asks what there is waits for no library.
"""

from __future__ import annotations

import os
import sys

from scormpack.shell_word import quote_word

COMMANDS = {
    "new": "Make a course that builds as it stands, or add a lesson or a question.",
    "check": "Show every mistake, at its line.",
    "preview": "Show packages in an emulated LMS, in the browser.",
    "build": "Check a course and build its packages.",
    "diff": "Say whether a new release may take an old one's place.",
    "inspect": "Judge a finished package, anybody's.",
    "rule": "Explain a code of `check`: what, why, how to mend.",
    "schema": "Print what editors check and complete by.",
    "completion": "Print what makes your shell complete commands, courses and codes.",
}
"""In the order of the help; the command ``x`` is the function ``x`` in ``cli/x_command.py``."""

_SENTENCE = "Lessons in YAML become packages that a learning management system accepts."


def answer(arguments: list[str]) -> str | None:
    """Return what to print where nothing else need be loaded for it; None for all the rest."""
    if "_SCORMPACK_COMPLETE" in os.environ:  # a shell asks what may follow
        return None
    if not arguments:
        return first_screen()
    return help_text() if arguments in (["--help"], ["-h"]) else None


def first_screen() -> str:
    """Return the commands that one needs, and what to do next in this folder."""
    here = _course_here()
    folder = {None: " my-course", ".": ""}.get(here, f" {quote_word(here or '')}")
    adding = f"scormpack new lesson my-topic{folder and f' --course{folder}'}"
    rows = {
        "scormpack new my-course" if here is None else adding: (
            "make a course that builds as it stands" if here is None else "add a lesson"
        ),
        f"scormpack check{folder}": "see every mistake, at its line",
        f"scormpack preview{folder}": "see it as in an LMS, while you write",
        f"scormpack build{folder}": "write the packages to upload, into dist/",
    }
    widest = max(map(len, rows))
    lines = [f"  {_bold(call)}{' ' * (widest - len(call))}   {text}" for call, text in rows.items()]
    if here is None:
        step = f"Next: {_bold('scormpack new my-course')}, then open my-course/lessons/ in your editor."
    else:
        place = "this folder" if here == "." else f"{here}/"
        step = f"Next: {_bold(f'scormpack check{folder}')}. There is a course in {place}."
    return "\n".join([_SENTENCE, "", *lines, "", step, f"All commands: {_bold('scormpack --help')}"])


def _course_here() -> str | None:
    """Return the course folder that is meant here: this one, ``lessons``, or the only one below; None where none is."""
    below = sorted(entry.name for entry in os.scandir() if not entry.name.startswith("."))
    # Pathlib would take longer to load than all of this.
    courses = [place for place in (".", *below) if os.path.exists(f"{place}/course.yaml")]  # noqa: PTH110
    meant = next((place for place in (".", "lessons") if place in courses), None)
    return meant or (courses[0] if len(courses) == 1 else None)


def help_text() -> str:
    """Return the help of the whole."""
    widest = max(map(len, COMMANDS))
    return "\n".join(
        [
            "Usage: scormpack COMMAND [OPTIONS] [ARGUMENTS]",
            "",
            f"  {_SENTENCE}",
            "",
            "Commands:",
            *(f"  {name.ljust(widest)}  {text}" for name, text in COMMANDS.items()),
            "",
            "Options:",
            "  --version   Print the version.",
            "  -h, --help  Print this.",
            "",
            "Examples:",
            "  scormpack new my-course        a course that builds as it stands",
            "  scormpack check my-course      every mistake, at its line",
            "  scormpack preview my-course    the packages in an emulated LMS, in the browser",
            "  scormpack build my-course      the packages to upload, in dist/",
            "  scormpack build --help         what one command can do",
            "",
            "Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 a fault of scormpack itself, 130 interrupted, 143 ended.",
            "Colours: none in a pipe, nor with NO_COLOR set; FORCE_COLOR brings them back.",
        ]
    )


def colours_wanted() -> bool | None:
    """Return whether the environment asks for colours: None where it says nothing and the terminal decides.

    ``NO_COLOR`` (no-color.org) goes before ``FORCE_COLOR`` (force-color.org); each counts when it is not empty.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def leave_closed_pipe() -> int:
    """Say nothing more, for the reader has gone, and return the exit code: as of a program that the system ends for it.

    Neither 0 nor 1: what was to be said may have been either.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)  # what is still held back is written there at the end
    return 128 + 13  # SIGPIPE


def _bold(text: str) -> str:
    wanted = colours_wanted()
    return f"\x1b[1m{text}\x1b[0m" if wanted or (wanted is None and sys.stdout.isatty()) else text
