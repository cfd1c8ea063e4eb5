"""What rendering makes: the files of a site that knows no format."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from typing import NamedTuple, Protocol


class Seen(NamedTuple):
    """What a page asks for.

    Attributes:
        targets: paths in the package that it loads or links to, each once.
        requests: addresses on other hosts that it fetches something from, each once.
    """

    targets: tuple[str, ...]
    requests: tuple[str, ...]


class LaterFile(Protocol):
    """A page whose bytes nobody may want: it was looked through and compressed before."""

    @property
    def seen(self) -> Seen:
        """What it asks for."""

    def read(self) -> bytes:
        """Return its bytes."""


class Files(Mapping[str, bytes]):
    """Files by path, some of which are made bytes of when somebody reads them."""

    def __init__(self, held: Mapping[str, bytes | LaterFile]) -> None:
        """Hold these, in their order."""
        self._held = held.held if isinstance(held, Files) else dict(held)

    def __getitem__(self, path: str) -> bytes:
        one = self._held[path]
        return one if isinstance(one, bytes) else one.read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, path: object) -> bool:
        return path in self._held

    def __or__(self, other: Mapping[str, bytes]) -> Files:
        return Files(self._held | Files(other).held)

    @property
    def held(self) -> dict[str, bytes | LaterFile]:
        """Each as it is held."""
        return dict(self._held)

    def later(self, path: str) -> LaterFile | None:
        """Return a file that need not be read, if it is one."""
        one = self._held.get(path)
        return None if one is None or isinstance(one, bytes) else one

    def keys(self) -> KeysView[str]:
        """Return the paths."""
        return self._held.keys()

    def sorted(self) -> Files:
        """Return the same by path."""
        return Files({path: self._held[path] for path in sorted(self._held)})


def later_file(files: Mapping[str, bytes], path: str) -> LaterFile | None:
    """Return a file that need not be read, if it is one."""
    return files.later(path) if isinstance(files, Files) else None


class Site(NamedTuple):
    """The pages of one unit and all that they show.

    Attributes:
        files: path to bytes; ``index.html`` is the page to launch. Paths are ASCII lower case with ``/``.
        runtime: the path at which the pages look for the runtime; a format puts its own script there.
        build: the build id in the pages' footers: ten hex digits that change when anything on the pages does.
    """

    files: Mapping[str, bytes]
    runtime: str
    build: str
