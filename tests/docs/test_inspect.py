"""Facts about docs/inspect.md: every finding is explained there, with its severity, and nothing else."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from scormpack.assets import rule_pages
from scormpack.inspect.explanation import explain
from scormpack.inspect.inspection import Activity, Inspection, Kind, Node, Verdict
from scormpack.inspect.standards import _STANDARDS
from scormpack.inspect.verdicts import LMSES
from scormpack.inspect.weights import WEIGHTS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "inspect.md").read_text(encoding="utf-8")
EXPLAINED = dict(re.findall(r"^\| `([a-z0-9-]+)` \| (error|warning) \| ", PAGE, re.MULTILINE))
CODE = re.compile(r"(?:zip|name|manifest|page|script)-[a-z0-9-]+")


def test_every_code_is_explained_with_its_severity() -> None:
    """The page's tables and the table of weights name the same codes, and weigh them alike."""
    assert {code: weight.severity for code, weight in WEIGHTS.items()} == EXPLAINED


def test_every_code_that_is_told_has_a_weight() -> None:
    """What rules and stages can say is in the table, and the table has nothing else."""
    by_rules = {f"{standard.prefix}-{code}" for standard in _STANDARDS.values() for code in standard.rules}
    by_rules |= {f"{standard.prefix}-schema" for standard in _STANDARDS.values() if standard.schema}
    by_rules |= {"ims-file-missing", "ims-doctype"}
    sources = [*(ROOT / "src/scormpack/inspect").rglob("*.py"), *(ROOT / "src/scormpack/archive/reading").glob("*.py")]
    told = {
        node.value
        for path in sources
        if path.name != "weights.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }
    names = {code for code in WEIGHTS if code.startswith("name-")}
    assert told - {"name-"} | by_rules | names == set(WEIGHTS)


@pytest.mark.parametrize("kind", [Inspection, Kind, Node, Activity, Verdict])
def test_every_field_of_the_json_is_named(kind: type[Any]) -> None:
    """What ``--json`` writes can be looked up."""
    names = [field.name for field in fields(kind) if field.name != "outlines"]
    assert [name for name in names if f"`{name}`" not in PAGE] == []


def test_every_lms_and_kind_is_named() -> None:
    """Presets by their short names, kinds by theirs."""
    for lms in LMSES:
        assert f"`{lms.name}`" in PAGE
        assert all(f"`{kind}`" in PAGE for kind in lms.kinds)


@pytest.mark.parametrize("code", WEIGHTS)
def test_every_code_can_be_asked_for(code: str) -> None:
    """``scormpack rule CODE`` prints the row as a short page."""
    text = explain(code)
    assert text is not None
    assert text.startswith(f"# `{code}`\n\n*{WEIGHTS[code].severity.capitalize()}*")
    assert code not in rule_pages()
    assert explain("unknown-key") is None
