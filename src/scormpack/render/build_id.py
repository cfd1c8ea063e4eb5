"""Where a page says which build it is: at its beginning alone.

So all the rest of a lesson's page stays as it is, compressed too, when another lesson of the package changes. The
runtime writes the id into the footer (``runtime/page/build_id.ts``).
"""

from __future__ import annotations

_BEFORE = b'<!doctype html>\n<html data-build="'


def begin_page(build: str) -> bytes:
    """Return how each page of a build begins, as ``templates/base.html.j2`` has it."""
    return _BEFORE + build.encode()


def split_page(page: bytes) -> tuple[bytes, bytes]:
    """Return a page's beginning, its build id the last of it, and the rest.

    That is b"" and all of it where it begins otherwise.
    """
    end = page.find(b'"', len(_BEFORE)) if page.startswith(_BEFORE) else 0
    return (page[:end], page[end:]) if end > 0 else (b"", page)
