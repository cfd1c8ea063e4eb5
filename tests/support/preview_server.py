"""A running preview, for tests that ask it over HTTP or in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from zipfile import ZipFile

from scormpack.preview import Preview, open_preview, open_shelf


@contextmanager
def running_preview(source: Path) -> Iterator[Preview]:
    """Serve ``source``, a course folder or a zip, until the block ends."""
    preview = open_preview(open_shelf(source), 0)
    answers = Event()
    thread = Thread(target=preview.serve, args=(answers.set,), daemon=True)
    thread.start()
    try:
        assert answers.wait(20)
        yield preview
    finally:
        preview.stop()
        thread.join(20)
        assert not thread.is_alive()


def write_package(target: Path, files: dict[str, str]) -> Path:
    """Write a zip with these members, whatever their names."""
    with ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return target


SCORM12_MANIFEST = """<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>Knots</title>
    <item identifier="i1" identifierref="r1"><title>The bowline</title>
      <adlcp:masteryscore>60</adlcp:masteryscore></item>
    <item identifier="i2" identifierref="r2" parameters="?page=2"><title>The reef knot</title></item>
  </organization></organizations>
  <resources>
    <resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="a%20b/one.html"/>
    <resource identifier="r2" type="webcontent" adlcp:scormtype="sco" href="two.html"/>
  </resources>
</manifest>"""
