"""A course folder to packages on disk: the stages, one after the other."""

from __future__ import annotations

from scormpack.build.build import build_course
from scormpack.build.options import BuildOptions
from scormpack.build.report import BuildReport, BuiltPackage

__all__ = ["BuildOptions", "BuildReport", "BuiltPackage", "build_course"]
