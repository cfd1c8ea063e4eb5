/** Draws a box to type a short answer in. */
import { element } from "../dom.ts";

export interface TextBoxData {
  readonly id: string;
  /** Ids of the elements that name it, in the order they are said; or its name itself. */
  readonly labelledBy: string | null;
  readonly label: string | null;
  readonly size: number;
  /** A keyboard for numbers, on a phone. */
  readonly decimal: boolean;
}

export function drawTextBox(data: TextBoxData, fault: string): HTMLInputElement {
  return element("input", {
    type: "text",
    id: data.id,
    class: "text-box",
    size: data.size,
    inputmode: data.decimal ? "decimal" : null,
    "aria-labelledby": data.labelledBy,
    "aria-label": data.label,
    "aria-describedby": fault,
    // The learner's own words: nothing may be put in or changed on the way.
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    // Each answer is written in its own direction, whatever the page's is.
    dir: "auto",
  });
}
