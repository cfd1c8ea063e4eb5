"""A build that remembers, against one that does not, after any changes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scormpack.build import BuildOptions, build_course
from scormpack.build.own_state import digest_own_state
from scormpack.errors import CourseError, PackageError

NAMES = ["first", "second", "third"]
BODIES = ["Some words.", "Other words.", "'![A square](assets/square.svg)'", "'A [page](https://example.org).'"]
QUIZ = "quiz: {banks: [shared], questions: [{id: q1, type: fill-in, prompt: Which?, answers: [one]}]}\n"
ASKS = "tutor: true\nasks: [{lesson: first, questions: [Why not?]}]\n"
TWICE = "quiz: {{questions: [{{id: q1, type: true-false, prompt: Is this what is asked in {asked}?, answer: true}}]}}\n"
AGAIN = TWICE.format(asked="both lessons")
LOWER, OTHER = f"# Above the quiz.\n{AGAIN}", TWICE.format(asked="none other")
RELATED = ["related: [first]\n", "related: [second]\n"]
MORE = ["", QUIZ, AGAIN, LOWER, OTHER, ASKS, *RELATED, "# A comment.\n"]
B1 = "id: b1, type: true-false, prompt: {words}, answer: true, points: {points}"
BANK = "id: shared\ntitle: Shared\nquestions: [{{" + B1 + "}}]\n"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="9"><path d="M0 0h9v9z"/></svg>'
FILES = {
    "templates/style/extra.css": ["body { margin: 0 }", "body { margin: 1px }"],
    "templates/_footer.html.j2": ["<footer>{{ build }}</footer>", "<footer>{{ build[:3] }}</footer>"],
    "templates/messages/en.yaml": ["site.quiz: Test\n", "site.quiz: Trial\n"],
    "banks/shared.yaml": [BANK.format(words="So?", points=1), BANK.format(words="Or so?", points=2)],
    "assets/square.svg": [SQUARE.format(size=9), SQUARE.format(size=18)],
}
_names, _files = st.sampled_from(NAMES), st.sampled_from(sorted(FILES))
CHANGES = st.one_of(
    st.tuples(st.just("edit"), _names, st.sampled_from(["One", "Two"]), st.sampled_from(BODIES), st.sampled_from(MORE)),
    st.tuples(st.just("edit"), _names, st.sampled_from(["One", "Two"]), st.sampled_from(BODIES), st.sampled_from(MORE)),
    st.tuples(st.just("list_lessons"), st.permutations(NAMES).map(lambda names: names[:2])),
    st.tuples(st.just("rename")),
    st.tuples(st.just("number"), st.sampled_from(["1.0.0", "1.0.1"])),
    st.tuples(st.just("choose"), st.sampled_from(["scorm12", "xapi", "web"]), st.sampled_from(["course", "lesson"])),
    st.tuples(st.just("share"), st.sampled_from([1, 2])),
    st.tuples(st.just("date"), st.sampled_from(["0", "1700000000"])),
    st.tuples(st.just("update"), st.sampled_from(["1", "2"])),
    st.tuples(st.just("save"), _files, st.sampled_from([0, 1])),
    st.tuples(st.just("lose"), _files),
    st.tuples(st.just("spoil"), st.sampled_from(["index.csv", "small-course.scorm12.zip", "first.scorm12.zip"])),
)


class Author:
    """Somebody who works on a course and builds it."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        """Begin a course of two lessons, and one that is not listed yet."""
        self.course = folder / "course"
        self.options = BuildOptions(output=folder / "dist", cache=folder / "cache", unit="course")
        self._patch = patch
        self._third = "third"
        self._listed = ["first", "second"]
        self._version = "1.0.0"
        (self.course / "lessons").mkdir(parents=True)
        for name in NAMES:
            self.edit(name, "One", BODIES[0], "")

    def edit(self, name: str, title: str, body: str, more: str) -> None:
        """Write a lesson."""
        name = self._third if name == "third" else name
        head = f"id: {name}\ntitle: {title}\nsummary: What it says.\n"
        text = f"{head}sections: [{{heading: The premise, body: {body}}}]\n{more}"
        (self.course / "lessons" / f"{name}.yaml").write_text(text, encoding="utf-8")
        self._write()

    def list_lessons(self, names: list[str]) -> None:
        """Choose two lessons, in whatever order."""
        self._listed = [self._third if name == "third" else name for name in names]
        self._write()

    def rename(self) -> None:
        """Give the third lesson another id."""
        old, self._third = self._third, "fourth" if self._third == "third" else "third"
        (self.course / "lessons" / f"{old}.yaml").unlink()
        self._listed = [self._third if name == old else name for name in self._listed]
        self.edit("third", "One", BODIES[0], "")

    def number(self, version: str) -> None:
        """Give the course a version."""
        self._version = version
        self._write()

    def choose(self, format_name: str, unit: str) -> None:
        """Build something else."""
        self.options = replace(self.options, formats=(format_name,), unit=unit)  # type: ignore[arg-type]

    def share(self, jobs: int) -> None:
        """Build with more processes, or fewer."""
        self.options = replace(self.options, jobs=jobs)

    def date(self, epoch: str) -> None:
        """Set the clock that packages tell."""
        self._patch.setenv("SOURCE_DATE_EPOCH", epoch)

    def update(self, program: str) -> None:
        """Install another scormpack, or another library."""
        self._patch.setattr("scormpack.build.own_state.digest_states", lambda *_: program)
        digest_own_state.cache_clear()

    def save(self, name: str, which: int) -> None:
        """Write a bank, a picture, or a template of the course's own."""
        file = self.course / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FILES[name][which], encoding="utf-8")

    def lose(self, name: str) -> None:
        """Delete it again."""
        (self.course / name).unlink(missing_ok=True)

    def spoil(self, name: str) -> None:
        """Delete something that was built."""
        (self.options.output / name).unlink(missing_ok=True)

    def build(self, cache: Path | None) -> object:
        """Return the report, or what is wrong."""
        try:
            return build_course(self.course, replace(self.options, cache=cache))
        except (CourseError, PackageError) as error:
            return str(error), getattr(error, "findings", ())

    def built(self) -> dict[str, bytes]:
        """Return all that lies in the folder of packages."""
        output = self.options.output
        return {str(file.relative_to(output)): file.read_bytes() for file in output.rglob("*") if file.is_file()}

    def _write(self) -> None:
        text = (
            "id: https://example.org/courses/small\ntitle: Small\nformats: [scorm12]\n"
            f"version: {self._version}\nmodules: [{{title: One, lessons: [{', '.join(self._listed)}]}}]\n"
        )
        (self.course / "course.yaml").write_text(text, encoding="utf-8")


FIRST = ("edit", "first", "One", "'![A square](assets/square.svg)'", QUIZ)
FOUND = [  # by what a page, or what is found in a lesson, hangs on beside the lesson
    [("edit", "second", "Two", BODIES[0], "")],  # the card of the next lesson
    [("edit", "second", "One", BODIES[0], "related: [first]\n"), ("edit", "first", "Two", BODIES[0], "")],
    [("save", "templates/_footer.html.j2", 0), ("edit", "second", "Two", BODIES[0], "")],
    [("save", "templates/_footer.html.j2", 0), ("save", "templates/_footer.html.j2", 1)],
    [("save", "templates/messages/en.yaml", 0), ("save", "templates/messages/en.yaml", 1)],
    [("save", "banks/shared.yaml", 0), ("save", "assets/square.svg", 0), FIRST, ("save", "banks/shared.yaml", 1)],
    [("save", "banks/shared.yaml", 0), ("save", "assets/square.svg", 0), FIRST, ("save", "assets/square.svg", 1)],
    [("save", "banks/shared.yaml", 0), ("save", "assets/square.svg", 0), FIRST, ("lose", "assets/square.svg")],
    [("edit", name, "One", BODIES[0], AGAIN) for name in ("first", "second")]
    + [("edit", "second", "One", BODIES[0], more) for more in (LOWER, OTHER, "")],
    [("number", "1.0.1"), ("list_lessons", ["second", "third"]), ("rename",), ("rename",)],
    [("edit", "first", "One", BODIES[0], "# A comment.\n"), ("edit", "first", "One", BODIES[0], "")],
    [("edit", "second", "One", body, more) for body in BODIES[:2] for more in ("", AGAIN)],  # what the course page says
    [("edit", "second", "One", BODIES[1], ""), ("number", "1.0.1"), ("edit", "second", "Two", BODIES[1], "")],
]


def _with_examples(test: Callable[..., None]) -> Callable[..., None]:
    for changes in FOUND:
        test = example(changes)(test)
    return test


@_with_examples
@given(st.lists(CHANGES, min_size=1, max_size=8))
@settings(max_examples=20)
def test_a_warm_build_is_that_of_an_empty_cache(changes: list[tuple[str, ...]]) -> None:
    """Whatever was edited, listed, renamed, asked for or dated: files, report and faults are those of a cold build."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        author = Author(Path(name), patch)
        author.build(author.options.cache)
        for kind, *what in changes:
            getattr(author, kind)(*what)
            warm = author.build(author.options.cache)
            files = author.built()
            assert author.build(None) == warm
            assert author.built() == files
    digest_own_state.cache_clear()
