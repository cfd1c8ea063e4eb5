"""cmi5.xml: the course, its modules as blocks, and an assignable unit for each lesson (cmi5 13.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from scormpack.formats.cmi5.names import NAMESPACE
from scormpack.formats.element import Element, Vocabulary
from scormpack.formats.language import unit_language
from scormpack.formats.xapi.names import LESSON, OURS
from scormpack.formats.xml_file import one_line
from scormpack.model import Course, Module, Unit, is_judged, unit_pass_mark, unit_scos

_C = Vocabulary(NAMESPACE, {None: NAMESPACE, "scormpack": OURS})


def build_course_structure(course: Course, unit: Unit, build: str) -> Element:
    """Return the document of a unit's package; ``build`` is its build id, as the pages' footers show it."""
    lessons = unit_scos(course, unit)
    # 13.2: attributes of other namespaces may stand here, and an LMS passes over them.
    about = {f"{{{OURS}}}version": one_line(course.file.version), f"{{{OURS}}}build": build}
    return _C.element(
        "courseStructure",
        _described("course", course_id(unit), unit.title, unit.summary, unit_language(course, unit)),
        *_objectives(course, unit),
        *_content(course, unit, lessons),
        attributes=about,
    )


def course_id(unit: Unit) -> str:
    """Return the publisher's id of a package: a course, a module, or the course that is around one lesson.

    13.1.1: it is the course's alone, and an assignable unit has one of its own (13.1.4).
    """
    return f"{unit.iri}/course" if unit.is_one_lesson else unit.iri


def _content(course: Course, unit: Unit, lessons: Iterable[Unit]) -> Iterator[Element]:
    units = {lesson.lessons[0]: _au(course, lesson) for lesson in lessons}
    if unit.kind != "course":
        yield from units.values()
        return
    for number, module in enumerate(unit.modules, 1):
        yield _block(course, module, number, [units[lesson] for lesson in module.lessons])


def _block(course: Course, module: Module, number: int, units: Iterable[Element]) -> Element:
    """13.1.2; a module without an id is known by its place: no result hangs on it."""
    iri = f"{course.file.id}/modules/{module.id or number}"
    return _described("block", iri, module.title, module.summary, course.file.language, *units)


def _au(course: Course, lesson: Unit) -> Element:
    """13.1.4: what satisfies it is what its page says of a learner who is done with it."""
    lines = dict.fromkeys(course.lessons[lesson.lessons[0]].objectives)
    references = (_C.element("objective", attributes={"idref": _objective_id(course, line)}) for line in lines)
    mark = unit_pass_mark(course, lesson)
    judged = {"moveOn": "Completed"}
    if is_judged(course, lesson) and mark is not None:
        judged = {"moveOn": "Passed", "masteryScore": f"{mark / 100:.4g}"}
    return _described(
        "au",
        lesson.iri,
        lesson.title,
        lesson.summary,
        unit_language(course, lesson),
        *([_C.element("objectives", *references)] if lines else []),
        _C.element("url", lesson.page),
        attributes={**judged, "launchMethod": "AnyWindow", "activityType": LESSON},
    )


def _objectives(course: Course, unit: Unit) -> Iterator[Element]:
    """13.1.3: all that the lessons teach, each once; the same words in two lessons are one objective."""
    known: dict[str, str] = {}
    for lesson in (course.lessons[name] for name in unit.lessons):
        for line in lesson.objectives:
            known.setdefault(line, course.language(lesson))
    if known:
        defined = (
            _described("objective", _objective_id(course, line), line, None, language)
            for line, language in known.items()
        )
        yield _C.element("objectives", *defined)


def _objective_id(course: Course, line: str) -> str:
    """Authors give objectives no ids: other words are another objective, another order is not."""
    return f"{course.file.id}/objectives/{sha256(line.encode()).hexdigest()[:16]}"


def _described(  # noqa: PLR0913 - all of them are required
    name: str,
    iri: str,
    title: str,
    description: str | None,
    language: str,
    *more: Element,
    attributes: Mapping[str, str] | None = None,
) -> Element:
    """Title and description are required of every part."""
    parts = {"title": title, "description": description or title}
    texts = (
        _C.element(part, _C.element("langstring", one_line(words), attributes={"lang": language}))
        for part, words in parts.items()
    )
    return _C.element(name, *texts, *more, attributes={"id": iri, **(attributes or {})})
