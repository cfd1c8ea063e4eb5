"""What lies in the folder of packages, for machines and spreadsheets: ``index.json`` and ``index.csv``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scormpack.archive import replace_file
from scormpack.build.report import BuiltPackage
from scormpack.model import Course

VERSION = 1
NAMES = ("index.json", "index.csv")
_MOST_BYTES = 20_000_000
_COLUMNS = ("unit", "kind", "format", "file", "sha256", "bytes", "title", "lessons", "score", "pass_mark", "status")


def write_index(course: Course, packages: Sequence[BuiltPackage], folder: Path) -> None:
    """Write ``index.json`` and ``index.csv`` of the course's packages in ``folder``, those of earlier builds too.

    Other builds write into the same folder: other units, or a part of them (``--only``). Their entries stay as long
    as their files do.
    """
    built = [_entry(package) for package in packages]
    files = {entry["file"] for entry in built}
    kept = [entry for entry in _earlier(folder, course.file.id) if entry["file"] not in files]
    entries = sorted([*built, *kept], key=lambda entry: (entry["unit"], entry["format"]))
    if not entries:
        return
    file = course.file
    about = {"id": file.id, "title": file.title, "version": file.version}
    said = {"version": VERSION, "course": about, "packages": entries}
    replace_file(folder / NAMES[0], (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode())
    replace_file(folder / NAMES[1], _as_csv(entries).encode())


def _entry(package: BuiltPackage) -> dict[str, Any]:
    return {
        "unit": package.unit,
        "kind": package.kind,
        "format": package.format,
        "file": package.file.name,
        "sha256": package.sha256,
        "bytes": package.bytes,
        "title": package.title,
        "lessons": list(package.contents),
        "score": package.expected.score,
        "pass_mark": package.pass_mark,
        "status": list(package.expected.statuses),
    }


def _earlier(folder: Path, course: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of an index of the same course whose files are still there, of the size that it says."""
    path = folder / NAMES[0]
    try:
        said = json.loads(path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b"")
        if said["version"] == VERSION and said["course"]["id"] == course:
            for entry in said["packages"]:
                there = folder / Path(entry["file"]).name
                if entry.keys() == set(_COLUMNS) and there.is_file() and there.stat().st_size == entry["bytes"]:
                    yield entry
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return  # none, or none of ours: it is written anew


def _as_csv(entries: Sequence[dict[str, Any]]) -> str:
    """Return the same as a table; lists are joined by spaces."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for entry in entries:
        values = (entry[column] for column in _COLUMNS)
        writer.writerow([" ".join(value) if isinstance(value, list) else value for value in values])
    return text.getvalue()
