/**
 * What each sign counts. Learned (docs/tutor.md says how) from the example course's own `asks` and from
 * benchmarks/tutor/questions/tune.yaml, and never from its held-out half.
 */
import type { Features } from "./features.ts";

/** For a passage, or against it, among the others of a lesson; `benchmarks/tutor/fit.py` learns those not set by hand. */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  text: 3.89,
  sentence: 1.79,
  title: 0.53,
  heading: 1.06,
  lead: 1.01,
  neighbours: 0.92,
  section: 1.84,
  whole: 3.49,
  asked: 0.83,
  askedNext: 1.94,
  askedKind: 2.14,
  // Of use to the verdict alone: here it says the same as the three before, and their weights would rest on chance.
  askedHolds: 0,
  unasked: 0.06,
  suits: 0.86,
  point: 0.34,
  term: -1.36,
  step: -1.66,
  intro: -2.98,
  picture: -3.13,
  // By hand: who asks what a term means wants its definition first.
  defines: 4,
  // By hand: the author says where the answer is.
  verbatim: 5,
};

/** For the best passage as an answer, or against it; learned and set by hand likewise. */
export const VERDICT = {
  always: -0.7,
  unasked: 1.49,
  text: 0.43,
  whole: 1.87,
  asked: 0.29,
  askedKind: 2.41,
  askedHolds: 2.33,
  open: -3.85,
  unopened: -0.77,
  absent: -1.6,
  onlyLike: -2.03,
  number: -1.98,
  definition: -1.84,
  other: 0.69,
  // By hand: where no list of everyday words helps, a word that is absent tells less.
  plain: 1.2,
  // By hand: the questions that the page itself suggests; and what the author says is left open.
  defines: 3,
  verbatim: 3,
  verbatimOpen: -6,
  heading: 1.5,
} as const;
