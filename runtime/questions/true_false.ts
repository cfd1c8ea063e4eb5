/** True or false. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { message } from "../messages.ts";
import { drawOptions } from "./option_list.ts";
import type { Marked, PartMark, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";

type Truth = Extract<Response, { kind: "boolean" }>;

/** True stands first, always: nobody expects these two shuffled. */
const VALUES = [true, false];

export const trueFalse: QuestionKind<Truth> = { draw, mark, pack, unpack };

function draw(question: QuestionData, setting: Setting): QuestionView<Truth> {
  const list = drawOptions({
    id: setting.id,
    prompt: setting.readHtml(question.prompt),
    instruction: null,
    options: VALUES.map(say),
    order: [0, 1],
    many: false,
  });
  return {
    element: list.element,
    read(): Reading<Truth> {
      const [chosen] = list.chosen();
      if (chosen === undefined) return { fault: message("question.choose-first"), empty: true };
      return { response: { kind: "boolean", value: chosen === 0 } };
    },
    show: (response) => list.choose([response.value ? 0 : 1]),
    reveal: list.reveal,
    focus: list.focus,
  };
}

function say(value: boolean): string {
  return message(value ? "question.true" : "question.false");
}

function mark(_question: QuestionData, opened: Unsealed, response: Truth | null): Marked {
  const { value } = opened.answer as { readonly value: boolean };
  return {
    share: response?.value === value ? 1 : 0,
    correct: { kind: "boolean", value },
    parts: VALUES.map((shown): PartMark => {
      if (response?.value === shown) return shown === value ? "right" : "wrong";
      return shown === value ? "missed" : null;
    }),
    right: [say(value)],
    feedback: [],
  };
}

function pack(response: Truth): string {
  return response.value ? "t" : "f";
}

function unpack(_question: QuestionData, packed: string): Unpacked<Truth> | null {
  if (packed !== "t" && packed !== "f") return null;
  return { response: { kind: "boolean", value: packed === "t" }, whole: true };
}
