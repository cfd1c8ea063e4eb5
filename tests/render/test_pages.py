"""The pages: what stands on them, in which order, and what never does."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest
from rendered import CourseMaker, Parsed, course_site, data_of, lesson_site, parse, text_of

from scormpack.assets import runtime_name
from scormpack.model import Course, Unit
from scormpack.render import Site, render_site
from scormpack.render.build_id import begin_page, split_page

NASTY = "&<>\"' </script> {{ 7 }} 🎓 漢字 שלום \u200f é"
WHOLE: dict[str, Any] = {
    "track": "Creators",
    "category": "Tools",
    "minutes": 7,
    "objectives": ["Objective"],
    "sections": [{"heading": f"Section {n}", "body": "Words."} for n in range(1, 5)],
    "key_terms": [{"term": "Term", "definition": "Definition.", "also": ["word", "name"]}],
    "practice": {"intro": "Intro.", "steps": ["Step *one*", "Step two"]},
    "quiz": {"questions": [{"id": "q", "type": "true-false", "prompt": "So?", "answer": True}]},
    "related": ["two"],
}
Sites = dict[str, tuple[Unit, Site]]


def pages_of(sites: Sites) -> list[tuple[str, Site, str]]:
    """Return (unit, site, path) of every page."""
    return [(name, site, path) for name, (_, site) in sites.items() for path in site.files if path.endswith(".html")]


def test_every_page_is_whole(example_sites: Sites) -> None:
    """Every page has a language, a title, one h1, one main, no id twice, no heading level skipped, scripts last."""
    for name, site, path in pages_of(example_sites):
        page = parse(site, path)
        where = f"{name}/{path}"
        assert page.get("lang") == "en", where
        assert page.get("dir") == "ltr", where
        assert page.xpath("string(//title)").strip(), where
        assert (
            len(page.xpath("//h1")) == len(page.xpath("//main//h1")) == len(page.xpath("//main[@tabindex='-1']")) == 1
        )
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), where
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert all(after - before <= 1 for before, after in pairwise(levels)), where
        assert page.xpath("//main/*")[-1].get("id") == "scormpack-data", where
        scripts = page.xpath("/html/body/script/@src")
        names = (
            ("messages", "course", "runtime") if page.xpath("//body[@data-page='course']") else ("messages", "runtime")
        )
        assert [re.sub(r"-[0-9a-f]{10}", "", script) for script in scripts] == [
            f"{'../' * path.count('/')}assets/{name}.js" for name in names
        ], where


def test_every_address_leads_to_a_file(example_sites: Sites) -> None:
    """All that a page shows, loads or links to is in the package or a place on the page: no host is asked."""
    for name, site, path in pages_of(example_sites):
        page = parse(site, path)
        for address in page.xpath("//@src | //@href | //@poster"):
            if address.startswith("data:") or (urlsplit(address).netloc and address in page.xpath("//a/@href")):
                continue
            if address.startswith("#"):
                assert page.xpath(f"//*[@id='{address[1:]}']"), f"{name}/{path} {address}"
                continue
            target = f"{'lessons/' if '/' in path else ''}{address}".replace("lessons/../", "")
            assert target in {*site.files, site.runtime}, f"{name}/{path} {address}"


def test_a_strict_policy_is_possible(example_sites: Sites) -> None:
    """No page has an inline script, a style attribute, a style element or a handler."""
    for _, site, path in pages_of(example_sites):
        page = parse(site, path)
        assert not page.xpath("//script[not(@src)][not(@type='application/json')]")
        assert not page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]")


def test_same_input_same_bytes(example: Course, example_sites: Sites) -> None:
    """Rendered again, every site is the same to the byte, and its paths are ASCII lower case."""
    for unit, site in example_sites.values():
        assert render_site(example, unit) == site
        assert all(re.fullmatch(r"[a-z0-9./_-]+", path) for path in site.files)
        assert site.runtime == runtime_name()
        assert list(site.files) == sorted(site.files)


def test_the_lesson_reads_in_order(make_course: CourseMaker) -> None:
    """A lesson reads: where, title, summary, facts, objectives, contents, sections, terms, practice, quiz, related."""
    page = parse(lesson_site(make_course({"one": WHOLE, "two": {}})))
    text = " ".join(page.xpath("//main")[0].text_content().split())
    parts = [
        *("Course", "Lesson 1 of 2", "Title", "Summary.", "Creators", "Tools", "About 7 min read"),
        *("What you will learn", "Objective", "In this lesson", "Section 1 Words.", "Section 4 Words."),
        *("Key terms Term Definition. Also: word, name", "Practice Intro.", "Step one", "Step two"),
        *("Check yourself", "needs scripts", "Related lessons", "Title", "Lesson 2 of this course"),
    ]
    place = 0
    for part in parts:
        assert part in text[place:], part
        place = text.index(part, place) + len(part)
    assert page.xpath("//body/@data-page") == ["lesson"]
    assert bool(page.xpath("//body/@data-rail")) == bool(page.xpath("//nav[@class='contents']"))


def test_short_lessons_need_no_contents(make_course: CourseMaker) -> None:
    """A lesson of fewer than four sections has no table of contents."""
    assert not parse(lesson_site(make_course())).xpath("//nav")


def test_the_runtime_finds_its_places(make_course: CourseMaker) -> None:
    """The lesson page has what the runtime looks for: banner, steps by number, quiz line and root."""
    page = parse(lesson_site(make_course({"one": WHOLE, "two": {}})))
    (banner,) = page.xpath("//body/*[@id='connection']")
    assert (banner.get("role"), banner.get("hidden"), banner.text) == ("status", None, None)  # empty, yet there
    assert page.xpath("//section[@id='practice']//li/label/input[@type='checkbox']/@data-step") == ["0", "1"]
    assert page.xpath("//section[@id='practice']//label/span/em/text()") == ["one"]
    assert [element.tag for element in page.xpath("//section[@id='quiz']/*")] == ["h2", "p", "div", "noscript"]
    assert page.xpath("//section[@id='quiz']/*/@id") == ["quiz-heading", "quiz-where", "quiz-root"]
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]


def test_only_a_lesson_without_quiz_is_marked_read(make_course: CourseMaker) -> None:
    """The button that says "read" stands in a lesson without a quiz, and nowhere else."""
    course = make_course({"one": WHOLE, "two": {}})
    site = course_site(course)
    assert not parse(site, "lessons/one.html").xpath("//*[@id='mark-read']")
    assert parse(site, "lessons/two.html").xpath("//button[@id='mark-read']/@type") == ["button"]


def test_related_lessons_link_inside_a_unit_only(make_course: CourseMaker) -> None:
    """In a course a related card links to the lesson; in a package of its own it says where to find it."""
    course = make_course({"one": WHOLE, "two": {}})
    assert parse(course_site(course), "lessons/one.html").xpath("//section[@class='related']//a/@href") == [
        "../lessons/two.html"
    ]
    alone = parse(lesson_site(course))
    assert not alone.xpath("//section[@class='related']//a")
    assert "Lesson 2 of this course" in alone.xpath("string(//section[@class='related'])")


def test_lessons_of_a_course_lead_on(make_course: CourseMaker) -> None:
    """Each lesson of a course links to its neighbours and home; in a package of its own to none of them."""
    course = make_course({"one": {}, "two": {}, "three": {}})
    site = course_site(course)

    def links(path: str) -> dict[str, str]:
        return {link.get("class"): link.get("href") for link in parse(site, path).xpath("//nav[@class='order']/a")}

    assert links("lessons/one.html") == {"home": "../index.html", "next": "../lessons/two.html"}
    assert links("lessons/two.html") == {
        "previous": "../lessons/one.html",
        "home": "../index.html",
        "next": "../lessons/three.html",
    }
    assert links("lessons/three.html") == {"previous": "../lessons/two.html", "home": "../index.html"}
    assert not parse(lesson_site(course)).xpath("//nav | //a[contains(@href, 'index.html')]")


def test_the_course_page_lists_its_lessons(make_course: CourseMaker) -> None:
    """The course page has a place for progress and resuming, and each lesson with its link and its state's place."""
    modules = [{"title": "First", "lessons": ["one"]}, {"title": "Second", "lessons": ["two"]}]
    page = parse(
        course_site(make_course({"one": {"minutes": 3}, "two": {"minutes": 4}}, summary="Why", modules=modules))
    )
    assert page.xpath("//body/@data-page") == ["course"]
    assert page.xpath("//main//a[@id='continue'][@hidden] | //main//p[@id='overall']")[1:]
    assert page.xpath("//li[@data-lesson='two'][.//span[@class='lesson-state'][not(node())]]//a/@href") == [
        "lessons/two.html"
    ]
    text = " ".join(page.xpath("//main")[0].text_content().split())
    for part in ("Course Why 2 lessons About 7 min in all", "Part 1 First", "Part 2 Second"):
        assert part in text


def test_the_version_and_build_are_visible(make_course: CourseMaker) -> None:
    """The footer names course, version and build: who reports a fault can say which package it was (complaint 22)."""
    site = lesson_site(make_course(version="1.4.0"))
    page = parse(site)
    footer = page.xpath("string(//footer)")
    assert "Course" in footer
    assert "Version 1.4.0" in footer
    assert page.get("data-build") == site.build
    assert page.xpath("//footer//@data-says") == ["Build {build}"]


def test_only_the_beginning_of_a_page_names_its_build(example_sites: Sites) -> None:
    """All the rest of it stays as it is when another lesson of the package changes."""
    for name, site, path in pages_of(example_sites):
        beginning, rest = split_page(site.files[path])
        assert beginning == begin_page(site.build), f"{name}/{path}"
        assert site.build.encode() not in rest, f"{name}/{path}"


def test_what_begins_otherwise_is_no_page_of_a_build() -> None:
    """A template of the course's own may begin as it likes, or end too soon."""
    assert split_page(b"<!doctype html><p>") == (b"", b"<!doctype html><p>")
    assert split_page(begin_page("0")) == (b"", begin_page("0"))


def test_every_field_survives(make_course: CourseMaker) -> None:
    """Emoji, CJK, Hebrew, quotes, brackets and braces come out of every field as they went in (complaint 27)."""
    code = f"`{NASTY}`"
    lesson = {
        **dict.fromkeys(("title", "summary", "track", "category"), NASTY),
        "objectives": [NASTY],
        "sections": [{"heading": NASTY, "body": code, "points": [code]}] * 4,
        "key_terms": [{"term": NASTY, "definition": code, "also": [NASTY]}],
        "practice": {"heading": NASTY, "intro": code, "steps": [code]},
        "quiz": {"heading": NASTY, "intro": code, "questions": WHOLE["quiz"]["questions"]},
        "related": ["two"],
    }
    course = make_course(
        {"one": lesson, "two": {"title": NASTY, "summary": NASTY}},
        title=NASTY,
        summary=NASTY,
        version=NASTY,
        modules=[{"title": NASTY, "lessons": ["one", "two"]}],
    )
    site = course_site(course)
    home, page = parse(site), parse(site, "lessons/one.html")

    def count(parsed: Parsed) -> int:
        for script in parsed.xpath("//script"):
            script.drop_tree()
        return str(parsed.text_content()).count(NASTY)

    assert data_of(parse(site, "lessons/one.html"))["lesson"]["title"] == NASTY
    # head 2, where to find it 1, opening 4, objective 1, contents 6, sections 12, terms 3, practice 3, quiz 2,
    # progress 2, related 2, next lesson 1, footer 2
    assert count(page) == 41
    # head 1, opening 2, module 1, cards 4 and 2, footer 2
    assert count(home) == 12
    assert not page.xpath("//main//script[not(@id='scormpack-data')]")


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar-EG", "rtl"), ("ja", "ltr")])
def test_the_language_sets_the_direction(make_course: CourseMaker, language: str, direction: str) -> None:
    """A page says its language and its direction, and a lesson may have its own."""
    site = course_site(make_course({"one": {}, "two": {"language": language}}))
    page = parse(site, "lessons/two.html")
    assert (page.get("lang"), page.get("dir")) == (language, direction)
    assert (parse(site).get("lang"), parse(site).get("dir")) == ("en", "ltr")


def test_pictures_lead_up_from_a_lesson_of_a_course(make_course: CourseMaker) -> None:
    """A picture of a lesson stands beside index.html, whether the lesson is index.html or a folder deeper."""
    lesson = {"one": {"sections": [{"heading": "H", "body": "![x](assets/icon.svg)"}]}}
    course = make_course(lesson, theme={"logo": "assets/icon.svg"})
    target = course.media["assets/icon.svg"].target
    assert parse(lesson_site(course)).xpath("//img/@src") == [target, target]
    assert parse(course_site(course), "lessons/one.html").xpath("//img/@src") == [f"../{target}", f"../{target}"]
    assert parse(course_site(course)).xpath("//header//img/@alt") == ["Course"]


def test_no_braces_are_left(example_sites: Sites) -> None:
    """No page shows a placeholder that was not filled in."""
    for _, site, path in pages_of(example_sites):
        shown = text_of(site, path).split('id="scormpack-data"')[0]
        shown = re.sub(r"<annotation .*?</annotation>", "", shown)  # LaTeX, which no reader sees
        assert not re.search(r"\{\w+\}", shown)
