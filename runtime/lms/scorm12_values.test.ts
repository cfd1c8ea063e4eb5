import assert from "node:assert/strict";
import test from "node:test";
import { lessonStatus, resultWord, timeOfDay, timespan } from "./scorm12_values.ts";

test("a timespan has four digits of hours and always two decimals", () => { // complaint 17
  assert.deepEqual([0, 1.5, 59.999, 3661.07, 360000, -3, 1e9].map(timespan), [
    "0000:00:00.00", "0000:00:01.50", "0000:01:00.00", "0001:01:01.07", "0100:00:00.00", "0000:00:00.00", "9999:59:59.99",
  ]);
});

test("a time of day is the learner's", () => {
  assert.equal(timeOfDay(new Date(2026, 5, 1, 7, 8, 9).getTime()), "07:08:09");
});

test("success makes the status where there is one, else completion", () => {
  assert.deepEqual([lessonStatus("completed", "passed"), lessonStatus("completed", "failed"), lessonStatus("completed", "unknown"), lessonStatus("incomplete", "unknown")], ["passed", "failed", "completed", "incomplete"]);
});

test("a wrong answer is called wrong", () => { // complaint 16
  assert.deepEqual(["correct", "incorrect", "neutral"].map((result) => resultWord(result as "correct")), ["correct", "wrong", "neutral"]);
});
