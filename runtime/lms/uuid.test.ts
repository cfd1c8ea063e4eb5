import assert from "node:assert/strict";
import test from "node:test";
import { randomUuid, uuidOf } from "./uuid.ts";

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("a name always has the same id", () => {
  assert.equal(uuidOf("a\nb"), uuidOf("a\nb"));
  assert.match(uuidOf(""), FORM);
});

test("ten thousand like names have ids of their own", () => {
  assert.equal(new Set(Array.from({ length: 10_000 }, (_, i) => uuidOf(`passed\nhttps://example.org/lesson\n${i}`))).size, 10_000);
});

test("random ids have the right form and differ", () => {
  assert.match(randomUuid(), FORM);
  assert.notEqual(randomUuid(), randomUuid());
});
