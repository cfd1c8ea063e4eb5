import assert from "node:assert/strict";
import { test } from "node:test";
import { matching } from "./matching.ts";
import { sampleQuestion } from "./testing/sample_question.ts";

const shown = { sources: ["<em>A</em>", "B"], sourceTexts: ["A", "B"], targets: ["x", "y", "z"] };
const question = sampleQuestion({ type: "matching", shown });
const opened = { answer: { correct: [1, 0], scoring: "proportional" }, explanation: null, feedback: null };

test("Each source is right or wrong by itself", () => {
  const response = { kind: "pairs", chosen: [1, null], sources: ["A", "B"], targets: shown.targets } as const;
  assert.deepEqual(matching.mark(question, opened, response).parts, ["right", "wrong"]);
});

test("The right pairs are named in plain words, in the author's order", () => {
  const marked = matching.mark(question, opened, null);
  assert.equal(marked.right.length, 2);
  assert.deepEqual(marked.correct, { kind: "pairs", chosen: [1, 0] });
});

test("A kept answer comes back with its gap", () => {
  const response = { kind: "pairs", chosen: [null, 2], sources: ["A", "B"], targets: shown.targets } as const;
  assert.deepEqual(matching.unpack(question, matching.pack(response)), { response, whole: true });
});

test("A kept answer to more or fewer sources, to a target that is gone, or to nothing is no answer", () => {
  for (const packed of ["A", "AAA", "AD", "__", ""]) assert.equal(matching.unpack(question, packed), null, packed);
});
