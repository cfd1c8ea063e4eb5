"""Facts about what a command loads that has little to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

LIBRARIES = {"pydantic", "jinja2", "lxml", "yaml", "comrak", "sqlite3", "multiprocessing", "deflate"}


def test_a_build_of_which_nothing_has_changed_loads_no_library(tmp_path: Path, example_course: Path) -> None:
    """What was built is told by the standard library and Click alone: the others would take most of the time."""
    arguments = ["build", str(example_course), "--output", str(tmp_path / "dist"), "--jobs", "1"]
    told = [run_scormpack(arguments, tmp_path / "cache") for _ in range(2)]
    assert told[0][0] == told[1][0]
    assert "pydantic" in told[0][1]
    assert told[1][1] & LIBRARIES == set()


def test_a_build_by_one_process_loads_nothing_that_starts_others(tmp_path: Path, checkout: Path) -> None:
    """``--jobs 1`` is the same work, and none of the machinery."""
    course = checkout / "tests" / "browser" / "small"
    _, loaded = run_scormpack(["build", str(course), "--output", str(tmp_path), "--jobs", "1"], tmp_path / "cache")
    assert "jinja2" in loaded
    assert "multiprocessing" not in loaded


def test_a_check_loads_nothing_of_pages_and_packages(tmp_path: Path, checkout: Path) -> None:
    """A course without drawings is checked without a template, a manifest, or the packagers that use them."""
    course = shutil.copytree(checkout / "tests" / "browser" / "small", tmp_path / "course")
    _, loaded = run_scormpack(["check", str(course)], tmp_path / "cache")
    assert "yaml" in loaded
    assert not {"jinja2", "lxml"} & loaded


def test_a_small_course_is_checked_without_what_starts_processes(tmp_path: Path, checkout: Path) -> None:
    """However many processors there are: a few lessons are looked at by the one process that is there."""
    course = shutil.copytree(checkout / "tests" / "browser" / "small", tmp_path / "course")
    _, loaded = run_scormpack(["check", str(course)], tmp_path / "cache")
    assert not {"multiprocessing", "deflate"} & loaded


def test_a_build_loads_its_own_format_alone(tmp_path: Path, checkout: Path) -> None:
    """Other formats, LMSs, earlier releases, handouts, bills and clusters cost nothing where none is asked for."""
    course = checkout / "tests" / "browser" / "small"
    arguments = ["build", str(course), "--output", str(tmp_path), "--format", "scorm12", "--jobs", "1"]
    _, loaded = run_scormpack(arguments, tmp_path / "cache")
    formats = ("formats.scorm2004", "formats.xapi", "formats.cmi5", "formats.web")
    parts = ("build.targets.", "build.bill", "build.cluster", "build.joining", "releases", "render.handout")
    others = tuple(f"scormpack.{name}" for name in formats + parts)
    assert "scormpack.formats.scorm12" in loaded
    assert [name for name in loaded if name.startswith(others)] == []
    assert "tincan" not in loaded


def run_scormpack(arguments: list[str], cache: Path) -> tuple[str, set[str]]:
    """Return what a command prints, and all modules that it has loaded."""
    program = (
        "import sys; from scormpack.cli.main import main\n"
        "try: main()\nfinally: print('loaded:', *sys.modules, file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={"SCORMPACK_CACHE": str(cache), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    start, *loaded = result.stderr.splitlines()[-1].split()
    assert start == "loaded:"
    return result.stdout, set(loaded)
