"""The README says what is so."""

import re
from pathlib import Path

from scormpack.build import BuildOptions, build_course
from scormpack.front import COMMANDS


def test_its_lesson_builds(checkout: Path, tmp_path: Path) -> None:
    """The course that the README shows has no findings, and builds in every format."""
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n# (my-course/[\w./-]+)\n(.+?)```", readme, re.DOTALL)
    assert len(blocks) == 2
    for name, text in blocks:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = build_course(tmp_path / "my-course", BuildOptions(output=tmp_path / "dist", strict=True))
    assert {package.format for package in report.packages} == {"scorm12", "xapi"}


def test_its_commands_exist(checkout: Path) -> None:
    """Every command of the command line is named, and every script that is named is there."""
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\$ (?:eval \"\$\()?scormpack (\w+)", readme))
    assert named == set(COMMANDS)
    scripts = set(re.findall(r"scripts/\w+", readme + (checkout / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    assert scripts
    assert not [name for name in scripts if not (checkout / name).is_file()]


def test_its_links_lead_somewhere(checkout: Path) -> None:
    """Every file that the README links to is there."""
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", (checkout / "README.md").read_text(encoding="utf-8"))
    assert links
    assert not [link for link in links if not (checkout / link).exists()]
