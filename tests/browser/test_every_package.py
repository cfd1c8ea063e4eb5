"""Every package of the example course, opened once (complaints 41 and 54)."""

import base64
import json
import re
from zipfile import ZipFile

import pytest
from learner import Learner
from packages import Packages, Serve
from playwright.sync_api import Page, expect

FORMAT_NAMES = ["scorm12", "scorm2004", "xapi"]
"""SCORM 2004's 3rd edition has the very pages and runtime of the 4th: tests/formats/test_registry.py."""


@pytest.mark.parametrize("format_name", FORMAT_NAMES)
def test_every_lesson_package_opens(example: Packages, serve: Serve, page: Page, format_name: str) -> None:
    """Each lesson's package shows its title and draws its quiz, with no error and no request to another host."""
    for lesson in example.course.lessons.values():
        page.goto(f"{serve(example.zip_of(lesson.id, format_name))}/index.html")
        expect(page).to_have_title(re.compile(re.escape(lesson.title)))
        expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
        Learner(page.main_frame, lesson).expect_answered(0)
        broken = "[...document.images].filter((image) => image.complete && image.naturalWidth === 0).length"
        assert page.evaluate(broken) == 0


@pytest.mark.parametrize("format_name", FORMAT_NAMES)
def test_every_course_package_opens(example: Packages, serve: Serve, page: Page, format_name: str) -> None:
    """The course's package leads through all lessons in order, each with its title and its quiz."""
    page.goto(f"{serve(example.zip_of('course', format_name))}/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(example.course.file.title)
    lessons = [example.lesson(name) for name in example.course.order]
    page.get_by_role("link", name=lessons[0].title, exact=True).click()
    for number, lesson in enumerate(lessons):
        expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
        expect(page).to_have_title(re.compile(re.escape(lesson.title)))
        Learner(page.main_frame, lesson).expect_answered(0)
        if number + 1 < len(lessons):
            page.get_by_role("link", name=f"Next {lessons[number + 1].title}").click()


@pytest.mark.parametrize("format_name", FORMAT_NAMES)
def test_no_page_gives_answers_away(example: Packages, format_name: str) -> None:
    """Neither feedback nor explanation nor a mark on the right option stands in any file, plain or in base64."""
    for lesson in example.course.lessons.values():
        with ZipFile(example.zip_of(lesson.id, format_name)) as zipped:
            page = zipped.read("index.html").decode()
        data = page.partition('id="scormpack-data">')[2].partition("</script>")[0]
        told = json.loads(data)
        questions = told["lesson"]["quiz"]["questions"]
        told["lesson"].pop("tutor", None)  # it quotes the lesson, which may say the same
        said = json.dumps(told, ensure_ascii=False)
        assert lesson.quiz is not None
        for question, shown in zip(lesson.quiz.questions, questions, strict=True):
            assert not {"answer", "correct", "explanation", "feedback"} & (shown.keys() | shown["shown"].keys())
            secrets = [question.explanation or "", *(question.feedback(str) or [])]
            for secret in filter(None, secrets):
                opening = " ".join(secret.split())[:30]
                assert opening not in said
                assert base64.b64encode(opening.encode())[:30].decode() not in data
            assert b'"correct"' not in base64.b64decode(shown["sealed"])
