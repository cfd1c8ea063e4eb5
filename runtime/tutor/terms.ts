/** A course's own words: a key term and its other names (`also:`) are one thing, by whichever name a text calls it. */
import { wordsOf } from "./words.ts";

/** One key term: its names as stems. */
export interface Term {
  /** Stands in a library beside the stems of words; no word has it. */
  readonly mark: string;
  readonly names: readonly (readonly string[])[];
}

/** `names`: of each key term the term itself, then its other names. */
export function readTerms(names: readonly (readonly string[])[], language: string): Term[] {
  return names.map((each, index) => ({ mark: `#${index}`, names: each.map((name) => wordsOf(name, language).map(({ stem }) => stem)).filter((stems) => stems.length > 0) }));
}

/** The names of `term` that stand in a text. */
export function namesIn(stems: readonly string[], term: Term): readonly (readonly string[])[] {
  return term.names.filter((name) => holdsPhrase(stems, name));
}

function holdsPhrase(stems: readonly string[], phrase: readonly string[]): boolean {
  return stems.some((_, start) => phrase.every((stem, index) => stems[start + index] === stem));
}
