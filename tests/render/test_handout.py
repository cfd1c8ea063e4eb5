"""Facts about handouts and their keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html
from rendered import CourseMaker, Parsed

from scormpack.assets import templates_folder
from scormpack.load import load_course
from scormpack.model import QUESTION_TYPES, Course, plan_units
from scormpack.render import plan_frame
from scormpack.render.handout import HandoutKind, render_handout


def parse_html(text: str) -> Parsed:
    """Return a page, parsed."""
    return lxml_html.document_fromstring(text)


ALL_TYPES = Path(__file__).parents[1] / "courses" / "every-type"
PICTURE = "![A crumb](assets/icon.svg)"


def handout(course: Course, kind: HandoutKind = "handout", unit: str = "lesson") -> str:
    """Return the handout of the course's first lesson, or of the course."""
    return render_handout(plan_frame(course, plan_units(course, unit)[0]), kind).decode()  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def papers() -> dict[HandoutKind, Parsed]:
    """Return the handout of a lesson with every type of question, and its key, parsed."""
    course = load_course(ALL_TYPES)
    kinds: tuple[HandoutKind, ...] = ("handout", "key")
    return {kind: parse_html(handout(course, kind)) for kind in kinds}


def question(paper: Parsed, words: str) -> Parsed:
    """Return the question whose prompt begins so."""
    return next(q for q in paper.xpath("//li[@class='paper-question']") if words in q.find("div").text_content())


def spoken(node: Parsed, path: str) -> list[str]:
    """Return the texts of what is at ``path``, spaces evened out."""
    return [" ".join(found.text_content().split()) for found in node.xpath(path)]


def test_every_type_is_drawn_for_paper() -> None:
    """There is a template for each question type, and none for anything else."""
    assert {path.name.split(".")[0] for path in (templates_folder() / "paper").iterdir()} == set(QUESTION_TYPES)


def test_a_handout_tells_no_answer(papers: dict[HandoutKind, Parsed]) -> None:
    """On the handout no option is marked, no line is filled, no explanation is given; all questions are there."""
    paper = papers["handout"]
    assert len(paper.xpath("//li[@class='paper-question']")) == 14
    for nothing in ("//*[contains(@class,'is-right')]", "//*[@class='explanation']", "//*[@class='paper-feedback']"):
        assert paper.xpath(nothing) == []
    for empty in ("box", "rule"):
        assert set(spoken(paper, f"//span[contains(@class,'{empty}')]")) == {""}
    text = paper.text_content()
    assert "gluten forms" not in text
    assert [words for words in ("Also right", "Every number from", "Good descriptions") if words in text] == []


def test_a_key_tells_every_answer(papers: dict[HandoutKind, Parsed]) -> None:
    """On the key each type has its answer: ticked, written, lettered, numbered."""
    key = papers["key"]
    right = ".//li[@class='is-right']/div"
    assert spoken(question(key, "What makes the holes"), right) == [
        "Gas that the yeast gives off Yes: carbon dioxide, held by the gluten."
    ]
    assert spoken(question(key, "A dough that is kneaded"), right) == ["False"]
    assert spoken(question(key, "What is the elastic net"), ".//strong") == ["gluten"]
    assert spoken(question(key, "Fill in what"), ".//strong") == ["percent", "flour"]
    assert spoken(question(key, "A dough of 500 g"), ".//strong") == ["325"]
    assert "Every number from 321.75 to 328.25 is right." in question(key, "A dough of 500 g").text_content()
    letters = spoken(question(key, "What does each of these"), ".//strong")
    targets = spoken(question(key, "What does each of these"), ".//ol/li")
    assert targets["ABCDE".index(letters[0])] == "makes gas"
    order = question(key, "In which order")
    numbered = dict(zip(spoken(order, ".//li/span"), spoken(order, ".//li/div"), strict=True))
    assert numbered["1"] == "Mix flour, water, salt and yeast"
    assert sorted(numbered) == ["1", "2", "3", "4", "5"]
    assert "Good descriptions" in question(key, "Describe the best bread").text_content()


def test_a_handout_stands_alone(make_course: CourseMaker) -> None:
    """Pictures, logo and fonts are in it; sound, films and downloads are words; no address leads to a file."""
    body = (
        f"{PICTURE}\n\n[The sheet](sheet.pdf) and [a site](https://example.org/).\n\n"
        '<video controls src="film.mp4"><track kind="captions" src="film.vtt"></video>\n\n'
        "<details><summary>More</summary>Hidden.</details>\n\nA note[^1].\n\n[^1]: There.\n"
    )
    files: dict[str, str | bytes] = dict.fromkeys(("sheet.pdf", "film.mp4", "film.vtt", "face.woff2"), b"wOF2")
    files["film.vtt"] = b"WEBVTT\n\n00:00.000 --> 00:01.000\nWords.\n"
    theme = {"logo": "assets/icon.svg", "fonts": {"text": {"regular": "face.woff2"}}}
    lesson = {"sections": [{"heading": "H", "body": body}]}
    course = make_course({"one": lesson, "two": lesson}, files, theme=theme)
    for unit in ("lesson", "course"):
        text = handout(course, "handout", unit)
        page = parse_html(text)
        addresses = page.xpath("//@src | //@href | //@srcset | //@poster")
        assert {address.split(":")[0] if ":" in address else address[0] for address in addresses} == {
            "data",
            "https",
            "#",
        }
        assert re.findall(r"url\((?!\"?data:)", text) == []
        assert "data:font/woff2;base64," in text
        assert page.xpath("//script | //link | //video") == []
        assert "There is sound or a film here." in page.text_content()
        assert page.xpath("//details[not(@open)]") == []
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)) > 0
        assert all(address[1:] in ids for address in addresses if address.startswith("#"))


def test_a_handout_is_the_same_each_time() -> None:
    """Same input, same bytes."""
    assert handout(load_course(ALL_TYPES)) == handout(load_course(ALL_TYPES))


def test_a_lesson_keeps_its_language(make_course: CourseMaker) -> None:
    """In a course of several languages each lesson says its own, with its direction."""
    course = make_course({"one": {}, "two": {"language": "ar"}})
    page = parse_html(handout(course, "handout", "course"))
    assert [(a.get("lang"), a.get("dir")) for a in page.xpath("//article")] == [("en", "ltr"), ("ar", "rtl")]


def test_a_drawn_quiz_says_so(make_course: CourseMaker) -> None:
    """Paper has all questions of a quiz that draws, and says how many of them one attempt asks."""
    questions = [{"id": f"q{n}", "type": "true-false", "prompt": "So?", "answer": True} for n in range(4)]
    course = make_course({"one": {"quiz": {"draw": 3, "questions": questions}}})
    assert "In the lesson one attempt asks 3 of these 4 questions." in handout(course)


def test_a_lesson_without_a_quiz_has_a_key_that_says_so(make_course: CourseMaker) -> None:
    """A key is never an empty page."""
    assert "This lesson has no questions." in handout(make_course(), "key")


def test_a_course_may_change_how_paper_looks(make_course: CourseMaker) -> None:
    """Templates and style sheet of the paper can be replaced one by one, like all others."""
    files = {
        "templates/paper/true-false.html.j2": "<p>Yes or no?</p>",
        "templates/style/handout.css": "/* my paper */",
        "templates/style/extra.css": "p::after { content: '</style>' }",
    }
    quiz = {"questions": [{"id": "q", "type": "true-false", "prompt": "So?", "answer": True}]}
    text = handout(make_course({"one": {"quiz": quiz}}, files))
    assert "<p>Yes or no?</p>" in text
    assert "/* my paper */" in text
    assert text.count("</style>") == 1
