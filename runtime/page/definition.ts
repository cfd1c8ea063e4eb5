/** The box that shows a key term's definition beside the term. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";

/** Between the box and the term, and the window's edge, in pixels. */
const GAP = 8;

/** `entry`: the term's `<dt>` in the list of key terms, with the definition in the `<dd>` after it. */
export function openDefinition(term: HTMLElement, entry: HTMLElement): void {
  const name = entry.textContent;
  const definition = entry.nextElementSibling?.cloneNode(true) as HTMLElement | undefined;
  if (!definition) return;
  for (const node of definition.querySelectorAll("[id]")) node.removeAttribute("id");
  const close = element("button", { class: "definition-close", type: "button", "aria-label": message("term.close") }, "\u00d7");
  const head = element("p", { class: "definition-term" }, name);
  // Whoever hears the page hears the words at once, not the dialog's name alone.
  const words = element("div", { id: "definition-words" }, ...definition.childNodes);
  const attributes = { class: "definition", popover: "auto", role: "dialog", "aria-label": name, "aria-describedby": words.id, tabindex: -1 };
  const box = element("div", attributes, head, words, close);
  close.addEventListener("click", () => box.hidePopover());
  box.addEventListener("beforetoggle", ({ newState }) => {
    const opens = newState === "open";
    term.ariaExpanded = String(opens);
    if (!opens && box.contains(document.activeElement)) term.focus();
  });
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  term.after(box); // what is read after the term, and reached with the next Tab
  box.showPopover();
  place(box, term);
  box.focus();
}

/** Below the term, or above it where there is more room; never beyond the window's edge. */
function place(box: HTMLElement, term: HTMLElement): void {
  const { left, right, top, bottom } = term.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const start = getComputedStyle(term).direction === "rtl" ? right - width : left;
  const x = Math.max(GAP, Math.min(start, document.documentElement.clientWidth - width - GAP));
  const below = bottom + GAP;
  const y = below + height > innerHeight && top - GAP > height ? top - GAP - height : below;
  box.style.left = `${x + scrollX}px`;
  box.style.top = `${y + scrollY}px`;
}
