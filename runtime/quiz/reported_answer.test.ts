import assert from "node:assert/strict";
import { test } from "node:test";
import type { LessonData } from "../page/data.ts";
import type { Marked } from "../questions/question.ts";
import { sampleQuestion } from "../questions/testing/sample_question.ts";
import { reportAnswer } from "./reported_answer.ts";

const lesson: LessonData = { id: "clear-briefs", iri: "https://example.org/clear-briefs", title: "Clear briefs", steps: 0, reader: "", quiz: null, tutor: null };
const question = sampleQuestion({ id: "q1", points: 2, fingerprint: "xY" });

function report(share: number | null): ReturnType<typeof reportAnswer> {
  const marked: Marked = { share, correct: { kind: "boolean", value: true }, parts: [], right: [], feedback: [] };
  const given = { response: { kind: "boolean", value: true } as const, share, whole: true };
  return reportAnswer(lesson, question, given, marked, { attempt: 2, latency: 3.25, timestamp: 1_800_000_000_000 });
}

test("A teacher can read from the id which question of which lesson it was", () => {
  // complaint 36
  assert.equal(report(1).interaction.id, "clear-briefs.q1");
});

test("The id fits every LMS: no spaces, no separators of the standards", () => {
  // complaint 15
  assert.match(report(1).interaction.id, /^[A-Za-z0-9._-]{1,255}$/);
});

test("Only a whole share is correct; a part of it earns its points all the same", () => {
  assert.deepEqual([1, 0.5, 0, null].map((share) => report(share).interaction.result), ["correct", "incorrect", "incorrect", "neutral"]);
  assert.deepEqual([1, 0.5, 0, null].map((share) => report(share).interaction.score), [2, 1, 0, 0]);
});

test("What is kept is the coded response under the question's fingerprint", () => {
  assert.deepEqual(report(0.5).answer, { fingerprint: "xY", packed: "t", share: 0.5 });
});

test("When, how long and in which attempt go along", () => {
  const { attempt, latency, timestamp, weighting } = report(1).interaction;
  assert.deepEqual({ attempt, latency, timestamp, weighting }, { attempt: 2, latency: 3.25, timestamp: 1_800_000_000_000, weighting: 2 });
});
