"""The service worker: our script, and before it the list of what it keeps."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from scormpack.assets import site_worker

LARGE = 10_000_000
"""Bytes beyond which a file is not fetched before somebody wants it: a film costs more data than learners may have."""
_BEFORE, _AFTER = "self.scormpackSite=", ";\n"


def build_worker(files: Mapping[str, bytes], build: str) -> bytes:
    """Return ``worker.js`` of a site: another whenever any of its files is, so that browsers see a new version.

    Args:
        files: all others of the site, path to bytes.
        build: the build id, which every page shows.
    """
    sums = {path: b64encode(sha256(files[path]).digest()).decode() for path in sorted(files)}
    version = f"{build}-{sha256(json.dumps(sums).encode()).hexdigest()[:10]}"
    large = [path for path in sums if len(files[path]) > LARGE]
    said = {"build": build, "version": version, "files": sums, "large": large}
    return (_BEFORE + json.dumps(said, separators=(",", ":")) + _AFTER).encode() + site_worker()


def read_worker(data: bytes) -> dict[str, Any]:
    """Return what stands before the script: ``SiteFiles`` of ``runtime/site/site_files.ts``.

    Raises:
        ValueError: where that is not there.
    """
    text = data.decode()
    if not text.startswith(_BEFORE):
        raise ValueError("there is no list of files")
    said: dict[str, Any] = json.JSONDecoder().raw_decode(text, len(_BEFORE))[0]
    return said
