"""Rules on a SCORM 1.2 manifest and its package, for what the official schemas let pass."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.formats.fault import Fault, at
from scormpack.formats.ims.binding import bind, words
from scormpack.formats.ims.file_rules import FILE_RULES
from scormpack.formats.ims.metadata_rules import MetadataNames
from scormpack.formats.ims.own_rules import OWN_RULES
from scormpack.formats.ims.structure_rules import STRUCTURE_RULES
from scormpack.formats.ims.text_rules import TEXT_RULES
from scormpack.formats.page_rules import PAGE_RULES
from scormpack.formats.references import is_there, resolve
from scormpack.formats.rules import Package, Rules
from scormpack.formats.scorm12.names import ADL, MD, SCORM12_BINDING
from scormpack.formats.xml_rules import XML_RULES
from scormpack.late_regex import compile_late
from scormpack.listing import list_first

_NUMBER = compile_late(r"\d{1,3}(?:\.\d+)?")
_TIME = compile_late(r"\d{2,4}:\d{2}:\d{2}(?:\.\d{1,2})?")
# AICC script: what is compared with, then what is no name: operators, brackets, counts.
_COMPARED = compile_late(r"(?:=|<>)\s*(?:\"[^\"]*\"|[A-Za-z]+(?: [A-Za-z]+)*)")
_MOST_NAMED = 3
_NAME = compile_late(r"[^\s&|~{}(),*=<>\"]+")
_METADATA = MetadataNames(f"{{{MD}}}langstring", f"{{{MD}}}typicallearningtime", f"{{{MD}}}datetime")


def _check_mastery_score(package: Package) -> Iterator[Fault]:
    """RTE 1.2, 3.4.4: compared with cmi.core.score.raw, so it is a number from 0 to 100."""
    for element in package.every(f"{{{ADL}}}masteryscore"):
        text = words(element)
        if not _NUMBER.fullmatch(text) or float(text) > 100:
            yield at(element, f"masteryscore is `{text}`: write a number from 1 to 100")


def _check_zero_mastery(package: Package) -> Iterator[Fault]:
    for element in package.every(f"{{{ADL}}}masteryscore"):
        if _NUMBER.fullmatch(words(element)) and float(words(element)) == 0:
            yield at(element, "masteryscore is 0, which Moodle reads as none: leave it out")


def _check_prerequisites(package: Package) -> Iterator[Fault]:
    """CAM 1.2, 2.3.2.5.1: a script over the identifiers of items."""
    items = {element.get("identifier") for element in SCORM12_BINDING.all_in(package, "item")}
    for element in package.root.iter(f"{{{ADL}}}prerequisites"):
        names = dict.fromkeys(_NAME.findall(_COMPARED.sub(" ", words(element))))
        unknown = [f"`{name}`" for name in names if name not in items and not name.isdigit()]
        if unknown:
            are = "are no items" if len(unknown) > 1 else "is no item"
            named = list_first(unknown, _MOST_NAMED)
            yield at(element, f"a prerequisite names {named}, which {are} here: it can never be met")


def _check_metadata(package: Package) -> Iterator[Fault]:
    """CAM 1.2, 2.3.2.2: adlcp:location names a file of meta-data in the package."""
    for element in package.root.iter(f"{{{ADL}}}location"):
        if not is_there(resolve(element, words(element)), package.files):
            yield at(element, f"adlcp:location names `{words(element)}`, which the package does not hold")


def _check_time_limit(package: Package) -> Iterator[Fault]:
    """RTE 1.2, 3.4.4: cmi.student_data.max_time_allowed is a CMITimespan."""
    for element in package.root.iter(f"{{{ADL}}}maxtimeallowed"):
        if not _TIME.fullmatch(words(element)):
            yield at(element, f"maxtimeallowed is `{words(element)}`: write hours, minutes and seconds, as `01:30:00`")


ANY_RULES: Rules = {
    **bind({**STRUCTURE_RULES, **TEXT_RULES, **FILE_RULES}, SCORM12_BINDING),
    "mastery-score": _check_mastery_score,
    "mastery-zero": _check_zero_mastery,
    "prerequisites": _check_prerequisites,
    "time-limit": _check_time_limit,
    "metadata": _check_metadata,
    "text-length": lambda package: _METADATA.find_length_faults(package.root),
    "duration": lambda package: _METADATA.find_duration_faults(package.root),
    **XML_RULES,
}
"""What holds for anybody's package, beside the schemas."""

RULES: Rules = {**ANY_RULES, **bind(OWN_RULES, SCORM12_BINDING), **PAGE_RULES}
"""What our own packages keep to."""
