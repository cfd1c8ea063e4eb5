/** Performance: a task done away from the page; the learner ticks each step that is done. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { message } from "../messages.ts";
import { drawOptions } from "./option_list.ts";
import { packSet, unpackSet } from "./packed_set.ts";
import type { Marked, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";
import { shareOf } from "./share.ts";

type Steps = Extract<Response, { kind: "steps" }>;

interface Shown {
  /** Sanitised HTML, in order. */
  readonly options: readonly string[];
  /** The same as plain text. */
  readonly texts: readonly string[];
}

interface Answer {
  readonly scoring: "all-or-nothing" | "proportional";
}

export const performance: QuestionKind<Steps> = { draw, mark, pack, unpack, selfAssessed: true };

function draw(question: QuestionData, setting: Setting): QuestionView<Steps> {
  const { options, texts } = question.shown as Shown;
  const list = drawOptions({
    id: setting.id,
    prompt: setting.readHtml(question.prompt),
    instruction: message("question.tick-steps"),
    options: options.map(setting.readHtml),
    // Steps are done in their order.
    order: options.map((_, at) => at),
    many: true,
  });
  return {
    element: list.element,
    read(): Reading<Steps> {
      const done = list.chosen();
      if (done.length === 0) return { fault: message("question.tick-first"), empty: true };
      return { response: { kind: "steps", done, steps: texts } };
    },
    show: (response) => list.choose(response.done),
    reveal: list.reveal,
    focus: list.focus,
  };
}

function mark(question: QuestionData, opened: Unsealed, response: Steps | null): Marked {
  const { texts } = question.shown as Shown;
  const { scoring } = opened.answer as Answer;
  const done = response?.done.length ?? 0;
  return {
    share: shareOf(scoring === "proportional" || done === texts.length ? done : 0, texts.length),
    correct: { kind: "steps", count: texts.length },
    // A step that was not done is not wrong.
    parts: texts.map(() => null),
    right: [],
    feedback: [],
  };
}

function pack(response: Steps): string {
  return packSet(response.done, response.steps.length);
}

function unpack(question: QuestionData, packed: string): Unpacked<Steps> | null {
  const { texts } = question.shown as Shown;
  const done = unpackSet(packed, texts.length);
  return done && done.length > 0 ? { response: { kind: "steps", done, steps: texts }, whole: true } : null;
}
