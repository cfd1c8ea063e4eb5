"""The words around the author's words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from scormpack.assets import templates_folder
from scormpack.errors import CourseError
from scormpack.render.messages import Messages, load_messages


def write(root: Path, name: str, text: str) -> None:
    """Write a file of texts into a course's own templates."""
    folder = root / "templates" / "messages"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_english_stands_in(tmp_path: Path) -> None:
    """A language without a translation reads English, and the browser is still told the course's language."""
    texts = load_messages("tlh", tmp_path)
    assert texts.texts == load_messages("en", tmp_path).texts
    assert b'"language":"tlh"' in texts.script


def test_the_course_has_the_last_word(tmp_path: Path) -> None:
    """A course's own file changes texts; a region's file goes before its language's."""
    write(tmp_path, "pt.yaml", 'site.next: "Seguinte"\nsite.previous: "Anterior"\n')
    write(tmp_path, "pt-br.yaml", 'site.next: "Próxima"\n')
    texts = load_messages("pt-BR", tmp_path)
    assert [texts.say("site.next"), texts.say("site.previous")] == ["Próxima", "Anterior"]
    assert load_messages("en", tmp_path).say("site.next") != "Próxima"


def test_an_edit_is_seen(tmp_path: Path) -> None:
    """A changed file is read again: a preview outlives it."""
    write(tmp_path, "en.yaml", 'site.next: "One"\n')
    first = load_messages("en", tmp_path)
    write(tmp_path, "en.yaml", 'site.next: "Another"\n')
    assert [first.say("site.next"), load_messages("en", tmp_path).say("site.next")] == ["One", "Another"]


@pytest.mark.parametrize(
    ("text", "line"),
    [("- a\n", 0), ("a: [1]\n", 0), ("a: {one: x}\n", 0), ("a: 'x\n", 2), ("a: b: c\n", 1)],
    ids=["a list", "no text", "no `other`", "open quote", "no YAML"],
)
def test_a_faulty_file_is_a_finding(tmp_path: Path, text: str, line: int) -> None:
    """A file that is no mapping of texts is a finding with its place, not a traceback."""
    write(tmp_path, "en.yaml", text)
    with pytest.raises(CourseError) as raised:
        load_messages("en", tmp_path)
    (finding,) = raised.value.findings
    assert (finding.code, finding.file, finding.line) == ("template-error", "templates/messages/en.yaml", line)


def test_a_file_in_another_encoding_is_a_finding(tmp_path: Path) -> None:
    """A file that is not UTF-8 is a finding too."""
    write(tmp_path, "en.yaml", "")
    (tmp_path / "templates/messages/en.yaml").write_bytes(b'a: "\xff"\n')
    with pytest.raises(CourseError, match="template-error"):
        load_messages("en", tmp_path)


def test_places_are_filled_once() -> None:
    """A value that looks like a place is left as it is, and so is a place without a value."""
    texts = Messages("en", {"a": "{title} of {count}, {other}"})
    assert texts.say("a", title="{count}", count=2) == "{count} of 2, {other}"


def test_counts_choose_their_words() -> None:
    """One and many have their own words; a language without `one` uses `other`."""
    texts = Messages("en", {"n": {"one": "{n} lesson", "other": "{n} lessons"}, "m": {"other": "{n} 課"}})
    assert [texts.say("n", n=1), texts.say("n", n=12), texts.say("m", n=1)] == ["1 lesson", "12 lessons", "1 課"]


def test_the_browser_gets_what_it_needs(tmp_path: Path) -> None:
    """The script carries every text but the pages' own, and its name changes with it."""
    texts = load_messages("en", tmp_path)
    start, value = texts.script.decode().rstrip(";\n").split("=", 1)
    keys = set(json.loads(value)["messages"])
    assert start == "window.scormpackMessages"
    assert keys == {key for key in texts.texts if not key.startswith("site.")}
    assert "quiz.check" in keys
    assert Messages("en", {**texts.texts, "quiz.check": "!"}).path != texts.path


@pytest.mark.parametrize("path", sorted((templates_folder() / "messages").glob("*.yaml")), ids=lambda path: path.stem)
def test_translations_have_known_keys(path: Path) -> None:
    """Every file of ours is a mapping of texts, with no key that English lacks."""
    english = yaml.safe_load((templates_folder() / "messages" / "en.yaml").read_text(encoding="utf-8"))
    assert set(yaml.safe_load(path.read_text(encoding="utf-8"))) <= set(english)
