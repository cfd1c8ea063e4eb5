"""A build, unless there is nothing to do: that is found out before any library is loaded."""

from __future__ import annotations

import os
from pathlib import Path

from scormpack.build.earlier import EarlierBuild
from scormpack.build.options import BuildOptions
from scormpack.build.report import BuildReport, Progress
from scormpack.course_folder import find_course
from scormpack.errors import OptionError


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
        report = _build_course(folder, options, progress)
        earlier.keep(report)
    return report


def _build_course(folder: Path, options: BuildOptions, progress: Progress) -> BuildReport:
    from scormpack.build.stages import build_anew  # noqa: PLC0415 (most of the time that a build takes that is not done)

    return build_anew(folder, options, progress)


def require_writable(folder: Path) -> None:
    """See before any work that packages can be written into ``folder``, or into the nearest one above that exists.

    Raises:
        OptionError: where they cannot.
    """
    nearest = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise OptionError(f"{nearest} is a file, not a folder: name another folder with --output")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OptionError(f"you may not write in {nearest}: name another folder with --output")
