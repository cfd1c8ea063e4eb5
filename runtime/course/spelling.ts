/** What somebody meant who made one mistake in typing. */
import type { SearchIndex } from "./search_index.ts";

/** Shorter words have too many neighbours. */
const SHORTEST = 4;

/** What was sought before: a word stays in the box while others are typed after it. */
const meant = new WeakMap<SearchIndex, Map<string, string | null>>();

/** The word that `typed`, which begins none, is one letter away from: the most frequent one, whole words first; null: there is none. */
export function correct(index: SearchIndex, typed: string): string | null {
  if (typed.length < SHORTEST) return null;
  const known = meant.get(index) ?? new Map<string, string | null>();
  meant.set(index, known);
  const word = known.get(typed);
  if (word !== undefined) return word;
  const found = seek(index, typed);
  known.set(typed, found);
  return found;
}

function seek(index: SearchIndex, typed: string): string | null {
  const whole: number[] = [];
  const begun: number[] = [];
  const tails = tailsOf(typed);
  for (const [from, to] of index.runs) {
    if (!mayBeMeant(typed, index.words[from] as string)) continue;
    for (let number = from; number < to; number++) {
      const rest = restAfterOneMistake(typed, index.words[number] as string, tails);
      if (rest === 0) whole.push(number);
      else if (rest !== null) begun.push(number);
    }
  }
  let best: { readonly word: string; readonly count: number } | null = null;
  for (const number of (whole.length > 0 ? whole : begun).slice(0, 50)) {
    const count = index.count(number);
    if (best === null || count > best.count) best = { word: index.words[number] as string, count };
  }
  return best?.word ?? null;
}

/** One mistake leaves one of the first two letters there, in its place or beside it: quicker seen than all the rest. */
function mayBeMeant(typed: string, word: string): boolean {
  return word[0] === typed[0] || word[0] === typed[1] || word[1] === typed[1] || word[1] === typed[0];
}

/** What is left of a word from each of its letters on: cut once, not for each word that it is held against. */
function tailsOf(typed: string): readonly string[] {
  return [...Array(typed.length + 3).keys()].map((from) => typed.slice(from));
}

/** One letter wrong, missing, too many, or two swapped: how many letters `word` then goes on for; null: more is wrong. */
export function restAfterOneMistake(typed: string, word: string, tails = tailsOf(typed)): number | null {
  let place = 0;
  while (place < typed.length && typed[place] === word[place]) place += 1;
  // A mistake in the last letter alone could be any word.
  const isLast = place >= typed.length - 1;
  const more = word.length - typed.length;
  const [from, next, overNext] = [tails[place] as string, tails[place + 1] as string, tails[place + 2] as string];
  let rest: number | null = null;
  const consider = (holds: boolean, left: number): void => {
    if (holds && left >= 0 && (rest === null || left === 0)) rest = left;
  };
  consider(word.startsWith(next, place + 1), more);
  consider(word.startsWith(from, place + 1), more - 1);
  consider(word.startsWith(next, place), more + 1);
  consider(typed[place + 1] === word[place] && typed[place] === word[place + 1] && word.startsWith(overNext, place + 2), more);
  return rest === 0 || !isLast ? rest : null;
}
