"""Facts about ``scormpack rule``: a code's page in the terminal."""

from __future__ import annotations

import importlib
import pkgutil
import re

from click.testing import CliRunner, Result

from scormpack import formats
from scormpack.assets import package_rule_pages, rule_pages
from scormpack.check.package_codes import package_codes
from scormpack.cli import main

STANDARDS = {"scorm12", "scorm2004", "xapi", "cmi5"}
"""Folders of formats; what stands beside them holds for all."""


def run(*arguments: str) -> Result:
    """Run the command line as its user would."""
    return CliRunner().invoke(main, ["rule", *arguments])


def test_a_code_is_explained() -> None:
    """The page is printed as it stands, for a code as it is copied from a finding too."""
    assert run("image-alternative").stdout == rule_pages()["image-alternative"]
    assert run("[image-alternative]").stdout == rule_pages()["image-alternative"]


def test_all_codes_are_listed() -> None:
    """Without a code there is one line for each, with what it is about: a course's, then a package's."""
    course, package = run().stdout.removeprefix("Of a course:\n").split("\nOf a package:\n")
    assert len(course.splitlines()) == len(rule_pages())
    assert len(package.splitlines()) == len(package_rule_pages())
    assert re.search(r"^  image-alternative +A picture has no text alternative\.$", course, re.MULTILINE)
    assert re.search(r"^  zip-truncated +The zip breaks off\.$", package, re.MULTILINE)


def test_an_unknown_code_names_the_nearest() -> None:
    """A misspelt code is wrong usage, and the message offers the one that is meant."""
    result = run("image-alternativ")
    assert result.exit_code == 2
    assert "Did you mean `image-alternative`?" in result.stderr
    assert "Did you mean `scorm-launch`?" in run("scorm-lanch").stderr
    assert "`scormpack rule` lists them all" in run("zzz").stderr


def test_a_code_of_an_inspection_is_explained() -> None:
    """Its page is printed as it stands, then what each LMS does about it."""
    said = run("scorm-prefix").stdout
    assert said.startswith(package_rule_pages()["scorm-prefix"])
    assert said.endswith("**LMSs.** Moodle loses something by it; Canvas bears it; a strict LMS bears it.\n")


def test_a_code_of_a_package_is_explained() -> None:
    """What a build refuses a package for is explained by the rows of docs/formats.md."""
    assert "must keep this (SCORM 1.2): a number from 1 to 100" in run("mastery-score").stdout
    both = run("title-length").stdout
    assert both.startswith(rule_pages()["title-length"])
    assert "(SCORM 1.2)" in both.removeprefix(rule_pages()["title-length"])


def test_every_rule_of_a_format_is_explained() -> None:
    """Each code of each table of rules of a format that is built has a row in docs/formats.md."""
    codes = {
        code
        for found in pkgutil.walk_packages(formats.__path__, "scormpack.formats.")
        if (folder := found.name.split(".")[2]) in formats.FORMATS or folder not in STANDARDS
        for name, table in vars(importlib.import_module(found.name)).items()
        if name.endswith("RULES") and isinstance(table, dict)
        for code, rule in table.items()
        if callable(rule)
    }
    assert {"mastery-score", "own-launch", "delivery", "iri"} <= codes
    assert {code for code in (*codes, "schema", "state") if "`build`" not in package_codes().get(code, "")} == set()
