"""What the tests of SCORM 2004 packages share."""

from __future__ import annotations

import pytest

from scormpack.formats.scorm2004 import package_scorm2004
from scormpack.formats.scorm2004.names import FOURTH, THIRD, Edition
from scormpack.model import Course, Unit
from scormpack.render.site import Site


@pytest.fixture(scope="session", params=[FOURTH, THIRD], ids=["4th", "3rd"])
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each edition in turn."""
    found = request.param
    assert isinstance(found, Edition)
    return found


@pytest.fixture(scope="session")
def good(edition: Edition, course: Course, lesson_unit: Unit, site: Site) -> dict[str, bytes]:
    """A package without a fault."""
    return dict(package_scorm2004(edition, course, lesson_unit, site))
