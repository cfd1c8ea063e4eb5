"""Facts about what the course page does for its search before anybody comes near it."""

from packages import Packages, Serve
from playwright.sync_api import Page, expect


def test_the_first_answer_is_rehearsed_unseen(example: Packages, serve: Serve, page: Page) -> None:
    """Before anybody comes near the search it has answered once, between two frames: nothing of it is seen or stays."""
    page.add_init_script(
        """globalThis.rehearsed = 0; globalThis.seen = 0;
        document.addEventListener("DOMContentLoaded", () => {
          const results = document.querySelector("#results");
          new MutationObserver((records) => records.forEach((record) => (rehearsed += record.addedNodes.length)))
            .observe(results, {childList: true, subtree: true});
          const look = () => { seen += Number(!results.hidden); requestAnimationFrame(look); };
          look();
        })"""
    )
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html")
    page.locator("#modules a").first.focus()
    page.wait_for_function("rehearsed > 2 && document.querySelector('#results').childElementCount === 0")
    page.wait_for_timeout(500)
    assert page.evaluate("seen") == 0
    expect(page.locator("#modules a").first).to_be_focused()
    assert page.evaluate("document.querySelector('#modules').className") == ""
    assert page.locator("#results").get_attribute("style") in {None, ""}
    assert page.locator("#found-status").text_content() == ""
    page.get_by_role("searchbox").press("f")
    expect(page.locator("#results h3").first).to_be_visible()
