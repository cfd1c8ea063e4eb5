"""Why a file is no package, in words that say what to upload instead."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scormpack.formats.fault import Fault, in_file
from scormpack.formats.web.names import MANIFEST, WORKER
from scormpack.inspect.kinds import MANIFESTS
from scormpack.inspect.name_faults import shown

_NO_LESSONS = "add it to your LMS's course as a file, or write its text as lessons (`scormpack new`) and build those"
_OTHERS = {
    "moodle_backup.xml": "it is a Moodle course backup: restore it as a course instead",
    "h5p.json": "it is an H5P package: add it as an H5P activity instead",
    "course_settings/canvas_export.txt": "it is a Canvas export: import it as a course instead",
    "META-INF/container.xml": f"it is an e-book (EPUB): {_NO_LESSONS}",
    "word/document.xml": f"it is a Word document: {_NO_LESSONS}",
    "ppt/presentation.xml": f"it is a PowerPoint presentation: {_NO_LESSONS}",
    "xl/workbook.xml": f"it is an Excel workbook: {_NO_LESSONS}",
    "[Content_Types].xml": f"it is an Office document: {_NO_LESSONS}",
    "content.xml": f"it is an OpenDocument file: {_NO_LESSONS}",
}
_MOST_NAMED = 10


def find_place_faults(names: Collection[str]) -> list[Fault]:
    """Return a fault for each manifest that lies where, or is spelt as, no LMS looks for it."""
    faults, present = [], frozenset(names)
    for path in names:
        folder, _, name = path.replace("\\", "/").rpartition("/")
        wanted = name.lower()
        if wanted not in MANIFESTS or path == wanted:
            continue
        if any(root in present for root in MANIFESTS):
            if path.count("/") <= 1:
                sentence = f"`{shown(path)}` is a second manifest beside the one at the root: some LMSs take it"
                faults.append(in_file(path, sentence, code="manifest-second"))
        elif folder:
            faults.append(
                in_file(
                    path,
                    f"{wanted} lies in the folder `{shown(folder)}`: zip what is in that folder, not the folder itself",
                    code="manifest-place",
                )
            )
        else:
            faults.append(
                in_file(path, f"the manifest is called `{shown(path)}`: call it `{wanted}`", code="manifest-case")
            )
    return faults


def say_why(files: Collection[str], faults: Collection[Fault]) -> str:
    """Return one sentence that says why nothing in the zip makes it a package.

    Args:
        files: their paths in the zip.
        faults: of its manifests: unreadable, or in another place.
    """
    if faults:
        return next(iter(faults)).sentence
    if not files:
        return "the zip holds no file"
    if MANIFEST in files and WORKER in files:
        return (
            "it is a web site, and no LMS package: unzip it on a web server and link to its index.html; for an LMS, "
            "build scorm12 or another format"
        )
    for path, sentence in _OTHERS.items():
        if path in files:
            return sentence
    zips = [path for path in files if path.lower().endswith(".zip")]
    if zips and len(files) <= 2 * len(zips) + 1:
        return _of_zips(zips)
    pages = [path for path in files if path.lower().endswith((".html", ".htm"))]
    what = "it holds pages, but " if pages else ""
    return f"{what}none of {', '.join(MANIFESTS)} at its root: no LMS can tell what to open"


def _of_zips(zips: Sequence[str]) -> str:
    if len(zips) == 1:
        return f"it holds another zip, `{shown(zips[0])}`: that may be the package, take it out and upload it"
    more = f" and {len(zips) - _MOST_NAMED:,} more" if len(zips) > _MOST_NAMED else ""
    named = ", ".join(f"`{shown(path)}`" for path in zips[:_MOST_NAMED])
    return f"it holds {len(zips):,} zips, {named}{more}: each may be a package, upload one after the other"
