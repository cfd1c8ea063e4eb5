"""Facts about the code of templates that is kept beside that of our modules."""

from __future__ import annotations

import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import jinja2
import pytest
from jinja2 import DictLoader

from scormpack.render import compiled_templates, plain_jinja
from scormpack.render.compiled_templates import CompiledTemplates
from scormpack.render.plain_jinja import PlainEnvironment

TEXT = "<p>{{ name }}</p>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps its code: a folder of the test's own."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return Path(cache_from_source(compiled_templates.__file__)).parent


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that Jinja has compiled."""
    compile_ = PlainEnvironment.compile
    texts: list[str] = []

    def count(self: PlainEnvironment, source: str, *more: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        texts.append(source)
        return compile_(self, source, *more, **named)

    monkeypatch.setattr(PlainEnvironment, "compile", count)
    return texts


def render(text: str = TEXT, settings: object = None) -> str:
    """Return what a new environment makes of a template."""
    environment = PlainEnvironment(loader=DictLoader({"page": text}), bytecode_cache=CompiledTemplates(settings))
    return environment.get_template("page").render(name="Ann")


def test_a_template_is_compiled_once(folder: Path, compiled: list[str]) -> None:
    """Another process takes the code of the first, and says the same."""
    assert [render(), render()] == ["<p>Ann</p>"] * 2
    assert compiled == [TEXT]
    assert len(list(folder.glob("*.template"))) == 1
    assert list(folder.glob("*.tmp")) == []


def test_whatever_goes_into_the_code_makes_it_another(
    folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The text, the settings, Jinja's version, and our own part of the compiler."""
    render()
    assert render("<b>{{ name }}</b>") == "<b>Ann</b>"
    render(settings="others")
    monkeypatch.setattr(jinja2, "__version__", "0")
    render()
    (tmp_path / "changed.py").write_text("")
    monkeypatch.setattr(plain_jinja, "__file__", str(tmp_path / "changed.py"))
    render()
    assert len(compiled) == len(list(folder.glob("*.template"))) == 5


def test_damaged_code_is_not_run(folder: Path, compiled: list[str]) -> None:
    """A file cut short, or with one bit turned, is as none: the template is compiled again, and kept."""
    render()
    (file,) = folder.glob("*.template")
    whole = file.read_bytes()
    for spoilt in (b"", whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), b"x" + whole[1:]):
        file.write_bytes(spoilt)
        assert render() == "<p>Ann</p>"
        assert file.read_bytes() not in {spoilt, b""}
    assert len(compiled) == 5


def test_nothing_is_written_where_python_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With PYTHONDONTWRITEBYTECODE, or where a folder cannot be made, there is a page and no file."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert render() == "<p>Ann</p>"
    assert not folder.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder.parent.mkdir(parents=True)
    folder.write_text("no folder")
    assert render() == "<p>Ann</p>"
    assert folder.read_text() == "no folder"


def test_the_code_of_so_many_templates_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written longest ago goes."""
    monkeypatch.setattr(compiled_templates, "MOST", 3)
    for number in range(5):
        render(f"{number}{TEXT}")
    assert len(list(folder.glob("*.template"))) == 3
