"""Facts about a whole build: what it writes, and that nothing but the course decides its bytes."""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import deflate
import pytest

from scormpack.build import BuildOptions, build_course, workers
from scormpack.errors import CourseError, OptionError, PackageError
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import Course, Unit
from scormpack.render import Site

LESSONS = Path(__file__).parents[2] / "lessons"
COMMAND = [sys.executable, "-m", "scormpack", "build"]
EVERY_FORMAT = [argument for name in FORMATS for argument in ("--format", name)]


def sums(folder: Path) -> dict[str, str]:
    """Sha256 of every package in ``folder``, by name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.zip"))}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example course's lesson and course packages, built by one process."""
    folder = tmp_path_factory.mktemp("built")
    for unit in ("lesson", "course"):
        build_course(LESSONS, BuildOptions(formats=tuple(FORMATS), unit=unit, output=folder))
    return folder


def test_every_unit_gets_a_package_of_every_format(built: Path) -> None:
    """Twelve lessons and the course, each in every format, and nothing else."""
    names = [path.stem for path in (LESSONS / "lessons").glob("*.yaml")] + ["working-well-with-ai-course"]
    assert sorted(sums(built)) == sorted(f"{name}.{fmt}.zip" for name in names for fmt in FORMATS)
    assert len(names) == 13


def test_every_package_is_a_whole_zip(built: Path) -> None:
    """Each zip reads back without a fault, with its manifest first and at the root."""
    manifests = {"xapi": "tincan.xml", "cmi5": "cmi5.xml", "web": "manifest.json"}
    for path in built.glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            manifest = manifests.get(path.name.split(".")[-2], "imsmanifest.xml")
            assert archive.namelist()[0] == manifest


def test_jobs_do_not_change_the_bytes(built: Path, tmp_path: Path) -> None:
    """Two processes write what one writes."""
    for unit in ("lesson", "course"):
        build_course(LESSONS, BuildOptions(formats=tuple(FORMATS), unit=unit, output=tmp_path, jobs=2))
    assert sums(tmp_path) == sums(built)


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, id="far-east-c-locale"),
        pytest.param({"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"}, id="west-turkish"),
    ],
)
def test_folder_zone_and_locale_do_not_change_the_bytes(
    built: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    """A copy of the course in another folder, another time zone, locale and hash seed: the same sha256."""
    copy = tmp_path / "somewhere else" / "course"
    shutil.copytree(LESSONS, copy)
    for path in copy.rglob("*"):
        os.utime(path, (1, 1))
    for unit in ("lesson", "course"):
        command = [*COMMAND, str(copy), *EVERY_FORMAT, "--unit", unit, "--output", str(tmp_path / "out"), "--jobs", "2"]
        subprocess.run(command, check=True, env={**os.environ, **environment}, cwd=tmp_path, capture_output=True)
    assert sums(tmp_path / "out") == sums(built)


def test_killed_at_any_moment_no_half_package_is_left(built: Path, tmp_path: Path) -> None:
    """A build killed again and again leaves only whole packages, each the one it should be."""
    wanted = sums(built)
    moments = random.Random(20261122)  # noqa: S311 (a fixed series is what a test wants)
    output, killed = tmp_path / "out", 0
    for _ in range(12):
        command = [*COMMAND, str(LESSONS), "--unit", "lesson", "--output", str(output), "--jobs", "2"]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            process.wait(moments.uniform(0.2, 1.4))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
            process.wait()
        packages = (
            {name: digest for name, digest in sums(output).items() if name.endswith(".zip")} if output.exists() else {}
        )
        assert packages == {name: wanted[name] for name in packages}
    assert killed > 0, "no build was killed: the moments are too late to prove anything"


def test_a_build_replaces_what_is_there(built: Path, tmp_path: Path) -> None:
    """A damaged package of the same name is replaced by the right one."""
    (tmp_path / "prompt-or-fine-tune.scorm12.zip").write_bytes(b"damaged")
    build_course(LESSONS, BuildOptions(formats=["scorm12"], output=tmp_path))
    name = "prompt-or-fine-tune.scorm12.zip"
    assert sums(tmp_path)[name] == sums(built)[name]


def test_the_report_tells_what_is_on_disk(tmp_path: Path) -> None:
    """Name, size, sha256, lessons and pass mark of each package are those of the file."""
    report = build_course(LESSONS, BuildOptions(formats=["scorm12"], unit="course", output=tmp_path))
    (package,) = report.packages
    data = package.file.read_bytes()
    assert (package.bytes, package.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (package.lessons, package.pass_mark, package.title) == (12, 70, "Working well with AI tools")


def test_a_package_whose_lesson_is_gone_is_told_of(tmp_path: Path) -> None:
    """The report names zips of lessons that the course has not; not those of its other units, nor anybody's zip."""
    for name in ("work-in-step.scorm12", "work-in-steps.xapi", "ai-literacy-course.scorm12", "photos"):
        (tmp_path / f"{name}.zip").write_bytes(b"old")
    slug = load_course(LESSONS).slug
    (tmp_path / "ai-literacy-course.scorm12.zip").rename(tmp_path / f"{slug}-course.scorm12.zip")
    report = build_course(LESSONS, BuildOptions(formats=["scorm12"], unit="course", output=tmp_path))
    (note,) = [note for note in report.notes if "earlier build" in note]
    assert f"{tmp_path} also holds work-in-step.scorm12.zip. It is" in note


def test_progress_is_told_from_nothing_to_all(tmp_path: Path) -> None:
    """The progress function hears 0 of all first and all of all last, never less than before."""
    heard: list[tuple[int, int]] = []
    build_course(
        LESSONS, BuildOptions(formats=["xapi"], output=tmp_path), lambda done, total: heard.append((done, total))
    )
    assert heard[0] == (0, 12)
    assert heard[-1] == (12, 12)
    assert heard == sorted(heard)


def test_a_format_named_twice_is_built_once(tmp_path: Path) -> None:
    """Naming a format again adds no package."""
    report = build_course(LESSONS, BuildOptions(formats=["xapi", "xapi"], unit="course", output=tmp_path))
    assert [package.format for package in report.packages] == ["xapi"]


def test_what_packages_share_is_compressed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page for its packages of all formats, notice, style, scripts and texts for those of all lessons."""
    packed: list[bytes] = []
    squeeze = deflate.deflate_compress

    def compress(data: bytes, level: int) -> bytes:
        packed.append(data)
        return bytes(squeeze(data, level))

    monkeypatch.setattr(deflate, "deflate_compress", compress)
    lessons = ["check-the-facts", "work-in-steps", "structured-outputs"]
    options = BuildOptions(output=tmp_path, jobs=1, only=lessons, formats=["scorm12", "xapi"])
    build_course(LESSONS, options)
    assert len(packed) == len(set(packed)) >= 3 * 3  # a page and two manifests each


def test_a_folder_one_may_not_write_in_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the right to write there, nothing is begun; root may write anywhere, so the system's answer is played."""
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(OptionError, match="you may not write in"):
        build_course(LESSONS, BuildOptions(output=tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    """A format that does not exist is an error that lists those that do."""
    with pytest.raises(OptionError, match="scorm12, scorm2004, scorm2004-3rd, xapi, cmi5, web"):
        BuildOptions(formats=["word"])


def test_strict_stops_at_a_warning(tmp_path: Path) -> None:
    """With ``strict`` a warning stops the build and nothing is written; without, it is in the report."""
    course = tmp_path / "course"
    shutil.copytree(LESSONS, course)
    (course / "lessons" / "draft.yaml").write_text("id: draft\n", encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        build_course(course, BuildOptions(output=tmp_path / "out", strict=True))
    assert {finding.severity for finding in caught.value.findings} == {"warning"}
    assert not (tmp_path / "out").exists()
    report = build_course(course, BuildOptions(formats=["scorm12"], unit="course", output=tmp_path / "out"))
    assert report.findings == caught.value.findings


def test_a_package_that_fails_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When one package breaks its standard, the error names it, it is not on disk, and the others are."""
    right = FORMATS["scorm12"]

    def package(course: Course, unit: Unit, site: Site) -> Mapping[str, bytes]:
        if unit.name == "write-a-clear-brief":
            raise PackageError("x", ["the manifest is wrong"])
        return right.package(course, unit, site)

    monkeypatch.setattr(workers, "FORMATS", {"scorm12": right._replace(package=package)})
    with pytest.raises(PackageError, match=r"write-a-clear-brief\.scorm12\.zip: the manifest is wrong"):
        build_course(LESSONS, BuildOptions(formats=["scorm12"], output=tmp_path))
    names = set(sums(tmp_path))
    assert "write-a-clear-brief.scorm12.zip" not in names
    assert len(names) == 11


def test_a_killed_builds_leavings_are_not_packages(built: Path) -> None:
    """A finished build leaves no temporary file."""
    left = {path.name for path in built.iterdir() if path.suffix not in {".zip", ".web"}}
    assert left == {"index.json", "index.csv"}


def test_a_sites_folder_holds_what_its_zip_holds(built: Path) -> None:
    """Beside each web zip lies a folder of its name, the same files in it, byte for byte."""
    zips = sorted(built.glob("*.web.zip"))
    assert len(zips) == 13
    for path in zips:
        folder = path.with_suffix("")
        with zipfile.ZipFile(path) as archive:
            held = {name: archive.read(name) for name in archive.namelist()}
        assert {
            file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
        } == held


def test_a_credential_in_a_finished_package_stops_it(tmp_path: Path) -> None:
    """A token that a template brings into a page is told by file and kind, never shown; `ignore` lets it stand."""
    course = tmp_path / "course"
    shutil.copytree(LESSONS.parent / "tests" / "browser" / "small", course)
    token = "ghp_" + "R7mQ2xV9kLpZ4wTnB8cJ" + "5hDfG3sYaE6uKo1v"
    (course / "templates").mkdir()
    (course / "templates" / "_footer.html.j2").write_text(f"<footer>{token}</footer>", encoding="utf-8")
    with pytest.raises(PackageError) as caught:
        build_course(course, BuildOptions(formats=["xapi"], output=tmp_path / "out"))
    said = str(caught.value)
    assert "`index.html` holds what looks like a token of GitHub: take it out" in said
    assert token[4:12] not in said
    assert not list((tmp_path / "out").glob("*.zip"))
    with (course / "course.yaml").open("a", encoding="utf-8") as file:
        file.write("ignore: [{rule: secret, reason: made up}]\n")
    assert len(build_course(course, BuildOptions(formats=["xapi"], output=tmp_path / "out")).packages) == 3


def test_every_format_and_unit_is_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    """Lessons, modules and the course, one SCO or one for each lesson: two processes far away write what one wrote."""
    here, there = tmp_path / "here", tmp_path / "there" / "a course"
    for folder in (here, there):
        shutil.copytree(LESSONS.parent / "tests" / "browser" / "small", folder)
        file = folder / "course.yaml"
        told = file.read_text(encoding="utf-8").replace("  - title: All", "  - id: all\n    title: All")
        file.write_text(told, encoding="utf-8")
    environment = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3"}
    for unit, scos in itertools.product(("lesson", "module", "course"), ("one", "per-lesson")):
        options = ["--unit", unit, "--scos", scos, "--output", str(tmp_path / "far"), "--jobs", "2", "--no-cache"]
        subprocess.run(
            [*COMMAND, str(there), *EVERY_FORMAT, *options], check=True, env=environment, capture_output=True
        )
        chosen = BuildOptions(formats=tuple(FORMATS), unit=unit, scos=scos, output=tmp_path / "near")  # type: ignore[arg-type]
        build_course(here, chosen)
    near = sums(tmp_path / "near")
    split = [name for name in near if "-per-lesson." in name]
    assert len(near) - len(split) == 5 * len(FORMATS)  # three lessons, a module, the course
    assert split
    assert sums(tmp_path / "far") == near
