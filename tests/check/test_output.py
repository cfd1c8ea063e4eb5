"""Facts about findings as machines read them: tests/golden/output/*.md (tests/support/golden_cases.py)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from golden_cases import Case, cases
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from scormpack.check.output import WRITERS, Report, package_findings
from scormpack.cli import main
from scormpack.errors import Finding, PackageError

DOCS = Path(__file__).parents[2] / "docs"
FULL = Finding("unknown-key", "x", "y", "lessons/a b,c:d%é.yaml", 3, 5, 4, "    🍴boddy: Text")


def without_pages(text: str) -> str:
    """Return a SARIF log without what is held elsewhere: the rules' pages and the version."""
    log = json.loads(text)
    driver = log["runs"][0]["tool"]["driver"]
    driver["version"] = "0"
    for rule in driver["rules"]:
        rule["help"] = {}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("case", cases("output"), ids=lambda case: case.name)
def test_each_format_writes_what_its_golden_page_shows(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rewrite_golden: bool,  # noqa: FBT001
) -> None:
    """Text for people, JSON, GitHub's annotations and SARIF: the same findings, for a person to compare."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my course").mkdir()
    case.write(tmp_path / "my course")
    found = {}
    for name in ("text", *WRITERS):
        result = CliRunner().invoke(main, ["check", "my course", "--output-format", name])
        assert result.exit_code in {0, 1}
        said = result.stdout + result.stderr if name == "text" else result.stdout
        found[name, ""] = without_pages(said) if name == "sarif" else said
    case.settle(found, rewrite=rewrite_golden)


def sarif(*findings: Finding) -> dict[str, Any]:
    """Return the log of some findings."""
    log: dict[str, Any] = json.loads(WRITERS["sarif"](Report(findings, Path("my course"))))
    return log


def test_sarif_is_valid_by_the_standards_schema() -> None:
    """Models made of OASIS's schema take the log, and refuse it once a level or a member is wrong."""
    log = sarif(FULL, Finding("title-length", "x", "", "course.yaml"))
    SarifLog.model_validate(log)
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(ValidationError):
        SarifLog.model_validate(log)


def test_sarif_places_are_relative_uris_and_columns_of_characters() -> None:
    """Paths are percent-encoded and relative to where the run stood; columns count characters."""
    run = sarif(FULL)["runs"][0]
    (place,) = (result["locations"][0]["physicalLocation"] for result in run["results"])
    assert place["artifactLocation"]["uri"] == "my%20course/lessons/a%20b%2Cc%3Ad%25%C3%A9.yaml"
    assert run["columnKind"] == "unicodeCodePoints"
    region = {name: place["region"][name] for name in ("startLine", "startColumn", "endLine", "endColumn")}
    assert region == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    assert place["region"]["snippet"]["text"] == "🍴bod"


def test_sarif_explains_each_rule_once() -> None:
    """A rule has its page as help, and each result names it by id and index."""
    run = sarif(FULL, FULL, Finding("title-length", "x", "", "course.yaml"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["title-length", "unknown-key"]
    assert all("**Mend.**" in rule["help"]["markdown"] for rule in rules)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]


def test_githubs_commands_are_escaped() -> None:
    """A comma, colon, per cent sign or line break in a path or a message ends no property and no command."""
    broken = Finding("unknown-key", "x\n::error::", "50 %: y", FULL.file, 3, 5, 4)
    (line,) = WRITERS["github"](Report((broken,), Path("my course"))).splitlines()
    assert "file=my course/lessons/a b%2Cc%3Ad%25é.yaml,line=3,col=5,endLine=3,endColumn=9," in line
    assert line.endswith("::x%0A::error::. 50 %25: y")


def test_a_course_elsewhere_has_absolute_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the course is outside the folder of the run, paths are whole, and URIs begin with file:."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    report = Report((FULL,), tmp_path / "course" / "course.yaml")
    assert report.path("x.yaml") == (tmp_path / "course" / "x.yaml").as_posix()
    assert json.loads(WRITERS["sarif"](report))["runs"][0]["results"][0]["locations"][0]["physicalLocation"][
        "artifactLocation"
    ]["uri"].startswith("file:///")


def test_faults_of_packages_are_findings_too() -> None:
    """A package that breaks its standard is told in every format, under the code of the rule that found it."""
    error = PackageError("a package", ["there are 2 SCOs [one-sco]", "no code here"])
    assert [(finding.code, finding.message) for finding in package_findings(error)] == [
        ("one-sco", "there are 2 SCOs"),
        ("package", "no code here"),
    ]


def test_the_documented_fields_are_those_written() -> None:
    """docs/machine-output.md has every field of the JSON document and of a finding in it, and no other."""
    page = (DOCS / "machine-output.md").read_text(encoding="utf-8")
    document = json.loads(WRITERS["json"](Report((FULL,), Path("my course"))))
    tables = re.split(r"^## ", page, flags=re.MULTILINE)[1]
    named = set(re.findall(r"^\| `([a-z]+)` \|", tables, re.MULTILINE))
    assert named == document.keys() | document["findings"][0].keys()
    assert f"`{document['version']}`" in tables
