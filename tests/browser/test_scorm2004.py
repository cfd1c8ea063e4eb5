"""SCORM 2004 packages in an LMS: completion and success apart, and the grade that SCORM 1.2 gives."""

import re
from pathlib import Path

import pytest
from learner import Learner, respond
from packages import Packages
from playwright.sync_api import Page, expect
from scorm_host import Host, ScormHost, leave, package_frame

from scormpack.build import BuildOptions, build_course

LESSON = "every-type"
"""Points 1, 3, 2, 1, 2, 1; the pass mark is 70."""


def grade(host: ScormHost) -> tuple[str, str | None]:
    """Return what a gradebook shows: the words and the raw score."""
    kept = host.store()
    if host.standard == "1.2":
        return kept["cmi.core.lesson_status"], kept.get("cmi.core.score.raw")
    success = kept.get("cmi.success_status", "unknown")
    return kept["cmi.completion_status"] if success == "unknown" else success, kept.get("cmi.score.raw")


@pytest.mark.parametrize("format_name", ["scorm12", "scorm2004", "scorm2004-3rd"])
def test_the_same_learner_has_the_same_grade_in_each(small: Packages, host: Host, page: Page, format_name: str) -> None:
    """Left in the middle, resumed, passed with 80, come back and failed: the same words and scores all along."""
    lms = host(small.zip_of(LESSON, format_name))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    for number in (1, 2, 5):
        learner.answer(number, right=True)
    learner.answer(3, right=False)
    leave(page)
    assert grade(lms) == ("incomplete", None)

    again = Learner(lms.visit(page), learner.lesson)
    again.expect_answered(4)
    for number in (4, 6):
        again.answer(number, right=True)
    again.expect_score(80)
    expect(again.quiz).to_contain_text("Your result is saved to your LMS.")
    assert grade(lms) == ("passed", "80")  # at the moment it is true, not at exit alone (complaint 1)
    leave(page)

    third = Learner(lms.visit(page), learner.lesson)
    third.quiz.get_by_role("button", name="Try again").click()
    third.answer_all(lambda _: False)
    third.expect_score(0)
    leave(page)
    assert grade(lms) == ("passed", "80")  # complaint 13
    assert len(lms.interactions()) == 6
    assert [element for element, _ in lms.calls().sets("(session_time|exit)$")].count("cmi.exit") in {0, 3}


def test_every_answer_is_reported_with_its_question(small: Packages, host: Host, page: Page) -> None:
    """Type, response, right response, result, weight, latency, moment and words of each, in SCORM 2004's spelling."""
    lms = host(small.zip_of(LESSON, "scorm2004"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    given = learner.answer_all(lambda number: number % 2 == 0)
    leave(page)
    kept = lms.interactions()
    assert len(kept) == len(learner.questions)
    words = {"t": "true", "f": "false"}
    for number, (one, question, response) in enumerate(zip(kept, learner.questions, given, strict=True), 1):
        right = respond(question, right=True).scorm12
        assert (one["id"], one["type"], one["weighting"]) == (
            f"{LESSON}.{question.id}",
            question.type,
            str(question.points),
        )
        assert one["learner_response"] == words.get(response.scorm12, response.scorm12.replace(",", "[,]"))
        if question.type in {"choice", "true-false"}:
            assert one["correct_responses.0.pattern"] == words.get(right, right.replace(",", "[,]"))
        assert one["result"] == ("correct" if number % 2 == 0 else "incorrect")
        assert one["description"]
        assert re.fullmatch(r"PT\d+H\d+M\d+\.\d\dS", one["latency"])
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\+00:00", one["timestamp"])


def test_a_course_tells_how_far_it_is_and_is_judged_when_all_of_it_is_done(
    small: Packages, host: Host, page: Page
) -> None:
    """Progress grows lesson by lesson; completed and passed come with the last; each lesson is an objective."""
    lms = host(small.zip_of("course", "scorm2004"))
    frame = lms.visit(page)
    for name in ("every-type", "at-the-end", "only-reading"):
        frame.get_by_role("link", name=small.lesson(name).title, exact=True).click()
        expect(frame.get_by_role("heading", level=1, name=small.lesson(name).title)).to_be_visible()
        learner = Learner(frame, small.lesson(name))
        if name == "every-type":
            learner.answer_all(lambda _: True)
        elif name == "at-the-end":
            for number in range(1, 5):
                learner.enter(number, right=True)
            learner.quiz.get_by_role("button", name="Finish the quiz").click()
            learner.expect_score(100)
            assert lms.store()["cmi.completion_status"] == "incomplete"
        else:
            frame.get_by_role("button", name="Mark as read").click()
            expect(frame.get_by_role("button", name="Read. This lesson is done.")).to_be_visible()
        frame.get_by_role("navigation", name="Lessons before and after").get_by_role("link", name="All lessons").click()
        expect(frame.get_by_role("heading", level=1, name=small.course.file.title)).to_be_visible()
    leave(page)
    kept = lms.store()
    told = ["completion_status", "success_status", "score.raw", "score.scaled", "progress_measure", "exit"]
    assert [kept[f"cmi.{name}"] for name in told] == ["completed", "passed", "100", "1", "1", "suspend"]
    progress = list(dict.fromkeys(value for _, value in lms.calls().sets("progress_measure")))
    assert progress == ["0", "0.3333", "0.6667", "1"]
    assert {value for _, value in lms.calls().sets(r"objectives\.\d\.id")} == set(small.course.order)
    assert [call.name for call in lms.calls() if call.name in {"Initialize", "Terminate"}] == [
        "Initialize",
        "Terminate",
    ]


def test_a_related_lesson_of_another_sco_is_a_link_where_the_lms_opens_it(
    example: Packages, host: Host, page: Page, tmp_path: Path
) -> None:
    """With a SCO for each lesson, the LMS is asked for the other one, once all is told; the rest stay cards."""
    options = BuildOptions(formats=["scorm2004"], unit="course", scos="per-lesson", output=tmp_path / "dist")
    (package,) = build_course(example.course.root, options).packages
    lms = host(package.file)
    first = example.course.order[0]
    reached, *unreached = example.lesson(first).related
    items = {f"item-lesson-{reached}": f"package/lessons/{reached}.html"}
    frame = lms.visit(page, launch=f"package/lessons/{first}.html", items=items)
    related = frame.get_by_role("region", name="Related lessons")
    link = related.get_by_role("link", name=example.lesson(reached).title)
    expect(link).to_be_visible()
    for name in unreached:
        expect(related.get_by_role("link", name=example.lesson(name).title)).to_have_count(0)
    link.click()
    expect(page).to_have_url(re.compile(f"launch.*{reached}"))
    expect(package_frame(page).get_by_role("heading", level=1)).to_have_text(example.lesson(reached).title)
    first_visit = lms.calls().of_visit(1)
    assert first_visit.sets("nav") == [("adl.nav.request", f"{{target=item-lesson-{reached}}}choice")]
    assert [call.name for call in first_visit][-1] == "Terminate"
    assert next(call.name for call in lms.calls().of_visit(2)) == "Initialize"
