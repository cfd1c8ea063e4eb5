/**
 * What each sign counts. Learned (docs/tutor.md says how) from the example course's own `asks` and from
 * benchmarks/tutor/questions/tune.yaml, and never from its held-out half.
 */
import type { Features } from "./features.ts";

/** For a passage, or against it, among the others of a lesson. */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  text: 2.21,
  sentence: 2.05,
  title: 1.39,
  heading: 0.86,
  lead: 0.36,
  neighbours: 0.63,
  whole: 3.84,
  asked: 0.9,
  askedNext: 0.56,
  askedKind: 0.99,
  unasked: -0.27,
  suits: 0.76,
  // By hand: who asks what a term means wants its definition first.
  defines: 4,
  // By hand: the author says where the answer is.
  verbatim: 5,
};

/** For the best passage as an answer, or against it. */
export const VERDICT = {
  always: -0.7,
  unasked: 0.43,
  text: 0.6,
  whole: 1.18,
  askedKind: 0.9,
  absent: -0.51,
  onlyLike: -0.32,
  number: -0.7,
  definition: -0.72,
  // By hand: where no list of everyday words helps, a word that is absent tells less.
  plain: 0.4,
  // By hand: the questions that the page itself suggests.
  defines: 3,
  verbatim: 3,
  heading: 1.5,
} as const;
