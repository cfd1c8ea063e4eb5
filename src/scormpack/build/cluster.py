"""A crew on other machines: the workers of a Dask cluster that is there already.

The files of a course need not be there: each batch brings along all that goes into it. scormpack itself must be, the
same as here: that is asked first. Dask gives the work of a worker that is lost to another one.
"""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING, Any

from scormpack.build.crew import Alone, Crew, Result, Together, Told, Work
from scormpack.build.own_state import digest_own_files
from scormpack.errors import OptionError
from scormpack.late_regex import compile_late

if TYPE_CHECKING:
    from concurrent.futures import Future

SCHEME = "dask://"
_ADDRESS = compile_late(r"dask://(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):([0-9]{1,5})")
_SECONDS = 10  # until a scheduler that says nothing is not there


def cluster_address(executor: str) -> str:
    """Return Dask's address of ``dask://HOST:PORT``.

    Raises:
        OptionError: where it is none.
    """
    found = _ADDRESS.fullmatch(executor)
    if found is None:
        raise OptionError(f"there is no executor `{executor}`: write dask://HOST:PORT, the address of a Dask scheduler")
    return f"tcp://{found[1]}:{found[2]}"


@contextmanager
def open_cluster(executor: str) -> Iterator[Crew]:
    """Yield the workers of the cluster whose scheduler is at ``dask://HOST:PORT``.

    Raises:
        OptionError: where it cannot be reached, is lost, has no workers, or has others than can do what we do here.
    """
    address = cluster_address(executor)
    try:
        from distributed import Client  # noqa: PLC0415 (an extra, and a second to load)
    except ImportError as missing:
        raise OptionError(f"{SCHEME} needs Dask: pip install 'scormpack[dask]'") from missing
    try:
        client: Any = Client(address, timeout=_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError) as fault:
        message = (
            f"no Dask scheduler answers at {executor}: check host and port, or start one there with `dask scheduler`"
        )
        raise OptionError(message) from fault
    with client:
        jobs = sum(client.nthreads().values())
        if not jobs:
            message = f"the Dask cluster at {executor} has no workers: start some with `dask worker {address}`"
            raise OptionError(message)
        _require_alike(client)
        yield _Cluster(client.get_executor(pure=False), jobs, executor)


class _Cluster(Together):
    """The workers of a Dask cluster."""

    def __init__(self, executor: Any, jobs: int, name: str) -> None:  # noqa: ANN401 - Dask's own
        super().__init__(lambda: executor, jobs)
        self._name = name

    @property
    def near(self) -> Crew:
        """None but this process."""
        return Alone()

    def _call(self, work: Work[Told, Any, Result], told: Told, batch: Sequence[Any]) -> tuple[Any, ...]:
        # As bytes: Dask would look through every list for results of its own.
        return call_packed, pickle.dumps((work, told, batch))

    def _wait(self, future: Future[Sequence[Result]]) -> Sequence[Result]:
        from distributed import KilledWorker  # noqa: PLC0415 (an extra)
        from distributed.client import FutureCancelledError  # noqa: PLC0415
        from distributed.comm.core import CommClosedError  # noqa: PLC0415

        try:
            return super()._wait(future)
        except (KilledWorker, FutureCancelledError, CommClosedError, OSError, TimeoutError) as fault:
            message = (
                f"the Dask cluster at {self._name} was lost, or each worker that was given the same lessons: "
                "look into its logs, and build again; what was made is kept in the cache"
            )
            raise OptionError(message) from fault


def call_packed(packed: bytes) -> object:
    """Do a batch of work on a worker, for whoever packed it."""
    work, told, batch = pickle.loads(packed)  # noqa: S301 - from the client, which may run anything here
    return work(told, batch)


def _require_alike(client: Any) -> None:  # noqa: ANN401 - Dask's, hardly typed
    """See that each worker runs what runs here: the same input must make the same bytes.

    Raises:
        OptionError: at the first difference.
    """
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    for worker, about in client.get_versions()["workers"].items():
        theirs = ".".join(str(about["host"]["python"]).split(".")[:2])
        if theirs != python:
            raise OptionError(_unlike(worker, "Python", theirs, python))
    libraries = ["scormpack", *(re.split(r"[^A-Za-z0-9_.-]", each)[0] for each in requires("scormpack") or ())]
    names = [name for name in libraries if _installed(name)]
    ours = {name: version(name) for name in names}
    for worker, installed in client.run(_asker(names)).items():
        for name, wanted in ours.items():
            if installed[name] != wanted:
                raise OptionError(_unlike(worker, name, installed[name] or "none", wanted))
    code = digest_own_files()
    for worker, theirs in client.run(digest_own_files).items():
        if theirs != code:
            raise OptionError(_unlike(worker, "the code of scormpack", f"another one, {theirs[:8]}", code[:8]))


def _asker(names: Sequence[str]) -> Callable[[], Mapping[str, str]]:
    def ask() -> dict[str, str]:
        """Travel as code, not by name: the worker may have no scormpack at all."""
        from importlib.metadata import distributions  # noqa: PLC0415 (its own imports go along with no function)

        found = {str(one.metadata["Name"]).lower(): one.version for one in distributions()}
        return {name: found.get(name.lower(), "") for name in names}

    return ask


def _installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False  # of an extra that nobody asked for


def _unlike(worker: str, what: str, theirs: str, ours: str) -> str:
    return (
        f"the Dask worker {worker} has {what} {theirs}, and this machine {ours}: install the same scormpack on all of "
        f"them (pip install 'scormpack[dask]=={version('scormpack')}', with the same Python), and start them again"
    )
