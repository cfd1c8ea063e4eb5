/** The worst case that docs/state.md states, proved on the table that Python's budget check is held to as well. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { manyIds } from "../session/testing/samples.ts";
import { decode, encode } from "./codec.ts";
import { fingerprint, keyOf } from "./hash.ts";
import type { LessonState, Progress } from "./progress.ts";
import { LOG_LIMIT } from "./progress.ts";

interface Case {
  readonly lessons: number;
  /** Of each lesson, the longest packed response of each question. */
  readonly questions: readonly (readonly number[])[];
  readonly interactions: boolean;
  readonly worst: number;
}

const GOLDEN = new URL("../../tests/golden/state_worst_case.json", import.meta.url);
const cases = JSON.parse(readFileSync(GOLDEN, "utf8")) as Case[];

/** As many steps as take six characters. */
const FEW_STEPS = 36;

/** docs/state.md, "The worst case". */
function worstCase({ lessons, questions, interactions }: Omit<Case, "worst">): number {
  const table = Math.min(1 + 7 * lessons, 2 + 2 * lessons + 3 * Math.ceil(lessons / 32));
  const count = questions.reduce((sum, lesson) => sum + lesson.length, 0);
  const log = interactions ? 5 * Math.min(count, LOG_LIMIT) : 0;
  const answers = Math.max(0, ...questions.map((lesson) => lesson.reduce((sum, packed) => sum + 4 + packed, 0)));
  return 28 + table + log + answers;
}

/** Everything passed after many attempts, every step ticked, every quiz begun again and answered at length. */
function worstProgress({ lessons, questions, interactions }: Case, ids: readonly string[]): Progress {
  const states = new Map<string, LessonState>();
  const log: string[] = [];
  const order = [...ids.keys()].sort((a, b) => length(questions[a]) - length(questions[b])); // the longest is open now
  for (const index of order) {
    const packed = questions[index] ?? [];
    const answers = packed.map((size, i) => ({ fingerprint: fingerprint(`${index}.${i}`), packed: "_".repeat(size), share: 1 }));
    const ticks = Array.from({ length: FEW_STEPS }, (_, i) => i);
    states.set(keyOf(ids[index] ?? ""), { status: "failed", best: 100, finished: 12, underWay: true, answers, timeLeft: null, ticks, place: 63, read: 63 });
    if (interactions) packed.forEach((_, i) => log.length < LOG_LIMIT && log.push(keyOf(`${index}.${i}`)));
  }
  assert.equal(states.size, lessons);
  return { revision: 262143, location: [...states.keys()].at(-1) ?? "", lessons: states, log };
}

function length(packed: readonly number[] | undefined): number {
  return (packed ?? []).reduce((sum, size) => sum + 4 + size, 0);
}

function results(progress: Progress): [string, string, number | null, number][] {
  return [...progress.lessons].map(([key, { status, best, finished }]): [string, string, number | null, number] => [key, status, best, finished]).sort();
}

for (const one of cases) {
  const name = `${one.lessons} lessons, ${one.questions.flat().length} questions, interactions ${one.interactions}`;
  const ids = manyIds(one.lessons);

  test(`the worst case by the formula is the golden one: ${name}`, () => {
    assert.equal(worstCase(one), one.worst);
  });

  test(`the worst state fits its worst case and keeps every result and the open quiz: ${name}`, () => {
    const worst = worstProgress(one, ids);
    const text = encode(worst, ids, one.worst);
    assert.ok(text.length <= one.worst, `${text.length} > ${one.worst}`);
    const back = decode(text, ids);
    assert.deepEqual(results(back), results(worst));
    assert.deepEqual(back.log, worst.log);
    assert.deepEqual(back.lessons.get(worst.location), worst.lessons.get(worst.location));
  });

  test(`with one character less something of it is lost: ${name}`, () => {
    const worst = worstProgress(one, ids);
    const back = decode(encode(worst, ids, one.worst - 1), ids);
    const kept = back.log.length === worst.log.length && back.lessons.get(worst.location)?.answers.length === worst.lessons.get(worst.location)?.answers.length;
    assert.equal(kept && back.lessons.get(worst.location)?.ticks.length === FEW_STEPS, false);
  });
}

test("the time left of a timed attempt takes three characters more, and nothing else gives way to it", () => {
  const one = cases.find(({ questions }) => questions[0]?.length === 10) as Case;
  const ids = manyIds(one.lessons);
  const worst = worstProgress(one, ids);
  const lessons = new Map([...worst.lessons].map(([key, state]) => [key, { ...state, timeLeft: 14_400 }]));
  const back = decode(encode({ ...worst, lessons }, ids, one.worst + 3), ids);
  assert.deepEqual(back.lessons.get(worst.location), lessons.get(worst.location));
  assert.deepEqual(back.log, worst.log);
});

test("1,596 lessons with results and ten open answers fit SCORM 1.2's 4,096 characters", () => {
  const largest = cases.find((one) => one.lessons === 1596 && one.questions[0]?.length === 10);
  assert.ok(largest !== undefined && largest.worst <= 4096);
});
