"""The outline of an AICC course: tables of text files (AICC CMI001, 5 and 6)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping

from scormpack.formats.fault import Fault, in_file
from scormpack.inspect.inspection import Activity, Node, Outline
from scormpack.late_regex import compile_late

ENDINGS = (".crs", ".au", ".des", ".cst")
"""Course, assignable units, descriptors, structure: the four files that every course has, of one base name."""

_TITLE = compile_late(r"^\s*Course_Title\s*=(.*)$", re.IGNORECASE | re.MULTILINE)
_MOST_ROWS = 10_000


def find_aicc_files(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return ending to path, of the course files that are there, where there is a .crs and an .au."""
    found: dict[str, str] = {}
    for path in sorted(files, key=lambda path: path.count("/")):
        ending = path[path.rfind(".") :].lower()
        if ending in ENDINGS:
            found.setdefault(ending, path)
    return found if {".crs", ".au"} <= found.keys() else {}


def outline_aicc(files: Mapping[str, bytes]) -> Outline:
    """Return what the tables of a course say."""
    found = find_aicc_files(files)
    match = _TITLE.search(_text(files[found[".crs"]]))
    title = match[1].strip() if match else ""
    descriptors = {row.get("system_id", ""): row for row in _rows(files, found.get(".des", ""))}
    activities = tuple(
        Activity(
            title=descriptors.get(row.get("system_id", ""), {}).get("title", ""),
            identifier=row.get("system_id", ""),
            launch=row.get("file_name", ""),
            kind="au",
            mastery=row.get("mastery_score", ""),
        )
        for row in _rows(files, found[".au"])
    )
    nodes = tuple(Node("AU", unit.title, unit.identifier, (f"opening {unit.launch}",)) for unit in activities)
    return Outline(title, (Node("course", title, "", (), nodes),), activities)


def find_aicc_faults(files: Mapping[str, bytes]) -> Iterator[Fault]:
    """Yield a fault for each of the four files that is missing, and each page."""
    found = find_aicc_files(files)
    for ending in ENDINGS:
        if ending not in found:
            yield Fault(f"the course has no {ending} file: export it again")
    for activity in outline_aicc(files).activities:
        path = activity.launch.split("?")[0]
        if path and "//" not in path and path not in files:
            yield in_file(found[".au"], f"the page `{path}` is not in the package: put it in")


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace")


def _rows(files: Mapping[str, bytes], path: str) -> Iterator[dict[str, str]]:
    """Yield the rows by their column's name, in lower case."""
    lines = _text(files.get(path, b"")).replace("\0", "").splitlines()[:_MOST_ROWS]
    try:
        table = [row for row in csv.reader(lines, skipinitialspace=True) if row]
    except csv.Error:
        return
    if table:
        head = [name.strip().lower() for name in table[0]]
        yield from (dict(zip(head, (cell.strip() for cell in row), strict=False)) for row in table[1:])
