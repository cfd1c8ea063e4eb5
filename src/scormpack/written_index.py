"""What ``index.json`` beside packages says of those that are not there, since they are as they were released."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

INDEX = "index.json"
AS_RELEASED = "as_released"
"""The key: names of zips."""
_MOST_BYTES = 20_000_000


def read_index(folder: Path) -> dict[str, Any]:
    """Return what the index in a folder says; nothing where there is none that can be read."""
    path = folder / INDEX
    try:
        said = json.loads(path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b"")
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def absent_packages(said: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of the zips that a build ``--changed-since`` found as released, and did not write."""
    names = said.get(AS_RELEASED)
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()
