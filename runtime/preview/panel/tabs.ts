/** Tabs by the pattern of WAI-ARIA: arrows move, the chosen one alone is in the tab order. */
import { element } from "../../dom.ts";

export interface Tab {
  readonly id: string;
  readonly name: string;
  readonly view: HTMLElement;
}

export class Tabs {
  readonly #buttons = new Map<string, { button: HTMLButtonElement; badge: HTMLElement; view: HTMLElement }>();
  readonly #list: HTMLElement;

  constructor(host: HTMLElement, label: string, tabs: readonly Tab[]) {
    this.#list = element("div", { role: "tablist", "aria-label": label });
    host.append(this.#list);
    for (const { id, name, view } of tabs) {
      const badge = element("span", { class: "badge", hidden: true });
      const button = element("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `view-${id}` }, name, badge);
      button.addEventListener("click", () => this.choose(id));
      button.addEventListener("keydown", (event) => this.#move(event, id));
      view.id = `view-${id}`;
      view.setAttribute("role", "tabpanel");
      view.setAttribute("aria-labelledby", button.id);
      this.#buttons.set(id, { button, badge, view });
      this.#list.append(button);
      host.append(view);
    }
    this.choose(tabs[0]?.id ?? "");
  }

  choose(chosen: string): void {
    for (const [id, { button, view }] of this.#buttons) {
      button.setAttribute("aria-selected", String(id === chosen));
      button.tabIndex = id === chosen ? 0 : -1;
      view.hidden = id !== chosen;
    }
  }

  /** Shows or hides a tab: a package that asks no record store needs no tab for it. */
  show(id: string, isShown: boolean): void {
    const tab = this.#buttons.get(id);
    if (tab === undefined) return;
    tab.button.hidden = !isShown;
    if (!isShown && tab.button.getAttribute("aria-selected") === "true") this.choose([...this.#buttons.keys()].find((other) => other !== id) ?? "");
  }

  /** How many there are; `tone` colours it. */
  count(id: string, count: number, tone: "plain" | "warn" | "wrong" = "plain"): void {
    const badge = this.#buttons.get(id)?.badge;
    if (badge === undefined) return;
    badge.hidden = count === 0;
    badge.textContent = count > 999 ? "999+" : String(count);
    badge.dataset["tone"] = tone;
  }

  #move(event: KeyboardEvent, from: string): void {
    const shown = [...this.#buttons].filter(([, { button }]) => !button.hidden).map(([id]) => id);
    const at = shown.indexOf(from);
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const id = shown[(to + shown.length) % shown.length] ?? from;
    this.choose(id);
    this.#buttons.get(id)?.button.focus();
  }
}
