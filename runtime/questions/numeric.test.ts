import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { numeric } from "./numeric.ts";

afterEach(() => {
  globalThis.scormpackMessages = undefined;
});

test("The right answer and a kept answer are shown as the page's language writes numbers", () => {
  globalThis.scormpackMessages = { language: "de", messages: {} };
  const opened = { answer: { min: 3.5, max: 4.5, shown: "3.5\u20134.5" } } as Unsealed;
  assert.deepEqual(numeric.mark({} as QuestionData, opened, null).right, ["3,5\u20134,5"]);
  assert.equal(numeric.unpack({} as QuestionData, "12_5")?.response.typed, "12,5");
});
