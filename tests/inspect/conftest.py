"""What the tests of inspections share."""

from __future__ import annotations

from pathlib import Path

import pytest
from zips import Judge, write

from scormpack.inspect import inspect_file


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Return a function that judges a zip of these files."""
    return lambda files: inspect_file(write(tmp_path / "package.zip", files))
