"""What a preview can open, and what it makes of a save."""

import shutil
from pathlib import Path

import pytest

from scormpack.errors import CourseError, OptionError
from scormpack.preview import open_shelf

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


def test_a_folder_without_a_course_is_an_error(tmp_path: Path) -> None:
    """There is nothing that a save could mend."""
    with pytest.raises(CourseError, match=r"course\.yaml"):
        open_shelf(tmp_path)
