"""Namespaces and fixed words of a SCORM 1.2 manifest."""

from __future__ import annotations

MANIFEST = "imsmanifest.xml"
"""The only name, and the only place (the root), that an LMS looks for. CAM 1.2, 2.3.4"""

CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
MD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"

# Moodle reads no namespaces: it wants these prefixes to the letter, and none for content packaging.
PREFIXES: dict[str | None, str] = {None: CP, "adlcp": ADL, "imsmd": MD, "xsi": XSI}

SCHEMA_FILES = {CP: "imscp_rootv1p1p2.xsd", MD: "imsmd_rootv1p2p1.xsd", ADL: "adlcp_rootv1p2.xsd"}
"""The schema file of each namespace, as it lies at the package's root."""
