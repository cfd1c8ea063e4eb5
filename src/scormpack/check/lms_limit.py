"""Texts that LMSs cut or lose."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import QuestionList
from scormpack.check.place import Fault
from scormpack.load import COURSE_FILE, lesson_file
from scormpack.model import Course
from scormpack.model.questions.fill_in import FillIn

LONGEST_RESPONSE = 255
"""Characters of ``cmi.interactions.n.correct_responses.n.pattern``: CMIFeedback, SCORM 1.2 RTE 3.4.4."""


def check_lms_titles(course: Course) -> Iterator[Fault]:
    """Yield the titles that Moodle takes for none."""
    titles = [(COURSE_FILE, course.file.title), *((lesson_file(one.id), one.title) for one in course.outlines.values())]
    for file, title in titles:
        if title == "0":
            yield Fault(file, ("title",), "Moodle takes a title of `0` for none", "Write a word, as in `Lesson 0`.")


def check_long_answers(held: QuestionList) -> Iterator[Fault]:
    """Yield the answers that no report of SCORM 1.2 holds whole."""
    for asked in held.of(FillIn) if "scorm12" in held.formats else ():
        length = len(",".join(texts[0] for texts in asked.question.accepted))
        if length > LONGEST_RESPONSE:
            message = f"the right answer has {length} characters; in SCORM 1.2 an LMS holds {LONGEST_RESPONSE}"
            key = "answers" if asked.question.answers else "blanks"
            yield asked.fault(message, "Reports will be cut: ask for less, or in two questions.", key)
