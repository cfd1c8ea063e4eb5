"""xAPI by launch parameters: pages in a zip, tincan.xml at its root."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from scormpack.formats.format import Format, content_files, finished_package
from scormpack.formats.language import unit_language
from scormpack.formats.rules import judge_package
from scormpack.formats.xapi.names import MANIFEST, OURS
from scormpack.formats.xapi.own_rules import RULES
from scormpack.formats.xapi.schema import compiled_schema
from scormpack.formats.xml_file import write_xml
from scormpack.model import Course, Unit
from scormpack.render.site import Site


def package_xapi(course: Course, unit: Unit, site: Site) -> Mapping[str, bytes]:
    """Return the whole package of a unit, path to bytes, in writing order.

    Raises:
        PackageError: with every fault, where the package breaks the launch convention or our rules.
    """
    # tincan takes 50 ms and 8 MB to load: other formats do without.
    from scormpack.formats.xapi.activities import list_activities  # noqa: PLC0415
    from scormpack.formats.xapi.tincan_xml import build_tincan_xml  # noqa: PLC0415

    files = content_files(site, "xapi")
    about = {f"{OURS}:version": course.file.version, f"{OURS}:build": site.build}
    manifest = write_xml(build_tincan_xml(list_activities(course, unit), unit_language(course, unit), about))
    faults = find_package_faults(manifest, files, course.file.hosts)
    return finished_package(unit, MANIFEST, manifest, files, faults)


def find_package_faults(manifest: bytes, files: Mapping[str, bytes], hosts: Collection[str] = ()) -> list[str]:
    """Return what is wrong with a tincan.xml beside these files: by our schema, then by the rules.

    Args:
        manifest: tincan.xml as it will be written.
        files: every other file of the package, path to bytes.
        hosts: that the course declares.
    """
    return judge_package(MANIFEST, manifest, files, compiled_schema(), RULES, hosts)


XAPI = Format("xapi", "xAPI (tincan.xml)", "xapi", None, package_xapi)
