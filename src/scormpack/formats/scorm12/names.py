"""Namespaces and fixed words of a SCORM 1.2 manifest."""

from __future__ import annotations

from scormpack.formats.ims.binding import XSI, Binding

CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
MD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"

SCORM12_BINDING = Binding(
    title="SCORM 1.2",
    schemas="scorm12",
    version="1.2",
    cp=CP,
    adl=ADL,
    scorm_type="scormtype",
    # Moodle reads no namespaces: it wants these prefixes to the letter, and none for content packaging.
    prefixes={None: CP, "adlcp": ADL, "imsmd": MD, "xsi": XSI},
    schema_files={CP: "imscp_rootv1p1p2.xsd", MD: "imsmd_rootv1p2p1.xsd", ADL: "adlcp_rootv1p2.xsd"},
    longest_title=200,  # imscp_rootv1p1p2.xsd, titleType; Moodle's own limit is 255
)
