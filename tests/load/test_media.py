"""Facts about the files that lessons show or offer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from scormpack.errors import CourseError
from scormpack.load import load_course
from scormpack.model import Media

CourseMaker = Callable[..., Path]
LESSON = "id: a\ntitle: T\nsummary: S.\nsections:\n  - heading: H\n    body: |\n      {body}\n"

CONTENT = {".svg": "<svg/>", ".vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nWords.\n"}


def media(make_course: CourseMaker, body: str, *files: str) -> dict[str, Media]:
    """Return the media of a course whose one text is ``body``, with ``files`` in its folder."""
    made: dict[str, str | bytes] = {name: CONTENT.get(name[-4:], "content") for name in files}
    return dict(load_course(make_course({"lessons/a.yaml": LESSON.replace("{body}", body), **made})).media)


@pytest.mark.parametrize(
    ("body", "reference", "file"),
    [
        pytest.param("![A](assets/fork.svg)", "assets/fork.svg", "assets/fork.svg", id="plain"),
        pytest.param("![A](assets/my%20fork.svg)", "assets/my%20fork.svg", "assets/my fork.svg", id="%20"),
        pytest.param("![A](<assets/my fork.svg>)", "assets/my%20fork.svg", "assets/my fork.svg", id="in <>"),
        pytest.param("![A](assets/../fork.svg)", "assets/../fork.svg", "fork.svg", id="back inside the folder"),
        pytest.param("![A](./fork.svg)", "./fork.svg", "fork.svg", id="from here"),
        pytest.param("![A](fork.svg?v=2#part)", "fork.svg?v=2#part", "fork.svg", id="query and fragment"),
        pytest.param("[A](handout.pdf)", "handout.pdf", "handout.pdf", id="a download"),
        pytest.param('<img src="fork.svg" alt="a > b">', "fork.svg", "fork.svg", id="HTML"),
        pytest.param('<img alt="a > b" src=fork.svg>', "fork.svg", "fork.svg", id="HTML without quotes"),
        pytest.param('<video poster="fork.png"></video>', "fork.png", "fork.png", id="a poster"),
        pytest.param('<track src="en.vtt">', "en.vtt", "en.vtt", id="captions"),
        pytest.param("![A][f]\n\n      [f]: fork.svg", "fork.svg", "fork.svg", id="a reference below"),
        pytest.param("![A](a:b.svg)", "a:b.svg", None, id="a colon makes a scheme"),
        pytest.param("`![A](none.svg)`", None, None, id="code shows nothing"),
        pytest.param("[A](https://example.org/a.png)", None, None, id="a link to another host"),
        pytest.param("[A](mailto:a@example.org)", None, None, id="a mail address"),
        pytest.param("[A](#section-2)", None, None, id="a place in the page"),
    ],
)
def test_references_lead_to_files(make_course: CourseMaker, body: str, reference: str | None, file: str | None) -> None:
    """What a text shows or offers is found by the reference as it stands in the HTML; other links are let be."""
    if reference is not None and file is None:
        with pytest.raises(CourseError):
            media(make_course, body)
        return
    found = media(make_course, body, *([file] if file else []))
    assert {key: item.path for key, item in found.items()} == ({reference: file} if reference and file else {})


@pytest.mark.parametrize(("on_disk", "written"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_unicode_forms_of_a_name_are_one(make_course: CourseMaker, on_disk: str, written: str) -> None:
    """A file that a Mac named in decomposed letters is found by composed ones, and the other way round."""
    name = "größe.svg"
    file = unicodedata.normalize(on_disk, name)  # type: ignore[arg-type]
    body = f"![A]({unicodedata.normalize(written, name)})"  # type: ignore[arg-type]
    (found,) = media(make_course, body, file).values()
    assert found.path == file
    assert re.fullmatch(r"assets/gro-e-[0-9a-f]{10}\.svg|assets/groe-[0-9a-f]{10}\.svg", found.target)


@pytest.mark.parametrize("name", ["漢字.PNG", "a b & c.JPG", "-.svg", "no-ending", "🙂.webp", "x" * 80 + ".svg"])
def test_packages_hold_plain_names(make_course: CourseMaker, name: str) -> None:
    """In a package every name is short, ASCII, lower case, and carries a hash of the content."""
    (found,) = media(make_course, f"![A](<{name}>)", name).values()
    assert re.fullmatch(r"assets/[a-z0-9-]{1,40}-[0-9a-f]{10}(\.[a-z0-9]+)?", found.target)


def test_a_name_changes_with_the_content(make_course: CourseMaker) -> None:
    """The same content has the same name everywhere; another content, another name."""
    files = {"a/x.svg": "<svg/>", "b/x.svg": "<svg />", "c/x.svg": "<svg/>"}
    lesson = LESSON.replace("{body}", " ".join(f"![A]({name})" for name in files))
    found = load_course(make_course({"lessons/a.yaml": lesson, **files})).media
    assert found["a/x.svg"].target == found["c/x.svg"].target != found["b/x.svg"].target


def test_a_link_inside_the_course_is_followed(make_course: CourseMaker) -> None:
    """A symbolic link to a file of the course is that file."""
    root = make_course({"lessons/a.yaml": LESSON.replace("{body}", "![A](link.svg)"), "assets/fork.svg": "<svg/>"})
    (root / "link.svg").symlink_to("assets/fork.svg")
    assert load_course(root).media["link.svg"].path == "link.svg"


def test_a_picture_that_vanishes_is_a_finding(make_course: CourseMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes between finding and reading it is told at the reference."""
    read = Path.read_bytes

    def vanish(path: Path) -> bytes:
        if path.suffix == ".svg":
            path.unlink()
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", vanish)
    with pytest.raises(CourseError) as raised:
        media(make_course, "![A](fork.svg)", "fork.svg")
    (finding,) = raised.value.findings
    assert (finding.code, finding.line, finding.column) == ("media-unreadable", 7, 12)


def test_the_logo_is_media(make_course: CourseMaker) -> None:
    """The theme's logo is found like a picture, and told of even where the course file has other faults."""
    root = make_course({"logo.svg": "<svg/>"}, lessons="a", course="theme: {logo: logo.svg}\n")
    assert load_course(root).media["logo.svg"].path == "logo.svg"
    (root / "logo.svg").unlink()
    (root / "course.yaml").write_text((root / "course.yaml").read_text() + "colour: red\n")
    with pytest.raises(CourseError) as raised:
        load_course(root)
    assert [finding.code for finding in raised.value.findings] == ["media-missing", "unknown-key"]


def test_a_films_captions_and_transcript_stand_beside_it(make_course: CourseMaker) -> None:
    """Files of the film's name belong to it: captions by language, and a transcript; other files do not."""
    vtt = CONTENT[".vtt"]
    files = {"a/talk.mp4": "film", "a/talk.vtt": vtt, "a/talk.pt-BR.vtt": vtt, "a/talk.txt": "One.\n\nTwo\nlines.\n"}
    others = {"a/talk2.vtt": "no captions", "talk.vtt": "nor here"}
    lesson = LESSON.replace("{body}", "![Film](a/talk.mp4)")
    found = load_course(make_course({"lessons/a.yaml": lesson, **files, **others})).media["a/talk.mp4"]
    assert [(one.language, one.media.path, one.text, one.words) for one in found.captions] == [
        ("pt-BR", "a/talk.pt-BR.vtt", vtt, ("Words.",)),
        ("", "a/talk.vtt", vtt, ("Words.",)),
    ]
    assert found.transcript == ("One.", "Two lines.")
    assert (found.is_film, found.kind, found.bytes) == (True, "video/mp4", 4)


@pytest.mark.parametrize(
    ("body", "files", "code"),
    [
        ("![A](x.svg)", {"x.svg": "<svg><script/></svg>"}, "svg-refused"),
        ("[A](x.svg)", {"x.svg": "<svg><script/></svg>"}, "svg-refused"),
        ("![A](x.mp4)", {"x.mp4": "film", "x.vtt": "none"}, "captions-file"),
        ('<video src="x.mp4"><track src="en.vtt"></video>', {"x.mp4": "film", "en.vtt": "none"}, "captions-file"),
        ('<iframe src="https://b.example.org/1" title="T"></iframe>', {}, "frame-refused"),
        ('<iframe src="https://a.example.org:444/1" title="T"></iframe>', {}, "frame-refused"),
        ("![A](http://a.example.org/1.png)", {}, "media-elsewhere"),
    ],
)
def test_what_a_page_may_not_hold_is_told(
    make_course: CourseMaker, body: str, files: dict[str, str], code: str
) -> None:
    """Drawings that act, captions that no browser reads, and hosts that nobody declared are errors."""
    lesson = LESSON.replace("{body}", body)
    root = make_course({"lessons/a.yaml": lesson, **files}, lessons="a", course="hosts: [a.example.org]\n")
    with pytest.raises(CourseError) as raised:
        load_course(root)
    assert [(finding.code, finding.line) for finding in raised.value.findings] == [(code, 7)]


@pytest.mark.parametrize(
    "body", ['<iframe src="https://a.example.org/1" title="T"></iframe>', "![A](https://a.example.org/1.png)"]
)
def test_a_declared_host_may_be_asked(make_course: CourseMaker, body: str) -> None:
    """Frames and pictures of a host that the course declares are no findings."""
    root = make_course(
        {"lessons/a.yaml": LESSON.replace("{body}", body)}, lessons="a", course="hosts: [a.example.org]\n"
    )
    assert load_course(root).media == {}


@pytest.mark.parametrize(
    "host", ["https://a.example.org", "a.example.org/x", "A.example.org", "localhost", "*.example.org"]
)
def test_a_host_is_an_exact_name(make_course: CourseMaker, host: str) -> None:
    """What is no host name is told where it stands."""
    with pytest.raises(CourseError) as raised:
        load_course(make_course({"lessons/a.yaml": LESSON}, lessons="a", course=f'hosts: ["{host}"]\n'))
    (finding,) = raised.value.findings
    assert (finding.code, finding.file) == ("bad-value", "course.yaml")
    assert re.search(r"`(player\.vimeo\.com|a\.example\.org)`", finding.hint)
