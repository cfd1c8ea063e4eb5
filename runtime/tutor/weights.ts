/**
 * What each sign counts. Learned (docs/tutor.md says how) from the example course's own `asks` and from
 * benchmarks/tutor/questions/tune.yaml, and never from its held-out half.
 */
import type { Features } from "./features.ts";

/** For a passage, or against it, among the others of a lesson; `benchmarks/tutor/fit.py` learns those not set by hand. */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  text: 3.31,
  sentence: 1.52,
  title: 0.76,
  heading: 1.22,
  lead: 0.38,
  neighbours: 0.64,
  section: 1.47,
  whole: 3.69,
  asked: 1.73,
  askedNext: 1.83,
  askedKind: 2.24,
  // Of use to the verdict alone: here it says the same as the three before, and their weights would rest on chance.
  askedHolds: 0,
  unasked: -0.36,
  suits: 0.92,
  point: 0.14,
  term: -0.79,
  step: -0.77,
  intro: -1.87,
  picture: -1.37,
  // By hand: who asks what a term means wants its definition first.
  defines: 4,
  // By hand: the author says where the answer is.
  verbatim: 5,
};

/** For the best passage as an answer, or against it; learned and set by hand likewise. */
export const VERDICT = {
  // Learned: -0.86; 0.2 more, for one without everyday words refused a seventh of what is answered.
  always: -0.66,
  unasked: 2.56,
  text: 0.91,
  whole: 2.14,
  asked: 0.5,
  askedKind: 2.55,
  askedHolds: 2.17,
  open: -4.58,
  unopened: -1.91,
  absent: -1.45,
  onlyLike: -2.37,
  number: -1.9,
  definition: -1.53,
  other: 0.77,
  // By hand: where no list of everyday words helps, a word that is absent tells less.
  plain: 1.2,
  // By hand: the questions that the page itself suggests; and what the author says is left open.
  defines: 3,
  verbatim: 3,
  verbatimOpen: -6,
  heading: 1.5,
} as const;
