/** What speaks for a passage as the answer to a question, and what against it, as numbers from 0 to 1. */
import { suits } from "./intent.ts";
import type { Entry, Library, Sentence } from "./library.ts";
import { SAME, type Question, type Sought } from "./question.ts";

/** Of BM25: how soon a word said again counts no more, and how much a long passage counts less. */
const SATURATION = 0.6;
const LENGTH_SHARE = 0.4;
/** Words apart that still stand together. */
const NEAR = 4;

export interface Features {
  /** Words of the question in the passage, by BM25: the word itself, or a form of it. */
  readonly same: number;
  /** The same with words that stand for them. */
  readonly like: number;
  /** In its best sentence, both ways. */
  readonly sentenceSame: number;
  readonly sentenceLike: number;
  /** In what is set in bold, or in the term that it defines. */
  readonly title: number;
  readonly heading: number;
  /** In what leads to it: the line before a list, a table's column headings. */
  readonly lead: number;
  /** In the passages before and after it. */
  readonly neighbours: number;
  /** The question's neighbouring words stand together in the passage too. */
  readonly together: number;
  /** It is of the kind that was asked for: a number, a reason, an example. */
  readonly suits: number;
  /** It defines the term that was asked for. */
  readonly defines: number;
  /** Its best sentence asks something itself. */
  readonly asks: number;
  readonly step: number;
  readonly intro: number;
  readonly picture: number;
  readonly row: number;
  readonly point: number;
  readonly term: number;
}

export function featuresOf(entry: Entry, question: Question, library: Library): Features {
  const all = Math.max(0.001, question.sought.reduce((sum, { weight }) => sum + weight, 0));
  const stretch = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * entry.length) / library.averageLength);
  const counted = (likeToo: boolean): number =>
    question.sought.reduce((sum, sought) => {
      const { weight, count } = best(sought, likeToo, (stem) => entry.own.get(stem) ?? 0);
      return sum + (sought.weight * weight * count * (SATURATION + 1)) / (count + stretch || 1);
    }, 0) / all / (SATURATION + 1);
  const share = (stems: ReadonlySet<string>, likeToo = true): number => cover(stems, question, likeToo) / all;
  const sentences = entry.sentences.map((sentence) => ({ sentence, like: share(sentence.stems) }));
  const top = sentences.reduce<(typeof sentences)[number] | undefined>((one, other) => (one === undefined || other.like > one.like ? other : one), undefined);
  const { kind } = entry.passage;
  const { intent, named } = question;
  const is = (holds: boolean): number => (holds ? 1 : 0);
  return {
    same: counted(false),
    like: counted(true),
    sentenceSame: Math.max(0, ...entry.sentences.map(({ stems }) => share(stems, false))),
    sentenceLike: top?.like ?? 0,
    title: share(entry.title),
    heading: share(entry.heading),
    lead: share(entry.lead),
    neighbours: share(entry.neighbours),
    together: Math.max(0, ...entry.sentences.map((sentence) => nearPairs(sentence, question))),
    suits: is(suits(intent, entry.passage.text)),
    defines: is(intent === "definition" && question.sought.length <= 2 && kind === "term" && named.some((mark) => entry.title.has(mark))),
    asks: is(top !== undefined && /[?？؟]["”’»)]?$/.test(top.sentence.text)),
    step: is(kind === "step"),
    intro: is(kind === "intro"),
    picture: is(kind === "picture"),
    row: is(kind === "row"),
    point: is(kind === "point"),
    term: is(kind === "term"),
  };
}

/** The stem that counts most. */
function best({ stems }: Sought, likeToo: boolean, countOf: (stem: string) => number): { weight: number; count: number } {
  let found = { weight: 0, count: 0 };
  for (const [stem, weight] of stems) {
    const count = likeToo || weight >= SAME ? countOf(stem) : 0;
    if (count > 0 && weight > found.weight) found = { weight, count };
  }
  return found;
}

/** Weights of what is sought and there. */
export function cover(there: ReadonlySet<string>, { sought }: Question, likeToo = true): number {
  return sought.reduce((sum, word) => sum + word.weight * best(word, likeToo, (stem) => (there.has(stem) ? 1 : 0)).weight, 0);
}

/** Share of the question's neighbouring words that stand near each other in the sentence too. */
function nearPairs({ order }: Sentence, { sought }: Question): number {
  if (sought.length < 2) return 0;
  const places = sought.map(({ stems }) => order.flatMap((stem, place) => ((stems.get(stem) ?? 0) >= 0.5 ? [place] : [])));
  let near = 0;
  for (const [index, here] of places.entries()) {
    if (places[index + 1]?.some((one) => here.some((other) => one !== other && Math.abs(one - other) <= NEAR))) near += 1;
  }
  return near / (sought.length - 1);
}
