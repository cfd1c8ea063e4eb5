"""scormpack itself and its libraries as one hash: after a change, what was made before would not be made again."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from scormpack.assets import templates_folder
from scormpack.build.folder_digest import digest_states


@cache
def digest_own_state() -> str:
    """Return what changes when scormpack, its templates or an installed library do: by dates, for nobody edits them."""
    places = [Path(__file__).parents[1], templates_folder()]
    # The first is where the program or its user stands: of files that come and go there, none is a library.
    libraries = [(path, Path(path).stat().st_mtime_ns) for path in sys.path[1:] if path and Path(path).is_dir()]
    return digest_states(places, (sys.version, libraries))


@cache
def digest_own_files() -> str:
    """Return a hash of scormpack's own code and templates by their content: the same on every machine."""
    digest = sha256()
    for folder in (Path(__file__).parents[1], templates_folder()):
        for file in sorted(path for path in folder.rglob("*") if path.suffix in _OWN and path.is_file()):
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()


_OWN = {".py", ".js", ".j2", ".css", ".yaml", ".json", ".xsd", ".dtd"}
