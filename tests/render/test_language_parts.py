"""Parts of a text in another language."""

from __future__ import annotations

import pytest

from scormpack.render.language_parts import turn_parts


@pytest.mark.parametrize(
    ("language", "html", "turned"),
    [
        ("en", '<span lang="fr">x</span>', '<span lang="fr">x</span>'),
        ("en", '<div class="a" lang="ar">x</div>', '<div class="a" lang="ar" dir="rtl">x</div>'),
        ("ar", '<span lang="en">x</span>', '<span lang="en" dir="ltr">x</span>'),
        ("en", '<p lang="he" dir="ltr">x</p>', '<p lang="he" dir="ltr">x</p>'),
        (
            "en",
            '<div lang="ar"><span lang="fr">x</span></div>',
            '<div lang="ar" dir="rtl"><span lang="fr" dir="ltr">x</span></div>',
        ),
        ("en", "<code>lang=&quot;ar&quot;</code>", "<code>lang=&quot;ar&quot;</code>"),
    ],
)
def test_parts_run_in_their_own_direction(language: str, html: str, turned: str) -> None:
    """A part gets a direction where it differs from the page's, and where it stands in one that does."""
    assert turn_parts(html, language) == turned
