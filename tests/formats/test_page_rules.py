"""Facts about the pages' own references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scormpack.formats import page_rules
from scormpack.formats.page_rules import PAGE_RULES, find_in_tags, inline_scripts, look_at_page
from scormpack.formats.rules import Package, find_faults
from scormpack.render.site import Files, Seen

PAGE = b'<script src="assets/r.js"></script>'


def faults_of(files: Mapping[str, bytes], *hosts: str) -> list[str]:
    """What the page rules say of these files."""
    return find_faults(PAGE_RULES, Package("m.xml", b"", etree.Element("m"), files, hosts))


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="" src="assets/none.png">',
        '<link rel="stylesheet" href="assets/none.css">',
        '<a class="x" href="lessons/none.html#top">x</a>',
        '<video poster="assets/None.png" src="assets/r.js"></video>',
    ],
)
def test_a_reference_to_nothing_is_refused(html: str) -> None:
    """Pictures, styles, links and posters that the package does not hold are named, with their page."""  # complaint 25
    faults = faults_of({"index.html": PAGE + html.encode(), "assets/r.js": b"x"})
    assert len(faults) == 1
    assert "`index.html` points to" in faults[0]


def test_references_are_read_from_their_own_page() -> None:
    """``../`` leads up from a page's folder; other sites, anchors, mail and escaped names are left alone."""
    page = (
        b'<a href="../index.html?x#y">a</a><a href="#z">b</a><a href="mailto:a@b.c">c</a>'
        b'<a href="https://example.org/x.html">d</a><img src="../assets/a%20b.png" alt="">'
        b'<code>&lt;img src="no"></code>'
    )
    files = {"index.html": PAGE, "lessons/l.html": page, "assets/r.js": b"x", "assets/a b.png": b""}
    assert faults_of(files) == []


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="" src="https://h.example.org/a.png">',
        '<img alt="" src="//h.example.org/a.png">',
        '<video poster="http://h.example.org/a.png"></video>',
        '<iframe title="T" src="https://h.example.org/1"></iframe>',
        '<link rel="stylesheet" href="https://h.example.org/a.css">',
        '<script src="https://h.example.org/a.js"></script>',
        '<source srcset="https://h.example.org/a.png 2x">',
        '<script>fetch("https://h.example.org/count")</script>',
        "<script>new WebSocket('wss://h.example.org/')</script>",
        '<script>request.open("GET", "//h.example.org/x")</script>',
        "<script>image.src = `https://h.example.org/x.gif`</script>",
    ],
)
def test_a_request_to_another_host_is_refused(html: str) -> None:
    """What a page would fetch elsewhere is named; a host that the course declares may be asked, over https."""
    files = {"index.html": PAGE + html.encode(), "assets/r.js": b"x"}
    (fault,) = faults_of(files)
    assert fault.endswith("[hosts]")
    assert bool(faults_of(files, "h.example.org")) == ("https:" not in html)


def test_a_style_sheet_asks_nobody_either() -> None:
    """Fonts and pictures of other hosts in a style sheet are refused; those in it, and shapes in the page, are not."""
    outside = b"@import 'https://h.example.org/a.css'; a { background: url( \"//h.example.org/b.png\") }"
    inside = b"a { background: url(data:image/png;base64,AA//AA==); mask: url(#a) } /* https://example.org */"
    files = {"index.html": PAGE, "assets/r.js": b"x"}
    assert len(faults_of(files | {"assets/a.css": outside})) == 2
    assert faults_of(files | {"assets/a.css": inside}) == []


@pytest.mark.parametrize(
    "files",
    [{"index.html": b"<p>x</p>"}, {"index.html": PAGE, "assets/r.js": b""}],
    ids=["no script", "empty script"],
)
def test_a_launch_page_without_runtime_is_refused(files: dict[str, bytes]) -> None:
    """A page that loads nothing, or an empty script, would report nothing."""
    assert any("[runtime]" in fault for fault in faults_of(files))


def test_a_script_may_name_hosts_and_ask_none() -> None:
    """Identifiers, and code that a lesson shows, are no requests; a script file that asks is named."""
    shown = (
        b'<code>fetch("https://h.example.org/")</code><script type="application/json">{"a":"fetch(\'//h.x\')"}</script>'
    )
    files = {"index.html": PAGE + shown, "assets/r.js": b'const verb = "https://w3id.org/xapi/x"; fetch(endpoint)'}
    assert faults_of(files) == []
    (fault,) = faults_of({**files, "assets/own.js": b'fetch("https://h.example.org/count")'})
    assert fault.startswith("`assets/own.js` asks for `https://h.example.org/count`")


_PIECES = ["<", ">", '"', " ", "\n", "=", "x", "#", "?", "//", "https:", "<a", "<b ", "<img", "<link ", "<script "]
_PIECES += [f' {name}="' for name in ("src", "href", "poster", "srcset", "data", "xlink:href", "class")]


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_what_is_found_by_a_hint_is_what_the_pattern_finds(text: str) -> None:
    """The quick way from hint to hint passes over nothing that the way from tag to tag finds, and finds no more."""
    assert page_rules._find_addresses(text) == list(dict.fromkeys(page_rules._ADDRESS.findall(text)))
    places = [hint.start() for hint in page_rules._REQUEST_HINT.finditer(text)]
    assert find_in_tags(text, places, page_rules._REQUEST) == list(dict.fromkeys(page_rules._REQUEST.findall(text)))


_SCRIPTS = [
    "<script",
    "</script",
    ">",
    " src=",
    ' type="application/json"',
    "x",
    "<",
    "\n",
    " defer",
    "<script>",
    "</scr",
]


@given(st.lists(st.sampled_from(_SCRIPTS), max_size=20).map("".join))
def test_inline_scripts_are_what_the_pattern_finds(text: str) -> None:
    """To look from one `<script` to the next passes over no script that stands in a page."""
    assert list(inline_scripts(text)) == page_rules._INLINE.findall(text)


def test_a_request_is_seen_in_a_page_that_is_not_utf8() -> None:
    """A byte that is none of UTF-8 hides no request beside it."""
    page = PAGE + b'\xff<img src="https://h.example.org/a.png">'
    assert look_at_page("index.html", page).requests == ("https://h.example.org/a.png",)


@dataclass
class LookedAt:
    """A page that was looked at where it was made."""

    data: bytes
    reads: int = 0

    @property
    def seen(self) -> Seen:
        """What it asks for."""
        return look_at_page("lessons/l.html", self.data)

    def read(self) -> bytes:
        """Count how often it is wanted."""
        self.reads += 1
        return self.data


def test_a_page_that_was_looked_at_is_read_for_a_fault_alone() -> None:
    """What it loads from the package and from other hosts is known, and is judged in the same words."""
    page = LookedAt(b'<a href="../index.html">a</a><img alt="" src="https://h.example.org/a.png">')
    files = {"index.html": PAGE, "assets/r.js": b"x"}
    assert faults_of(Files({**files, "lessons/l.html": page}), "h.example.org") == []
    assert page.reads == 0
    del files["index.html"]
    faults = faults_of({**files, "lessons/l.html": page.data})
    assert len(faults) > 1
    assert faults_of(Files({**files, "lessons/l.html": page})) == faults


@pytest.mark.parametrize("script", [b"", b"x"], ids=["empty script", "script"])
def test_a_launch_page_that_was_looked_at_before_is_not_read_for_its_scripts(script: bytes) -> None:
    """What it loads is known; an empty script is none."""
    page = LookedAt(b'<script src="../assets/r.js"></script><link rel="stylesheet" href="../assets/a.css">')
    files = Files({"index.html": page, "assets/r.js": script, "assets/a.css": b"x"})
    assert any("[runtime]" in fault for fault in faults_of(files)) == (script == b"")
    assert page.reads == 0
