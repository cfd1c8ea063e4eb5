/** What the check says of the sources: file, line, and what to write instead. */
import { element } from "../../dom.ts";
import type { Finding } from "./lms.ts";
import { sentence } from "./parts.ts";

export class Findings {
  readonly view: HTMLElement;
  readonly #scrolled = element("div", { class: "scrolled", tabindex: 0 });

  constructor() {
    this.view = element("div", { class: "view" }, this.#scrolled);
  }

  show(findings: readonly Finding[]): void {
    if (findings.length === 0) {
      this.#scrolled.replaceChildren(element("p", { class: "empty" }, "The sources have no mistakes."));
      return;
    }
    this.#scrolled.replaceChildren(element("ul", { class: "cards" }, ...findings.map(card)));
  }
}

function card(finding: Finding): HTMLElement {
  return element(
    "li",
    { "data-tone": finding.severity === "error" ? "wrong" : "warn" },
    element("code", {}, finding.place),
    element("p", {}, ...sentence(finding.message)),
    finding.source === "" ? null : excerpt(finding),
    finding.hint === "" ? null : element("p", { class: "hint" }, ...sentence(finding.hint)),
    element("small", {}, finding.code),
  );
}

/** The line, with the place marked. */
function excerpt({ source, column, length }: Finding): HTMLElement {
  const start = column - 1;
  const from = Math.max(0, start - 40);
  return element(
    "pre",
    {},
    `${from > 0 ? "…" : ""}${source.slice(from, start)}`,
    element("mark", {}, source.slice(start, start + length) || " "),
    source.slice(start + length, start + length + 60),
  );
}
