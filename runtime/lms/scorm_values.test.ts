import assert from "node:assert/strict";
import test from "node:test";
import { clip, decimal, identifier } from "./scorm_values.ts";

test("a decimal has no needless zeros, no exponent and no comma", () => { // complaint 19
  assert.deepEqual([decimal(80), decimal(66.67), decimal(0), decimal(-0.001), decimal(1e-7, 10), decimal(100)], ["80", "66.67", "0", "0", "0.0000001", "100"]);
});

test("an id has no spaces, no characters beyond ASCII, and at most 255", () => { // complaint 15, 27
  assert.equal(identifier("lesson one.ü"), "lesson_one._");
  assert.equal(identifier("x".repeat(300)).length, 255);
});

test("a text is one line, cut at its limit and not in the middle of a character", () => {
  assert.deepEqual([clip("a\n\tb", 9), clip("abc", 2), clip("a😀", 2)], ["a b", "ab", "a"]);
});
