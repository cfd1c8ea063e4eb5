"""An inspection in JSON's own kinds, for machines; docs/inspect.md tells what each field holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from scormpack.inspect.inspection import Inspection

_FINDING = ("code", "severity", "message", "file", "line", "column", "length", "source")


def inspection_as_json(inspection: Inspection) -> dict[str, Any]:
    """Return all of the inspection."""
    said = asdict(inspection)
    told = zip(said.pop("kinds"), said.pop("outlines"), strict=True)
    return {
        **said,
        "file": inspection.file.as_posix(),
        "kinds": [{**kind, "outline": outline} for kind, outline in told],
        "findings": [{name: getattr(finding, name) for name in _FINDING} for finding in inspection.findings],
    }
