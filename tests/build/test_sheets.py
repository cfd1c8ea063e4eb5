"""Facts about targets, and the sheets that say what to set in an LMS."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from scormpack.build import BuildOptions, BuildReport, build_course
from scormpack.build.expected import expect_result
from scormpack.build.outcomes import Case, list_cases
from scormpack.build.stages import as_told
from scormpack.build.targets import TARGETS
from scormpack.errors import OptionError
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import plan_units
from scormpack.scaffold import NewCourse, write_course

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "lessons"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """One lesson, built for Moodle."""
    folder = tmp_path_factory.mktemp("moodle")
    return build_course(LESSONS, BuildOptions(target="moodle", only=["work-in-steps"], output=folder))


@pytest.mark.parametrize("name", TARGETS)
def test_each_target_can_be_built(name: str) -> None:
    """Its formats are ours, its values those of course.yaml, and docs/targets.md tells of it."""
    target = TARGETS[name]
    told = {choice.setting: choice.value for choice in target.choices}
    assert told.keys() == {"formats", "unit", "scos", "exit"}
    loaded = load_course(LESSONS)
    course = replace(loaded, file=as_told(BuildOptions(target=name), loaded.file))
    assert set(course.file.formats) <= set(FORMATS)
    assert course.file.model_validate(course.file.model_dump(exclude_unset=True)) == course.file
    page = (ROOT / "docs" / "targets.md").read_text("utf-8")
    assert all(f"{choice.why}" in page for choice in target.choices), "docs/targets.md lacks a reason"


def test_the_command_line_decides_over_the_target(tmp_path: Path) -> None:
    """--unit and --format win, and the sheet says so."""
    options = BuildOptions(target="moodle", unit="course", formats=["xapi"], output=tmp_path)
    built = build_course(LESSONS, options)
    assert [package.file.name for package in built.packages] == ["working-well-with-ai-course.xapi.zip"]
    assert built.target is not None
    said = {choice.setting: (choice.value, choice.why) for choice in built.target.choices}
    assert said["unit"] == ("course", "As you asked; usual here: lesson.")
    assert said["formats"] == ("xapi", "As you asked; usual here: scorm12.")
    assert said["exit"][0] == "suspend"


def test_a_target_that_decides_over_the_course_file_says_so(tmp_path: Path) -> None:
    """Where `unit` is written in course.yaml and the LMS wants another, a note tells how to keep one's own."""
    write_course(NewCourse(tmp_path / "course", "Fire", "https://training.acme.com/fire"))
    file = tmp_path / "course" / "course.yaml"
    options = BuildOptions(target="moodle", output=tmp_path / "dist")
    told = "course.yaml says `unit: course`, and the target chose `lesson`: `--unit course` keeps yours."
    assert told not in build_course(tmp_path / "course", options).notes
    file.write_text(file.read_text("utf-8").replace("unit: lesson", "unit: course"), "utf-8")
    assert told in build_course(tmp_path / "course", options).notes
    assert told not in build_course(tmp_path / "course", replace(options, unit="course")).notes


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"target": "sakai"}, "no target `sakai`; write one of: moodle, canvas"),
        ({"target": "Moodle"}, "no target `Moodle`: did you mean `moodle`?"),
        ({"target": "scorm12"}, "no target `scorm12`: write `--format scorm12`"),
        ({"formats": ["moodle"]}, "no format `moodle`: write `--target moodle`"),
        ({"formats": ["SCORM 1.2"]}, "no format `SCORM 1.2`: did you mean `scorm12`?"),
        ({"formats": ["scorm-2004"]}, "no format `scorm-2004`: did you mean `scorm2004`?"),
        ({"formats": ["pdf"]}, "no format `pdf`; write one of: scorm12, scorm2004"),
    ],
)
def test_an_unknown_target_or_format_is_refused_with_the_way_on(options: dict[str, Any], said: str) -> None:
    """The name that is meant, the option that has it, or those that there are."""
    with pytest.raises(OptionError, match=re.escape(said)):
        BuildOptions(**options)


def test_a_sheet_lies_beside_each_package(report: BuildReport) -> None:
    """As HTML and as Markdown, named as the package and the LMS, and both say the same."""
    (package,) = report.packages
    names = [path.name for path in report.sheets]
    assert names == ["work-in-steps.scorm12.moodle.html", "work-in-steps.scorm12.moodle.md"]
    page, text = (path.read_text("utf-8") for path in report.sheets)
    read = " ".join(str(html.document_fromstring(page).xpath("string(//body)")).split())
    for words in (package.sha256, "Highest grade", "Start a new attempt", "with 70 % or more", "never by deleting"):
        assert (words in read) == (words in text)
    assert package.sha256 in read
    assert "Require status" in read


def text_of(report: BuildReport) -> str:
    """Return the one sheet in Markdown, and see that the page says the same of steps and boxes."""
    page, text = (path.read_text("utf-8") for path in report.sheets)
    for words in ("Grading method", "SCORM package", "Average grade", "learning record store", "Tin Can Launch Link"):
        assert (words in page) == (words in text), words
    return text


@pytest.mark.parametrize("name", ["xapi", "cmi5"])
def test_a_sheet_tells_no_scorm_steps_for_another_standard(tmp_path: Path, name: str) -> None:
    """What the LMS does not play by itself is said, in the sheet and by the build; the boxes of SCORM are not there."""
    built = build_course(
        LESSONS, BuildOptions(target="moodle", formats=[name], only=["work-in-steps"], output=tmp_path)
    )
    text = text_of(built)
    assert "Moodle plays no xAPI or cmi5 by itself" in text
    assert "Grading method" not in text
    assert "*SCORM package*" not in text
    assert any(note.startswith("Moodle plays no xAPI or cmi5 by itself") and "*" not in note for note in built.notes)


def test_a_target_that_plays_them_says_its_own_steps(tmp_path: Path) -> None:
    """SCORM Cloud imports xAPI as it imports SCORM."""
    built = build_course(LESSONS, BuildOptions(target="scormcloud", formats=["xapi"], output=tmp_path))
    assert "*Add Content*" in built.sheets[1].read_text("utf-8")


def test_a_package_with_a_sco_for_each_lesson_has_boxes_of_its_own(tmp_path: Path) -> None:
    """Each lesson has a score: Moodle's usual grade would be the best one's, and one lesson would complete all."""
    options = BuildOptions(target="moodle", unit="course", scos="per-lesson", output=tmp_path)
    text = text_of(build_course(LESSONS, options))
    assert "| Grade → Grading method | **Average grade** |" in text
    assert text.count("Grading method") == 1
    assert "Require all SCOs" in text
    assert (
        "| finished a lesson's quiz, with its pass mark or more | **passed** | the percent reached, for that lesson |"
        in text
    )
    assert "mean" not in text


def limited_course(folder: Path, **course: str) -> Path:
    """Write a course whose one quiz may be finished twice, and return its folder."""
    write_course(NewCourse(folder, "Fire", "https://training.acme.com/fire"))
    (lesson,) = (folder / "lessons").glob("*.yaml")
    lesson.write_text(lesson.read_text("utf-8").replace("quiz:\n", "quiz:\n  attempts: 2\n"), "utf-8")
    file = folder / "course.yaml"
    file.write_text(file.read_text("utf-8") + "".join(f"{key}: {value}\n" for key, value in course.items()), "utf-8")
    return folder


@pytest.mark.parametrize("name", TARGETS)
def test_a_limit_of_attempts_is_not_undone_by_the_sheet(tmp_path: Path, name: str) -> None:
    """Whichever the LMS: where a quiz has a limit of attempts, its admin is told what a new attempt there does."""
    course = limited_course(tmp_path / "course")
    page, text = (
        path.read_text("utf-8") for path in build_course(course, BuildOptions(target=name, output=tmp_path)).sheets
    )
    for words in ("may be finished 2 times", "every new attempt in the LMS begins that count anew"):
        assert words in page
        assert words in text
    assert "Start a new attempt" not in text
    assert "Unlimited" not in text


def test_moodle_closes_what_failed_and_the_author_is_told(tmp_path: Path) -> None:
    """One attempt keeps the limit; what Moodle's review takes of it is said, and `report` is how to get it back."""
    course = limited_course(tmp_path / "course")
    built = build_course(course, BuildOptions(target="moodle", output=tmp_path))
    assert "| Attempts management → Number of attempts | **1 attempt** |" in built.sheets[1].read_text("utf-8")
    told = "report: passed-incomplete"
    assert told in built.sheets[1].read_text("utf-8")
    assert any(told in note and "attempts: 2" in note for note in built.notes)
    open_course = limited_course(tmp_path / "open", report="passed-incomplete")
    kept = build_course(open_course, BuildOptions(target="moodle", output=tmp_path / "kept"))
    assert told not in kept.sheets[1].read_text("utf-8")
    assert not any(told in note for note in kept.notes)


def test_quizzes_of_several_limits_have_one_sheet(tmp_path: Path) -> None:
    """A package whose quizzes have different limits says so, and the sheet of a lesson without one says nothing."""
    course = limited_course(tmp_path / "course")
    first = next((course / "lessons").glob("*.yaml"))
    for name, limit in (("second", "3"), ("third", "unlimited")):
        text = first.read_text("utf-8").replace(f"id: {first.stem}", f"id: {name}")
        (course / "lessons" / f"{name}.yaml").write_text(text.replace("attempts: 2", f"attempts: {limit}"), "utf-8")
    file = course / "course.yaml"
    file.write_text(file.read_text("utf-8").replace(f"[{first.stem}]", f"[{first.stem}, second, third]"), "utf-8")
    whole = build_course(course, BuildOptions(target="moodle", unit="course", output=tmp_path / "whole"))
    assert "Some of its quizzes may be finished 2 or 3 times" in whole.sheets[1].read_text("utf-8")
    parts = build_course(course, BuildOptions(target="moodle", only=["third"], output=tmp_path / "parts"))
    assert "may be finished" not in parts.sheets[1].read_text("utf-8")
    assert "Unlimited attempts" in parts.sheets[1].read_text("utf-8")


@pytest.mark.parametrize("name", TARGETS)
def test_what_has_no_score_asks_for_no_grade(name: str) -> None:
    """No box is about one."""
    target = TARGETS[name]
    boxes = target.boxes_for(scored=False, judged=False, several=False, limited=False)
    assert not [box for box in boxes if re.search(r"[Gg]rad|[Ss]core|Points", box.name)]
    usual = target.boxes_for(scored=True, judged=True, several=False, limited=False)
    assert usual == (*target.boxes, *target.verdict)


def test_a_sheet_asks_nothing_of_another_host(report: BuildReport) -> None:
    """It is one file, without scripts, that opens from a disk."""
    page = report.sheets[0].read_text("utf-8")
    assert not re.search(r"<script|https?://|@import|url\(", page)


def test_titles_are_text(tmp_path: Path) -> None:
    """A title with marks of HTML stands in the sheet as it is written."""
    course = load_course(LESSONS)
    strange = replace(course, file=course.file.model_copy(update={"title": "<b>&amp;</b> *A*"}))
    from scormpack.build.package_report import describe_package, promise_of  # noqa: PLC0415 - beside its one use
    from scormpack.build.sheets import write_sheets  # noqa: PLC0415

    (unit,) = plan_units(strange, "course")
    package = describe_package(unit, promise_of(strange, unit), "scorm12", tmp_path / "c.zip", b"")
    page, _ = write_sheets(strange, [package], TARGETS["generic"], tmp_path)
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt; *A*" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("pair", "pass_mark", "statuses"),
    [
        ("passed-failed", 70, ("passed", "failed")),
        ("passed-incomplete", 70, ("passed", "incomplete")),
        ("completed", 70, ("completed",)),
        ("passed-failed", None, ("completed",)),
    ],
)
def test_the_statuses_to_expect(pair: str, pass_mark: int | None, statuses: tuple[str, ...]) -> None:
    """They follow from the pair of words and the pass mark."""
    course = load_course(LESSONS)
    file = course.file.model_copy(update={"report": pair, "pass_mark": pass_mark})
    lessons = {
        name: lesson.model_copy(update={"quiz": lesson.quiz and lesson.quiz.model_copy(update={"pass_mark": None})})
        for name, lesson in course.lessons.items()
    }
    told = replace(course, file=file, lessons=lessons)
    assert expect_result(told, plan_units(told, "course")[0]).statuses == statuses


def test_a_lesson_without_a_quiz_expects_no_score() -> None:
    """Completed, and nothing for the gradebook."""
    course = load_course(LESSONS)
    bare = course.lessons["work-in-steps"].model_copy(update={"quiz": None})
    told = replace(course, lessons={**course.lessons, "work-in-steps": bare})
    unit = next(unit for unit in plan_units(told, "lesson") if unit.name == "work-in-steps")
    expected = expect_result(told, unit)
    assert (expected.score, expected.statuses) == (None, ("completed",))


def test_the_cases_of_a_course_say_what_a_part_is_worth(report: BuildReport) -> None:
    """Unfinished quizzes count 0, in the words of the format."""
    (package,) = report.packages
    whole = replace(package, kind="course", format="scorm2004")
    assert list_cases(whole)[1:3] == (
        Case("finished some of its lessons", "incomplete", "the mean, unfinished quizzes counting 0"),
        Case(
            "finished all of its lessons, with 70 % or more", "completed, passed", "the mean of its quizzes, in percent"
        ),
    )
