"""The manifest that tells what a package is: one file a standard, one line here each."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from scormpack.errors import PreviewError
from scormpack.inspect.no_kind import find_place_faults, say_why
from scormpack.preview.content import Content
from scormpack.preview.manifests.cmi5 import read_cmi5
from scormpack.preview.manifests.scorm import read_scorm
from scormpack.preview.manifests.site import read_site
from scormpack.preview.manifests.tincan import read_tincan
from scormpack.preview.manifests.xml import read_manifest
from scormpack.preview.zipped_files import ZippedFiles

READERS: dict[str, Callable[[etree._Element], Content]] = {
    "cmi5.xml": read_cmi5,  # first: a package may bring tincan.xml along for older LMSs
    "imsmanifest.xml": read_scorm,
    "tincan.xml": read_tincan,
}


def read_content(files: ZippedFiles) -> Content:
    """Return what the package holds, by the manifest at its root.

    Raises:
        PreviewError: where there is no manifest that we know, or nothing in it can be launched.
    """
    for manifest, reader in READERS.items():
        if manifest in files.members:
            try:
                content = reader(read_manifest(manifest, files.read(manifest) or b""))
            except ValueError as error:
                raise PreviewError(files.name, [f"{manifest}: {error}"]) from error
            return _with_notes(content, files)
    site = read_site(files)
    if site is None:
        raise PreviewError(files.name, [_without_manifest(files)])
    return site


def _without_manifest(files: ZippedFiles) -> str:
    """Say what it is instead, or where its manifest lies, as an inspection does."""
    return say_why(files.members, find_place_faults(files.members.keys()))


def _with_notes(content: Content, files: ZippedFiles) -> Content:
    """Add a note for every launch file that the zip does not hold."""
    missing = []
    for part in content.parts:
        path = part.href.partition("?")[0].partition("#")[0]
        if path not in files.members and "://" not in part.href:
            near = next((name for name in files.members if name.lower() == path.lower()), None)
            hint = f"; the zip has `{near}`" if near else ""
            missing.append(f"`{part.title}` opens `{path}`, which is not in the zip{hint}")
    if not missing and not files.faults:
        return content
    notes = (*content.notes, *missing, *(f"not served: {fault}" for fault in files.faults[:20]))
    return Content(content.standard, content.label, content.id, content.title, content.parts, notes)
