/** Choice: one right option, or all that apply. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { message } from "../messages.ts";
import { drawOptions } from "./option_list.ts";
import { orderOf } from "./order.ts";
import { packSet, unpackSet } from "./packed_set.ts";
import type { Marked, PartMark, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";
import { shareOf } from "./share.ts";

type Choices = Extract<Response, { kind: "choices" }>;

interface Shown {
  /** Sanitised HTML, in the author's order. */
  readonly options: readonly string[];
  /** The same as plain text. */
  readonly texts: readonly string[];
  readonly many: boolean;
}

interface Answer {
  readonly correct: readonly number[];
  readonly scoring: "all-or-nothing" | "per-option";
}

export const choice: QuestionKind<Choices> = { draw, mark, pack, unpack };

function draw(question: QuestionData, setting: Setting): QuestionView<Choices> {
  const { options, texts, many } = question.shown as Shown;
  const list = drawOptions({
    id: setting.id,
    prompt: setting.readHtml(question.prompt),
    instruction: many ? instructionFor(question.text) : null,
    options: options.map(setting.readHtml),
    order: orderOf(options.length, setting.seed),
    many,
  });
  return {
    element: list.element,
    read(): Reading<Choices> {
      const chosen = list.chosen();
      if (chosen.length === 0) return { fault: message("question.choose-first"), empty: true };
      return { response: { kind: "choices", chosen, options: texts } };
    },
    show: (response) => list.choose(response.chosen),
    reveal: list.reveal,
    focus: list.focus,
  };
}

/** "Choose all that apply", unless the author's prompt says so already. */
function instructionFor(prompt: string): string | null {
  const instruction = message("question.choose-all");
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return plain(prompt).includes(plain(instruction)) ? null : instruction;
}

function mark(question: QuestionData, opened: Unsealed, response: Choices | null): Marked {
  const { options, texts, many } = question.shown as Shown;
  const { correct, scoring } = opened.answer as Answer;
  const feedback = (opened.feedback ?? []) as readonly (string | null)[];
  const chosen = response?.chosen ?? [];
  const right = chosen.filter((index) => correct.includes(index)).length;
  const wrong = chosen.length - right;
  const got = scoring === "per-option" ? right - wrong : right === correct.length && wrong === 0 ? correct.length : 0;
  return {
    share: shareOf(got, correct.length),
    correct: { kind: "choices", chosen: correct },
    parts: options.map((_, index) => markPart(chosen.includes(index), correct.includes(index))),
    right: correct.map((index) => texts[index] ?? ""),
    feedback: chosen.flatMap((index) => {
      const html = feedback[index];
      return html ? [{ about: many ? (texts[index] ?? "") : null, html }] : [];
    }),
  };
}

function markPart(chosen: boolean, correct: boolean): PartMark {
  if (chosen) return correct ? "right" : "wrong";
  return correct ? "missed" : null;
}

function pack(response: Choices): string {
  return packSet(response.chosen, response.options.length);
}

function unpack(question: QuestionData, packed: string): Unpacked<Choices> | null {
  const { texts } = question.shown as Shown;
  const chosen = unpackSet(packed, texts.length);
  return chosen && chosen.length > 0 ? { response: { kind: "choices", chosen, options: texts }, whole: true } : null;
}
