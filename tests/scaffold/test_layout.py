"""Facts about adding to a YAML file as text: what was there stays, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.errors import OptionError
from scormpack.scaffold.layout import Layout

PLACE = ("modules", 0, "lessons")


def item_added(tmp_path: Path, text: str, item: str = "new") -> str:
    """Return the file once ``item`` is added to its first module."""
    path = tmp_path / "course.yaml"
    path.write_bytes(text.encode())
    Layout.read(path).with_item(PLACE, item).write()
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("modules:\n  - lessons: [a]  # one\n", "modules:\n  - lessons: [a, new]  # one\n"),
        ("modules: [{lessons: [a, b, ]}]", "modules: [{lessons: [a, b, new, ]}]"),
        ("modules:\n- lessons:\n  - a # one\n\nlast: 1\n", "modules:\n- lessons:\n  - a # one\n  - new\n\nlast: 1\n"),
        ("modules:\n- lessons:\n  - a", "modules:\n- lessons:\n  - a\n  - new\n"),
        (
            "modules:\n- lessons: [\n    a,  # one\n    b   # two\n  ]\n",
            "modules:\n- lessons: [\n    a,  # one\n    b,   # two\n    new\n  ]\n",
        ),
        ("modules:\n- lessons: [\n    a,\n    b,\n  ]\n", "modules:\n- lessons: [\n    a,\n    b,\n    new,\n  ]\n"),
        ("\ufeffmodules:\r\n- lessons:\r\n  - a\r\n", "\ufeffmodules:\r\n- lessons:\r\n  - a\r\n  - new\r\n"),
    ],
    ids=["flow", "closing comma", "block", "no line end", "lines and comments", "lines", "Windows"],
)
def test_a_word_goes_to_the_end_of_its_list(tmp_path: Path, before: str, after: str) -> None:
    """Comments, brackets, line ends and byte order mark stay as they were."""
    assert item_added(tmp_path, before) == after


def test_a_word_that_yaml_would_misread_is_quoted(tmp_path: Path) -> None:
    """A lesson may be called ``no``."""
    assert item_added(tmp_path, "modules:\n- lessons: [a]\n", "no") == 'modules:\n- lessons: [a, "no"]\n'


def test_what_is_shared_by_an_alias_is_left_alone(tmp_path: Path) -> None:
    """Where a line more would change another list too, nothing is written, and it is shown what to add."""
    text = "modules:\n- lessons: &all [a]\nother: *all\n"
    with pytest.raises(OptionError, match="add this by hand:\nnew"):
        item_added(tmp_path, text)
    assert (tmp_path / "course.yaml").read_text(encoding="utf-8") == text


BLOCK = "- id: q\n  type: true-false\n"
ADDED = "    - id: q\n      type: true-false\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a\n", "id: a\nquiz:\n  questions:\n" + ADDED),
        ("quiz:\n  banks: [x] # theirs\nz: 1\n", "quiz:\n  banks: [x] # theirs\n  questions:\n" + ADDED + "z: 1\n"),
        (
            "quiz:\n  questions:\n    - id: b\n      hint: |\n        Two\n        lines\n\n# end\nz: 1\n",
            "quiz:\n  questions:\n    - id: b\n      hint: |\n        Two\n        lines\n" + ADDED + "\n# end\nz: 1\n",
        ),
        (
            "quiz:\n  questions:\n    - id: b\n      hint: |+\n        Kept\n\nz: 1\n",
            "quiz:\n  questions:\n    - id: b\n      hint: |+\n        Kept\n\n" + ADDED + "z: 1\n",
        ),
        (
            "quiz:\n  questions:\n    - id: b\n      answers: [x, # or\n        y] # both\n",
            "quiz:\n  questions:\n    - id: b\n      answers: [x, # or\n        y] # both\n" + ADDED,
        ),
    ],
    ids=["no quiz", "only banks", "literal", "literal that keeps its end", "flow"],
)
def test_a_question_goes_to_the_end_of_the_quiz(tmp_path: Path, before: str, after: str) -> None:
    """It follows the last question, before blank lines and comments; the quiz is made where there is none."""
    path = tmp_path / "lesson.yaml"
    path.write_text(before, encoding="utf-8")
    Layout.read(path).with_block(("quiz", "questions"), BLOCK).write()
    assert path.read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    "text", ["quiz: {questions: [{id: b}]}\n", "{id: a}\n", "quiz:\n  questions: &q\n    - id: b\nx: *q\n"]
)
def test_a_quiz_in_brackets_is_left_alone(tmp_path: Path, text: str) -> None:
    """Lines cannot go into brackets or into what is shared: the question is shown for its author to place."""
    path = tmp_path / "lesson.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OptionError, match="add this by hand:\n- id: q"):
        Layout.read(path).with_block(("quiz", "questions"), BLOCK)
