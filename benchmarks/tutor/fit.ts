/**
 * Learns what each sign of the verdict counts: `node fit.ts DATA`, where `fit.py` wrote DATA.
 *
 * Each of the author's questions is judged by a tutor that does not know it: those under a quote are answered, the others
 * are not. The tuned half is asked three times: of the lesson with all its questions, without those left open, without any.
 * Tried lesson by lesson on what was learned from the eleven others.
 */
import { readFileSync } from "node:fs";
import { NO_ASKS, type AsksData } from "../../runtime/tutor/asks.ts";
import { buildLibrary } from "../../runtime/tutor/library.ts";
import { findOpen } from "../../runtime/tutor/open_questions.ts";
import type { Passage } from "../../runtime/tutor/passages.ts";
import { readQuestion } from "../../runtime/tutor/question.ts";
import { rank } from "../../runtime/tutor/ranking.ts";
import { thesaurusOf } from "../../runtime/tutor/synonyms/thesaurus.ts";
import { readTerms } from "../../runtime/tutor/terms.ts";
import { signsOf, type Signs } from "../../runtime/tutor/verdict.ts";

const LEARNED = ["always", "unasked", "text", "whole", "asked", "askedKind", "open", "unopened", "absent", "onlyLike", "number", "definition"] as const satisfies readonly (keyof Signs)[];
/** Of the author's questions beside those of the tuned half. */
const AUTHORS_SHARE = 0.3;
/** Of the tuned half, asked of lessons with fewer questions. */
const OTHERS_SHARE = 0.3;
/** Of the squares of the weights, each sign in units of its spread. */
const RIDGE = 10;
/** Each kind of question weighs as many as this, however many there are. */
const EACH = 100;

interface Lesson {
  readonly language: string;
  readonly terms: readonly (readonly string[])[];
  readonly passages: readonly Passage[];
  readonly asks: AsksData;
}

interface Example {
  readonly lesson: string;
  /** Which of the lesson's questions the tutor was told; null: the example is one of them. */
  readonly tuned: "all" | "answered" | "none" | null;
  readonly answered: boolean;
  readonly signs: readonly number[];
}

interface Data {
  readonly lessons: Readonly<Record<string, Lesson>>;
  readonly tune: readonly { readonly lesson: string; readonly ask: string; readonly passages: readonly string[] }[];
}

function readSigns(ask: string, { language, terms: names, passages }: Lesson, asks: AsksData): number[] {
  const terms = readTerms(names, language);
  const library = buildLibrary(passages, { terms, asks }, language);
  const question = readQuestion(ask, library, { terms, thesaurus: thesaurusOf(language) });
  const signs = signsOf(question, rank(question, library), findOpen(question, library));
  return LEARNED.map((name) => signs?.[name] ?? 0);
}

function examplesOf(id: string, lesson: Lesson, tune: Data["tune"]): Example[] {
  const { answered, open } = lesson.asks;
  const made: Example[] = [];
  const add = (ask: string, asks: AsksData, isAnswered: boolean, tuned: Example["tuned"] = null): void => void made.push({ lesson: id, tuned, answered: isAnswered, signs: readSigns(ask, lesson, asks) });
  for (const entry of answered) {
    for (const ask of entry.slice(1)) add(ask, { open, answered: answered.map((other) => (other === entry ? entry.filter((each) => each !== ask) : other)) }, true);
  }
  for (const entry of open) {
    for (const ask of entry.questions) add(ask, { answered, open: open.map((other) => (other === entry ? { ...entry, questions: entry.questions.filter((each) => each !== ask) } : other)) }, false);
  }
  for (const { ask, passages } of tune.filter(({ lesson: other }) => other === id)) {
    add(ask, lesson.asks, passages.length > 0, "all");
    add(ask, { answered, open: [] }, passages.length > 0, "answered");
    add(ask, NO_ASKS, passages.length > 0, "none");
  }
  return made;
}

/** Weights by Newton's method; `always` is not held small. */
function learn(examples: readonly Example[]): number[] {
  const size = LEARNED.length;
  const spread = LEARNED.map((_, at) => {
    const values = examples.map(({ signs }) => signs[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  });
  const count = (one: Example): number => examples.filter(({ tuned, answered }) => tuned === one.tuned && answered === one.answered).length;
  const counts = new Map<string, number>();
  const weightOf = (one: Example): number => {
    const key = `${one.tuned} ${one.answered}`;
    if (!counts.has(key)) counts.set(key, count(one));
    return ((one.tuned === null ? AUTHORS_SHARE : one.tuned === "all" ? 1 : OTHERS_SHARE) * EACH) / (counts.get(key) ?? 1);
  };
  const rows = examples.map((one) => ({ signs: one.signs.map((value, at) => value / (spread[at] ?? 1)), weight: weightOf(one), target: one.answered ? 1 : 0 }));
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
    const bend: number[][] = weights.map((_, row) => weights.map((_, column): number => (row === column ? (row === 0 ? 1e-6 : RIDGE) : 0)));
    for (const { signs, weight, target } of rows) {
      const chance = 1 / (1 + Math.exp(-signs.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
      signs.forEach((value, row) => {
        slope[row] = (slope[row] ?? 0) + weight * (chance - target) * value;
        signs.forEach((other, column) => {
          const line = bend[row] ?? [];
          line[column] = (line[column] ?? 0) + weight * chance * (1 - chance) * value * other;
        });
      });
    }
    const step = solve(bend, slope);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
  }
  return weights.map((weight, at) => weight / (spread[at] ?? 1));
}

/** Gauss's elimination; the matrix is symmetric and positive. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivot, at) => {
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      row.forEach((value, column) => (row[column] = value - factor * (pivot[column] ?? 0)));
    }
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

function sumOf(signs: readonly number[], weights: readonly number[]): number {
  return signs.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

const data = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Data;
const examples = Object.entries(data.lessons).flatMap(([id, lesson]) => examplesOf(id, lesson, data.tune));
const tried = Object.keys(data.lessons).flatMap((id) => {
  const weights = learn(examples.filter(({ lesson }) => lesson !== id));
  return examples.filter(({ lesson, tuned }) => tuned !== null && lesson === id).map(({ signs, answered, tuned }) => ({ answered, tuned, sum: sumOf(signs, weights) }));
});
const weights = learn(examples);
console.log(`${examples.length} questions. Learned from eleven lessons, tried on the tuned questions of the twelfth:`);
for (const told of ["all", "answered", "none"] as const) {
  console.log(`\ntold ${told}: added to always, rightly refused, falsely refused`);
  for (const more of [-0.4, -0.2, 0, 0.1, 0.2, 0.3, 0.4]) {
    const share = (answered: boolean): string => {
      const those = tried.filter((one) => one.answered === answered && one.tuned === told);
      return (those.filter(({ sum }) => sum + more < 0).length / those.length).toFixed(3);
    };
    console.log(`${more.toFixed(1).padStart(6)}  ${share(false)}  ${share(true)}`);
  }
}
console.log("\nFrom all twelve:");
LEARNED.forEach((name, at) => console.log(`  ${name}: ${(weights[at] ?? 0).toFixed(2)},`));
