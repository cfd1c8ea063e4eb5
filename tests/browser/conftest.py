"""Packages in a real browser: the example course and small courses, built once; the LMS that plays them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from zipfile import ZipFile

import pytest
from answerer import LOAF
from cmi5_lms import Cmi5, Cmi5Lms, cmi5_lms
from packages import Packages, Serve, build
from playwright.sync_api import BrowserContext, Frame, Page, expect
from ralph_server import Ralph
from scorm_host import Host, ScormHost, scorm_host
from scorm_rules import call_faults

PATIENCE = 15_000
"""Milliseconds: what a busy machine has not brought by then does not come."""
expect.set_options(timeout=PATIENCE)

SMALL = Path(__file__).parent / "small"
COURSES = Path(__file__).parents[1] / "courses"


@pytest.fixture(scope="session")
def example(example_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of the example course."""
    return build(example_course, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of three short lessons: a quiz of every type, one that judges at its end, and none."""
    return build(SMALL, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def every_type(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of the course with every type of question."""
    return build(COURSES / "every-type", tmp_path_factory.mktemp("every-type"))


@pytest.fixture(scope="session")
def quizzes(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of three quizzes: one that draws, one with time and more, one with a minute and no more."""
    return build(COURSES / "quiz-features", tmp_path_factory.mktemp("quizzes"))


@pytest.fixture
def host(context: BrowserContext, scorm_again_js: Path, tmp_path: Path) -> Iterator[Host]:
    """Return a function that puts a SCORM package into the LMS; when the test ends, its calls must obey the rules."""
    hosts: list[ScormHost] = []
    with ExitStack() as stack:

        def play(package: Path) -> ScormHost:
            folder = tmp_path / f"lms-{len(hosts)}"
            hosts.append(stack.enter_context(scorm_host(package, scorm_again_js, context, folder)))
            return hosts[-1]

        yield play
        for page in context.pages:
            page.goto("about:blank")
        for played in hosts:
            if faults := call_faults(played.calls()):
                pytest.fail("the LMS was called wrongly:\n" + "\n".join(faults), pytrace=False)


@pytest.fixture
def cmi5(context: BrowserContext, serve: Serve, ralph: Ralph) -> Iterator[Cmi5]:
    """Return a function that puts a cmi5 package into an LMS; in the end its pages must have obeyed the rules.

    And the LRS must have taken every statement that the LMS let through.
    """
    lmss: list[Cmi5Lms] = []
    with ExitStack() as stack:

        def play(package: Path) -> Cmi5Lms:
            lmss.append(stack.enter_context(cmi5_lms(package, serve(package), ralph)))
            return lmss[-1]

        yield play
        for page in context.pages:
            page.goto("about:blank")
        faults = [fault for lms in lmss for fault in (*lms.offences, *lms.lost())]
        if faults:
            pytest.fail("cmi5 was broken:\n" + "\n".join(faults), pytrace=False)


@pytest.fixture
def unzip(tmp_path: Path) -> Callable[[Path], Path]:
    """Return a function that unzips a package into a folder of its own, and returns that."""

    def unzip_package(package: Path) -> Path:
        folder = tmp_path / package.stem
        with ZipFile(package) as zipped:
            zipped.extractall(folder)
        return folder

    return unzip_package


@pytest.fixture
def serve(unzip: Callable[[Path], Path], static_server: Callable[[Path], str]) -> Serve:
    """Return a function that serves a package by itself, with no LMS around it."""
    return lambda package: static_server(unzip(package))


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Return the learner's profile."""
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def clock(context: BrowserContext) -> BrowserContext:
    """Return the learner's profile with a clock that the test turns."""
    context.clock.install()
    return context


@pytest.fixture
def loaf(every_type: Packages, host: Host, page: Page) -> tuple[ScormHost, Frame]:
    """Return an LMS with the lesson that has every type of question, and the lesson's frame."""
    lms = host(every_type.zip_of(LOAF, "scorm12"))
    return lms, lms.visit(page)
