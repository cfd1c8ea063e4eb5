"""The page that a unit of several lessons opens on: made of what lists say of them, and not again while that stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pydantic_core import from_json, to_json

from scormpack.build.crew import Alone
from scormpack.build.made_file import MadeFile, bare_frame, key_of_frame, pack_file, read_looks, said_on_pages
from scormpack.build.memory import Later, Memory, Stage
from scormpack.build.secrets import Secrets, scan_file
from scormpack.build.store import key_of
from scormpack.formats.page_rules import look_at_page
from scormpack.model import Course, Outline, QuizOutline, media_of, named_banks
from scormpack.render import Frame, render_course_page
from scormpack.render.site import Seen

_SEARCH = "assets/search-8d1b64e07fa2c953b6d07c4e1a58f392.js"
"""Stands for the path of the index that the page searches in: it changes with any lesson's words, the page does not."""


class Home(NamedTuple):
    """The page as it was rendered.

    Attributes:
        path: in the package.
        page: its bytes, with marks for the build id and for the index that it searches in.
        secrets: what in it has the form of one.
        seen: what it asks for.
    """

    path: str
    page: bytes
    secrets: Secrets
    seen: Seen


def make_home(frame: Frame, search: str, memory: Memory) -> MadeFile:
    """Return the page, which searches in the index at the path ``search``.

    Raises:
        CourseError: as ``render_site``.
    """
    told, course, lessons = bare_frame(frame, said_on_pages(frame.course)), frame.course, frame.unit.lessons
    banks = named_banks(course, lessons)
    media = media_of(course, told.course.file, (), ())

    def part(_: str) -> Course:
        made = replace(told.course, media=media, banks={name: course.banks[name] for name in banks})
        cards = {name: _as_listed(course.outlines[name]) for name in lessons}
        vars(made).update(outlines=cards, minutes={name: course.minutes[name] for name in lessons})
        return made

    read = [course.bank_origins.get(name) for name in banks]
    digests = [origin.digest for origin in read if origin is not None]
    key = None
    if memory.store and len(digests) == len(read):
        outlines = [course.outlines[name] for name in lessons]
        shown = [(one.listed, one.quiz and one.quiz.weighed, course.minutes[one.id]) for one in outlines]
        key = key_of(key_of_frame("home", told).hex(), repr(shown), repr(media), *digests)
    (home,) = memory._replace(crew=Alone()).share_out(HOMES, told, Later(part, [frame.unit.name]), [key])
    return pack_file(home.path, home.page.replace(_SEARCH.encode(), search.encode()), home.secrets, home.seen)


def _as_listed(outline: Outline) -> Outline:
    """Return no more of a lesson than lists say, and what its quiz weighs."""
    return outline.card._replace(
        quiz=outline.quiz and QuizOutline(*outline.quiz.weighed, (), is_timed=False, attempts=None)
    )


def make_homes(frame: Frame, parts: Sequence[Course]) -> list[Home]:
    """Return the page of each part of a course."""
    made = [render_course_page(frame._replace(course=part), _SEARCH) for part in parts]
    return [Home(path, page, scan_file(page), look_at_page(path, page)) for path, page in made]


def _write_home(home: Home) -> bytes:
    return to_json((home.path, home.secrets, home.seen)) + b"\n" + home.page


def _read_home(kept: bytes) -> Home:
    head, _, page = kept.partition(b"\n")
    path, secrets, seen = from_json(head)
    return Home(path, page, *read_looks(secrets, seen))


HOMES = Stage(make_homes, _write_home, _read_home)
