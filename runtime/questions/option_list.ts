/** Draws options to choose from: radio buttons for one, checkboxes for several. */
import { element } from "../dom.ts";
import { drawVerdict } from "./part_verdict.ts";
import type { PartMark } from "./question.ts";

export interface OptionListData {
  readonly id: string;
  readonly prompt: Node;
  readonly instruction: string | null;
  /** In the author's order. */
  readonly options: readonly (Node | string)[];
  /** Which option stands where. */
  readonly order: readonly number[];
  readonly many: boolean;
}

/** All indices are the author's, whatever order is shown. */
export interface OptionList {
  readonly element: HTMLElement;
  chosen(): number[];
  choose(indices: readonly number[]): void;
  reveal(parts: readonly PartMark[]): void;
  focus(): void;
}

export function drawOptions(data: OptionListData): OptionList {
  const inputs = data.options.map((_, index) =>
    element("input", {
      type: data.many ? "checkbox" : "radio",
      name: data.id,
      id: `${data.id}-${index}`,
      value: index,
      "aria-describedby": `${data.id}-fault`,
    }),
  );
  const rows = data.options.map((option, index) =>
    element(
      "div",
      { class: "option" },
      inputs[index] ?? null,
      element("label", { class: "option-text", for: `${data.id}-${index}` }, option),
    ),
  );
  // The question is the group's name: a screen reader says it on the way into the options.
  const fieldset = element(
    "fieldset",
    { class: "options" },
    element("legend", { class: "prompt" }, data.prompt),
    data.instruction === null ? null : element("p", { class: "instruction" }, data.instruction),
    ...data.order.map((index) => rows[index] ?? null),
  );
  return {
    element: fieldset,
    chosen: () => inputs.flatMap((input, index) => (input.checked ? [index] : [])),
    choose(indices) {
      for (const [index, input] of inputs.entries()) input.checked = indices.includes(index);
    },
    reveal(parts) {
      for (const [index, row] of rows.entries()) {
        const part = parts[index] ?? null;
        if (part !== null) row.classList.add(`option--${part}`);
        drawVerdict(row, part);
      }
    },
    focus() {
      const first = data.order.map((index) => inputs[index]);
      (first.find((input) => input?.checked) ?? first[0])?.focus();
    },
  };
}
