/** Numeric: a number within a range. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { element } from "../dom.ts";
import { decimalMark, groupMark, message, writeNumerals } from "../messages.ts";
import { parseNumber } from "./parsed_number.ts";
import type { Marked, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";
import { drawTextBox } from "./text_box.ts";

type Numeral = Extract<Response, { kind: "number" }>;

interface Shown {
  /** Stands beside the box. */
  readonly unit: string | null;
}

interface Answer {
  readonly min: number;
  readonly max: number;
  /** The right answer as the author wrote it. */
  readonly shown: string;
}

export const numeric: QuestionKind<Numeral> = { draw, mark, pack, unpack };

function draw(question: QuestionData, setting: Setting): QuestionView<Numeral> {
  const { unit } = question.shown as Shown;
  const { id } = setting;
  const labelledBy = `${id}-prompt ${id}-label${unit === null ? "" : ` ${id}-unit`}`;
  const box = drawTextBox({ id: `${id}-0`, labelledBy, label: null, size: 12, decimal: true }, `${id}-fault`);
  const holder = element("span", { class: "blank" }, box);
  return {
    element: element(
      "div",
      { role: "group", "aria-labelledby": `${id}-prompt` },
      element("div", { class: "prompt", id: `${id}-prompt` }, setting.readHtml(question.prompt)),
      element(
        "div",
        { class: "boxes" },
        element("label", { id: `${id}-label`, for: `${id}-0`, class: "box-label" }, message("question.your-answer")),
        holder,
        unit === null ? null : element("span", { class: "unit", id: `${id}-unit` }, unit),
      ),
    ),
    read: () => read(box.value, unit),
    show(response) {
      box.value = response.typed;
    },
    reveal([part]) {
      if (part) holder.classList.add(`blank--${part}`);
    },
    focus: () => box.focus(),
  };
}

function read(typed: string, unit: string | null): Reading<Numeral> {
  const parsed = parseNumber(typed, decimalMark(), groupMark(), unit);
  if (parsed.kind === "number") return { response: { kind: "number", value: parsed.value, typed: typed.trim() } };
  if (parsed.kind === "ambiguous") {
    return { fault: message("question.number-ambiguous", { whole: writeNumerals(parsed.whole), fraction: writeNumerals(parsed.fraction) }), empty: false };
  }
  return typed.trim() === ""
    ? { fault: message("question.type-first"), empty: true }
    : { fault: message("question.number-unclear"), empty: false };
}

function mark(_question: QuestionData, opened: Unsealed, response: Numeral | null): Marked {
  const { min, max, shown } = opened.answer as Answer;
  const is = response !== null && within(response.value, min, max);
  return {
    share: is ? 1 : 0,
    correct: { kind: "number", min, max },
    parts: [response === null ? null : is ? "right" : "wrong"],
    right: [writeNumerals(shown)],
    feedback: [],
  };
}

/** A bound that came out of a sum may be off in its last binary place; nobody is wrong for that. */
function within(value: number, min: number, max: number): boolean {
  const slack = 1e-12 * Math.max(Math.abs(min), Math.abs(max));
  return value >= min - slack && value <= max + slack;
}

/** `12.5` is `12_5`, `1e+21` is `1e21`. */
function pack(response: Numeral): string {
  return String(response.value).replace(".", "_").replace("+", "");
}

function unpack(_question: QuestionData, packed: string): Unpacked<Numeral> | null {
  const typed = packed.replace("_", ".");
  const value = Number(typed);
  if (typed === "" || !Number.isFinite(value)) return null;
  return { response: { kind: "number", value, typed: writeNumerals(typed) }, whole: true };
}
