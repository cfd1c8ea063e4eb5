/** The live data model: every element that has a value, what changed just now, and what the LMS has not kept yet. */
import { element } from "../../dom.ts";

interface Line {
  readonly row: HTMLElement;
  readonly value: HTMLElement;
}

export class DataModel {
  readonly view: HTMLElement;
  readonly #body = element("tbody");
  readonly #lines = new Map<string, Line>();
  readonly #empty = element("p", { class: "empty" }, "The data model fills when a SCORM package opens its session.");
  readonly #table: HTMLElement;
  #sought = "";

  constructor() {
    const search = element("input", { type: "search", placeholder: "Find an element, such as score", "aria-label": "Find an element" });
    search.addEventListener("input", () => {
      this.#sought = search.value.trim().toLowerCase();
      for (const [name, { row }] of this.#lines) row.hidden = !this.#isSought(name);
    });
    const head = element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Element"), element("th", { scope: "col" }, "Value")));
    this.#table = element("table", { class: "elements", hidden: true }, head, this.#body);
    this.view = element("div", { class: "view" }, element("div", { class: "filters" }, search), element("div", { class: "scrolled", tabindex: 0 }, this.#empty, this.#table));
  }

  /** All of it, at the opening of a session. */
  load(elements: Readonly<Record<string, string>>): void {
    this.clear();
    for (const [name, value] of Object.entries(elements)) if (value !== "") this.#put(name, value);
  }

  /** The package set an element. */
  set(name: string, value: string): void {
    const { row } = this.#put(name, value);
    row.classList.remove("changed");
    void row.offsetWidth; // the highlight begins again
    row.classList.add("changed");
    row.dataset["kept"] = "no";
  }

  /** The LMS has kept these. */
  keep(names: readonly string[]): void {
    for (const name of names) delete this.#lines.get(name)?.row.dataset["kept"];
  }

  clear(): void {
    this.#lines.clear();
    this.#body.replaceChildren();
    this.#table.hidden = true;
    this.#empty.hidden = false;
  }

  #put(name: string, value: string): Line {
    let line = this.#lines.get(name);
    if (line === undefined) {
      line = this.#draw(name);
      this.#lines.set(name, line);
      const after = [...this.#lines.keys()].filter((other) => natural(other, name) > 0).sort(natural)[0];
      this.#body.insertBefore(line.row, after === undefined ? null : (this.#lines.get(after)?.row ?? null));
      this.#table.hidden = false;
      this.#empty.hidden = true;
    }
    line.value.textContent = value;
    return line;
  }

  #draw(name: string): Line {
    const value = element("td");
    const [, stem = "", last = name] = /^(.*\.)([^.]+)$/.exec(name) ?? [];
    const row = element("tr", {}, element("th", { scope: "row" }, element("span", { class: "stem" }, ...breakable(stem)), ...breakable(last)), value);
    row.hidden = !this.#isSought(name);
    return { row, value };
  }

  #isSought(name: string): boolean {
    return name.toLowerCase().includes(this.#sought);
  }
}

/** A name may break after its dots and underscores, nowhere else. */
function breakable(name: string): Node[] {
  return name.split(/(?<=[._])/).flatMap((part) => [document.createTextNode(part), element("wbr")]);
}

function natural(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
