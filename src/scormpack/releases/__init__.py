"""Releases: what was given to learners, and whether the next package may take its place."""

from __future__ import annotations

from scormpack.course_folder import LOCK_FILE as NAME
from scormpack.releases.comparison import Change, compare_package, compare_releases, left_out
from scormpack.releases.lesson_changes import Reason, Risk
from scormpack.releases.lock_file import read_lock, write_lock
from scormpack.releases.record import Record, record_package
from scormpack.releases.release import lock_within, read_release, read_sides

__all__ = [
    "NAME",
    "Change",
    "Reason",
    "Record",
    "Risk",
    "compare_package",
    "compare_releases",
    "left_out",
    "lock_within",
    "read_lock",
    "read_release",
    "read_sides",
    "record_package",
    "write_lock",
]
