import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords } from "./word_count.ts";

test("Marks and spaces are no words", () => {
  assert.equal(countWords("  Well - it is, I think, done.\n\n— 2 of 3 …"), 9);
  assert.equal(countWords(" … \n "), 0);
});

test("A language without spaces has words", () => {
  const count = countWords("私は毎日学校に行きます");
  assert.ok(count >= 5 && count <= 9, String(count));
});

test("A browser that cannot tell words apart counts what stands between spaces", (t) => {
  const { Segmenter } = Intl;
  t.after(() => Object.assign(Intl, { Segmenter }));
  Object.assign(Intl, { Segmenter: undefined });
  assert.equal(countWords("Well - it is, I think, done."), 6);
});
