import assert from "node:assert/strict";
import test from "node:test";
import type { LearnerEvent } from "../session/events.ts";
import { answered, finished } from "../session/testing/samples.ts";
import { keyOf } from "./hash.ts";
import { merge } from "./merge.ts";
import type { Progress } from "./progress.ts";
import { apply, attemptOf, lessonState, NO_PROGRESS } from "./progress.ts";

function after(revision: number, ...events: LearnerEvent[]): Progress {
  return { ...events.reduce((progress, event) => apply(progress, event, null), NO_PROGRESS), revision };
}

test("neither account lowers the other", () => { // complaint 13
  const a = after(5, finished("one", 90), finished("two", 10));
  const b = after(6, finished("one", 20), finished("three", 80));
  for (const merged of [merge(a, b), merge(b, a)]) {
    assert.deepEqual(["one", "two", "three"].map((id) => lessonState(merged, id).best), [90, 10, 80]);
    assert.equal(lessonState(merged, "one").status, "passed");
    assert.equal(merged.revision, 6);
  }
});

test("answers of an attempt that the other account has finished are not brought back", () => {
  const merged = merge(after(5, answered("one", "q1"), finished("one", 50)), after(9, answered("one", "q1"), answered("one", "q2")));
  assert.deepEqual(lessonState(merged, "one").answers.map(({ packed }) => packed), ["B"]);
  assert.deepEqual([lessonState(merged, "one").underWay, attemptOf(lessonState(merged, "one"))], [false, 1]);
});

test("answers of a finished attempt do not get into the next one that the other account has begun", () => {
  const done = [answered("one", "q1", "A"), finished("one", 50)];
  const merged = merge(after(5, ...done), after(6, ...done, { kind: "retried", lesson: "one" }, answered("one", "q2", "B")));
  // Equally far by the count, or one attempt further: both ways the new attempt has its own answers alone.
  assert.deepEqual(lessonState(merged, "one").answers.map(({ packed }) => packed), ["B"]);
});

test("time that has gone by in one account does not come back with the other", () => {
  const timed = (left: number): LearnerEvent => ({ kind: "timed", lesson: "one", left });
  for (const merged of [merge(after(5, timed(300)), after(6, timed(700))), merge(after(5, timed(700)), after(6, timed(300)))]) {
    assert.equal(lessonState(merged, "one").timeLeft, 300);
  }
  assert.equal(lessonState(merge(after(5, timed(300)), after(6, answered("one", "q1"))), "one").timeLeft, 300);
});

test("answers of one attempt given in two places are all there, the later one for a question in both", () => {
  const merged = merge(after(5, answered("one", "q1", "A"), answered("one", "q2", "A")), after(6, answered("one", "q2", "B"), answered("one", "q3", "B")));
  assert.deepEqual(lessonState(merged, "one").answers.map((answer) => answer.packed), ["A", "B", "B"]);
});

test("the LMS's account decides the index of a question", () => {
  const merged = merge(after(5, answered("one", "q1"), answered("one", "q2")), after(6, answered("one", "q1"), answered("one", "q3")));
  assert.deepEqual(merged.log, ["one.q1", "one.q2", "one.q3"].map(keyOf));
});
