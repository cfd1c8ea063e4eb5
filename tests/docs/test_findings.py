"""Facts about docs/findings.md and docs/rules: what can be found is explained there, and nothing else."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from scormpack.assets import rule_pages
from scormpack.check import CODES, RULES
from scormpack.check.rule_page import list_rule_pages

ROOT = Path(__file__).parents[2]
INDEX = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
PAGES = rule_pages()
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
NO_CODES = {"utf-8", "utf-8-sig"}
BESIDE_RULES = {"template-error"}
"""Codes of other stages than loading and the rules."""


def told(folder: str) -> set[str]:
    """Return the codes in the sources of a folder: every text there that has a code's form."""
    return {
        node.value
        for path in (ROOT / "src" / "scormpack" / folder).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    } - NO_CODES


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """What loading, the rules and the templates can find is explained, each on a page of its own; nothing else is."""
    assert {"unknown-key", "media-case", "yaml-tab", "no-course"} <= told("load")
    assert set(PAGES) == told("load") | CODES | BESIDE_RULES


def test_the_index_lists_every_page_with_its_summary() -> None:
    """docs/findings.md has one line for each page, with the sentence that the page begins with."""
    lines = [f"- [`{page.code}`](rules/{page.code}.md): {page.summary}" for page in list_rule_pages()]
    assert sorted(re.findall(r"^- \[`.*$", INDEX, re.MULTILINE)) == lines


def test_every_code_in_the_golden_findings_is_explained() -> None:
    """What the golden cases show can be looked up."""
    pages = (ROOT / "tests" / "golden" / "load").glob("*.md")
    shown = {
        code for page in pages for code in re.findall(r"^\S+ ([a-z0-9-]+) \| ", page.read_text("utf-8"), re.MULTILINE)
    }
    assert len(shown) > 20
    assert shown <= set(PAGES)


@pytest.mark.parametrize("code", PAGES)
def test_each_page_says_what_why_how_and_shows_it(code: str) -> None:
    """A page has its code, a sentence, its severity as the registry has it, the matter, a way out, and an example."""
    heading, summary, kind, *rest = PAGES[code].split("\n\n")
    assert heading == f"# `{code}`"
    assert summary.endswith(".")
    rule = RULES.get(code)
    assert ("cannot be ignored" in kind) == (code not in CODES or (rule is not None and rule.binding)), kind
    if rule is not None:
        assert ("`--fix`" in kind) == rule.fixable, kind
    usual = "Error" if code not in CODES or (rule is not None and rule.severity == "error") else "Warning"
    assert kind.startswith((f"*{usual}.*", "*Error or warning.*")), kind
    text = "\n\n".join(rest)
    assert text.index("**Mend.**") > 40, "the page says why, then how"
    assert "\n```" in text


def test_links_between_the_pages_lead_somewhere() -> None:
    """Each relative link of a page is to a file that is there."""
    for code, text in PAGES.items():
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", re.sub(r"`[^`]*`", "", text)):
            assert (ROOT / "docs" / "rules" / target).exists(), (code, target)
