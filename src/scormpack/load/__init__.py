"""YAML to a course: strict, with every fault at once."""

from __future__ import annotations

from scormpack.load.banks import bank_file
from scormpack.load.course import find_course, lesson_file, load_course
from scormpack.load.places import Places
from scormpack.load.references import COURSE_FILE
from scormpack.load.source import Source, read_source

__all__ = ["COURSE_FILE", "Places", "Source", "bank_file", "find_course", "lesson_file", "load_course", "read_source"]
