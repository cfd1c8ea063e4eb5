/** Questions to learn from, each as a tutor of its lesson sees it before anything is weighed. */
import { NO_ASKS, type AsksData } from "../../runtime/tutor/asks.ts";
import { buildLibrary } from "../../runtime/tutor/library.ts";
import { findOpen, type LeftOpen } from "../../runtime/tutor/open_questions.ts";
import type { Passage } from "../../runtime/tutor/passages.ts";
import { readQuestion, type Question } from "../../runtime/tutor/question.ts";
import { measure } from "../../runtime/tutor/ranking.ts";
import { thesaurusOf } from "../../runtime/tutor/synonyms/thesaurus.ts";
import { readTerms } from "../../runtime/tutor/terms.ts";

export interface Lesson {
  readonly language: string;
  readonly terms: readonly (readonly string[])[];
  readonly passages: readonly Passage[];
  readonly asks: AsksData;
}

export interface Data {
  readonly lessons: Readonly<Record<string, Lesson>>;
  readonly tune: readonly { readonly lesson: string; readonly ask: string; readonly passages: readonly string[] }[];
}

/** Which of the author's questions the tutor knows: all of them, a third, those with an answer, none; `others`: all but the one that is asked. */
export type Told = "all" | "few" | "answered" | "none" | "others";

export interface Example {
  readonly lesson: string;
  /** Whose question it is. */
  readonly source: "tune" | "author";
  readonly told: Told;
  /** Whether the tutor knows everyday words that stand for each other. */
  readonly worded: boolean;
  /** Texts of the passages that answer it; none: the lesson leaves it open. */
  readonly answers: ReadonlySet<string>;
  readonly question: Question;
  readonly measured: ReturnType<typeof measure>;
  readonly open: LeftOpen;
}

export function readExamples({ lessons, tune }: Data): Example[] {
  return Object.entries(lessons).flatMap(([id, lesson]) => {
    const authors = [true, false].flatMap((worded) => askAuthors(id, lesson, worded));
    const tuned = tune.filter((each) => each.lesson === id);
    return [...authors, ...[true, false].flatMap((worded) => askTuned(id, lesson, tuned, worded))];
  });
}

function askAuthors(id: string, lesson: Lesson, worded: boolean): Example[] {
  const { answered, open } = lesson.asks;
  const library = buildLibrary(lesson.passages, { terms: readTerms(lesson.terms, lesson.language), asks: lesson.asks }, lesson.language);
  const withAnswer = answered.flatMap((entry) => {
    const texts = library.entries.filter(({ asks }) => asks.some(({ text }) => entry.includes(text, 1))).map(({ passage }) => passage.text);
    return entry.slice(1).flatMap((ask) => {
      const others = { open, answered: answered.map((other) => (other === entry ? entry.filter((each) => each !== ask) : other)) };
      const asked = (told: Told, asks: AsksData): Example => ({ lesson: id, source: "author", told, worded, answers: new Set(texts), ...see(ask, lesson, asks, worded) });
      return [asked("others", others), asked("none", NO_ASKS)];
    });
  });
  const leftOpen = open.flatMap((entry) =>
    entry.questions.map((ask): Example => {
      const others = { answered, open: open.map((other) => (other === entry ? { ...entry, questions: entry.questions.filter((each) => each !== ask) } : other)) };
      return { lesson: id, source: "author", told: "others", worded, answers: new Set(), ...see(ask, lesson, others, worded) };
    }),
  );
  return [...withAnswer, ...leftOpen];
}

function askTuned(id: string, lesson: Lesson, tuned: Data["tune"], worded: boolean): Example[] {
  const { asks } = lesson;
  const kinds: readonly (readonly [Told, AsksData])[] = [["all", asks], ["few", thinOut(asks)], ["answered", { ...asks, open: [] }], ["none", NO_ASKS]];
  return tuned.flatMap(({ ask, passages }) => {
    const texts = lesson.passages.map(({ text }) => text).filter((text) => passages.some((quote) => plain(text).includes(plain(quote))));
    return kinds.map(([told, known]): Example => ({ lesson: id, source: "tune", told, worded, answers: new Set(texts), ...see(ask, lesson, known, worded) }));
  });
}

/** One question to each passage, and of three that are left open one. */
function thinOut({ answered, open }: AsksData): AsksData {
  return { answered: answered.map((entry) => entry.slice(0, 2)), open: open.map((entry) => ({ ...entry, questions: entry.questions.filter((_, at) => at % 3 === 0) })) };
}

function see(ask: string, { language, terms: names, passages }: Lesson, asks: AsksData, worded: boolean): Pick<Example, "question" | "measured" | "open"> {
  const terms = readTerms(names, language);
  const library = buildLibrary(passages, { terms, asks }, language);
  const { links, words } = thesaurusOf(language);
  const question = readQuestion(ask, library, { terms, thesaurus: { links: worded ? links : new Map(), words } });
  return { question, measured: measure(question, library), open: findOpen(question, library) };
}

function plain(text: string): string {
  return text.replace(/[*`]/g, "").replace(/\s+/g, " ").trim().toLowerCase();
}
