"""Facts about what an author is told: tests/golden/load/*.md (tests/support/golden_cases.py tells how to read them)."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import Case, cases, shown

from scormpack.errors import CourseError
from scormpack.load import load_course


@pytest.mark.parametrize("case", cases("load"), ids=lambda case: case.name)
def test_every_fault_is_told_at_its_place(case: Case, tmp_path: Path, rewrite_golden: bool) -> None:  # noqa: FBT001
    """A faulty course gives exactly the findings that its golden case shows, in order of place."""
    case.write(tmp_path)
    with pytest.raises(CourseError) as raised:
        load_course(tmp_path)
    found = "".join(shown(finding) for finding in raised.value.findings)
    case.settle({("findings", ""): found}, rewrite=rewrite_golden)


def test_the_findings_of_all_files_come_in_order_of_place(tmp_path: Path) -> None:
    """Files by name, then lines, then columns."""
    (case,) = [case for case in cases("load") if case.fact.startswith("All faults of all files")]
    case.write(tmp_path)
    with pytest.raises(CourseError) as raised:
        load_course(tmp_path)
    places = [(finding.file, finding.line, finding.column) for finding in raised.value.findings]
    assert places == sorted(places)
    assert len({file for file, _, _ in places}) == 3
