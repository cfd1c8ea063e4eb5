"""Facts about packages that nothing is wrong with: of other tools' making, and our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from zips import Judge, by_hand

from scormpack.build import BuildOptions, build_course
from scormpack.formats import FORMATS
from scormpack.inspect import inspect_file
from scormpack.model.course import UnitKind

# name: (kind, activities, verdicts of Moodle, Canvas and a strict reader)
PACKAGES = {
    "scorm12": ("scorm12", 3, ("accepted", "accepted", "accepted")),
    "scorm2004": ("scorm2004", 2, ("accepted with losses", "accepted", "accepted")),
    "tincan": ("xapi", 1, ("refused", "refused", "accepted")),
    "cmi5": ("cmi5", 2, ("refused", "refused", "accepted")),
    "cartridge": ("cartridge", 2, ("refused", "accepted", "accepted")),
    "aicc": ("aicc", 2, ("accepted with losses", "refused", "accepted")),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_nothing_is_said_of_a_good_package_of_another_tool(name: str, judge: Judge) -> None:
    """Every kind is told, its activities counted, no finding made, and each LMS given its verdict."""
    kind, activities, outcomes = PACKAGES[name]
    inspection = judge(by_hand(name))
    assert inspection.findings == ()
    assert [told.name for told in inspection.kinds] == [kind]
    assert len(inspection.outlines[0].activities) == activities
    assert tuple(verdict.outcome for verdict in inspection.verdicts) == outcomes


def test_nothing_is_said_of_our_own_packages(example_course: Path, tmp_path: Path) -> None:
    """Whatever a build makes, in every format and unit, is judged without a finding."""
    units: tuple[UnitKind, ...] = ("lesson", "course")
    for unit in units:
        build_course(example_course, BuildOptions(tuple(FORMATS), unit, tmp_path))
    packages = sorted(tmp_path.glob("*.zip"))
    assert len(packages) >= 2 * len(FORMATS)
    for package in packages:
        inspection = inspect_file(package)
        if package.name.endswith(".web.zip"):
            assert inspection.why.startswith("it is a web site, and no LMS package: unzip it on a web server")
            continue
        assert (package.name, inspection.findings) == (package.name, ())
        assert [verdict.outcome for verdict in inspection.verdicts if verdict.lms == "strict"] == ["accepted"]
