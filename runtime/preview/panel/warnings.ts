/** What went well here and may not elsewhere, each said once. */
import { element } from "../../dom.ts";
import { sentence } from "./parts.ts";

export class Warnings {
  readonly view: HTMLElement;
  readonly #list = element("ul", { class: "cards" });
  readonly #empty = element("p", { class: "empty" }, "Nothing that a strict LMS would refuse so far.");
  readonly #counts = new Map<string, { count: number; shown: HTMLElement }>();

  constructor() {
    this.view = element("div", { class: "view" }, element("div", { class: "scrolled", tabindex: 0 }, this.#empty, this.#list));
  }

  get count(): number {
    return this.#counts.size;
  }

  /** `where`: an element or a file; `what`: a sentence. */
  add(where: string, what: string, tone: "warn" | "wrong" = "warn"): void {
    // Interaction 7 has the fault of interaction 6.
    const key = `${where.replace(/\.\d+/g, ".n")}\n${what}`;
    const held = this.#counts.get(key);
    if (held !== undefined) {
      held.count += 1;
      held.shown.textContent = `${held.count} times`;
      return;
    }
    const shown = element("small");
    this.#counts.set(key, { count: 1, shown });
    this.#empty.hidden = true;
    this.#list.append(element("li", { "data-tone": tone }, where === "" ? null : element("code", {}, where), element("p", {}, ...sentence(what)), shown));
  }

  clear(): void {
    this.#counts.clear();
    this.#list.replaceChildren();
    this.#empty.hidden = false;
  }
}
