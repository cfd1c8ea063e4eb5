"""What judges each kind: one line a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from lxml import etree

from scormpack.formats.cmi5.rules import ANY_RULES as CMI5_RULES
from scormpack.formats.cmi5.schema import compiled_schema as cmi5_schema
from scormpack.formats.fault import Fault, at
from scormpack.formats.ims.binding import Binding, bind
from scormpack.formats.ims.file_rules import FILE_RULES
from scormpack.formats.rules import Package, Rules, list_faults
from scormpack.formats.scorm12.names import SCORM12_BINDING
from scormpack.formats.scorm12.rules import ANY_RULES as SCORM12_RULES
from scormpack.formats.scorm12.schema import compiled_schema as scorm12_schema
from scormpack.formats.scorm2004.names import FOURTH, THIRD, Edition
from scormpack.formats.scorm2004.rules import rules_of_any
from scormpack.formats.scorm2004.schema import compiled_schema as scorm2004_schema
from scormpack.formats.xapi.rules import ANY_RULES as TINCAN_RULES
from scormpack.formats.xapi.schema import any_schema as tincan_schema
from scormpack.formats.xml_file import schema_faults
from scormpack.formats.xml_rules import XML_RULES
from scormpack.inspect.inspection import Kind, Outline
from scormpack.inspect.outlines.aicc import find_aicc_faults, outline_aicc
from scormpack.inspect.outlines.cmi5 import outline_cmi5
from scormpack.inspect.outlines.ims import outline_ims
from scormpack.inspect.outlines.tincan import outline_tincan
from scormpack.late_regex import compile_late

_UNSTABLE = compile_late(
    r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}"  # a UUID
    r"|(?<![0-9])1[4-9][0-9]{8}(?:[0-9]{3})?(?![0-9])"  # seconds or milliseconds since 1970
    r"|(?<![0-9])20[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])T?[0-2][0-9][0-5][0-9]",  # a date and a time
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standard:
    """How a kind is judged.

    Attributes:
        prefix: of its findings' codes.
        schema: compiles its schema; None where there is none to be had.
        rules: for anybody's package.
        outline: reads what the manifest says.
    """

    prefix: str
    schema: Callable[[], etree.XMLSchema] | None
    rules: Rules
    outline: Callable[[Package], Outline]


def judge_standard(standard: Standard, package: Package) -> list[Fault]:
    """Return the faults of a manifest and its files, by schema and rules, each with its code."""
    by_schema = schema_faults(package.name, standard.schema(), package.root) if standard.schema else []
    faults = by_schema + list_faults(standard.rules, package)
    return [fault._replace(code=f"{standard.prefix}-{fault.code}") for fault in faults]


def standard_of(kind: Kind, package: Package) -> Standard:
    """Return what judges a package of that kind."""
    return _STANDARDS[kind.name] if kind.name in _STANDARDS else _other_ims(package)


def _check_stability(binding: Binding, package: Package) -> Iterator[Fault]:
    """Moodle keeps a learner's results by the item's identifier, and deletes those of items that are gone."""
    for item in binding.all_in(package, "item"):
        identifier = item.get("identifier", "")
        if _UNSTABLE.search(identifier):
            yield at(
                item,
                f"the identifier `{identifier}` looks made anew at each export: where the next one differs, "
                "Moodle deletes the learners' results",
            )


def _scorm12() -> Standard:
    rules = {**SCORM12_RULES, **bind({"identifier-unstable": _check_stability}, SCORM12_BINDING)}
    return Standard("scorm", scorm12_schema, rules, partial(outline_ims, SCORM12_BINDING))


def _scorm2004(edition: Edition, binding: Binding, *, has_schema: bool = True) -> Standard:
    """2004 requires what 1.2 recommends: the default organization (2004 4th CAM, 3.4.1.5)."""
    rules = dict(rules_of_any(binding))
    rules["default-required"] = rules.pop("default")
    rules |= bind({"identifier-unstable": _check_stability}, binding)
    schema = partial(scorm2004_schema, edition) if has_schema else None
    return Standard("scorm", schema, rules, partial(outline_ims, binding))


# The 2nd edition's schemas are in no package that we can install.
_SECOND = THIRD.binding._replace(title="SCORM 2004 2nd Edition", version="CAM 1.3")


def _other_ims(package: Package) -> Standard:
    """Cartridges, QTI and plain content packages: their namespaces are many, and the rules the same."""
    space = etree.QName(package.root).namespace or ""
    binding = SCORM12_BINDING._replace(title="IMS Content Packaging", cp=space)
    rules = {**bind({"file-missing": FILE_RULES["file-missing"]}, binding), "doctype": XML_RULES["doctype"]}
    return Standard("ims", None, rules, partial(outline_ims, binding))


_STANDARDS: dict[str, Standard] = {
    "scorm12": _scorm12(),
    "scorm2004-2nd": _scorm2004(THIRD, _SECOND, has_schema=False),
    "scorm2004-3rd": _scorm2004(THIRD, THIRD.binding),
    "scorm2004": _scorm2004(FOURTH, FOURTH.binding),
    "xapi": Standard("tincan", tincan_schema, TINCAN_RULES, outline_tincan),
    "cmi5": Standard("cmi5", cmi5_schema, CMI5_RULES, outline_cmi5),
    "aicc": Standard(
        "aicc",
        None,
        {"file": lambda package: find_aicc_faults(package.files)},
        lambda package: outline_aicc(package.files),
    ),
}
