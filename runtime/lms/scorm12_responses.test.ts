import assert from "node:assert/strict";
import test from "node:test";
import { interaction } from "../session/testing/samples.ts";
import type { Interaction } from "./port.ts";
import { correctPattern, interactionType, studentResponse } from "./scorm12_responses.ts";

const boolean = { type: "true-false", response: { kind: "boolean", value: false }, correct: { kind: "boolean", value: true } } as const;
const text = { type: "fill-in", response: { kind: "text", values: ["a, b", "c"] }, correct: { kind: "text", values: [["x", "y"], ["z"]], caseMatters: false } } as const;
const number = { type: "numeric", response: { kind: "number", value: 0.0000005, typed: "5e-7" }, correct: { kind: "number", min: 1, max: 2.5 } } as const;
const many = Array.from({ length: 40 }, (_, i) => `Option ${i}`);

test("responses are spelt as the standard has them for each type", () => { // complaint 15
  const choices = interaction("one", "q1", { response: { kind: "choices", chosen: [0, 2], options: ["A", "B", "C"] }, correct: { kind: "choices", chosen: [1] } });
  assert.deepEqual([studentResponse(choices), correctPattern(choices)], ["a,c", "b"]);
  assert.deepEqual([studentResponse(interaction("one", "q1", boolean)), correctPattern(interaction("one", "q1", boolean))], ["f", "t"]);
  assert.deepEqual([studentResponse(interaction("one", "q1", text)), correctPattern(interaction("one", "q1", text))], ["a, b,c", "x,z"]);
  assert.deepEqual([studentResponse(interaction("one", "q1", number)), correctPattern(interaction("one", "q1", number))], ["0.0000005", "1,2.5"]);
});

test("options beyond z are digits, and beyond those numbers in a fill-in", () => { // complaint 15
  const tenth = interaction("one", "q1", { response: { kind: "choices", chosen: [25, 26, 35], options: many.slice(0, 36) } });
  assert.deepEqual([interactionType(tenth), studentResponse(tenth)], ["choice", "z,0,9"]);
  const beyond = interaction("one", "q1", { response: { kind: "choices", chosen: [0, 39], options: many } });
  assert.deepEqual([interactionType(beyond), studentResponse(beyond)], ["fill-in", "1,40"]);
});

test("a long text is cut at 255 and not in the middle of a character", () => {
  const long = interaction("one", "q1", { ...text, response: { kind: "text", values: [`${"x".repeat(254)}😀`] } });
  assert.equal(studentResponse(long), "x".repeat(254));
});

/** Type, response and pattern as they are written. */
function written(changes: Partial<Interaction>): string[] {
  const one = interaction("one", "q1", changes);
  return [interactionType(one), studentResponse(one), correctPattern(one)];
}

test("pairs are source and target joined by a period, and a source without a target is left out", () => {
  const response = { kind: "pairs", chosen: [2, null, 0], sources: ["A", "B", "C"], targets: ["x", "y", "z"] } as const;
  assert.deepEqual(written({ type: "matching", response, correct: { kind: "pairs", chosen: [2, 1, 0] } }), ["matching", "1.c,3.a", "1.c,2.b,3.a"]);
});

test("a sequence is the items' ids in order", () => {
  const response = { kind: "order", order: [1, 0, 2], items: ["A", "B", "C"] } as const;
  assert.deepEqual(written({ type: "sequencing", response, correct: { kind: "order", order: [2, 0, 1] } }), ["sequencing", "b,a,c", "c,a,b"]);
});

test("a rating is one character, and has no right one", () => {
  const scale = Array.from({ length: 11 }, (_, at) => String(at));
  const rated = (chosen: number): string[] => written({ type: "likert", response: { kind: "rating", chosen, scale }, correct: { kind: "none" } });
  assert.deepEqual([rated(3), rated(10)], [["likert", "4", ""], ["likert", "b", ""]]);
});

test("an answer in sentences is a fill-in of at most 255 characters, on one line", () => {
  const long = { type: "long-fill-in", correct: { kind: "none" } } as const;
  assert.deepEqual(written({ ...long, response: { kind: "long-text", text: "One.\nTwo.", check: "partly" } }), ["fill-in", "One. Two.", ""]);
  assert.equal(written({ ...long, response: { kind: "long-text", text: "x".repeat(999), check: null } })[1], "x".repeat(255));
});

test("a performance is the steps that are done, and all of them are right", () => {
  const response = { kind: "steps", done: [0, 2], steps: ["A", "B", "C"] } as const;
  assert.deepEqual(written({ type: "performance", response, correct: { kind: "steps", count: 3 } }), ["performance", "a,c", "a,b,c"]);
});

test("the longest responses that the model allows fit into 255 characters", () => {
  const items = Array.from({ length: 36 }, (_, at) => String(at));
  const order = items.map((_, at) => at);
  const chosen = items.slice(0, 20).map((_, at) => at + 16);
  const lengths = [
    written({ type: "sequencing", response: { kind: "order", order, items }, correct: { kind: "order", order } }),
    written({ type: "matching", response: { kind: "pairs", chosen, sources: items.slice(0, 20), targets: items }, correct: { kind: "pairs", chosen } }),
    written({ type: "performance", response: { kind: "steps", done: order, steps: items }, correct: { kind: "steps", count: 36 } }),
  ].flat().map((text) => text.length);
  assert.ok(Math.max(...lengths) <= 255, lengths.join());
});
