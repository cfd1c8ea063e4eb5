"""Facts about what is found in pages and scripts, of whatever tool."""

from __future__ import annotations

import pytest
from zips import Judge, by_hand

from scormpack.inspect import page_faults, zip_faults

SCRIPT = b"addEventListener('pagehide', leave); LMSInitialize"
TOKEN = b"Basic dXNlcjpwYXNzd29yZA=="

# name: (file, its content, code, line; or no code, where nothing is wrong)
FILES = {
    "a picture that is not there": ("a.html", b"<p>\n<IMG SRC=Fork.png>", "page-missing", 2),
    "a script in capitals": ("a.html", b"<script src='Shared/api.js'></script>", "page-missing", 1),
    "a link to nothing": ("units/a.html", b'<a href="next.html#top">Next</a>', "page-missing", 1),
    "a script of another site": ("a.html", b"\n<script src='//cdn.example.org/x.js'></script>", "page-host", 2),
    "a film of another site": ("a.html", b"<iframe src=https://films.example.org/1></iframe>", "page-host", 1),
    "a font of another site": ("a.css", b"@import 'x.css';\n@font-face{src: url( 'https://fonts.example.org/a.woff2')}", "page-host", 2),
    "a link that is only told": ("a.html", b"<link rel=canonical href='https://example.org/'>", "", 0),
    "a module": ("a.mjs", b"export {}", "script-module", 0),
    "a save that comes too late": ("a.js", b"// leave\nwindow.addEventListener('unload', save)", "script-unload", 2),
    "an attribute that saves too late": ("a.html", b"<body onunload='save()'>", "script-unload", 1),
    "jQuery that saves too late": ("a.js", b"$(window).on('unload', save)", "script-unload", 1),
    "a token in a script": ("a.js", b"var token = '" + TOKEN + b"'", "script-credentials", 0),
    "a password in an address": ("a.html", b'<a href="https://me:secret@example.org/">x</a>', "script-credentials", 0),
    "a key": ("a.json", b'"-----BEGIN RSA PRIVATE KEY-----"', "script-credentials", 0),
    "a link elsewhere": ("a.html", b'<a href="https://example.org/">x</a>', "", 0),
    "mail, data and scripts": ("a.html", b'<a href="mailto:a@b.c">x</a><img src="data:,"><a href="javascript:x()">y</a>', "", 0),
    "an address that a script puts together": ("a.html", b"""<script>w('<img src="' + url + '">')</script><a href="{{next}}">x</a>""", "", 0),
    "escaped and folder addresses": ("shared/a.html", b'<a href="sheet%20one.html?x=1">x</a><a href="#z">z</a>', "", 0),
    "a token in the words of a page": ("a.html", b"<p>Write <code>" + TOKEN + b"</code></p>", "", 0),
    "a page that breaks off": ("a.html", b"<p <a href='x' <<<!-- <script>", "", 0),
    "an address that is none": ("a.html", b'<img src="http://[::1">', "", 0),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_page_is_judged(name: str, judge: Judge) -> None:
    """The fault is told by its code, file and line; what is right is passed over."""
    path, data, code, line = FILES[name]
    files = {file: content.replace(b"pagehide", b"hide") for file, content in by_hand("scorm12").items()}
    findings = [
        (finding.code, finding.file, finding.line)
        for finding in judge({**files, path: data}).findings
        if finding.code.startswith(("page-", "script-"))
    ]
    assert findings == ([(code, path, line)] if code else [])


def test_whoever_listens_to_both_is_right(judge: Judge) -> None:
    """`unload` beside `pagehide` is for old browsers."""
    files = {**by_hand("scorm12"), "old.js": b"addEventListener('unload', save)"}
    assert [finding.code for finding in judge(files).findings] == ["scorm-file-unlisted"]


@pytest.mark.parametrize(("package", "word"), [("scorm12", b"LMSInitialize"), ("scorm2004", b"API_1484_11")])
def test_a_package_that_says_nothing_to_the_lms_is_told(package: str, word: bytes, judge: Judge) -> None:
    """Without the interface's own name in any script no result can arrive."""
    files = {path: data.replace(word, b"nothing") for path, data in by_hand(package).items()}
    assert [finding.code for finding in judge(files).findings] == ["page-silent"]


@pytest.mark.parametrize("package", ["scorm12", "scorm2004", "tincan", "cmi5"])
def test_a_package_without_any_script_is_told_to_report_nothing(package: str, judge: Judge) -> None:
    """Whatever the standard: the finding says it, and each verdict that takes the package says it too."""
    pages = {
        path: b"<p>Read this.</p>" if path.endswith(".html") else data
        for path, data in by_hand(package).items()
        if not path.endswith(".js")
    }
    inspection = judge(pages)
    (silent,) = [finding for finding in inspection.findings if finding.code == "page-silent"]
    assert silent.message == "no page has a script: it opens, and never reports a score or a completion"
    taken = [verdict for verdict in inspection.verdicts if verdict.outcome != "refused"]
    assert taken
    assert all("the LMS will never get a score" in " ".join(verdict.reasons) for verdict in taken)


def test_a_package_that_opens_pages_elsewhere_may_report(judge: Judge) -> None:
    """What a page on another host does is not for us to say."""
    files = by_hand("tincan")
    files["tincan.xml"] = files["tincan.xml"].replace(b">story.html<", b">https://example.org/story.html<")
    files["story.html"] = b"<p>Fore!</p>"
    assert "page-silent" not in {finding.code for finding in judge(files).findings}


def test_a_flood_of_one_finding_is_bounded(judge: Judge) -> None:
    """Twenty are told, and how many more there are."""
    files = {**by_hand("scorm12"), **{f"extra/{number}.txt": b"x" for number in range(500)}}
    findings = judge(files).findings
    assert len(findings) == 21
    assert findings[-1].message == "there are 480 more like the 20 that are told"


def test_what_is_too_much_is_said_to_be_unread(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and content have a bound each, and whoever reads must know where looking ended."""
    monkeypatch.setattr(page_faults, "_MOST_READ", 300)
    monkeypatch.setattr(zip_faults, "_MOST_CHECKED", 300)
    assert {finding.code for finding in judge(by_hand("scorm12")).findings} == {"page-unread", "zip-unchecked"}
