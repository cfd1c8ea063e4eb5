/** A few choices side by side, one of them chosen. */
import { element } from "../../dom.ts";

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
}

/** Fills `host`; returns what marks the chosen one. */
export function drawSegments(host: HTMLElement, choices: readonly Choice[], choose: (id: string) => void): (id: string) => void {
  const buttons = new Map(choices.map(({ id, name, hint }) => [id, element("button", { type: "button", title: hint ?? null, "aria-pressed": "false" }, name)]));
  for (const [id, made] of buttons) made.addEventListener("click", () => choose(id));
  host.replaceChildren(...buttons.values());
  host.hidden = buttons.size < 2;
  return (chosen) => {
    for (const [id, made] of buttons) made.setAttribute("aria-pressed", String(id === chosen));
  };
}
