"""What a course is, as values: no files, no formats, no pages."""

from __future__ import annotations

from scormpack.model.bank import Bank
from scormpack.model.course import Course, CourseFile, Module, Origin
from scormpack.model.languages import (
    digits_of,
    fallbacks,
    format_number,
    groups_by_point,
    is_known,
    named_language,
    other_code,
    plural_form,
    plural_forms,
    script_of,
)
from scormpack.model.lesson import Asked, KeyTerm, Lesson, Practice, Quiz, Section
from scormpack.model.media import Captions, Media
from scormpack.model.outline import Outline, QuizOutline, hash_content, outline_lesson, read_outline, write_model
from scormpack.model.part import media_of, named_banks, take_part
from scormpack.model.questions import QUESTION_TYPES, Question
from scormpack.model.scratch import Scratch, Slip, Waiting, fetch
from scormpack.model.state_budget import worst_state
from scormpack.model.texts import markdown_keys, markdown_texts, plain_texts
from scormpack.model.theme import SystemFont, Theme, Typeface
from scormpack.model.tutor import Tutor
from scormpack.model.unit import (
    MOST_INTERACTIONS,
    Unit,
    is_judged,
    plan_units,
    reports_interactions,
    unit_pass_mark,
    unit_scos,
)
from scormpack.model.written import MANY, Written

__all__ = [
    "MANY",
    "MOST_INTERACTIONS",
    "QUESTION_TYPES",
    "Asked",
    "Bank",
    "Captions",
    "Course",
    "CourseFile",
    "KeyTerm",
    "Lesson",
    "Media",
    "Module",
    "Origin",
    "Outline",
    "Practice",
    "Question",
    "Quiz",
    "QuizOutline",
    "Scratch",
    "Section",
    "Slip",
    "SystemFont",
    "Theme",
    "Tutor",
    "Typeface",
    "Unit",
    "Waiting",
    "Written",
    "digits_of",
    "fallbacks",
    "fetch",
    "format_number",
    "groups_by_point",
    "hash_content",
    "is_judged",
    "is_known",
    "markdown_keys",
    "markdown_texts",
    "media_of",
    "named_banks",
    "named_language",
    "other_code",
    "outline_lesson",
    "plain_texts",
    "plan_units",
    "plural_form",
    "plural_forms",
    "read_outline",
    "reports_interactions",
    "script_of",
    "take_part",
    "unit_pass_mark",
    "unit_scos",
    "worst_state",
    "write_model",
]
