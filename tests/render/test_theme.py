"""Any accent can be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import CourseMaker, lesson_site, parse

from scormpack.assets import templates_folder
from scormpack.load.tokens import load_tokens
from scormpack.model import SystemFont, Theme
from scormpack.model.colour import TEXT_CONTRAST, contrast
from scormpack.render.stylesheet import load_stylesheet
from scormpack.render.theme import DARK_GROUNDS, LIGHT_GROUNDS, make_palette, theme_css

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@settings(deadline=None)
@given(COLOURS)
def test_every_accent_can_be_read(accent: str) -> None:
    """Whatever the accent: as text on every ground, on its own tint, and under the text on a button, at least 4.5:1."""
    for grounds in (LIGHT_GROUNDS, DARK_GROUNDS):
        palette = make_palette(accent, grounds)
        for ground in (*grounds, palette.tint, palette.on_accent):
            assert contrast(palette.accent, ground) >= TEXT_CONTRAST


def test_a_readable_accent_stays_as_it_is() -> None:
    """An accent that can be read is not changed."""
    assert make_palette("#2d5bff", LIGHT_GROUNDS).accent == "#2d5bff"
    assert make_palette("#9fb4ff", DARK_GROUNDS).accent == "#9fb4ff"


def test_the_style_sheet_stands_on_the_same_grounds() -> None:
    """The four grounds are those of tokens.css, and its other colours can be read on them."""
    css = (templates_folder() / "style" / "tokens.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in css.split("@media"))
    for tokens, grounds in ((light, LIGHT_GROUNDS), (dark, DARK_GROUNDS)):
        assert {tokens["ground"], tokens["surface"]} == set(grounds)
        for name in ("ink", "soft", "right", "wrong", "warn"):
            tints = [tokens[f"{name}-tint"]] if f"{name}-tint" in tokens else []
            assert [g for g in (*grounds, *tints) if contrast(tokens[name], g) < TEXT_CONTRAST] == []
        # WCAG 2.2, 1.4.11: the edge of a box to type in.
        assert all(contrast(tokens["edge"], ground) >= 3 for ground in grounds)


@settings(deadline=None)
@given(COLOURS, COLOURS)
def test_on_any_ground_there_is_a_palette(accent: str, ground: str) -> None:
    """A course may give its pages any ground: a palette is made, and where one can be read, it is that."""
    palette = make_palette(accent, (ground, ground))
    if contrast(ground, "#000000") > 15 or contrast(ground, "#ffffff") > 15:
        assert contrast(palette.accent, ground) >= TEXT_CONTRAST


def test_the_accent_is_in_the_style_sheet(tmp_path: Path) -> None:
    """Both schemes declare all four shades, in the layer of the tokens."""
    accent = "#c0ffee"
    css = theme_css(Theme(accent=accent), load_tokens(tmp_path), str)
    assert css.startswith("@layer tokens{")
    assert css.count(f"--accent-mark:{accent}") == 2
    for name in ("--accent:", "--on-accent:", "--accent-tint:"):
        assert css.count(name) == 2


def test_the_accent_fits_the_courses_own_grounds(make_course: CourseMaker) -> None:
    """Where a course gives its pages another ground, the shades of the accent are made for that one."""
    extra = ":root { --ground: #222; --surface: #303030; --ink: #fff; --soft: #ddd }"
    css = load_stylesheet(make_course(files={"templates/style/extra.css": extra}))[1].decode()
    light = re.search(r"@layer tokens\{:root\{--accent:(#\w{6})", css)
    assert light
    assert contrast(light[1], "#222222") >= TEXT_CONTRAST


FONT = b"wOF2" + bytes(60)
FACE = {"regular": "assets/face.woff2", "bold": "assets/face-bold.woff2", "fallback": "serif"}
FILES = {"assets/face.woff2": FONT, "assets/face-bold.woff2": FONT + b"bold"}


def test_a_courses_fonts_are_in_its_packages(make_course: CourseMaker) -> None:
    """Files and faces are there; the face is optional, so no text is laid out anew; so all are preloaded."""
    course = make_course(files=FILES, theme={"fonts": {"headings": FACE, "text": "humanist", "code": FACE}})
    site = lesson_site(course)
    fonts = [path for path in site.files if path.endswith(".woff2")]
    assert len(fonts) == 2
    style = next(data for path, data in site.files.items() if path.endswith(".css")).decode()
    for path in fonts:
        assert f'url("{path.removeprefix("assets/")}") format("woff2")' in style
    assert style.count("font-display:optional") == style.count("@font-face") == 4
    assert ':root:root{--sans:var(--font-humanist);--display:"course headings",var(--font-serif)' in style
    preloaded = {link.get("href"): link.get("data-faces") for link in parse(site).xpath("//link[@rel='preload']")}
    assert preloaded == {
        course.media["assets/face.woff2"].target: "normal 400 headings, normal 400 code",
        course.media["assets/face-bold.woff2"].target: "normal 700 headings, normal 700 code",
    }


def test_a_variable_font_has_its_weights(make_course: CourseMaker) -> None:
    """With `weights` one face has all of them."""
    face = {"regular": "assets/face.woff2", "weights": [200, 900]}
    style = load_stylesheet(make_course(files=FILES, theme={"fonts": {"text": face}}))[1]
    assert b"font-weight:200 900;" in style
    assert style.count(b"@font-face") == 1


def test_every_named_typeface_is_there() -> None:
    """tokens.css has a stack for each name that a course may write."""
    css = (templates_folder() / "style" / "tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r"--font-(\w+):", css)) == set(get_args(SystemFont))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_forced_scheme_asks_the_device_nothing(make_course: CourseMaker, scheme: str) -> None:
    """A course that is always light, or always dark, says so, and no rule of any part depends on the device."""
    course = make_course(
        files={"templates/style/extra.css": "@media (prefers-color-scheme:dark){h1{color:red}}"},
        theme={"scheme": scheme},
    )
    style = load_stylesheet(course)[1].decode()
    assert "prefers-color-scheme" not in style
    assert style.endswith(f":root{{color-scheme:{scheme}}}}}\n")
    assert ("@media (min-width: 0){h1{color:red}}" in style) == (scheme == "dark")
    assert parse(lesson_site(course)).xpath("//meta[@name='color-scheme']/@content") == [scheme]


@pytest.mark.parametrize(
    ("theme", "shown", "dark", "plate"),
    [
        pytest.param({"logo": "a.svg"}, "a", None, "light", id="one logo, on a plate where the page is dark"),
        pytest.param({"logo": "a.svg", "scheme": "dark"}, "a", None, "light", id="on a plate, always"),
        pytest.param({"logo": "a.svg", "logo_dark": "b.svg"}, "a", "b", None, id="one for each"),
        pytest.param({"logo": "a.svg", "logo_dark": "b.svg", "scheme": "dark"}, "b", None, "dark", id="always dark"),
        pytest.param({"logo": "a.svg", "logo_dark": "b.svg", "scheme": "light"}, "a", None, None, id="always light"),
        pytest.param({"logo": "a.svg", "scheme": "light"}, "a", None, None, id="always light, one logo"),
    ],
)
def test_the_logo_fits_the_page(
    make_course: CourseMaker, theme: dict[str, str], shown: str, dark: str | None, plate: str | None
) -> None:
    """The logo on show is the one for that ground; one that is for the other ground stands on a plate."""
    files = {"a.svg": "<svg>a</svg>", "b.svg": "<svg>b</svg>"}
    header = parse(lesson_site(make_course(files=files, theme=theme))).xpath("//header[@class='site-header']")[0]
    assert [source.split("/")[-1][0] for source in header.xpath(".//source/@srcset")] == ([dark] if dark else [])
    (image,) = header.xpath(".//img")
    assert image.get("src").startswith(f"assets/{shown}-")
    assert image.get("class") == ("logo" if plate is None else f"logo logo--on-{plate}")
