import assert from "node:assert/strict";
import { test } from "node:test";
import { performance } from "./performance.ts";
import { sampleQuestion } from "./testing/sample_question.ts";

const texts = ["Weigh", "Mix", "Knead"];
const question = sampleQuestion({ type: "performance", shown: { options: texts, texts } });
const opened = { answer: { scoring: "proportional" }, explanation: null, feedback: null };

test("A step that was not done is not called wrong, and none is given away as right", () => {
  const marked = performance.mark(question, opened, { kind: "steps", done: [1], steps: texts });
  assert.deepEqual([marked.parts, marked.right], [[null, null, null], []]);
});

test("It is the learner's own judgement, and says so", () => {
  assert.equal(performance.selfAssessed, true);
});

test("Kept ticks come back; a step that is gone, or no tick at all, do not", () => {
  assert.deepEqual(performance.unpack(question, "F")?.response.done, [0, 2]);
  for (const packed of ["I", "A", ""]) assert.equal(performance.unpack(question, packed), null, packed);
});
