"""Facts about what a build loads that is not done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LIBRARIES = ("pydantic", "jinja2", "lxml", "yaml", "comrak", "sqlite3", "multiprocessing")


def test_a_build_of_which_nothing_has_changed_loads_no_library(tmp_path: Path, example_course: Path) -> None:
    """What was built is told by the standard library and Click alone: the others would take most of the time."""
    program = (
        "import sys; from scormpack.cli.main import main\n"
        f"try: main()\nfinally: print('loaded:', *sorted(set(sys.modules) & {set(LIBRARIES)}), file=sys.stderr)"
    )
    told = []
    for _ in range(2):
        arguments = ["build", str(example_course), "--output", str(tmp_path / "dist"), "--jobs", "1"]
        result = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env={"SCORMPACK_CACHE": str(tmp_path / "cache"), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        told.append((result.stdout, result.stderr.splitlines()[-1]))
    assert told[0][0] == told[1][0]
    assert told[0][1].startswith("loaded: ")
    assert "pydantic" in told[0][1]
    assert told[1][1].strip() == "loaded:"
