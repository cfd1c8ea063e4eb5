/**
 * Learns what each feature of a passage and each sign of the verdict counts: `node fit.ts DATA`, where `fit.py` wrote DATA.
 *
 * Each of the author's questions is asked of a tutor that does not know it, and of one that knows none of them: those under
 * a quote are answered by its passage, the others by none. The tuned half is asked of the lesson with all its questions,
 * with a third of them, without those left open, without any. Everything is asked twice, of a tutor that knows everyday
 * words that stand for each other and of one that does not, since that list serves the tuned half better than it will others.
 *
 * Tried lesson by lesson on what was learned from the eleven others, from the ranking to the verdict.
 */
import { readFileSync } from "node:fs";
import { order } from "../../runtime/tutor/ranking.ts";
import { signsOf, type Signs } from "../../runtime/tutor/verdict.ts";
import { RANKING, VERDICT } from "../../runtime/tutor/weights.ts";
import { readExamples, type Data, type Example, type Told } from "./examples.ts";
import { dot, learnChoices, learnDecisions, type Choice, type Decision } from "./regression.ts";

type Weights = typeof RANKING;

/** Set by hand. */
const RANKING_BY_HAND: readonly (keyof Weights)[] = ["askedHolds", "defines", "verbatim"];
const VERDICT_BY_HAND: readonly (keyof Signs)[] = ["plain", "defines", "verbatim", "verbatimOpen", "heading"];
const FEATURES = (Object.keys(RANKING) as (keyof Weights)[]).filter((name) => !RANKING_BY_HAND.includes(name));
const SIGNS = (Object.keys(VERDICT) as (keyof Signs)[]).filter((name) => !VERDICT_BY_HAND.includes(name));

/** What a question counts where passages are ordered. */
const CHOICES: Readonly<Record<Example["source"], Partial<Record<Told, number>>>> = { tune: { all: 1, few: 0.5, none: 0.5 }, author: { others: 0.1, none: 0.05 } };
/** What all questions of a kind count together where it is judged whether one is answered; half for the answered, half for the others. */
const DECISIONS: Readonly<Record<Example["source"], Partial<Record<Told, number>>>> = { tune: { all: 200, few: 60, answered: 60, none: 60 }, author: { others: 60 } };
/** Of the squares of the weights, each in units of its spread. */
const RANKING_RIDGE = 5;
const VERDICT_RIDGE = 10;

interface Learned {
  readonly ranking: Weights;
  readonly verdict: Readonly<Record<string, number>>;
}

function learn(examples: readonly Example[]): Learned {
  const ranking = { ...RANKING, ...named(FEATURES, learnChoices(examples.flatMap(readChoice), RANKING_RIDGE)) };
  const verdict = { ...VERDICT, ...named(SIGNS, learnDecisions(readDecisions(examples, ranking), VERDICT_RIDGE)) };
  return { ranking, verdict };
}

function readChoice({ source, told, worded, answers, measured }: Example): Choice[] {
  const weight = (CHOICES[source][told] ?? 0) / 2;
  // Three times is enough for each of the author's questions.
  if (weight === 0 || (!worded && source === "author" && told === "none")) return [];
  const among = measured.map(({ entry, features }) => ({
    signs: FEATURES.map((name) => features[name]),
    offset: RANKING_BY_HAND.reduce((sum, name) => sum + RANKING[name] * features[name], 0),
    right: answers.has(entry.passage.text),
  }));
  return among.some(({ right }) => right) ? [{ among, weight }] : [];
}

function readDecisions(examples: readonly Example[], ranking: Weights): Decision[] {
  const kindOf = ({ source, told, answers }: Example): string => `${source} ${told} ${answers.size > 0}`;
  const judged = examples.flatMap((example) => {
    const signs = DECISIONS[example.source][example.told] === undefined ? null : signsOf(example.question, order(example.measured, ranking), example.open);
    return signs === null ? [] : [{ example, signs }];
  });
  const counts = new Map<string, number>();
  for (const { example } of judged) counts.set(kindOf(example), (counts.get(kindOf(example)) ?? 0) + 1);
  return judged.map(({ example, signs }) => ({
    signs: SIGNS.map((name) => signs[name]),
    offset: VERDICT_BY_HAND.reduce((sum, name) => sum + VERDICT[name] * signs[name], 0),
    yes: example.answers.size > 0,
    weight: (DECISIONS[example.source][example.told] ?? 0) / 2 / (counts.get(kindOf(example)) ?? 1),
  }));
}

function named<Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0])) as Record<Name, number>;
}

/** One question, asked of a lesson that was not learned from. */
interface Trial {
  readonly example: Example;
  readonly hits: readonly boolean[];
  /** Minus infinity where nothing has to do with it. */
  readonly sum: number;
}

function attempt(example: Example, { ranking, verdict }: Learned): Trial {
  const ranked = order(example.measured, ranking);
  const signs = signsOf(example.question, ranked, example.open);
  const names = Object.keys(verdict) as (keyof Signs)[];
  const sum = signs === null ? -Infinity : dot(names.map((name) => signs[name]), names.map((name) => verdict[name] ?? 0));
  return { example, hits: ranked.slice(0, 3).map(({ entry }) => example.answers.has(entry.passage.text)), sum };
}

function share(trials: readonly Trial[], holds: (trial: Trial) => boolean): string {
  return (trials.filter(holds).length / trials.length).toFixed(3);
}

function report(trials: readonly Trial[]): void {
  const answered = trials.filter(({ example }) => example.answers.size > 0);
  const open = trials.filter(({ example }) => example.answers.size === 0);
  console.log(`  hit@1 ${share(answered, ({ hits }) => hits[0] === true)}, hit@3 ${share(answered, ({ hits }) => hits.includes(true))}`);
  if (open.length === 0) return;
  console.log("  added to always, rightly refused, falsely refused");
  for (const more of [-0.4, -0.2, 0, 0.2, 0.4]) {
    const refused = ({ sum }: Trial): boolean => sum + more < 0;
    console.log(`  ${more.toFixed(1).padStart(6)}  ${share(open, refused)}  ${share(answered, refused)}`);
  }
}

const data = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Data;
const examples = readExamples(data);
const trials = Object.keys(data.lessons).flatMap((id) => {
  const learned = learn(examples.filter(({ lesson }) => lesson !== id));
  return examples.filter(({ lesson }) => lesson === id).map((example) => attempt(example, learned));
});
console.log(`${examples.length} examples. Learned from eleven lessons, tried on the twelfth:`);
for (const [source, told] of [["tune", "all"], ["tune", "few"], ["tune", "answered"], ["tune", "none"], ["author", "others"], ["author", "none"]] as const) {
  for (const worded of [true, false]) {
    console.log(`\n${source === "tune" ? "tuned half" : "author's questions"}, told ${told}${worded ? "" : ", no everyday words"}`);
    report(trials.filter(({ example }) => example.source === source && example.told === told && example.worded === worded));
  }
}
const { ranking, verdict } = learn(examples);
console.log("\nFrom all twelve, RANKING:");
for (const name of FEATURES) console.log(`  ${name}: ${ranking[name].toFixed(2)},`);
console.log("VERDICT:");
for (const name of SIGNS) console.log(`  ${name}: ${(verdict[name] ?? 0).toFixed(2)},`);
