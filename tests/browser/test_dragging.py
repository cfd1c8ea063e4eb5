"""Rows of a question that are dragged: with the mouse, and with a finger."""

from collections.abc import Callable

from answerer import LOAF, card, shown_order
from packages import Packages
from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect
from scorm_host import Host, ScormHost


def test_items_are_dragged_with_the_mouse(every_type: Packages, loaf: tuple[ScormHost, Frame], page: Page) -> None:
    """A row that is dragged over others stands where it was let go; Escape puts it back."""
    _, frame = loaf
    heat = card(frame, every_type.questions(LOAF)["heat"])
    rows = heat.get_by_role("listitem")
    rows.first.scroll_into_view_if_needed()
    before = shown_order(heat)
    drag(page, rows.nth(0), rows.nth(2))
    page.keyboard.press("Escape")
    page.mouse.up()
    assert [name[1:] for name in shown_order(heat)] == [name[1:] for name in before]
    heat.get_by_role("button", name="Check answer").click()
    expect(heat.get_by_role("alert")).to_contain_text("Put these in order first.")  # nothing has been moved
    drag(page, rows.nth(0), rows.nth(2))
    page.mouse.up()
    assert shown_order(heat)[2] == before[0]
    assert shown_order(heat)[:2] == before[1:3]
    expect(heat.get_by_role("status")).to_contain_text("now number 3 of 4")
    expect(heat.get_by_role("alert")).to_be_empty()


def drag(page: Page, row: Locator, to: Locator) -> None:
    """Take a row and carry it over another, without letting go."""
    start, end = row.bounding_box(), to.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + 50, end["y"] + end["height"] * 0.9, steps=12)


def test_items_are_dragged_with_a_finger_by_their_handle(
    every_type: Packages, host: Host, new_context: Callable[..., BrowserContext]
) -> None:
    """On a phone the handle drags."""
    lms = host(every_type.zip_of(LOAF, "scorm12"))
    page = new_context(has_touch=True, viewport={"width": 367, "height": 666}).new_page()
    heat = card(lms.visit(page), every_type.questions(LOAF)["heat"])
    rows = heat.get_by_role("listitem")
    rows.nth(1).scroll_into_view_if_needed()
    before = shown_order(heat)
    start, end = rows.nth(0).bounding_box(), rows.nth(1).bounding_box()
    assert start
    assert end
    touch = page.context.new_cdp_session(page)
    x, y = start["x"] + 20, start["y"] + start["height"] / 2
    way = [y + step * (end["y"] + end["height"] - y) / 8 for step in range(9)]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": way[0]}]})
    for at in way[1:]:
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": at}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert shown_order(heat)[:2] == [before[1], before[0]]
    page.goto("about:blank")
