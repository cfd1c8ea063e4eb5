"""Facts about building on a Dask cluster: two workers, each a process of its own."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed")

from distributed import LocalCluster

from scormpack.build import BuildOptions, build_course
from scormpack.build.cluster import call_packed, cluster_address, open_cluster
from scormpack.errors import OptionError

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.filterwarnings("ignore:::distributed", "ignore:::tornado", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A scheduler and two workers; their files are elsewhere."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, worker_dashboard_address=None
    ) as made:
        yield made


def executor_of(cluster: Any) -> str:  # noqa: ANN401 - Dask's
    """The cluster as `--executor` names it."""
    return str(cluster.scheduler_address).replace("tcp://", "dask://")


def build(folder: Path, output: Path, executor: str | None, **told: Any) -> dict[str, bytes]:  # noqa: ANN401 - options
    """Build a course as one package; return what lies in the folder then."""
    options = BuildOptions(formats=("scorm12", "xapi"), unit="course", output=output, executor=executor, **told)
    build_course(folder, options)
    return {file.name: file.read_bytes() for file in output.iterdir()}


@pytest.mark.parametrize("course", ["lessons", "tests/courses/quiz-features", "tests/courses/content"])
def test_a_cluster_makes_the_same_bytes(course: str, tmp_path: Path, cluster: Any) -> None:  # noqa: ANN401 - Dask's
    """Banks, media, asks: whoever reads, checks and renders, the packages are the same."""
    there = build(ROOT / course, tmp_path / "there", executor_of(cluster))
    assert there == build(ROOT / course, tmp_path / "here", None)


def test_packages_of_single_lessons_are_made_here(tmp_path: Path, cluster: Any) -> None:  # noqa: ANN401 - Dask's
    """By as many processes as `--jobs` says, which are no forks of a process with Dask's threads."""
    folder = ROOT / "tests" / "courses" / "quiz-features"
    there = BuildOptions(output=tmp_path / "there", unit="lesson", jobs=2, executor=executor_of(cluster))
    here = BuildOptions(output=tmp_path / "here", unit="lesson")
    assert [package.sha256 for package in build_course(folder, there).packages] == [
        package.sha256 for package in build_course(folder, here).packages
    ]


def test_templates_of_the_courses_own_stay_here(tmp_path: Path, example_course: Path, cluster: Any) -> None:  # noqa: ANN401 - Dask's
    """No worker has them, so their pages are made on this machine."""
    course = tmp_path / "course"
    for file in example_course.rglob("*"):
        if file.is_file():
            (course / file.relative_to(example_course)).parent.mkdir(parents=True, exist_ok=True)
            (course / file.relative_to(example_course)).write_bytes(file.read_bytes())
    (course / "templates").mkdir(exist_ok=True)
    (course / "templates" / "_footer.html.j2").write_text("<footer>Ours: {{ build }}</footer>")
    assert build(course, tmp_path / "there", executor_of(cluster)) == build(course, tmp_path / "here", None)


def wait_and_name(told: str, items: Sequence[int]) -> list[tuple[int, int]]:
    """Work that tells its process: the first to do it stays until it is killed."""
    try:
        os.close(os.open(told, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return [(item, os.getpid()) for item in items]
    Path(told).write_text(str(os.getpid()))
    threading.Event().wait(120)
    return []


def test_a_lost_worker_costs_time_and_no_result(tmp_path: Path, cluster: Any) -> None:  # noqa: ANN401 - Dask's
    """The worker with the first batch is killed in the middle of it: another one does it."""
    mark = tmp_path / "first"

    def kill() -> None:
        while not (mark.exists() and mark.read_text()):
            threading.Event().wait(0.05)
        os.kill(int(mark.read_text()), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with open_cluster(executor_of(cluster)) as crew:
        results = list(crew.share_out(wait_and_name, str(mark), range(40)))
    killer.join()
    assert [item for item, _ in results] == list(range(40))
    assert int(mark.read_text()) not in {process for _, process in results}


def test_a_fault_in_the_course_is_told_as_ever(tmp_path: Path, cluster: Any) -> None:  # noqa: ANN401 - Dask's
    """What is wrong in a lesson has its place and its words."""
    for name, text in {
        "course.yaml": "id: https://example.org/c\ntitle: T\nmodules: [{title: M, lessons: [one]}]\n",
        "lessons/one.yaml": "id: one\ntitel: T\n",
    }.items():
        (tmp_path / "course" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "course" / name).write_text(text)
    told = []
    for executor in (None, executor_of(cluster)):
        with pytest.raises(Exception, match="titel") as raised:
            build(tmp_path / "course", tmp_path / "out", executor)
        told.append(str(raised.value))
    assert told[0] == told[1]


def test_a_scheduler_that_is_not_there_is_one_plain_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to do next."""
    monkeypatch.setattr("scormpack.build.cluster._SECONDS", 1)
    with pytest.raises(OptionError, match=r"no Dask scheduler answers at dask://127\.0\.0\.1:9: .*dask scheduler"):
        build(ROOT / "lessons", tmp_path, "dask://127.0.0.1:9")


def test_without_dask_the_next_step_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra that most need not have."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(OptionError, match=r"needs Dask: pip install 'scormpack\[dask\]'"):
        build(ROOT / "lessons", tmp_path, "dask://127.0.0.1:9")


@pytest.mark.parametrize("executor", ["127.0.0.1:8786", "dask://", "dask://host", "dask://a b:1", "ray://host:1"])
def test_an_executor_that_is_none(executor: str) -> None:
    """What it must look like is said."""
    with pytest.raises(OptionError, match="write dask://HOST:PORT"):
        BuildOptions(executor=executor)


def test_addresses() -> None:
    """Names, numbers, and IPv6 in brackets."""
    assert cluster_address("dask://host.example:8786") == "tcp://host.example:8786"
    assert cluster_address("dask://[::1]:8786") == "tcp://[::1]:8786"


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    """It would wait for ever."""
    none: Any = LocalCluster(n_workers=0, processes=True, dashboard_address=None)  # type: ignore[no-untyped-call]
    with none, pytest.raises(OptionError, match="has no workers: start some with `dask worker tcp://"):
        build(ROOT / "lessons", tmp_path, executor_of(none))


def test_a_worker_with_another_scormpack_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    cluster: Any,  # noqa: ANN401 - Dask's
) -> None:
    """Other code, or another version of it or of a library, would make other bytes."""
    with monkeypatch.context() as patch:
        patch.setattr("scormpack.build.cluster.version", lambda _: "0.0.9")
        with pytest.raises(OptionError, match=r"the Dask worker tcp://\S+ has scormpack .*, and this machine 0\.0\.9"):
            build(ROOT / "lessons", tmp_path, executor_of(cluster))


def test_work_travels_as_bytes() -> None:
    """A worker does what was packed."""
    import pickle  # noqa: PLC0415 (this test alone)

    assert call_packed(pickle.dumps((sum_up, 1, [1, 2]))) == [2, 3]


def sum_up(told: int, items: Sequence[int]) -> list[int]:
    """Work for a crew."""
    return [told + item for item in items]
