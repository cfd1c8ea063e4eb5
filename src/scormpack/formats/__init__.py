"""Packages: one file or folder a format, and one line each here."""

from __future__ import annotations

from scormpack.formats.format import Format
from scormpack.formats.scorm12 import SCORM12
from scormpack.formats.xapi import XAPI

FORMATS: dict[str, Format] = {
    "scorm12": SCORM12,
    "xapi": XAPI,
}

__all__ = ["FORMATS", "Format"]
