"""A course's own templates, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import escape
from rendered import CourseMaker, course_site, lesson_site, parse, text_of

from scormpack.errors import CourseError, Finding
from scormpack.load import load_course
from scormpack.model import plan_units
from scormpack.render import environment, plan_frame, render_site
from scormpack.render.environment import templates_digest
from scormpack.render.messages import Messages
from scormpack.render.pages import render_lesson_page

EXAMPLE = Path(__file__).parents[2] / "lessons"


def fault_of(make_course: CourseMaker, template: str | bytes, name: str = "_key_terms.html.j2") -> Finding:
    """Return the one finding of a course with this template."""
    with pytest.raises(CourseError) as raised:
        lesson_site(make_course(files={f"templates/{name}": template}))
    (finding,) = raised.value.findings
    assert (finding.code, finding.file) == ("template-error", f"templates/{name}")
    return finding


def test_a_course_may_replace_a_part(make_course: CourseMaker) -> None:
    """A template of the same name in the course's own folder takes the place of ours; all others stay."""
    course = make_course(files={"templates/_footer.html.j2": "<footer>{{ course.title }}, ours</footer>"})
    page = parse(lesson_site(course))
    assert page.xpath("string(//footer)") == "Course, ours"
    assert page.xpath("string(//h1)") == "Title"


def test_a_course_may_extend_a_page(make_course: CourseMaker) -> None:
    """A page of the course's own may build on our base, and name what docs/templates.md lists."""
    template = (
        '{% extends "base.html.j2" %}{% block kind %}course{% endblock %}'
        "{% block main %}<h1>{{ overview.title }}: {{ say('site.lessons', n=overview.count) }}</h1>{% endblock %}"
    )
    page = parse(course_site(make_course(files={"templates/course.html.j2": template})))
    assert page.xpath("string(//main/h1)") == "Course: 1 lesson"


def test_an_unknown_name_is_a_finding(make_course: CourseMaker) -> None:
    """A name that is not there is a finding at its line, with the line itself."""
    finding = fault_of(make_course, "<p>fine</p>\n  <p>{{ lesson.titel }}</p>\n")
    assert (finding.line, finding.column, finding.source) == (2, 3, "  <p>{{ lesson.titel }}</p>")
    assert "titel" in finding.message


def test_faulty_syntax_is_a_finding(make_course: CourseMaker) -> None:
    """A template that Jinja cannot read is a finding at its line."""
    assert fault_of(make_course, "\n\n{% if %}\n").line == 3


@pytest.mark.parametrize(
    "template",
    ["{{ 1 / 0 }}", "{{ 1 + 'a' }}", "{{ say('no.such') }}", "{% include 'no-such.html' %}", "{{ lesson.nothing }}"],
)
def test_whatever_fails_is_a_finding(make_course: CourseMaker, template: str) -> None:
    """Arithmetic, types, messages and files that are not there: never a traceback."""
    assert fault_of(make_course, f"\n{template}").line == 2


def test_templates_stay_in_their_box(make_course: CourseMaker) -> None:
    """A template reaches no internals of Python."""
    assert "unsafe" in fault_of(make_course, "{{ say.__globals__ }}").message


def test_a_template_in_another_encoding_is_a_finding(make_course: CourseMaker) -> None:
    """A template that is not UTF-8 is a finding about the file."""
    assert fault_of(make_course, b"caf\xe9").line == 0


def test_an_edit_is_seen(make_course: CourseMaker) -> None:
    """A changed template is used at once: a preview outlives it."""
    course = make_course(files={"templates/_footer.html.j2": "one"})
    assert "one" in text_of(lesson_site(course))
    digest = templates_digest(course.root)
    course = make_course(files={"templates/_footer.html.j2": "another"})
    assert "another" in text_of(lesson_site(course))
    assert templates_digest(course.root) != digest


@pytest.mark.parametrize("part", ["parts/note.html.j2", "note.txt"])
def test_whatever_a_template_includes_counts_for_the_build(make_course: CourseMaker, part: str) -> None:
    """A file below ``templates/`` that a template includes is one of them, in a folder of its own or by any ending."""
    footer = {"templates/_footer.html.j2": f'{{% include "{part}" %}}'}
    course = make_course(files={**footer, f"templates/{part}": "one"})
    digest = templates_digest(course.root)
    course = make_course(files={**footer, f"templates/{part}": "other"})
    assert "other" in text_of(lesson_site(course))
    assert templates_digest(course.root) != digest


def test_parts_are_put_in_as_jinja_would_include_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that is put into a template once comes out, to the byte, as one that Jinja includes on every page."""
    course = load_course(EXAMPLE)
    unit = plan_units(course, "course")[0]
    put_in = render_site(course, unit)
    monkeypatch.setattr(environment, "_has_own", lambda _root: True)
    assert render_site(course, unit).files == put_in.files


@pytest.mark.parametrize(
    "text",
    [
        "Skip",
        "Überspringen",
        "<b>&'\"",
        "",
        " Two  spaces ",
        "A line\r\nand another\n",
        "{{ 7 * 7 }}",
        "{% if %}",
        "{# {no}",
    ],
)
def test_a_text_stands_on_the_page_as_it_is(make_course: CourseMaker, text: str) -> None:
    """A text that no lesson changes is put into the template itself, and nothing in it is read as a template's mark."""
    course = make_course()
    frame = plan_frame(course, plan_units(course, "lesson")[0])
    texts = {**frame.messages["en"].texts, "site.skip": text}
    _, page = render_lesson_page(frame._replace(messages={"en": Messages("en", texts)}), "one")
    assert f'<a class="skip" href="#main">{escape(text)}</a>\n' in page.decode()
