/** Whether the best passage answers a question, or only speaks of something near it. */
import type { Question, Sought } from "./question.ts";
import type { Ranked } from "./ranking.ts";
import { VERDICT } from "./weights.ts";

/** 0 to 1; from 0.5 on the passage is taken for an answer. */
export function judge({ intent, sought, widened }: Question, ranked: readonly Ranked[]): number {
  const [best] = ranked;
  if (best === undefined || sought.length === 0) return 0;
  const all = sought.reduce((sum, { weight }) => sum + weight, 0);
  const share = (presence: Sought["presence"]): number => sought.reduce((sum, word) => sum + (word.presence === presence ? word.weight : 0), 0) / all;
  const { text, whole, unasked, defines, verbatim, heading } = best.features;
  const signs: Readonly<Record<keyof typeof VERDICT, number>> = {
    always: 1,
    unasked,
    text,
    whole,
    askedKind: Math.max(...ranked.map(({ features }) => features.askedKind)),
    absent: share("none"),
    onlyLike: share("like"),
    number: intent === "number" ? 1 : 0,
    definition: intent === "definition" ? 1 : 0,
    plain: widened ? 0 : 1,
    defines,
    verbatim,
    // The heading itself was asked.
    heading: heading > 0.8 ? 1 : 0,
  };
  const sum = Object.entries(VERDICT).reduce((total, [name, weight]) => total + weight * signs[name as keyof typeof VERDICT], 0);
  return 1 / (1 + Math.exp(-sum));
}
