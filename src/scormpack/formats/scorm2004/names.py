"""Namespaces and fixed words of a SCORM 2004 manifest, and what tells its two editions apart."""

from __future__ import annotations

from dataclasses import dataclass

from scormpack.formats.ims.binding import XSI, Binding

CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADL = "http://www.adlnet.org/xsd/adlcp_v1p3"
SEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
NAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
SS = "http://www.imsglobal.org/xsd/imsss"
LOM = "http://ltsc.ieee.org/xsd/LOM"

METADATA = "metadata.xml"
"""The file of the package's meta-data, at its root."""

HIDEABLE = frozenset({"previous", "continue"})
"""What a package may hide of the LMS's navigation: without the rest a learner cannot leave (complaint 51)."""

# Moodle reads no namespaces: it wants these prefixes to the letter, and none for content packaging.
_PREFIXES: dict[str | None, str] = {None: CP, "adlcp": ADL, "adlseq": SEQ, "adlnav": NAV, "imsss": SS, "xsi": XSI}
_SCHEMA_FILES = {
    CP: "imscp_v1p1.xsd",
    ADL: "adlcp_v1p3.xsd",
    SEQ: "adlseq_v1p3.xsd",
    NAV: "adlnav_v1p3.xsd",
    SS: "imsss_v1p0.xsd",
}


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of SCORM 2004.

    Attributes:
        name: of the format, as in ``course.yaml``.
        binding: its words.
        measures_progress: whether the completion threshold is told in attributes (4th edition) or as text (3rd).
    """

    name: str
    binding: Binding
    measures_progress: bool


def _binding(edition: str) -> Binding:
    return Binding(
        title=f"SCORM 2004 {edition} Edition",
        schemas=f"scorm2004-{edition}",
        version=f"2004 {edition} Edition",
        cp=CP,
        adl=ADL,
        scorm_type="scormType",
        prefixes=_PREFIXES,
        schema_files=_SCHEMA_FILES,
        longest_title=200,  # 2004 4th CAM, 3.4.1: smallest permitted maximum; the schema sets none
        control_files=frozenset({METADATA}),
    )


THIRD = Edition("scorm2004-3rd", _binding("3rd"), measures_progress=False)
FOURTH = Edition("scorm2004", _binding("4th"), measures_progress=True)
