/** Whether the best passage answers a question, or only speaks of something near it. */
import { VERBATIM, type Features } from "./features.ts";
import type { LeftOpen } from "./open_questions.ts";
import type { Question, Sought } from "./question.ts";
import type { Ranked } from "./ranking.ts";
import { VERDICT } from "./weights.ts";

export type Signs = Readonly<Record<keyof typeof VERDICT, number>>;

/** 0 to 1; from 0.5 on the passage is taken for an answer. */
export function judge(question: Question, ranked: readonly Ranked[], open: LeftOpen): number {
  const signs = signsOf(question, ranked, open);
  if (signs === null) return 0;
  const sum = Object.entries(VERDICT).reduce((total, [name, weight]) => total + weight * signs[name as keyof Signs], 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Null where nothing is asked, or nothing in the lesson has to do with it. */
export function signsOf({ intent, sought, widened }: Question, ranked: readonly Ranked[], open: LeftOpen): Signs | null {
  const [best] = ranked;
  if (best === undefined || sought.length === 0) return null;
  const all = sought.reduce((sum, { weight }) => sum + weight, 0);
  const share = (presence: Sought["presence"]): number => sought.reduce((sum, word) => sum + (word.presence === presence ? word.weight : 0), 0) / all;
  const { text, whole, unasked, defines, verbatim, heading } = best.features;
  const most = (name: keyof Features): number => Math.max(...ranked.map(({ features }) => features[name]));
  return {
    always: 1,
    unasked,
    text,
    whole,
    asked: most("asked"),
    askedKind: most("askedKind"),
    askedHolds: most("askedHolds"),
    open: open.alike,
    // Its author says of nothing that the lesson leaves it open.
    unopened: open.question === null ? 1 : 0,
    absent: share("none"),
    onlyLike: share("like"),
    number: intent === "number" ? 1 : 0,
    definition: intent === "definition" ? 1 : 0,
    // None of the kinds of question that are known; of other languages few are.
    other: widened && intent === "other" ? 1 : 0,
    plain: widened ? 0 : 1,
    defines,
    verbatim,
    verbatimOpen: open.alike > VERBATIM ? 1 : 0,
    // The heading itself was asked.
    heading: heading > 0.8 ? 1 : 0,
  };
}
