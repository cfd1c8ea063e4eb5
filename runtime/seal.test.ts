import assert from "node:assert/strict";
import { test } from "node:test";
import { unseal } from "./seal.ts";

const pad = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + 3) % 256));

test("A sealed value longer than the pad comes out as it went in, in any script", () => {
  const value = { answer: { value: true }, explanation: "<p>Größe, 大きさ, الحجم 🙂, and more</p>", feedback: null };
  const plain = Buffer.from(JSON.stringify(value), "utf8");
  const sealed = Buffer.from(plain.map((byte, at) => byte ^ (pad[at % 32] as number))).toString("base64");
  assert.deepEqual(unseal(sealed, pad.toString("base64")), value);
});

test("What Python's json and base64 wrote opens", () => {
  const sealed =
    "eChwdmxRSEYZeDJyIT8JGRZYu/z94/jZh5DcuLeitLJifnh3cQQXFgcydxclndOv7B+heBAPH5iEwofi6+yzuWZuc3l8TQ8OVTclPCo=";
  assert.deepEqual(unseal(sealed, pad.toString("base64")), {
    answer: { value: true },
    explanation: "<p>Größe 🙂</p>",
    feedback: null,
  });
});
