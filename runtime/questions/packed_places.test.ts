import assert from "node:assert/strict";
import { test } from "node:test";
import { packPlaces, unpackPlaces } from "./packed_places.ts";

test("A list comes back in its order, with its gaps", () => {
  assert.deepEqual(unpackPlaces(packPlaces([35, null, 0, 0]), 36), [35, null, 0, 0]);
});

test("Thirty-six places take thirty-six characters", () => {
  assert.match(packPlaces(Array.from({ length: 36 }, (_, at) => at)), /^[A-Za-z0-9_-]{36}$/);
});

test("A place that the question has no more is no answer to it", () => {
  assert.equal(unpackPlaces(packPlaces([0, 4]), 4), null);
});

test("A character that is none of ours is no place", () => {
  assert.equal(unpackPlaces("A~", 4), null);
});
