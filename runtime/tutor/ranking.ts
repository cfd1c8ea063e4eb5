/** Which passages answer a question, the best first. */
import { featuresOf, type Features } from "./features.ts";
import type { Entry, Library } from "./library.ts";
import type { Question } from "./question.ts";
import { RANKING } from "./weights.ts";

export interface Ranked {
  readonly entry: Entry;
  readonly features: Features;
  readonly score: number;
}

/** What each feature counts. */
export type Weights = Readonly<Record<keyof Features, number>>;

/** Every passage that holds anything of the question. */
export function rank(question: Question, library: Library): Ranked[] {
  return order(measure(question, library), RANKING);
}

/** In the lesson's order, not yet weighed. */
export function measure(question: Question, library: Library): Omit<Ranked, "score">[] {
  if (question.sought.length === 0) return [];
  return library.entries.map((entry) => ({ entry, features: featuresOf(entry, question, library) })).filter(({ features }) => features.whole > 0);
}

export function order(measured: readonly Omit<Ranked, "score">[], weights: Weights): Ranked[] {
  return measured.map((each): Ranked => ({ ...each, score: weigh(each.features, weights) })).sort((one, other) => other.score - one.score);
}

function weigh(features: Features, weights: Weights): number {
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name as keyof Features], 0);
}
