"""Rules on a tincan.xml and its package that our schema cannot tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from scormpack.formats.page_rules import PAGE_RULES
from scormpack.formats.paths import LAUNCH, find_path_faults
from scormpack.formats.rules import Package, Rules
from scormpack.formats.xapi.credentials import find_credentials
from scormpack.formats.xapi.names import INTERACTION, MANIFEST, NAMESPACE
from scormpack.model.course import ABSOLUTE_IRI


def _activities(package: Package) -> list[etree._Element]:
    return list(package.root.iter(f"{{{NAMESPACE}}}activity"))


def _check_launch(package: Package) -> Iterator[str]:
    """One activity is launched, and it is the first: importers choose by the one or the other."""
    launches = list(package.root.iter(f"{{{NAMESPACE}}}launch"))
    if len(launches) != 1:
        yield f"there are {len(launches)} launch elements: write exactly one"
    for launch in launches:
        if launch.getparent() is not _activities(package)[0]:
            yield "launch stands in a later activity: put it into the first, Moodle's launch plugin takes that"
        if launch.text != LAUNCH:
            yield f"launch says `{launch.text}`: write `{LAUNCH}`"


def _check_iris(package: Package) -> Iterator[str]:
    """An LRS answers 400 to an id that is no absolute IRI (xAPI 1.0.3 part 2, 2.4.4.1; complaint 46)."""
    for activity in _activities(package):
        for name in ("id", "type"):
            if not ABSOLUTE_IRI.fullmatch(activity.get(name, "")):
                yield f"activity/@{name} is `{activity.get(name)}`: write an absolute IRI, as `https://example.org/…`"
    for identifier, times in Counter(activity.get("id") for activity in _activities(package)).items():
        if times > 1:
            yield f"{times} activities have the id `{identifier}`: give each its own"


def _check_interactions(package: Package) -> Iterator[str]:
    for activity in _activities(package):
        is_typed = activity.get("type") == INTERACTION
        has_type = activity.find(f"{{{NAMESPACE}}}interactionType") is not None
        if is_typed != has_type:
            yield f"activity `{activity.get('id')}`: interactionType belongs to activities of type cmi.interaction"
        for components in activity.iterchildren():
            ids = [entry.text for entry in components.iterfind(f"{{{NAMESPACE}}}component/{{{NAMESPACE}}}id")]
            for identifier, times in Counter(ids).items():
                if times > 1:
                    yield f"activity `{activity.get('id')}` has {times} components with the id `{identifier}`"


def _check_files(package: Package) -> Iterator[str]:
    yield from find_path_faults([MANIFEST, *package.files])
    for path in package.files:
        if path.rpartition("/")[2] == MANIFEST:
            yield f"`{path}` is a second {MANIFEST}: importers take the wrong one, leave it out"


def _check_credentials(package: Package) -> Iterator[str]:
    for path, what in find_credentials({MANIFEST: package.data, **package.files}):
        yield f"`{path}` holds {what}: take it out, the LMS hands credentials over at launch"


RULES: Rules = {
    "launch": _check_launch,
    "iri": _check_iris,
    "interaction": _check_interactions,
    "path": _check_files,
    "credentials": _check_credentials,
    **PAGE_RULES,
}
