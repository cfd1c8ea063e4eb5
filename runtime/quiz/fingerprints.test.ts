import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleQuestion } from "../questions/testing/sample_question.ts";
import { distinguish } from "./fingerprints.ts";

const marks = (...given: string[]): string[] =>
  distinguish(given.map((fingerprint, at) => sampleQuestion({ id: `q${at}`, fingerprint }))).map((question) => question.fingerprint);

test("Fingerprints that differ stay as the build made them", () => {
  assert.deepEqual(marks("ab", "cd", "ef"), ["ab", "cd", "ef"]);
});

test("Of two questions with one fingerprint the first keeps it and the second gets one of its own", () => {
  const [first, second] = marks("ab", "ab");
  assert.equal(first, "ab");
  assert.match(second ?? "", /^[A-Za-z0-9_-]{2}$/);
  assert.notEqual(second, "ab");
});

test("Two hundred questions with one fingerprint are all told apart", () => {
  assert.equal(new Set(marks(...Array.from({ length: 200 }, () => "ab"))).size, 200);
});

test("A question keeps its fingerprint when others come behind it", () => {
  assert.deepEqual(marks("ab", "ab", "cd").slice(0, 2), marks("ab", "ab"));
});
