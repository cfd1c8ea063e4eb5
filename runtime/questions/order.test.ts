import assert from "node:assert/strict";
import { test } from "node:test";
import { orderOf, seedFor } from "./order.ts";

test("Without a seed the order is the author's", () => {
  assert.deepEqual(orderOf(4, null), [0, 1, 2, 3]);
});

test("The same seed gives the same order, on every device", () => {
  // Fixed, so that a change of the shuffle, which would reorder a quiz under way, is seen.
  assert.deepEqual(orderOf(6, 1), [4, 1, 5, 2, 0, 3]);
});

test("Every option comes first about equally often", () => {
  const first = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++) {
    const at = orderOf(4, seedFor(12345, seed))[0] as number;
    first[at] = (first[at] ?? 0) + 1;
  }
  assert.ok(first.every((count) => count > 850 && count < 1150), first.join());
});

test("An order holds every number once", () => {
  assert.deepEqual(orderOf(50, 7).sort((a, b) => a - b), orderOf(50, null));
});

test("The questions of a quiz are not all shuffled alike", () => {
  const orders = new Set(Array.from({ length: 10 }, (_, at) => orderOf(4, seedFor(99, at)).join()));
  assert.ok(orders.size >= 5, [...orders].join(" "));
});
