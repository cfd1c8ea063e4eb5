"""What a package is, by the manifest at its root, whoever made it."""

from pathlib import Path

import pytest
from preview_server import SCORM12_MANIFEST
from strange_packages import CMI5_STRUCTURE, SCORM2004_MANIFEST, zip_of

from scormpack.errors import PreviewError
from scormpack.preview.content import Content
from scormpack.preview.manifests import read_content
from scormpack.preview.zipped_files import ZippedFiles

TINCAN = """<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
<activity id="https://x.org/q" type="t"><name>A question</name></activity>
<activity id="https://x.org/k" type="t"><name>Knots</name><launch lang="en">./story.html?a=1</launch></activity>
</activities></tincan>"""


def content_of(**files: str) -> Content:
    """Return what a package with these files holds; `__` in a name stands for a dot."""
    members = {name.replace("__", "."): text for name, text in files.items()}
    return read_content(ZippedFiles(zip_of(members), "p.zip"))


def test_scorm12() -> None:
    """Items in order, each with its file, parameters and mastery score; files that are missing are told."""
    content = content_of(imsmanifest__xml=SCORM12_MANIFEST)
    assert (content.standard, content.label, content.title) == ("scorm12", "SCORM 1.2", "Knots")
    assert [(part.id, part.title, part.href, part.mastery) for part in content.parts] == [
        ("i1", "The bowline", "a b/one.html", 60),
        ("i2", "The reef knot", "two.html?page=2", None),
    ]
    assert ["not in the zip" in note for note in content.notes] == [True, True]


def test_scorm2004() -> None:
    """Edition, passing score and completion threshold come from where SCORM 2004 has them."""
    content = content_of(imsmanifest__xml=SCORM2004_MANIFEST)
    assert (content.standard, content.label) == ("scorm2004", "SCORM 2004 4th edition")
    assert (content.parts[0].mastery, content.parts[0].completion_threshold) == (0.6, 0.8)


def test_tincan() -> None:
    """The activity with a launch is what opens; one that does not stand first is told."""
    content = content_of(tincan__xml=TINCAN)
    assert [(part.id, part.href) for part in content.parts] == [("https://x.org/k", "story.html?a=1")]
    assert "first activity" in content.notes[0]


def test_cmi5() -> None:
    """An assignable unit has its mastery score, its rule and its launch method."""
    content = content_of(cmi5__xml=CMI5_STRUCTURE, tincan__xml=TINCAN)
    assert content.standard == "cmi5"
    assert [(part.title, part.mastery, part.move_on) for part in content.parts] == [("The bowline", 0.6, "Passed")]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        pytest.param({"index__html": "x"}, "it holds pages, but none of imsmanifest.xml", id="no manifest"),
        pytest.param({"my/imsmanifest__xml": "x"}, "zip what is in that folder", id="one folder down"),
        pytest.param({"IMSManifest__xml": "x"}, "call it `imsmanifest.xml`", id="capitals"),
        pytest.param({"word/document__xml": "x"}, "it is a Word document", id="another kind of file"),
        pytest.param({"imsmanifest__xml": "<manifest>"}, "not well-formed", id="broken"),
        pytest.param({"imsmanifest__xml": "<manifest/>"}, "nothing to launch", id="empty"),
        pytest.param({"tincan__xml": "<tincan/>"}, "nothing to open", id="no activity"),
        pytest.param({"cmi5__xml": "<courseStructure/>"}, "nothing to launch", id="no unit"),
        pytest.param({"imsmanifest__xml": " " * (9 << 20)}, "no LMS reads that", id="too large"),
    ],
)
def test_no_package_says_why(files: dict[str, str], words: str) -> None:
    """What an LMS could not open is an error that says what is missing."""
    with pytest.raises(PreviewError, match=words):
        content_of(**files)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """A manifest reads no file of this machine, and does not grow."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    doctype = f'<!DOCTYPE manifest [<!ENTITY f SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    hostile = SCORM12_MANIFEST.replace("<manifest", f"{doctype}<manifest", 1).replace("Knots", "K&f;&b;")
    title = content_of(imsmanifest__xml=hostile).title
    assert "secret" not in title
    assert "aaaa" not in title
