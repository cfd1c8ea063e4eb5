/**
 * What each sign counts. Learned (docs/tutor.md says how) from the example course's own `asks` and from
 * benchmarks/tutor/questions/tune.yaml, and never from its held-out half.
 */
import type { Features } from "./features.ts";

/** For a passage, or against it, among the others of a lesson; `benchmarks/tutor/fit.py` learns those not set by hand. */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  text: 3.51,
  sentence: 1.67,
  title: 0.86,
  heading: 1.37,
  lead: 0.5,
  neighbours: 0.78,
  section: 1.51,
  whole: 3.7,
  asked: 1.74,
  askedNext: 1.42,
  askedKind: 2,
  // Of use to the verdict alone: here it says the same as the three before, and their weights would rest on chance.
  askedHolds: 0,
  unasked: -0.01,
  suits: 0.95,
  point: 0.17,
  term: -1.03,
  step: -0.94,
  intro: -2.21,
  picture: -1.76,
  // By hand: who asks what a term means wants its definition first.
  defines: 4,
  // By hand: the author says where the answer is.
  verbatim: 5,
};

/** For the best passage as an answer, or against it; learned and set by hand likewise. */
export const VERDICT = {
  // Learned: -0.53; 0.2 more, for one without everyday words refused a ninth of what is answered.
  always: -0.33,
  unasked: 2.11,
  text: 0.52,
  whole: 2.16,
  asked: 0.3,
  askedKind: 2.73,
  askedHolds: 1.58,
  open: -4.53,
  unopened: -1.59,
  absent: -1.67,
  onlyLike: -2.43,
  number: -1.97,
  definition: -1.57,
  other: 0.65,
  // By hand: where no list of everyday words helps, a word that is absent tells less.
  plain: 1.2,
  // By hand: the questions that the page itself suggests; and what the author says is left open.
  defines: 3,
  verbatim: 3,
  verbatimOpen: -6,
  heading: 1.5,
} as const;
