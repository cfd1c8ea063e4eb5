"""Rules on anybody's tincan.xml and its package that a schema cannot tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from scormpack.formats.fault import Fault, at, in_file
from scormpack.formats.references import Spellings, is_there, leads_out, resolve, web_host
from scormpack.formats.rules import Package, Rules
from scormpack.formats.xapi.credentials import find_secrets
from scormpack.formats.xapi.names import INTERACTION, MANIFEST, NAMESPACE
from scormpack.formats.xml_rules import XML_RULES
from scormpack.model.course import ABSOLUTE_IRI


def every(package: Package, name: str) -> tuple[etree._Element, ...]:
    """Return the elements of that name, in the document's order."""
    return package.every(f"{{{NAMESPACE}}}{name}")


def _check_launch(package: Package) -> Iterator[str | Fault]:
    """One activity is launched: importers look for its launch."""
    launches = every(package, "launch")
    if not launches:
        yield "there are 0 launch elements: write exactly one"
    for launch in launches[1:]:
        yield at(launch, f"there are {len(launches)} launch elements: write exactly one")


def _check_first(package: Package) -> Iterator[Fault]:
    first = next(iter(every(package, "activity")), None)
    for launch in every(package, "launch")[:1]:
        if launch.getparent() is not first:
            yield at(launch, "launch stands in a later activity: put it into the first, which Moodle's plug-in takes")


def _check_launch_there(package: Package) -> Iterator[Fault]:
    """A launch is a page of the package, or a web address."""
    spellings = Spellings(package.files)
    for launch in every(package, "launch"):
        address = (launch.text or "").strip()
        if not address:
            yield at(launch, "launch is empty: name the page to open")
        elif leads_out(address) and web_host(address) is None:
            yield at(launch, f"the launch `{address}` is no web address: begin it with `https://`")
        elif not leads_out(address) and not is_there(
            path := resolve(launch, address, may_move=package.may_move_paths), package.files
        ):
            advice = spellings.advice(path) or ": put it in, or name the page to open"
            yield at(launch, f"the page `{address}` is not in the package{advice}")


def _check_names(package: Package) -> Iterator[Fault]:
    """An LMS lists activities by their names."""
    named = {name.getparent() for name in every(package, "name") if (name.text or "").strip()}
    for activity in every(package, "activity"):
        if activity not in named:
            yield at(activity, f"activity `{activity.get('id')}` has no name: write one")
        if next(activity.iterchildren(f"{{{NAMESPACE}}}description"), None) is None:
            yield at(activity, f"activity `{activity.get('id')}` has no description: write one")


def _check_iris(package: Package) -> Iterator[Fault]:
    """An LRS answers 400 to an id that is no absolute IRI (xAPI 1.0.3 part 2, 2.4.4.1; complaint 46)."""
    activities = every(package, "activity")
    names = {activity.get("id", "") for activity in activities}
    kinds = {activity.get("type", "") for activity in activities}
    if len(names) == len(activities) and all(map(ABSOLUTE_IRI.fullmatch, names | kinds)):
        return
    seen: Counter[str] = Counter()
    for activity in activities:
        for name in ("id", "type"):
            if not ABSOLUTE_IRI.fullmatch(activity.get(name, "")):
                sentence = (
                    f"activity/@{name} is `{activity.get(name)}`: write an absolute IRI, as `https://example.org/…`"
                )
                yield at(activity, sentence)
        identifier = activity.get("id", "")
        seen[identifier] += 1
        if seen[identifier] == 2:
            yield at(activity, f"2 activities have the id `{identifier}`: give each its own")


def _check_interactions(package: Package) -> Iterator[Fault]:
    typed = {part.getparent() for part in every(package, "interactionType")}
    repeated = {part: ids for part, ids in _component_ids(package).items() if len(set(ids)) < len(ids)}
    for activity in every(package, "activity"):
        if (activity.get("type") == INTERACTION) != (activity in typed):
            yield at(
                activity,
                f"activity `{activity.get('id')}`: interactionType belongs to activities of type cmi.interaction",
            )
        for part in activity.iterchildren("*") if repeated else ():
            for identifier, times in Counter(repeated.get(part, ())).items():
                if times > 1:
                    sentence = f"activity `{activity.get('id')}` has {times} components with the id `{identifier}`"
                    yield at(part, sentence)


def _component_ids(package: Package) -> dict[etree._Element | None, list[str | None]]:
    """Return the ids of the components in each list of such."""
    found: dict[etree._Element | None, list[str | None]] = {}
    for identifier in every(package, "id"):
        component = identifier.getparent()
        if component is not None and component.tag == f"{{{NAMESPACE}}}component":
            found.setdefault(component.getparent(), []).append(identifier.text)
    return found


def _check_one_manifest(package: Package) -> Iterator[Fault]:
    for path in package.files:
        if path.rpartition("/")[2] == MANIFEST:
            yield in_file(path, f"`{path}` is a second {MANIFEST}: importers take the wrong one, leave it out")


def _check_credentials(package: Package) -> Iterator[Fault]:
    said = "\n".join(launch.text or "" for launch in every(package, "launch"))
    for what in dict.fromkeys((*find_secrets("json", said.encode()), *find_secrets("xml", package.data))):
        yield in_file(MANIFEST, f"`{MANIFEST}` holds {what}: take it out, the LMS hands credentials over at launch")


ANY_RULES: Rules = {
    "launch": _check_launch,
    "launch-first": _check_first,
    "launch-there": _check_launch_there,
    "name": _check_names,
    "iri": _check_iris,
    "interaction": _check_interactions,
    "second-manifest": _check_one_manifest,
    "credentials": _check_credentials,
    **XML_RULES,
}
"""What holds for anybody's package, beside the schema."""
