"""Facts about the records of files with which nothing is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.load import PlainFile, describe_file, read_source, understand_file
from scormpack.load.source import Source
from scormpack.model import Bank, Lesson

ROOT = Path(__file__).parents[2]
COURSES = [ROOT / "lessons", *sorted((ROOT / "tests" / "courses").iterdir())]
FILES = [
    pytest.param(file, kind, id=f"{course.name}/{file.stem}")
    for course in COURSES
    for kind, folder in (("lesson", "lessons"), ("bank", "banks"))
    for file in sorted((course / folder).glob("*.yaml"))
]


@pytest.mark.parametrize(("file", "kind"), FILES)
def test_a_record_makes_the_very_model_of_its_file(file: Path, kind: str) -> None:
    """From the record comes the model that the file makes, down to which keys its author wrote."""
    source = read_source(file, f"{file.parent.name}/{file.name}")
    assert isinstance(source, Source)
    model: type[Lesson | Bank] = Lesson if kind == "lesson" else Bank
    loaded, findings = understand_file(model, source)
    record = describe_file(loaded, findings)
    assert record is not None
    plain = PlainFile(source, model, record)
    assert plain.model == loaded.model
    assert plain.model.model_dump_json(exclude_unset=True) == loaded.model.model_dump_json(exclude_unset=True)
    assert plain.get("title") == loaded.get("title")
    assert [plain.get(key) for key in ("id", "related", "asks")] == [
        loaded.get(key) for key in ("id", "related", "asks")
    ]


LESSON = "id: {id}\ntitle: T\nsummary: S.\nsections: [{{heading: H, body: {body}}}]\n"
QUIZ = "quiz: {draw: 2, questions: [{id: q, type: likert, prompt: P, scale: [a, b]}]}\n"


@pytest.mark.parametrize(
    "text",
    [
        LESSON.format(id="other", body="Words."),
        LESSON.format(id="one", body="'[x](javascript:x)'"),
        LESSON.format(id="one", body="Words.") + "related: [one]\n",
        LESSON.format(id="one", body="Words.") + "related: [two, two]\n",
        LESSON.format(id="one", body="Words.") + "pints: 1\n",
        LESSON.format(id="one", body="Words.")
        + "quiz: {draw: 2, questions: [{id: q, type: likert, prompt: P, scale: [a, b]}]}\n",
        LESSON.format(id="one", body="Words.") + "title: Twice\n",
        "- no mapping\n",
        ": : :\n",
    ],
)
def test_a_file_with_which_anything_is_wrong_has_no_record(text: str) -> None:
    """A fault in the file, or in what it says of itself, is looked at where its places are known."""
    assert describe_file(*understand_file(Lesson, Source("lessons/one.yaml", text))) is None


def test_a_record_says_what_the_course_must_know() -> None:
    """The lessons that a lesson names, its banks, its links and the time that its words take."""
    text = (
        "id: one\ntitle: T\nsummary: S.\nsections: [{heading: H, body: '![A](assets/a.svg) and [b](assets/b.pdf)'}]\n"
        "related: [two]\ntutor: true\nasks: [{lesson: three, questions: [Why?]}]\nquiz: {banks: [shared]}\n"
    )
    source = Source("lessons/one.yaml", text)
    record = describe_file(*understand_file(Lesson, source))
    assert record is not None
    origin = PlainFile(source, Lesson, record).origin
    assert origin.links == ("assets/a.svg", "assets/b.pdf")
    assert origin.outline is not None
    assert origin.outline.named == ("two", "three")
    assert origin.banks == ("shared",)
    assert origin.seconds > 0
