"""The one style sheet of a site."""

from __future__ import annotations

import gzip
import re

import pytest
from rendered import CourseMaker, lesson_site, text_of

from scormpack.assets import templates_folder
from scormpack.errors import CourseError
from scormpack.render.stylesheet import PARTS, load_stylesheet


def test_it_is_light(make_course: CourseMaker) -> None:
    """The whole style sheet, compressed, has at most 13.5 KB, and one more where the letters are not Latin."""
    _, data = load_stylesheet(make_course())
    assert len(gzip.compress(data)) <= 13_500
    assert len(gzip.compress(load_stylesheet(make_course(), languages=["ar"])[1])) <= 14_500


def test_latin_letters_go_without_the_other_scripts(make_course: CourseMaker) -> None:
    """What other scripts ask for is there as soon as one page is in one, and only then."""
    latin, mixed = (load_stylesheet(make_course(), languages=names)[1] for names in (["en", "fr"], ["en", "hi"]))
    assert b"@layer languages {" not in latin
    assert b"@layer languages {" in mixed


def test_comments_stay_at_home(make_course: CourseMaker) -> None:
    """Comments and indents of our own parts do not travel; a course's own part travels as it is."""
    files = {"templates/style/quiz.css": "@layer quiz {\n  /* mine */\n}"}
    text = load_stylesheet(make_course(files=files))[1].decode()
    assert re.findall(r"/\*.*?\*/", text, re.DOTALL) == ["/* mine */"]
    assert "\n  /* mine */\n" in text
    assert text.count("\n ") == 1


def test_it_asks_nobody(make_course: CourseMaker) -> None:
    """It fetches nothing: no import, no address."""
    _, data = load_stylesheet(make_course())
    assert not re.findall(rb"@import|url\(|https?:", data)


def test_a_search_weighs_no_rule_about_the_whole_page(make_course: CourseMaker) -> None:
    """No rule hangs on what `main` or `body` holds: browsers weigh such a rule anew on every key of a search."""
    text = load_stylesheet(make_course())[1].decode()
    assert re.findall(r"(?:main|body)[^\s,>+~{]*:has\([^{]*", text) == []


def test_every_part_has_its_layer(make_course: CourseMaker) -> None:
    """The layers are declared in the order of the parts, and each part fills its own."""
    text = load_stylesheet(make_course(), languages=["ar"])[1].decode()
    assert f"@layer {', '.join(PARTS)};" in text
    assert re.findall(r"^@layer (\w+) \{", text, re.MULTILINE) == list(PARTS)


def test_its_name_changes_with_the_accent(make_course: CourseMaker) -> None:
    """The accent's colours are in the style sheet, and its name holds its hash: no cache shows an old one."""
    blue, red = (load_stylesheet(make_course(theme={"accent": accent})) for accent in ("#2d5bff", "#c4161c"))
    assert blue[0] != red[0]
    assert re.fullmatch(r"assets/style-[0-9a-f]{10}\.css", blue[0])
    assert b"--accent-mark:#c4161c" in red[1]


def test_a_course_may_replace_all_or_a_part_or_add(make_course: CourseMaker) -> None:
    """style.css replaces the whole, style/<part>.css a part, and style/extra.css comes last of all."""
    part = load_stylesheet(make_course(files={"templates/style/quiz.css": "/* my quiz */"}))[1]
    assert b"/* my quiz */" in part
    assert b"@layer print {" in part
    extra = load_stylesheet(make_course(files={"templates/style/extra.css": "h1 { color: red }"}))[1]
    assert extra.endswith(b"h1 { color: red }")
    whole = load_stylesheet(make_course(files={"templates/style.css": "main { color: red }"}))[1]
    assert whole.startswith(b"main { color: red }@layer tokens")
    assert b"@layer print" not in whole


def test_a_courses_own_part_rules_and_template_work_together(make_course: CourseMaker) -> None:
    """One part, extra rules, a template and a theme: each takes its own place, and every other part of ours stays."""
    files = {
        "templates/style/quiz.css": "@layer quiz { /* my quiz */ }",
        "templates/style/extra.css": ":root { --radius: 0 }",
        "templates/_footer.html.j2": "<footer>Mine</footer>",
    }
    course = make_course(files=files, theme={"accent": "#c4161c", "scheme": "light"})
    site = lesson_site(course)
    text = next(data for path, data in site.files.items() if path.endswith(".css")).decode()
    ours = load_stylesheet(make_course(), several=False)[1].decode()
    layers = re.compile(r"^@layer (\w+) \{", re.MULTILINE)
    assert layers.findall(text) == layers.findall(ours)
    assert text.index("/* my quiz */") < text.index("--accent-mark:#c4161c") < text.index("--radius: 0 }")
    assert ".text-box:focus-visible" not in text
    assert "<footer>Mine</footer>" in text_of(site)
    assert "site-footer" not in text_of(site)


def test_another_encoding_is_a_finding(make_course: CourseMaker) -> None:
    """A style sheet that is not UTF-8 is a finding."""
    with pytest.raises(CourseError, match=r"templates/style\.css.*template-error"):
        load_stylesheet(make_course(files={"templates/style.css": b"/* \xe9 */"}))


def test_nothing_makes_a_browser_go_through_the_whole_page(make_course: CourseMaker) -> None:
    """No rule asks of html, body or main what they hold somewhere: each key of a search would pay for it."""
    css = load_stylesheet(make_course(), languages=["ar"])[1].decode()
    asked = re.findall(r"(?:html|body|:root|main|\[data-\w+\])[^\s>{},]*:has\((?!>)[^{]*", css)
    assert asked == []


def test_no_underline_is_lost_in_safari() -> None:
    """It takes `text-decoration` for nothing where that holds more than one word: style and colour stand apart."""
    for sheet in sorted((templates_folder() / "style").glob("*.css")):
        assert re.findall(r"text-decoration:\s*[a-z-]+ [^;]+", sheet.read_text(encoding="utf-8")) == [], sheet.name


def test_webkit_spaces_no_digits() -> None:
    """WebKit 2.50 draws digits over each other with `text-autospace`: only other browsers are asked for it."""
    sheet = (templates_folder() / "style" / "languages.css").read_text(encoding="utf-8")
    asked = re.search(
        r"@supports \(text-spacing-trim: trim-start\) or \(-moz-appearance: none\) \{\n.*?\n  \}\n", sheet, re.DOTALL
    )
    assert asked is not None
    assert "text-autospace: normal" in asked[0]
    assert "text-autospace:" not in sheet.replace(asked[0], "")
