"""Facts about the texts that `scormpack new` writes to be written over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import scormpack.scaffold
from scormpack.build import BuildOptions, build_course
from scormpack.check import check_course
from scormpack.check.starter_text import STARTER_TEXTS
from scormpack.errors import CourseError
from scormpack.load import load_course
from scormpack.model import QUESTION_TYPES
from scormpack.scaffold import NewCourse, NewLesson, NewQuestion, add_lesson, add_question, write_course

MAY_STAY = {
    "I feel ready to do this on my own.",
    *("not at all", "a little", "mostly", "fully"),
    "What belongs together?",
    "Do this away from the screen, and tick what is done.",
    "Put these into order.",
    *QUESTION_TYPES,
}
"""What asks for something whatever the lesson is about; and words that are no text."""
STARTER = Path(scormpack.scaffold.__file__).parent / "starter"


def strings(value: object) -> set[str]:
    """Return every text in a value read from YAML."""
    if isinstance(value, dict):
        return {text for inner in value.values() for text in strings(inner)}
    if isinstance(value, list):
        return {text for inner in value for text in strings(inner)}
    return {value} if isinstance(value, str) else set()


def told(course: Path) -> list[tuple[str, int, str]]:
    """Return file, line and message of each placeholder."""
    found = check_course(load_course(course), ["placeholder"])
    return [(finding.file, finding.line, finding.message) for finding in found]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A new course with a new lesson."""
    write_course(NewCourse(tmp_path / "course", "Fire safety", "https://training.example.com/fire"))
    add_lesson(NewLesson(tmp_path / "course", "alarm"))
    return tmp_path / "course"


def test_they_are_those_of_the_starter_files() -> None:
    """Each text that is looked for stands in a file of `scaffold/starter` that a lesson or a question is made of."""
    files = [STARTER / "new_lesson.yaml", *(STARTER / "questions").glob("*.yaml")]
    filled = (re.sub("<<(schema>>)?", "", file.read_text("utf-8")) for file in files)
    written = {text for each in filled for text in strings(yaml.safe_load(each))}
    assert written >= STARTER_TEXTS


@pytest.mark.parametrize("kind", QUESTION_TYPES)
def test_each_text_of_a_question_is_known(kind: str) -> None:
    """Whatever the type: what `new question` wrote is looked for, or says something in any lesson."""
    file = (STARTER / "questions" / f"{kind}.yaml").read_text("utf-8").replace("<<id>>", kind)
    assert strings(yaml.safe_load(file)) <= STARTER_TEXTS | MAY_STAY


def test_accepted_words_not_yet_written_are_told(course: Path) -> None:
    """They are no Markdown and on no page, but what learners must type: told when all the rest is written."""
    before = told(course)
    add_question(NewQuestion(course, "alarm", "fill-in"))
    file = course / "lessons" / "alarm.yaml"
    text = file.read_text("utf-8").replace("Which word is meant?", "What do you press?")
    file.write_text(text.replace("Why this word.", "It rings."), "utf-8")
    (finding,) = [one for one in told(course) if one not in before]
    assert "answers: [" in text.split("\n")[finding[1] - 1]
    assert "1 more in this question" in finding[2]


@pytest.mark.parametrize("kind", sorted(set(QUESTION_TYPES) - {"likert"}))
def test_a_question_not_yet_written_is_told_once(course: Path, kind: str) -> None:
    """One finding at its first such text, which counts the others; the lesson has its own."""
    before = told(course)
    added = add_question(NewQuestion(course, "alarm", kind))
    (finding,) = [one for one in told(course) if one not in before]
    assert finding[0] == "lessons/alarm.yaml"
    assert added.line < finding[1] <= added.line + 10
    assert finding[2].startswith("this is still the text that `scormpack new` wrote")


def test_a_lesson_not_yet_written_is_told_at_its_summary_and_its_section(course: Path) -> None:
    """Both are told; what is written over is not, and what is left of it still is."""
    assert [line for _, line, _ in told(course)] == [5, 7]
    file = course / "lessons" / "alarm.yaml"
    text = file.read_text("utf-8").replace(
        "What learners can do after this lesson, in one line.", "Leave at the alarm."
    )
    file.write_text(text.replace("One thing to say", "Leave"), "utf-8")
    assert [(line, "1 more in this section" in message) for _, line, message in told(course)] == [(8, True)]


def test_such_a_course_builds_and_does_not_under_strict(course: Path, tmp_path: Path) -> None:
    """A draft can be tried out at once; whoever wants none in a release has an option for it."""
    assert len(build_course(course, BuildOptions(["scorm12"], output=tmp_path / "dist")).packages) == 2
    with pytest.raises(CourseError, match="still the text"):
        build_course(course, BuildOptions(["scorm12"], output=tmp_path / "strict", strict=True))
