"""Somebody who reads: scrolls through a lesson."""

from playwright.sync_api import Frame


def read_to(frame: Frame, section: int | str) -> None:
    """Scroll so that a heading, of a section or by its id, stands where one reads; wait until the page has noticed."""
    frame.evaluate(
        """(id) => {
          const { top } = document.getElementById(id).getBoundingClientRect();
          scrollTo({ top: top + scrollY - innerHeight * 0.2, behavior: "instant" });
        }""",
        f"section-{section}" if isinstance(section, int) else section,
    )
    frame.wait_for_timeout(300)  # nothing shows that it was noticed
