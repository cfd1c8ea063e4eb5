"""What the tests of builds share: a crew."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from scormpack.build.crew import Crew, Together


@pytest.fixture(scope="module")
def together() -> Iterator[Crew]:
    """Two workers: threads, for it is the same work."""
    with ThreadPoolExecutor(2) as threads:
        yield Together(lambda: threads, 2)
