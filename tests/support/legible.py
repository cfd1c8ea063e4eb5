"""What of a page's words cannot be read: cut off, one upon the other, squeezed, or outside the window."""

from playwright.sync_api import Frame

_FAULTS = r"""() => {
  const faults = [];
  const name = (node) => `${node.cloneNode().outerHTML.slice(0, 80)} ${node.innerText?.slice(0, 40) ?? ""}`;
  const tell = (what, ...nodes) => faults.push(`${what}: ${nodes.map(name).join(" / ")}`);
  const styles = new Map();
  const styleOf = (node) => styles.get(node) ?? styles.set(node, getComputedStyle(node)).get(node);
  const isAny = (node, test) => node !== document.documentElement && (test(node) || isAny(node.parentElement, test));
  const scrolls = (node) => node !== document.body && ["auto", "scroll"].includes(styleOf(node).overflowX);
  const floats = (node) => ["absolute", "fixed", "sticky"].includes(styleOf(node).position) && node.localName !== "h3";
  const isBehind = document.querySelector("dialog[open]") !== null;
  const shown = [...document.querySelectorAll("body *")].filter((node) =>
    node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !node.closest(".visually-hidden, math") && styleOf(node).clipPath !== "inset(50%)"
    && node.getBoundingClientRect().width > 1 && !(isBehind && !node.closest("dialog")));
  const words = [];
  for (const node of shown) {
    const style = styleOf(node);
    const { left, right } = node.getBoundingClientRect();
    if ((left < -1 || right > innerWidth + 1) && !isAny(node, scrolls)) tell("outside", node);
    const cuts = (overflow, whole, seen) => ["hidden", "clip"].includes(overflow) && whole > seen + 1;
    const isCut = cuts(style.overflowX, node.scrollWidth, node.clientWidth);
    if (isCut || cuts(style.overflowY, node.scrollHeight, node.clientHeight)) tell("cut", node);
    const isClosed = node.matches("details:not([open])");
    const isText = (child) => child.nodeType === Node.TEXT_NODE && child.data.trim();
    const own = isClosed ? [] : [...node.childNodes].filter(isText);
    for (const text of own) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      // Lines of a letter or two: the words stand on end. Five lines of fewer than four letters each are too many.
      const lines = new Set(boxes.map(({ bottom }) => Math.round(bottom / 4))).size;
      if (lines > 4 && text.data.trim().length / lines < 4) tell("squeezed", node);
      if (!isAny(node, floats) && !isAny(node, scrolls)) words.push(...boxes.map((box) => ({ box, node })));
    }
  }
  words.sort((one, other) => one.box.top - other.box.top);
  for (const [at, { box, node }] of words.entries()) {
    for (let next = at + 1; next < words.length && words[next].box.top < box.bottom; next += 1) {
      const other = words[next];
      const [height, width] = [Math.min(box.bottom, other.box.bottom) - other.box.top,
        Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)];
      // A line's box is higher than its letters.
      if (other.node !== node && width > 2 && height > box.height / 2) tell("overlapped", node, other.node);
    }
  }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide`);
  return faults.slice(0, 8);
}"""


def unreadable_in(frame: Frame) -> list[str]:
    """Return what cannot be read of the page in ``frame`` as it stands, a line each."""
    faults: list[str] = frame.evaluate(_FAULTS)
    return faults
