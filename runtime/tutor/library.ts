/** A lesson's passages, ready to be searched: which stems stand where, and how rare each is. */
import type { AsksData, OtherLesson } from "./asks.ts";
import { intentOf, type Intent } from "./intent.ts";
import type { Passage } from "./passages.ts";
import { sentencesOf } from "./sentences.ts";
import { stopWordsOf } from "./stop_words.ts";
import { namesIn, type Term } from "./terms.ts";
import { fold, katakanaIn, wordsOf, type Word } from "./words.ts";

export interface Sentence {
  readonly text: string;
  /** Where it begins in the passage. */
  readonly start: number;
  /** With the marks of key terms, and what the passage defines. */
  readonly stems: ReadonlySet<string>;
  readonly order: readonly string[];
}

/** A question in the author's words. */
export interface AuthorsQuestion {
  readonly text: string;
  /** Of its telling words. */
  readonly stems: ReadonlySet<string>;
  readonly intent: Intent;
}

/** A question that the passage answers. */
export interface AnsweredQuestion extends AuthorsQuestion {
  /** Number of the sentence that answers it. */
  readonly sentence: number;
}

/** A question that the lesson leaves open. */
export interface OpenQuestion extends AuthorsQuestion {
  /** Answers it. */
  readonly lesson: OtherLesson | null;
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
  /** `whole` of all that stands under the same heading. */
  readonly section: ReadonlySet<string>;
  /** What its author says that it answers. */
  readonly asks: readonly AnsweredQuestion[];
  /** All of this but the neighbours. */
  readonly whole: ReadonlySet<string>;
  /** Words in the passage itself. */
  readonly length: number;
}

export interface Library {
  readonly language: string;
  readonly entries: readonly Entry[];
  /** What the lesson does not answer, by its author. */
  readonly open: readonly OpenQuestion[];
  readonly averageLength: number;
  /** By stem: in how many passages it stands, or in the questions that they answer. */
  readonly spread: ReadonlyMap<string, number>;
  /** Every stem and mark that stands anywhere in it. */
  readonly stems: ReadonlySet<string>;
  /** Every word of the lesson and of its author's questions, folded: what a misspelt one may have been meant to be. */
  readonly vocabulary: ReadonlySet<string>;
  /** Its longer words of katakana, folded. */
  readonly katakana: ReadonlySet<string>;
}

/** What a lesson says of itself, beside its passages. */
export interface Hints {
  readonly terms: readonly Term[];
  readonly asks: AsksData;
}

export function buildLibrary(passages: readonly Passage[], { terms, asks }: Hints, language: string): Library {
  const vocabulary = new Set<string>();
  const katakana = new Set<string>();
  const known = new Set(terms.map(({ mark }) => mark));
  const stop = stopWordsOf(language);
  const words = (text: string): Word[] => {
    for (const word of katakanaIn(text)) katakana.add(word);
    const found = wordsOf(text, language);
    for (const { text: word, stem } of found) {
      vocabulary.add(word);
      known.add(stem);
    }
    return found;
  };
  const stems = (text: string): string[] => words(text).map(({ stem }) => stem);
  const marked = (text: string): string[] => withMarks(stems(text), terms);
  const texts = passages.map(({ text }) => cut(text, language).map((sentence) => ({ ...sentence, order: stems(sentence.text) })));
  const readAsked = (text: string): AuthorsQuestion => {
    const telling = words(text).filter((word) => !stop.has(word.text)).map(({ stem }) => stem);
    return { text, stems: new Set(withMarks(telling, terms)), intent: intentOf(fold(text), language) };
  };
  const open = asks.open.flatMap(({ lesson, questions }) => questions.map((text): OpenQuestion => ({ ...readAsked(text), lesson })));
  const asked = putToPassages(asks.answered, passages);
  const spread = new Map<string, number>();
  const sections = new Map<string, Set<string>>();
  const entries = passages.map((passage, index): Entry => {
    const sentences = texts[index] ?? [];
    const term = marked(passage.term);
    const order = sentences.flatMap((sentence) => sentence.order);
    const own = new Map<string, number>();
    for (const stem of [...withMarks(order, terms), ...term, ...term]) own.set(stem, (own.get(stem) ?? 0) + 1);
    const questions = (asked[index] ?? []).flatMap(([quote = "", ...each]) =>
      each.map((text): AnsweredQuestion => ({ ...readAsked(text), sentence: sentenceAt(sentences, passage.text.indexOf(quote)) })),
    );
    for (const stem of new Set([...own.keys(), ...questions.flatMap((question) => [...question.stems])])) spread.set(stem, (spread.get(stem) ?? 0) + 1);
    const near = [index - 1, index + 1].filter((other) => passages[other]?.heading === passage.heading);
    const title = new Set([...term, ...marked(passage.bold)]);
    const heading = new Set(marked(passage.heading));
    const lead = new Set(marked(passage.lead));
    const whole = new Set([...own.keys(), ...title, ...heading, ...lead, ...questions.flatMap(({ stems: asked }) => [...asked])]);
    const section = sections.get(passage.heading) ?? new Set();
    for (const stem of whole) section.add(stem);
    sections.set(passage.heading, section);
    return {
      passage,
      // A definition speaks of its term in every sentence, without naming it.
      sentences: sentences.map((sentence) => ({ ...sentence, stems: new Set([...withMarks(sentence.order, terms), ...term]) })),
      own,
      title,
      heading,
      lead,
      neighbours: new Set(near.flatMap((other) => withMarks((texts[other] ?? []).flatMap((sentence) => sentence.order), terms))),
      asks: questions,
      whole,
      section,
      length: order.length,
    };
  });
  const averageLength = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, entries.length);
  return { language, entries, open, averageLength, spread, stems: known, vocabulary, katakana };
}

/** By number of a passage: what its author says of it. Words that stand nowhere belong to none. */
function putToPassages(answered: AsksData["answered"], passages: readonly Passage[]): (readonly string[])[][] {
  const asked = passages.map((): (readonly string[])[] => []);
  for (const each of answered) {
    const [quote = ""] = each;
    const place = passages.findIndex(({ text }) => text.includes(quote));
    // A column's heading is no passage of its own: its first row is.
    asked[place < 0 ? passages.findIndex(({ lead }) => lead.includes(quote)) : place]?.push(each);
  }
  return asked;
}

function cut(text: string, language: string): { text: string; start: number }[] {
  let end = 0;
  return sentencesOf(text, language).map((sentence) => {
    const start = text.indexOf(sentence, end);
    end = start + sentence.length;
    return { text: sentence, start };
  });
}

/** The sentence that a place in the passage stands in. */
function sentenceAt(sentences: readonly Pick<Sentence, "start">[], place: number): number {
  return Math.max(0, sentences.filter(({ start }) => start <= place).length - 1);
}

/** The stems, and the marks of the key terms that they name. */
function withMarks(stems: readonly string[], terms: readonly Term[]): string[] {
  return [...stems, ...terms.filter((term) => namesIn(stems, term).length > 0).map(({ mark }) => mark)];
}
