"""Facts about ``scormpack schema``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormpack.cli import main


def run(*arguments: str) -> Result:
    """Run the command line as its user would."""
    return CliRunner().invoke(main, ["schema", *arguments])


@pytest.mark.parametrize("kind", ["course", "lesson", "bank"])
def test_one_schema_is_printed(kind: str) -> None:
    """The named schema goes to standard output, and nothing beside it."""
    result = run(kind)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["title"] == f"scormpack {kind} file"


def test_all_are_written_into_a_folder(tmp_path: Path) -> None:
    """``--output`` makes the folder, writes the three, and says where each is."""
    folder = tmp_path / "some" / "schemas"
    result = run("--output", str(folder))
    assert result.exit_code == 0, result.output
    written = sorted(folder.iterdir())
    assert [path.name for path in written] == ["bank.schema.json", "course.schema.json", "lesson.schema.json"]
    assert sorted(result.stdout.split()) == [str(path) for path in written]
    assert written[2].read_text(encoding="utf-8") == run("lesson").stdout


@pytest.mark.parametrize("arguments", [(), ("lesson", "--output", "x"), ("page",)])
def test_wrong_usage_says_what_there_is(arguments: tuple[str, ...]) -> None:
    """Neither a kind nor a folder, both, or no such kind: exit code 2, and the kinds are named."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "lesson" in result.stderr


@pytest.mark.parametrize(
    ("kind", "hint"), [("page", "write course, lesson or bank"), ("Lessons", "did you mean `lesson`?")]
)
def test_another_kind_is_told_the_kinds_there_are(kind: str, hint: str) -> None:
    """A word that is no kind of file: what to write instead, and where the examples are, in our own words."""
    said = run(kind).stderr
    assert said.startswith(f"error: KIND: there is no `{kind}`: {hint}\n")
    assert "schema --help` shows all options, with examples." in said


def test_a_folder_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    """A file in the way is said, with exit code 2."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    result = run("--output", str(tmp_path / "taken" / "schemas"))
    assert result.exit_code == 2
    assert "taken" in result.stderr
