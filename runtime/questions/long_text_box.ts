/** Draws a box for an answer in sentences and, to judge it by, a model answer with three verdicts to choose from. */
import { drawButton, element } from "../dom.ts";
import { message } from "../messages.ts";

/** How well the learner finds that the answer covers the model answer. */
export type SelfCheck = "yes" | "partly" | "no";

export interface LongTextData {
  readonly id: string;
  readonly prompt: Node;
  readonly instruction: string | null;
  /** Why the text cannot be compared yet. */
  readonly shortage: () => string | null;
  /** The model answer to compare with; null where the learner is not asked to judge. */
  readonly model: (() => Node) | null;
}

export interface LongTextBox {
  readonly element: HTMLElement;
  text(): string;
  check(): SelfCheck | null;
  compared(): boolean;
  show(text: string, check: SelfCheck | null): void;
  focus(): void;
}

const CHECKS: readonly SelfCheck[] = ["yes", "partly", "no"];
/** SCORM 2004 RTE 4.2.9.2 guarantees this much of a long-fill-in. */
const LONGEST = 4000;

export function drawLongText(data: LongTextData): LongTextBox {
  const { id } = data;
  const box = element("textarea", {
    id: `${id}-0`,
    class: "text-box long-text",
    rows: 5,
    maxlength: LONGEST,
    "aria-labelledby": `${id}-prompt ${id}-label`,
    "aria-describedby": `${data.instruction === null ? "" : `${id}-instruction `}${id}-fault`,
    autocomplete: "off",
    dir: "auto",
  });
  const compare = data.model && drawButton(message("question.compare"), "", () => {
    const short = data.shortage();
    shortage.textContent = short ?? "";
    if (short === null) showModel().focus();
    else box.focus();
  });
  const shortage = element("p", { class: "fault", role: "alert" });
  const inputs = CHECKS.map((check) => element("input", { type: "radio", name: `${id}-check`, id: `${id}-${check}`, value: check, "aria-describedby": `${id}-fault` }));
  const holder = element("div", { class: "comparison" }, compare, compare && shortage);

  function showModel(): HTMLElement {
    const panel = drawComparison(id, data.model?.() ?? "", inputs);
    holder.replaceChildren(panel);
    // The answer is what was known before the model answer was.
    box.readOnly = true;
    return panel;
  }

  box.addEventListener("input", () => (shortage.textContent = ""));
  const compared = (): boolean => inputs[0]?.isConnected ?? false;
  return {
    element: element(
      "div",
      { role: "group", "aria-labelledby": `${id}-prompt` },
      element("div", { class: "prompt", id: `${id}-prompt` }, data.prompt),
      data.instruction === null ? null : element("p", { class: "instruction", id: `${id}-instruction` }, data.instruction),
      element(
        "div",
        { class: "boxes" },
        element("label", { id: `${id}-label`, for: `${id}-0`, class: "box-label" }, message("question.your-answer")),
        box,
      ),
      holder,
    ),
    text: () => box.value.trim(),
    check: () => CHECKS.find((_, at) => inputs[at]?.checked) ?? null,
    compared,
    show(text, check) {
      box.value = text;
      if (check === null || data.model === null) return;
      showModel();
      for (const [at, input] of inputs.entries()) input.checked = CHECKS[at] === check;
    },
    focus() {
      if (data.shortage() !== null) box.focus();
      else (compared() ? inputs[0] : (compare ?? box))?.focus();
    },
  };
}

function drawComparison(id: string, model: Node | string, inputs: readonly HTMLInputElement[]): HTMLElement {
  const rows = inputs.map((input) =>
    element("div", { class: "option" }, input, element("label", { class: "option-text", for: input.id }, message(`question.check-${input.value}`))),
  );
  return element(
    "div",
    { class: "comparison-panel", role: "group", tabindex: -1, "aria-labelledby": `${id}-model` },
    element("p", { class: "comparison-heading", id: `${id}-model` }, message("question.model-answer")),
    element("div", { class: "model-answer" }, model),
    element("fieldset", { class: "options options--scale" }, element("legend", { class: "comparison-heading" }, message("question.covers")), ...rows),
  );
}
