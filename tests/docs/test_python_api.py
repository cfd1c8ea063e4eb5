"""Facts about docs/python-api.md: what it shows works."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scormpack.formats import FORMATS

ROOT = Path(__file__).parents[2]
EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python-api.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=["stages", "whole build"])
def test_the_example_runs_as_printed(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each Python example of the page runs beside a course folder and leaves packages in dist/."""
    shutil.copytree(ROOT / "lessons", tmp_path / "lessons")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "python-api.md", "exec"), {})  # noqa: S102 (our own page)
    assert len(list((tmp_path / "dist").glob("*.zip"))) in {12 * len(FORMATS), 2}
