"""The words around the author's words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rendered import CourseMaker, lesson_site, text_of

from scormpack.errors import CourseError
from scormpack.render.messages import Messages, load_messages


def write(root: Path, name: str, text: str) -> None:
    """Write a file of texts into a course's own templates."""
    folder = root / "templates" / "messages"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_english_stands_in(tmp_path: Path) -> None:
    """A language without a translation reads English, and the browser is still told the course's language."""
    texts = load_messages("tlh", tmp_path)
    assert texts.texts == load_messages("en", tmp_path).texts
    assert b'"language":"tlh"' in texts.script


def test_the_course_has_the_last_word(tmp_path: Path) -> None:
    """A course's own file changes texts; a region's file goes before its language's."""
    write(tmp_path, "pt.yaml", 'site.next: "Seguinte"\nsite.previous: "Anterior"\n')
    write(tmp_path, "pt-br.yaml", 'site.next: "Próxima"\n')
    texts = load_messages("pt-BR", tmp_path)
    assert [texts.say("site.next"), texts.say("site.previous")] == ["Próxima", "Anterior"]
    assert load_messages("en", tmp_path).say("site.next") != "Próxima"


def test_an_edit_is_seen(tmp_path: Path) -> None:
    """A changed file is read again: a preview outlives it."""
    write(tmp_path, "en.yaml", 'site.next: "One"\n')
    first = load_messages("en", tmp_path)
    write(tmp_path, "en.yaml", 'site.next: "Another"\n')
    assert [first.say("site.next"), load_messages("en", tmp_path).say("site.next")] == ["One", "Another"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param("- a\n", "message-file", 0, id="a list"),
        pytest.param("a: b\nc: [1]\n", "message-file", 2, id="no text"),
        pytest.param("a: b\nc: 1\n", "message-file", 2, id="a number"),
        pytest.param("a: {one: x}\n", "message-file", 1, id="no `other`"),
        pytest.param("a: 'x\n", "yaml-syntax", 1, id="open quote"),
        pytest.param("a: b: c\n", "yaml-syntax", 1, id="no YAML"),
        pytest.param("a: b\na: c\n", "duplicate-key", 2, id="a key twice"),
    ],
)
def test_a_faulty_file_is_a_finding(tmp_path: Path, text: str, code: str, line: int) -> None:
    """A file that is no mapping of texts is a finding with its place, not a traceback."""
    write(tmp_path, "en.yaml", text)
    with pytest.raises(CourseError) as raised:
        load_messages("en", tmp_path)
    (finding,) = raised.value.findings
    assert (finding.code, finding.file, finding.line) == (code, "templates/messages/en.yaml", line)


def test_a_file_in_another_encoding_is_a_finding(tmp_path: Path) -> None:
    """A file that is not UTF-8 is a finding too."""
    write(tmp_path, "en.yaml", "")
    (tmp_path / "templates/messages/en.yaml").write_bytes(b'a: "\xff"\n')
    with pytest.raises(CourseError, match="not-utf8"):
        load_messages("en", tmp_path)


def test_places_are_filled_once() -> None:
    """A value that looks like a place is left as it is, and so is a place without a value."""
    texts = Messages("en", {"a": "{title} of {count}, {other}"})
    assert texts.say("a", title="{count}", count=2) == "{count} of 2, {other}"


def test_counts_choose_their_words() -> None:
    """One and many have their own words; a language without `one` uses `other`."""
    texts = Messages("en", {"n": {"one": "{n} lesson", "other": "{n} lessons"}, "m": {"other": "{n} 課"}})
    assert [texts.say("n", n=1), texts.say("n", n=12), texts.say("m", n=1)] == ["1 lesson", "12 lessons", "1 課"]


def test_the_browser_gets_what_it_needs(tmp_path: Path) -> None:
    """The script carries every text but the pages' own, and its name changes with it."""
    texts = load_messages("en", tmp_path)
    start, value = texts.script.decode().rstrip(";\n").split("=", 1)
    keys = set(json.loads(value)["messages"])
    assert start == "window.scormpackMessages"
    assert keys == {key for key in texts.texts if not key.startswith("site.")}
    assert "quiz.check" in keys
    assert Messages("en", {**texts.texts, "quiz.check": "!"}).path != texts.path


def test_a_script_does_not_hide_the_language(tmp_path: Path) -> None:
    """Each tag falls back to the one without its last subtag, and the course's own files do so too."""
    write(tmp_path, "zh-hant.yaml", 'site.next: "下一課"\n')
    assert load_messages("zh-Hant-TW", tmp_path).say("site.next") == "下一課"


def test_english_that_stands_in_counts_in_english(tmp_path: Path) -> None:
    """A language without texts, and without a singular of its own, says "1 lesson" all the same."""
    texts = load_messages("ko", tmp_path)
    assert [texts.say("site.lessons", n=1), texts.say("site.lessons", n=2)] == ["1 lesson", "2 lessons"]
    assert b'"words":"en"' in texts.script


def test_plural_forms_are_the_language_s() -> None:
    """Arabic has six forms, and each count finds its own."""
    forms = {form: form for form in ("zero", "one", "two", "few", "many", "other")}
    texts = Messages("ar", {"n": forms})
    assert [texts.say("n", n=n) for n in (0, 1, 2, 3, 11, 100)] == ["zero", "one", "two", "few", "many", "other"]
    assert [Messages("ru", {"n": forms}).say("n", n=n) for n in (1, 2, 5, 21)] == ["one", "few", "many", "one"]


def test_numbers_are_written_as_the_language_does() -> None:
    """Digits and groups are the language's, on the page and, by name, for the browser."""
    texts = Messages("ar-EG", {"n": "{number} من {n}"})
    assert texts.say("n", number=4, n=1596) == "٤ من ١٬٥٩٦"  # noqa: RUF001 (Arabic digits)
    assert b'"digits":"arab"' in texts.script
    assert Messages("de", {"n": "{n}"}).say("n", n=1596) == "1.596"


def test_a_text_of_the_other_direction_keeps_to_itself() -> None:
    """A value that runs the other way is set apart from the sentence's own marks; others are left alone."""
    arabic = Messages("ar", {"a": "متابعة: {title}."})
    assert arabic.say("a", title="C++") == "متابعة: \u2068C++\u2069."
    assert arabic.say("a", title="الدرس") == "متابعة: الدرس."
    assert Messages("en", {"a": "Go on: {title}."}).say("a", title="الدرس") == "Go on: \u2068الدرس\u2069."  # noqa: RUF001 (Arabic)


def test_headings_left_out_are_in_the_lesson_s_language(make_course: CourseMaker) -> None:
    """Practice and quiz have the usual heading in the lesson's language, unless the author wrote one."""
    question = {"id": "q", "type": "true-false", "prompt": "So?", "answer": True}
    lesson = {"language": "hi", "practice": {"steps": ["One"]}, "quiz": {"questions": [question]}}
    text = text_of(lesson_site(make_course({"one": lesson})))
    assert ">अभ्यास</h2>" in text
    assert ">खुद को परखें</h2>" in text
    lesson["practice"] = {"heading": "Practice", "steps": ["One"]}
    assert ">Practice</h2>" in text_of(lesson_site(make_course({"one": lesson})))


def test_texts_are_equal_that_say_the_same() -> None:
    """A worker's own copy is as good as the first; another language, other words or another text are not."""
    texts = Messages("en", {"a": "A"})
    assert texts == Messages("en", {"a": "A"})
    assert hash(texts) == hash(Messages("en", {"a": "A"}))
    others = [Messages("de", {"a": "A"}), Messages("en", {"a": "A"}, "de"), Messages("en", {"a": "B"})]
    assert texts not in others
