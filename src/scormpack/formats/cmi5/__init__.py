"""cmi5: an xAPI profile with a course structure, cmi5.xml at the zip's root (cmi5 specification, 13 and 14)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from scormpack.formats.cmi5.course_structure import build_course_structure
from scormpack.formats.cmi5.names import MANIFEST
from scormpack.formats.cmi5.own_rules import RULES
from scormpack.formats.cmi5.schema import compiled_schema
from scormpack.formats.format import Format, content_files, finished_package
from scormpack.formats.paths import LAUNCH
from scormpack.formats.rules import judge_package
from scormpack.formats.xml_file import write_xml
from scormpack.model import Course, Unit, unit_scos
from scormpack.render.site import Site


def package_cmi5(course: Course, unit: Unit, site: Site) -> Mapping[str, bytes]:
    """Return the whole package of a unit, path to bytes, in writing order.

    Raises:
        PackageError: with every fault, where the package breaks the specification or our rules.
    """
    files = content_files(site, "cmi5")
    manifest = write_xml(build_course_structure(course, unit, site.build))
    launch = [lesson.page for lesson in unit_scos(course, unit)]
    faults = find_package_faults(manifest, files, course.file.hosts, launch)
    return finished_package(unit, MANIFEST, manifest, files, faults)


def find_package_faults(
    manifest: bytes, files: Mapping[str, bytes], hosts: Collection[str] = (), launch: Sequence[str] = (LAUNCH,)
) -> list[str]:
    """Return what is wrong with a cmi5.xml beside these files: by our schema, then by the rules.

    Args:
        manifest: cmi5.xml as it will be written.
        files: every other file of the package, path to bytes.
        hosts: that the course declares.
        launch: the pages of the lessons, in order.
    """
    return judge_package(MANIFEST, manifest, files, compiled_schema(), RULES, hosts, launch)


CMI5 = Format("cmi5", "cmi5", "cmi5", None, package_cmi5, splits="always")
