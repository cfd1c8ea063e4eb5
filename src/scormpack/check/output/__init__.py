"""Findings for machines: one document or text for each reader."""

from __future__ import annotations

from scormpack.check.output.annotations import write_annotations
from scormpack.check.output.document import VERSION, findings_as_json, write_json
from scormpack.check.output.report import Report, package_findings
from scormpack.check.output.sarif import write_sarif

WRITERS = {
    "json": write_json,
    "sarif": write_sarif,
    "github": write_annotations,
}
"""How each format writes a report, by the name of the format."""

__all__ = ["VERSION", "WRITERS", "Report", "findings_as_json", "package_findings"]
