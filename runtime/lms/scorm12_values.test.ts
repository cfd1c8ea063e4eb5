import assert from "node:assert/strict";
import test from "node:test";
import { interaction } from "../session/testing/samples.ts";
import { correctPattern, decimal, higherStatus, identifier, interactionType, lessonStatus, resultWord, studentResponse, timeOfDay, timespan } from "./scorm12_values.ts";

test("a timespan has four digits of hours and always two decimals", () => { // complaint 17
  assert.deepEqual([0, 1.5, 59.999, 3661.07, 360000, -3, 1e9].map(timespan), [
    "0000:00:00.00", "0000:00:01.50", "0000:01:00.00", "0001:01:01.07", "0100:00:00.00", "0000:00:00.00", "9999:59:59.99",
  ]);
});

test("a time of day is the learner's", () => {
  assert.equal(timeOfDay(new Date(2026, 5, 1, 7, 8, 9).getTime()), "07:08:09");
});

test("a decimal has no needless zeros, no exponent and no comma", () => { // complaint 19
  assert.deepEqual([decimal(80), decimal(66.67), decimal(0), decimal(-0.001), decimal(1e-7, 10), decimal(100)], ["80", "66.67", "0", "0", "0.0000001", "100"]);
});

test("an id has no spaces, no characters beyond ASCII, and at most 255", () => { // complaint 15, 27
  assert.equal(identifier("lesson one.ü"), "lesson_one._");
  assert.equal(identifier("x".repeat(300)).length, 255);
});

test("success makes the status where there is one, else completion", () => {
  assert.deepEqual([lessonStatus("completed", "passed"), lessonStatus("completed", "failed"), lessonStatus("completed", "unknown"), lessonStatus("incomplete", "unknown")], ["passed", "failed", "completed", "incomplete"]);
});

test("a status is never lowered", () => { // complaint 13
  assert.deepEqual([higherStatus("passed", "failed"), higherStatus("completed", "failed"), higherStatus("failed", "passed"), higherStatus(null, "incomplete")], ["passed", "completed", "passed", "incomplete"]);
});

test("a wrong answer is called wrong", () => { // complaint 16
  assert.deepEqual(["correct", "incorrect", "neutral"].map((result) => resultWord(result as "correct")), ["correct", "wrong", "neutral"]);
});

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
