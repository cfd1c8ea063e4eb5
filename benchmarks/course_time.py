"""How long a large course takes, beside packing alone and the npm packager: all side by side in one run.

    python benchmarks/course_time.py [--lessons 1596] [--runs 5] [--large] [--json FILE]

Every row is a process of its own, start-up included; CPU is that of the process and its workers, the peak that of the
largest of them. Rows take turns, so that a busy minute of the machine falls on all of them. Ratios of CPU are what to
compare: seconds are those of one machine on one day.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from generated_course import write_course
from measured_process import Cost, median_cost, run_measured

import scormpack

PEER = Path(__file__).parent / "peers" / "simple_scorm_packager.mjs"
SCORMPACK = (sys.executable, "-m", "scormpack")
_NOT_PAGES = ("imsmanifest.xml", ".xsd", ".dtd")
PEERS_NAME = "simple-scorm-packager, ready HTML"
COLD = "cold, course, SCORM 1.2, --jobs 1"


@dataclass(frozen=True)
class Row:
    """What is measured.

    Attributes:
        name: what the table calls it.
        command: in the run's folder.
        before: puts the folder into the state that is to be measured.
    """

    name: str
    command: Sequence[object]
    before: Callable[[], None] = lambda: None


def main() -> None:
    """Measure, and print a table; with ``--json`` write it for machines too."""
    options = _parse()
    compileall.compile_dir(str(Path(scormpack.__file__).parent), quiet=2)  # as pip does when it installs
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # few have it: the first build keeps the templates' code
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["SCORMPACK_CACHE"] = str(folder / "cache")
        rows = plan_rows(folder, options.lessons, options.node, large=options.large)
        costs: dict[str, list[Cost]] = {row.name: [] for row in rows}
        for _ in range(options.runs):
            for row in rows:
                row.before()
                costs[row.name].append(run_measured(row.command, folder))
    table = {name: median_cost(each) for name, each in costs.items()}
    show_table(table, options.runs, options.lessons)
    if options.json:
        found = {"lessons": options.lessons, "runs": options.runs, "rows": _rows_as_json(table)}
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def plan_rows(folder: Path, lessons: int, node: str, *, large: bool) -> list[Row]:
    """Write the course, build it once for the packager's HTML, and return the rows."""
    course = folder / "course"
    write_course(course, lessons)
    built = folder / "built"
    run_measured([*SCORMPACK, "build", course, "--output", built, "--jobs", "1"], folder)
    pages = folder / "pages"
    with zipfile.ZipFile(next(built.glob("*.zip"))) as package:
        package.extractall(pages)
    members = folder / "members"
    shutil.copytree(pages, members)
    for file in [*pages.rglob("*")]:
        if file.name.endswith(_NOT_PAGES):
            file.unlink()
    fresh, source, output = folder / "fresh", folder / "source", folder / "output"
    warm = [*SCORMPACK, "build", course, "--output", built, "--jobs", "1"]
    # An empty cache of its own, which it fills: what is measured is what a first build costs.
    kept = folder / "kept"
    cold = ["env", f"SCORMPACK_CACHE={kept}", *SCORMPACK, "build", course, "--output", fresh]

    def remove() -> None:
        for place in (fresh, kept):
            shutil.rmtree(place, ignore_errors=True)

    def copy_pages() -> None:
        for place in (source, output):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(pages, source)  # the packager writes into its source
        output.mkdir()

    zip_program = shutil.which("zip") or sys.exit("zip is needed: apt-get install zip")
    packed = folder / "packed.zip"
    each = ["--unit", "lesson", "--format", "scorm12", "--format", "xapi"]
    rows = [
        Row("python -c pass", [sys.executable, "-c", "pass"]),
        Row("scormpack --help", [*SCORMPACK, "--help"]),
        Row(
            "zip -6 of the same members",
            [zip_program, "-6", "-q", "-r", packed, members],
            lambda: packed.unlink(missing_ok=True),
        ),
        Row(PEERS_NAME, [node, PEER, source, output], copy_pages),
        Row(COLD, [*cold, "--jobs", "1"], remove),
        Row("cold, --jobs 1, no cache to fill", [*cold, "--jobs", "1", "--no-cache"], remove),
        Row("cold, course, SCORM 1.2, --jobs 2", [*cold, "--jobs", "2"], remove),
        Row(f"cold, {2 * lessons:,} lesson packages, --jobs 1", [*cold, "--jobs", "1", *each], remove),
        Row("again, nothing changed", warm),
        Row("again, one lesson changed", warm, partial(_edit_lesson, course)),
        Row("again, the style changed", warm, partial(_edit_style, course)),
        Row("check", ["env", "SCORMPACK_CACHE=", *SCORMPACK, "check", course]),
    ]
    if large:
        many = folder / "many"
        write_course(many, 10 * lessons)
        plain = ["env", "SCORMPACK_CACHE=", *SCORMPACK]
        build = [*plain, "build", "--output", fresh, "--jobs", "1", "--unit", "module"]
        rows += [
            Row(f"cold, {lessons:,} lessons by module, no cache", [*build, course], remove),
            Row(f"cold, {10 * lessons:,} lessons by module, no cache", [*build, many], remove),
            Row(f"check, {10 * lessons:,} lessons", [*plain, "check", many]),
        ]
    return rows


def show_table(table: dict[str, Cost], runs: int, lessons: int) -> None:
    """Print the medians, and CPU beside that of the packager and of the cold build."""
    peer, cold = table[PEERS_NAME].cpu, table[COLD].cpu
    title = f"{lessons:,} lessons, medians of {runs}"
    print(f"{title:44} {'CPU s':>7} {'wall s':>7} {'MiB':>6} {'/packager':>9} {'/cold':>6}")
    for name, cost in table.items():
        ratios = f"{cost.cpu / peer:9.2f} {cost.cpu / cold:6.3f}"
        print(f"{name:44} {cost.cpu:7.2f} {cost.wall:7.2f} {cost.peak:6.0f} {ratios}")


def _rows_as_json(table: dict[str, Cost]) -> list[dict[str, object]]:
    peer, cold = table[PEERS_NAME].cpu, table[COLD].cpu
    return [
        {"name": name, **asdict(cost), "to_packager": cost.cpu / peer, "to_cold": cost.cpu / cold}
        for name, cost in table.items()
    ]


def _edit_lesson(course: Path) -> None:
    """Make a sentence in a lesson longer: it has never said that before."""
    file = course / "lessons" / "lesson-7.yaml"
    text = file.read_text(encoding="utf-8")
    more = " and holds" if "It holds" in text else "\n      It holds"
    file.write_text(text.replace("\nkey_terms:", f"{more}\nkey_terms:", 1), encoding="utf-8")


def _edit_style(course: Path) -> None:
    """Change the course's own style sheet: every page names it."""
    file = course / "templates" / "style" / "extra.css"
    file.parent.mkdir(parents=True, exist_ok=True)
    size = file.stat().st_size if file.exists() else 0
    file.write_text("/* " + "." * size + " */\n", encoding="utf-8")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time a large course beside packing alone and the npm packager.")
    parser.add_argument("--lessons", type=int, default=1596)
    parser.add_argument("--runs", type=int, default=5, help="runs of each row; the medians are shown")
    parser.add_argument("--large", action="store_true", help="ten times as many lessons too: takes minutes")
    parser.add_argument("--node", default=shutil.which("node"), help="the Node that runs the packager")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table for machines")
    options = parser.parse_args()
    if options.node is None:
        parser.error("a Node is needed for the packager: name one with --node")
    return options


if __name__ == "__main__":
    main()
