"""Workflow commands, by which GitHub shows findings beside the lines of a change."""

from __future__ import annotations

from scormpack.check.output.report import Report
from scormpack.errors import Finding


def write_annotations(report: Report) -> str:
    """Return one ``::error`` or ``::warning`` for each finding."""
    return "".join(_command(finding, report.path(finding.file)) + "\n" for finding in report.findings)


def _command(finding: Finding, path: str) -> str:
    properties: dict[str, str | int] = {"file": path}
    if finding.line:
        end = finding.column + finding.length
        properties |= {"line": finding.line, "col": finding.column, "endLine": finding.line, "endColumn": end}
    properties["title"] = f"scormpack ({finding.code})"
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    words = f"{finding.message}. {finding.hint}" if finding.hint else finding.message
    return f"::{finding.severity} {said}::{_data(words)}"


def _data(text: str) -> str:
    """Escape as GitHub's own toolkit does: a line break would end the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
