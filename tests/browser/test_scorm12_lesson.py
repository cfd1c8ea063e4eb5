"""One lesson as a SCORM 1.2 package in an LMS: what the LMS holds after each way through it."""

import re
from collections.abc import Callable

import pytest
from learner import Learner, Response, pattern_of
from packages import Packages
from playwright.sync_api import Page, expect
from scorm_host import Host, ScormHost, leave

LESSON = "prompt-or-fine-tune"
SMALL = "every-type"
"""Points 1, 3, 2, 1, 2, 1; the pass mark is 70."""


def core(host: ScormHost) -> dict[str, str]:
    """Return what the LMS holds of status and score."""
    return {
        element.removeprefix("cmi.core."): value
        for element, value in host.store().items()
        if re.match(r"cmi\.core\.(lesson_status|score)", element)
    }


@pytest.mark.parametrize(
    ("right", "outcome"),
    [
        pytest.param(lambda _: True, (100, "passed"), id="all right"),
        pytest.param(lambda _: False, (0, "failed"), id="all wrong"),
        pytest.param(lambda number: number % 2 == 0, (50, "failed"), id="half right"),
        pytest.param(lambda number: number <= 7, (70, "passed"), id="just enough"),
    ],
)
def test_score_reaches_the_lms(
    example: Packages, host: Host, page: Page, right: Callable[[int], bool], outcome: tuple[int, str]
) -> None:
    """The LMS holds the score that the author's key gives, and passed or failed by the pass mark."""
    score, status = outcome
    lms = host(example.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), example.lesson(LESSON))
    learner.answer_all(right)
    learner.expect_score(score)
    expect(learner.quiz).to_contain_text("Your result is saved to your LMS.")
    expected = {"lesson_status": status, "score.raw": str(score), "score.min": "0", "score.max": "100"}
    assert core(lms) == expected  # at the moment it is true, not at exit alone (complaint 1)
    leave(page)
    assert core(lms) == expected


def test_every_answer_is_reported(example: Packages, host: Host, page: Page) -> None:
    """The LMS holds each question's id, type, response, right response, result, weight, latency and time of day."""
    lms = host(example.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), example.lesson(LESSON))
    given: list[Response] = learner.answer_all(lambda number: number % 2 == 0)
    leave(page)
    kept = lms.interactions()
    assert [
        (
            one["id"],
            one["type"],
            one["student_response"],
            one["correct_responses.0.pattern"],
            one["result"],
            one["weighting"],
        )
        for one in kept
    ] == [
        (
            f"{LESSON}.{question.id}",
            question.type,
            response.scorm12,
            pattern_of(question),
            "correct" if number % 2 == 0 else "wrong",
            str(question.points),
        )
        for number, (question, response) in enumerate(zip(learner.questions, given, strict=True), 1)
    ]
    for one in kept:
        assert re.fullmatch(r"\d{4}:\d\d:\d\d\.\d\d", one["latency"])
        assert re.fullmatch(r"\d\d:\d\d:\d\d", one["time"])


def test_opening_alone_is_incomplete_without_a_score(small: Packages, host: Host, page: Page) -> None:
    """A learner who only looks is incomplete and has no score (complaints 3 and 4)."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    frame = lms.visit(page)
    expect(frame.get_by_text("Your score is saved to your LMS.")).to_be_visible()
    leave(page)
    assert core(lms) == {"lesson_status": "incomplete"}


def test_answers_without_a_finish_give_no_score(small: Packages, host: Host, page: Page) -> None:
    """Half a quiz leaves no score: with a masteryscore, Moodle would judge by it."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page, moodle=True), small.lesson(SMALL))
    for number in range(1, 6):
        learner.answer(number, right=True)
    leave(page)
    assert core(lms) == {"lesson_status": "incomplete"}
    assert len(lms.interactions()) == 5


@pytest.mark.parametrize("way", ["close", "exit", "reload"])
def test_a_quiz_left_in_the_middle_goes_on(small: Packages, host: Host, page: Page, way: str) -> None:
    """Answers given before the page was closed, left or loaded again are there on coming back, and count."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(SMALL))
    for number in (1, 2, 5):
        learner.answer(number, right=True)
    learner.answer(3, right=False)
    if way == "close":
        page.close(run_before_unload=True)
        page = lms.context.new_page()
    elif way == "exit":
        leave(page)
    back = Learner(lms.visit(page), learner.lesson)
    back.expect_answered(4)
    back.expect_judged(3, right=False)
    back.expect_judged(1, right=True)
    for number in (4, 6):
        back.answer(number, right=True)
    back.expect_score(80)
    leave(page)
    assert core(lms) == {"lesson_status": "passed", "score.raw": "80", "score.min": "0", "score.max": "100"}
    kept = lms.interactions()
    asked = [learner.questions[number - 1].id for number in (1, 2, 5, 3, 4, 6)]
    assert [one["id"] for one in kept] == [f"{SMALL}.{question}" for question in asked]


def test_coming_back_says_resume_data_fits(small: Packages, host: Host, page: Page) -> None:
    """State stays within 4,096 characters, and exit is `suspend`, so that the LMS gives it back."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    Learner(lms.visit(page), small.lesson(SMALL)).answer(1, right=True)
    leave(page)
    store = lms.store()
    assert 0 < len(store["cmi.suspend_data"]) <= 4096
    assert store["cmi.core.exit"] == "suspend"
    assert re.fullmatch(r"\d{4}:\d\d:\d\d\.\d\d", store["cmi.core.session_time"])


def test_doing_worse_lowers_nothing(small: Packages, host: Host, page: Page) -> None:
    """A second try with a lower score leaves status and score as they were (complaint 13)."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(SMALL))
    learner.answer_all(lambda number: number != 6)
    learner.expect_score(90)
    learner.quiz.get_by_role("button", name="Try again").click()
    learner.expect_answered(0)
    learner.answer_all(lambda number: number == 1)
    learner.expect_score(10)
    expect(learner.quiz).to_contain_text("Your best score so far is 90%.")
    leave(page)
    assert core(lms) == {"lesson_status": "passed", "score.raw": "90", "score.min": "0", "score.max": "100"}
    assert {value for _, value in lms.calls().sets(r"score\.raw")} == {"90"}
    assert len(lms.interactions()) == 6


def test_doing_better_raises_the_score(small: Packages, host: Host, page: Page) -> None:
    """A second try that passes turns failed into passed."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(SMALL))
    learner.answer_all(lambda number: number == 1)
    learner.quiz.get_by_role("button", name="Try again").click()
    learner.answer_all(lambda number: number != 1)
    learner.expect_score(90)
    leave(page)
    assert core(lms) == {"lesson_status": "passed", "score.raw": "90", "score.min": "0", "score.max": "100"}


def test_coming_back_after_passing_lowers_nothing(small: Packages, host: Host, page: Page) -> None:
    """Opening a passed lesson again, and failing it in an LMS that lets us write, leaves passed and the score."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(SMALL))
    learner.answer_all(lambda number: number not in (1, 4))
    leave(page)
    before = core(lms)
    again = Learner(lms.visit(page), learner.lesson)
    expect(again.quiz).to_contain_text("Your best score so far is 80%.")
    again.quiz.get_by_role("button", name="Try again").click()
    again.answer_all(lambda _: False)
    again.expect_score(0)
    leave(page)
    assert core(lms) == before == {"lesson_status": "passed", "score.raw": "80", "score.min": "0", "score.max": "100"}
    told = lms.calls().of_visit(2).sets(r"core\.(lesson_status|score\.raw)")
    assert {value for _, value in told} <= {"passed", "80"}  # nothing lower, not even for a moment


@pytest.mark.parametrize("options", [{"mode": "review"}, {"mode": "browse"}, {"credit": "no-credit"}])
def test_nothing_is_written_where_nothing_counts(
    small: Packages, host: Host, page: Page, options: dict[str, str]
) -> None:
    """In review, browse and no-credit mode the page lets practise, says so, and writes nothing."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page, **options), small.lesson(SMALL))
    expect(learner.frame.get_by_role("status").filter(has_text="nothing is saved")).to_be_visible()
    learner.answer_all(lambda _: False)
    expect(learner.quiz).to_contain_text("This was practice: nothing was saved")
    leave(page)
    assert {call.name for call in lms.calls()} == {"LMSInitialize", "LMSGetValue", "LMSFinish"}


def test_moodles_review_after_passing_keeps_the_grade(small: Packages, host: Host, page: Page) -> None:
    """Moodle opens a passed lesson in review and still saves what it is told: so it is told nothing."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page, moodle=True), small.lesson(SMALL))
    learner.answer_all(lambda number: number not in (1, 4))
    leave(page)
    before = core(lms)
    again = Learner(lms.visit(page, moodle=True), learner.lesson)
    again.quiz.get_by_role("button", name="Try again").click()
    again.answer_all(lambda _: False)
    leave(page)
    assert core(lms) == before
    assert before["lesson_status"] == "passed"
    assert before["score.raw"] == "80"


def test_finishing_early_counts_open_questions_as_wrong(small: Packages, host: Host, page: Page) -> None:
    """Who finishes with open questions is asked first; they then count as wrong."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(SMALL))
    for number in (2, 3, 5):
        learner.answer(number, right=True)
    learner.quiz.get_by_role("button", name="Finish now").click()
    dialog = learner.frame.get_by_role("dialog", name="Finish the quiz now?")
    expect(dialog).to_contain_text("3 questions are not answered yet.")
    dialog.get_by_role("button", name="Go on answering").click()
    assert core(lms) == {"lesson_status": "incomplete"}
    learner.quiz.get_by_role("button", name="Finish now").click()
    dialog.get_by_role("button", name="Finish now").click()
    learner.expect_score(70)
    leave(page)
    assert core(lms)["lesson_status"] == "passed"


def test_the_calls_come_in_order(small: Packages, host: Host, page: Page) -> None:
    """Initialize first; score, then status, then state, then commit; session time, commit and one Finish last."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(SMALL))
    learner.answer_all(lambda _: True)
    learner.expect_score(100)
    leave(page)
    words = lms.calls().words()
    assert words[0] == "LMSInitialize"
    assert words[-3:] == ["cmi.core.session_time", "LMSCommit", "LMSFinish"]
    score = words.index("cmi.core.score.raw")
    assert words[score - 2 : score + 2] == [
        "cmi.core.score.min",
        "cmi.core.score.max",
        "cmi.core.score.raw",
        "cmi.core.lesson_status",
    ]
    batch = words[score : words.index("LMSCommit", score)]
    assert "cmi.suspend_data" in batch
    assert lms.calls().sets("lesson_status")[-1] == ("cmi.core.lesson_status", "passed")


def test_time_of_all_visits_adds_up(small: Packages, host: Host, page: Page) -> None:
    """Each visit tells its own time once; the LMS adds them up (complaint 17)."""
    lms = host(small.zip_of(SMALL, "scorm12"))
    for _ in range(2):
        lms.visit(page)
        page.wait_for_function("performance.now() > 400")
        leave(page)
    told = [seconds(value) for _, value in lms.calls().sets("session_time")]
    assert len(told) == 2
    assert all(0.1 < time < 30 for time in told)
    assert seconds(lms.store()["cmi.core.total_time"]) == pytest.approx(sum(told), abs=0.02)


def seconds(timespan: str) -> float:
    """Return a CMITimespan in seconds."""
    hours, minutes, rest = timespan.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)
