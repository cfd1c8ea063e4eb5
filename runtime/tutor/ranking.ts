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

/** Every passage that holds anything of the question. */
export function rank(question: Question, library: Library): Ranked[] {
  if (question.sought.length === 0) return [];
  return library.entries
    .map((entry): Ranked => {
      const features = featuresOf(entry, question, library);
      return { entry, features, score: weigh(features) };
    })
    .filter(({ features }) => features.whole > 0)
    .sort((one, other) => other.score - one.score);
}

function weigh(features: Features): number {
  return Object.entries(RANKING).reduce((sum, [name, weight]) => sum + weight * features[name as keyof Features], 0);
}
