"""Results of one run that it asks for again, each once: where nothing is kept of a run, they wait in a scratch file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scormpack.build.store import Store
from scormpack.model import Scratch, Waiting, fetch


class Passing(Store):
    """Entries of this run; true once there is one."""

    def __init__(self) -> None:
        """Hold none yet."""
        super().__init__(None)
        self._scratch = Scratch()
        self._waiting: dict[bytes, Waiting] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the entries of these keys, as far as there are any, and hold them no longer."""
        return {key: fetch(self._waiting.pop(key)) for key in keys if key in self._waiting}

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Hold entries."""
        self._waiting |= {key: self._scratch.put(value) for key, value in entries.items()}
