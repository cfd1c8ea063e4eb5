"""What a preview can open: the units of a course, built when asked for, or the one package of a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Literal, Protocol

from scormpack.archive import zip_members
from scormpack.build.crew import Alone
from scormpack.build.looking import Looking
from scormpack.build.made_file import compress_package
from scormpack.build.memory import Memory
from scormpack.build.pages import render_unit
from scormpack.build.plan import shape_unit
from scormpack.build.reading import Reading
from scormpack.build.store import NearStore
from scormpack.byte_count import say_bytes
from scormpack.check import check_course
from scormpack.errors import CourseError, Finding, OptionError, PackageError
from scormpack.formats import FORMATS
from scormpack.load import COURSE_FILE, FileMemory, find_course, load_course
from scormpack.model import Course, Unit, plan_units
from scormpack.preview.content import Content
from scormpack.preview.manifests import read_content
from scormpack.preview.zipped_files import ZippedFiles, read_zip_file


@dataclass(frozen=True)
class Package:
    """An opened package.

    Attributes:
        key: ``FORMAT/UNIT``; the learners' results hang on it, whatever the package's bytes.
        files: of the zip.
        content: by its manifest.
    """

    key: str
    files: ZippedFiles
    content: Content

    @property
    def digest(self) -> str:
        """A short name of these very bytes, for addresses."""
        return self.files.sha256[:16]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list at the left.

    Attributes:
        unit: second half of a package's key.
        title: plain text.
        module: heading that it stands under; "" for none.
    """

    unit: str
    title: str
    module: str = ""


class Shelf(Protocol):
    """Where packages come from."""

    title: str
    source: Literal["course", "zip"]
    formats: dict[str, str]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    is_current: bool
    watched: Path

    def open(self, format_name: str, unit: str) -> Package:
        """Return a package.

        Raises:
            PackageError: where it breaks its standard.
            OptionError: where there is none such.
        """

    def refresh(self) -> None:
        """Read the sources again.

        Where they cannot be read, what there was stays, ``findings`` says why, and ``is_current`` is False.
        """

    def check(self) -> None:
        """Let ``findings`` say what the rules have against sources that can be read."""


def open_shelf(path: Path | None, cache: Path | None = None) -> Shelf:
    """Return the shelf of a zip, or of a course folder (None: this folder, or ``lessons`` in it).

    What is made of lessons is kept in the folder ``cache`` too, where there is one, as a build does.

    Raises:
        CourseError: where the folder holds no course; one with mistakes is opened, and shows them.
        PackageError: where the file is no package.
        OptionError: where ``path`` names nothing.
    """
    if path is not None and path.is_file() and path.suffix.lower() == ".zip":
        return ZipShelf(path)
    return CourseShelf(path, cache)


class CourseShelf:
    """A course: each unit becomes a zip when it is first asked for, exactly the one that ``build`` writes."""

    source: Literal["course", "zip"] = "course"

    def __init__(self, path: Path | None, cache: Path | None) -> None:
        found = find_course(path)
        self._folder = found.parent if found.name == COURSE_FILE else found
        self._lock = Lock()
        self._memory = Memory(Alone(), NearStore(cache))
        self._read, self._look = FileMemory(Reading(self._memory)), Looking(self._memory)
        self.watched = self._folder
        self.title = self._folder.resolve().name
        self.formats: dict[str, str] = {}
        self.entries: tuple[Entry, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self.is_current = False
        self._units: dict[str, Unit] = {}
        self._built: dict[str, Package] = {}
        self.refresh()
        if not (self._folder / COURSE_FILE).exists():
            raise CourseError(self.findings)

    def _show(self, course: Course) -> None:
        self.findings = ()
        self.is_current = True
        self._course = course
        self.watched = course.root
        self._units = {unit.name: unit for kind in ("course", "lesson") for unit in plan_units(course, kind)}
        self._built = {}
        self.title = course.file.title
        own = dict.fromkeys(course.file.formats)
        self.formats = {name: FORMATS[name].title for name in (*own, *(name for name in FORMATS if name not in own))}
        modules = {lesson: module.title for module in course.file.modules for lesson in module.lessons}
        self.entries = tuple(Entry(u.name, u.title, modules.get(u.name, "")) for u in self._units.values())

    def open(self, format_name: str, unit: str) -> Package:
        """Return a unit's package; built once, until something is saved."""
        if format_name not in FORMATS or unit not in self._units:
            raise OptionError(f"there is no {format_name} package of {unit} in this course")
        key = f"{format_name}/{unit}"
        with self._lock:
            if key not in self._built:
                self._built[key] = self._build(key, format_name, self._units[unit])
            return self._built[key]

    def _build(self, key: str, format_name: str, unit: Unit) -> Package:
        unit = shape_unit(self._course, unit, format_name)
        name = f"{unit.name}.{format_name}.zip"
        site = render_unit(self._course, unit, self._memory)
        package = FORMATS[format_name].package(self._course, unit, site)
        files = ZippedFiles(zip_members(compress_package(package), name), name)
        return Package(key, files, read_content(files))

    def refresh(self) -> None:
        """Load the course anew; the old one stays up while the new one has mistakes."""
        try:
            course = load_course(self._folder, self._read)
            with self._lock:
                self._show(course)
        except CourseError as error:
            self.findings = error.findings
            self.is_current = False

    def check(self) -> None:
        """Ask the rules too: of a large course that takes seconds, for which nobody should wait to see a save."""
        if self.is_current:
            course = self._course
            findings = check_course(course, look=self._look)
            if course is self._course and self.is_current:
                self.findings = findings


class ZipShelf:
    """One finished package, of whatever tool."""

    source: Literal["course", "zip"] = "zip"
    findings: tuple[Finding, ...] = ()
    is_current = True

    def __init__(self, file: Path) -> None:
        self.watched = file
        self._open()

    def _open(self) -> None:
        files = ZippedFiles(read_zip_file(self.watched), self.watched.name)
        content = read_content(files)
        self._package = Package(f"{content.standard}/{self.watched.name}", files, content)
        self.title = content.title
        self.formats: dict[str, str] = {content.standard: content.label}
        self.entries: tuple[Entry, ...] = (Entry(self.watched.name, content.title),)

    def open(self, format_name: str, unit: str) -> Package:
        """Return the package."""
        if f"{format_name}/{unit}" != self._package.key:
            raise OptionError(f"there is no {format_name} package of {unit} here")
        return self._package

    def refresh(self) -> None:
        """Open the file again: its maker has written it anew."""
        try:
            self._open()
            self.findings = ()
            self.is_current = True
        except PackageError as error:
            self.findings = tuple(Finding("package", fault, "", self.watched.name) for fault in error.faults)
            self.is_current = False

    def check(self) -> None:
        """Do nothing: there are no sources to ask."""


def package_as_json(package: Package) -> dict[str, Any]:
    """Return what the page shows of a package."""
    files = package.files
    return {
        "key": package.key,
        "file": files.name,
        "size": say_bytes(files.bytes),
        "files": len(files.members),
        "digest": package.digest,
        **package.content.as_json(),
    }
