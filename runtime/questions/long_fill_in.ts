/** Long fill-in: an answer in sentences, shown beside a model answer; with points, the learner judges it. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { message } from "../messages.ts";
import { drawLongText, type SelfCheck } from "./long_text_box.ts";
import { packTexts, unpackTexts } from "./packed_text.ts";
import type { Marked, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";
import { countWords } from "./word_count.ts";

type LongText = Extract<Response, { kind: "long-text" }>;

interface Shown {
  readonly minWords: number | null;
}

const SHARES: Readonly<Record<SelfCheck, number>> = { yes: 1, partly: 0.5, no: 0 };
const CODES = { yes: "y", partly: "p", no: "n", none: "-" } as const;
const CHECKS: Readonly<Record<string, SelfCheck | null>> = { y: "yes", p: "partly", n: "no", "-": null };
/** Stands where the rest of a kept answer is missing. */
const CUT = "…";

export const longFillIn: QuestionKind<LongText> = { draw, mark, pack, unpack, selfAssessed: true };

function draw(question: QuestionData, setting: Setting): QuestionView<LongText> {
  const { minWords } = question.shown as Shown;
  const scored = question.points > 0;
  const shortage = (): string | null => findShortage(box.text(), minWords);
  const box = drawLongText({
    id: setting.id,
    prompt: setting.readHtml(question.prompt),
    instruction: minWords === null ? null : message("question.min-words", { n: minWords }),
    shortage,
    model: scored ? () => setting.readHtml(modelOf(setting.open()) ?? "") : null,
  });
  return {
    element: box.element,
    read(): Reading<LongText> {
      // Not an answer yet is nothing to complain of while it is being written.
      const short = shortage();
      if (short !== null) return { fault: short, empty: true };
      const check = box.check();
      if (scored && check === null) return { fault: message(box.compared() ? "question.self-check-first" : "question.compare-first"), empty: true };
      return { response: { kind: "long-text", text: box.text(), check } };
    },
    show: (response) => box.show(response.text, response.check),
    reveal: () => undefined,
    focus: box.focus,
  };
}

/** What to say of a text that is none, or too short; null = it will do. */
function findShortage(text: string, minWords: number | null): string | null {
  if (text === "") return message("question.type-first");
  const words = countWords(text);
  return minWords === null || words >= minWords ? null : message("question.more-words", { count: words, n: minWords });
}

function modelOf(opened: Unsealed): string | null {
  return (opened.feedback as readonly (string | null)[] | null)?.[0] ?? null;
}

function mark(question: QuestionData, opened: Unsealed, response: LongText | null): Marked {
  const model = modelOf(opened);
  const check = response?.check ?? null;
  return {
    share: question.points > 0 ? (check === null ? 0 : SHARES[check]) : null,
    correct: { kind: "none" },
    parts: [],
    right: [],
    // Who compared has it before their eyes.
    feedback: model === null || check !== null ? [] : [{ about: message("question.model-answer"), html: model }],
  };
}

function pack({ text, check }: LongText): string {
  return packTexts([CODES[check ?? "none"] + text]);
}

function unpack(question: QuestionData, packed: string): Unpacked<LongText> | null {
  const kept = unpackTexts(packed);
  const check = CHECKS[kept?.texts[0]?.charAt(0) ?? ""];
  const text = kept?.texts[0]?.slice(1) ?? "";
  if (!kept || check === undefined || text === "" || kept.texts.length > 1) return null;
  if (question.points > 0 && check === null) return null;
  return { response: { kind: "long-text", text: kept.whole ? text : text + CUT, check }, whole: kept.whole };
}
