import assert from "node:assert/strict";
import { test } from "node:test";
import type { Response } from "../lms/port.ts";
import { longFillIn } from "./long_fill_in.ts";
import { sampleQuestion } from "./testing/sample_question.ts";

type LongText = Extract<Response, { kind: "long-text" }>;

const scored = sampleQuestion({ type: "long-fill-in", points: 2, shown: { minWords: null } });
const unscored = sampleQuestion({ type: "long-fill-in", points: 0, shown: { minWords: null } });
const opened = { answer: {}, explanation: null, feedback: ["<p>Model.</p>"] };

function said(text: string, check: LongText["check"] = null): LongText {
  return { kind: "long-text", text, check };
}

test("The model answer is shown after an unscored answer, and where none was given", () => {
  for (const response of [said("So."), null]) {
    assert.deepEqual(longFillIn.mark(unscored, opened, response).feedback.map(({ html }) => html), ["<p>Model.</p>"]);
  }
});

test("Who has compared does not see the model answer twice", () => {
  assert.deepEqual(longFillIn.mark(scored, opened, said("So.", "partly")).feedback, []);
});

test("Without a model answer there is nothing to show", () => {
  assert.deepEqual(longFillIn.mark(unscored, { ...opened, feedback: null }, said("So.")).feedback, []);
});

test("A text of any script comes back with the learner's check", () => {
  for (const response of [said("Short.", "no"), said("短い答え。", "yes"), said("yes and no", "partly")]) {
    assert.deepEqual(longFillIn.unpack(scored, longFillIn.pack(response)), { response, whole: true });
  }
});

test("Of a long text its beginning comes back, marked as cut, with the check", () => {
  const kept = longFillIn.unpack(scored, longFillIn.pack(said("A long answer that goes on and on, for many more words than forty.", "yes")));
  assert.equal(kept?.whole, false);
  assert.equal(kept.response.check, "yes");
  assert.match(kept.response.text, /^A long answer.*…$/);
});

test("A kept answer without the learner's check does not answer a question that has points", () => {
  assert.equal(longFillIn.unpack(scored, longFillIn.pack(said("So.", null))), null);
  for (const packed of ["", "p", "py", "pxSo", "~"]) assert.equal(longFillIn.unpack(unscored, packed), null, packed);
});
