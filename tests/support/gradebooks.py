"""Where each format's results are: how a place opens a package, and what its gradebook shows afterwards."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from cmi5_lms import Cmi5Lms
from cmi5_session import verb_of
from lrs import Lrs
from playwright.sync_api import Frame, Page
from scorm_host import ScormHost, leave

from scormpack.model import Course


@dataclass(frozen=True)
class Grade:
    """A line of a gradebook: ``passed``, ``failed``, ``completed`` or ``incomplete``, and percent."""

    word: str
    score: float | None


Grades = Mapping[str, Grade]
"""By the id of a lesson; that of the whole package, where it has a grade of its own, under ``whole``."""


class Gradebook(Protocol):
    """A place that opens packages and keeps results."""

    def open(self, page: Page, lesson: str | None) -> Frame:
        """Open the package, or where it launches each lesson by itself, one of them."""

    def leave(self, page: Page) -> None:
        """Leave as learners do."""

    def grades(self, page: Page) -> Grades:
        """Return all that is reported by now."""


def word_of(completion: str | None, success: str | None) -> str:
    """Return one word for SCORM 2004's two."""
    return success if success in {"passed", "failed"} else completion or "incomplete"


@dataclass(frozen=True)
class ScormBook:
    """A SCORM LMS.

    Attributes:
        host: the LMS; where each lesson is a SCO of its own, it keeps them apart by a learner for each.
        is_split: whether each lesson is a SCO.
        whole: lesson that the package is, or None for several.
    """

    host: ScormHost
    course: Course
    is_split: bool
    whole: str | None

    def open(self, page: Page, lesson: str | None) -> Frame:
        """Launch a SCO; the LMS judges by the mark of this one."""
        if lesson is None:
            return self.host.visit(page)
        mastery = self.host.mastery if self.course.lessons[lesson].quiz else None
        return self.host.visit(page, student=lesson, launch=f"package/lessons/{lesson}.html", mastery=mastery)

    def leave(self, page: Page) -> None:
        """Press the LMS's own button."""
        leave(page)

    def grades(self, page: Page) -> Grades:
        """Return what stands in the data model: of each SCO, and of each objective in a SCO of several lessons."""
        del page
        if self.is_split:
            stores = {lesson: self.host.store(lesson) for lesson in self.course.order}
            return {lesson: self._grade("cmi", store) for lesson, store in stores.items() if store}
        store = self.host.store()
        whole = self._grade("cmi", store)
        if self.whole is not None:
            return {self.whole: whole}
        numbers = [name.split(".")[2] for name in store if name.startswith("cmi.objectives.") and name.endswith(".id")]
        objectives = {store[f"cmi.objectives.{n}.id"]: self._grade(f"cmi.objectives.{n}", store) for n in numbers}
        return objectives | {"whole": whole}

    def _grade(self, at: str, store: Mapping[str, str]) -> Grade:
        core = f"{at}.core" if at == "cmi" and self.host.standard == "1.2" else at
        raw, scaled = store.get(f"{core}.score.raw"), store.get(f"{core}.score.scaled")
        if self.host.standard == "1.2":
            word = store[f"{core}.lesson_status" if at == "cmi" else f"{core}.status"]
        else:
            word = word_of(store.get(f"{at}.completion_status"), store.get(f"{at}.success_status"))
            assert (raw is None) == (scaled is None)
            assert raw is None or float(raw) == round(float(scaled or "") * 100, 2)
        return Grade(word, None if raw is None else float(raw))


@dataclass(frozen=True)
class XapiBook:
    """An LRS, and whoever launches from a list of activities."""

    lrs: Lrs
    url: str
    course: Course
    activity: str
    registration: str

    def open(self, page: Page, lesson: str | None) -> Frame:
        """Open the package's page with the launch's query."""
        assert lesson is None
        page.goto(f"{self.url}/index.html?{self.lrs.launch_query(self.activity, self.registration)}")
        return page.main_frame

    def leave(self, page: Page) -> None:
        """Go elsewhere."""
        page.goto("about:blank")

    def grades(self, page: Page) -> Grades:
        """Return the best verdict on each activity that is a lesson or the package."""
        del page
        names = {f"{self.course.file.id}/lessons/{lesson}": lesson for lesson in self.course.order}
        names.setdefault(self.activity, "whole")
        told: dict[str, list[dict[str, Any]]] = {}
        for statement in self.lrs.statements(registration=self.registration):
            if statement["object"]["id"] in names:
                told.setdefault(names[statement["object"]["id"]], []).append(statement)
        return {name: _best(statements) for name, statements in told.items()}


def _best(statements: list[dict[str, Any]]) -> Grade:
    verbs = [verb_of(statement) for statement in statements]
    word = next((verb for verb in ("passed", "failed", "completed") if verb in verbs), "incomplete")
    scores = [one["result"]["score"] for one in statements if verb_of(one) == word and "score" in one.get("result", {})]
    assert all(score["raw"] == round(score["scaled"] * 100, 2) for score in scores)
    return Grade(word, max((score["raw"] for score in scores), default=None))


@dataclass(frozen=True)
class Cmi5Book:
    """A cmi5 LMS: each lesson is launched by itself."""

    lms: Cmi5Lms
    lessons: tuple[str, ...]

    def open(self, page: Page, lesson: str | None) -> Frame:
        """Launch the lesson's unit."""
        page.goto(self.lms.launch(1 if lesson is None else self.lessons.index(lesson) + 1))
        return page.main_frame

    def leave(self, page: Page) -> None:
        """Go elsewhere."""
        page.goto("about:blank")

    def grades(self, page: Page) -> Grades:
        """Return the result of each unit that was launched."""
        del page
        results = (self.lms.result(number) for number, _ in enumerate(self.lessons, 1))
        grades = (Grade(word, None if score is None else score * 100) for word, score in results)
        return dict(zip(self.lessons, grades, strict=True))


@dataclass(frozen=True)
class WebBook:
    """A plain server: this browser keeps the results."""

    url: str
    unit: str
    whole: str

    def open(self, page: Page, lesson: str | None) -> Frame:
        """Open the site."""
        assert lesson is None
        page.goto(f"{self.url}/index.html")
        return page.main_frame

    def leave(self, page: Page) -> None:
        """Go elsewhere on the same server."""
        page.goto(f"{self.url}/manifest.json")

    def grades(self, page: Page) -> Grades:
        """Return what the browser holds of the package."""
        kept = json.loads(page.evaluate("(key) => localStorage.getItem(key)", f"scormpack:results:{self.unit}"))
        return {self.whole: Grade(word_of(kept["completion"], kept["success"]), kept["score"])}
