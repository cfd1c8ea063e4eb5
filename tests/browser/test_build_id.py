"""The build id, which pages have at their beginning alone: their scripts write it into the footer."""

import zipfile

from packages import Packages, Serve
from playwright.sync_api import Page, expect

from scormpack.releases import record_package


def build_of(small: Packages, unit: str, name: str) -> str:
    """Return what the manifest of a package says."""
    with zipfile.ZipFile(small.zip_of(unit, name)) as package:
        return record_package("a.zip", {path: package.read(path) for path in package.namelist()}).build


def test_every_page_shows_its_build(small: Packages, serve: Serve, page: Page) -> None:
    """The course page, a lesson that it shows, a lesson's own package, and a page from a folder."""
    footer = page.locator(".site-footer")
    for name in ("scorm12", "xapi"):
        page.goto(f"{serve(small.zip_of('course', name))}/index.html")
        expect(footer).to_contain_text(f"Build {build_of(small, 'course', name)}")
        page.get_by_role("link", name="Only reading", exact=True).click()
        page.get_by_role("heading", level=1, name="Only reading").wait_for()
        expect(footer).to_contain_text(f"Build {build_of(small, 'course', name)}")
        page.goto(f"{serve(small.zip_of('only-reading', name))}/index.html")
        expect(footer).to_contain_text(f"Build {build_of(small, 'only-reading', name)}")
    folder = small.zip_of("course", "web").with_suffix("")
    for path in ("index.html", "lessons/only-reading.html"):
        page.goto((folder / path).as_uri())
        expect(footer).to_contain_text(f"Build {build_of(small, 'course', 'web')}")
