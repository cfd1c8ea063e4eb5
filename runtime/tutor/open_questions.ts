/** What the lesson is known to leave open: the author's question that is most like the learner's. */
import { likenessOf } from "./features.ts";
import type { Library, OpenQuestion } from "./library.ts";
import type { Question } from "./question.ts";

export interface LeftOpen {
  /** 0 to 1; 0 where it shares nothing with any. */
  readonly alike: number;
  /** Null where the author wrote none. */
  readonly question: OpenQuestion | null;
}

/** Of a question of several sentences, each may be what is asked. */
export function findOpen(question: Question, library: Library): LeftOpen {
  const parts = [question, ...question.parts];
  let nearest: LeftOpen = { alike: 0, question: library.open[0] ?? null };
  for (const own of library.open) {
    const alike = Math.max(...parts.map((part) => likenessOf(own, part, library).alike));
    if (alike > nearest.alike) nearest = { alike, question: own };
  }
  return nearest;
}
