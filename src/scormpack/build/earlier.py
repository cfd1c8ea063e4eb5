"""Builds that were done before: where nothing that goes in has changed, and nothing that came out, none is done again.

A record is one JSON file in the cache folder, with a checksum: one that is damaged, or gone, costs a build and no more.
What goes in is known by its bytes, never by its date.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from scormpack.build.folder_digest import FolderLook, digest_folder
from scormpack.build.kept_findings import read_finding
from scormpack.build.options import BuildOptions
from scormpack.build.own_state import digest_own_state
from scormpack.build.report import BuildReport, BuiltPackage, Expected

MOST_RECORDS = 200
"""Those used longest ago go."""
_CHECKSUM = 64
"""Hex digits, before the JSON."""


def cache_folder() -> Path | None:
    """Return where to keep what was done before: None where ``SCORMPACK_CACHE`` is set and empty."""
    named = os.environ.get("SCORMPACK_CACHE")
    if named is not None:
        return Path(named).absolute() if named else None
    usual = os.environ.get("XDG_CACHE_HOME")
    return (Path(usual) if usual else Path.home() / ".cache") / "scormpack"


class EarlierBuild:
    """The record of one course built with the same options, if there is one and it still holds."""

    def __init__(self, root: Path, options: BuildOptions) -> None:
        """Look at all that goes in, before anything is read."""
        self._output = options.output
        # What lies elsewhere, or is written beside the packages, is not looked at; a target is the course's own.
        kept = options.cache is not None and not (options.since or options.release or options.target or options.join)
        told = {**asdict(replace(options, jobs=1, cache=None, executor=None)), "root": root, "here": Path.cwd()}
        told["epoch"] = os.environ.get("SOURCE_DATE_EPOCH")
        name = hashlib.sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()
        self._file = options.cache / "builds" / f"{name}.json" if options.cache and kept else None
        self._look = FolderLook(root, beside=options.output.absolute()) if kept else None
        course = self._look.digest if self._look else None
        self._inputs = None if course is None else f"{course} {digest_own_state()}"

    @property
    def seen(self) -> Mapping[str, str]:
        """SHA-256 of each file of the course folder as it was then, hexadecimal, by path from there; "/" between."""
        return self._look.files if self._look else {}

    def recall(self) -> BuildReport | None:
        """Return the report of the earlier build, if all that went in and came out is as it was."""
        if self._file is None or self._inputs is None:
            return None
        try:
            data = self._file.read_bytes()
            checksum, text = data[:_CHECKSUM], data[_CHECKSUM:]
            if hashlib.sha256(text).hexdigest().encode() != checksum:
                return None
            known = json.loads(text)
            if known["inputs"] != self._inputs or known["outputs"] != digest_folder(self._output):
                return None
            report = _read_report(known["report"])
            os.utime(self._file)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return report

    def keep(self, report: BuildReport) -> None:
        """Record a build, unless something that goes into it has changed meanwhile."""
        if self._file is None or self._look is None or not self._look.still_holds():
            return
        written = {package.file: package.sha256 for package in report.packages}
        outputs = digest_folder(self._output, known=written)
        if outputs is None:
            return
        from scormpack.archive import replace_file  # noqa: PLC0415 (`check` needs only the name of the folder)

        known = {"inputs": self._inputs, "outputs": outputs, "report": report}
        text = json.dumps(known, default=_write, ensure_ascii=False).encode()
        with suppress(OSError):  # a cache that cannot be written is none
            replace_file(self._file, hashlib.sha256(text).hexdigest().encode() + text)
            _let_go(self._file.parent)


def _let_go(folder: Path) -> None:
    """Delete the records used longest ago, beyond ``MOST_RECORDS``."""
    used = sorted((file.stat().st_mtime_ns, file) for file in folder.glob("*.json"))
    for _, file in used[:-MOST_RECORDS]:
        file.unlink(missing_ok=True)


def _write(value: object) -> object:
    """Return in JSON's own kinds what is none of them: parts of a report, and paths as text."""
    return {one.name: getattr(value, one.name) for one in fields(value)} if is_dataclass(value) else str(value)


def _read_report(written: dict[str, Any]) -> BuildReport:
    return BuildReport(
        course=written["course"],
        packages=tuple(_read_package(package) for package in written["packages"]),
        findings=tuple(map(read_finding, written["findings"])),
        notes=tuple(written["notes"]),
        handouts=tuple(map(Path, written["handouts"])),
        sheets=tuple(map(Path, written["sheets"])),
        unchanged=tuple(written["unchanged"]),
        bills=tuple(map(Path, written["bills"])),
    )


def _read_package(written: dict[str, Any]) -> BuiltPackage:
    expected = Expected(written["expected"]["score"], tuple(written["expected"]["statuses"]))
    tuples = {name: tuple(written[name]) for name in ("contents", "hosts")}
    return BuiltPackage(**{**written, **tuples, "file": Path(written["file"]), "expected": expected})
