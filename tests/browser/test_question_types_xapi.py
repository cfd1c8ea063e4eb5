"""Every type of question against a real LRS: what it holds of each answer."""

from uuid import uuid4

import pytest
from answerer import LOAF, WORDS, Answerer, card, spoken
from lrs import Lrs
from packages import Packages, Serve
from playwright.sync_api import Page, expect


@pytest.mark.lrs
@pytest.mark.browser_errors(r"status of 404 .*/activities/state\?")
def test_an_lrs_takes_every_type_as_the_manifest_describes_it(
    every_type: Packages, serve: Serve, lrs: Lrs, page: Page
) -> None:
    """A real LRS holds each answer; its definition has the pattern, and the parts as tincan.xml names them."""
    registration = str(uuid4())
    lesson = every_type.course.iri(LOAF)
    url = serve(every_type.zip_of(LOAF, "xapi"))
    page.goto(f"{url}/index.html?{lrs.launch_query(lesson, registration)}")
    asked = every_type.questions(LOAF)
    for question in asked.values():
        Answerer("right").answer(card(page.main_frame, question), question)
    expect(page.get_by_text("Your result is saved to your LRS.")).to_be_visible()
    stored = {one["object"]["id"]: one for one in lrs.statements(registration=registration)}
    for name, question in asked.items():
        statement, told = stored[every_type.course.iri(LOAF, name)], question.interaction()
        definition, response = statement["object"]["definition"], statement["result"]["response"]
        assert definition["interactionType"] == told["interactionType"]
        for parts in ("choices", "source", "target", "scale", "steps"):
            named = {part["id"]: part["description"]["en"] for part in definition.get(parts, ())}
            assert named == {key: spoken(text) for key, text in told.get(parts, {}).items()}, name
        if question.type not in ("fill-in", "numeric"):
            patterns = told.get("correctResponsesPattern")
            assert definition.get("correctResponsesPattern") == patterns, name
            assert patterns in (None, [response])
        assert statement["result"].get("success") == (None if name in ("often", "own-words") else True), name
        own = name in ("own-words", "why-wait", "do-it")
        assert definition["description"]["en"].endswith(" (judged by the learner)") == (own and question.points > 0), (
            name
        )
    assert stored[every_type.course.iri(LOAF, "why-wait")]["result"]["response"] == WORDS
