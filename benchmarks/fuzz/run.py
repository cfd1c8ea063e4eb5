"""Spoiled inputs by the hundred thousand: none may end in a traceback, or take more than its time and memory.

    scripts/bench fuzz [--count 100000] [--seed 1] [--seconds 170] [--target zip]

The same seed gives the same inputs. What is done is kept in ``.cache/fuzz``: a run that is ended goes on where it was,
``--seconds`` ends it by itself, and ``--again`` begins anew. Each fault is saved there with its input, ready to be
tried by hand: `scormpack check .cache/fuzz/yaml-1/faults/NUMBER`,
`scormpack inspect .cache/fuzz/zip-1/faults/NUMBER/package.zip`.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.target import Target
from fuzz.watch import Tally, bound_memory, random_for, run_range
from fuzz.yaml_target import YamlTarget
from fuzz.zip_target import ZipTarget

TARGETS: Mapping[str, Callable[[Path], Target]] = {"yaml": YamlTarget, "zip": ZipTarget}
"""Each makes itself in an empty folder."""
CHUNK = 1000
_SHOWN = 25
_CACHE = Path(__file__).parents[2] / ".cache" / "fuzz"


def main() -> None:
    """Run what is not done yet, and print the totals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", choices=TARGETS, default="yaml")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after these, whole or not")
    parser.add_argument("--again", action="store_true", help="forget what is done")
    options = parser.parse_args()
    folder = _CACHE / f"{options.target}-{options.seed}"
    if options.again:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    done = _read(folder)
    until = time.monotonic() + options.seconds
    for first in range(0, options.count, CHUNK):
        if first in done or time.monotonic() > until:
            continue
        tally = _run_apart(options.target, options.seed, first, min(first + CHUNK, options.count))
        _save_faults(options.target, options.seed, tally, folder / "faults")
        with (folder / "done.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(tally.as_json()) + "\n")
        done[first] = tally
    faults = _print_totals(done, folder, options.count)
    sys.exit(1 if faults else 0)


def _run_apart(target: str, seed: int, first: int, last: int) -> Tally:
    """Run a chunk in a process of its own: what ends that process is a fault like any other."""
    context = multiprocessing.get_context("spawn")
    whole = Tally(first, last)
    outcomes: Counter[str] = Counter()
    at = first
    while at < last:
        number = context.Value("q", at)
        theirs, ours = context.Pipe()
        worker = context.Process(target=_work, args=(target, seed, (at, last), number, ours))
        worker.start()
        ours.close()
        try:
            tally: Tally | None = theirs.recv()
        except EOFError:
            tally = None
        worker.join()
        if tally is None:
            where = f"the process ended with {worker.exitcode}"
            whole.faults.append({"number": number.value, "where": where, "digest": "ended", "traceback": where})
            outcomes["fault"] += 1
            at = number.value + 1
            continue
        outcomes.update(tally.outcomes)
        whole.faults += tally.faults
        whole.slowest = sorted([*whole.slowest, *tally.slowest], reverse=True)[:5]
        whole.seconds += tally.seconds
        whole.memory = max(whole.memory, tally.memory)
        at = last
    whole.outcomes = dict(outcomes)
    return whole


def _work(name: str, seed: int, numbers: tuple[int, int], number: Any, answer: Connection) -> None:  # noqa: ANN401
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        target = TARGETS[name](Path(folder))
        bound_memory()

        def begun(at: int) -> None:
            number.value = at

        answer.send(run_range(target, seed, *numbers, begun))


def _save_faults(name: str, seed: int, tally: Tally, folder: Path) -> None:
    if not tally.faults:
        return
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch:
        target = TARGETS[name](Path(scratch))
        for fault in tally.faults:
            place = folder / str(fault["number"])
            if not place.exists():
                folder.mkdir(exist_ok=True)
                case = target.make(random_for(seed, fault["number"]))
                target.save(case, place)
                told = f"{case.base}/{case.file}: {', '.join(case.steps)}\n\n{fault['traceback']}"
                (place / "traceback.txt").write_text(told, encoding="utf-8")


def _read(folder: Path) -> dict[int, Tally]:
    path = folder / "done.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {tally.first: tally for tally in (Tally(**json.loads(line)) for line in lines)}


def _print_totals(done: Mapping[int, Tally], folder: Path, count: int) -> int:
    tallies = [tally for tally in done.values() if tally.first < count]
    inputs = sum(tally.last - tally.first for tally in tallies)
    outcomes: Counter[str] = Counter()
    for tally in tallies:
        outcomes.update(tally.outcomes)
    seconds = sum(tally.seconds for tally in tallies)
    print(f"{inputs:,} of {count:,} inputs in {seconds:,.0f} seconds of CPU")
    for outcome, times in outcomes.most_common(_SHOWN):
        print(f"  {times:>9,}  {outcome}")
    rare = outcomes.most_common()[_SHOWN:]
    if rare:
        print(f"  {sum(times for _, times in rare):>9,}  {len(rare)} rarer outcomes")
    # Those of earlier runs come from JSON, which knows no tuples.
    slowest = sorted((tuple(slow) for tally in tallies for slow in tally.slowest), reverse=True)[:5]
    print("slowest: " + ", ".join(f"{taken:.2f} s (input {number})" for taken, number in slowest))
    print(f"memory: {max((tally.memory for tally in tallies), default=0) / 1e6:,.0f} MB at most")
    places = Counter(fault["where"] for tally in tallies for fault in tally.faults)
    for where, times in places.most_common():
        print(f"fault, {times} times: {where}")
    if places:
        print(f"inputs and tracebacks: {folder / 'faults'}")
    return sum(places.values())


if __name__ == "__main__":
    main()
