"""tincan.xml files and packages that must be refused: each row spoils a good one in one way."""

from __future__ import annotations

import pytest

from scormpack.formats.xapi import find_package_faults, package_xapi
from scormpack.formats.xapi.names import MANIFEST
from scormpack.model import Course, Unit
from scormpack.render.site import Site

LAUNCH = '<launch lang="en">index.html</launch>'
LESSON = "activities/lesson"
QUESTION = "/questions/museum-length"
TYPE = "<interactionType>choice</interactionType>"
PATTERN = "<correctResponsePatterns><correctResponsePattern>b</correctResponsePattern></correctResponsePatterns>"

# name: (what stands there, what stands there instead, how often (0 = always), code, part of the sentence)
MUTATIONS = {
    "not well-formed": ("</tincan>", "", 1, "schema", "not well-formed"),
    "another namespace": ("projecttincan.com", "example.org", 1, "schema", "`<tincan>`"),
    "unknown element": (TYPE, f"{TYPE}<weight>1</weight>", 1, "schema", "`<weight>`"),
    "no activities": ("activities>", "things>", 0, "schema", "`<things>`"),
    "misspelt name": ('<name lang="en">', '<nom lang="en"/><name lang="en">', 1, "schema", "`<nom>`"),
    "no language": ('<name lang="en">', "<name>", 1, "schema", "no `lang`"),
    "xml:lang": ('<name lang="en">', '<name xml:lang="en">', 1, "schema", "`xml:lang`"),
    "no id": ('<activity id="https', '<activity name="https', 1, "schema", "no `id`"),
    "no type": (' type="http://adlnet.gov/expapi/activities/lesson"', "", 1, "schema", "no `type`"),
    "empty title": ("Prompt, retrieve or fine-tune?", " ", 1, "schema", "`<name>` is empty"),
    "unknown interaction": (
        TYPE,
        "<interactionType>riddle</interactionType>",
        1,
        "schema",
        "`riddle`: write",
    ),
    "answers readable": (TYPE, f"{TYPE}{PATTERN}", 1, "schema", "`<correctResponsePatterns>`"),
    "component without id": ("<id>a</id>", "", 1, "schema", "only `<id>`"),
    "component id with a space": ("<id>a</id>", "<id>a b</id>", 1, "schema", "`a b`"),
    "no launch": (LAUNCH, "", 1, "launch", "0 launch elements"),
    "two launches": (LAUNCH, LAUNCH * 2, 1, "launch", "2 launch elements"),
    "launch with a query": (">index.html<", ">index.html?a=b<", 1, "own-launch", "write `index.html`"),
    "launch elsewhere": (">index.html<", ">https://example.org/<", 1, "own-launch", "write `index.html`"),
    "relative id": ('id="https://example.org/courses', 'id="courses', 1, "iri", "absolute IRI"),
    "id with a space": (
        'id="https://example.org/courses',
        'id="https://example.org/my courses',
        1,
        "iri",
        "absolute IRI",
    ),
    "relative type": ("http://adlnet.gov/expapi/", "", 1, "iri", "activity/@type"),
    "id twice": (QUESTION, "/questions/clinic-hours", 1, "iri", "2 activities have the id"),
    "question without type": (TYPE, "", 1, "interaction", "interactionType belongs"),
    "lesson with type": ("activities/cmi.interaction", LESSON, 1, "interaction", "interactionType belongs"),
    "component twice": ("<id>a</id>", "<id>b</id>", 1, "interaction", "2 components"),
    "credentials in an id": ("https://example.org", "https://key:secret@example.org", 1, "credentials", "password"),
}


@pytest.fixture(scope="module")
def good(course: Course, lesson_unit: Unit, site: Site) -> dict[str, bytes]:
    """A package without a fault."""
    return dict(package_xapi(course, lesson_unit, site))


def without_manifest(package: dict[str, bytes]) -> dict[str, bytes]:
    """All files but tincan.xml."""
    return {path: data for path, data in package.items() if path != MANIFEST}


def test_the_good_package_has_no_fault(good: dict[str, bytes]) -> None:
    """What the mutations below spoil is right to begin with."""
    assert find_package_faults(good[MANIFEST], without_manifest(good)) == []


@pytest.mark.parametrize(("old", "new", "times", "code", "part"), MUTATIONS.values(), ids=MUTATIONS)
def test_a_spoilt_tincan_xml_is_refused(  # noqa: PLR0917 - the columns of the table
    good: dict[str, bytes], old: str, new: str, times: int, code: str, part: str
) -> None:
    """The fault is found by the schema or by the rule that knows it, in words that name it."""
    text = good[MANIFEST].decode()
    assert old in text
    faults = find_package_faults(text.replace(old, new, times or -1).encode(), without_manifest(good))
    assert any(part in fault and fault.endswith(f"[{code}]") for fault in faults), faults


def test_a_launch_in_a_later_activity_is_refused(good: dict[str, bytes]) -> None:
    """Moodle's launch plugin takes the first activity."""
    text = good[MANIFEST].decode().replace(LAUNCH, "").replace(TYPE, f"{LAUNCH}{TYPE}", 1)
    faults = find_package_faults(text.encode(), without_manifest(good))
    assert any("stands in a later activity" in fault for fault in faults)


@pytest.mark.parametrize(
    ("path", "data", "code", "part"),
    [
        ("inner/tincan.xml", b"<x/>", "second-manifest", "second tincan.xml"),
        ("tincan.xml", b"<x/>", "second-manifest", "second tincan.xml"),
        ("Page.html", b"x", "path", "capitals"),
        ("lessons/a.html", b'<img src="b.png">', "address", "points to `b.png`"),
        ("assets/x.js", b'fetch("https://me:pw@lrs.example.org/")', "credentials", "password"),
        ("assets/x.js", b'{"Authorization":"Basic dXNlcjpwYXNzd29yZA=="}', "credentials", "a Basic token"),
        ("assets/x.json", b'{"auth": "Bearer abcdefghijklmnopqrstuv"}', "credentials", "a Bearer token"),
        ("assets/x.js", b'"index.html?endpoint=e&auth=Basic%20dXNlcjpw"', "credentials", "launch address"),
        ("lessons/a.html", b'<a href="https://me:pw@example.org/">x</a>', "credentials", "password"),
        ("assets/x.js", b"-----BEGIN RSA PRIVATE KEY-----", "credentials", "a private key"),
    ],
)
def test_a_package_with_other_files_is_refused(
    good: dict[str, bytes], path: str, data: bytes, code: str, part: str
) -> None:
    """A second tincan.xml, a bad path, a dangling picture, anything like a credential."""
    faults = find_package_faults(good[MANIFEST], {**without_manifest(good), path: data})
    assert any(part in fault and fault.endswith(f"[{code}]") for fault in faults), faults


def test_a_lesson_may_show_what_a_token_looks_like(good: dict[str, bytes]) -> None:
    """A page's words are the author's: only scripts, data and tags are searched."""
    page = b"<p>Send <code>Authorization: Basic dXNlcjpwYXNzd29yZA==</code> to https://me:pw@example.org/</p>"
    assert find_package_faults(good[MANIFEST], {**without_manifest(good), "lessons/a.html": page}) == []


def test_the_runtime_has_no_credentials(good: dict[str, bytes]) -> None:
    """The runtime that reads ``auth`` from the address is not mistaken for one that holds it."""
    assert any(len(data) > 1000 for path, data in good.items() if path.endswith(".js"))
    assert find_package_faults(good[MANIFEST], without_manifest(good)) == []
