"""Facts about ``scormpack rule``: a code's page in the terminal."""

from __future__ import annotations

from click.testing import CliRunner, Result

from scormpack.assets import rule_pages
from scormpack.cli import main


def run(*arguments: str) -> Result:
    """Run the command line as its user would."""
    return CliRunner().invoke(main, ["rule", *arguments])


def test_a_code_is_explained() -> None:
    """The page is printed as it stands, for a code as it is copied from a finding too."""
    assert run("image-alternative").stdout == rule_pages()["image-alternative"]
    assert run("[image-alternative]").stdout == rule_pages()["image-alternative"]


def test_all_codes_are_listed() -> None:
    """Without a code there is one line for each, with what it is about."""
    lines = run().stdout.splitlines()
    assert len(lines) == len(rule_pages())
    assert "image-alternative" in "".join(line for line in lines if line.endswith("A picture has no text alternative."))


def test_an_unknown_code_names_the_nearest() -> None:
    """A misspelt code is wrong usage, and the message offers the one that is meant."""
    result = run("image-alternativ")
    assert result.exit_code == 2
    assert "Did you mean `image-alternative`?" in result.stderr
    assert "`scormpack rule` lists them all" in run("zzz").stderr
