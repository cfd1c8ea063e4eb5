"""Facts about work that is shared out."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from scormpack.build.crew import Alone, Crew, Together, open_crew


def multiply(factor: int, numbers: Sequence[int]) -> list[int]:
    """Work for a crew."""
    return [factor * number for number in numbers]


@pytest.mark.parametrize("count", [0, 1, 7, 100])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    """Whoever does it, each item has its result in its place."""
    wanted = [3 * number for number in range(count)]
    with ThreadPoolExecutor(3) as threads, open_crew(2) as processes:
        crews: list[Crew] = [Alone(), Together(lambda: threads, 3), processes]
        for crew in crews:
            assert list(crew.share_out(multiply, 3, range(count))) == wanted


def test_one_job_is_this_process_alone() -> None:
    """Nothing is started for it."""
    with open_crew(1) as crew:
        assert isinstance(crew, Alone)
