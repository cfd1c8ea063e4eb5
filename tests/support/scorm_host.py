"""An LMS with a player page (tests/browser/host): it plays one SCORM package and keeps what it was told."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

from lxml import etree
from playwright.sync_api import BrowserContext, Frame, Page, expect
from static_server import serve_folder

_PLAYER = Path(__file__).parents[1] / "browser" / "host"


TRIED_AGAIN = 40_000
"""Milliseconds within which a page that was refused a few times has tried again."""

SETS = frozenset({"LMSSetValue", "SetValue"})
GETS = frozenset({"LMSGetValue", "GetValue"})


@dataclass(frozen=True)
class Call:
    """One call of the package, as the LMS's API took it.

    Attributes:
        visit: 1 for the first time the player was opened.
        name: function of the API, ``LMSSetValue``.
        arguments: as given.
        result: what the function answered; None where it threw.
        error: code that ``LMSGetLastError`` gave afterwards.
    """

    visit: int
    name: str
    arguments: tuple[str, ...]
    result: str | None
    error: str


class Calls(tuple[Call, ...]):
    """Calls in the order in which they came."""

    __slots__ = ()

    def of_visit(self, visit: int) -> "Calls":
        """Those of one visit, counted from 1."""
        return Calls(call for call in self if call.visit == visit)

    def named(self, name: str) -> "Calls":
        """Those of one function."""
        return Calls(call for call in self if call.name == name)

    def sets(self, pattern: str = "") -> list[tuple[str, str]]:
        """Element and value of each accepted value whose element holds the regular expression ``pattern``."""
        taken = (call for call in self if call.name in SETS and call.result == "true")
        return [(call.arguments[0], call.arguments[1]) for call in taken if re.search(pattern, call.arguments[0])]

    def words(self) -> list[str]:
        """Each call in one word: an element's name without indices where one is set, else the function's name."""
        return [
            re.sub(r"\.\d+", ".n", call.arguments[0]) if call.name in SETS else call.name
            for call in self
            if call.name not in GETS
        ]


@dataclass(frozen=True)
class ScormHost:
    """The LMS as a test sees it; ``context`` is the learner's browser, which also holds the LMS's store.

    Attributes:
        url: of the player's folder, no slash at the end.
        context: profile in which the learner visits.
        folder: what the server serves; the package is in ``package/``.
    """

    url: str
    context: BrowserContext
    folder: Path

    def player(self, **options: object) -> str:
        """Return the address of the player page; the options are those of host.js.

        As in an LMS, the masteryscore is the manifest's.
        """
        options = {"mastery": self.mastery, "standard": self.standard} | options
        return f"{self.url}/host.html?options={quote(json.dumps(options))}"

    @property
    def standard(self) -> str:
        """``1.2`` or ``2004``, as the manifest's schemaversion says."""
        return _standard_of(self.folder / "package")

    @property
    def mastery(self) -> float | None:
        """Percent from which the package's one item passes; None where the LMS must not judge.

        ``adlcp:masteryscore`` (SCORM 1.2 CAM 2.3.5.3), ``imsss:minNormalizedMeasure`` (2004 4th SN 3.10).
        """
        manifest = etree.parse(self.folder / "package" / "imsmanifest.xml")
        for tag, times in (("masteryscore", 1), ("minNormalizedMeasure", 100)):
            found = manifest.find(f".//{{*}}{tag}")
            if found is not None:
                return float(found.text or "") * times
        return None

    def visit(self, page: Page, **options: object) -> Frame:
        """Open the player in ``page`` and return the package's frame, once its page is there."""
        page.goto(self.player(**options))
        return package_frame(page)

    def calls(self) -> Calls:
        """Return all calls of all visits, even of pages that are gone."""
        return Calls(
            Call(note["visit"], note["name"], tuple(note["args"]), note["result"], note["error"])
            for note in self._read("lms:calls", [])
        )

    def store(self, student: str = "s-1") -> Mapping[str, str]:
        """Return what the LMS keeps of a learner: element → value."""
        kept: dict[str, str] = self._read(f"lms:store:{student}", {})
        return kept

    def interactions(self, student: str = "s-1") -> list[dict[str, str]]:
        """Return the kept interactions in order, each as field → value (``correct_responses.0.pattern``, …)."""
        kept: dict[int, dict[str, str]] = {}
        for element, value in self.store(student).items():
            if parts := re.fullmatch(r"cmi\.interactions\.(\d+)\.(.+)", element):
                kept.setdefault(int(parts[1]), {})[parts[2]] = value
        return [kept[index] for index in sorted(kept)]

    def _read(self, key: str, missing: Any) -> Any:  # noqa: ANN401  (whatever the player kept)
        """Read the profile's local storage from outside: no page need be open."""
        for origin in self.context.storage_state()["origins"]:
            if origin["origin"] == self.url:
                kept = {entry["name"]: entry["value"] for entry in origin["localStorage"]}
                return json.loads(kept[key]) if key in kept else missing
        return missing


Host = Callable[[Path], ScormHost]
"""Puts a SCORM package, a zip, into an LMS: the fixture ``host``."""


@contextmanager
def scorm_host(package: Path, scorm_again_js: Path, context: BrowserContext, folder: Path) -> Iterator[ScormHost]:
    """Serve ``package``, a zip, in the player; ``folder`` is empty and ours."""
    shutil.copytree(_PLAYER, folder, dirs_exist_ok=True)
    with ZipFile(package) as zipped:
        zipped.extractall(folder / "package")
    script = scorm_again_js.with_name(
        {"1.2": "scorm12.min.js", "2004": "scorm2004.min.js"}[_standard_of(folder / "package")]
    )
    shutil.copy(script, folder / "scorm-again.js")
    with serve_folder(folder) as url:
        yield ScormHost(url, context, folder)


def _standard_of(package: Path) -> str:
    version = etree.parse(package / "imsmanifest.xml").findtext(".//{*}schemaversion") or ""
    return "1.2" if version == "1.2" else "2004"


def refuse(page: Page, answer: str = "false") -> None:
    """Have the LMS answer every commit so, until ``accept``: a fault that is mended at once may go by unseen."""
    page.evaluate("(answer) => { lms.commits = Array(50).fill(answer); }", answer)


def accept(page: Page) -> None:
    """Have the LMS take every commit again."""
    page.evaluate("lms.commits = []")


def leave(page: Page) -> None:
    """Leave the player as most learners do: by the LMS's own link."""
    page.get_by_role("button", name="Exit activity").click()
    expect(page).to_have_title("The course in the LMS")


def package_frame(page: Page) -> Frame:
    """Return the frame of the package in a player page, once it holds a page."""
    handle = page.wait_for_selector("iframe[name=sco]", state="attached")
    frame = handle.content_frame() if handle else None
    assert frame is not None
    frame.wait_for_selector("main", state="attached")
    return frame
