"""JSON, for programs of one's own; docs/machine-output.md has every field."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from scormpack.check.output.report import Report
from scormpack.errors import Finding

VERSION = 1
"""Of the document: new fields may come under the same number, none goes and none changes its meaning."""


def write_json(report: Report) -> str:
    """Return the report as one JSON document."""
    said = {
        "version": VERSION,
        "errors": report.errors,
        "warnings": report.warnings,
        "waiting": list(report.waiting),
        "findings": [
            {**said, "path": report.path(finding.file)}
            for finding, said in zip(report.findings, findings_as_json(report.findings), strict=True)
        ],
    }
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def findings_as_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return findings in JSON's own kinds."""
    return [asdict(finding) for finding in findings]
