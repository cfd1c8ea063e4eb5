"""Which stage of a build has become slower or quicker than it was recorded: CPU beside a loop that never changes.

    python benchmarks/stages.py [--runs 5] [--record]

Load, check, render, package and zip run in one process on a generated course of 200 lessons. Each is told as a multiple
of the CPU that a fixed loop of plain Python takes in the same minute, so that another machine or a busy one changes
little; the least of several runs counts, for other programs only ever add to it. ``--record`` writes the multiples into
recorded.json.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generated_course import write_course

from scormpack.archive import zip_package
from scormpack.check import check_course
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.markup.html import _to_phrase, links_of
from scormpack.model import Course, plan_units
from scormpack.render import Site, render_site

RECORDED = Path(__file__).parent / "recorded.json"
LESSONS = 200
CHANGED = 0.25
"""A stage that takes so much more or less, in parts of what was recorded, is told of."""


def main() -> None:
    """Measure, and compare or record; exits with 1 where a stage has become slower."""
    parser = argparse.ArgumentParser(description="Compare the stages of a build with what was recorded.")
    parser.add_argument("--runs", type=int, default=5, help="runs of each stage; the least is taken")
    parser.add_argument("--record", action="store_true", help="write what was measured into recorded.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        write_course(Path(name), LESSONS)
        stages = measure_stages(Path(name), options.runs)
    if options.record:
        RECORDED.write_text(json.dumps(stages, indent=2) + "\n", encoding="utf-8")
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    print(f"{'Stage':10} {'now':>8} {'recorded':>9}   in multiples of a fixed loop")
    for stage, ratio in stages.items():
        print(f"{stage:10} {ratio:8.2f} {recorded.get(stage, 0):9.2f}   {judge_stage(ratio, recorded.get(stage))}")
    slower = [stage for stage, ratio in stages.items() if judge_stage(ratio, recorded.get(stage)) == "slower"]
    if slower:
        sys.exit(f"Slower than recorded: {', '.join(slower)}.")


def judge_stage(ratio: float, recorded: float | None) -> str:
    """Return ``slower``, ``quicker``, ``as recorded`` or ``new``."""
    if recorded is None:
        return "new"
    if ratio > recorded * (1 + CHANGED):
        return "slower"
    return "quicker" if ratio < recorded * (1 - CHANGED) else "as recorded"


def measure_stages(folder: Path, runs: int) -> dict[str, float]:
    """Return for each stage the CPU it takes, in multiples of the loop's."""
    format_ = FORMATS["scorm12"]
    least: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Course | Site | object]) -> None:
        gc.collect()
        begun = time.process_time()
        work()
        spent = time.process_time() - begun
        least[stage] = min(spent, least.get(stage, spent))

    for _ in range(runs):
        course = load_course(folder)
        (unit,) = plan_units(course, "course")
        site = render_site(course, unit)
        package = format_.package(course, unit, site)
        for remembered in (links_of, _to_phrase):
            remembered.cache_clear()
        timed("loop", _loop)
        timed("load", lambda: load_course(folder))
        timed("check", lambda: check_course(course))  # noqa: B023 (called at once)
        timed("render", lambda: render_site(course, unit))  # noqa: B023
        timed("package", lambda: format_.package(course, unit, site))  # noqa: B023
        timed("zip", lambda: zip_package(package, "course.zip"))  # noqa: B023
    loop = least.pop("loop")
    return {stage: round(spent / loop, 3) for stage, spent in least.items()}


def _loop() -> None:
    """Work of the kinds that a build does: dictionaries, text, hashes."""
    known: dict[str, int] = {}
    digest = hashlib.sha256()
    for number in range(60_000):
        word = f"word-{number % 5000}"
        known[word] = known.get(word, 0) + len(word.replace("-", " ").split())
        digest.update(word.encode())


if __name__ == "__main__":
    main()
