/** Lessons for what somebody types: all words must be there, each may go on or end otherwise; the better the place, the higher up. */
import type { FormsOf } from "./forms.ts";
import { PLACE, type SearchIndex } from "./search_index.ts";
import { correct } from "./spelling.ts";
import { splitWords } from "./words.ts";

export interface Found {
  /** Numbers of lessons, the best first. */
  readonly lessons: readonly number[];
  /** The words searched for, folded, and their forms. */
  readonly words: readonly string[];
  /** What was typed, and what was searched for instead. */
  readonly corrected: readonly (readonly [string, string])[];
  /** For each word, its best place in each lesson (`PLACE`). */
  readonly places: readonly Uint8Array[];
}

/** Points for a word, by its place; the whole word counts more than the beginning of one. */
const POINTS = [0, 1, 5, 9, 16];
const WHOLE = 1.5;

export function search(index: SearchIndex, typed: string, formsOf: FormsOf): Found {
  const corrected: [string, string][] = [];
  const sought = splitWords(typed).map((word): Sought => {
    const others = index.numbersOf(formsOf(word));
    const [from, to] = index.range(word);
    const meant = from < to || others.size > 0 ? word : correct(index, word);
    if (meant !== null && meant !== word) corrected.push([word, meant]);
    return { word: meant ?? word, others };
  });
  const points = new Float32Array(index.lessons);
  const matched = new Uint8Array(index.lessons);
  const places = sought.map((one) => placesOf(index, one, points, matched));
  const lessons: number[] = [];
  for (let lesson = 0; lesson < index.lessons; lesson++) if (matched[lesson] === sought.length) lessons.push(lesson);
  lessons.sort((one, other) => (points[other] as number) - (points[one] as number) || one - other);
  const words = sought.flatMap(({ word, others }) => [word, ...[...others].map((number) => index.words[number] as string)]);
  return { lessons, words, corrected, places };
}

interface Sought {
  readonly word: string;
  readonly others: ReadonlySet<number>;
}

function placesOf(index: SearchIndex, { word, others }: Sought, points: Float32Array, matched: Uint8Array): Uint8Array {
  const { whole, best } = index.holders(word, others);
  for (let lesson = 0; lesson < index.lessons; lesson++) {
    const place = best[lesson] as number;
    if (place === PLACE.none) continue;
    matched[lesson] = (matched[lesson] as number) + 1;
    points[lesson] = (points[lesson] as number) + Math.max(POINTS[place] as number, WHOLE * (POINTS[whole[lesson] as number] as number));
  }
  return best;
}
