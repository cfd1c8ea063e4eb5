"""Random learners in a real browser: a robot clicks and types in a built package while the LMS fails at random.

The robot (tests/browser/host/robot.js) knows from a plain model what must be there after each visit; the LMS
(random_lms.js) watches that nothing falls and nothing is too long. The same in node, by the thousand and for xAPI too:
runtime/lms/model.test.ts.
"""

import sys
from collections.abc import Callable

import pytest
from learner import respond
from packages import Packages
from playwright.sync_api import BrowserContext
from scorm_host import Host

SEQUENCES = 100
PAGES = 2


def spoken(small: Packages, lesson: str) -> list[dict[str, object]]:
    """Return the questions as the robot needs them: id, points, and how to answer right and wrong."""
    quiz = small.lesson(lesson).quiz
    assert quiz is not None
    return [
        {"id": question.id, "points": question.points}
        | {
            name: {"options": given.options, "texts": given.texts}
            for name, given in (("right", respond(question, right=True)), ("wrong", respond(question, right=False)))
        }
        for question in quiz.questions
    ]


def test_random_sequences_in_a_browser(
    small: Packages, host: Host, new_context: Callable[[], BrowserContext], capsys: pytest.CaptureFixture[str]
) -> None:
    """In a hundred random sequences nothing is lowered, lost, there twice or beyond a limit, whatever fails."""
    lms = host(small.zip_of("every-type", "scorm12"))
    questions = spoken(small, "every-type")
    pages = [new_context().new_page() for _ in range(PAGES)]
    for first, page in enumerate(pages, 1):
        page.goto(f"{lms.url}/robot.html")
        seeds = list(range(first, SEQUENCES + 1, PAGES))
        page.evaluate("([seeds, questions]) => { window.played = playAll(seeds, questions); }", [seeds, questions])
    counts = [page.evaluate("window.played") for page in pages]
    total = {name: sum(count[name] for count in counts) for name in ("sequences", "steps", "faults")}
    with capsys.disabled():
        sys.stdout.write(f"\n{total['sequences']} sequences, {total['steps']} steps, {total['faults']} faults\n")
    assert total["sequences"] == SEQUENCES >= 100
    assert total["faults"] > SEQUENCES
