"""Facts about the compiled official schemas."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from scormpack.assets import schemas
from scormpack.errors import InstallationError
from scormpack.formats.ims import compiled
from scormpack.formats.scorm12 import schema


def test_the_schema_is_compiled_once() -> None:
    """The same object each time."""
    assert schema.compiled_schema() is schema.compiled_schema()


def test_the_official_meta_data_schema_needs_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unmended, lxml refuses it: the day it no longer does, the mend can go."""

    def mend_all_but_meta_data(name: str, data: bytes) -> bytes:
        return data if name.startswith("imsmd") else mend(name, data)

    mend = schema._mend
    monkeypatch.setattr(schema, "_mend", mend_all_but_meta_data)
    with pytest.raises(etree.XMLSchemaParseError, match="determinist"):
        schema.compiled_schema.__wrapped__()


def test_a_missing_schema_is_named_and_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the file there is an InstallationError that says how to get it, not a download."""

    def without_adl(folder: str) -> Mapping[str, bytes]:
        return {name: data for name, data in schemas(folder).items() if not name.startswith("adlcp")}

    monkeypatch.setattr(compiled, "schemas", without_adl)
    with pytest.raises(InstallationError, match=r"missing \(adlcp_rootv1p2\.xsd\): install"):
        schema.compiled_schema.__wrapped__()


def test_the_folder_that_one_works_in_does_not_matter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A stray schema of the same name in the current folder is not read."""
    for name in schemas("scorm12"):
        (tmp_path / name).write_text("not a schema")
    monkeypatch.chdir(tmp_path)
    assert isinstance(schema.compiled_schema.__wrapped__(), etree.XMLSchema)
