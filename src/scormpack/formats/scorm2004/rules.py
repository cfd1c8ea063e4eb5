"""Rules on a SCORM 2004 manifest and its package, for what the official schemas let pass."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scormpack.formats.fault import Fault, at, in_file
from scormpack.formats.ims.binding import Binding, ImsRules, bind, words
from scormpack.formats.ims.file_rules import FILE_RULES
from scormpack.formats.ims.metadata_rules import MetadataNames
from scormpack.formats.ims.own_rules import OWN_RULES
from scormpack.formats.ims.structure_rules import STRUCTURE_RULES
from scormpack.formats.ims.text_rules import TEXT_RULES
from scormpack.formats.page_rules import PAGE_RULES
from scormpack.formats.references import resolve
from scormpack.formats.rules import Package, Rules
from scormpack.formats.scorm2004.names import ADL, FOURTH, LOM, NAV, SEQ, SS, THIRD
from scormpack.formats.scorm2004.schema import declared_names
from scormpack.formats.scorm2004.sequencing_rules import OWN_SEQUENCING_RULES, SEQUENCING_RULES
from scormpack.formats.xml_file import read_xml
from scormpack.formats.xml_rules import XML_RULES
from scormpack.formats.xml_syntax import explain_syntax

_METADATA = MetadataNames(f"{{{LOM}}}string", f"{{{LOM}}}typicalLearningTime", f"{{{LOM}}}duration")


def _check_names(binding: Binding, package: Package) -> Iterator[Fault]:
    """What the schemas do not declare passes their wildcards: a misspelt word says nothing to any LMS."""
    known = {space: declared_names(binding.schemas, binding.schema_files[space]) for space in (ADL, SEQ, NAV)}
    for element in package.root.iter(etree.Element):
        name = etree.QName(element)
        if name.namespace in known and name.localname not in known[name.namespace]:
            word = f"{element.prefix}:{name.localname}"
            yield at(element, f"`{word}` is no word of {binding.title}: take it out, or spell it right")
        for attribute in map(etree.QName, element.attrib):
            space = attribute.namespace
            if space in known and f"@{attribute.localname}" not in known[space]:
                right = " (write `adlcp:scormType`)" if attribute.localname.lower() == "scormtype" else ""
                word = attribute.localname
                yield at(element, f"the attribute `{word}` is no word of {binding.title}: spell it right{right}")


_PLACES = {
    f"{{{NAV}}}presentation": {"item"},
    f"{{{NAV}}}navigationInterface": {"presentation"},
    f"{{{NAV}}}hideLMSUI": {"navigationInterface"},
    f"{{{ADL}}}completionThreshold": {"item"},
    f"{{{ADL}}}dataFromLMS": {"item"},
    f"{{{ADL}}}timeLimitAction": {"item"},
    f"{{{SS}}}sequencing": {"item", "organization", "sequencingCollection"},
}
_REPEATED = {"hideLMSUI", "sequencing in sequencingCollection"}


def _check_places(_: Binding, package: Package) -> Iterator[Fault]:
    """2004 4th CAM, 3.4.1.7 to 3.4.1.9 and 5.2: lax wildcards let these stand anywhere, and as often as one likes."""
    for element in package.root.iter(*_PLACES):
        parent = element.getparent()
        name, holder = etree.QName(element).localname, "" if parent is None else etree.QName(parent).localname
        if parent is None or holder not in _PLACES[element.tag]:
            places = " or ".join(sorted(_PLACES[element.tag]))
            yield at(element, f"`{name}` stands in `{holder}`, where no LMS looks for it: write it into {places}")
        elif not {name, f"{name} in {holder}"} & _REPEATED and parent.find(element.tag) is not element:
            yield at(element, f"`{name}` stands in its {holder} a second time: write it once")


def _check_metadata(_: Binding, package: Package) -> Iterator[Fault]:
    """2004 4th CAM, 3.4.1: adlcp:location names a file of meta-data in the package; many elements may share one."""
    read: set[str] = set()
    for element in package.root.iter(f"{{{ADL}}}location"):
        path = resolve(element, words(element))
        if path not in package.files:
            yield at(element, f"adlcp:location names `{path}`, which the package does not hold")
        if path in read or path not in package.files:
            continue
        read.add(path)
        try:
            lom = read_xml(package.files[path])
        except etree.XMLSyntaxError as error:
            line, column = error.position
            sentence = f"the meta-data in `{path}` is not well-formed XML: {explain_syntax(error)}"
            yield in_file(path, sentence, line, column=column)
            continue
        if lom.tag != f"{{{LOM}}}lom":
            yield in_file(path, f"`{path}` is no learning object meta-data: its root element is `lom` of {LOM}")
        for fault in (*_METADATA.find_length_faults(lom), *_METADATA.find_duration_faults(lom)):
            yield fault._replace(path=path)


def _check_threshold(package: Package) -> Iterator[Fault]:
    """2004 4th CAM, 3.4.1: the 4th edition has attributes, and its schema lets the 3rd's text pass."""
    for element in package.root.iter(f"{{{ADL}}}completionThreshold"):
        text = words(element).strip()
        if text:
            sentence = f"completionThreshold says `{text}`: write it as minProgressMeasure, as text it is lost"
            yield at(element, sentence)


_MORE_RULES: ImsRules = {"name": _check_names, "place": _check_places, "metadata": _check_metadata}


def rules_of_any(binding: Binding) -> Rules:
    """Return what holds for anybody's package of an edition, beside the schemas."""
    shared = bind({**STRUCTURE_RULES, **TEXT_RULES, **FILE_RULES, **_MORE_RULES}, binding)
    threshold: Rules = {"threshold": _check_threshold} if binding is FOURTH.binding else {}
    return {**shared, **SEQUENCING_RULES, **threshold, **XML_RULES}


def _rules_of_ours(binding: Binding) -> Rules:
    return {**rules_of_any(binding), **bind(OWN_RULES, binding), **OWN_SEQUENCING_RULES, **PAGE_RULES}


RULES: dict[str, Rules] = {edition.name: _rules_of_ours(edition.binding) for edition in (THIRD, FOURTH)}
"""Format name to the rules that our own packages of its edition keep to."""
