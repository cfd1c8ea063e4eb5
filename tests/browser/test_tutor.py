"""The tutor in a browser: asked by keyboard, jumping, refusing, from a folder, in a course, with a service."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from answering_service import service
from axe import axe_faults
from eventually import eventually
from lrs import Lrs
from packages import Packages, Serve, build
from playwright.sync_api import BrowserContext, Locator, Page, expect

PAIRS = [
    ("how-models-answer", "are the next tokens drawn by chanse?", "The next token is drawn from the chances"),
    ("how-models-answer", "What is a token?", "The small piece of text a model reads and writes"),
    ("how-models-answer", "does a low temprature make it more truthful?", "It does not make them more true"),
    ("prompt-or-fine-tune", "What does RAG mean?", "Looking up passages that suit a question"),
    ("prompt-or-fine-tune", "When does the work pay back?", "40 ÷ 4 = 10 weeks"),
    ("prompt-or-fine-tune", "Which page did it fetch when the answer is off?", "look first at what was fetched"),
    ("structured-outputs", "how should dates be written", "Write dates as year, month, day"),
    ("structured-outputs", "Why store phone numbers as text?", "Store phone and membership numbers as text"),
]
REFUSED = ["How do I cook pasta?", "Which football team won the cup?", "zzz qqq"]
Folder = Callable[[Path], Path]


def open_lesson(page: Page, example: Packages, unzip: Folder, lesson: str) -> Locator:
    """Open a lesson from its folder; return its tutor."""
    page.goto((unzip(example.zip_of(lesson, "scorm12")) / "index.html").as_uri())
    return page.get_by_role("region", name="Ask about this lesson")


def ask(tutor: Locator, question: str) -> Locator:
    """Type a question, press Enter; return the latest answer."""
    before = tutor.locator(".tutor-answer").count()
    box = tutor.get_by_role("textbox", name="Your question")
    box.fill(question)
    box.press("Enter")
    expect(tutor.locator(".tutor-answer")).to_have_count(before + 1)
    return tutor.locator(".tutor-answer").last


@pytest.mark.parametrize("lesson", sorted({lesson for lesson, _, _ in PAIRS}))
def test_the_tutor_quotes_the_passage_that_answers(example: Packages, unzip: Folder, page: Page, lesson: str) -> None:
    """Asked in other words, with slips, or by another name of a key term, it quotes the passage word for word."""
    tutor = open_lesson(page, example, unzip, lesson)
    for question, quote in [(question, quote) for name, question, quote in PAIRS if name == lesson]:
        expect(ask(tutor, question).get_by_role("blockquote")).to_contain_text(quote)


def test_the_tutor_says_when_the_lesson_does_not_answer(example: Packages, unzip: Folder, page: Page) -> None:
    """What has nothing to do with the lesson is not answered, and nothing is quoted."""
    tutor = open_lesson(page, example, unzip, "how-models-answer")
    for question in REFUSED:
        answer = ask(tutor, question)
        expect(answer).to_contain_text("The lesson does not answer this.")
        expect(answer.get_by_role("blockquote")).to_have_count(0)


def test_what_the_author_leaves_open_is_refused(serve: Serve, unzip: Folder, page: Page, tmp_path: Path) -> None:
    """The lesson that answers is named: from a folder with its place, within a course as a link that opens it."""
    asks: list[dict[str, object]] = [{"lesson": "crust", "questions": ["Why does the loaf in the oven get no crust?"]}]
    packages = make_course(tmp_path / "course", {}, asks=asks)
    question = "why do loaves in the oven get no crust"
    page.goto((unzip(packages.zip_of("bread", "scorm12")) / "index.html").as_uri())
    tutor = page.get_by_role("region", name="Ask about this lesson")
    expect(ask(tutor, question).locator(".tutor-source")).to_contain_text("Crust. Lesson 2")
    page.goto(f"{serve(packages.zip_of('course', 'scorm12'))}/index.html#/bread")
    ask(tutor, question).locator(".tutor-source").get_by_role("link", name="Crust").click()
    expect(page.get_by_role("heading", level=1, name="Crust")).to_be_visible()


def test_a_link_leads_to_the_passage_and_back(example: Packages, unzip: Folder, page: Page) -> None:
    """By keyboard: the passage gets the focus and a mark; Escape leads back to the link, and the mark goes."""
    tutor = open_lesson(page, example, unzip, "how-models-answer")
    link = ask(tutor, "Are the next tokens drawn by chance?").get_by_role("link", name="Show it in the lesson")
    link.press("Enter")
    place = page.locator(".tutor-shown")
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()
    expect(place).to_contain_text("The next token is drawn from the chances")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(place).to_have_count(0)
    link.click()
    back, banner = page.get_by_role("button", name="Back to your question"), page.locator("#connection")
    above, below = back.bounding_box(), banner.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]  # what is said of the connection stays readable
    back.click()
    expect(link).to_be_focused()


def test_the_questions_that_are_suggested_are_answered(example: Packages, unzip: Folder, page: Page) -> None:
    """Those at the start, and those after an answer, which are others."""
    tutor = open_lesson(page, example, unzip, "prompt-or-fine-tune")
    chips = tutor.get_by_role("list", name="Questions you could ask")
    asked = []
    for _ in range(3):
        asked.append(chips.get_by_role("button").first.inner_text())
        chips.get_by_role("button").first.click()
        expect(tutor.locator(".tutor-answer")).to_have_count(len(asked))
        expect(tutor.locator(".tutor-answer").last.get_by_role("blockquote")).to_be_visible()
    assert len(set(asked)) == 3


def test_a_definition_that_was_read_is_not_suggested(example: Packages, unzip: Folder, page: Page) -> None:
    """However it was asked for, now and later."""
    tutor = open_lesson(page, example, unzip, "prompt-or-fine-tune")
    chips = tutor.get_by_role("list", name="Questions you could ask").get_by_role("button")
    expect(ask(tutor, "What does retrieval mean?").get_by_role("blockquote")).to_contain_text("Retrieval:")
    suggested: list[str] = []
    for count in range(2, 7):
        suggested += chips.all_inner_texts()
        chips.first.click()
        expect(tutor.locator(".tutor-answer")).to_have_count(count)
    assert len(set(suggested)) > 4
    assert [words for words in suggested if "Retrieval" in words] == []


def test_the_tutor_never_quotes_the_quiz(example: Packages, unzip: Folder, page: Page) -> None:
    """A question of the quiz, asked word for word, brings no text of the quiz."""
    tutor = open_lesson(page, example, unzip, "prompt-or-fine-tune")
    ask(tutor, "A museum's assistant answers visitors correctly, but in five long paragraphs.")
    expect(tutor.get_by_role("log")).not_to_contain_text("State the limit of three sentences")
    assert "museum" not in " ".join(tutor.locator("blockquote, .tutor-further").all_inner_texts()).lower()


def test_the_tutor_works_within_a_course(example: Packages, serve: Serve, page: Page) -> None:
    """Each lesson has a tutor of its own, let go with it; what one leaves open, the nearest lesson may answer."""
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html#/structured-outputs")
    tutor = page.get_by_role("region", name="Ask about this lesson")
    expect(ask(tutor, "how should dates be written").get_by_role("blockquote")).to_contain_text("year, month, day")
    nearest = ask(tutor, "Why did the lawyers in New York trust court cases?").locator(".tutor-source a")
    expect(nearest).to_have_text("Confident and wrong")  # no card of this lesson leads there
    nearest.click()
    expect(page.get_by_role("heading", level=1, name="Confident and wrong")).to_be_visible()
    page.evaluate("location.hash = '#/how-models-answer'")
    expect(page.get_by_role("heading", level=1, name="How a model makes its answer")).to_be_visible()
    expect(tutor.locator(".tutor-answer")).to_have_count(0)
    expect(ask(tutor, "What is a token?").get_by_role("blockquote")).to_contain_text("Token")


BODY = "Bake the loaf for 35 minutes. It sounds hollow when done."


def make_course(
    folder: Path, tutor: dict[str, object], asks: list[dict[str, object]] | None = None, body: str = BODY
) -> Packages:
    """Build a course of one lesson; of two, and as a whole too, where the first leaves questions to the second."""
    lesson = {
        "id": "bread",
        "title": "Bread",
        "summary": "How to bake.",
        "tutor": True,
        "sections": [{"heading": "In the oven", "body": body}],
    }
    lessons: list[dict[str, object]] = [lesson]
    if asks:
        lessons = [lesson | {"asks": asks}, lesson | {"id": "crust", "title": "Crust"}]
    course = {
        "id": "https://example.org/courses/tutor",
        "title": "Baking",
        "modules": [{"title": "All", "lessons": [one["id"] for one in lessons]}],
        "tutor": tutor,
    }
    (folder / "lessons").mkdir(parents=True)
    # JSON is YAML too.
    (folder / "course.yaml").write_text(json.dumps(course), encoding="utf-8")
    for one in lessons:
        (folder / "lessons" / f"{one['id']}.yaml").write_text(json.dumps(one), encoding="utf-8")
    return build(folder, folder / "dist")


def test_a_quote_has_no_gap_where_a_footnote_is_marked(unzip: Folder, page: Page, tmp_path: Path) -> None:
    """The mark is left out with nothing in its place, as in what `check` holds the quotes of `asks` to."""
    body = "Bake the loaf for 35 minutes[^1]. It sounds hollow when done.\n\n[^1]: Or 40."
    packages = make_course(tmp_path / "course", {}, body=body)
    page.goto((unzip(packages.zip_of("bread", "scorm12")) / "index.html").as_uri())
    tutor = page.get_by_role("region", name="Ask about this lesson")
    quote = ask(tutor, "How long do I bake the loaf?").get_by_role("blockquote")
    expect(quote).to_contain_text("Bake the loaf for 35 minutes. It sounds")


def test_a_service_writes_the_answer(serve: Serve, page: Page, tmp_path: Path) -> None:
    """It gets question and passages and nothing of the learner; its answer is shown as text, with its sources."""
    with service() as server:
        server.pieces = ("Bake it <b>35", "</b> minutes.")
        packages = make_course(tmp_path / "course", {"endpoint": f"{server.url}/ask"})
        page.goto(f"{serve(packages.zip_of('bread', 'scorm12'))}/index.html")
        answer = ask(page.get_by_role("region", name="Ask about this lesson"), "How long in the oven?")
        expect(answer).to_contain_text("Bake it <b>35</b> minutes.")
        expect(answer.get_by_role("link")).to_have_count(1)
        assert axe_faults(page.main_frame) == []
        headers, body = server.asked[0]
        assert set(body) == {"question", "language", "lesson", "passages"}
        assert body["question"] == "How long in the oven?"
        assert not {"cookie", "referer", "authorization"} & headers.keys()


@pytest.mark.browser_errors("status of 500", "net::ERR_")
@pytest.mark.parametrize("fault", ["refuses", "empty", "silent"])
def test_where_the_service_fails_the_page_quotes(serve: Serve, page: Page, tmp_path: Path, fault: str) -> None:
    """A status, an empty answer and silence: the page says so in a few words, and quotes the lesson."""
    with service() as server:
        server.status = 500 if fault == "refuses" else 200
        server.silent = fault == "silent"
        server.pieces = ("Half of",) if fault == "silent" else ()
        packages = make_course(tmp_path / "course", {"endpoint": f"{server.url}/ask", "timeout": 1})
        page.goto(f"{serve(packages.zip_of('bread', 'scorm12'))}/index.html")
        answer = ask(page.get_by_role("region", name="Ask about this lesson"), "How long do I bake the loaf?")
        expect(answer).to_contain_text("The service gave no answer, so this is quoted from the lesson.")
        expect(answer.get_by_role("blockquote")).to_contain_text("Bake the loaf for 35 minutes.")
        expect(answer).not_to_contain_text("Half of")
        assert axe_faults(page.main_frame) == []


def test_an_answer_is_shown_as_it_comes(serve: Serve, page: Page, tmp_path: Path) -> None:
    """The first words can be read while the others are on their way, and are said to be no whole answer yet."""
    with service() as server:
        server.silent = True
        server.pieces = ("Half of",)
        packages = make_course(tmp_path / "course", {"endpoint": f"{server.url}/ask", "timeout": 30})
        page.goto(f"{serve(packages.zip_of('bread', 'scorm12'))}/index.html")
        answer = ask(page.get_by_role("region", name="Ask about this lesson"), "How long do I bake the loaf?")
        expect(answer.get_by_text("Half of")).to_be_visible()
        assert answer.get_attribute("aria-busy") == "true"


def test_no_question_can_be_lost_before_the_lesson_is_bound(
    example: Packages, serve: Serve, new_context: Callable[..., BrowserContext]
) -> None:
    """As the page arrives, before its script listens, nothing can be typed or pressed that nobody would hear."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{serve(example.zip_of('how-models-answer', 'scorm12'))}/index.html")
    expect(page.locator("#tutor-question")).to_be_disabled()
    expect(page.locator("#tutor button:enabled")).to_have_count(0)


@pytest.mark.lrs
@pytest.mark.browser_errors(r"status of 404 .*/activities/state\?")
@pytest.mark.parametrize("record", [True, False])
def test_questions_are_recorded_only_where_the_course_says_so(
    lrs: Lrs, serve: Serve, page: Page, tmp_path: Path, *, record: bool
) -> None:
    """With `record` the LRS holds the question, and the learner reads that it does; without it neither."""
    registration = str(uuid4())
    packages = make_course(tmp_path / "course", {"record": record})
    query = lrs.launch_query("https://example.org/courses/tutor/lessons/bread", registration)
    page.goto(f"{serve(packages.zip_of('bread', 'xapi'))}/index.html?{query}")
    tutor = page.get_by_role("region", name="Ask about this lesson")
    expect(tutor.get_by_text("Your questions are recorded with your results.")).to_have_count(int(record))
    ask(tutor, "How long do I bake the loaf?")
    page.get_by_role("button", name="Mark").click()

    def told() -> list[str]:
        statements = lrs.statements(registration=registration)
        return [one["result"]["response"] for one in statements if one["verb"]["id"].endswith("/asked")]

    eventually(
        lambda: any(one["verb"]["id"].endswith("/completed") for one in lrs.statements(registration=registration))
    )
    assert told() == (["How long do I bake the loaf?"] if record else [])
