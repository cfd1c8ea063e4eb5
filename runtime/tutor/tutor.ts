/** Answers questions with what a lesson says: finds the passages, decides whether they answer, and what to quote. */
import type { TutorData } from "../page/data.ts";
import type { AsksData, OtherLesson } from "./asks.ts";
import { buildLibrary, type Library } from "./library.ts";
import { findOpen } from "./open_questions.ts";
import type { Passage } from "./passages.ts";
import { readQuestion } from "./question.ts";
import { quoteOf } from "./quote.ts";
import { rank, type Ranked } from "./ranking.ts";
import { thesaurusOf, type Thesaurus } from "./synonyms/thesaurus.ts";
import { readTerms, type Term } from "./terms.ts";
import { judge } from "./verdict.ts";

/** From here on a question is taken for one that the author says another lesson answers. */
const SAME_MATTER = 0.5;
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
  /** Where the lesson does not answer: the one that does, by the author's word. */
  readonly elsewhere: OtherLesson | null;
  /** The best first. */
  readonly places: readonly Place[];
}

/** What a tutor is told of a lesson, beside its passages. */
export interface Told extends Pick<TutorData, "language" | "terms"> {
  readonly asks: AsksData;
}

export class Tutor {
  readonly #library: Library;
  readonly #terms: readonly Term[];
  readonly #thesaurus: Thesaurus;

  constructor(passages: readonly Passage[], { language, terms, asks }: Told) {
    this.#terms = readTerms(terms, language);
    this.#library = buildLibrary(passages, { terms: this.#terms, asks }, language);
    this.#thesaurus = thesaurusOf(language);
  }

  find(text: string): Finding {
    const question = readQuestion(text, this.#library, { terms: this.#terms, thesaurus: this.#thesaurus });
    const ranked = rank(question, this.#library);
    const open = findOpen(question, this.#library);
    const confidence = judge(question, ranked, open);
    const answered = confidence >= 0.5;
    const elsewhere = !answered && open.alike >= SAME_MATTER ? (open.question?.lesson ?? null) : null;
    const places = ranked.slice(0, 5).map(
      ({ entry, score }: Ranked): Place => ({
        passage: entry.passage,
        quote: quoteOf(entry, question, this.#library),
        points: this.#pointsOf(entry.passage),
        score,
        asks: entry.asks.map((asked) => asked.text),
      }),
    );
    return { answered, confidence, elsewhere, places };
  }

  #pointsOf({ text }: Passage): string[] {
    if (!/[:：]$/.test(text)) return [];
    return this.#library.entries.filter(({ passage }) => passage.kind !== "row" && passage.lead === text).slice(0, MOST_POINTS).map(({ passage }) => passage.text);
  }
}
