"""The tutor of a lesson, before somebody asks it."""

from __future__ import annotations

import json
from typing import Any

from rendered import CourseMaker, course_site, data_of, lesson_site, parse

from scormpack.assets import addon_path, addons
from scormpack.model import plan_units
from scormpack.render import Site
from scormpack.render.hosts import outside_hosts

TERMS = [
    {"term": "Brief", "definition": "A text.", "also": ["order", "task"]},
    {"term": "Reader", "definition": "You."},
]


def test_a_lesson_without_a_tutor_carries_none(make_course: CourseMaker) -> None:
    """Neither the part of the page nor the script is there."""
    site = lesson_site(make_course())
    assert not parse(site).xpath("//*[@id='tutor']")
    assert data_of(parse(site))["lesson"]["tutor"] is None
    assert addon_path("tutor") not in site.files


def test_a_tutor_has_its_script_terms_and_questions(make_course: CourseMaker) -> None:
    """Its script is in the package, its data name the terms with their other names, its chips ask for them."""
    course = make_course({"one": {"tutor": True, "key_terms": TERMS}, "two": {}})
    page = parse(lesson_site(course))
    tutor = data_of(page)["lesson"]["tutor"]
    assert tutor["terms"] == [["Brief", "order", "task"], ["Reader"]]
    assert (tutor["endpoint"], tutor["record"], tutor["language"]) == (None, False, "en")
    assert lesson_site(course).files[tutor["addon"]] == addons()["tutor"]
    chips = page.xpath("//*[@id='tutor-chips']//button")
    assert [chip.text for chip in chips] == ["What does “Brief” mean?", "What does “Reader” mean?"]
    assert "stay on this page" in page.xpath("string(//*[@id='tutor'])")


def asks_of(site: Site, lesson: str, path: str = "index.html") -> dict[str, Any]:
    """Return what the script of a lesson's questions holds; its address counts from the lesson's page."""
    address = data_of(parse(site, path))["lesson"]["tutor"]["asks"]
    script = site.files[address.removeprefix("../")].decode()
    before = f'((globalThis.scormpackAddons??={{}}).asks??={{}})["{lesson}"]='
    assert script.startswith(before)
    read: dict[str, Any] = json.loads(script.removeprefix(before).removesuffix(";\n"))
    return read


ASKS = [
    {"quote": " The  text ", "questions": ["who?", "when?"]},
    {"questions": ["how much?"]},
    {"quote": "text", "questions": ["why?"]},
    {"lesson": "two", "questions": ["what else?"]},
]


def test_a_tutor_has_the_authors_questions(make_course: CourseMaker) -> None:
    """In a script of their own: each passage's words with its questions, then those left open, and where to go."""
    course = make_course({"one": {"tutor": True, "key_terms": TERMS, "asks": ASKS}, "two": {}})
    page = parse(lesson_site(course))
    asks = asks_of(lesson_site(course), "one")
    assert asks["answered"] == [["The text", "who?", "when?"], ["text", "why?"]]
    other = asks["open"][1].pop("lesson")
    assert asks["open"] == [{"lesson": None, "questions": ["how much?"]}, {"questions": ["what else?"]}]
    assert (other["id"], other["title"], other["language"]) == ("two", "Title", "en")
    assert "2" in other["elsewhere"]  # where in the course
    chips = page.xpath("//*[@id='tutor-chips']//button")
    assert [chip.text for chip in chips] == ["What does “Brief” mean?", "who?", "why?"]
    within = asks_of(course_site(course), "one", "lessons/one.html")
    assert within["open"][1]["lesson"]["elsewhere"] == ""


def test_a_tutor_without_questions_loads_none(make_course: CourseMaker) -> None:
    """Nor does a lesson without a tutor bring a script of questions along."""
    site = lesson_site(make_course({"one": {"tutor": True}, "two": {}}))
    assert data_of(parse(site))["lesson"]["tutor"]["asks"] is None
    silent = lesson_site(make_course({"one": {"asks": ASKS}, "two": {}}))
    assert [path for path in (*site.files, *silent.files) if "asks" in path] == []


def test_in_a_course_the_script_is_found_from_the_lessons_folder(make_course: CourseMaker) -> None:
    """Its address counts from the lesson's page."""
    site = course_site(make_course({"one": {"tutor": True}, "two": {}}))
    assert data_of(parse(site, "lessons/one.html"))["lesson"]["tutor"]["addon"] == f"../{addon_path('tutor')}"
    assert addon_path("tutor") in site.files


def test_a_service_is_named_to_the_learner(make_course: CourseMaker) -> None:
    """The page says which host writes the answers, and no longer that questions stay on the page."""
    course = make_course({"one": {"tutor": True}}, tutor={"endpoint": "https://tutor.example.org/ask", "timeout": 5})
    page = parse(lesson_site(course))
    words = page.xpath("string(//*[@id='tutor'])")
    assert "tutor.example.org" in words
    assert "stay on this page" not in words
    assert data_of(page)["lesson"]["tutor"]["timeout"] == 5


def test_a_service_is_among_the_hosts_of_the_report(make_course: CourseMaker) -> None:
    """Of those units alone that hold a lesson with a tutor."""
    course = make_course({"one": {"tutor": True}, "two": {}}, tutor={"endpoint": "https://tutor.example.org/ask"})
    one, two = plan_units(course, "lesson")
    assert (outside_hosts(course, one), outside_hosts(course, two)) == (("tutor.example.org",), ())
