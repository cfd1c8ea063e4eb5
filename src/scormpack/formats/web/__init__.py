"""A plain web site for any server: no LMS, progress in the browser, installable, and there without a network."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lxml import etree

from scormpack.formats.format import Format, content_files, finished_package
from scormpack.formats.rules import Package, find_faults
from scormpack.formats.web.icons import colours_of, draw_icons
from scormpack.formats.web.manifest import build_manifest
from scormpack.formats.web.names import MANIFEST, WORKER
from scormpack.formats.web.pages import link_page
from scormpack.formats.web.rules import RULES
from scormpack.formats.web.worker import build_worker
from scormpack.model import Course, Unit
from scormpack.render.site import Site


def package_web(course: Course, unit: Unit, site: Site) -> Mapping[str, bytes]:
    """Return the whole site of a unit, path to bytes, in writing order.

    Raises:
        PackageError: with every fault, where the package breaks our rules.
    """
    content = content_files(site, "web")
    icons = draw_icons(course, content)
    colour, _ = colours_of(course)
    manifest = build_manifest(course, unit, icons, site.build)
    pages = {path: link_page(path, content[path], icons, colour) for path in content if path.endswith(".html")}
    files = content | pages | {icon.path: icon.data for icon in icons}
    files |= {WORKER: build_worker(files | {MANIFEST: manifest}, site.build)}
    faults = find_package_faults(manifest, files, course.file.hosts)
    return finished_package(unit, MANIFEST, manifest, files, faults)


def find_package_faults(manifest: bytes, files: Mapping[str, bytes], hosts: Collection[str] = ()) -> list[str]:
    """Return what is wrong with a site.

    Args:
        manifest: manifest.json as it will be written.
        files: every other file of the package, path to bytes.
        hosts: that the course declares.
    """
    no_xml = etree.Element("site")
    return find_faults(RULES, Package(MANIFEST, manifest, no_xml, files, hosts))


WEB = Format("web", "Web site", "web", None, package_web, is_site=True)
