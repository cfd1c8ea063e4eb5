"""What axe-core says of a page on show, in words that a developer can act on."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame

_SCRIPT = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 at level AA, and axe's own best practices: regions, one main heading, no jumps between levels.
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (tags) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"], elementRef: false });
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, any, all, none }) => ({
    rule: id, help, html: html.slice(0, 200), why: [...any, ...all, ...none].map(({ message }) => message).join("; "),
  })));
}"""


def axe_faults(frame: Frame) -> list[str]:
    """Return what is wrong with the page in ``frame`` as it stands now, a line each."""
    if not frame.evaluate("typeof axe === 'object'"):
        frame.evaluate(_script())
    # Half-way through a fade, nothing has its contrast.
    frame.evaluate("() => document.getAnimations().forEach((animation) => animation.finish())")
    faults: list[dict[str, Any]] = frame.evaluate(_RUN, _TAGS)
    return [f"{fault['rule']}: {fault['help']}: {fault['html']} ({fault['why']})" for fault in faults]


def overflow_of(frame: Frame) -> list[str]:
    """Return what makes the page wider than its window, stands outside it, or is squeezed until its words stand on end.

    Nothing may: WCAG 2.2, 1.4.10 Reflow.
    """
    wide: list[str] = frame.evaluate(
        """() => {
          const wide = document.documentElement.scrollWidth > innerWidth;
          const scrolls = (node) => ["auto", "scroll"].includes(getComputedStyle(node).overflowX);
          const isScrolled = (node) => node && node !== document.body && (scrolls(node) || inScroller(node));
          const inScroller = (node) => isScrolled(node.parentElement);
          const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 2;
          const hasWords = (node) => [...node.childNodes].some(isText);
          return [...document.querySelectorAll("body *")]
            .filter((node) => {
              const { left, right, width, height } = node.getBoundingClientRect();
              if (width <= 1 || !node.checkVisibility({ visibilityProperty: true })) return false;
              const isOut = right > innerWidth + 1 || left < -1;
              const isSqueezed = hasWords(node) && height > 5 * width && height > 100;
              return (wide && isOut) || ((isOut || isSqueezed) && !isScrolled(node));
            })
            .map((node) => node.cloneNode().outerHTML.slice(0, 120)).slice(0, 8);
        }"""
    )
    return wide


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")
