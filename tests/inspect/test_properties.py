"""Facts that hold for any bytes: an inspection ends, says something, and can be written down."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from zips import BY_HAND, by_hand, write

from scormpack.cli.inspection import inspection_text
from scormpack.inspect import inspect_file, inspection_as_json

EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 8), st.binary(max_size=8)), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def folder() -> Path:
    """A folder for the one file that is judged."""
    return Path(tempfile.mkdtemp())


@pytest.fixture(scope="module", params=sorted(path.name for path in BY_HAND.iterdir()))
def good(request: pytest.FixtureRequest, folder: Path) -> bytes:
    """The bytes of each good package, without the large schemas."""
    files = {path: data for path, data in by_hand(request.param).items() if not path.endswith((".xsd", ".dtd"))}
    return write(folder / "good.zip", files).read_bytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_no_damage_breaks_an_inspection(good: bytes, folder: Path, edits: list[tuple[float, int, bytes]]) -> None:
    """Whatever bytes are taken out or put in anywhere: no traceback, a verdict for each LMS, JSON and text."""
    data = bytearray(good)
    for place, length, put in edits:
        start = int(place * len(data))
        data[start : start + length] = put
    path = folder / "damaged.zip"
    path.write_bytes(data)
    inspection = inspect_file(path)
    assert len(inspection.verdicts) == 3
    assert bool(inspection.kinds) != bool(inspection.why)
    assert json.loads(json.dumps(inspection_as_json(inspection)))["bytes"] == len(data)
    assert inspection_text(inspection)
