/** The lessons nearest to a question: not every word must be there, and rare words weigh more. */
import type { LessonEntry } from "../page/data.ts";
import { PLACE, type SearchIndex } from "./search_index.ts";
import { splitWords } from "./words.ts";

export interface NearLesson {
  readonly id: string;
  readonly title: string;
  /** From the folder of the course page. */
  readonly href: string;
}

/** By place: a lesson named after the word is about it. */
const POINTS = [0, 1, 2, 4, 5];
/** Inflected forms: a word also counts where the text has it with other letters at its end. */
const ENDING = 2;
const SHORTEST_STEM = 4;

/** At most `most` lessons, the nearest first; none where no telling word of the question is in any. */
export function nearestLessons(index: SearchIndex, lessons: readonly LessonEntry[], question: string, most: number): NearLesson[] {
  const points = new Float32Array(index.lessons);
  for (const word of splitWords(question)) {
    const best = new Uint8Array(index.lessons);
    const stem = word.length - ENDING >= SHORTEST_STEM ? word.slice(0, -ENDING) : word;
    const [from, to] = index.range(stem);
    for (let number = from; number < to; number++) {
      const length = (index.words[number] as string).length;
      if (Math.abs(length - word.length) <= ENDING) index.raise(number, best);
    }
    const holders = best.reduce((sum, place) => sum + (place > PLACE.none ? 1 : 0), 0);
    // A word that every second lesson has says nothing about which one is meant.
    const weight = Math.log((index.lessons + 1) / (2 * holders));
    if (holders === 0 || weight <= 0) continue;
    for (let lesson = 0; lesson < index.lessons; lesson++) points[lesson] = (points[lesson] as number) + weight * (POINTS[best[lesson] as number] as number);
  }
  return lessons
    .map((entry, number) => ({ entry, points: points[number] ?? 0 }))
    .filter((near) => near.points > 0)
    .sort((one, other) => other.points - one.points)
    .slice(0, most)
    .map(({ entry: { id, title, href } }) => ({ id, title, href }));
}
