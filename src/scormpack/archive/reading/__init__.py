"""Anybody's zip, read as hostile: nothing lands on disk, and every size, count and time is bounded."""

from __future__ import annotations

from scormpack.archive.reading.content import unpack
from scormpack.archive.reading.directory import Directory, Entry, read_directory
from scormpack.archive.reading.members import Members

__all__ = ["Directory", "Entry", "Members", "read_directory", "unpack"]
