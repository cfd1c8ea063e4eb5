"""What a page carries for the runtime."""

from __future__ import annotations

import base64
import json
import re
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from rendered import CourseMaker, course_site, data_of, lesson_site, parse, text_of

from scormpack.assets import addon_path, addons
from scormpack.model.fingerprint import fingerprint

QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "q1",
        "type": "choice",
        "prompt": "Which **one**?",
        "options": [
            {"text": "Zebra `a<b`", "correct": True, "feedback": "FEEDBACK-RIGHT"},
            {"text": "Gnu", "feedback": "FEEDBACK-WRONG"},
        ],
        "explanation": "EXPLANATION",
        "hint": "A *hint*",
        "points": 2,
    },
    {"id": "q2", "type": "fill-in", "prompt": "Name it", "answers": ["SECRETWORD"]},
    {"id": "q3", "type": "numeric", "prompt": "How many?", "answer": 987654, "unit": "kg"},
    {"id": "q4", "type": "true-false", "prompt": "So?", "answer": True, "points": 0},
]
SECRETS = ["FEEDBACK-RIGHT", "FEEDBACK-WRONG", "EXPLANATION", "SECRETWORD", "987654"]


def with_quiz(**quiz: Any) -> dict[str, Any]:  # noqa: ANN401  (keys of a quiz)
    """Return a lesson with a question of each type."""
    return {"quiz": {"questions": QUESTIONS} | quiz}


def unseal(sealed: str, pad: str) -> Any:  # noqa: ANN401  (JSON)
    """Open what is sealed, as runtime/seal.ts does."""
    key = cycle(base64.b64decode(pad))
    return json.loads(bytes(byte ^ next(key) for byte in base64.b64decode(sealed)))


def test_no_answer_can_be_read(make_course: CourseMaker) -> None:
    """No answer, feedback or explanation stands in the page: not plain, and not in base64 at any offset."""
    site = lesson_site(make_course({"one": with_quiz()}))
    source = text_of(site)
    for secret in SECRETS:
        assert secret not in source
        for offset in range(3):
            # All characters of the base64 that do not hang on the neighbours.
            coded = base64.b64encode(b"." * offset + secret.encode()).decode()
            assert coded[4 if offset else 0 : -4] not in source


def test_the_runtime_can_open_them(make_course: CourseMaker) -> None:
    """Opened with the page's pad, each question has its answer, explanation and feedback, as HTML."""
    quiz = data_of(parse(lesson_site(make_course({"one": with_quiz()}))))["lesson"]["quiz"]
    choice, fill_in, numeric, true_false = (unseal(q["sealed"], quiz["pad"]) for q in quiz["questions"])
    assert choice == {
        "answer": {"correct": [0], "scoring": "all-or-nothing"},
        "explanation": "EXPLANATION",
        "feedback": ["FEEDBACK-RIGHT", "FEEDBACK-WRONG"],
    }
    assert fill_in["answer"]["accepted"] == [["SECRETWORD"]]
    assert (numeric["answer"]["min"], numeric["answer"]["shown"]) == (987654, "987654")
    assert true_false == {"answer": {"value": True}, "explanation": None, "feedback": None}


def test_a_question_says_what_it_shows(make_course: CourseMaker) -> None:
    """A question carries prompt and hint as HTML, its plain text, its IRI, and what its type draws."""
    course = make_course({"one": with_quiz()})
    question = data_of(parse(lesson_site(course)))["lesson"]["quiz"]["questions"][0]
    del question["sealed"]
    assert question == {
        "id": "q1",
        "iri": "https://example.org/c/lessons/one/questions/q1",
        "type": "choice",
        "prompt": "Which <strong>one</strong>?",
        "text": "Which one?",
        "hint": "A <em>hint</em>",
        "points": 2,
        "fingerprint": fingerprint("q1|choice|2:[0]"),
        "shown": {
            "options": ["Zebra <code>a&lt;b</code>", "Gnu"],
            "texts": ["Zebra a<b", "Gnu"],
            "many": False,
        },
    }


@pytest.mark.parametrize(
    ("quiz", "key", "value"),
    [
        ({}, "attempts", None),
        ({"attempts": 3}, "attempts", 3),
        ({}, "feedback", "after-each"),
        ({"shuffle": ["options"]}, "shuffleOptions", True),
        ({"shuffle": ["options"]}, "shuffleQuestions", False),
        ({"pass_mark": 55}, "passMark", 55),
        ({}, "passMark", 70),
    ],
)
def test_a_quiz_says_how_it_is_asked(make_course: CourseMaker, quiz: dict[str, Any], key: str, value: object) -> None:
    """Attempts, feedback, shuffling and the pass mark are the quiz's own, else the course's."""
    course = make_course({"one": with_quiz(**quiz)}, pass_mark=70)
    assert data_of(parse(lesson_site(course)))["lesson"]["quiz"][key] == value


def test_the_course_page_knows_every_lesson(make_course: CourseMaker) -> None:
    """index.html of a course lists all its lessons with points and pass mark; a lesson's page lists none."""
    site = course_site(make_course({"one": with_quiz(), "two": {}}, pass_mark=70))
    home, lesson = data_of(parse(site)), data_of(parse(site, "lessons/one.html"))
    assert (home["version"], home["page"], home["lesson"]) == (1, "course", None)
    assert home["lessons"] == [
        {
            "id": "one",
            "iri": "https://example.org/c/lessons/one",
            "title": "Title",
            "href": "lessons/one.html",
            "points": 4,
            "passMark": 70,
        },
        {
            "id": "two",
            "iri": "https://example.org/c/lessons/two",
            "title": "Title",
            "href": "lessons/two.html",
            "points": 0,
            "passMark": None,
        },
    ]
    assert (lesson["page"], lesson["lessons"], lesson["unit"]) == ("lesson", [], home["unit"])


def test_a_lesson_package_knows_its_lesson(make_course: CourseMaker) -> None:
    """index.html of a lesson in its own package lists that lesson, and the unit is the lesson."""
    data = data_of(parse(lesson_site(make_course({"one": {"practice": {"steps": ["a", "b"]}}}))))
    assert [entry["href"] for entry in data["lessons"]] == ["index.html"]
    assert data["unit"] == {
        "kind": "lesson",
        "id": "https://example.org/c/lessons/one",
        "title": "Title",
        "language": "en",
        "report": "passed-failed",
        "exit": "suspend",
        "passMark": None,
        "interactions": True,
    }
    assert (data["lesson"]["steps"], data["lesson"]["quiz"]) == (2, None)


def test_it_may_stand_in_a_script(make_course: CourseMaker) -> None:
    """Whatever an author writes, it neither ends the script nor begins a comment, and comes out as it went in."""
    title = "</script><!-- <script> & \"'"
    quiz = {"questions": [QUESTIONS[0] | {"prompt": "`</script><!--`", "hint": "a\u2028b\u2029c"}]}
    site = lesson_site(make_course({"one": {"title": title, "quiz": quiz}}))
    source = text_of(site).split('id="scormpack-data">')[1]
    data = source.split("</script>")[0]
    assert not {"<", "\u2028", "\u2029"} & set(data)
    assert json.loads(data)["lesson"]["title"] == title
    assert json.loads(data)["lesson"]["quiz"]["questions"][0]["text"] == "</script><!--"
    assert json.loads(data)["lesson"]["quiz"]["questions"][0]["hint"] == "a\u2028b\u2029c"


def test_it_is_what_the_runtime_reads(make_course: CourseMaker, checkout: Path) -> None:
    """Each object has the keys of its interface in runtime/page/data.ts, no more and no fewer."""
    contract = (checkout / "runtime/page/data.ts").read_text(encoding="utf-8")
    data = data_of(parse(lesson_site(make_course({"one": with_quiz()}))))
    quiz = data["lesson"]["quiz"]
    index = data_of(parse(course_site(make_course({"one": with_quiz() | {"track": "Creators"}, "two": {}}))))
    made = {
        "CourseData": index["course"],
        "FacetData": index["course"]["facets"][0],
        "PageData": data,
        "UnitData": data["unit"],
        "LessonEntry": data["lessons"][0],
        "LessonData": data["lesson"],
        "QuizData": quiz,
        "QuestionData": quiz["questions"][0],
    }
    for name, value in made.items():
        body = re.search(rf"interface {name} {{(.*?)\n}}", contract, re.DOTALL)
        assert body
        assert set(re.findall(r"^  readonly (\w+)\??:", body[1], re.MULTILINE)) == set(value), name


def test_every_package_holds_the_readers_script(make_course: CourseMaker) -> None:
    """A lesson's page names the add-on by its way to it, and the package holds it."""
    course = make_course()
    name = addon_path("reader")
    for site, page, address in (
        (lesson_site(course), "index.html", name),
        (course_site(course), "lessons/one.html", f"../{name}"),
    ):
        assert data_of(parse(site, page))["lesson"]["reader"] == address
        assert site.files[name] == addons()["reader"]
