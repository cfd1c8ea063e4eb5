"""Packages to zip files: the same bytes from the same package, and never half a file."""

from __future__ import annotations

from scormpack.archive.folder import replace_folder
from scormpack.archive.member import Member, compress, expand, prepend
from scormpack.archive.replacement import replace_file, sweep
from scormpack.archive.zip_file import write_zip, zip_members, zip_package

__all__ = [
    "Member",
    "compress",
    "expand",
    "prepend",
    "replace_file",
    "replace_folder",
    "sweep",
    "write_zip",
    "zip_members",
    "zip_package",
]
