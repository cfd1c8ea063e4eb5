"""The whole lesson page and the whole course page, from end to end: by keyboard, and zoomed."""

from collections.abc import Callable
from typing import Any

import pytest
from axe import overflow_of
from packages import Packages, Serve
from playwright.sync_api import BrowserContext, Page, expect

LESSON = "prompt-or-fine-tune"

# Says of the element with the focus: its number (below), and what a sighted learner has to complain of.
STOP = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const ring = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const shown = [node, node.nextElementSibling, node.closest("label, .option")].filter(Boolean);
  const seen = shown.some((one) => [null, "::before", "::after"].some((part) => ring(getComputedStyle(one, part))));
  const box = (node.matches("input[type=radio], input[type=checkbox]") ? node.closest("label, .option") ?? node : node);
  const rects = [...box.getClientRects()];
  const inside = rects.some(({ left, right, top, bottom }) => {
    const middle = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1);
    const hit = document.elementFromPoint((left + right) / 2, middle);
    return hit !== null && (box.contains(hit) || hit.contains(box));
  });
  const faults = [seen ? "" : "no ring", inside ? "" : "hidden, or outside the window"].filter(Boolean);
  return { at: Number(node.dataset.stop ?? -1), what: node.outerHTML.slice(0, 100), faults };
}"""

# Numbers what can be reached, in the page's order: of radio buttons with one name, the first.
REACHABLE = """() => {
  const names = new Set();
  return [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex='0']")]
    .filter((node) => !node.disabled && node.tabIndex >= 0 && node.checkVisibility({ visibilityProperty: true }))
    .filter((node) => node.type !== "radio" || (!names.has(node.name) && names.add(node.name)))
    .map((node, at) => ((node.dataset.stop = at), at));
}"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the page's beginning to its end; return every stop."""
    page.evaluate(
        "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }"
    )
    stops: list[dict[str, Any]] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["at"] == stops[0]["at"]):
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab never came to the page's end; last at {stops[-1]}")


@pytest.mark.parametrize("window", [(1280, 720), (320, 512)], ids=["wide", "narrow"])
@pytest.mark.parametrize("place", ["", f"#/{LESSON}"], ids=["course", "lesson"])
def test_tab_goes_through_the_whole_page(
    example: Packages, serve: Serve, new_context: Callable[..., BrowserContext], place: str, window: tuple[int, int]
) -> None:
    """Tab reaches all there is, in the page's order, with a ring that nothing covers, and leaves at the end."""
    width, height = window
    page = new_context(viewport={"width": width, "height": height}, reduced_motion="reduce").new_page()
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html{place}")
    page.locator(".question" if place else "#continue").first.wait_for()
    expect(page.locator("#progress-where" if place else "#overall-left")).not_to_be_empty()
    reachable = page.evaluate(REACHABLE)
    stops = walk(page)
    assert [stop for stop in stops if stop["faults"]] == []
    assert [stop["at"] for stop in stops] == reachable


@pytest.mark.parametrize(
    ("window", "style"),
    [
        pytest.param((640, 512), "", id="200 %"),
        pytest.param((320, 256), "", id="400 %"),
        # WCAG 2.2, 1.4.12 Text Spacing
        pytest.param(
            (367, 740),
            "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
            " p { margin-block-end: 2em !important }",
            id="spaced out",
        ),
    ],
)
def test_zoomed_in_nothing_is_lost(
    example: Packages, serve: Serve, new_context: Callable[..., BrowserContext], window: tuple[int, int], style: str
) -> None:
    """A window of 1,280 by 1,024 at 200 % and 400 %, and wider text: all fits, and most of it is for reading."""
    width, height = window
    page = new_context(viewport={"width": width, "height": height}, reduced_motion="reduce").new_page()
    address = serve(example.zip_of("course", "scorm12"))
    found: dict[str, list[str]] = {}
    for place in ("", f"#/{LESSON}", "#summary"):
        page.goto(f"{address}/index.html{place}")
        page.locator(".question" if "/" in place else "h1").first.wait_for()
        if style:
            page.add_style_tag(content=style)
        if "/" in place:
            page.locator(".question").nth(1).scroll_into_view_if_needed()
            page.get_by_label("Your question").fill("When does fine-tuning pay back?")
            page.keyboard.press("Enter")
            expect(page.get_by_role("log").get_by_text("The lesson says:")).to_be_visible()
        page.locator(".question, .lessons, .summary-table").nth(0).evaluate(
            "(one) => one.scrollIntoView({ block: 'start' })"
        )
        stuck = page.evaluate(
            """() => [...document.querySelectorAll("body *")]
              .filter((node) => ["fixed", "sticky"].includes(getComputedStyle(node).position) && node.checkVisibility())
              .map((node) => node.getBoundingClientRect())
              .filter(({ top, bottom, width }) => width > innerWidth / 2 && bottom > 0 && top < innerHeight)
              .reduce((sum, { height }) => sum + height, 0)"""
        )
        assert stuck <= height / 3, place
        if faults := overflow_of(page.main_frame):
            found[place] = faults
    assert found == {}
