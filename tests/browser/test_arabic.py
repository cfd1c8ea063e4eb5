"""A course in Arabic, with one lesson in English: turned round, and still a course."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from axe import axe_faults, overflow_of
from packages import Packages, Serve, build
from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect
from scorm_host import Host, leave

COURSE = Path(__file__).parents[1] / "courses" / "arabic"
LESSON = "strong-passwords"
CHECK, RIGHT, WRONG = "التحقّق من الإجابة", "إجابة صحيحة", "إجابة غير صحيحة"


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of the course."""
    return build(COURSE, tmp_path_factory.mktemp("arabic"))


def question(frame: Frame, number: int) -> Locator:
    """Return a question by its number."""
    card = frame.locator(".question").nth(number - 1)
    card.wait_for()
    return card


def check(card: Locator, words: str) -> None:
    """Check the answer and wait for the verdict."""
    card.get_by_role("button", name=CHECK).click()
    expect(card.locator(".feedback .verdict, .feedback").first).to_contain_text(words)


def left_of(place: Locator) -> float:
    """Return how far from the window's left something begins."""
    box = place.bounding_box()
    assert box is not None
    return box["x"]


def test_the_page_is_turned_round(arabic: Packages, serve: Serve, page: Page) -> None:
    """What leads stands on the right: boxes before their labels' words, numbers before titles, heads of tables."""
    page.goto(f"{serve(arabic.zip_of(LESSON, 'scorm12'))}/index.html")
    expect(page.locator("html[lang=ar][dir=rtl]")).to_have_count(1)
    expect(page.get_by_text("القراءة في نحو 5 دقائق")).to_be_visible()
    expect(page.get_by_text("الدرس 1 من 3")).to_be_visible()
    question(page.main_frame, 1)
    pairs = [(".steps input", ".steps span"), (".option input", ".option-text"), ("th:first-child", "th:last-child")]
    pairs.append((".sequence-handle", ".sequence-button"))
    for first, second in pairs:
        assert left_of(page.locator(first).first) > left_of(page.locator(second).first), first
    edges = page.locator("#key-terms, .key-terms dt, td:first-child").evaluate_all(
        "(nodes) => nodes.map((node) => getComputedStyle(node).paddingInlineStart)"
    )
    assert set(edges) == {"0px"}


def test_what_runs_the_other_way_keeps_its_order(arabic: Packages, serve: Serve, page: Page) -> None:
    """Code, a list with an English term and an English lesson's card read as they were written."""
    page.goto(f"{serve(arabic.zip_of(LESSON, 'scorm12'))}/index.html")
    code = page.locator("p code").first
    assert code.text_content() == "P@ss1!"
    last, first = code.evaluate(
        """(node) => [5, 0].map((at) => {
          const range = document.createRange();
          range.setStart(node.firstChild, at);
          range.setEnd(node.firstChild, at + 1);
          return range.getBoundingClientRect().left;
        })"""
    )
    assert last > first
    expect(page.locator(".also").first).to_have_text("أيضًا: \u2068جملة المرور، \u2068passphrase\u2069\u2069")
    expect(page.locator(".card bdi[lang=en][dir=ltr]")).to_have_count(2)
    expect(page.locator(".card bdi:not([lang])")).to_have_count(2)


def test_the_tutor_answers_in_arabic(arabic: Packages, serve: Serve, page: Page) -> None:
    """By verb forms, by an author's question, with a list's points; cells keep their order; nothing is cut off."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{serve(arabic.zip_of(LESSON, 'scorm12'))}/index.html")
    quotes = page.locator("#tutor-log blockquote")
    asked = ["كم مرة أجدد كلمة السر؟", "متى يجب أن أغير كلمة المرور؟", "كم يستغرق تخمين 8 أحرف؟"]
    for number, words in enumerate(asked, start=1):
        page.locator("#tutor-question").fill(words)
        page.keyboard.press("Enter")
        expect(quotes).to_have_count(number)
    expect(quotes.nth(0)).to_contain_text("لا تغيّر كلمة المرور كل شهر")
    expect(quotes.nth(1).locator("li")).to_have_count(3)
    first, code, last = (left_of(quotes.nth(2).locator("bdi").nth(cell)) for cell in range(3))
    assert first > code > last
    assert overflow_of(page.main_frame) == []
    assert axe_faults(page.main_frame) == []


def test_answers_are_read_as_arabic_is_typed(arabic: Packages, host: Host, page: Page) -> None:
    """Vowel signs and forms of alef do not matter, digits of either kind count, and the LMS gets plain numbers."""
    lms = host(arabic.zip_of(LESSON, "scorm12"))
    frame = lms.visit(page)
    blanks = question(frame, 3).get_by_role("textbox")
    blanks.nth(0).fill("مُديرُ كلماتِ المرور")
    blanks.nth(1).fill("واحده")
    check(question(frame, 3), "صحيحة جزئيًّا")
    question(frame, 4).get_by_role("textbox").fill("الامان")
    check(question(frame, 4), RIGHT)
    question(frame, 5).get_by_role("textbox").fill("٤ كلمات")
    check(question(frame, 5), RIGHT)
    question(frame, 6).get_by_role("textbox").fill("٣٫٥")  # noqa: RUF001 (three and a half)
    check(question(frame, 6), RIGHT)
    leave(page)
    given = {item["id"]: item["student_response"] for item in lms.interactions()}
    assert given[f"{LESSON}.words"] == "4"
    assert given[f"{LESSON}.share"] == "3.5"


def test_a_quiz_from_start_to_result(arabic: Packages, host: Host, page: Page) -> None:
    """Feedback, the dialog before the end and the result speak Arabic, counts in their right forms."""
    frame = host(arabic.zip_of(LESSON, "scorm12")).visit(page)
    question(frame, 1).get_by_role("radio").first.check()
    check(question(frame, 1), WRONG)
    question(frame, 2).get_by_label("خطأ", exact=True).check()
    check(question(frame, 2), RIGHT)
    expect(frame.locator("#quiz").get_by_text("أجبت عن 2 من 11")).to_be_visible()
    assert axe_faults(frame) == []
    frame.get_by_role("button", name="الإنهاء الآن").click()
    dialog = frame.get_by_role("dialog", name="هل تريد إنهاء الاختبار الآن؟")
    expect(dialog).to_contain_text("9 أسئلة لم تجب عنها بعد. سيُحسب 8 منها خطأً.")
    assert axe_faults(frame) == []
    dialog.get_by_role("button", name="الإنهاء الآن").click()
    result = frame.get_by_role("region", name="نتيجتك")
    expect(result).to_contain_text("درجتك 10%.")
    expect(result).to_contain_text("لم تنجح بعد. درجة النجاح 60%.")
    assert axe_faults(frame) == []


def test_a_lesson_in_another_language_turns_the_page_and_back(arabic: Packages, serve: Serve, page: Page) -> None:
    """In the course, an English lesson is left to right and speaks English; the course page is Arabic again."""
    page.goto(f"{serve(arabic.zip_of('course', 'scorm12'))}/index.html")
    title = arabic.lesson("phishing-words").title
    page.get_by_role("link", name=title).click()
    expect(page.locator("html[lang=en][dir=ltr]")).to_have_count(1)
    page.get_by_label("False", exact=True).check()
    page.get_by_role("button", name="Check answer").click()
    expect(page.get_by_role("region", name="Your result")).to_contain_text("You scored 100%.")
    page.get_by_role("link", name="All lessons").click()
    expect(page.locator("html[lang=ar][dir=rtl]")).to_have_count(1)
    expect(page.get_by_text("ناجح، أفضل درجة 100%")).to_be_visible()
    expect(page.get_by_text("أنهيت 1 من 3 دروس.")).to_be_visible()
    assert axe_faults(page.main_frame) == []


def test_what_was_found_is_read_in_its_own_language(tmp_path: Path, serve: Serve, page: Page) -> None:
    """An English lesson among Arabic results keeps its language and direction, with the words marked in it."""
    course = tmp_path / "course"
    shutil.copytree(COURSE, course)
    lesson = (course / "lessons" / "phishing-words.yaml").read_text(encoding="utf-8")
    more = [f"more-{number}" for number in range(8)]
    for name in more:
        (course / "lessons" / f"{name}.yaml").write_text(lesson.replace("phishing-words", name), encoding="utf-8")
    file = course / "course.yaml"
    listed = ", ".join(["phishing-words", *more])
    file.write_text(file.read_text(encoding="utf-8").replace("[phishing-words]", f"[{listed}]"), encoding="utf-8")
    packages = build(course, tmp_path / "dist")
    page.goto(f"{serve(packages.zip_of('course', 'scorm12'))}/index.html")
    title = packages.lesson("phishing-words").title
    page.get_by_role("searchbox").fill(title.split()[-1])
    found = page.locator("h3 bdi[lang=en][dir=ltr]").filter(has=page.locator("mark")).filter(visible=True)
    expect(found.first).to_have_text(title)


def test_no_page_is_wider_than_a_phone(
    arabic: Packages, serve: Serve, new_context: Callable[..., BrowserContext]
) -> None:
    """At 320 CSS pixels nothing must be scrolled sideways, right to left neither."""
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    address = serve(arabic.zip_of("course", "scorm12"))
    for lesson in ["", *arabic.course.order]:
        page.goto(f"{address}/index.html#/{lesson}")
        page.get_by_role("heading", level=1).wait_for()
        assert overflow_of(page.main_frame) == [], lesson
