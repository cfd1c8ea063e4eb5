"""Facts about releases: what a package promises, what changed since, and what that does to results."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from scormpack.build import BuildOptions, build_course
from scormpack.cli import main
from scormpack.errors import OptionError
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import Course, Lesson, plan_units
from scormpack.releases import (
    NAME,
    Change,
    Record,
    Risk,
    compare_package,
    compare_releases,
    read_lock,
    read_release,
    record_package,
    write_lock,
)
from scormpack.render import render_site

_OPEN = b'<script type="application/json" id="scormpack-data">'
LESSONS = Path(__file__).parents[2] / "lessons"
ONE = "work-in-steps"


@pytest.fixture(scope="module")
def course() -> Course:
    """The example course."""
    return load_course(LESSONS)


def recorded(course: Course, unit: str = "lesson", name: str = "scorm12") -> Record:
    """Return the record of a unit's package: the lesson's, or the course's."""
    units = plan_units(course, "course" if unit == "course" else "lesson")
    chosen = next(one for one in units if unit == "course" or one.name == ONE)
    package = FORMATS[name].package(course, chosen, render_site(course, chosen))
    return record_package(f"{chosen.name}.{name}.zip", package)


def told(course: Course, **values: Any) -> Course:  # noqa: ANN401 - any key of course.yaml
    """Return the course with other values in its file."""
    return replace(course, file=course.file.model_copy(update=values))


def taught(course: Course, change: Callable[[Lesson], dict[str, Any]]) -> Course:
    """Return the course with one lesson changed."""
    lesson = course.lessons[ONE]
    return replace(course, lessons={**course.lessons, ONE: lesson.model_copy(update=change(lesson))})


def quizzed(course: Course, change: Callable[[tuple[Any, ...]], tuple[Any, ...]], **keys: Any) -> Course:  # noqa: ANN401
    """Return the course with the lesson's questions or its quiz's keys changed."""

    def quiz(lesson: Lesson) -> dict[str, Any]:
        assert lesson.quiz is not None
        return {"quiz": lesson.quiz.model_copy(update={"questions": change(lesson.quiz.questions), **keys})}

    return taught(course, quiz)


def same(questions: tuple[Any, ...]) -> tuple[Any, ...]:
    """Change nothing."""
    return questions


def first(**values: Any) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:  # noqa: ANN401 - any key of a question
    """Return what changes the first question."""
    return lambda questions: (questions[0].model_copy(update=values), *questions[1:])


def looser(questions: tuple[Any, ...]) -> tuple[Any, ...]:
    """Take more numbers for right than before; nothing that learners see is another."""
    return tuple(q.model_copy(update={"tolerance": 5}) if q.type == "numeric" else q for q in questions)


def turned(questions: tuple[Any, ...]) -> tuple[Any, ...]:
    """Turn the options of the first question round; made anew, for a copy remembers which were right."""
    one = questions[0]
    written = {name: getattr(one, name) for name in type(one).model_fields}
    return (type(one)(**{**written, "options": one.options[::-1]}), *questions[1:])


CHANGES: dict[str, tuple[Callable[[Course], Course], Risk, str]] = {
    "nothing": (lambda c: c, Risk.NONE, ""),
    "the version": (lambda c: told(c, version="9.9"), Risk.NONE, ""),
    "the accent": (
        lambda c: told(c, theme=c.file.theme.model_copy(update={"accent": "#00695c"})),
        Risk.CONTENT,
        "the look",
    ),
    "a title": (lambda c: taught(c, lambda _: {"title": "Other"}), Risk.CONTENT, "the title was “Big jobs"),
    "a text": (lambda c: taught(c, lambda _: {"summary": "Other."}), Risk.CONTENT, "its text changed"),
    "an option's words": (
        lambda c: quizzed(c, first(explanation="Other.")),
        Risk.CONTENT,
        "words or settings of its quiz changed",
    ),
    "a right answer": (
        lambda c: quizzed(c, turned),
        Risk.ATTEMPTS,
        "asked in another form",
    ),
    "what counts as right": (
        lambda c: quizzed(c, looser),
        Risk.GRADES,
        "question `two-unchecked-steps` is marked by other answers or rules",
    ),
    "points": (lambda c: quizzed(c, first(points=3)), Risk.GRADES, "given other points"),
    "a question less": (lambda c: quizzed(c, lambda q: q[1:]), Risk.GRADES, "are dropped"),
    "a question more": (
        lambda c: quizzed(c, lambda q: (*q, q[0].model_copy(update={"id": "new-one"}))),
        Risk.GRADES,
        "question `new-one` is new",
    ),
    "a pass mark": (lambda c: quizzed(c, same, pass_mark=80), Risk.GRADES, "its pass mark was 70 % and is 80 %"),
    "the pair of words": (
        lambda c: told(c, report="completed"),
        Risk.GRADES,
        "results are told as `completed suspend`",
    ),
    "how it is left": (lambda c: told(c, exit="normal"), Risk.GRADES, "`passed-failed normal`"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_each_change_has_its_risk(course: Course, what: str) -> None:
    """What replacing the package does to results, and the reason in words."""
    change, risk, text = CHANGES[what]
    found = compare_package(recorded(course), recorded(change(course)))
    assert found.risk is risk, found.reasons
    assert any(text in reason.text for reason in found.reasons) or not text
    assert bool(found.reasons) == (risk is not Risk.NONE)


def test_other_identifiers_orphan_tracks(course: Course) -> None:
    """A package whose results are kept elsewhere would make Moodle delete the old ones."""
    old = recorded(course)
    found = compare_package(old, replace(old, tracks=("item-lesson-other",)))
    assert found.risk is Risk.TRACKS
    assert "no longer kept under `item-lesson-work-in-steps`" in found.reasons[0].text


def test_another_id_under_the_same_file_name_is_told(course: Course) -> None:
    """What is gone and what is new has one name: the ids tell which is which, and what to do."""
    gone, new = compare_releases([recorded(course)], [recorded(told(course, id="https://example.org/other"))])
    assert (gone.risk, new.risk) == (Risk.TRACKS, Risk.CONTENT)
    assert gone.reasons[0].text == (
        "its id was `https://example.org/courses/working-well-with-ai/lessons/work-in-steps` and is "
        "`https://example.org/other/lessons/work-in-steps`: take the old id back, or upload it beside the old one"
    )


def test_a_course_with_other_lessons_is_graded_otherwise(course: Course) -> None:
    """Its score is a mean over its lessons."""
    alone = {name: lesson.model_copy(update={"related": (), "asks": ()}) for name, lesson in course.lessons.items()}
    course = replace(course, lessons=alone)
    modules = course.file.modules
    fewer = told(course, modules=(*modules[:-1], modules[-1].model_copy(update={"lessons": modules[-1].lessons[:-1]})))
    lost = compare_package(recorded(course, "course"), recorded(fewer, "course"))
    assert lost.risk is Risk.GRADES
    assert "lesson `keep-a-human-in-charge` is gone" in lost.reasons[0].text
    won = compare_package(recorded(fewer, "course"), recorded(course, "course"))
    assert "lesson `keep-a-human-in-charge` is new" in won.reasons[0].text


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_where_its_results_are_kept(course: Course, name: str) -> None:
    """The identifiers come out of the package itself."""
    record = recorded(course, name=name)
    assert record.format == name
    iri = course.iri(ONE)
    assert record.tracks == ((f"item-lesson-{ONE}",) if name.startswith("scorm") else (iri,))
    assert (record.unit, record.pass_mark, len(record.lessons[ONE].questions)) == (iri, 70, 10)


def test_a_lock_keeps_all_of_it(course: Course, tmp_path: Path) -> None:
    """What is written is read again; other packages keep their entries; the same releases give the same bytes."""
    lock = tmp_path / NAME
    one, whole = recorded(course), recorded(course, "course")
    write_lock(lock, [whole])
    write_lock(lock, [one])
    assert {record.key for record in read_lock(lock)} == {one.key, whole.key}
    assert compare_releases(read_lock(lock), [one, whole]) == tuple(
        Change(record, record, ()) for record in sorted([one, whole], key=lambda record: record.file)
    )
    before = lock.read_bytes()
    write_lock(lock, [whole, one])
    assert lock.read_bytes() == before


def test_a_lock_without_keys_is_still_compared(course: Course, tmp_path: Path) -> None:
    """A lock of before says nothing of what answers were marked by: what it does say is compared as ever."""
    lock = tmp_path / NAME
    write_lock(lock, [recorded(course)])
    said = json.loads(lock.read_text(encoding="utf-8"))
    for lesson in said["lessons"]:
        lesson["questions"] = [question[:4] for question in lesson["questions"]]
    lock.write_text(json.dumps(said), encoding="utf-8")
    found = compare_releases(read_lock(lock), [recorded(quizzed(course, looser))])
    assert [reason.text for reason in found[0].reasons] == ["words or settings of its quiz changed"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "lessons": [], "packages": [{}]}', '{"version": 1}'])
def test_a_spoilt_lock_is_told(tmp_path: Path, text: str) -> None:
    """It is named, with what to do; never a traceback."""
    (tmp_path / NAME).write_text(text, "utf-8")
    with pytest.raises(OptionError, match=r"scormpack\.lock is no lock file"):
        read_lock(tmp_path / NAME)


def test_a_later_lock_asks_for_a_later_scormpack(tmp_path: Path) -> None:
    """It is not taken for a spoilt one."""
    (tmp_path / NAME).write_text('{"version": 2}', "utf-8")
    with pytest.raises(OptionError, match="update scormpack"):
        read_lock(tmp_path / NAME)


def test_a_release_is_built_compared_and_built_again(tmp_path: Path) -> None:
    """From --release to diff: the lock, the folder and a zip say the same; only what changed is written again."""
    lessons = tmp_path / "course"
    (lessons / "lessons").mkdir(parents=True)
    text = (LESSONS / "lessons" / f"{ONE}.yaml").read_text("utf-8")
    text = re.sub(r"(?ms)^asks:\n.*?(?=^\S)", "", text)  # they quote pictures, and name lessons that are not here
    plain = "\n".join(line for line in text.splitlines() if "assets/" not in line and not line.startswith("related:"))
    for name in (ONE, "second"):
        (lessons / "lessons" / f"{name}.yaml").write_text(plain.replace(f"id: {ONE}\n", f"id: {name}\n"), "utf-8")
    file = "id: https://example.org/c\ntitle: C\nmodules: [{title: M, lessons: [work-in-steps, second]}]\n"
    (lessons / "course.yaml").write_text(file, "utf-8")
    options = BuildOptions(formats=["scorm12"], output=tmp_path / "old", release=True)
    build_course(lessons, options)
    lock = lessons / NAME
    assert {record.file: record.sha256 for record in read_lock(lock)} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "old").glob("*.zip")
    }
    run = CliRunner().invoke(main, ["diff", str(lock), str(tmp_path / "old")])
    assert (run.exit_code, run.output) == (0, "2 packages are the same.\n")

    (lessons / "lessons" / "second.yaml").write_text(plain.replace(f"id: {ONE}\n", "id: second\n") + "\n", "utf-8")
    (lessons / "course.yaml").write_text(file.replace("[work-in-steps, second]", "[second]"), "utf-8")
    (lessons / "lessons" / f"{ONE}.yaml").unlink()
    again = replace(options, output=tmp_path / "new", release=False, since=tmp_path / "old")
    report = build_course(lessons, again)
    assert report.unchanged == ()  # "Lesson 1 of 1" is another text
    assert any("work-in-steps.scorm12.zip, since its release" in note for note in report.notes)
    run = CliRunner().invoke(main, ["diff", str(tmp_path / "old"), str(tmp_path / "new"), "--json"])
    said = json.loads(run.output)
    assert (run.exit_code, said["risk"]) == (1, "tracks")
    (worst, *_) = said["packages"]
    assert (worst["file"], worst["change"]) == ("work-in-steps.scorm12.zip", "gone")
    assert CliRunner().invoke(main, ["diff", str(lock), str(tmp_path / "new"), "--allow", "tracks"]).exit_code == 0
    assert build_course(lessons, replace(again, since=tmp_path / "new")).unchanged == ("second.scorm12.zip",)
    one = tmp_path / "new" / "second.scorm12.zip"
    assert compare_releases(read_release(one), read_release(tmp_path / "new"))[0].risk is Risk.NONE


def test_what_is_no_release_is_told(tmp_path: Path) -> None:
    """A folder without packages, and a place that is not there."""
    with pytest.raises(OptionError, match="holds neither packages nor"):
        read_release(tmp_path)
    with pytest.raises(OptionError, match="there is no"):
        read_release(tmp_path / "none")
