/**
 * A share of a question's points, in sixtieths: what the state keeps of it (`state/codec.ts`).
 *
 * Marking in the same steps makes the score of a resumed quiz the score of one that was never left.
 */
const STEPS = 60;

/** `got` of `all`, 0 to 1. All is one and nothing is zero; nothing in between rounds to either. */
export function shareOf(got: number, all: number): number {
  if (all <= 0 || got >= all) return 1;
  if (got <= 0) return 0;
  return Math.min(STEPS - 1, Math.max(1, Math.round((STEPS * got) / all))) / STEPS;
}
