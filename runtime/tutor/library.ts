/** A lesson's passages, ready to be searched: which stems stand where, and how rare each is. */
import type { Passage } from "./passages.ts";
import { sentencesOf } from "./sentences.ts";
import { namesIn, type Term } from "./terms.ts";
import { wordsOf } from "./words.ts";

export interface Sentence {
  readonly text: string;
  /** With the marks of key terms, and what the passage defines. */
  readonly stems: ReadonlySet<string>;
  readonly order: readonly string[];
}

/** A passage as stems, apart by where they stand. */
export interface Entry {
  readonly passage: Passage;
  readonly sentences: readonly Sentence[];
  /** How often each stem stands in the passage itself; a term that it defines counts twice. */
  readonly own: ReadonlyMap<string, number>;
  readonly title: ReadonlySet<string>;
  readonly heading: ReadonlySet<string>;
  readonly lead: ReadonlySet<string>;
  readonly neighbours: ReadonlySet<string>;
  /** Words in the passage itself. */
  readonly length: number;
}

export interface Library {
  readonly language: string;
  readonly entries: readonly Entry[];
  readonly averageLength: number;
  /** By stem: in how many passages it stands. */
  readonly spread: ReadonlyMap<string, number>;
  /** Every word of the lesson, folded: what a misspelt one may have been meant to be. */
  readonly vocabulary: ReadonlySet<string>;
}

export function buildLibrary(passages: readonly Passage[], terms: readonly Term[], language: string): Library {
  const vocabulary = new Set<string>();
  const stems = (text: string): string[] =>
    wordsOf(text, language).map((word) => {
      vocabulary.add(word.text);
      return word.stem;
    });
  const marked = (text: string): string[] => withMarks(stems(text), terms);
  const texts = passages.map(({ text }) => sentencesOf(text, language).map((sentence) => ({ text: sentence, order: stems(sentence) })));
  const spread = new Map<string, number>();
  const entries = passages.map((passage, index): Entry => {
    const cut = texts[index] ?? [];
    const term = marked(passage.term);
    const order = cut.flatMap((sentence) => sentence.order);
    const own = new Map<string, number>();
    for (const stem of [...withMarks(order, terms), ...term, ...term]) own.set(stem, (own.get(stem) ?? 0) + 1);
    for (const stem of own.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
    const near = [index - 1, index + 1].filter((other) => passages[other]?.heading === passage.heading);
    return {
      passage,
      // A definition speaks of its term in every sentence, without naming it.
      sentences: cut.map((sentence) => ({ ...sentence, stems: new Set([...withMarks(sentence.order, terms), ...term]) })),
      own,
      title: new Set([...term, ...marked(passage.bold)]),
      heading: new Set(marked(passage.heading)),
      lead: new Set(marked(passage.lead)),
      neighbours: new Set(near.flatMap((other) => withMarks((texts[other] ?? []).flatMap((sentence) => sentence.order), terms))),
      length: order.length,
    };
  });
  const averageLength = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, entries.length);
  return { language, entries, averageLength, spread, vocabulary };
}

/** The stems, and the marks of the key terms that they name. */
function withMarks(stems: readonly string[], terms: readonly Term[]): string[] {
  return [...stems, ...terms.filter((term) => namesIn(stems, term).length > 0).map(({ mark }) => mark)];
}
