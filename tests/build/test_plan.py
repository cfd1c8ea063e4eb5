"""Facts about what a build makes: units, shapes, parts; and the index beside the packages."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scormpack.build import BuildOptions, build_course
from scormpack.build.plan import plan_build
from scormpack.errors import CourseError, OptionError
from scormpack.load import load_course
from scormpack.model import Course

LESSONS = Path(__file__).parents[2] / "lessons"


@pytest.fixture(scope="module")
def course() -> Course:
    """The example course."""
    return load_course(LESSONS)


def names(course: Course, unit: str = "lesson", **choice: Any) -> list[str]:  # noqa: ANN401 - only, shard
    """Return the units that a build of SCORM 1.2 makes."""
    return [task.unit.name for task in plan_build(told(course, unit=unit, formats=("scorm12",)), **choice)]


def told(course: Course, **values: Any) -> Course:  # noqa: ANN401 - any key of course.yaml
    """Return the course with other values in its file."""
    return replace(course, file=course.file.model_copy(update=values))


def test_each_module_makes_a_package(course: Course) -> None:
    """Names grow from the course's and the module's ids, in the course's order."""
    ends = [name.removeprefix("working-well-with-ai-") for name in names(course, unit="module")]
    assert ends == ["know-the-tool-module", "ask-for-what-you-need-module", "check-protect-decide-module"]


def test_a_module_without_an_id_makes_none(tmp_path: Path, course: Course) -> None:
    """The build stops at the module, before anything is written."""
    bare = tmp_path / "course"
    (bare / "lessons").mkdir(parents=True)
    text = (LESSONS / "lessons" / "work-in-steps.yaml").read_text("utf-8")
    text = text.partition("\nasks:")[0] + "\n"  # they name other lessons
    for line in ("related:", "assets/"):
        text = "\n".join(kept for kept in text.splitlines() if line not in kept)
    text = re.sub(r"(?m)^  - lesson: .*\n    questions:", "  - questions:", text)  # no other lesson is in this course
    (bare / "lessons" / "work-in-steps.yaml").write_text(text, "utf-8")
    (bare / "course.yaml").write_text(
        "id: https://example.org/c\ntitle: C\nmodules:\n  - title: One\n    lessons: [work-in-steps]\n", "utf-8"
    )
    with pytest.raises(CourseError) as caught:
        build_course(bare, BuildOptions(unit="module", output=tmp_path / "dist"))
    (fault,) = [finding for finding in caught.value.findings if finding.code == "module-id"]
    assert (fault.line, fault.hint.split("`")[1]) == (4, "id: one")
    assert not (tmp_path / "dist").exists()
    assert len(course.file.modules) == 3


def test_formats_of_one_shape_share_a_task(course: Course) -> None:
    """With a SCO for each lesson SCORM has its own pages, and xAPI the course in one piece."""
    split = told(course, formats=("scorm12", "xapi"), unit="course", scos="per-lesson")
    tasks = {task.formats: task.unit for task in plan_build(split)}
    assert tasks["scorm12",].scos == "per-lesson"
    assert tasks["scorm12",].name == "working-well-with-ai-course-per-lesson"
    assert tasks["xapi",].scos == "one"
    assert [task.formats for task in plan_build(told(split, scos="one"))] == [("scorm12", "xapi")]


@pytest.mark.parametrize(
    ("only", "wanted"),
    [
        (["work-in-steps"], ["work-in-steps"]),
        (["w*"], ["what-the-model-sees", "write-a-clear-brief", "work-in-steps"]),
        (["work-in-steps", "show-an-example"], ["show-an-example", "work-in-steps"]),
    ],
)
def test_only_what_is_named_is_built(course: Course, only: list[str], wanted: list[str]) -> None:
    """By id or pattern, in the course's order."""
    assert names(course, only=only) == wanted


def test_a_lesson_names_the_unit_that_holds_it(course: Course) -> None:
    """--only with a lesson builds its module."""
    assert names(course, unit="module", only=["work-in-steps"]) == ["working-well-with-ai-ask-for-what-you-need-module"]


def test_what_is_not_there_cannot_be_chosen(course: Course) -> None:
    """The nearest name is offered."""
    with pytest.raises(OptionError, match="did you mean `work-in-steps`"):
        names(course, only=["work-in-step"])


def test_parts_make_up_the_whole(course: Course) -> None:
    """Every unit is in one part, and a part beyond the units is empty."""
    parts = [names(course, shard=(part, 5)) for part in range(1, 6)]
    assert sorted(name for part in parts for name in part) == sorted(course.order)
    assert {len(part) for part in parts} == {2, 3}
    assert names(course, shard=(20, 20)) == []
    with pytest.raises(OptionError, match="no part 3 of 2"):
        BuildOptions(shard=(3, 2))


def test_the_index_says_what_lies_there(tmp_path: Path) -> None:
    """File, sha256, size, lessons and the result to expect, in JSON and as a table; builds into one folder add up."""
    for options in ({"unit": "course"}, {"only": ["work-in-steps"]}, {"only": ["show-an-example"]}):
        build_course(LESSONS, BuildOptions(formats=["scorm12"], output=tmp_path, **options))
    said = json.loads((tmp_path / "index.json").read_text("utf-8"))
    assert [entry["unit"] for entry in said["packages"]] == [
        *("show-an-example", "work-in-steps", "working-well-with-ai-course")
    ]
    for entry in said["packages"]:
        data = (tmp_path / entry["file"]).read_bytes()
        assert (entry["sha256"], entry["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
    lesson = said["packages"][0]
    assert (lesson["score"], lesson["pass_mark"], lesson["status"]) == ("0-100", 70, ["passed", "failed"])
    assert len(said["packages"][2]["lessons"]) == 12
    rows = list(csv.DictReader((tmp_path / "index.csv").read_text("utf-8").splitlines()))
    assert [row["sha256"] for row in rows] == [entry["sha256"] for entry in said["packages"]]
    assert rows[0]["status"] == "passed failed"


@pytest.mark.parametrize("left", ["", "[]", "{", '{"version": 1, "course": {"id": 1}, "packages": 7}', "null"])
def test_a_spoilt_index_is_written_anew(tmp_path: Path, left: str) -> None:
    """Whatever stands in its place costs no build."""
    (tmp_path / "index.json").write_text(left, "utf-8")
    build_course(LESSONS, BuildOptions(formats=["scorm12"], only=["work-in-steps"], output=tmp_path))
    assert len(json.loads((tmp_path / "index.json").read_text("utf-8"))["packages"]) == 1


def test_a_package_that_went_is_listed_no_more(tmp_path: Path) -> None:
    """An entry stays no longer than its file."""
    for only in ("work-in-steps", "show-an-example"):
        build_course(LESSONS, BuildOptions(formats=["scorm12"], only=[only], output=tmp_path))
        (tmp_path / "work-in-steps.scorm12.zip").unlink(missing_ok=True)
    units = [entry["unit"] for entry in json.loads((tmp_path / "index.json").read_text("utf-8"))["packages"]]
    assert units == ["show-an-example"]
