"""Facts about loading a whole course folder."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormpack.errors import CourseError, Finding
from scormpack.load import load_course

CourseMaker = Callable[..., Path]

# Emoji, CJK, right to left, what HTML and XML treat as markup, and what is easily lost on the way.
HARD = "&<>\"' 🙂👩‍🔬 漢字 עברית ½ \\ ]]> %20 {{1}} é"


def faults(path: Path) -> tuple[Finding, ...]:
    """Return what is wrong with the course at ``path``."""
    with pytest.raises(CourseError) as raised:
        load_course(path)
    return raised.value.findings


def test_a_course_comes_whole_and_in_its_order(make_course: CourseMaker) -> None:
    """Lessons come in the order of the modules, and lesson files that no module lists are named."""
    modules = "modules: [{title: One, lessons: [c, a]}, {title: Two, lessons: [b]}]\n"
    root = make_course({"course.yaml": f"id: https://example.org/c/\ntitle: Course\n{modules}"}, lessons="a b c draft")
    course = load_course(root)
    assert course.root == root
    assert list(course.lessons) == list(course.order) == ["c", "a", "b"]
    assert course.numbers == {"c": 1, "a": 2, "b": 3}
    assert course.unlisted == ("lessons/draft.yaml",)
    assert course.file.id == "https://example.org/c"


def test_the_course_file_itself_may_be_named(make_course: CourseMaker) -> None:
    """A path to ``course.yaml`` means its folder."""
    root = make_course(lessons="a")
    assert load_course(root / "course.yaml") == load_course(root)


def test_a_relative_path_and_a_link_to_the_folder_are_the_same_course(
    make_course: CourseMaker, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The root is the folder itself, however it was named."""
    root = make_course(lessons="a")
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(root)
    monkeypatch.chdir(root.parent)
    assert load_course(Path(root.name)).root == load_course(link).root == root


def test_the_example_course_loads(example_course: Path) -> None:
    """The twelve lessons that we show are without a fault, and so are their pictures."""
    course = load_course(example_course)
    assert len(course.lessons) == 12
    assert len(course.media) == 12


def test_a_folder_without_a_course_file_says_so(tmp_path: Path) -> None:
    """The folder and the file that it lacks are named."""
    (finding,) = faults(tmp_path)
    assert (finding.code, finding.message) == ("no-course", f"there is no course.yaml in {tmp_path}")
    (finding,) = faults(tmp_path / "course.yaml")
    assert finding.message == f"there is no course.yaml in {tmp_path}"


def test_a_folder_near_a_course_says_which_to_name(tmp_path: Path) -> None:
    """The course in it or one deeper is named, or the course that it is a part of; else how to make one."""
    course = tmp_path / "around" / "bread"
    (course / "lessons").mkdir(parents=True)
    (course / "course.yaml").touch()
    assert faults(course.parent)[0].hint == f"Name the folder that holds it: {course}."
    assert faults(course / "lessons")[0].hint == f"Name the folder that holds it: {course}."
    assert faults(tmp_path)[0].hint == f"Name the folder that holds it: {course}."
    (tmp_path / "empty").mkdir()
    assert "`scormpack new my-course` makes one" in faults(tmp_path / "empty")[0].hint


def test_a_course_file_with_the_other_ending_is_recognised(tmp_path: Path) -> None:
    """``course.yml`` is to be renamed."""
    (tmp_path / "course.yml").touch()
    assert faults(tmp_path)[0].hint == "Rename course.yml to course.yaml."


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    """It is the folder that is missing, not a file in it."""
    assert faults(tmp_path / "nowhere")[0].message == f"there is no folder {tmp_path / 'nowhere'}"


def test_a_file_is_no_course_folder(make_course: CourseMaker) -> None:
    """Naming a lesson says that it is no folder."""
    path = make_course(lessons="a") / "lessons" / "a.yaml"
    assert faults(path)[0].message == f"{path} is not a folder"


def test_a_link_that_goes_in_a_circle_is_no_course_folder(tmp_path: Path) -> None:
    """A loop of links is told like a folder that is not there."""
    (tmp_path / "loop").symlink_to("loop")
    assert faults(tmp_path / "loop")[0].code == "no-course"


def test_a_lesson_that_vanishes_is_a_finding(make_course: CourseMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes between listing the folder and reading it is missing, and the rest is checked all the same."""
    root = make_course({"lessons/b.yaml": "id: b\n"}, lessons="a")

    def vanish(path: Path, mode: str, buffering: int) -> IO[Any]:
        if path.name == "a.yaml":
            path.unlink()
        return path.open(mode, buffering)

    monkeypatch.setattr("scormpack.load.source.open", vanish, raising=False)
    assert {(finding.file, finding.code) for finding in faults(root)} == {
        ("lessons/a.yaml", "file-missing"),
        ("lessons/b.yaml", "missing-key"),
    }


def test_a_lesson_of_20_megabytes_is_a_finding(make_course: CourseMaker) -> None:
    """It is refused by its size and stops nothing else."""
    root = make_course({"lessons/a.yaml": b"#" * 20_000_000}, lessons="b")
    (finding,) = faults(root)
    assert (finding.file, finding.code) == ("lessons/a.yaml", "file-too-large")


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CR LF", "CR"])
def test_a_course_saved_elsewhere_is_the_same_course(make_course: CourseMaker, end: str) -> None:
    """A byte order mark and other line ends change nothing of what is read."""
    root = make_course({"lessons/a.yaml": LESSON})
    plain = load_course(root)
    for path in (root / "course.yaml", root / "lessons" / "a.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", end.encode()))
    assert load_course(root) == plain


LESSON = json.dumps(
    {
        "id": "a",
        "title": HARD,
        "summary": HARD,
        "track": HARD,
        "category": HARD,
        "objectives": [HARD],
        "sections": [{"heading": HARD, "body": HARD, "points": [HARD]}],
        "key_terms": [{"term": HARD, "definition": HARD, "also": [HARD]}],
        "practice": {"heading": HARD, "intro": HARD, "steps": [HARD]},
        "quiz": {
            "heading": HARD,
            "intro": HARD,
            "questions": [
                {
                    "id": "q1",
                    "type": "choice",
                    "prompt": HARD,
                    "hint": HARD,
                    "explanation": HARD,
                    "options": [{"text": HARD, "correct": True, "feedback": HARD}, {"text": HARD}],
                },
                {"id": "q2", "type": "fill-in", "prompt": HARD, "answers": [HARD]},
                {"id": "q3", "type": "fill-in", "prompt": HARD, "text": HARD, "blanks": {1: [HARD]}},
                {"id": "q4", "type": "numeric", "prompt": HARD, "answer": 1, "unit": HARD},
                {"id": "q5", "type": "true-false", "prompt": HARD, "answer": True},
            ],
        },
    },
    ensure_ascii=False,
).replace('"1": [', "1: [")


def test_any_text_may_stand_in_every_field(make_course: CourseMaker) -> None:
    """Emoji, CJK, right-to-left and markup characters come through every field as they are."""
    root = make_course({"lessons/a.yaml": LESSON}, course=f"summary: {json.dumps(HARD, ensure_ascii=False)}\n")
    course = load_course(root)
    lesson = course.lessons["a"]
    assert course.file.summary == lesson.title == lesson.sections[0].heading == HARD
    dumped = json.dumps(lesson.model_dump(mode="json"), ensure_ascii=False)
    assert dumped.count(json.dumps(HARD, ensure_ascii=False)) == LESSON.count(json.dumps(HARD, ensure_ascii=False))


def test_the_findings_survive_a_worker(make_course: CourseMaker) -> None:
    """The error comes out of a pickle with all its findings: workers raise it too."""
    with pytest.raises(CourseError) as raised:
        load_course(make_course({"lessons/a.yaml": "id: a\n"}))
    assert pickle.loads(pickle.dumps(raised.value)).findings == raised.value.findings  # noqa: S301 (our own bytes)


PIECES = (
    rb"""\n|\t|: |- |"|'|[|{|*x|&x |!x |no|null|1e999|../|](|<b>""".replace(rb"\n", b"\n")
    .replace(rb"\t", b"\t")
    .split(b"|")
)
EDITS = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.integers(0, 12),
        st.one_of(st.just(b""), st.binary(max_size=6), st.sampled_from(PIECES)),
    ),
    min_size=1,
    max_size=4,
)
# Words of the libraries below, which tell an author nothing.
UNTOLD = ("pydantic", "Input should", "tuple", "None", "dict", "{'", "valid ", "scann", "pars")


@given(EDITS)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_lesson_never_breaks_the_loading(
    make_course: CourseMaker, example_course: Path, edits: list[tuple[int, int, bytes]]
) -> None:
    """Bytes deleted, inserted and replaced anywhere: the course loads, or every finding has a place and plain words."""
    data = (example_course / "lessons" / "prompt-or-fine-tune.yaml").read_bytes()
    data = data.replace(b"prompt-or-fine-tune\n", b"a\n", 1).split(b"\nrelated:")[0].replace(b"](assets/", b"](")
    for start, length, new in edits:
        start %= len(data) or 1  # noqa: PLW2901
        data = data[:start] + new + data[start + length :]
    root = make_course({"lessons/a.yaml": data, "smallest-change.svg": "<svg/>"})
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings_of(root):
        assert finding.file in {"course.yaml", "lessons/a.yaml"}
        assert finding.message
        assert finding.hint
        assert not any(word in finding.message + finding.hint for word in UNTOLD)
        assert 0 <= finding.line <= len(lines)
        assert finding.line == 0 or 1 <= finding.column <= len(finding.source) + 1


def findings_of(root: Path) -> tuple[Finding, ...]:
    """Return what is wrong with a course, if anything; an error that says nothing counts as a failure."""
    try:
        load_course(root)
    except CourseError as error:
        return error.findings or pytest.fail("an error without a finding")
    return ()
