/** Which other words a question's word may stand for: the course's own (`also:`), and those of everyday English. */
import { wordsOf } from "../words.ts";
import { EVERYDAY_ENGLISH } from "./everyday_english.ts";

/** How much finding another word counts against finding the word itself. */
const NEAR = 0.6;
/** Two words that share a head word only. */
const DISTANT = 0.3;

export interface Thesaurus {
  /** By stem: the stems that may stand for it, with their weights. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Every word in it, folded. */
  readonly words: ReadonlySet<string>;
}

let english: Thesaurus | null = null;

/** Only English has a list; for other languages the course's own words are all there is. */
export function thesaurusOf(language: string): Thesaurus {
  if (!/^en\b/i.test(language)) return { links: new Map(), words: new Set() };
  english ??= read(EVERYDAY_ENGLISH, language);
  return english;
}

function read(list: string, language: string): Thesaurus {
  const links = new Map<string, Map<string, number>>();
  const known = new Set<string>();
  const link = (one: string, other: string, weight: number): void => {
    if (one === other) return;
    const found = links.get(one) ?? new Map<string, number>();
    found.set(other, Math.max(weight, found.get(other) ?? 0));
    links.set(one, found);
  };
  for (const line of list.split(/[;\n]/)) {
    const words = wordsOf(line, language);
    const stems = words.map(({ stem }) => stem);
    for (const { text } of words) known.add(text);
    for (const [place, one] of stems.entries()) {
      for (const other of stems.slice(place + 1)) {
        const weight = place === 0 ? NEAR : DISTANT;
        link(one, other, weight);
        link(other, one, weight);
      }
    }
  }
  return { links, words: known };
}
