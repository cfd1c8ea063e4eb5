import assert from "node:assert/strict";
import { test } from "node:test";
import { packSet, unpackSet } from "./packed_set.ts";

test("Every set of six numbers takes one character and comes back", () => {
  for (let bits = 0; bits < 64; bits++) {
    const members = [0, 1, 2, 3, 4, 5].filter((member) => bits & (1 << member));
    const packed = packSet(members, 6);
    assert.equal(packed.length, 1);
    assert.deepEqual(unpackSet(packed, 6), members);
  }
});

test("A set of 240 numbers fits into forty characters", () => {
  const packed = packSet([0, 119, 239], 240);
  assert.equal(packed.length, 40);
  assert.deepEqual(unpackSet(packed, 240), [0, 119, 239]);
});

test("A number that the question has no more is no answer to it", () => {
  assert.equal(unpackSet(packSet([3], 4), 3), null);
});

test("A character that is none of ours is no set", () => {
  assert.equal(unpackSet("~", 4), null);
});
