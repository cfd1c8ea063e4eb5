"""Facts about spoiled courses, and about the fuzzer that makes them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fuzz import watch
from fuzz.target import Case
from fuzz.watch import random_for, run_range
from fuzz.yaml_target import YamlTarget, render

from scormpack.formats import FORMATS
from scormpack.load import load_course

SEED = 7
COUNT = 1000


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> YamlTarget:
    """The courses to spoil."""
    return YamlTarget(tmp_path_factory.mktemp("fuzz"))


def test_no_spoiled_course_ends_in_a_traceback(target: YamlTarget) -> None:
    """A thousand spoiled files: each is refused with findings inside its files, or whole; none takes a second.

    `scripts/bench fuzz` does the same a hundred thousand times.
    """
    tally = run_range(target, SEED, 0, COUNT)
    assert tally.faults == []
    ways = Counter({outcome.partition(":")[0]: times for outcome, times in tally.outcomes.items()})
    assert sum(tally.outcomes.values()) == COUNT
    assert len(tally.outcomes) > 12, "the spoiled files reach many rules, not only YAML's own"
    assert ways["whole"] > COUNT / 20, "some are spoiled so little that they are whole"
    assert tally.slowest[0][0] < 1


def test_a_number_is_always_the_same_input(target: YamlTarget, tmp_path: Path) -> None:
    """The same seed and number give the same file, which is put back after its turn, and can be saved."""
    cases = [target.make(random_for(SEED, 5)) for _ in range(2)]
    assert cases[0] == cases[1]
    assert len({target.make(random_for(SEED, number)).data for number in range(50)}) > 45
    target.save(cases[0], tmp_path / "saved")
    assert (tmp_path / "saved" / cases[0].file).read_bytes() == cases[0].data


class Whole(Random):
    """Chance that chooses one format, and the course as a whole."""

    def __init__(self, name: str) -> None:
        super().__init__(0)
        self.name = name

    def choice(self, seq: Sequence[Any]) -> Any:  # type: ignore[override]  # noqa: ANN401 (lists are all that is chosen from)
        """Return the format, or the last there is."""
        return self.name if self.name in seq else seq[-1]


@pytest.mark.parametrize("name", FORMATS)
def test_a_course_is_packaged_as_a_build_does_it(name: str) -> None:
    """A course of several lessons is rendered in the shape that its format takes."""
    assert render(load_course(Path(__file__).parents[1] / "courses" / "arabic"), Whole(name)) == "packaged"


class Bad:
    """A target that fails in the ways that a fuzzer must see."""

    def make(self, random: Random) -> Case:
        """Return any case."""
        return Case("", "", random.randbytes(1), ())

    def run(self, case: Case, random: Random) -> str:
        """Raise for one input in three, or take too long."""
        del case
        if random.random() < 0.5:
            raise ValueError("ours")
        until = time.monotonic() + 5
        while time.monotonic() < until:
            pass
        return "fine"

    def save(self, case: Case, folder: Path) -> None:
        """Nothing."""


def test_the_watch_sees_errors_and_endless_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """What raises, and what takes too long, is a fault with its number and place; the others go on."""
    monkeypatch.setattr(watch, "MOST_SECONDS", 0.02)
    tally = run_range(Bad(), SEED, 0, 12)
    kinds = Counter(fault["where"].partition(" ")[0] for fault in tally.faults)
    assert kinds.keys() == {"ValueError", "TooSlowError"}
    assert [fault["number"] for fault in tally.faults] == list(range(12))
