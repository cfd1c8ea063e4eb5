"""Facts about what an author's edits of a whole course are told to be, from the files of the course to the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from generated_course import write_course

from scormpack.build import BuildOptions, build_course
from scormpack.cli import main
from scormpack.releases import NAME, Risk, compare_releases, read_release

Course = dict[str, Any]
LESSONS = 7


def build(course: Path, output: Path, unit: Any = "lesson", **options: Any) -> list[str]:  # noqa: ANN401
    """Build the course, and return the notes."""
    return list(build_course(course, BuildOptions(unit=unit, output=output, **options)).notes)


def diff(*arguments: str | Path) -> tuple[int, str]:
    """Return exit code and output."""
    run = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    return run.exit_code, run.output


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of seven lessons, released lesson by lesson."""
    folder = tmp_path / "course"
    write_course(folder, LESSONS)
    build(folder, tmp_path / "old", release=True)
    return folder


def edit_lesson(course: Path, name: str, old: str, new: str) -> None:
    """Put one text of a lesson in the place of another."""
    path = course / "lessons" / f"{name}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def edit_course(course: Path, change: Callable[[Course], None]) -> None:
    """Change what the course file says."""
    path = course / "course.yaml"
    said = json.loads(path.read_text("utf-8"))
    change(said)
    path.write_text(json.dumps(said), "utf-8")


def reasons(tmp_path: Path, new: str = "new") -> dict[str, tuple[Risk, tuple[str, ...]]]:
    """Return what is told of each package that changed."""
    changes = compare_releases(read_release(tmp_path / "old"), read_release(tmp_path / new))
    return {
        change.file: (change.risk, tuple(one.text for one in change.reasons)) for change in changes if change.reasons
    }


def test_a_lesson_less_is_no_edit_of_the_others(course: Path, tmp_path: Path) -> None:
    """They are told to be numbered anew, all in one line, so that an edited one stands out."""
    edit_course(course, lambda said: said["modules"][0]["lessons"].remove("lesson-3"))
    (course / "lessons" / "lesson-3.yaml").unlink()
    edit_lesson(course, "lesson-5", 'summary: "', 'summary: "Mended. ')
    build(course, tmp_path / "new")
    told = reasons(tmp_path)
    assert told["lesson-3.scorm12.zip"][0] is Risk.TRACKS
    assert told["lesson-5.scorm12.zip"] == (Risk.CONTENT, ("its text changed",))
    renumbered = (Risk.CONTENT, ("lessons of the course are numbered anew: its page says other numbers",))
    assert [told[f"lesson-{number}.scorm12.zip"] for number in (0, 1, 2, 4, 6)] == [renumbered] * 5
    code, output = diff(course, tmp_path / "new")
    assert code == 1
    assert (
        "lesson-0.scorm12.zip, lesson-1.scorm12.zip, lesson-2.scorm12.zip, lesson-4.scorm12.zip and 1 more: may"
        in output
    )
    assert output.count("numbered anew") == 1


def test_a_lesson_under_another_id_is_known_again(course: Path, tmp_path: Path) -> None:
    """By its text or its questions: both ids are named, and what to do."""
    edit_lesson(course, "lesson-2", "id: lesson-2\n", "id: lesson-two\n")
    (course / "lessons" / "lesson-2.yaml").rename(course / "lessons" / "lesson-two.yaml")
    edit_lesson(course, "lesson-two", 'summary: "', 'summary: "Mended. ')
    edit_course(
        course,
        lambda said: said["modules"][0].update(lessons=[f"lesson-{'two' if n == 2 else n}" for n in range(LESSONS)]),
    )
    notes = build(course, tmp_path / "new")
    risk, (sentence,) = reasons(tmp_path)["lesson-2.scorm12.zip"]
    iri = "https://example.org/courses/generated/lessons/lesson"
    assert risk is Risk.TRACKS
    assert sentence.startswith(
        f"its id was `{iri}-2` and is `{iri}-two`, in lesson-two.scorm12.zip: take the old id back"
    )
    assert any(sentence in note for note in notes)


def test_a_question_under_another_id_is_known_again(course: Path, tmp_path: Path) -> None:
    """It is graded as before: only what hangs on the id is lost."""
    edit_lesson(course, "lesson-2", "- id: q4\n", "- id: four\n")
    build(course, tmp_path / "new")
    risk, said = reasons(tmp_path)["lesson-2.scorm12.zip"]
    assert risk is Risk.ATTEMPTS
    assert said[0] == (
        "question `q4` is called `four` now: answers to it under way are dropped, and reports take it for another"
    )


def test_a_pass_mark_is_told_once(course: Path, tmp_path: Path) -> None:
    """The lesson's is the package's."""
    edit_lesson(course, "lesson-2", "quiz:\n", "quiz:\n  pass_mark: 80\n")
    build(course, tmp_path / "new")
    said = reasons(tmp_path)["lesson-2.scorm12.zip"][1]
    assert [text for text in said if "pass" in text] == ["its pass mark was 70 % and is 80 %"]


def test_another_unit_is_not_taken_for_the_lessons(course: Path, tmp_path: Path) -> None:
    """A course in one piece takes no lesson's place: nothing is called gone, and what was not compared is said."""
    assert not any("since its release" in note for note in build(course, tmp_path / "new", "course"))
    build(course, tmp_path / "old", "course")
    code, output = diff(tmp_path / "old", tmp_path / "new")
    assert code == 0
    assert f"Not compared: {LESSONS} lesson scorm12 packages of the old side; the new one has none.\n" in output
    said = json.loads(diff(tmp_path / "old", tmp_path / "new", "--json")[1])
    assert len(said["not_compared"]) == LESSONS


def test_releases_with_nothing_in_common_are_no_safe_change(course: Path, tmp_path: Path) -> None:
    """Who compares a release with one of another unit, or format, has named the wrong one: exit code 2."""
    build(course, tmp_path / "new", "course")
    code, output = diff(tmp_path / "old", tmp_path / "new")
    sides = f"{tmp_path / 'old'} holds lesson scorm12 packages, and {tmp_path / 'new'} course scorm12 packages"
    said = f"nothing can be compared: {sides}: name two builds of the same unit and format"
    assert (code, output) == (2, f"error: {said}\n")
    code, output = diff(tmp_path / "old", tmp_path / "new", "--json")
    assert (code, json.loads(output)["error"]) == (2, said)


def test_what_was_not_written_since_it_is_as_released_is_not_gone(course: Path, tmp_path: Path) -> None:
    """``--changed-since`` notes it in index.json; a package that is really gone is told all the same."""
    edit_lesson(course, "lesson-2", 'summary: "', 'summary: "Mended. ')
    build(course, tmp_path / "new", since=tmp_path / "old")
    told = "lesson-2.scorm12.zip: may take the old one's place\n  - its text changed\n\n"
    left = f"Not written, for they are as released: {LESSONS - 1} packages.\n"
    for old in (tmp_path / "old", course / NAME):
        code, output = diff(old, tmp_path / "new")
        assert (code, output) == (0, f"{told}{left}1 package: may take the old one's place\n0 packages are the same.\n")
    said = json.loads(diff(tmp_path / "old", tmp_path / "new", "--json")[1])
    assert said["as_released"] == [f"lesson-{number}.scorm12.zip" for number in (0, 1, *range(3, LESSONS))]
    edit_lesson(course, "lesson-3", 'summary: "', 'summary: "Mended. ')
    build(course, tmp_path / "two", since=tmp_path / "old")
    (tmp_path / "two" / "lesson-2.scorm12.zip").unlink()
    code, output = diff(tmp_path / "old", tmp_path / "two")
    assert code == 1
    assert "lesson-2.scorm12.zip: gone\n" in output


def test_a_release_of_which_nothing_changed_can_be_compared(course: Path, tmp_path: Path) -> None:
    """``--changed-since`` then writes the index alone; a build of all packages into that folder takes its place."""
    build(course, tmp_path / "new", since=tmp_path / "old")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["index.csv", "index.json"]
    code, output = diff(tmp_path / "old", tmp_path / "new")
    left = f"Not written, for they are as released: {LESSONS} packages.\n"
    assert (code, output) == (0, f"{left}0 packages are the same.\n")
    build(course, tmp_path / "new")
    assert diff(tmp_path / "old", tmp_path / "new") == (0, f"{LESSONS} packages are the same.\n")
    assert "as_released" not in json.loads((tmp_path / "new" / "index.json").read_text("utf-8"))


def test_one_package_is_compared_with_itself_alone(course: Path, tmp_path: Path) -> None:
    """Beside a lock or a folder of many the others are neither gone nor new, whichever side it is."""
    edit_lesson(course, "lesson-2", 'summary: "', 'summary: "Mended. ')
    build(course, tmp_path / "new", only=["lesson-2"])
    package = "lesson-2.scorm12.zip"
    told = f"{package}: may take the old one's place\n  - its text changed\n\n1 package: may take the old one's place\n"
    for sides in (
        (course / NAME, tmp_path / "new" / package),
        (tmp_path / "old", tmp_path / "new" / package),
        (tmp_path / "old" / package, tmp_path / "new"),
        (tmp_path / "old" / package, tmp_path / "new" / package),
    ):
        assert diff(*sides) == (0, f"{told}0 packages are the same.\n")
    code, output = diff(tmp_path / "old" / "lesson-1.scorm12.zip", tmp_path / "new")
    assert (code, output) == (2, f"error: nothing can be compared: {tmp_path / 'new'} has no lesson-1.scorm12.zip\n")


def test_another_course_page_is_told(course: Path, tmp_path: Path) -> None:
    """The title of a module stands there and on no lesson's page."""
    build(course, tmp_path / "one", "course")
    edit_course(course, lambda said: said["modules"][0].update(title="Another title"))
    build(course, tmp_path / "two", "course")
    changes = compare_releases(read_release(tmp_path / "one"), read_release(tmp_path / "two"))
    assert [reason.text for reason in changes[0].reasons] == ["changed: the course page"]


def test_a_course_folder_stands_for_its_release(course: Path, tmp_path: Path) -> None:
    """Its lessons may have been edited since: it is said that the lock file is what is compared."""
    code, output = diff(course, tmp_path / "old")
    assert code == 0
    first, second = output.splitlines()
    assert first == f"{course} holds no packages: what {course / NAME} says was released is compared."
    assert second == f"{LESSONS} packages are the same."
