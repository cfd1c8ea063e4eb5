"""YAML to a course: strict, with every fault at once."""

from __future__ import annotations

from scormpack.load.course import COURSE_FILE, lesson_file, load_course

__all__ = ["COURSE_FILE", "lesson_file", "load_course"]
