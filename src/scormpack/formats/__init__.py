"""Packages: one file or folder a format, and one line each here."""

from __future__ import annotations

from scormpack.formats.cmi5 import CMI5
from scormpack.formats.format import Format
from scormpack.formats.scorm12 import SCORM12
from scormpack.formats.scorm2004 import SCORM2004, SCORM2004_3RD
from scormpack.formats.web import WEB
from scormpack.formats.xapi import XAPI

FORMATS: dict[str, Format] = {
    "scorm12": SCORM12,
    "scorm2004": SCORM2004,
    "scorm2004-3rd": SCORM2004_3RD,
    "xapi": XAPI,
    "cmi5": CMI5,
    "web": WEB,
}

__all__ = ["FORMATS", "Format"]
