import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { manyIds } from "../session/testing/samples.ts";
import { fingerprint, fnv1a, keyOf } from "./hash.ts";

const GOLDEN = new URL("../../tests/golden/fingerprints.json", import.meta.url);

test("FNV-1a gives the values its authors published", () => {
  assert.equal(fnv1a(""), 0x811c9dc5);
  assert.equal(fnv1a("a"), 0xe40c292c);
  assert.equal(fnv1a("foobar"), 0xbf9cf968);
});

test("fingerprints are those of the golden file that Python reads too", () => {
  const golden = JSON.parse(readFileSync(GOLDEN, "utf8")) as { text: string; fingerprint: string }[];
  assert.ok(golden.length >= 10);
  for (const { text, fingerprint: expected } of golden) assert.equal(fingerprint(text), expected, text);
});

test("the lessons of the largest course have keys of their own", () => {
  assert.equal(new Set(manyIds(1596).map(keyOf)).size, 1596);
});
