"""Facts about pages that are made one by one."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from scormpack.archive import compress
from scormpack.build.crew import Alone, Crew
from scormpack.build.made_file import ready_file
from scormpack.build.memory import Memory
from scormpack.build.pages import render_unit
from scormpack.build.reading import Reading
from scormpack.build.store import Store
from scormpack.formats.page_rules import look_at_page
from scormpack.load import load_course
from scormpack.model import plan_units
from scormpack.render import plan_frame, render_lesson_files, render_site

ROOT = Path(__file__).parents[2]
COURSES = [ROOT / "lessons", *sorted((ROOT / "tests" / "courses").iterdir())]


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_page_needs_no_more_than_its_part(folder: Path, together: Crew) -> None:
    """Made from its lesson and the cards of others, it is the page that the whole course makes."""
    for crew in (Alone(), together):
        course = load_course(folder, Reading(Memory(crew, Store(None))))
        (unit,) = plan_units(course, "course")
        frame = plan_frame(course, unit)
        whole = dict(chain.from_iterable(render_lesson_files(frame, name) for name in unit.lessons))
        site = render_unit(course, unit, Memory(crew, Store(None)))
        ready = {path: file for path in site.files if (file := ready_file(site.files, path))}
        whole["index.html"] = render_site(course, unit).files["index.html"]
        assert {path: file.read() for path, file in ready.items()} == whole
        assert {path: file.member for path, file in ready.items()} == {p: compress(p, d) for p, d in whole.items()}
        assert {path: file.seen for path, file in ready.items()} == {p: look_at_page(p, d) for p, d in whole.items()}
        assert site.files == render_site(course, unit).files


def test_a_template_of_the_courses_own_gets_the_build_id_itself(tmp_path: Path, example_course: Path) -> None:
    """It may cut the id, or count its letters."""
    course = tmp_path / "course"
    for file in example_course.rglob("*"):
        if file.is_file():
            target = course / file.relative_to(example_course)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    (course / "templates").mkdir(exist_ok=True)
    (course / "templates" / "_footer.html.j2").write_text("<footer>{{ build[:4] }}-{{ build | length }}</footer>")
    loaded = load_course(course)
    (unit,) = plan_units(loaded, "course")
    site = render_unit(loaded, unit, Memory(Alone(), Store(None)))
    pages = [page for path, page in site.files.items() if path.endswith(".html")]
    assert len(pages) > 1
    for page in pages:
        assert f"<footer>{site.build[:4]}-10</footer>".encode() in page
