"""The house rules that no linter knows."""

import ast
import re
import statistics
import subprocess
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


def tracked(*patterns: str) -> list[Path]:
    """Return the files that git knows and that match one of the glob patterns."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns],  # noqa: S607  (git is wherever it is)
        cwd=CHECKOUT,
        capture_output=True,
        check=True,
    )
    paths = [CHECKOUT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return path.read_text(encoding="utf-8").count("\n")


@pytest.mark.parametrize(("folder", "suffix"), [("src", ".py"), ("runtime", ".ts")], ids=["Python", "TypeScript"])
def test_modules_are_small(folder: str, suffix: str) -> None:
    """No module has more than 300 lines, and half of them fewer than 100."""
    modules = [path for path in tracked(folder) if path.suffix == suffix and not path.name.endswith(".test.ts")]
    sizes = {path: lines(path) for path in modules}
    assert not {path.name: size for path, size in sizes.items() if size > 300}
    assert statistics.median(size for size in sizes.values() if size > 5) < 100


def test_tests_are_split_by_subject() -> None:
    """No file of tests has more than 300 lines either."""
    files = [path for path in tracked("tests", "runtime") if path.name.endswith((".py", ".test.ts"))]
    assert not {path.name: lines(path) for path in files if lines(path) > 300}


def test_every_test_states_its_fact() -> None:
    """Every test function has a docstring."""
    silent = [
        f"{path.relative_to(CHECKOUT)}: {node.name}"
        for path in tracked("tests")
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert not silent


@pytest.mark.parametrize(
    "pattern",
    [
        # Written so that none of them matches its own line.
        pytest.param(r"(?<![\w.<}])/(?:root|work|home/[a-z]+)/[a-z]", id="paths of one machine"),
        pytest.param(r"(?:registry\.npm)js|pypi\.(?:org)|files\.python(?:hosted)", id="hosts of registries"),
        pytest.param(r"\b(?:TO)DO\b|\b(?:FIX)ME\b|(?i:not (?:yet )?(?:im)plemented)", id="work left undone"),
        pytest.param(r"(?m)^(?:<{7}|>{7}) ", id="marks of a merge"),
    ],
)
def test_the_repository_is_clean(pattern: str) -> None:
    """No file names a place that only one machine has, a registry's host, work left undone, or a merge half done."""
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, or a test's broken file
        found += [f"{path.relative_to(CHECKOUT)}: {match.group()}" for match in re.finditer(pattern, text)]
    assert not found


def test_pins_agree() -> None:
    """The tests use the hatchling and the Node that a build uses."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    group = project["dependency-groups"]["test"]
    assert set(project["build-system"]["requires"]) <= set(group)
    node = re.search(r'^NODE = "(.+)"$', (CHECKOUT / "hatch_build.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert node
    assert node.group(1) in group
