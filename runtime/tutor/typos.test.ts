import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, mend } from "./typos.ts";

const KNOWN = ["temperature", "sampling", "token", "form", "schema", "retrieval"];

test("a letter added, left out, changed or swapped is one slip", () => {
  for (const typed of ["tokken", "tken", "tokan", "tkoen"]) assert.equal(distance(typed, "token", 2), 1, typed);
  assert.equal(distance("abc", "xyz", 2), 3);
});

test("a misspelt word is taken for the nearest one", () => {
  assert.equal(mend("temprature", KNOWN), "temperature");
  assert.equal(mend("retreival", KNOWN), "retrieval");
  assert.equal(mend("smapling", KNOWN), "sampling");
  assert.equal(mend("otken", KNOWN), "token");
});

test("a short word, a number, and a word too far from all stay as they are", () => {
  for (const typed of ["fro", "2030", "football", "taken away", "farm"]) assert.equal(mend(typed, KNOWN), null, typed);
});
