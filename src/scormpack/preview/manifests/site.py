"""A web package of ours: no LMS opens it, and the preview shows it without one."""

from __future__ import annotations

import json

from scormpack.formats.web.names import MANIFEST, OURS
from scormpack.preview.content import Content, Part
from scormpack.preview.zipped_files import ZippedFiles


def read_site(files: ZippedFiles) -> Content | None:
    """Return the site as one page that asks for no API; None where the package is none of our sites."""
    try:
        said = json.loads(files.read(MANIFEST) or b"")
        title, unit, page = str(said["name"]), str(said[OURS]["unit"]), str(said["start_url"])
    except (ValueError, LookupError, TypeError):
        return None
    return Content("web", "Web site", unit, title, (Part(unit, title, page, is_tracked=False),))
