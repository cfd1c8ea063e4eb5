"""Rules for web packages: what manifest and worker name is there, and what is there they name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scormpack.formats.fault import Fault, in_file
from scormpack.formats.page_rules import PAGE_RULES
from scormpack.formats.paths import LAUNCH, find_path_faults
from scormpack.formats.rules import Package, Rules
from scormpack.formats.web.names import MANIFEST, OURS, WORKER
from scormpack.formats.web.worker import read_worker

_WANTED = ("192x192", "512x512")


def _check_manifest(package: Package) -> Iterator[str]:
    """What browsers ask of a site before they install it."""
    said = _read_manifest(package)
    if said is None:
        yield f"{MANIFEST} is no JSON object: write it anew"
        return
    for name in ("name", "short_name", "start_url", "display", OURS):
        if not said.get(name):
            yield f"{MANIFEST} has no `{name}`: write one"
    if said.get("start_url") != LAUNCH:
        yield f"{MANIFEST} starts at `{said.get('start_url')}`: write `{LAUNCH}`"
    sizes = {icon.get("sizes") for icon in said.get("icons", ())}
    for size in _WANTED:
        if size not in sizes:
            yield f"{MANIFEST} has no icon of {size}: browsers install no site without"
    for icon in said.get("icons", ()):
        if icon.get("src") not in package.files:
            yield f"{MANIFEST} names the icon `{icon.get('src')}`, which the package does not hold"


def _check_worker(package: Package) -> Iterator[Fault]:
    """The worker's list and the files are the same set."""
    try:
        said = read_worker(package.files[WORKER])
        listed = set(said["files"])
    except (KeyError, ValueError, TypeError):
        yield in_file(WORKER, f"`{WORKER}` has no list of files, so nothing opens without a network: build it anew")
        return
    present = {package.name, *package.files} - {WORKER}
    for path in sorted(listed - present):
        yield in_file(WORKER, f"`{WORKER}` keeps `{path}`, which the package does not hold")
    for path in sorted(present - listed):
        yield in_file(WORKER, f"`{WORKER}` does not keep `{path}`, which is missing then without a network")


def _check_linked(package: Package) -> Iterator[Fault]:
    """A page that names no manifest is neither installed nor kept."""
    for path, data in package.files.items():
        if path.endswith(".html") and b'<link rel="manifest" href="' not in data:
            sentence = f"`{path}` does not name the manifest: write `</head>` at the end of its head, in your templates"
            yield in_file(path, sentence)


def _check_paths(package: Package) -> Iterator[str]:
    yield from find_path_faults([MANIFEST, *package.files])


def _read_manifest(package: Package) -> dict[str, Any] | None:
    try:
        said = json.loads(package.data)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


RULES: Rules = {
    "site-manifest": _check_manifest,
    "site-worker": _check_worker,
    "site-link": _check_linked,
    "path": _check_paths,
    **PAGE_RULES,
}
