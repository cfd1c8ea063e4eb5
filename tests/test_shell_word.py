"""Facts about commands that are shown to be copied."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from scormpack.cli import main
from scormpack.front import first_screen
from scormpack.shell_word import quote_word

NAME = "Mi curso (2)"


@pytest.mark.skipif(os.name == "nt", reason="another shell")
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_shell_reads_a_quoted_word_as_it_was(text: str) -> None:
    """Whatever it holds, it is one word."""
    assert shlex.split(quote_word(text)) == [text]


def test_a_plain_word_stays_as_it_is() -> None:
    """In any script: nobody wants quotes for nothing."""
    for word in ("my-course", "a/b.zip", "Überblick", "課程", Path("x") / "y"):
        assert quote_word(word) == os.fspath(word)


@pytest.mark.parametrize(("word", "typed"), [("Mi curso", '"Mi curso"'), (r"C:\a\b", r"C:\a\b"), ("a&b", '"a&b"')])
def test_in_windows_the_quotes_are_double(word: str, typed: str) -> None:
    """Its old shell knows no others."""
    assert quote_word(word, "nt") == typed


def test_every_command_that_is_shown_can_be_pasted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for a course whose name has blanks and brackets."""
    monkeypatch.chdir(tmp_path)
    new = CliRunner().invoke(main, ["new", NAME]).stdout
    for command in ("check", "preview", "build", "new lesson my-topic --course"):
        assert f"scormpack {command} '{NAME}'\n" in new
    assert f"Next: scormpack check '{NAME}'." in first_screen()
    assert f"scormpack new lesson my-topic --course '{NAME}'" in first_screen()
    lesson = CliRunner().invoke(main, ["new", "lesson", "alarm", "--course", NAME]).stdout
    assert f"`scormpack new question alarm choice --course '{NAME}'`" in lesson
    (tmp_path / "a b.zip").touch()
    for arguments in (["check", "a b.zip"], ["a b.zip"]):
        assert "`scormpack inspect 'a b.zip'` says" in CliRunner().invoke(main, arguments).stderr
    for arguments in ([NAME], ["inspect", NAME]):
        assert f"`scormpack check '{NAME}'`" in CliRunner().invoke(main, arguments).stderr
