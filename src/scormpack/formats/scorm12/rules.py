"""Rules on a SCORM 1.2 manifest and its package, for what the official schemas let pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.formats.ims.binding import bind, words
from scormpack.formats.ims.file_rules import FILE_RULES
from scormpack.formats.ims.metadata_rules import MetadataNames
from scormpack.formats.ims.structure_rules import STRUCTURE_RULES
from scormpack.formats.ims.text_rules import TEXT_RULES
from scormpack.formats.page_rules import PAGE_RULES
from scormpack.formats.rules import Package, Rules
from scormpack.formats.scorm12.names import ADL, MD, SCORM12_BINDING

_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
_METADATA = MetadataNames(f"{{{MD}}}langstring", f".//{{{MD}}}typicallearningtime/{{{MD}}}datetime")


def _check_mastery_score(package: Package) -> Iterator[str]:
    """RTE 1.2, 3.4.4: compared with cmi.core.score.raw, so it is a number from 0 to 100."""
    for element in package.root.iter(f"{{{ADL}}}masteryscore"):
        text = words(element)
        if not _NUMBER.fullmatch(text) or float(text) > 100:
            yield f"masteryscore is `{text}`: write a number from 1 to 100"
        elif float(text) == 0:
            yield "masteryscore is 0, which Moodle reads as none: leave it out"


RULES: Rules = {
    **bind({**STRUCTURE_RULES, **TEXT_RULES, **FILE_RULES}, SCORM12_BINDING),
    "mastery-score": _check_mastery_score,
    "text-length": lambda package: _METADATA.find_length_faults(package.root),
    "duration": lambda package: _METADATA.find_duration_faults(package.root),
    **PAGE_RULES,
}
