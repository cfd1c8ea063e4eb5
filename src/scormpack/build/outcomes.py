"""What an admin will see of a learner, case by case: docs/what-the-lms-is-told.md in the words of one package."""

from __future__ import annotations

from dataclasses import dataclass

from scormpack.build.report import BuiltPackage, Status

_TWO_WORDS: dict[Status, str] = {
    "passed": "completed, passed",
    "failed": "completed, failed",
    "completed": "completed",
    "incomplete": "incomplete",
}


@dataclass(frozen=True, slots=True)
class Case:
    """What a learner has done, the status that the LMS then shows, and the grade."""

    done: str
    status: str
    grade: str


def list_cases(package: BuiltPackage) -> tuple[Case, ...]:
    """Return the cases of a package, from opening it to coming back."""
    if package.scos == "per-lesson" and package.lessons > 1:
        cases = _each_lesson(package)
    else:
        cases = [("opened it, and left", "incomplete", "none")]
        if package.expected.score is None:
            read = "read all of it" if package.kind == "lesson" else "read all of its lessons"
            cases.append((read, "completed", "none"))
        else:
            cases += _scored(package)
    words = _TWO_WORDS if package.format.startswith(("scorm2004", "cmi5")) else {}
    back = Case("came back later, or tried again and did worse", "unchanged", "unchanged")
    return (*(Case(done, words.get(status, status), grade) for done, status, grade in cases), back)


def _scored(package: BuiltPackage) -> list[tuple[str, Status, str]]:
    done = "finished the quiz" if package.kind == "lesson" else "finished all of its lessons"
    percent = "the percent reached" if package.kind == "lesson" else "the mean of its quizzes, in percent"
    cases: list[tuple[str, Status, str]] = []
    if package.kind != "lesson":
        cases.append(("finished some of its lessons", "incomplete", "the mean, unfinished quizzes counting 0"))
    first, *others = package.expected.statuses
    if not others:
        return [*cases, (done, first, percent)]
    cases.append((f"{done}, with {package.pass_mark} % or more", first, percent))
    cases.append((f"{done}, with less than {package.pass_mark} %", others[0], percent))
    return cases


def _each_lesson(package: BuiltPackage) -> list[tuple[str, Status, str]]:
    """Each has a status and a score of its own, and perhaps no quiz."""
    cases: list[tuple[str, Status, str]] = [
        ("opened a lesson, and left", "incomplete", "none"),
        ("read all of a lesson without a quiz", "completed", "none"),
    ]
    percent = "the percent reached, for that lesson"
    first, *others = package.expected.statuses
    if package.expected.score is not None and not others:
        cases.append(("finished a lesson's quiz", first, percent))
    if others:
        cases.append(("finished a lesson's quiz, with its pass mark or more", first, percent))
        cases.append(("finished a lesson's quiz, with less than its pass mark", others[0], percent))
    return cases
