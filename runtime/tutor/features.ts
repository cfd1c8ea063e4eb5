/** What speaks for a passage as the answer to a question, and what against it, as numbers from 0 to 1. */
import { suits } from "./intent.ts";
import type { AuthorsQuestion, Entry, Library } from "./library.ts";
import { rarityOf, type Question, type Sought } from "./question.ts";

/** Of BM25: how soon a word said again counts no more, and how much a long passage counts less. */
const SATURATION = 0.6;
const LENGTH_SHARE = 0.4;
/** Two questions of the same words, but for a slip. */
export const VERBATIM = 0.95;
/** Nothing but the term's name is asked for, which counts a little less than its words would. */
const ALL = 0.9;

export interface Features {
  /** Words of the question in the passage, or words that stand for them, by BM25. */
  readonly text: number;
  /** In its best sentence. */
  readonly sentence: number;
  /** In what is set in bold, or in the term that it defines. */
  readonly title: number;
  readonly heading: number;
  /** In what leads to it: the line before a list, a table's column headings. */
  readonly lead: number;
  /** In the passages before and after it. */
  readonly neighbours: number;
  /** Anywhere under its heading. */
  readonly section: number;
  /** In all of these but the neighbours, and in the questions that its author puts to it. */
  readonly whole: number;
  /** How alike the question is to the author's that is most like it; to the second; to those that ask for its kind of answer. */
  readonly asked: number;
  readonly askedNext: number;
  readonly askedKind: number;
  /** How much of the question one of them has. */
  readonly askedHolds: number;
  /** Its author puts no question to it. */
  readonly unasked: number;
  /** It is of the kind that was asked for: a number, a reason, an example. */
  readonly suits: number;
  /** It defines the term that was asked for. */
  readonly defines: number;
  /** The author's question itself was asked. */
  readonly verbatim: number;
  /** Its kind. */
  readonly point: number;
  readonly term: number;
  readonly step: number;
  readonly intro: number;
  readonly picture: number;
}

export function featuresOf(entry: Entry, question: Question, library: Library): Features {
  const all = weightOf(question);
  const share = (stems: ReadonlySet<string>): number => cover(stems, question) / all;
  const stretch = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * entry.length) / library.averageLength);
  const counted = question.sought.reduce((sum, sought) => {
    const { weight, count } = best(sought, (stem) => entry.own.get(stem) ?? 0);
    return sum + (sought.weight * weight * count * (SATURATION + 1)) / (count + stretch || 1);
  }, 0);
  const alike = compareAsked(entry, question, library);
  const { intent, named } = question;
  const { kind } = entry.passage;
  const is = (holds: boolean): number => (holds ? 1 : 0);
  return {
    text: counted / all / (SATURATION + 1),
    sentence: Math.max(0, ...entry.sentences.map(({ stems }) => share(stems))),
    title: share(entry.title),
    heading: share(entry.heading),
    lead: share(entry.lead),
    neighbours: share(entry.neighbours),
    section: share(entry.section),
    whole: share(entry.whole),
    ...alike,
    unasked: is(entry.asks.length === 0),
    suits: is(suits(intent, entry.passage.text)),
    defines: is(intent === "definition" && kind === "term" && named.some((mark) => entry.title.has(mark)) && (question.sought.length <= 2 || share(entry.title) > ALL)),
    verbatim: is(alike.asked > VERBATIM),
    point: is(kind === "point"),
    term: is(kind === "term"),
    step: is(kind === "step"),
    intro: is(kind === "intro"),
    picture: is(kind === "picture"),
  };
}

/** How the question compares with those that the author puts to the passage; of several sentences, each may be what is asked. */
function compareAsked({ asks }: Entry, question: Question, library: Library): Pick<Features, "asked" | "askedNext" | "askedKind" | "askedHolds"> {
  const parts = [question, ...question.parts];
  const found = asks.map((own) => {
    const each = parts.map((part) => ({ ...likenessOf(own, part, library), kin: part.intent === own.intent }));
    return {
      alike: Math.max(...each.map(({ alike }) => alike)),
      kin: Math.max(0, ...each.map(({ alike, kin }) => (kin ? alike : 0))),
      holds: Math.max(...each.map(({ holds }) => holds)),
    };
  });
  const most = (name: "kin" | "holds"): number => Math.max(0, ...found.map((each) => each[name]));
  const [asked = 0, askedNext = 0] = found.map(({ alike }) => alike).sort((one, other) => other - one);
  return { asked, askedNext, askedKind: most("kin"), askedHolds: most("holds") };
}

/** How alike two questions are, 0 to 1. */
export interface Likeness {
  /** Share of the words of both that the other has too. */
  readonly alike: number;
  /** Share of the learner's question that the author's has. */
  readonly holds: number;
}

export function likenessOf({ stems }: AuthorsQuestion, question: Question, library: Library): Likeness {
  let own = 0;
  let met = 0;
  for (const stem of stems) {
    const weight = rarityOf(stem, library);
    own += weight;
    met += weight * Math.max(0, ...question.sought.map(({ stems: meant }) => meant.get(stem) ?? 0));
  }
  const covered = cover(stems, question);
  const all = weightOf(question);
  return { alike: (covered + met) / (all + own), holds: covered / all };
}

export function weightOf({ sought }: Question): number {
  return Math.max(0.001, sought.reduce((sum, { weight }) => sum + weight, 0));
}

/** The stem that counts most. */
function best({ stems }: Sought, countOf: (stem: string) => number): { weight: number; count: number } {
  let found = { weight: 0, count: 0 };
  for (const [stem, weight] of stems) {
    const count = countOf(stem);
    if (count > 0 && weight > found.weight) found = { weight, count };
  }
  return found;
}

/** Weights of what is sought and there. */
export function cover(there: ReadonlySet<string>, { sought }: Question): number {
  return sought.reduce((sum, word) => sum + word.weight * best(word, (stem) => (there.has(stem) ? 1 : 0)).weight, 0);
}
