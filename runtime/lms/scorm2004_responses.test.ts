import assert from "node:assert/strict";
import test from "node:test";
import { interaction } from "../session/testing/samples.ts";
import type { Interaction } from "./port.ts";
import { correctPatterns, learnerResponse } from "./scorm2004_responses.ts";
import { isPattern, isResponse } from "./testing/scorm2004_data_model.ts";

/** Response and patterns as they are written; all of them such that the standard and Moodle take them. */
function written(changes: Partial<Interaction>): [string, ...string[]] {
  const one = interaction("one", "q1", changes);
  const [response, patterns] = [learnerResponse(one), correctPatterns(one)];
  assert.ok(isResponse(one.type, response), `${one.type}: ${response}`);
  patterns.forEach((pattern, index) => assert.ok(isPattern(one.type, pattern, index), `${one.type}: ${pattern}`));
  return [response, ...patterns];
}

test("responses have the standard's delimiters, for each type", () => { // complaint 15
  assert.deepEqual(written({ response: { kind: "choices", chosen: [0, 2], options: ["A", "B", "C"] }, correct: { kind: "choices", chosen: [1, 2] } }), ["a[,]c", "b[,]c"]);
  assert.deepEqual(written({ type: "true-false", response: { kind: "boolean", value: false }, correct: { kind: "boolean", value: true } }), ["false", "true"]);
  const pairs = { kind: "pairs", chosen: [2, null, 0], sources: ["A", "B", "C"], targets: ["x", "y", "z"] } as const;
  assert.deepEqual(written({ type: "matching", response: pairs, correct: { kind: "pairs", chosen: [2, 1, 0] } }), ["1[.]c[,]3[.]a", "1[.]c[,]2[.]b[,]3[.]a"]);
  const order = { kind: "order", order: [1, 0], items: ["A", "B"] } as const;
  assert.deepEqual(written({ type: "sequencing", response: order, correct: { kind: "order", order: [0, 1] } }), ["b[,]a", "a[,]b"]);
  assert.deepEqual(written({ type: "likert", response: { kind: "rating", chosen: 2, scale: ["a", "b", "c"] }, correct: { kind: "none" } }), ["3"]);
  const steps = { kind: "steps", done: [1], steps: ["A", "B"] } as const;
  assert.deepEqual(written({ type: "performance", response: steps, correct: { kind: "steps", count: 2 } }), ["a[.]false[,]b[.]true", "a[.]true[,]b[.]true"]);
  assert.deepEqual(written({ type: "long-fill-in", response: { kind: "long-text", text: "In a\nfew words.", check: null }, correct: { kind: "none" } }), ["In a few words."]);
});

test("a number has seven decimals at most, and what is right is a range", () => { // complaint 15
  const number = (value: number, typed: string): string[] => written({ type: "numeric", response: { kind: "number", value, typed }, correct: { kind: "number", min: 1, max: 2.5 } });
  assert.deepEqual(number(0.12345678, "0.12345678"), ["0.1234568", "1[:]2.5"]);
  const none = interaction("one", "q1", { type: "numeric", response: { kind: "number", value: NaN, typed: "many" } });
  assert.equal(learnerResponse(none), "");
});

test("each text is cut at 250, keeps to its blank, and five patterns say what is accepted", () => { // complaint 15
  const blanks = [["x", "y", "x"], ["1", "2", "3", "4"]];
  const [response, ...patterns] = written({ type: "fill-in", response: { kind: "text", values: ["a[,]b", "c".repeat(300)] }, correct: { kind: "text", values: blanks, caseMatters: true } });
  assert.equal(response, `a,b[,]${"c".repeat(250)}`);
  assert.equal(patterns.length, 5);
  assert.equal(patterns[0], "{case_matters=true}x[,]1");
  const [long] = written({ type: "long-fill-in", response: { kind: "long-text", text: "d".repeat(5000), check: "yes" }, correct: { kind: "none" } });
  assert.equal(long.length, 4000);
});
