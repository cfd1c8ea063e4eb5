import assert from "node:assert/strict";
import { test } from "node:test";
import type { Place } from "../lms/port.ts";
import type { Connection } from "../session/events.ts";
import { saySaved, sayWhere } from "./where.ts";

// Without messages each text is its key's last words.
const connection = (given: Partial<Connection>): Connection => ({
  place: "lms",
  state: "saved",
  fault: null,
  score: null,
  passed: null,
  completed: false,
  ...given,
});

const places: readonly Place[] = ["lms", "lrs", "browser", "memory"];

test("Each place where results go has a line of its own", () => {
  assert.deepEqual(places.map((place) => sayWhere(connection({ place }), true)), ["score lms", "score lrs", "score browser", "nowhere"]);
});

test("A quiz that scores nothing promises no score", () => {
  assert.deepEqual(places.map((place) => sayWhere(connection({ place }), false)), ["progress lms", "progress lrs", "progress browser", "nowhere"]);
});

test("In practice the line says why nothing is written, wherever results would go", () => {
  for (const place of places) assert.equal(sayWhere(connection({ place, state: "practice" }), true), "finished");
});

test("Who only browses is not told of a score that is kept", () => {
  assert.equal(sayWhere(connection({ state: "practice", mode: "browse" }), true), "browsing");
});

test("A result is called saved only when it is", () => {
  // complaint 11
  const words = (["saving", "unsaved", "practice", "ended", "saved"] as const).map((state) => saySaved(connection({ state })));
  assert.deepEqual(words, ["saving", "not yet", "practice", "ended", "lms"]);
});
