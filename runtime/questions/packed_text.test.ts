import assert from "node:assert/strict";
import { test } from "node:test";
import { packTexts, unpackTexts } from "./packed_text.ts";

const samples = [["context window"], ["input", "output"], ["", "b"], ["_-_"], ["ناقذة السياق"], ["大きさ"], ["🙂🙃"], ["100 % \"sure\"; a.b~c"]];

for (const texts of samples) {
  test(`${JSON.stringify(texts)} comes back as it was`, () => {
    const packed = packTexts(texts);
    assert.match(packed, /^[A-Za-z0-9_-]{1,40}$/);
    assert.deepEqual(unpackTexts(packed), { texts, whole: true });
  });
}

for (const long of ["a very long answer that goes on and on and on", "とても長い答えはどこかで切られる", "ab" + "🙂".repeat(30), "\ud83d".repeat(30)]) {
  test(`"${long.slice(0, 12)}…" is cut at a whole character, and says so`, () => {
    const packed = packTexts([long]);
    assert.match(packed, /^[A-Za-z0-9_-]{1,40}$/);
    const kept = unpackTexts(packed);
    assert.equal(kept?.whole, false);
    const [text = ""] = kept.texts;
    assert.ok(text.length > 0 && long.replace(/[\ud800-\udfff]/g, (half) => (long.includes("🙂") ? half : "\ufffd")).startsWith(text), text);
  });
}

test("Garbage is no text, and does not throw", () => {
  for (const packed of ["", "x", "zabc", "p_", "p_ff", "b*", "bA", "b_w"]) assert.equal(unpackTexts(packed), null, packed);
});
