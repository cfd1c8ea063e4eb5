"""Facts about what an edit of a question does to grades and to answers under way, each made in the author's file."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import plan_units
from scormpack.releases import NAME, Record, Risk, compare_package, read_lock, record_package, write_lock
from scormpack.render import render_site

COURSE = Path(__file__).parents[1] / "courses" / "every-type"
GRADED = "is marked by other answers or rules"
DROPPED = "answers under way are dropped"
MOVED = "answers under way may stand elsewhere"

STEPS = ("Mix flour, water, salt and yeast", "Knead until the dough is smooth")


def swap(one: str, other: str) -> list[tuple[str, str]]:
    """Return the edits by which two texts change places."""
    return [(one, "@"), (other, one), ("@", other)]


# The question, the edits of its file, the risk, and the reasons that name it.
EDITS: dict[str, tuple[str, list[tuple[str, str]], Risk, tuple[str, ...]]] = {
    "true becomes false": ("knead", [("answer: false", "answer: true")], Risk.GRADES, (GRADED, DROPPED)),
    "another option is right": (
        "gas",
        [('gives off", correct: true', 'gives off"'), ('from kneading"', 'from kneading", correct: true')],
        Risk.GRADES,
        (GRADED, DROPPED),
    ),
    "one more option is right": ("food", [("Gluten}", "Gluten, correct: true}")], Risk.GRADES, (GRADED, DROPPED)),
    "words of two options change places": (
        "food",
        swap("text: Sugars in the flour", "text: Salt"),
        Risk.GRADES,
        (GRADED, MOVED),
    ),
    "options change places, a right one too": (
        "food",
        swap("{text: Starch that enzymes have broken down, correct: true}", "{text: Salt}"),
        Risk.ATTEMPTS,
        (DROPPED,),
    ),
    "wrong options change places": ("food", swap("{text: Salt}", "{text: Gluten}"), Risk.ATTEMPTS, (MOVED,)),
    "an option more": (
        "food",
        [("{text: Gluten}", "{text: Gluten}\n        - {text: Sand}")],
        Risk.ATTEMPTS,
        (DROPPED,),
    ),
    "a typing mistake in the right option": ("food", [("Sugars in the", "Sugars in")], Risk.CONTENT, ()),
    "another number": ("water", [("answer: 325", "answer: 330")], Risk.GRADES, (GRADED,)),
    "another text": ("net", [("[gluten, the gluten]", "[gluten]")], Risk.GRADES, (GRADED,)),
    "targets change places": ("roles", swap("makes gas", "lets gluten form"), Risk.GRADES, (GRADED, MOVED)),
    "items change places": ("steps", swap(*STEPS), Risk.GRADES, (GRADED, MOVED)),
    "a typing mistake in an item": ("steps", [("Knead until", "Knead till")], Risk.CONTENT, ()),
    "part of it counts": ("food", [("per-option", "all-or-nothing")], Risk.GRADES, (GRADED,)),
}


def recorded(folder: Path, edits: Sequence[tuple[str, str]] = ()) -> Record:
    """Return the record of the lesson, edited."""
    shutil.copytree(COURSE, folder)
    path = folder / "lessons" / "a-plain-loaf.yaml"
    text = path.read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    course = load_course(folder)
    unit = next(unit for unit in plan_units(course, "lesson") if unit.name == "a-plain-loaf")
    return record_package("a.zip", FORMATS["scorm12"].package(course, unit, render_site(course, unit)))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The lesson as it is, through a lock file and back."""
    folder = tmp_path_factory.mktemp("before")
    write_lock(folder / NAME, [recorded(folder / "course")])
    (record,) = read_lock(folder / NAME)
    return record


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_has_its_risk(before: Record, tmp_path: Path, what: str) -> None:
    """Another right answer is told as another way to grade, whatever the type; words alone are no change of either."""
    question, edits, risk, reasons = EDITS[what]
    found = compare_package(before, recorded(tmp_path / "course", edits))
    named = [reason.text for reason in found.reasons if f"`{question}`" in reason.text]
    assert found.risk is risk, found.reasons
    assert [any(reason in text for text in named) for reason in reasons] == [True] * len(reasons), named
    assert len(named) == len(reasons)


def test_an_unchanged_lesson_is_the_same(before: Record, tmp_path: Path) -> None:
    """Nothing is lost in a lock file."""
    assert compare_package(before, recorded(tmp_path / "course")).reasons == ()
