"""YAML to a course: strict, with every fault at once."""

from __future__ import annotations

from scormpack.course_folder import COURSE_FILE, find_course
from scormpack.load.banks import bank_file
from scormpack.load.course import NO_COURSE, Loaded, lesson_file, load_course, load_sound
from scormpack.load.file import FileMemory, LoadedFile, Reader, load_file, understand_file, understand_files
from scormpack.load.lost_entries import find_lost_entries
from scormpack.load.message_file import MessageFile, Text, message_files, own_message_files, read_message_file
from scormpack.load.places import Places
from scormpack.load.plain_file import PlainFile, PutAsideFile, describe_file
from scormpack.load.source import LaterSource, Source, read_source
from scormpack.load.strict_yaml import parse_yaml

__all__ = [
    "COURSE_FILE",
    "NO_COURSE",
    "FileMemory",
    "LaterSource",
    "Loaded",
    "LoadedFile",
    "MessageFile",
    "Places",
    "PlainFile",
    "PutAsideFile",
    "Reader",
    "Source",
    "Text",
    "bank_file",
    "describe_file",
    "find_course",
    "find_lost_entries",
    "lesson_file",
    "load_course",
    "load_file",
    "load_sound",
    "message_files",
    "own_message_files",
    "parse_yaml",
    "read_message_file",
    "read_source",
    "understand_file",
    "understand_files",
]
