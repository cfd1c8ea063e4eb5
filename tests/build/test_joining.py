"""Facts about parts that several machines build, and what one then makes of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from generated_course import write_course

from scormpack.build import BuildOptions, build_course
from scormpack.cli import main
from scormpack.errors import ArchiveError, OptionError
from scormpack.releases import NAME, read_lock

LESSONS = 7
OPTIONS = BuildOptions(unit="lesson", formats=["scorm12", "xapi"])


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of seven lessons."""
    write_course(tmp_path / "course", LESSONS)
    return tmp_path / "course"


@pytest.fixture
def parts(course: Path, tmp_path: Path) -> Path:
    """What three machines have built, each into a folder of its own, put into one: the last index is left over."""
    folder = tmp_path / "parts"
    for number in (1, 2, 3):
        build_course(course, replace(OPTIONS, shard=(number, 3), output=tmp_path / str(number)))
        shutil.copytree(tmp_path / str(number), folder, dirs_exist_ok=True)
    return folder


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of what lies in a folder."""
    return ((path.name, path.read_bytes()) for path in sorted(folder.iterdir()))


def test_parts_put_together_are_the_build_of_one_machine(course: Path, parts: Path, tmp_path: Path) -> None:
    """Packages, index, sheets, report and lock file are to the byte those of a build in one go."""
    told: dict[str, Any] = {"release": True, "target": "moodle"}
    whole = build_course(course, replace(OPTIONS, output=tmp_path / "whole", **told))
    lock = (course / NAME).read_bytes()
    (course / NAME).unlink()
    joined = build_course(course, replace(OPTIONS, output=parts, join=True, **told))
    assert dict(files(parts)) == dict(files(tmp_path / "whole"))
    assert (course / NAME).read_bytes() == lock
    assert len(read_lock(course / NAME)) == 2 * LESSONS
    there = [replace(package, file=tmp_path / "whole" / package.file.name) for package in joined.packages]
    assert there == list(whole.packages)


def test_a_part_that_is_missing_is_named(course: Path, parts: Path) -> None:
    """Nothing is written: a lock or an index of a part would be taken for the whole."""
    before = dict(files(parts))
    for number in (1, 2):
        (parts / f"lesson-{number}.xapi.zip").unlink()
    with pytest.raises(OptionError, match=r"lacks lesson-1\.xapi\.zip, lesson-2\.xapi\.zip: put the packages"):
        build_course(course, replace(OPTIONS, output=parts, join=True, release=True))
    assert dict(files(parts)).items() <= before.items()
    assert not (course / NAME).exists()


def test_a_part_that_is_damaged_is_named(course: Path, parts: Path) -> None:
    """All of them at once, with what is wrong."""
    some = sorted(parts.glob("*.zip"))[1:9:7]
    some[0].write_bytes(b"This is no zip.")
    some[1].write_bytes(some[1].read_bytes()[:-60])
    with pytest.raises(ArchiveError) as raised:
        build_course(course, replace(OPTIONS, output=parts, join=True))
    first, second = str(raised.value).splitlines()
    assert first == f"{some[0]}: the file is no zip: an LMS takes a zip"
    assert second.startswith(f"{some[1]}: ")


def test_a_part_of_other_lessons_is_named(course: Path, parts: Path) -> None:
    """One machine had an older state of the course."""
    path = course / "lessons" / "lesson-3.yaml"
    path.write_text(path.read_text("utf-8").replace('summary: "', 'summary: "Mended. '), "utf-8")
    with pytest.raises(OptionError, match=r"lesson-3\.scorm12\.zip, lesson-3\.xapi\.zip in .* is not of these lessons"):
        build_course(course, replace(OPTIONS, output=parts, join=True))


@pytest.mark.parametrize("option", [["--shard", "1/2"], ["--only", "lesson-1"], ["--sbom"], ["--handout"]])
def test_what_builds_does_not_go_with_joining(course: Path, option: list[str]) -> None:
    """Wrong usage, told as such."""
    run = CliRunner().invoke(main, ["build", str(course), "--join", *option])
    assert run.exit_code == 2
    assert "--join builds nothing" in run.output
