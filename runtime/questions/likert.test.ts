import assert from "node:assert/strict";
import { test } from "node:test";
import { likert } from "./likert.ts";
import { sampleQuestion } from "./testing/sample_question.ts";

const question = sampleQuestion({ type: "likert", points: 0, shown: { scale: ["No", "So", "Yes"] } });
const opened = { answer: {}, explanation: null, feedback: null };

test("No opinion is right or wrong, and none is told as right", () => {
  const response = { kind: "rating", chosen: 2, scale: ["No", "So", "Yes"] } as const;
  assert.deepEqual(likert.mark(question, opened, response), { share: null, correct: { kind: "none" }, parts: [], right: [], feedback: [] });
});

test("A kept point of the scale comes back; one that is gone, or two, do not", () => {
  assert.equal(likert.unpack(question, "C")?.response.chosen, 2);
  for (const packed of ["D", "AB", "_", ""]) assert.equal(likert.unpack(question, packed), null, packed);
});
