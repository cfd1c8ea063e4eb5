"""Builds that are not done again, and those that are."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scormpack.build import BuildOptions, build_course
from scormpack.build import build as module
from scormpack.build.earlier import MOST_RECORDS, cache_folder
from scormpack.build.report import BuildReport

LESSON = """id: {id}
title: {title}
summary: What it says.
sections:
  - heading: The premise
    body: {body}
"""


def write_lesson(course: Path, name: str, body: str = "Some words.") -> None:
    """Write a lesson that is valid."""
    text = LESSON.format(id=name, title=f"About {name}", body=body)
    (course / "lessons" / f"{name}.yaml").write_text(text, encoding="utf-8")


def write_course(folder: Path, lessons: list[str], *, version: str = "1.0.0") -> None:
    """Write the course file."""
    listed = ", ".join(lessons)
    text = (
        "id: https://example.org/courses/small\ntitle: Small\nlanguage: en\nunit: course\nformats: [scorm12]\n"
        f"version: {version}\nmodules:\n  - title: One\n    lessons: [{listed}]\n"
    )
    (folder / "course.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of two lessons."""
    return make_course(tmp_path / "course")


def make_course(folder: Path) -> Path:
    """Write a course of two lessons."""
    (folder / "lessons").mkdir(parents=True)
    write_course(folder, ["first", "second"])
    for name in ("first", "second"):
        write_lesson(folder, name)
    return folder


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders of the courses that were read and built, as it happens."""
    done: list[Path] = []
    build = module._build_course

    def watched(
        folder: Path, options: BuildOptions, progress: Callable[[int, int], None], seen: Mapping[str, str]
    ) -> BuildReport:
        done.append(folder)
        return build(folder, options, progress, seen)

    monkeypatch.setattr(module, "_build_course", watched)
    return done


def options_in(tmp_path: Path) -> BuildOptions:
    """Options with a cache."""
    return BuildOptions(output=tmp_path / "dist", cache=tmp_path / "cache")


def test_a_build_of_which_nothing_has_changed_is_not_done_again(
    course: Path, tmp_path: Path, built: list[Path]
) -> None:
    """The second build reads nothing and reports all that the first one did."""
    options = options_in(tmp_path)
    assert build_course(course, options) == build_course(course, replace(options, jobs=2))
    assert len(built) == 1


def _edit(course: Path, dist: Path, cache: Path) -> None:
    del dist, cache
    write_lesson(course, "second", "Other words.")


def _add_template(course: Path, dist: Path, cache: Path) -> None:
    del dist, cache
    (course / "templates" / "style").mkdir(parents=True)
    (course / "templates" / "style" / "extra.css").write_text("body { margin: 0 }")


def _add_unlisted(course: Path, dist: Path, cache: Path) -> None:
    del dist, cache
    write_lesson(course, "third")


def _spoil_package(course: Path, dist: Path, cache: Path) -> None:
    del course, cache
    (dist / "small.scorm12.zip").write_bytes(b"PK")


def _remove_bill(course: Path, dist: Path, cache: Path) -> None:
    del course, cache
    (dist / "small-course.scorm12.cdx.json").unlink()


def _remove_index(course: Path, dist: Path, cache: Path) -> None:
    del course, cache
    (dist / "index.json").unlink()


def _damage_record(course: Path, dist: Path, cache: Path) -> None:
    del course, dist
    (record,) = (cache / "builds").iterdir()
    record.write_bytes(record.read_bytes().replace(b'"course": "Small"', b'"course": "Smell"'))


def _empty_cache(course: Path, dist: Path, cache: Path) -> None:
    del course, dist
    shutil.rmtree(cache)


def _change_nothing(course: Path, dist: Path, cache: Path) -> None:
    """Another set of options, or a clock, is the change."""


@pytest.mark.parametrize(
    "change",
    [_edit, _add_template, _add_unlisted, _spoil_package, _remove_bill, _remove_index, _damage_record, _empty_cache],
)
def test_what_has_changed_is_built_anew(
    course: Path, tmp_path: Path, built: list[Path], change: Callable[[Path, Path, Path], None]
) -> None:
    """A change of what goes in or of what came out, or a record that is damaged or gone, costs a build."""
    options = replace(options_in(tmp_path), sbom=True)
    build_course(course, options)
    change(course, options.output, tmp_path / "cache")
    report = build_course(course, options)
    assert len(built) == 2
    assert report == build_course(course, replace(options, cache=None))


@pytest.mark.parametrize("told", [{"release": True}, {"target": "moodle"}])
def test_a_release_and_a_target_are_always_built(
    course: Path, tmp_path: Path, built: list[Path], told: dict[str, Any]
) -> None:
    """What is recorded in a lock file was built just then, and what a target's sheets say is made of the course."""
    options = replace(options_in(tmp_path), **told)
    for _ in range(2):
        build_course(course, options)
    assert len(built) == 2


def test_a_course_that_changes_while_it_is_built_is_not_recorded(
    course: Path, tmp_path: Path, built: list[Path]
) -> None:
    """What was built then is of no state of the course that will ever be again."""
    options = options_in(tmp_path)
    build_course(course, options, lambda _done, _total: write_lesson(course, "second", "Saved meanwhile."))
    build_course(course, options)
    assert len(built) == 2


def test_records_used_longest_ago_go(course: Path, tmp_path: Path) -> None:
    """The cache holds so many records and no more."""
    options = options_in(tmp_path)
    records = tmp_path / "cache" / "builds"
    records.mkdir(parents=True)
    for number in range(MOST_RECORDS):
        (records / f"{number}.json").write_text("old")
    build_course(course, options)
    assert len(list(records.iterdir())) == MOST_RECORDS
    assert len([file for file in records.iterdir() if file.stat().st_size > 3]) == 1


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """SCORMPACK_CACHE names the folder, and empty means none; else it stands where the system keeps such."""
    monkeypatch.setenv("SCORMPACK_CACHE", "")
    assert cache_folder() is None
    monkeypatch.setenv("SCORMPACK_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("SCORMPACK_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "scormpack"
