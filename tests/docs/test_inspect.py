"""Facts about docs/inspect.md: every finding is explained there, with its severity, and nothing else."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from scormpack.assets import package_rule_pages, rule_pages
from scormpack.inspect.explanation import explain
from scormpack.inspect.inspection import Activity, Inspection, Kind, Node, Verdict
from scormpack.inspect.standards import _STANDARDS
from scormpack.inspect.verdicts import LMSES
from scormpack.inspect.weights import WEIGHTS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "inspect.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| \[`([a-z0-9-]+)`\]\(package-rules/\1\.md\) \| (error|warning) \| ", re.MULTILINE)
EXPLAINED = dict(ROW.findall(PAGE))
PAGES = package_rule_pages()
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


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """What an inspection can find is explained in docs/package-rules, each on a page of its own; nothing else is."""
    assert set(PAGES) == set(WEIGHTS)
    assert not set(PAGES) & set(rule_pages())


@pytest.mark.parametrize("code", WEIGHTS)
def test_each_page_says_what_why_how_and_shows_it(code: str) -> None:
    """A page has its code, a sentence, its severity, the matter, a way out, and an example."""
    heading, summary, kind, *rest = PAGES[code].split("\n\n")
    assert heading == f"# `{code}`"
    assert summary.endswith(".")
    assert kind == f"*{WEIGHTS[code].severity.capitalize()}*, found by `scormpack inspect`."
    text = "\n\n".join(rest)
    assert text.index("**Mend.**") > 30, "the page says why, then how"
    assert "\n```" in text
    assert max(len(line) for line in text.partition("\n```")[0].splitlines()) <= 120


@pytest.mark.parametrize("code", WEIGHTS)
def test_every_code_can_be_asked_for(code: str) -> None:
    """``scormpack rule CODE`` prints the page, and what each LMS does about it."""
    text = explain(code)
    assert text is not None
    assert text.startswith(PAGES[code])
    assert all(f"{lms.title} " in text.removeprefix(PAGES[code]) for lms in LMSES)
    assert explain("unknown-key") is None
