/** A question as what to look for: its words that say something, each with what may stand for it. */
import { intentOf, type Intent } from "./intent.ts";
import type { Library } from "./library.ts";
import { sentencesOf } from "./sentences.ts";
import { stopWordsOf } from "./stop_words.ts";
import type { Thesaurus } from "./synonyms/thesaurus.ts";
import { namesIn, type Term } from "./terms.ts";
import { mend } from "./typos.ts";
import { fold, inKatakana, wordsOf, type Word } from "./words.ts";

/** A mended word is surely meant only as long as it is the nearest one. */
const MENDED = 0.85;
/** Passages; in a lesson of a few, no word is rare enough to tell anything otherwise. */
const LEAST = 20;
/** From here on a stem is as good as the word itself: a slip mended, a key term by another name. */
export const SAME = 0.8;
/** Of the course's own words for a key term. */
const OWN = 0.95;

/** With at least three letters after it. */
const PREFIX = /^(?:re|un|pre|over|under|mis|non|dis|out|sub)(?=\p{L}{3})/u;

export interface Sought {
  /** As the learner wrote it, folded. */
  readonly word: string;
  /** Stems of the lesson that count as found, with their weights; the word's own has 1. */
  readonly stems: ReadonlyMap<string, number>;
  /** Whether the lesson has it, or only words that stand for it, or neither. */
  readonly presence: "same" | "like" | "none";
  /** How much it tells to find it: rare words tell more. */
  readonly weight: number;
}

export interface Question {
  readonly text: string;
  readonly sought: readonly Sought[];
  readonly intent: Intent;
  /** Whether everyday words that stand for its own were looked for too. */
  readonly widened: boolean;
  /** Marks of the key terms that it names. */
  readonly named: readonly string[];
  /** Its sentences, each as a question, where there are several: who tells a story asks in one of them. */
  readonly parts: readonly Question[];
}

export interface Words {
  readonly terms: readonly Term[];
  readonly thesaurus: Thesaurus;
}

export function readQuestion(text: string, library: Library, words: Words): Question {
  const parts = sentencesOf(text, library.language);
  return { ...readPart(text, library, words), parts: parts.length < 2 ? [] : parts.map((part) => readPart(part, library, words)).filter(({ sought }) => sought.length > 0) };
}

function readPart(text: string, library: Library, { terms, thesaurus }: Words): Question {
  const stop = stopWordsOf(library.language);
  const words = wordsOf(inKatakana(withoutMeasure(text), library.katakana), library.language).map((word) => mendWord(word, library, thesaurus, stop));
  const stems = words.map(({ stem }) => stem);
  const marks = marksOf(stems, terms);
  const sought = new Map<string, Sought>();
  for (const { text: word, stem, sure } of words) {
    if (stop.has(word) || sought.has(stem)) continue;
    const found = new Map<string, number>([[stem, sure]]);
    for (const [other, weight] of thesaurus.links.get(stem) ?? []) found.set(other, weight * sure);
    for (const mark of marks.get(stem) ?? []) found.set(mark, OWN);
    const weight = rarity(found, library);
    const there = [...found].filter(([other]) => library.spread.has(other));
    const presence = there.some(([, near]) => near >= SAME) ? "same" : there.length > 0 ? "like" : "none";
    // A word that stands everywhere tells less than the one it stands for.
    for (const [other, near] of found) if (near < SAME) found.set(other, near * Math.min(1, idf(library.spread.get(other) ?? 0, library) / weight));
    // What the lesson does not have need not be looked for in each of its sentences.
    sought.set(stem, { word, stems: new Map([...found].filter(([other]) => library.stems.has(other))), weight, presence });
  }
  const named = terms.filter((term) => namesIn(stems, term).length > 0).map(({ mark }) => mark);
  return { text, intent: intentOf(fold(text), library.language), sought: [...sought.values()], widened: thesaurus.words.size > 0, named, parts: [] };
}

/** "How long" asks for a number, and not for what is long. */
function withoutMeasure(text: string): string {
  return text.replace(/\bhow (?:long|often|far|big|large|high|soon|fast|old)\b/gi, "how");
}

interface MendedWord extends Word {
  readonly sure: number;
}

/** A word that neither the lesson nor everyday speech knows is taken for a slip of one that the lesson has. */
function mendWord(word: Word, library: Library, thesaurus: Thesaurus, stop: ReadonlySet<string>): MendedWord {
  const isKnown = (text: string, stem: string): boolean => library.vocabulary.has(text) || library.spread.has(stem) || thesaurus.links.has(stem) || stop.has(text);
  // "Reuse" is no slip of "refuse": it is "use", again.
  const roots = wordsOf(word.text.replace(PREFIX, ""), library.language);
  const known = isKnown(word.text, word.stem) || (PREFIX.test(word.text) && roots.some(({ text, stem }) => isKnown(text, stem)));
  const meant = known ? null : mend(word.text, [...library.vocabulary, ...thesaurus.words, ...stop]);
  if (meant === null) return { ...word, sure: 1 };
  const [first] = wordsOf(meant, library.language);
  return { text: meant, stem: first?.stem ?? word.stem, sure: MENDED };
}

/** For each stem of a key term's name that the question holds: the term's mark. */
function marksOf(stems: readonly string[], terms: readonly Term[]): Map<string, string[]> {
  const marks = new Map<string, string[]>();
  for (const term of terms) {
    for (const stem of namesIn(stems, term).flat()) marks.set(stem, [...(marks.get(stem) ?? []), term.mark]);
  }
  return marks;
}

/** BM25's inverse document frequency; what the lesson does not have at all is as rare as can be. */
function rarity(found: ReadonlyMap<string, number>, library: Library): number {
  const same = Math.max(0, ...[...found].map(([stem, weight]) => (weight >= SAME ? (library.spread.get(stem) ?? 0) : 0)));
  const any = Math.max(0, ...[...found.keys()].map((stem) => library.spread.get(stem) ?? 0));
  return idf(same > 0 ? same : any * 0.5, library);
}

/** How much a word of the lesson tells. */
export function rarityOf(stem: string, library: Library): number {
  return idf(library.spread.get(stem) ?? 0, library);
}

function idf(count: number, { entries }: Library): number {
  const all = Math.max(LEAST, entries.length);
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}
