import assert from "node:assert/strict";
import { test } from "node:test";
import { shareOf } from "./share.ts";

test("A share is a whole number of sixtieths", () => {
  assert.equal(shareOf(3, 7), 26 / 60);
});

test("Almost all is not all, and almost nothing is not nothing", () => {
  assert.equal(shareOf(999, 1000), 59 / 60);
  assert.equal(shareOf(1, 1000), 1 / 60);
});

test("A negative count is nothing", () => {
  assert.equal(shareOf(-2, 3), 0);
});
