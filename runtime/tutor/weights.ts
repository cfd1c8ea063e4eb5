/** What each sign counts: learned from benchmarks/tutor/questions/tune.yaml, and never from its held-out half. */
import type { Features } from "./features.ts";

/** For a passage, or against it, among the others of a lesson. */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  same: 0.34,
  like: 1.03,
  sentenceSame: 0,
  sentenceLike: 0.79,
  title: 0.11,
  heading: 0.09,
  lead: 0.59,
  neighbours: 0.31,
  together: 0,
  suits: 0.1,
  // By hand: who asks what a term means wants its definition first.
  defines: 1,
  asks: -0.06,
  step: -0.49,
  intro: -0.33,
  picture: -0.22,
  row: -0.13,
  point: 0.05,
  term: -0.2,
};

/** For the best passage as an answer, or against it. */
export const VERDICT = {
  always: -0.27,
  like: 1.24,
  sentenceLike: 1.71,
  absent: -1.33,
  onlyLike: -0.76,
  // By hand: where no list of everyday words helps, a word that is absent tells less.
  plain: 0.8,
  number: -0.9,
  definition: -1,
  // By hand: the questions that the page itself suggests.
  defines: 3,
  heading: 1.5,
} as const;
