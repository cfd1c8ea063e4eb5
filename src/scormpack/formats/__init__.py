"""Packages: one file or folder a format, and one line each here; a format is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scormpack.registry import Registry

if TYPE_CHECKING:
    from scormpack.formats.format import Format

FORMATS: Registry[Format] = Registry(
    {
        "scorm12": "scormpack.formats.scorm12:SCORM12",
        "scorm2004": "scormpack.formats.scorm2004:SCORM2004",
        "scorm2004-3rd": "scormpack.formats.scorm2004:SCORM2004_3RD",
        "xapi": "scormpack.formats.xapi:XAPI",
        "cmi5": "scormpack.formats.cmi5:CMI5",
        "web": "scormpack.formats.web:WEB",
    }
)

__all__ = ["FORMATS"]
