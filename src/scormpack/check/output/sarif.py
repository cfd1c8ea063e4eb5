"""SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning and editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scormpack import __version__
from scormpack.assets import rule_pages
from scormpack.check.output.report import Report
from scormpack.check.rule_page import find_rule_page
from scormpack.errors import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write_sarif(report: Report) -> str:
    """Return the report as one log of one run."""
    codes = sorted({finding.code for finding in report.findings})
    driver = {
        "name": "scormpack",
        "version": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",  # §3.14.17: what our columns count
        "results": [_result(finding, codes.index(finding.code), report) for finding in report.findings],
    }
    if report.waiting:
        run["invocations"] = [_invocation(report)]
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _invocation(report: Report) -> dict[str, Any]:
    """§3.20 invocation: without a result of a rule that waits, nobody may take it for mended."""
    said = f"These rules wait until the errors are mended: {', '.join(report.waiting)}."
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "note", "message": {"text": said}}],
    }


def _rule(code: str) -> dict[str, Any]:
    """§3.49 reportingDescriptor; without a page (a fault of a package) its id is all there is."""
    if code not in rule_pages():
        return {"id": code}
    page = find_rule_page(code)
    return {
        "id": code,
        "shortDescription": {"text": page.summary},
        "help": {"text": page.text, "markdown": page.text},
    }


def _result(finding: Finding, index: int, report: Report) -> dict[str, Any]:
    """§3.27 result."""
    artifact = {"uri": _uri(report.path(finding.file))}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if finding.line:
        # §3.30.8: endColumn is that of the character after the region.
        physical["region"] = _region(finding.line, finding.column, finding.length) | {
            "snippet": {"text": finding.source[finding.column - 1 : finding.column - 1 + finding.length]}
        }
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": _sentence(finding)},
        "locations": [{"physicalLocation": physical}],
    }
    if finding.edit is not None:
        edit = finding.edit
        replacement = {
            "deletedRegion": _region(edit.line, edit.column, edit.length),
            "insertedContent": {"text": edit.text},
        }
        change = {"artifactLocation": artifact, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": finding.hint or "Mend it."}, "artifactChanges": [change]}]
    return result


def _region(line: int, column: int, length: int) -> dict[str, Any]:
    return {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + length}


def _sentence(finding: Finding) -> str:
    """§3.11.3: plain text, in whole sentences."""
    message = f"{finding.message[:1].upper()}{finding.message[1:]}."
    return f"{message} {finding.hint}" if finding.hint else message


def _uri(path: str) -> str:
    """RFC 3986 §4.2: relative to where the run stood; a colon in the first step would look like a scheme."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path)
