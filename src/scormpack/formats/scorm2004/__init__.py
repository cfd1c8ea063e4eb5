"""SCORM 2004, 4th and 3rd edition: one SCO in a zip, imsmanifest.xml at its root (2004 4th CAM, 3.3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from scormpack.assets import schemas
from scormpack.formats.format import Format, content_files, find_state_faults, finished_package
from scormpack.formats.ims.binding import MANIFEST
from scormpack.formats.ims.manifest import build_manifest, contents_of
from scormpack.formats.paths import LAUNCH
from scormpack.formats.rules import judge_package
from scormpack.formats.scorm2004.manifest import scorm2004_additions
from scormpack.formats.scorm2004.metadata import build_lom
from scormpack.formats.scorm2004.names import FOURTH, METADATA, THIRD, Edition
from scormpack.formats.scorm2004.rules import RULES
from scormpack.formats.scorm2004.schema import compiled_schema
from scormpack.formats.xml_file import write_xml
from scormpack.model import Course, Unit
from scormpack.render.site import Site

STATE_LIMIT = 64_000
"""Characters of cmi.suspend_data (2004 4th RTE, 4.2.23)."""


def package_scorm2004(edition: Edition, course: Course, unit: Unit, site: Site) -> Mapping[str, bytes]:
    """Return the whole package of a unit, path to bytes, in writing order.

    Raises:
        PackageError: with every fault, where the package breaks the standard or our rules.
    """
    official = schemas(edition.binding.schemas)
    content = content_files(site, "scorm2004", official)
    files = content | {METADATA: write_xml(build_lom(course, unit))} | official
    additions = scorm2004_additions(edition, course, unit)
    contents = contents_of(course, unit, content, site.build)
    manifest = write_xml(build_manifest(edition.binding, unit, contents, additions))
    launch = [sco.page for sco in contents.scos]
    faults = find_package_faults(edition, manifest, files, course.file.hosts, launch)
    return finished_package(
        unit, MANIFEST, manifest, files, faults + find_state_faults(course, contents.scos, STATE_LIMIT)
    )


def find_package_faults(
    edition: Edition,
    manifest: bytes,
    files: Mapping[str, bytes],
    hosts: Collection[str] = (),
    launch: Sequence[str] = (LAUNCH,),
) -> list[str]:
    """Return what is wrong with a manifest beside these files: by the official schemas, then by the rules.

    Args:
        edition: of SCORM 2004.
        manifest: imsmanifest.xml as it will be written.
        files: every other file of the package, path to bytes.
        hosts: that the course declares.
        launch: the pages that it opens on.
    """
    return judge_package(MANIFEST, manifest, files, compiled_schema(edition), RULES[edition.name], hosts, launch)


def _format(edition: Edition) -> Format:
    package = partial(package_scorm2004, edition)
    return Format(edition.name, edition.binding.title, "scorm2004", STATE_LIMIT, package, splits="asked")


SCORM2004 = _format(FOURTH)
SCORM2004_3RD = _format(THIRD)
