"""Facts about the paths that a package may have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormpack.formats.paths import PATH_TESTS, find_path_faults


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("assets\\fork.svg", "backslash"),
        ("../fork.svg", "`..`"),
        ("assets//fork.svg", "nothing between"),
        ("/fork.svg", "begins with `/`"),
        ("assets/", "is a folder"),
        ("Assets/fork.svg", "capitals"),
        ("gr\u00f6\u00dfe.svg", "strip or rewrite"),
        ("a b.svg", "strip or rewrite"),
        ("tom&jerry.svg", "strip or rewrite"),
        ("page.html?x=1", "strip or rewrite"),
        ("www.example/fork.svg", "another site"),
        (f"{'a' * 252}.svg", "255"),
        ("", "is empty"),
    ],
)
def test_a_path_that_some_lms_would_lose_is_refused(path: str, part: str) -> None:
    """Each fault is found, and its sentence names it."""  # complaints 27, 28, 29
    assert any(part in fault for fault in find_path_faults(["index.html", path]))


@given(st.text("aZ9._-/wé\\ ", max_size=12) | st.sampled_from([f"{'a' * 256}", "www.a", "a/www.a", "a\n"]))
def test_every_path_is_held_to_every_test(path: str) -> None:
    """Also a path that looks fine at once."""
    wrong = [test.code for test in PATH_TESTS if not test.holds(path)]
    has_capitals = path != path.lower()
    assert len(list(find_path_faults(["index.html", path]))) == len(wrong) + has_capitals


def test_plain_paths_are_fine() -> None:
    """Lower case, digits, dots, hyphens and folders raise nothing; 255 characters are just not too many."""
    assert list(find_path_faults(["index.html", "lessons/a-1_b.html", f"{'a' * 251}.svg"])) == []


def test_official_names_keep_their_capitals() -> None:
    """A schema's own name may have capitals, another file's may not."""
    assert list(find_path_faults(["index.html", "XMLSchema.dtd"], official={"XMLSchema.dtd"})) == []
    assert list(find_path_faults(["index.html", "XMLSchema.dtd"])) != []


def test_a_package_needs_its_launch_page() -> None:
    """Without index.html at the root there is nothing to open."""
    assert any("no `index.html`" in fault for fault in find_path_faults(["lessons/index.html"]))
