"""The pictures of the docs, which scripts/pictures takes."""

import re
from pathlib import Path


def test_every_picture_is_light_shown_and_retaken(checkout: Path) -> None:
    """Each is a PNG of less than 200 kB, some page shows it in words too, and the script takes it anew."""
    pages = [checkout / "README.md", *(checkout / "docs").glob("*.md")]
    told = {
        (page.parent / link).resolve(): alternative
        for page in pages
        for alternative, link in re.findall(r"!\[([^\]]*)\]\(([^)]+\.png)\)", page.read_text(encoding="utf-8"))
    }
    pictures = sorted((checkout / "docs" / "images").resolve().iterdir())
    assert sorted(told) == pictures
    assert all(told.values())
    assert [picture.name for picture in pictures if picture.stat().st_size >= 200_000] == []
    scripts = (checkout / "tests" / "browser" / name for name in ("screenshots.py", "preview_picture.py"))
    taken = "".join(script.read_text(encoding="utf-8") for script in scripts)
    assert {picture.stem for picture in pictures} == set(re.findall(r'save\("(\w+)"', taken))
