import assert from "node:assert/strict";
import { test } from "node:test";
import type { Response } from "../lms/port.ts";
import { sequencing, startOrder } from "./sequencing.ts";
import { sampleQuestion } from "./testing/sample_question.ts";

const texts = ["b", "d", "a", "c"];
const question = sampleQuestion({ type: "sequencing", shown: { options: texts, texts } });
const right = [2, 0, 3, 1];

function partsOf(order: readonly number[], scoring: string): unknown {
  const response: Response = { kind: "order", order, items: texts };
  return sequencing.mark(question, { answer: { order: right, scoring }, explanation: null, feedback: null }, response).parts;
}

test("No quiz begins with the items in the right order", () => {
  for (let seed = 0; seed < 500; seed++) {
    for (const order of [right, [0, 1], [1, 0]]) {
      const start = startOrder(order, seed);
      assert.notDeepEqual(start, order, `seed ${seed}`);
      assert.deepEqual([...start].sort(), order.map((_, at) => at));
    }
  }
});

test("An item in its own place is right when all must be right", () => {
  assert.deepEqual(partsOf([2, 3, 0, 1], "all-or-nothing"), ["wrong", "right", "right", "wrong"]);
});

test("An item beside its right neighbour is right when neighbours count", () => {
  assert.deepEqual(partsOf([1, 2, 0, 3], "proportional"), ["right", "wrong", "right", "right"]);
});

test("The right order is told by number", () => {
  const marked = sequencing.mark(question, { answer: { order: right, scoring: "all-or-nothing" }, explanation: null, feedback: null }, null);
  assert.deepEqual(marked.correct, { kind: "order", order: right });
  assert.equal(marked.right.length, 4);
});

test("A kept order with an item twice, or of another number of items, is no answer", () => {
  for (const packed of ["AABC", "ABC", "ABCDE", "AB_C", ""]) assert.equal(sequencing.unpack(question, packed), null, packed);
  assert.deepEqual(sequencing.unpack(question, "BADC")?.response.order, [1, 0, 3, 2]);
});
