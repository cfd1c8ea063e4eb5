"""How long the example course takes to build, beside only packing the same files.

    python benchmarks/build_time.py [--runs 5] [--json]

Every build is a process of its own, start-up included, into an empty folder; CPU is that of the process and its
workers. The yardstick packs the members of the packages just built with Python's own deflate at level 6.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

_COURSE = Path(__file__).parents[1] / "lessons"
_UNITS = ("lesson", "course")


@dataclass(frozen=True)
class Result:
    """Medians of one row.

    Attributes:
        name: what was timed.
        cpu: seconds, user and system.
        wall: seconds.
        packages: how many zips.
        bytes: of these zips together.
    """

    name: str
    cpu: float
    wall: float
    packages: int
    bytes: int


def main() -> None:
    """Measure, and print a table or JSON."""
    options = _parse()
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for unit in _UNITS:
            output = Path(folder) / unit
            built = _median(options.runs, partial(_build, unit, output))
            packages = sorted(output.glob("*.zip"))
            members = [_members(package) for package in packages]
            packed = _median(options.runs, partial(_pack, members))
            size = sum(package.stat().st_size for package in packages)
            results.append(Result(f"scormpack build --unit {unit} --jobs 1", *built, len(packages), size))
            results.append(Result("the same members, zip level 6 alone", *packed, len(packages), size))
    if options.json:
        print(json.dumps([asdict(result) for result in results], indent=2))
    else:
        print(f"{'Medians of ' + str(options.runs):44} {'CPU s':>7} {'wall s':>7} {'zips':>5} {'MB':>6}")
        for row in results:
            print(f"{row.name:44} {row.cpu:7.3f} {row.wall:7.3f} {row.packages:5} {row.bytes / 1e6:6.2f}")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time the build of the example course.")
    parser.add_argument("--runs", type=int, default=5, help="runs of each row; the median is shown")
    parser.add_argument("--json", action="store_true", help="for machines")
    return parser.parse_args()


def _median(runs: int, work: Callable[[], None]) -> tuple[float, float]:
    """Return the median CPU and wall seconds of ``work``, children included."""
    cpu, wall = [], []
    for _ in range(runs):
        cpu_before, wall_before = _cpu(), time.perf_counter()
        work()
        cpu.append(_cpu() - cpu_before)
        wall.append(time.perf_counter() - wall_before)
    return statistics.median(cpu), statistics.median(wall)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _build(unit: str, output: Path) -> None:
    shutil.rmtree(output, ignore_errors=True)
    command = [sys.executable, "-m", "scormpack", "build", str(_COURSE), "--unit", unit, "--output", str(output)]
    subprocess.run([*command, "--jobs", "1"], check=True, stdout=subprocess.DEVNULL)


def _members(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _pack(packages: list[dict[str, bytes]]) -> None:
    for members in packages:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, data in members.items():
                archive.writestr(name, data)


if __name__ == "__main__":
    main()
