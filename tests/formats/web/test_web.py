"""Facts about web packages: what they hold, and what their rules see."""

from __future__ import annotations

import json
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from scormpack.errors import PackageError
from scormpack.formats import FORMATS
from scormpack.formats.web import find_package_faults, package_web
from scormpack.formats.web.icons import initials_of
from scormpack.formats.web.manifest import _shorten
from scormpack.formats.web.names import MANIFEST, WORKER
from scormpack.formats.web.worker import build_worker, read_worker
from scormpack.load import load_course
from scormpack.model import Course, Unit, plan_units
from scormpack.releases import Risk, compare_package, record_package
from scormpack.render import Site, render_site


@pytest.fixture(scope="module")
def package(course: Course) -> dict[str, bytes]:
    """Return the site of the whole example course."""
    (unit,) = plan_units(course, "course")
    return dict(package_web(course, unit, render_site(course, unit)))


def test_the_worker_keeps_all_but_itself(package: dict[str, bytes]) -> None:
    """Its list is every other file, the manifest too; the build id is that of the pages."""
    said = read_worker(package[WORKER])
    assert set(said["files"]) == package.keys() - {WORKER}
    assert said["build"].encode() in package["index.html"]
    assert said["large"] == []


def test_another_file_is_another_version() -> None:
    """The same build with one other byte, in any file, makes the browser fetch a new worker."""
    files = {"index.html": b"1", "film.mp4": b"x" * 10_000_001}
    one, other = (read_worker(build_worker({**files, "a.css": style}, "0123456789")) for style in (b"a", b"b"))
    assert one["version"] != other["version"]
    assert one["large"] == ["film.mp4"]


def test_pictures_are_pictures_of_their_size(course: Course, package: dict[str, bytes]) -> None:
    """Each PNG that the manifest names has the size it says; name, colour and addresses are the course's, relative."""
    said = json.loads(package[MANIFEST])
    assert (said["name"], said["theme_color"]) == (course.file.title, course.file.theme.accent)
    assert said["x_scormpack"]["version"] == course.file.version
    for icon in said["icons"]:
        data = package[icon["src"]]
        if icon["type"] == "image/png":
            width, height = struct.unpack(">2I", data[16:24])
            assert f"{width}x{height}" == icon["sizes"]


def test_a_logo_takes_the_initials_place(tmp_path: Path, checkout: Path) -> None:
    """With a logo the drawing shows it, inside itself: an icon may load nothing."""
    folder = Path(shutil.copytree(checkout / "tests" / "browser" / "small", tmp_path / "course"))
    (folder / "assets").mkdir()
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
    (folder / "assets" / "logo.svg").write_text(logo, encoding="utf-8")
    with (folder / "course.yaml").open("a", encoding="utf-8") as file:
        file.write("theme: {logo: assets/logo.svg}\n")
    course = load_course(folder)
    unit = plan_units(course, "lesson")[0]
    files = package_web(course, unit, render_site(course, unit))
    drawing = json.loads(files[MANIFEST])["icons"][0]["src"]
    assert b'href="data:image/svg+xml;base64,' in files[drawing]


@pytest.mark.parametrize(
    ("title", "initials", "short"),
    [
        ("Working well with AI tools", "WW", "Working well"),
        ("Éthique", "É", "Éthique"),
        ("Donaudampfschifffahrt", "D", "Donaudampfs…"),
        ("(3) «Über» uns", "3Ü", "(3) «Über»"),
        ("安全な厨房", "安", "安全な厨房"),
    ],
)
def test_a_title_becomes_an_icon_and_a_short_name(title: str, initials: str, short: str) -> None:
    """First letters of two words; as many whole words as fit below an icon."""
    assert (initials_of(title), _shorten(title)) == (initials, short)


def _without(path: str) -> Callable[[dict[str, bytes]], None]:
    return lambda files: files.pop(path)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        pytest.param(lambda files: files.update({"extra.css": b""}), "site-worker", id="a file that is not kept"),
        pytest.param(_without("lessons/work-in-steps.html"), "site-worker", id="a kept file that is not there"),
        pytest.param(lambda files: files.update({WORKER: b"//"}), "site-worker", id="no list"),
        pytest.param(lambda files: files.update({MANIFEST: b"[]"}), "site-manifest", id="no manifest"),
        pytest.param(
            lambda files: files.update({MANIFEST: files[MANIFEST].replace(b"512x512", b"500x500")}),
            "site-manifest",
            id="an icon missing",
        ),
        pytest.param(
            lambda files: files.update({"index.html": files["index.html"].replace(b'rel="manifest"', b'rel="x"')}),
            "site-link",
            id="a page that is not linked",
        ),
        pytest.param(
            lambda files: files.update({"index.html": b'<img src="https://example.com/x.png">'}), "hosts", id="a host"
        ),
    ],
)
def test_each_fault_is_told(package: dict[str, bytes], spoil: Callable[[dict[str, bytes]], None], code: str) -> None:
    """A site that is spoilt in one way is refused by the rule for it; whole, by none."""
    files = dict(package)
    assert find_package_faults(files[MANIFEST], {path: files[path] for path in files if path != MANIFEST}) == []
    spoil(files)
    manifest = files.pop(MANIFEST)
    assert f"[{code}]" in " ".join(find_package_faults(manifest, files))


def test_a_template_without_an_end_of_its_head_is_told(course: Course, lesson_unit: Unit, site: Site) -> None:
    """Where the page has no `</head>`, the build says what to write."""
    page = site.files["index.html"].replace(b"</head>", b"")
    spoilt = Site({**site.files, "index.html": page}, site.runtime, site.build)
    with pytest.raises(PackageError, match=r"write `</head>` at the end of its head.*\[site-link\]"):
        FORMATS["web"].package(course, lesson_unit, spoilt)


def test_a_release_knows_a_site(course: Course, package: dict[str, bytes]) -> None:
    """Its results hang on the unit's IRI; another build id alone is no change."""
    record = record_package("x.web.zip", package)
    assert (record.format, record.tracks, record.unit) == ("web", (course.file.id,), course.file.id)
    other = {path: data.replace(record.build.encode(), b"aaaaaaaaaa") for path, data in package.items()}
    assert compare_package(record, record_package("x.web.zip", other)).risk is Risk.NONE
