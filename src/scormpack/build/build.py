"""A build, unless there is nothing to do: that is found out before any library is loaded."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from scormpack.build.earlier import EarlierBuild
from scormpack.build.options import BuildOptions
from scormpack.build.report import BuildReport, Progress
from scormpack.course_folder import find_course
from scormpack.errors import OptionError

_ELSEWHERE = "name another folder with --output"


def build_course(
    path: Path | None, options: BuildOptions, progress: Progress = lambda _done, _total: None
) -> BuildReport:
    """Build every package of the course in the folder ``path`` (None: this folder, or ``lessons`` in it).

    Raises:
        OptionError: where nothing can be written into ``options.output``, or there is no such course folder.
        CourseError: with every fault in the author's files (and the warnings, when ``strict``).
        PackageError: with every fault of the packages that were not written; the others were.
    """
    require_writable(options.output)
    folder = find_course(path)
    earlier = EarlierBuild(folder.absolute(), options)
    report = earlier.recall()
    if report is None:
        report = _build_course(folder, options, progress, earlier.seen)
        earlier.keep(report)
    return report


def _build_course(folder: Path, options: BuildOptions, progress: Progress, seen: Mapping[str, str]) -> BuildReport:
    from scormpack.build.stages import build_anew  # noqa: PLC0415 (most of the time that a build takes that is not done)

    return build_anew(folder, options, progress, seen)


def require_writable(folder: Path) -> None:
    """See before any work that packages can be written into ``folder``, or into the nearest one above that exists.

    Raises:
        OptionError: where they cannot.
    """
    nearest = next(place for place in (folder.absolute(), *folder.absolute().parents) if os.path.lexists(place))
    if not nearest.is_dir():
        kind = "a link that leads to no folder" if nearest.is_symlink() else "a file, not a folder"
        raise OptionError(f"{nearest} is {kind}: {_ELSEWHERE}")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OptionError(f"you may not write in {nearest}: {_ELSEWHERE}")
    if nearest != folder.absolute():  # not every place that one may write in takes a folder: /proc takes none
        tried = nearest / f".scormpack-{os.urandom(8).hex()}.tmp"
        try:
            tried.mkdir()
            tried.rmdir()
        except OSError as fault:
            raise OptionError(f"{nearest} takes no folder ({fault.strerror}): {_ELSEWHERE}") from fault
