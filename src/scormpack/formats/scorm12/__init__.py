"""SCORM 1.2: one SCO in a zip, imsmanifest.xml at its root (SCORM 1.2 Content Aggregation Model, 2.3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from scormpack.assets import schemas
from scormpack.formats.format import Format, content_files, find_state_faults, finished_package
from scormpack.formats.ims.binding import MANIFEST
from scormpack.formats.ims.manifest import build_manifest, contents_of
from scormpack.formats.paths import LAUNCH
from scormpack.formats.rules import judge_package
from scormpack.formats.scorm12.manifest import scorm12_additions
from scormpack.formats.scorm12.names import SCORM12_BINDING
from scormpack.formats.scorm12.rules import RULES
from scormpack.formats.scorm12.schema import compiled_schema
from scormpack.formats.xml_file import write_xml
from scormpack.model import Course, Unit
from scormpack.render.site import Site

STATE_LIMIT = 4096
"""Characters of cmi.suspend_data (SCORM 1.2 RTE, 3.4.4)."""


def package_scorm12(course: Course, unit: Unit, site: Site) -> Mapping[str, bytes]:
    """Return the whole package of a unit, path to bytes, in writing order.

    Raises:
        PackageError: with every fault, where the package breaks SCORM 1.2 or our rules.
    """
    official = schemas(SCORM12_BINDING.schemas)
    content = content_files(site, "scorm12", official)
    files = content | official
    additions = scorm12_additions(course, unit)
    contents = contents_of(course, unit, content, site.build)
    manifest = write_xml(build_manifest(SCORM12_BINDING, unit, contents, additions))
    launch = [sco.page for sco in contents.scos]
    faults = find_package_faults(manifest, files, course.file.hosts, launch)
    faults += find_state_faults(course, contents.scos, STATE_LIMIT)
    return finished_package(unit, MANIFEST, manifest, files, faults)


def find_package_faults(
    manifest: bytes, files: Mapping[str, bytes], hosts: Collection[str] = (), launch: Sequence[str] = (LAUNCH,)
) -> list[str]:
    """Return what is wrong with a manifest beside these files: by the official schemas, then by the rules.

    Args:
        manifest: imsmanifest.xml as it will be written.
        files: every other file of the package, path to bytes.
        hosts: that the course declares.
        launch: the pages that it opens on.
    """
    return judge_package(MANIFEST, manifest, files, compiled_schema(), RULES, hosts, launch)


SCORM12 = Format("scorm12", "SCORM 1.2", "scorm12", STATE_LIMIT, package_scorm12, splits="asked")
