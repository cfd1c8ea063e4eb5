"""Facts about question banks and draws: every stage asks the course which questions a lesson has."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scormpack.check import check_course
from scormpack.formats.xapi.activities import list_activities
from scormpack.load import load_course
from scormpack.model import MOST_INTERACTIONS, Course, plan_units, reports_interactions, worst_state
from scormpack.render import render_site

ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'

CourseMaker = Callable[..., Course]


def ask(name: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  (any field of a question)
    """Return a question."""
    return {"id": name, "type": "true-false", "prompt": "So?", "answer": True, **fields}


@pytest.fixture
def make_course(tmp_path: Path) -> CourseMaker:
    """Return a function that loads a course with lessons ``one`` and ``two`` of these quizzes, and these banks."""

    def make(one: dict[str, Any], two: dict[str, Any] | None = None, **banks: list[dict[str, Any]]) -> Course:
        files: dict[str, Any] = {
            f"lessons/{name}.yaml": {
                "id": name,
                "title": "Title",
                "summary": "Summary.",
                "sections": [{"heading": "Heading", "body": "Body."}],
                **({"quiz": quiz} if quiz else {}),
            }
            for name, quiz in {"one": one, "two": two}.items()
        }
        files |= {
            f"banks/{name}.yaml": {"id": name, "title": "Bank", "questions": asked} for name, asked in banks.items()
        }
        modules = [{"title": "Module", "lessons": ["one", "two"]}]
        files["course.yaml"] = {"id": "https://example.org/c", "title": "Course", "pass_mark": 70, "modules": modules}
        for path, content in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(json.dumps(content), encoding="utf-8")  # JSON is YAML too
        (tmp_path / "assets").mkdir(exist_ok=True)
        (tmp_path / "assets" / "icon.svg").write_text(ICON, encoding="utf-8")
        return load_course(tmp_path)

    return make


def ids(course: Course, lesson: str = "one") -> list[str]:
    """Return the ids of a lesson's questions."""
    return [question.id for question in course.questions(course.lessons[lesson])]


def test_a_lesson_asks_its_own_questions_then_those_of_its_banks(make_course: CourseMaker) -> None:
    """In the order in which the quiz names the banks; the quiz itself stays as its author wrote it."""
    quiz = {"banks": ["b", "a"], "questions": [ask("own")]}
    course = make_course(quiz, a=[ask("a1")], b=[ask("b1"), ask("b2")])
    assert ids(course) == ["own", "b1", "b2", "a1"]
    written = course.lessons["one"].quiz
    assert written is not None
    assert [question.id for question in written.questions] == ["own"]


def test_a_lesson_without_a_quiz_asks_nothing(make_course: CourseMaker) -> None:
    """No questions, no points, no pass mark, whatever the course's."""
    course = make_course({"questions": [ask("q")]})
    lesson = course.lessons["two"]
    assert (course.questions(lesson), course.asked(lesson), course.points(lesson)) == ((), 0, 0)
    assert course.pass_mark(lesson) is None


def test_lessons_share_a_bank_and_not_their_results(make_course: CourseMaker) -> None:
    """A banked question has an activity of its own in each lesson that asks it."""
    course = make_course({"banks": ["a"]}, {"banks": ["a"]}, a=[ask("a1")])
    unit = plan_units(course, "course")[0]
    found = [activity.id for activity in list_activities(course, unit)]
    assert [iri for iri in found if "questions" in iri] == [course.iri("one", "a1"), course.iri("two", "a1")]


def test_a_draw_is_worth_the_points_of_those_drawn(make_course: CourseMaker) -> None:
    """Two of four questions with three points each: six."""
    course = make_course({"draw": 2, "banks": ["a"]}, a=[ask(f"a{n}", points=3) for n in range(4)])
    lesson = course.lessons["one"]
    assert (course.asked(lesson), course.points(lesson)) == (2, 6)
    page = render_site(course, plan_units(course, "lesson")[0]).files["index.html"].decode()
    assert '"points":6' in page
    assert '"draw":2' in page
    assert [f'"a{n}"' in page for n in range(4)] == [True] * 4


def test_a_banks_question_without_points_is_no_score(make_course: CourseMaker) -> None:
    """A quiz that scores nothing has no pass mark, even where the course has one."""
    course = make_course({"banks": ["a"]}, a=[ask("a1", points=0)])
    assert course.pass_mark(course.lessons["one"]) is None


def test_all_that_may_be_asked_counts_as_an_interaction(make_course: CourseMaker) -> None:
    """A draw of one from more questions than an LMS bears: in time each of them would be reported."""
    many = [ask(f"a{n}") for n in range(MOST_INTERACTIONS + 1)]
    quiz = {"draw": 1, "banks": ["a"]}
    course = make_course(quiz, a=many)
    assert not reports_interactions(course, plan_units(course, "lesson")[0])
    course = make_course(quiz, a=many[1:])
    assert reports_interactions(course, plan_units(course, "lesson")[0])


def test_the_state_has_room_for_the_longest_answers_of_one_attempt(make_course: CourseMaker) -> None:
    """A draw keeps as many answers as it asks, and the log of all that may be asked."""
    long = {"type": "fill-in", "prompt": "So?", "answers": ["x"]}
    asked = [ask("a1"), *({"id": f"f{n}", **long} for n in range(3))]
    whole, drawn = (
        worst_state(course, plan_units(course, "lesson")[0])
        for course in (make_course({"banks": ["a"], **draw}, a=asked) for draw in ({}, {"draw": 2}))
    )
    assert whole - drawn == (4 + 40) + (4 + 1)


def test_the_state_has_room_for_the_time_left(make_course: CourseMaker) -> None:
    """Three characters, once, where a quiz has a time limit."""
    worst = [
        worst_state(course, plan_units(course, "course")[0])
        for limit in ({}, {"time_limit": 20})
        for course in [make_course({"questions": [ask("q")], **limit}, {"questions": [ask("q")], **limit})]
    ]
    assert worst[1] - worst[0] == 3


def test_what_a_bank_shows_is_in_the_package(make_course: CourseMaker) -> None:
    """Its pictures are found, checked for a text alternative at their place in its file, and packed."""
    course = make_course({"banks": ["a"]}, a=[ask("a1", prompt="![](assets/icon.svg)")])
    (finding,) = check_course(course, ["image-alternative"])
    assert (finding.code, finding.file) == ("image-alternative", "banks/a.yaml")
    site = render_site(course, plan_units(course, "lesson")[0])
    assert course.media["assets/icon.svg"].target in site.files
    elsewhere = render_site(course, plan_units(course, "lesson")[1])
    assert course.media["assets/icon.svg"].target not in elsewhere.files


def test_the_build_id_changes_with_a_bank(make_course: CourseMaker) -> None:
    """A reworded question of a bank is another build of every package that asks it."""
    builds = set()
    for prompt in ("So?", "Is it?"):
        course = make_course({"banks": ["a"]}, a=[ask("a1", prompt=prompt)])
        builds.add(render_site(course, plan_units(course, "lesson")[0]).build)
    assert len(builds) == 2
