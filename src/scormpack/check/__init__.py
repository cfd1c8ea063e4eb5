"""What a valid course may still do wrong: one rule a file, one line here each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scormpack.check.colour_contrast import check_colour_contrast
from scormpack.check.font_file import check_font_files
from scormpack.check.image_alternative import check_image_alternatives
from scormpack.check.message_file import check_message_files
from scormpack.check.place import Fault
from scormpack.check.summary_length import check_summary_length
from scormpack.check.title_length import check_title_length
from scormpack.check.unlisted_bank import check_unlisted_banks
from scormpack.check.unlisted_lesson import check_unlisted_lessons
from scormpack.check.untranslated_language import check_untranslated_languages
from scormpack.errors import Finding
from scormpack.model import Course

RULES: dict[str, Callable[[Course], Iterable[Fault | Finding]]] = {
    "colour-contrast": check_colour_contrast,
    "font-file": check_font_files,
    "image-alternative": check_image_alternatives,
    "message-file": check_message_files,
    "summary-length": check_summary_length,
    "title-length": check_title_length,
    "unlisted-bank": check_unlisted_banks,
    "unlisted-lesson": check_unlisted_lessons,
    "untranslated-language": check_untranslated_languages,
}


def check_course(course: Course) -> tuple[Finding, ...]:
    """Return what every rule has to say of the course, placed, in order of place."""
    findings = [
        fault if isinstance(fault, Finding) else fault.placed(course, code)
        for code, rule in RULES.items()
        for fault in rule(course)
    ]
    return tuple(sorted(findings, key=lambda f: (f.file, f.line, f.column, f.code)))


__all__ = ["RULES", "Fault", "check_course"]
