"""Facts about ``scormpack inspect``: what a course admin reads, what a machine reads, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from zips import by_hand, write

from scormpack.cli import main

GOLDEN = Path(__file__).parents[1] / "golden" / "inspect"
MANIFEST = "imsmanifest.xml"


def spoilt() -> dict[str, bytes]:
    """A package with faults of several kinds."""
    files = by_hand("scorm12")
    text = (
        files[MANIFEST]
        .decode()
        .replace(">80<", ">120<")
        .replace('href="units/first.html">', 'href="Units/First.html">')
    )
    return {
        **files,
        MANIFEST: text.encode(),
        "__MACOSX/._x": b"x",
        "shared/help.js": b"addEventListener('unload', save);\nvar key = 'Basic dXNlcjpwYXNzd29yZA==';",
        "units/first.html": b'<img src="https://example.org/a.png"><script src="../shared/gone.js"></script>',
    }


CASES: dict[str, Callable[[], dict[str, bytes]]] = {
    "a good package": lambda: by_hand("scorm12"),
    "a package with faults": spoilt,
    "cmi5": lambda: by_hand("cmi5"),
    "one folder down": lambda: {f"course/{path}": data for path, data in by_hand("tincan").items()},
}


@pytest.mark.parametrize("name", CASES)
def test_what_an_admin_reads(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rewrite_golden: bool) -> None:  # noqa: FBT001
    """The whole text is as in the golden file, which one can read; no colours in a pipe."""
    monkeypatch.chdir(tmp_path)
    write(Path("package.zip"), CASES[name]())
    result = CliRunner().invoke(main, ["inspect", "package.zip"])
    golden = GOLDEN / f"{name.replace(' ', '-')}.txt"
    if rewrite_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(result.output, encoding="utf-8")
    assert result.output == golden.read_text(encoding="utf-8")
    assert result.exit_code == (0 if name in {"a good package", "cmi5"} else 1)


def test_what_a_machine_reads(tmp_path: Path) -> None:
    """One object a file; every file is judged, and one error is enough for the exit code."""
    good, bad = write(tmp_path / "good.zip", by_hand("scorm2004")), write(tmp_path / "bad.zip", spoilt())
    result = CliRunner().invoke(main, ["inspect", "--json", str(bad), str(good)])
    first, second = json.loads(result.stdout)["files"]
    assert result.exit_code == 1
    assert first["file"] == bad.as_posix()
    assert {"code": "scorm-mastery-score", "line": 25, "severity": "error"}.items() <= next(
        finding for finding in first["findings"] if finding["code"] == "scorm-mastery-score"
    ).items()
    assert second["findings"] == []
    assert second["kinds"][0]["name"] == "scorm2004"
    assert second["kinds"][0]["outline"]["activities"][0]["mastery"] == "0.6"
    assert [verdict["outcome"] for verdict in second["verdicts"]] == ["accepted with losses", "accepted", "accepted"]


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """The name is told, and the exit code is that of wrong usage."""
    result = CliRunner().invoke(main, ["inspect", str(tmp_path / "none.zip")])
    assert result.exit_code == 2
    assert "none.zip" in result.output


def test_a_stranger_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    """Names and titles of a package come out without the terminal's controls."""
    files = by_hand("tincan")
    evil = files["tincan.xml"].replace(b">Golf<", b">G\xc2\x9b2Jolf<")
    package = write(tmp_path / "p.zip", {**files, "tincan.xml": evil, "a\x1b[2J.html": b"x"})
    result = CliRunner().invoke(main, ["inspect", str(package)])
    assert "\x1b" not in result.output
    assert "\x9b" not in result.output
    assert "name-control" in result.output


def test_a_package_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses is told in our words, with what to do; no command of ours asks Click whether it may."""
    path = write(tmp_path / "package.zip", by_hand("tincan"))

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr(Path, "open", refuse)
    result = CliRunner().invoke(main, ["inspect", str(path)])
    assert (result.exit_code, result.stderr) == (
        2,
        f"error: {path} cannot be read: Permission denied; see who may\n",
    )
