import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleQuestion } from "../questions/testing/sample_question.ts";
import { drawIndices } from "./drawn.ts";

const NONE: ReadonlySet<string> = new Set();
const bank = (count: number) => Array.from({ length: count }, (_, at) => sampleQuestion({ id: `q${at + 1}` }));
const drawnIds = (questions: ReturnType<typeof bank>, count: number | null, seed: number, kept = NONE): string[] =>
  drawIndices(questions, count, seed, kept).map((index) => questions[index]?.id ?? "");

test("A draw takes as many questions as it says, each once, in the author's order", () => {
  const drawn = drawIndices(bank(20), 5, 42, NONE);
  assert.equal(new Set(drawn).size, 5);
  assert.deepEqual(drawn, [...drawn].sort((a, b) => a - b));
});

test("Without a draw, and with a draw of all, every question is asked", () => {
  assert.deepEqual(drawIndices(bank(3), null, 42, NONE), [0, 1, 2]);
  assert.deepEqual(drawIndices(bank(3), 3, 42, NONE), [0, 1, 2]);
  assert.deepEqual(drawIndices(bank(3), 9, 42, NONE), [0, 1, 2]);
});

test("The same seed draws the same questions, another one draws others", () => {
  assert.deepEqual(drawnIds(bank(20), 5, 7), drawnIds(bank(20), 5, 7));
  assert.notDeepEqual(drawnIds(bank(20), 5, 7), drawnIds(bank(20), 5, 8));
});

test("A draw is the same whatever order the author puts the questions in", () => {
  const questions = bank(20);
  assert.deepEqual(drawnIds([...questions].reverse(), 5, 7).sort(), drawnIds(questions, 5, 7).sort());
});

test("A question that is added takes one place of the draw at most", () => {
  for (let seed = 0; seed < 50; seed++) {
    const before = drawnIds(bank(20), 5, seed);
    const after = drawnIds(bank(21), 5, seed);
    assert.ok(before.filter((id) => after.includes(id)).length >= 4);
  }
});

test("Questions that were answered already stay in the draw", () => {
  for (let seed = 0; seed < 50; seed++) assert.ok(drawnIds(bank(20), 2, seed, new Set(["q3", "q17"])).join() === "q3,q17");
});

test("Every question is drawn as often as any other", () => {
  const times = new Map<string, number>();
  // Seeds as they come: hashes of learner, lesson and attempt.
  for (let seed = 0; seed < 4000; seed++) {
    for (const id of drawnIds(bank(10), 3, Math.imul(seed, 0x9e3779b1) >>> 0)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  // 1,200 expected, standard deviation 29: five of them either way.
  for (const [id, count] of times) assert.ok(Math.abs(count - 1200) < 145, `${id}: ${count}`);
  assert.equal(times.size, 10);
});
