"""A file, judged: its stages, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from scormpack.archive.reading import Directory, Members, read_directory
from scormpack.errors import ArchiveError, OptionError
from scormpack.formats.fault import Fault
from scormpack.formats.references import leads_out
from scormpack.formats.rules import Package
from scormpack.formats.xml_file import LARGEST, read_xml
from scormpack.inspect.inspection import Inspection, Kind
from scormpack.inspect.kinds import Told, kind_of, malformed, tell_kinds
from scormpack.inspect.name_faults import find_name_faults, is_junk
from scormpack.inspect.no_kind import find_place_faults, say_why
from scormpack.inspect.page_faults import find_page_faults
from scormpack.inspect.remarks import weigh
from scormpack.inspect.standards import judge_standard, standard_of
from scormpack.inspect.verdicts import reach_verdicts
from scormpack.inspect.zip_faults import find_zip_faults

_TOLD = {"sco", "activity", "au"}
"""Kinds of activities whose pages tell results."""


def inspect_file(path: Path) -> Inspection:
    """Judge a package of any tool's, or a bare manifest; nothing is written to disk.

    Args:
        path: of the zip, or of a cmi5 course structure that comes alone.

    Raises:
        OptionError: where the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return _inspect_xml(path, file) if _is_xml(file) else _inspect_zip(path, file)
    except OSError as error:
        raise OptionError(f"{path} cannot be read: {error.strerror or error}; see who may") from None


def _is_xml(file: BinaryIO) -> bool:
    start = file.read(64)
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _inspect_zip(path: Path, file: BinaryIO) -> Inspection:
    size = file.seek(0, 2)
    try:
        directory = read_directory(file)
    except ArchiveError as error:
        faults = [Fault(error.sentence, code=error.code)]
        return _inspection(path, size, None, Told(), error.sentence, faults)
    files = Members(file, directory)
    told = tell_kinds(files)
    places = find_place_faults([entry.name for entry in directory.entries])
    why = "" if told.packages else say_why(files, [*told.faults, *places])
    by_zip = list(find_zip_faults(file, directory))
    talking = [kind for kind, package in told.packages if _reports(kind, package)]
    is_bomb = any(fault.code == "zip-bomb" for fault in by_zip)
    faults = [
        *by_zip,
        *find_name_faults(directory.entries),
        *told.faults,
        *places,
        *(fault for kind, package in told.packages for fault in _judge(kind, package)),
        *([] if is_bomb else find_page_faults(files, talking)),
    ]
    return _inspection(path, size, directory, told, why, faults)


def _inspect_xml(path: Path, file: BinaryIO) -> Inspection:
    """A cmi5 course structure may come alone (cmi5 14.2); any other manifest needs its zip."""
    size = file.seek(0, 2)
    file.seek(0)
    data = file.read(LARGEST + 1)
    try:
        package = Package(path.name, data, read_xml(data), {})
    except etree.XMLSyntaxError as error:
        fault = malformed(path.name, error)
        return _inspection(path, size, None, Told(unread={path.name: data}), fault.sentence, [fault])
    kind = kind_of(package)
    if kind is not None and kind.name == "cmi5":
        return _inspection(path, size, None, Told(((kind, package),)), "", _judge(kind, package))
    what = f"the manifest of {kind.title}" if kind else "an XML file that no LMS knows"
    why = f"this is {what} alone: an LMS takes it in a zip with its pages"
    return _inspection(path, size, None, Told(), why, [Fault(why, code="manifest-none")])


def _reports(kind: Kind, package: Package) -> bool:
    """A package of assets alone tells no results, and what lies elsewhere may."""
    activities = standard_of(kind, package).outline(package).activities
    return any(activity.kind in _TOLD and not leads_out(activity.launch) for activity in activities)


def _judge(kind: Kind, package: Package) -> list[Fault]:
    """What a system left behind is told once, by its name."""
    faults = judge_standard(standard_of(kind, package), package)
    return [fault for fault in faults if not (fault.code == "scorm-file-unlisted" and is_junk(fault.path))]


def _inspection(  # noqa: PLR0913, PLR0917 - what each stage found
    path: Path, size: int, directory: Directory | None, told: Told, why: str, faults: Sequence[Fault]
) -> Inspection:
    sources = {package.name: _lines(package) for _, package in told.packages}
    sources |= {name: data.decode("utf-8", "replace").split("\n") for name, data in told.unread.items()}
    no_package = [Fault(why, code="manifest-none")] if why and not faults else []
    findings = weigh([*faults, *no_package], sources)
    kinds = tuple(kind for kind, _ in told.packages)
    entries = [entry for entry in directory.entries if not entry.is_folder] if directory else []
    return Inspection(
        file=path,
        bytes=size,
        files=len(entries),
        unpacked=sum(entry.size for entry in entries),
        kinds=kinds,
        why=why,
        outlines=tuple(standard_of(kind, package).outline(package) for kind, package in told.packages),
        findings=findings,
        verdicts=reach_verdicts(kinds, why, findings),
    )


def _lines(package: Package) -> list[str]:
    encoding = package.root.getroottree().docinfo.encoding or "utf-8"
    try:
        return package.data.decode(encoding, "replace").split("\n")
    except LookupError:  # an encoding that libxml2 has and Python has not
        return []
