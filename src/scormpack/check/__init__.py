"""What a valid course may still do wrong: one rule a file, one line here each, one page in docs/rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from scormpack.check.accepted_answers import check_accepted_answers
from scormpack.check.answer_pattern import check_answer_patterns
from scormpack.check.asked_both_ways import check_asked_both_ways
from scormpack.check.asked_number import check_asked_numbers
from scormpack.check.asked_passage import check_asked_passages
from scormpack.check.asked_question import QuestionList, question_lists
from scormpack.check.asked_without_tutor import check_asked_without_tutor
from scormpack.check.authored_text import AuthoredFile, AuthoredText, authored_files
from scormpack.check.call_out import check_call_outs
from scormpack.check.code_language import check_code_languages
from scormpack.check.colour_contrast import check_colour_contrast
from scormpack.check.compared_question import Comparison, write_lists
from scormpack.check.curved_quotes import check_curved_quotes
from scormpack.check.entry_indent import check_entry_indents
from scormpack.check.every_option_right import check_every_option_right
from scormpack.check.film_captions import check_film_captions
from scormpack.check.font_file import check_font_files
from scormpack.check.formula import check_formulas
from scormpack.check.frame_title import check_frame_titles
from scormpack.check.grouped_number import check_grouped_numbers
from scormpack.check.heading_order import check_heading_order
from scormpack.check.ignores import IGNORE_CODES, set_aside
from scormpack.check.image_alternative import check_image_alternatives
from scormpack.check.image_name import check_image_names
from scormpack.check.link_words import check_link_words
from scormpack.check.lms_limit import check_lms_titles, check_long_answers
from scormpack.check.media_weight import check_media_weight
from scormpack.check.message_file import check_message_files
from scormpack.check.missing_feedback import check_missing_feedback
from scormpack.check.module_id import check_module_ids
from scormpack.check.numeric_margin import check_numeric_margin
from scormpack.check.option_length import check_option_length
from scormpack.check.option_place import check_option_places
from scormpack.check.page_anchor import check_page_anchors
from scormpack.check.part_language import check_part_languages
from scormpack.check.parts import NOWHERE, Division, Part, cut_down, divide_course, join_lessons, lone_part
from scormpack.check.place import Fault, LastFile, files_in
from scormpack.check.placeholder import check_placeholders
from scormpack.check.plain_http import check_plain_http
from scormpack.check.plain_marks import check_plain_marks
from scormpack.check.reading_time import check_reading_time
from scormpack.check.related_one_sided import check_related_lessons
from scormpack.check.repeated_word import check_repeated_words
from scormpack.check.rule import Rule, Subject
from scormpack.check.same_options import check_same_options
from scormpack.check.same_question import check_same_questions
from scormpack.check.same_titles import check_same_headings, check_same_titles
from scormpack.check.secret import check_authored_secrets, check_secrets
from scormpack.check.sound_transcript import check_sound_transcripts
from scormpack.check.summary_length import check_summary_length
from scormpack.check.table_dashes import check_table_dashes
from scormpack.check.tag_refused import check_refused_tags
from scormpack.check.text_as_anchor import check_texts_as_anchors
from scormpack.check.text_as_comment import check_texts_as_comments
from scormpack.check.text_without_bar import check_texts_without_bar
from scormpack.check.time_limit import check_time_limits
from scormpack.check.title_length import check_title_length
from scormpack.check.unlisted_bank import check_unlisted_banks
from scormpack.check.unlisted_lesson import check_unlisted_lessons
from scormpack.check.unseen_feedback import check_unseen_feedback
from scormpack.check.untranslated_language import check_untranslated_languages
from scormpack.check.unused_term import check_unused_terms
from scormpack.check.useless_pass_mark import check_pass_marks
from scormpack.errors import Finding
from scormpack.load import Source
from scormpack.model import Course

COURSE_RULES: tuple[Rule[Course], ...] = (
    Rule("colour-contrast", check_colour_contrast),
    Rule("font-file", check_font_files, binding=True),
    Rule("lms-limit", check_lms_titles),
    Rule("message-file", check_message_files, binding=True),
    Rule("module-id", check_module_ids, "error", binding=True),
    Rule("related-one-sided", check_related_lessons),
    Rule("same-titles", check_same_titles),
    Rule("secret", check_secrets),
    Rule("title-length", check_title_length, "error", binding=True),
    Rule("unlisted-bank", check_unlisted_banks),
    Rule("unlisted-lesson", check_unlisted_lessons),
    Rule("untranslated-language", check_untranslated_languages),
)

LESSON_RULES: tuple[Rule[Course], ...] = (
    Rule("asked-both-ways", check_asked_both_ways, "error"),
    Rule("asked-passage", check_asked_passages),
    Rule("asked-without-tutor", check_asked_without_tutor),
    Rule("reading-time", check_reading_time),
    Rule("same-titles", check_same_headings),
    Rule("summary-length", check_summary_length),
    Rule("time-limit", check_time_limits),
    Rule("unused-term", check_unused_terms),
    Rule("useless-pass-mark", check_pass_marks),
)
"""Of a part of a course: one lesson, or those that share a bank."""

QUIZ_RULES: tuple[Rule[Comparison], ...] = (
    Rule("answer-pattern", check_answer_patterns),
    Rule("same-question", check_same_questions),
)
"""Of all quizzes of a course, and of nothing else in it."""

FILE_RULES: tuple[Rule[AuthoredFile], ...] = (
    Rule("curved-quotes", check_curved_quotes),
    Rule("entry-indent", check_entry_indents, fixable=True),
    Rule("grouped-number", check_grouped_numbers),
    Rule("placeholder", check_placeholders),
    Rule("plain-marks", check_plain_marks),
    Rule("repeated-word", check_repeated_words, fixable=True),
    Rule("secret", check_authored_secrets),
    Rule("text-as-anchor", check_texts_as_anchors),
    Rule("text-as-comment", check_texts_as_comments),
    Rule("text-without-bar", check_texts_without_bar),
)

QUESTION_RULES: tuple[Rule[QuestionList], ...] = (
    Rule("accepted-answers", check_accepted_answers),
    Rule("asked-number", check_asked_numbers),
    Rule("every-option-right", check_every_option_right),
    Rule("lms-limit", check_long_answers),
    Rule("missing-feedback", check_missing_feedback),
    Rule("numeric-margin", check_numeric_margin),
    Rule("option-length", check_option_length),
    Rule("option-place", check_option_places),
    Rule("same-options", check_same_options),
    Rule("unseen-feedback", check_unseen_feedback),
)

TEXT_RULES: tuple[Rule[AuthoredText], ...] = (
    Rule("call-out", check_call_outs, fixable=True),
    Rule("code-language", check_code_languages),
    Rule("film-captions", check_film_captions),
    Rule("formula", check_formulas, "error", binding=True),
    Rule("frame-title", check_frame_titles),
    Rule("heading-order", check_heading_order),
    Rule("image-alternative", check_image_alternatives),
    Rule("image-name", check_image_names),
    Rule("link-words", check_link_words),
    Rule("media-weight", check_media_weight),
    Rule("page-anchor", check_page_anchors),
    Rule("part-language", check_part_languages, fixable=True),
    Rule("plain-http", check_plain_http),
    Rule("sound-transcript", check_sound_transcripts),
    Rule("table-dashes", check_table_dashes),
    Rule("tag-refused", check_refused_tags),
)

_ALL: tuple[Rule[Any], ...] = (*COURSE_RULES, *LESSON_RULES, *QUIZ_RULES, *FILE_RULES, *QUESTION_RULES, *TEXT_RULES)

RULES: Mapping[str, Rule[Any]] = {rule.code: rule for rule in _ALL}
"""Every rule by its code."""
CODES: frozenset[str] = frozenset((*RULES, *IGNORE_CODES))
"""What a finding about a course that could be read may be called."""
_OF_QUIZZES = frozenset(rule.code for rule in QUIZ_RULES)
WAITING: frozenset[str] = _OF_QUIZZES.union((rule.code for rule in COURSE_RULES), IGNORE_CODES)
"""What is found, wholly or in part, only where all of a course can be read."""


def check_parts(course: Course, codes: Collection[str]) -> Iterator[Finding]:
    """Yield what the rules find in each part of a course by itself, placed: the plain ``Look``."""
    quizzes = Comparison(course)
    for part in divide_course(course, join_lessons(course)):
        checked = check_part(part, codes)
        yield from checked.findings
        quizzes.add(checked.questions)
    yield from place_faults(course, compare_quizzes(quizzes, codes), codes)


Read = Callable[[str], Source | Finding]
"""From a file of the course to its text, or to why it cannot be read."""
Look = Callable[[Course, Collection[str]], Iterable[Finding]]
"""From a course and codes to what is found in its parts, and between its quizzes."""


def check_course(
    course: Course, codes: Collection[str] = CODES, look: Look = check_parts, read: Read | None = None
) -> tuple[Finding, ...]:
    """Return what the rules of these ``codes`` have to say of the course, placed, in order of place.

    What ``ignore`` in ``course.yaml`` sets aside is not among it. The errors of binding rules come whatever that and
    ``codes`` hold. ``look`` says what there is in lessons and quizzes: it may remember, or ask others. ``read`` returns
    the text of a file of the course, where that is not what its folder holds.
    """
    seen = look(course, codes)  # whoever else works on it does so meanwhile
    found: list[tuple[Rule[Any], Fault | Finding]] = list(_found(COURSE_RULES, (course,), codes))
    files = LastFile(read or files_in(course.root))
    found += _found(FILE_RULES, islice(authored_files(course, files.read), 1), codes)  # the course file
    told = [*_placed(found, files, codes), *seen]
    left, about_ignores = set_aside(course, told, RULES, codes)
    told = left + [finding for finding in about_ignores if finding.code in codes]
    return tuple(sorted(told, key=lambda f: (f.file, f.line, f.column, f.code)))


def check_lessons(course: Course, codes: Collection[str] = CODES, look: Look = check_parts) -> list[Finding]:
    """Return what the rules of these codes say of the lessons of a course of which others cannot be read.

    Rules on all of it (``WAITING``) would judge it by what is missing.
    """
    told = [finding for finding in look(course, codes) if finding.code not in _OF_QUIZZES]
    return set_aside(course, told, RULES, ())[0]


class CheckedPart(NamedTuple):
    """What there is to say of one part of a course.

    Attributes:
        findings: of the rules on lessons, placed.
        questions: its questions in short, for the rules on all quizzes; "" where none of these is asked for.
    """

    findings: list[Finding]
    questions: str


def check_part(part: Part, codes: Collection[str]) -> CheckedPart:
    """Return what the rules of these codes find in one part, and what they compare it by."""
    course, files = part.course, LastFile(part.read)
    lists = tuple(question_lists(course))
    found: list[tuple[Rule[Any], Fault | Finding]] = [
        *_found(LESSON_RULES, (course,), codes),
        *_found(QUESTION_RULES, lists, codes),
    ]
    for file in islice(authored_files(course, files.read), 1, None):
        found += _found(FILE_RULES, (file,), codes)
        found += _found(TEXT_RULES, file.marked, codes)
    is_compared = any(rule.code in codes for rule in QUIZ_RULES)
    return CheckedPart(_placed(found, files, codes), write_lists(lists) if is_compared else "")


def compare_quizzes(quizzes: Comparison, codes: Collection[str]) -> list[tuple[str, Fault]]:
    """Return code and fault of what the rules of these codes find between the quizzes of a course."""
    found = _found(QUIZ_RULES, (quizzes,), codes)
    return [(rule.code, fault) for rule, fault in found if isinstance(fault, Fault)]


def place_faults(course: Course, faults: Iterable[tuple[str, Fault]], codes: Collection[str]) -> list[Finding]:
    """Return the findings of faults, placed in the course's files as they are now."""
    return _placed([(RULES[code], fault) for code, fault in faults], LastFile(files_in(course.root)), codes)


def _placed(found: list[tuple[Rule[Any], Fault | Finding]], files: LastFile, codes: Collection[str]) -> list[Finding]:
    told: list[Finding] = []
    for rule, fault in sorted(found, key=lambda one: one[1].file):  # each file is looked at again once
        finding = fault if isinstance(fault, Finding) else fault.placed(files, rule.code, rule.severity)
        if rule.code in codes or finding.severity == "error":
            told.append(finding)
    return told


def _found(
    rules: tuple[Rule[Subject], ...], subjects: Iterable[Subject], codes: Collection[str]
) -> Iterator[tuple[Rule[Subject], Fault | Finding]]:
    wanted = [(rule, rule.find) for rule in rules if rule.code in codes or rule.binding]
    for subject in subjects:
        for rule, find in wanted:
            for fault in find(subject):
                yield rule, fault


__all__ = [
    "CODES",
    "COURSE_RULES",
    "FILE_RULES",
    "LESSON_RULES",
    "NOWHERE",
    "QUESTION_RULES",
    "QUIZ_RULES",
    "RULES",
    "TEXT_RULES",
    "WAITING",
    "CheckedPart",
    "Comparison",
    "Division",
    "Fault",
    "Look",
    "Part",
    "Read",
    "Rule",
    "check_course",
    "check_lessons",
    "check_part",
    "check_parts",
    "compare_quizzes",
    "cut_down",
    "divide_course",
    "join_lessons",
    "lone_part",
    "place_faults",
]
