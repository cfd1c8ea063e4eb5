/** Likert: a point on a scale; there is no right one. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import { message } from "../messages.ts";
import { drawOptions } from "./option_list.ts";
import { packPlaces, unpackPlaces } from "./packed_places.ts";
import type { Marked, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";

type Rating = Extract<Response, { kind: "rating" }>;

interface Shown {
  /** Plain text, from one end to the other. */
  readonly scale: readonly string[];
}

export const likert: QuestionKind<Rating> = { draw, mark, pack, unpack };

function draw(question: QuestionData, setting: Setting): QuestionView<Rating> {
  const { scale } = question.shown as Shown;
  const list = drawOptions({
    id: setting.id,
    prompt: setting.readHtml(question.prompt),
    instruction: null,
    options: scale,
    // A scale that is shuffled is none.
    order: scale.map((_, at) => at),
    many: false,
  });
  list.element.classList.add("options--scale");
  return {
    element: list.element,
    read(): Reading<Rating> {
      const [chosen] = list.chosen();
      if (chosen === undefined) return { fault: message("question.choose-first"), empty: true };
      return { response: { kind: "rating", chosen, scale } };
    },
    show: (response) => list.choose([response.chosen]),
    reveal: list.reveal,
    focus: list.focus,
  };
}

function mark(): Marked {
  return { share: null, correct: { kind: "none" }, parts: [], right: [], feedback: [] };
}

function pack(response: Rating): string {
  return packPlaces([response.chosen]);
}

function unpack(question: QuestionData, packed: string): Unpacked<Rating> | null {
  const { scale } = question.shown as Shown;
  const [chosen = null, ...more] = unpackPlaces(packed, scale.length) ?? [];
  return chosen === null || more.length > 0 ? null : { response: { kind: "rating", chosen, scale }, whole: true };
}
