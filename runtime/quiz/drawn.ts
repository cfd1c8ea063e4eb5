/** Which of its questions a quiz asks in one attempt: the same for the same seed, on any device. */
import type { QuestionData } from "../page/data.ts";
import { fnv1a } from "../state/hash.ts";

/**
 * Indices of the questions drawn, in the author's order.
 *
 * Each question has a rank of its own, so one that is added or taken out changes one place of the draw, not all.
 * `kept`: those answered already in this attempt, which come before all others: a new build takes no answer away.
 */
export function drawIndices(questions: readonly QuestionData[], count: number | null, seed: number, kept: ReadonlySet<string>): number[] {
  const all = [...questions.keys()];
  if (count === null || count >= questions.length) return all;
  const ranks = questions.map(({ id }) => rankOf(id, seed) - (kept.has(id) ? 1 : 0));
  return all
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** From 0 up to 1. */
function rankOf(id: string, seed: number): number {
  // MurmurHash3's finish: FNV alone leaves ids that differ in their last letter side by side.
  let hash = fnv1a(id) ^ seed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
