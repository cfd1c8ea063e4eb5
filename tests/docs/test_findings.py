"""Facts about docs/findings.md: what can be found is explained there, and nothing else."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from scormpack.check import RULES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
EXPLAINED = re.findall(r"^### `([a-z0-9-]+)`$", PAGE, re.MULTILINE)
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
NO_CODES = {"utf-8", "utf-8-sig"}


def told(folder: str) -> set[str]:
    """Return the codes in the sources of a folder: every text there that has a code's form."""
    return {
        node.value
        for path in (ROOT / "src" / "scormpack" / folder).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    } - NO_CODES


def test_every_code_of_loading_is_explained() -> None:
    """What loading can find has a heading of its own."""
    codes = told("load")
    assert {"unknown-key", "media-case", "yaml-tab", "no-course"} <= codes
    assert sorted(codes - set(EXPLAINED)) == []


def test_no_heading_explains_what_nobody_finds() -> None:
    """Each heading is of a code that loading, a rule or a template can give; none stands twice."""
    assert len(EXPLAINED) == len(set(EXPLAINED))
    assert set(EXPLAINED) <= told("load") | set(RULES) | {"template-error"}


def test_every_code_in_the_golden_findings_is_explained() -> None:
    """What the golden cases show can be looked up."""
    pages = (ROOT / "tests" / "golden" / "load").glob("*.md")
    shown = {
        code for page in pages for code in re.findall(r"^\S+ ([a-z0-9-]+) \| ", page.read_text("utf-8"), re.MULTILINE)
    }
    assert len(shown) > 20
    assert shown <= set(EXPLAINED)


@pytest.mark.parametrize("code", EXPLAINED)
def test_each_explanation_says_how_to_mend(code: str) -> None:
    """Under each heading there is a way out: what to write, or what to look for."""
    text = PAGE.split(f"### `{code}`\n")[1].split("\n##")[0]
    assert re.search(r"Mend:|\| right \||Write `|look for|The message says", text), text
