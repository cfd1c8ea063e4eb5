/**
 * The words of all lessons, and who holds them: reads what `src/scormpack/render/search/postings.py` writes, and that
 * file says how. Nothing is read before it is asked for, but the list of words.
 */

import type { Forms } from "./forms.ts";

/** What the index script puts into `globalThis.scormpackAddons.search`. */
export interface SearchData {
  readonly words: string;
  readonly lists: string;
}

/** Where a word stands in a lesson; the best place counts. */
export const PLACE = { none: 0, text: 1, summary: 2, term: 3, title: 4 } as const;

const HIGH = "!#$%&'()*+,./:;=";
const LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MARKS: Readonly<Record<string, number>> = { "@": PLACE.title, "?": PLACE.term, "[": PLACE.summary };

/** By character code: 0 to 63 a last digit, 64 to 79 a high one (plus 64), 80 and more a mark (plus 80). */
const CODES = new Uint8Array(128);
for (const [value, digit] of [...LAST].entries()) CODES[digit.charCodeAt(0)] = value;
for (const [value, digit] of [...HIGH].entries()) CODES[digit.charCodeAt(0)] = 64 + value;
for (const [mark, place] of Object.entries(MARKS)) CODES[mark.charCodeAt(0)] = 80 + place;

/** A word's best place in each lesson: of the word itself, and of all that begin so. */
export interface Holders {
  readonly whole: Uint8Array;
  readonly best: Uint8Array;
}

/** Words that begin with the same two letters: from the first index to before the second. */
export type Run = readonly [number, number];

/** How many words are remembered: those of what is typed, and every first letter. */
const REMEMBERED = 200;

export class SearchIndex {
  /** Sorted. */
  readonly words: readonly string[];
  readonly lessons: number;
  readonly #lists: readonly string[];
  readonly #known = new Map<string, Holders>();
  #runs: readonly Run[] | null = null;

  constructor(data: SearchData, lessons: number) {
    this.words = lengthen(data.words);
    this.#lists = data.lists.split(" ");
    this.lessons = lessons;
  }

  /** The words that begin so: from the first index to before the second. */
  range(prefix: string): [number, number] {
    return [this.#firstFrom(prefix), this.#firstFrom(`${prefix}\uffff`)];
  }

  /** All words, by their first two letters. */
  get runs(): readonly Run[] {
    return (this.#runs ??= runsOf(this.words));
  }

  /** Raises `best[lesson]` to the place of the word, for each lesson that holds it. */
  raise(word: number, best: Uint8Array): void {
    const list = this.#lists[word] ?? "";
    if (!list.startsWith("~")) {
      this.#read(list, 0, list.length, best, PLACE.text);
      return;
    }
    const end = list.indexOf("|");
    const absent = new Uint8Array(this.lessons);
    this.#read(list, 1, end, absent, 1);
    for (let lesson = 0; lesson < this.lessons; lesson++) if (!absent[lesson] && best[lesson] === 0) best[lesson] = PLACE.text;
    this.#read(list, end + 1, list.length, best, PLACE.text);
  }

  /** Numbers of the words that a typed one stands for besides itself. */
  numbersOf({ begun, whole }: Forms): ReadonlySet<number> {
    const numbers = new Set<number>();
    for (const beginning of begun) {
      const [from, to] = this.range(beginning);
      for (let number = from; number < to; number++) numbers.add(number);
    }
    for (const word of whole) {
      const number = this.#firstFrom(word);
      if (this.words[number] === word) numbers.add(number);
    }
    return numbers;
  }

  /**
   * Remembered: whoever types the third word needs the first two again on every key.
   *
   * `others`: numbers of the words that count as well, always the same ones for a word.
   */
  holders(word: string, others: Iterable<number> = []): Holders {
    const known = this.#known.get(word);
    if (known) return known;
    const best = new Uint8Array(this.lessons);
    const [from, to] = this.range(word);
    if (this.words[from] === word) this.raise(from, best);
    const whole = best.slice();
    for (let number = from; number < to; number++) this.raise(number, best);
    for (const number of others) this.raise(number, best);
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    const found = { whole, best };
    this.#known.set(word, found);
    return found;
  }

  /** The letters that words begin with: each begins so many that they are better gone through before somebody types. */
  get firstLetters(): readonly string[] {
    return [...new Set(this.words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)))];
  }

  /** How many lessons hold the word. Their numbers are counted, not read: a search with a mistake in it asks for many words. */
  count(word: number): number {
    const list = this.#lists[word] ?? "";
    const isShort = !list.startsWith("~");
    const end = isShort ? list.length : list.indexOf("|");
    let numbers = 0;
    for (let at = isShort ? 0 : 1; at < end; at++) if ((CODES[list.charCodeAt(at)] as number) < 64) numbers += 1;
    return isShort ? numbers : this.lessons - numbers;
  }

  #read(list: string, from: number, to: number, best: Uint8Array, unmarked: number): void {
    let lesson = -1;
    let high = 0;
    let place = unmarked;
    for (let at = from; at < to; at++) {
      const code = CODES[list.charCodeAt(at)] as number;
      if (code >= 80) place = code - 80;
      else if (code >= 64) high = high * 16 + code - 64;
      else {
        lesson += high * 64 + code;
        if ((best[lesson] ?? 9) < place) best[lesson] = place;
        high = 0;
        place = unmarked;
      }
    }
  }

  #firstFrom(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lengthen(text: string): string[] {
  let before = "";
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((entry) => (before = before.slice(0, entry.charCodeAt(0) - 65) + entry.slice(1)));
}

function runsOf(words: readonly string[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let number = 1; number <= words.length; number++) {
    if (words[number]?.slice(0, 2) === words[from]?.slice(0, 2)) continue;
    runs.push([from, number]);
    from = number;
  }
  return runs;
}
