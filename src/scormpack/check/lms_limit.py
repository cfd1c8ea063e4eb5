"""Texts that LMSs cut or lose."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import question_lists
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


def check_long_answers(course: Course) -> Iterator[Fault]:
    """Yield the answers that no report of SCORM 1.2 holds whole."""
    if "scorm12" not in course.file.formats:
        return
    for held in question_lists(course):
        for at, question in enumerate(held.questions):
            if not isinstance(question, FillIn):
                continue
            length = len(",".join(texts[0] for texts in question.accepted))
            if length > LONGEST_RESPONSE:
                message = f"the right answer has {length} characters; in SCORM 1.2 an LMS holds {LONGEST_RESPONSE}"
                key = "answers" if question.answers else "blanks"
                hint = "Reports will be cut: ask for less, or in two questions."
                yield Fault(held.file, (*held.path, at, key), message, hint)
