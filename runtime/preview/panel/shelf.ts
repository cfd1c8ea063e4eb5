/** The list at the left: the course, its lessons under their modules, or the parts of a package. */
import { element } from "../../dom.ts";
import type { Desk, Package, Row } from "./lms.ts";
import { pill } from "./gradebook.ts";
import { gradeText, statusName } from "./words.ts";

const SEARCH_FROM = 9;

export class Shelf {
  readonly #host: HTMLElement;
  readonly #open: (unit: string, part?: string) => void;
  #sought = "";
  #drawn = "";

  constructor(host: HTMLElement, open: (unit: string, part?: string) => void) {
    this.#host = host;
    this.#open = open;
  }

  /** `rows`: by unit, what this learner has in the chosen format. */
  show(desk: Desk, unit: string, opened: Package | null, part: string, rows: ReadonlyMap<string, Row>): void {
    // The list of a large course is not drawn anew for every call.
    const drawn = JSON.stringify([desk.revision, unit, opened?.digest, part, this.#sought, [...rows].map(([name, row]) => [name, row.grade, row.attempts.at(-1)?.status])]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const held = this.#host.querySelector("input");
    const isSearching = held !== null && document.activeElement === held;
    const lists: HTMLElement[] = [];
    if (desk.entries.length >= SEARCH_FROM) lists.push(this.#search(desk, unit, opened, part, rows));
    let module: string | null = null;
    let list = element("ul");
    for (const entry of desk.entries) {
      if (!entry.title.toLowerCase().includes(this.#sought)) continue;
      if (module === null || entry.module !== module) {
        module = entry.module;
        list = element("ul");
        if (module !== "") lists.push(element("h2", {}, module));
        lists.push(list);
      }
      const isWhole = desk.source === "course" && entry.module === "" && entry.unit.endsWith("-course");
      list.append(this.#line(entry.unit, isWhole ? "Whole course" : entry.title, entry.unit === unit, rows.get(entry.unit)));
      if (entry.unit === unit && opened !== null && opened.parts.length > 1) list.append(this.#parts(unit, opened, part));
    }
    this.#host.replaceChildren(...lists);
    if (isSearching) this.#host.querySelector("input")?.focus();
  }

  #line(unit: string, title: string, isOpen: boolean, row: Row | undefined): HTMLElement {
    const latest = row?.attempts.at(-1);
    const made = element("button", { type: "button", "aria-current": isOpen ? "true" : null }, element("span", {}, title));
    if (latest !== undefined) made.append(mark(latest.status, row?.grade ?? null));
    made.addEventListener("click", () => this.#open(unit));
    return element("li", {}, made);
  }

  #parts(unit: string, opened: Package, part: string): HTMLElement {
    const lines = opened.parts.map(({ id, title, depth }) => {
      const made = element("button", { type: "button", "aria-current": id === part ? "true" : null, "data-depth": Math.min(depth, 4) }, element("span", {}, title));
      made.addEventListener("click", () => this.#open(unit, id));
      return element("li", {}, made);
    });
    return element("li", { class: "inner" }, element("ul", { "aria-label": "Parts of this package" }, ...lines));
  }

  #search(...shown: Parameters<Shelf["show"]>): HTMLElement {
    const input = element("input", { type: "search", placeholder: "Find a lesson", "aria-label": "Find a lesson", value: this.#sought });
    input.addEventListener("input", () => {
      this.#sought = input.value.trim().toLowerCase();
      this.show(...shown);
      const fresh = this.#host.querySelector("input");
      fresh?.focus();
      fresh?.setSelectionRange(fresh.value.length, fresh.value.length);
    });
    return element("div", { class: "filters" }, input);
  }
}

/** The grade in the colour of the status; a dot where there is none yet. */
function mark(status: string, grade: number | null): HTMLElement {
  const made = pill(status);
  const words = element("span", { class: "unseen" }, grade === null ? statusName(status) : ` of 100, ${statusName(status)}`);
  made.replaceChildren(grade === null ? "" : gradeText(grade), words);
  made.classList.toggle("dot", grade === null);
  made.title = statusName(status);
  return made;
}
