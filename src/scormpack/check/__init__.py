"""What a valid course may still do wrong: one rule a file, one line here each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scormpack.check.asked_passage import check_asked_passages
from scormpack.check.asked_without_tutor import check_asked_without_tutor
from scormpack.check.authored_text import AuthoredText, authored_texts
from scormpack.check.code_language import check_code_languages
from scormpack.check.colour_contrast import check_colour_contrast
from scormpack.check.film_captions import check_film_captions
from scormpack.check.font_file import check_font_files
from scormpack.check.formula import check_formulas
from scormpack.check.frame_title import check_frame_titles
from scormpack.check.image_alternative import check_image_alternatives
from scormpack.check.message_file import check_message_files
from scormpack.check.part_language import check_part_languages
from scormpack.check.place import Fault
from scormpack.check.sound_transcript import check_sound_transcripts
from scormpack.check.summary_length import check_summary_length
from scormpack.check.title_length import check_title_length
from scormpack.check.unlisted_bank import check_unlisted_banks
from scormpack.check.unlisted_lesson import check_unlisted_lessons
from scormpack.check.untranslated_language import check_untranslated_languages
from scormpack.errors import Finding
from scormpack.model import Course

COURSE_RULES: dict[str, Callable[[Course], Iterable[Fault | Finding]]] = {
    "asked-passage": check_asked_passages,
    "asked-without-tutor": check_asked_without_tutor,
    "colour-contrast": check_colour_contrast,
    "font-file": check_font_files,
    "message-file": check_message_files,
    "summary-length": check_summary_length,
    "title-length": check_title_length,
    "unlisted-bank": check_unlisted_banks,
    "unlisted-lesson": check_unlisted_lessons,
    "untranslated-language": check_untranslated_languages,
}

TEXT_RULES: dict[str, Callable[[AuthoredText], Iterable[Fault]]] = {
    "code-language": check_code_languages,
    "film-captions": check_film_captions,
    "formula": check_formulas,
    "frame-title": check_frame_titles,
    "image-alternative": check_image_alternatives,
    "part-language": check_part_languages,
    "sound-transcript": check_sound_transcripts,
}

RULES = COURSE_RULES.keys() | TEXT_RULES.keys()
"""Every code."""


def check_course(course: Course) -> tuple[Finding, ...]:
    """Return what every rule has to say of the course, placed, in order of place."""
    findings = [
        fault if isinstance(fault, Finding) else fault.placed(course, code)
        for code, rule in COURSE_RULES.items()
        for fault in rule(course)
    ]
    for text in authored_texts(course):
        findings += [fault.placed(course, code) for code, rule in TEXT_RULES.items() for fault in rule(text)]
    return tuple(sorted(findings, key=lambda f: (f.file, f.line, f.column, f.code)))


__all__ = ["COURSE_RULES", "RULES", "TEXT_RULES", "Fault", "check_course"]
