/** A list that grows at its end, keeps its newest lines in sight, and forgets its oldest. */
import { element } from "../../dom.ts";

const MOST_LINES = 1500;

export class Log {
  readonly view: HTMLElement;
  readonly #list: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #scrolled: HTMLElement;
  #follows = true;
  #isDue = false;

  constructor(empty: string, ...above: readonly HTMLElement[]) {
    this.#empty = element("p", { class: "empty" }, empty);
    this.#list = element("ol", { class: "log" });
    const scrolled = element("div", { class: "scrolled", tabindex: 0 }, this.#empty, this.#list);
    this.#scrolled = scrolled;
    this.view = element("div", { class: "view" }, ...above, scrolled);
    let last = 0;
    scrolled.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = scrolled;
      if (clientHeight === 0) return;
      // Upwards goes only who wants to read; lines that were added since are no reason to stay behind.
      if (scrollTop < last - 1) this.#follows = false;
      else if (scrollHeight - scrollTop - clientHeight < 60) this.#follows = true;
      last = scrollTop;
    });
    // Shown again, or in another size.
    new ResizeObserver(() => this.#follow()).observe(scrolled);
  }

  get lines(): HTMLElement {
    return this.#list;
  }

  /** `before`: a line that it belongs before. */
  add(line: HTMLElement, before: Element | null = null): void {
    this.#empty.hidden = true;
    this.#list.insertBefore(line, before);
    if (this.#list.childElementCount > MOST_LINES) this.#list.firstElementChild?.remove();
    this.#follow();
  }

  clear(): void {
    this.#list.replaceChildren();
    this.#empty.hidden = false;
    this.#follows = true;
  }

  /** Keeps the newest line in sight, unless somebody has scrolled away from it. */
  #follow(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      if (this.#follows) this.#scrolled.scrollTop = this.#scrolled.scrollHeight;
    });
  }
}

/** A line that opens to show more. */
export function foldedLine(tone: string, summary: readonly (Node | string)[], more: () => readonly Node[]): HTMLElement {
  const head = element("summary", {}, ...summary);
  const details = element("details", {}, head);
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(element("div", { class: "more" }, ...more()));
  });
  return element("li", { "data-tone": tone }, details);
}

/** Terms and what they are. */
export function terms(pairs: readonly (readonly [string, string])[]): HTMLElement {
  const list = element("dl", { class: "terms" });
  for (const [term, value] of pairs) if (value !== "") list.append(element("dt", {}, term), element("dd", {}, value));
  return list;
}
