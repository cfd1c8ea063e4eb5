/** The bar below the package: what goes wrong, what kind of LMS it is, and what the learner does. */
import { element } from "../../dom.ts";
import type { States } from "../messages.ts";
import type { Learner } from "./lms.ts";
import type { IconName } from "./parts.ts";
import { button } from "./parts.ts";

const SWITCHES: readonly (readonly [name: keyof States & IconName, words: string, hint: string, tone: string])[] = [
  ["offline", "Offline", "The network is gone: nothing reaches the LMS", "trouble"],
  ["refuse", "Commits fail", "The LMS answers every commit with an error", "trouble"],
  ["slow", "Slow", "The LMS takes seconds over every answer", "trouble"],
  ["expired", "Logged out", "The learner's login has expired; opening the package again logs in", "trouble"],
  ["moodle", "Moodle-like", "As Moodle: review after the end, the mastery score judges, nothing is sent twice, a beacon's answer is always true", "manner"],
  ["strict", "Strict limits", "Whatever the standard does not promise is refused", "manner"],
];

export interface Acts {
  readonly toggle: (name: keyof States, on: boolean) => void;
  readonly resume: () => void;
  readonly newAttempt: () => void;
  readonly otherDevice: () => void;
  readonly newLearner: () => void;
  readonly chooseLearner: (id: string) => void;
  readonly chooseMode: (mode: string) => void;
}

export class Controls {
  readonly #switches = new Map<keyof States, HTMLButtonElement>();
  readonly #learners = element("select", { "aria-label": "Who is learning" });
  /** What only an LMS can do. */
  readonly #ofLms: (HTMLButtonElement | HTMLSelectElement)[] = [];

  constructor(host: HTMLElement, acts: Acts) {
    const groups = new Map<string, HTMLElement>([
      ["trouble", element("div", { role: "group", "aria-label": "What goes wrong" }, label("Trouble"))],
      ["manner", element("div", { role: "group", "aria-label": "What kind of LMS" }, label("LMS"))],
    ]);
    for (const [name, words, hint, tone] of SWITCHES) {
      const made = button(name, words, hint, () => acts.toggle(name, made.getAttribute("aria-pressed") !== "true"));
      made.dataset["tone"] = tone;
      made.setAttribute("aria-pressed", "false");
      this.#switches.set(name, made);
      groups.get(tone)?.append(made);
    }
    this.#learners.addEventListener("change", () => acts.chooseLearner(this.#learners.value));
    const attempt = button("plus", "New attempt", "The learner starts another attempt", acts.newAttempt);
    const learner = element(
      "div",
      { role: "group", "aria-label": "What the learner does" },
      label("Learner"),
      this.#learners,
      button("back", "Leave & come back", "Closes the package as the LMS does, then opens it again: it should resume", acts.resume),
      attempt,
      button("device", "Other device", "Comes back in another browser: only what the LMS kept is there", acts.otherDevice),
      button("person", "New learner", "Somebody who has never been here", acts.newLearner),
    );
    const modes = element("select", { "aria-label": "Launch mode", title: "What the LMS opens the package for: to be graded, to look around, to look back" });
    for (const mode of ["normal", "browse", "review"]) modes.append(element("option", { value: mode }, mode === "normal" ? "Normal mode" : mode === "browse" ? "Browse mode" : "Review mode"));
    modes.addEventListener("change", () => acts.chooseMode(modes.value));
    groups.get("manner")?.append(modes);
    const switches = [...this.#switches].filter(([name]) => name !== "offline").map(([, made]) => made);
    this.#ofLms.push(...switches, attempt, modes);
    host.append(learner, ...groups.values());
  }

  show(states: States, learners: readonly Learner[], chosen: string, hasLms: boolean): void {
    for (const made of this.#ofLms) made.disabled = !hasLms;
    for (const [name, made] of this.#switches) made.setAttribute("aria-pressed", String(states[name]));
    this.#learners.replaceChildren(...learners.map(({ id, name }) => element("option", { value: id, selected: id === chosen }, name)));
  }
}

function label(words: string): HTMLElement {
  return element("span", { class: "label", "aria-hidden": "true" }, words);
}
