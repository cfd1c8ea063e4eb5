"""Facts about what the rules tell an author: tests/golden/check/*.md (tests/support/golden_cases.py)."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import Case, cases, shown

from scormpack.check import check_course
from scormpack.load import load_course


@pytest.mark.parametrize("case", cases("check"), ids=lambda case: case.name)
def test_every_finding_is_told_at_its_place(case: Case, tmp_path: Path, rewrite_golden: bool) -> None:  # noqa: FBT001
    """A course that can be read gives exactly the findings that its golden case shows, none of them an error."""
    case.write(tmp_path)
    findings = check_course(load_course(tmp_path))
    assert {finding.severity for finding in findings} <= {"warning"}
    case.settle({("findings", ""): "".join(shown(finding) for finding in findings)}, rewrite=rewrite_golden)
