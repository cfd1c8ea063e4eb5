/** Answers questions with what a lesson says: finds the passages, decides whether they answer, and what to quote. */
import type { TutorData } from "../page/data.ts";
import { buildLibrary, type Library } from "./library.ts";
import type { Passage } from "./passages.ts";
import { readQuestion } from "./question.ts";
import { quoteOf } from "./quote.ts";
import { rank, type Ranked } from "./ranking.ts";
import { thesaurusOf, type Thesaurus } from "./synonyms/thesaurus.ts";
import { readTerms, type Term } from "./terms.ts";
import { judge } from "./verdict.ts";

/** Of a list, with the line that leads to it. */
const MOST_POINTS = 6;

/** A place of the lesson that has to do with a question. */
export interface Place {
  readonly passage: Passage;
  /** One to three sentences of it, word for word. */
  readonly quote: string;
  /** Where it only leads to a list: the points, or their beginning. */
  readonly points: readonly string[];
  readonly score: number;
  /** Questions that it answers, in its author's words. */
  readonly asks: readonly string[];
}

export interface Finding {
  /** Whether the first place answers the question; otherwise the lesson does not. */
  readonly answered: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  /** The best first. */
  readonly places: readonly Place[];
}

export class Tutor {
  readonly #library: Library;
  readonly #terms: readonly Term[];
  readonly #thesaurus: Thesaurus;

  constructor(passages: readonly Passage[], { language, terms, asks }: Pick<TutorData, "language" | "terms" | "asks">) {
    this.#terms = readTerms(terms, language);
    this.#library = buildLibrary(passages, { terms: this.#terms, asks }, language);
    this.#thesaurus = thesaurusOf(language);
  }

  find(text: string): Finding {
    const question = readQuestion(text, this.#library, { terms: this.#terms, thesaurus: this.#thesaurus });
    const ranked = rank(question, this.#library);
    const confidence = judge(question, ranked);
    const places = ranked.slice(0, 5).map(
      ({ entry, score }: Ranked): Place => ({
        passage: entry.passage,
        quote: quoteOf(entry, question, this.#library),
        points: this.#pointsOf(entry.passage),
        score,
        asks: entry.asks.map((asked) => asked.text),
      }),
    );
    return { answered: confidence >= 0.5, confidence, places };
  }

  #pointsOf({ text }: Passage): string[] {
    if (!/[:：]$/.test(text)) return [];
    return this.#library.entries.filter(({ passage }) => passage.kind !== "row" && passage.lead === text).slice(0, MOST_POINTS).map(({ passage }) => passage.text);
  }
}
