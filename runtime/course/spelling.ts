/** What somebody meant who made one mistake in typing. */
import type { SearchIndex } from "./search_index.ts";

/** Shorter words have too many neighbours. */
const SHORTEST = 4;

/** The word that `typed`, which begins none, is one letter away from: the most frequent one, whole words first; null: there is none. */
export function correct(index: SearchIndex, typed: string): string | null {
  if (typed.length < SHORTEST) return null;
  const whole: number[] = [];
  const begun: number[] = [];
  for (const [number, word] of index.words.entries()) {
    const rest = restAfterOneMistake(typed, word);
    if (rest === 0) whole.push(number);
    else if (rest !== null) begun.push(number);
  }
  let best: { readonly word: string; readonly count: number } | null = null;
  for (const number of (whole.length > 0 ? whole : begun).slice(0, 50)) {
    const count = index.count(number);
    if (best === null || count > best.count) best = { word: index.words[number] as string, count };
  }
  return best?.word ?? null;
}

/** One letter wrong, missing, too many, or two swapped: how many letters `word` then goes on for; null: more is wrong. */
export function restAfterOneMistake(typed: string, word: string): number | null {
  let place = 0;
  while (place < typed.length && typed[place] === word[place]) place += 1;
  // A mistake in the last letter alone could be any word.
  const isLast = place >= typed.length - 1;
  const rest = typed.slice(place + 1);
  const rests: (number | null)[] = [
    word.startsWith(rest, place + 1) ? word.length - typed.length : null,
    word.startsWith(typed.slice(place), place + 1) ? word.length - typed.length - 1 : null,
    word.startsWith(rest, place) ? word.length - typed.length + 1 : null,
    typed[place + 1] === word[place] && typed[place] === word[place + 1] && word.startsWith(typed.slice(place + 2), place + 2)
      ? word.length - typed.length
      : null,
  ];
  if (rests.includes(0)) return 0;
  return isLast ? null : rests.find((left) => left !== null && left >= 0) ?? null;
}
