"""YAML to a course: strict, with every fault at once."""

from __future__ import annotations

from scormpack.load.banks import bank_file
from scormpack.load.course import find_course, lesson_file, load_course
from scormpack.load.file import FileMemory, load_file
from scormpack.load.message_file import MessageFile, Text, message_files, own_message_files, read_message_file
from scormpack.load.places import Places
from scormpack.load.references import COURSE_FILE
from scormpack.load.source import Source, read_source
from scormpack.load.strict_yaml import parse_yaml

__all__ = [
    "COURSE_FILE",
    "FileMemory",
    "MessageFile",
    "Places",
    "Source",
    "Text",
    "bank_file",
    "find_course",
    "lesson_file",
    "load_course",
    "load_file",
    "message_files",
    "own_message_files",
    "parse_yaml",
    "read_message_file",
    "read_source",
]
