"""Facts about what a course is told of its languages and of its own texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course

COURSE = "id: https://example.org/c\ntitle: Course\nmodules:\n  - title: Module\n    lessons: [one]\nlanguage: {}\n"
LESSON = "id: one\ntitle: One\nsummary: Short.\nsections:\n  - heading: H\n    body: Text.\n"


def findings(folder: Path, language: str, lesson: str = LESSON, **files: str) -> list[Finding]:
    """Write a course with files of texts of its own and return what the rules say of it."""
    (folder / "lessons").mkdir()
    (folder / "templates" / "messages").mkdir(parents=True)
    (folder / "course.yaml").write_text(COURSE.format(language), encoding="utf-8")
    (folder / "lessons" / "one.yaml").write_text(lesson, encoding="utf-8")
    for name, text in files.items():
        (folder / "templates" / "messages" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return list(check_course(load_course(folder)))


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_english_needs_no_file(tmp_path: Path, language: str) -> None:
    """English is what stands in, so it never is missing."""
    assert findings(tmp_path, language) == []


@pytest.mark.parametrize(("language", "code"), [("english", "en"), ("Deutsch", "de"), ("elvish", "en")])
def test_a_languages_name_is_no_code(tmp_path: Path, language: str, code: str) -> None:
    """Where the name stands, the hint has the code; where no language is called so, an example."""
    (finding,) = findings(tmp_path, language)
    assert "is no code of a language" in finding.message
    assert finding.hint.startswith(f"Write `{code}`")


@pytest.mark.parametrize(
    ("language", "code"),
    [("sp", "es"), ("va", "ca-valencia"), ("jp-JP", "ja"), ("spa", "es"), ("iw", "he"), ("xx", "en")],
)
def test_a_code_that_is_not_registered_is_told(tmp_path: Path, language: str, code: str) -> None:
    """Before anybody writes texts for it: the hint has the code that must have been meant, or an example."""
    (finding,) = findings(tmp_path, language, sp='site.skip: "a"\n')
    assert "is not the code of a language" in finding.message
    assert finding.hint.startswith(f"Write `{code}`")


def test_a_language_without_texts_is_a_warning(tmp_path: Path) -> None:
    """The finding stands at the course's language, and its hint names the file to write."""
    (finding,) = findings(tmp_path, "tlh")
    assert (finding.code, finding.severity) == ("untranslated-language", "warning")
    assert (finding.file, finding.line) == ("course.yaml", 6)
    assert "templates/messages/tlh.yaml" in finding.hint
    assert Path(finding.hint.split("copy of ")[1].split(": ")[0]).is_file()


def test_a_lesson_s_language_counts_too(tmp_path: Path) -> None:
    """A lesson in a language of its own is told of at its own line."""
    (finding,) = findings(tmp_path, "en", f"{LESSON}language: ko\n")
    assert (finding.file, finding.line) == ("lessons/one.yaml", 7)


def test_own_texts_that_lack_some_are_a_warning(tmp_path: Path) -> None:
    """A course's own translation that is not whole says how many are missing, and which first."""
    (finding,) = findings(tmp_path, "ko", ko='site.skip: "a"\n')
    assert (finding.code, finding.file) == ("untranslated-language", "templates/messages/ko.yaml")
    assert "`question.choose-first`" in finding.message


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param('site.nxt: "x"\n', 1, "no page uses a text `site.nxt`", id="unknown key"),
        pytest.param('site.next: "x"\nsite.lesson-of: "{number}"\n', 2, "leaves `{count}` out", id="place left out"),
        pytest.param('site.version: "{v} {version}"\n', 1, "nothing is filled in for `{v}`", id="unknown place"),
        pytest.param('site.lessons: {other: "{n}"}\n', 1, "lacks the plural form `one`", id="plural form"),
        pytest.param('site.next: {one: "x", other: "y"}\n', 1, "counts nothing", id="plural of nothing"),
    ],
)
def test_own_texts_that_do_not_fit_are_a_warning(tmp_path: Path, text: str, line: int, words: str) -> None:
    """What a course's own file has wrong is told at its line."""
    (finding,) = findings(tmp_path, "en", en=text)
    assert (finding.code, finding.severity, finding.line) == ("message-file", "warning", line)
    assert words in finding.message


def test_a_form_may_say_its_number_in_words(tmp_path: Path) -> None:
    """A plural form need not hold the number that it counts."""
    assert findings(tmp_path, "en", en='site.lessons: {one: "a single lesson", other: "{n} lessons"}\n') == []


def test_own_texts_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    """A file that is no mapping of texts is found by the check, before any page is built."""
    (finding,) = findings(tmp_path, "en", en="site.next: 5\n")
    assert (finding.code, finding.severity, finding.line) == ("message-file", "error", 1)


def test_a_file_that_is_never_read_is_a_warning(tmp_path: Path) -> None:
    """An underscore or a capital in the file's name is told, with the name to give it."""
    (finding,) = findings(tmp_path, "en", pt_BR='site.next: "x"\n')
    assert (finding.code, "pt-br.yaml" in finding.hint) == ("message-file", True)
