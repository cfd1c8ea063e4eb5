"""What is handed out: the files of the sdist and the wheel, and that they work where nothing else is."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from distribution import Distribution

# One worker has them all, so the distribution is built once.
pytestmark = [pytest.mark.packaging, pytest.mark.xdist_group("packaging")]

KINDS_IN_WHEEL = {
    r"scormpack/([a-z0-9_]+/)*[a-z0-9_]+\.py",
    r"scormpack/py\.typed",
    r"scormpack/runtime/(addons/|worker/)?[a-z0-9]+\.js",
    r"scormpack/runtime/libraries\.json",
    r"scormpack/preview/assets/(panel\.(html|css|js)|player\.(html|css|js)|left\.html|icon\.svg|scorm-again-license\.txt)",
    r"scormpack/schemas/own/[a-z0-9_-]+\.(xsd|rng)",
    r"scormpack/schemas/scorm(12|2004-3rd|2004-4th)/[\w.]+\.(xsd|dtd)",
    r"scormpack/templates/[a-z_]+\.html\.j2",
    r"scormpack/templates/paper/[a-z-]+\.html\.j2",
    r"scormpack/templates/sheet/settings\.(?:html|md)\.j2",
    r"scormpack/templates/style/[a-z_]+\.css(\.j2)?",
    r"scormpack/templates/messages/[a-z]+\.yaml",
    r"scormpack/rules/[a-z0-9-]+\.md",
    r"scormpack/package-rules/[a-z0-9-]+\.md",
    r"scormpack/formats\.md",
    r"scormpack/scaffold/starter/(questions/)?[a-z_-]+(\.yaml|\.svg)?",
    r"scormpack-[\d.]+\.dist-info/(METADATA|RECORD|WHEEL|entry_points\.txt|licenses/LICENSE)",
}


def names_in_wheel(wheel: Path) -> list[str]:
    """Return the wheel's members."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def names_in_sdist(sdist: Path) -> list[str]:
    """Return the sdist's members, without its top folder."""
    with tarfile.open(sdist) as archive:
        return [name.partition("/")[2] for name in archive.getnames()]


def test_wheel_holds_these_kinds_of_files_and_no_others(distribution: Distribution) -> None:
    """Every file of the wheel is of a kind that belongs there, and every kind is there."""
    names = names_in_wheel(distribution.wheel)
    assert not [name for name in names if not any(re.fullmatch(kind, name) for kind in KINDS_IN_WHEEL)]
    assert not [kind for kind in KINDS_IN_WHEEL if not any(re.fullmatch(kind, name) for name in names)]


def test_wheel_holds_every_module_and_template(distribution: Distribution, copied_checkout: Path) -> None:
    """No module, template or message file of the checkout is missing from the wheel."""
    names = set(names_in_wheel(distribution.wheel))
    modules = {f"scormpack/{path.relative_to(copied_checkout / 'src/scormpack').as_posix()}"
               for path in (copied_checkout / "src/scormpack").rglob("*.py")}  # fmt: skip
    templates = {
        f"scormpack/{path.relative_to(copied_checkout).as_posix()}"
        for path in (copied_checkout / "templates").rglob("*")
        if path.is_file()
    }
    assert modules <= names
    assert templates <= names


def test_wheel_of_the_sdist_is_that_of_the_checkout(distribution: Distribution) -> None:
    """Built from the sdist without Node, or from the checkout with it, the wheel is the same bytes."""
    assert distribution.wheel.read_bytes() == distribution.checkout_wheel.read_bytes()


def test_sdist_holds_sources_and_built_files(distribution: Distribution) -> None:
    """The sdist holds what a build, the tests and the scripts need, and nothing that a build leaves about."""
    names = names_in_sdist(distribution.sdist)
    for wanted in (
        "PKG-INFO",
        "LICENSE",
        "README.md",
        "hatch_build.py",
        "lessons/course.yaml",
        "runtime/build.mjs",
        "scripts/setup.sh",
        "src/scormpack/preview/assets/panel.js",
        "src/scormpack/runtime/libraries.json",
        "src/scormpack/runtime/scorm12.js",
        "src/scormpack/runtime/scorm2004.js",
        "src/scormpack/runtime/worker/worker.js",
        "src/scormpack/schemas/scorm12/adlcp_rootv1p2.xsd",
        "templates/base.html.j2",
        "tests/conftest.py",
        "tests/lrs-requirements.txt",
    ):
        assert wanted in names
    unwanted = re.compile(r"(^|/)(node_modules|dist|\.venv|\.cache|__pycache__|\.git)(/|$)")
    assert not [name for name in names if unwanted.search(name)]


def test_wheel_builds_a_course_anywhere(
    installed: Callable[..., str], copied_checkout: Path, example_course: Path, tmp_path: Path
) -> None:
    """In a clean environment, in another folder, the installed wheel writes the packages that the checkout writes."""
    shutil.copytree(example_course, tmp_path / "course")
    said = json.loads(installed("build", "course", "--output", "by-wheel", "--json", cwd=tmp_path))
    assert {package["format"] for package in said["packages"]} == {"scorm12", "xapi"}
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment = unmeasured | {"PYTHONPATH": str(copied_checkout / "src")}
    command = [sys.executable, "-m", "scormpack", "build", "course", "--output", "by-checkout"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    written = {
        folder: {path.name: path.read_bytes() for path in (tmp_path / folder).glob("*.zip")}
        for folder in ("by-wheel", "by-checkout")
    }
    assert len(written["by-wheel"]) == len(said["packages"])
    assert written["by-wheel"] == written["by-checkout"]
    installed("new", "fresh", cwd=tmp_path)
    assert "no findings" in installed("check", "fresh", "--strict", cwd=tmp_path)


def test_wheel_tells_its_version(installed: Callable[..., str], checkout: Path, tmp_path: Path) -> None:
    """`scormpack --version` says the version that the package holds."""
    told = (checkout / "src" / "scormpack" / "__init__.py").read_text(encoding="utf-8")
    version = re.search(r'^__version__ = "(.+)"', told, re.MULTILINE)
    assert version
    assert installed("--version", cwd=tmp_path).split() == ["scormpack", version.group(1)]
