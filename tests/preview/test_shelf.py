"""What a preview can open, and what it makes of a save."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from scormpack.archive import zip_package
from scormpack.build import BuildOptions, build_course, pages
from scormpack.build.memory import Stage
from scormpack.errors import CourseError, OptionError
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import Course, plan_units
from scormpack.model.course import Scos
from scormpack.preview import open_shelf
from scormpack.render import Frame, render_site

SMALL = Path(__file__).parents[1] / "browser" / "small"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course that the test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def test_a_course_with_mistakes_opens_once_they_are_mended(course: Path) -> None:
    """There is something to start with even then: the findings, and no package."""
    file = course / "lessons" / "every-type.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title:", "titel:"), encoding="utf-8")
    shelf = open_shelf(course / "course.yaml")
    assert [finding.place for finding in shelf.findings] == ["lessons/every-type.yaml:2:1"]
    assert list(shelf.entries) == []
    with pytest.raises(OptionError, match="every-type"):
        shelf.open("scorm12", "every-type")
    file.write_text(text, encoding="utf-8")
    shelf.refresh()
    units = [entry.unit for entry in shelf.entries]
    assert units == ["small-course", "every-type", "at-the-end", "only-reading"]
    assert shelf.open("scorm12", "every-type").content.title == "Every type of question"


def test_a_package_is_built_once_until_something_is_saved(course: Path) -> None:
    """Asked again it is the same; after a save without a change of its own it has the same bytes."""
    shelf = open_shelf(course)
    first = shelf.open("xapi", "only-reading")
    assert shelf.open("xapi", "only-reading") is first
    shelf.refresh()
    again = shelf.open("xapi", "only-reading")
    assert again is not first
    assert again.digest == first.digest


def test_a_save_makes_no_page_anew_but_those_that_it_changes(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package of the course is the one that `build` writes, and the other pages are those of before."""
    made: list[str] = []
    work = pages.make_pages

    def watched(frame: Frame, parts: Sequence[Course]) -> list[pages.MadeLesson]:
        made.extend(next(iter(part.lessons)) for part in parts)
        return work(frame, parts)

    monkeypatch.setattr(pages, "PAGES", Stage(watched, pages.PAGES.write, pages.PAGES.read))
    shelf = open_shelf(course)
    shelf.open("scorm12", "small-course")
    assert sorted(made) == ["at-the-end", "every-type", "only-reading"]
    file = course / "lessons" / "only-reading.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "objectives: [Something else]\n", encoding="utf-8")
    shelf.refresh()
    made.clear()
    package = shelf.open("scorm12", "small-course")
    assert made == ["only-reading"]
    loaded = load_course(course)
    (unit,) = plan_units(loaded, "course")
    data = zip_package(FORMATS["scorm12"].package(loaded, unit, render_site(loaded, unit)), "small-course.scorm12.zip")
    assert package.digest == hashlib.sha256(data).hexdigest()[:16]


@pytest.mark.parametrize("scos", ["one", "per-lesson"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_package_is_the_one_that_a_build_writes(course: Path, tmp_path: Path, name: str, scos: Scos) -> None:
    """Lesson and course, in every format and layout: file name and bytes are the build's."""
    with (course / "course.yaml").open("a", encoding="utf-8") as file:
        file.write(f"scos: {scos}\n")
    shelf = open_shelf(course)
    for unit, opened in (("lesson", "only-reading"), ("course", "small-course")):
        options = BuildOptions(formats=[name], unit=unit, output=tmp_path / "dist")  # type: ignore[arg-type]
        made = {package.file.name: package.sha256 for package in build_course(course, options).packages}
        files = shelf.open(name, opened).files
        assert made[files.name] == files.sha256


def test_a_folder_without_a_course_is_an_error(tmp_path: Path) -> None:
    """There is nothing that a save could mend."""
    with pytest.raises(CourseError, match=r"course\.yaml"):
        open_shelf(tmp_path)
