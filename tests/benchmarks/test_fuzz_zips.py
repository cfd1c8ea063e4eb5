"""Facts about damaged packages, by the fuzzer that makes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.watch import random_for, run_range
from fuzz.zip_target import ZipTarget

SEED = 7
COUNT = 1000


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> ZipTarget:
    """The packages to damage."""
    return ZipTarget(tmp_path_factory.mktemp("fuzz"))


def test_no_damaged_package_ends_in_a_traceback(target: ZipTarget) -> None:
    """A thousand damaged zips: each is judged, none takes a second.

    `scripts/bench fuzz --target zip` does the same a hundred thousand times.
    """
    tally = run_range(target, SEED, 0, COUNT)
    assert tally.faults == []
    assert sum(tally.outcomes.values()) == COUNT
    kinds = {outcome.partition(":")[0] for outcome in tally.outcomes}
    assert {"scorm12", "scorm2004", "xapi", "cmi5", "cartridge", "aicc", "none"} <= kinds
    assert len(tally.outcomes) > 40, "the damage reaches many rules, not only the zip's own"
    assert tally.slowest[0][0] < 1


def test_a_number_is_always_the_same_zip(target: ZipTarget, tmp_path: Path) -> None:
    """The same seed and number give the same bytes, which can be saved."""
    cases = [target.make(random_for(SEED, 5)) for _ in range(2)]
    assert cases[0] == cases[1]
    assert len({target.make(random_for(SEED, number)).data for number in range(50)}) > 45
    target.save(cases[0], tmp_path / "saved")
    assert (tmp_path / "saved" / "package.zip").read_bytes() == cases[0].data
