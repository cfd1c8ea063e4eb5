"""Packages for ``scormpack inspect``: damaged zips, and whole zips of damaged manifests, pages and names."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from random import Random

from fuzz.target import Case
from fuzz.zip_mutations import change_tree, damage

from scormpack.assets import schemas
from scormpack.cli.inspection import inspection_text
from scormpack.inspect import inspect_file, inspection_as_json

_PACKAGES = Path(__file__).parents[2] / "tests" / "inspect" / "packages"
_OFFICIAL = {"scorm12": "scorm12", "scorm2004": "scorm2004-4th"}
_TABLES = (".xml", ".crs", ".au", ".des", ".cst")
_ZIP_WORDS = (b"PK\1\2", b"PK\3\4", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"\1\0\x18\0", b"../", b"\\", b"imsmanifest.xml")
_XML_WORDS = (
    b"<item ", b"<file href=", b"<title>", b"</title>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?", b"&#x0;", b"&lt;",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b'xml:base="../"', b"xmlns=", b'=""', b"\xff\xfe", b"http://", b"%zz",
    b'identifierref="', b'href="//', b'href="http://[', b"adlcp:", b"1e400", b"-0", b"NaN", "\u0661\u202e".encode(),
    b"<script>", b"<img src=", b"</p>", b"url(", b'"', b"'", b",", b"\0",
)  # fmt: skip
_NAME_WORDS = ("../", "/", "\\", "C:", "\0", "\n", "e\u0301", "\u202e", "A" * 300, "imsmanifest.xml", "a/", ".mjs", " ")


class ZipTarget:
    """The good packages of the tests, each of which is damaged in memory and judged as a file."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "package.zip"
        self._packages = {place.name: _read(place) for place in sorted(_PACKAGES.iterdir())}

    def make(self, random: Random) -> Case:
        """Return a zip that may be anything but good."""
        base = random.choice(list(self._packages))
        files = dict(self._packages[base])
        for name in [name for name in files if name.endswith((".xsd", ".dtd")) and random.random() < 0.9]:
            del files[name]  # most bytes are the schemas': let the damage fall elsewhere
        how = random.random()
        changed = ""
        steps: tuple[str, ...] = ()
        if how < 0.7:
            tables = [name for name in files if name.endswith(_TABLES)]
            changed = random.choice(tables if random.random() < 0.8 else list(files))
            if changed.endswith(".xml") and how < 0.35:
                files[changed], steps = change_tree(files[changed], random)
            else:
                files[changed], steps = damage(files[changed], random, _XML_WORDS)
        if 0.65 < how < 0.8:
            name = random.choice(list(files))
            at = random.randrange(len(name) + 1)
            files[name[:at] + random.choice(_NAME_WORDS) + name[at:]] = files.pop(name)
            steps = (*steps, "rename")
        data = _zip(files, random)
        if how > 0.7:
            data, more = damage(data, random, _ZIP_WORDS)
            steps = (*steps, *more)
        return Case(base, changed or "package.zip", data, steps)

    def run(self, case: Case, random: Random) -> str:
        """Inspect it, write what is found in both ways, and return its kind or why it is none."""
        del random
        self._path.write_bytes(case.data)
        inspection = inspect_file(self._path)
        json.dumps(inspection_as_json(inspection))
        inspection_text(inspection).encode()
        worst = inspection.findings[0].code if inspection.findings else "good"
        return f"{inspection.kinds[0].name if inspection.kinds else 'none'}: {worst}"

    def save(self, case: Case, folder: Path) -> None:
        """Write the zip."""
        folder.mkdir(parents=True)
        (folder / "package.zip").write_bytes(case.data)


def _read(folder: Path) -> dict[str, bytes]:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    official = schemas(_OFFICIAL[folder.name]) if folder.name in _OFFICIAL else {}
    return dict(sorted({**files, **official}.items()))


def _zip(files: dict[str, bytes], random: Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED if random.random() < 0.5 else zipfile.ZIP_STORED) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name), data, made.compression)
    return target.getvalue()
