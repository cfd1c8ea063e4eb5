"""Languages of a course that there are no texts for, or not all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scormpack.assets import templates_folder
from scormpack.check.place import Fault
from scormpack.check.translation import missing_keys
from scormpack.load import COURSE_FILE, lesson_file, message_files
from scormpack.model import Course, fallbacks, named_language, other_code, script_of

LONGEST = 3
"""Letters of a language's code: RFC 5646 §2.2.1 keeps longer ones for later, and none has come."""
SHOWN = 3
"""Missing keys that a message names."""


def check_untranslated_languages(course: Course) -> Iterator[Fault]:
    """Yield each language that learners would read English in, at the first place that names it."""
    places = {course.file.language: COURSE_FILE}
    for lesson in course.outlines.values():
        places.setdefault(course.language(lesson), lesson_file(lesson.id))
    for language, file in places.items():
        yield from _check(course, language, file)


def _check(course: Course, language: str, file: str) -> Iterator[Fault]:
    if fallbacks(language)[-1] == "en":
        return
    if len(fallbacks(language)[-1]) > LONGEST:
        message = f"`{language}` is no code of a language: browsers, screen readers and LMSs do not know it"
        yield Fault(file, ("language",), message, _write(named_language(language)))
        return
    english, *others = message_files(language, course.root)
    own = f"templates/messages/{language.lower()}.yaml"
    others = [other for other in others if other.language != english.language]
    # Babel is loaded where none of ours fits, for that takes long.
    meant = other_code(fallbacks(language)[-1]) if all(other.own for other in others) else None
    if meant is not None:
        message = f"`{language}` is not the code of a language as browsers, screen readers and LMSs know it"
        yield Fault(file, ("language",), message, _write(meant))
        return
    if not others:
        message = f"there are no texts in `{language}` for what stands around yours: English stands in"
        hint = f"Write {own}, from a copy of {_english()}: `docs/languages.md` tells how."
        yield Fault(file, ("language",), message, hint)
        return
    near = others[-1].language
    if script_of(near) != script_of(language):
        message = f"there are no texts in `{language}` for what stands around yours: those in `{near}` stand in"
        hint = f"Write {own}, in {language}'s own script: `docs/languages.md` tells how."
        yield Fault(file, ("language",), message, hint)
    missing = missing_keys(english.texts, {key: text for other in others for key, text in other.texts.items()})
    if missing and all(other.own for other in others):
        named = ", ".join(f"`{key}`" for key in missing[:SHOWN])
        message = f"{len(missing)} of {len(english.texts)} texts are missing, and English stands in: {named}"
        message += ", …" if len(missing) > SHOWN else ""
        yield Fault(others[-1].file, (), message, f"Copy them from {_english()}, and translate them.")


def _write(code: str | None) -> str:
    return f"Write `{code or 'en'}`, or the code of yours: de, fr, pt-BR, zh …"


def _english() -> Path:
    return templates_folder() / "messages" / "en.yaml"
