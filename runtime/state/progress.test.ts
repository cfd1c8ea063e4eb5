import assert from "node:assert/strict";
import test from "node:test";
import type { LearnerEvent } from "../session/events.ts";
import { answered, finished, lessonEntry } from "../session/testing/samples.ts";
import type { LessonState } from "./progress.ts";
import { apply, attemptOf, lessonState, LOG_LIMIT, NO_PROGRESS, wholeScore } from "./progress.ts";

function lesson(...events: LearnerEvent[]): LessonState {
  return lessonState(events.reduce((progress, event) => apply(progress, event, lessonEntry("one")), NO_PROGRESS), "one");
}

test("a lesson that was opened only has no score and is not done", () => { // complaint 3, 4
  assert.deepEqual(lesson({ kind: "opened", lesson: "one" }), { status: "opened", best: null, finished: 0, underWay: false, answers: [], timeLeft: null, ticks: [], place: 0, read: 0 });
});

test("answers alone give no score", () => { // complaint 4, 41
  assert.equal(lesson(answered("one", "q1")).best, null);
});

test("a passed lesson stays passed, with its best score, whatever comes after", () => { // complaint 13
  const state = lesson(finished("one", 90), { kind: "retried", lesson: "one" }, answered("one", "q1"), finished("one", 20), { kind: "opened", lesson: "one" });
  assert.equal(state.status, "passed");
  assert.equal(state.best, 90);
});

test("the answers of a finished attempt stay until the next one begins, for the review", () => {
  const done = [answered("one", "q1", "A"), answered("one", "q2", "B"), finished("one", 50)];
  assert.deepEqual(lesson(...done).answers.map(({ packed }) => packed), ["A", "B"]);
  assert.deepEqual(lesson(...done, { kind: "retried", lesson: "one" }).answers, []);
  assert.deepEqual(lesson(...done, answered("one", "q2", "C")).answers.map(({ packed }) => packed), ["C"]);
});

const timed = (left: number): LearnerEvent => ({ kind: "timed", lesson: "one", left });

test("an attempt begins when its time does, and its time ends with it", () => {
  assert.deepEqual([attemptOf(lesson(timed(1200))), lesson(timed(1200), timed(1139.6)).timeLeft], [1, 1140]);
  assert.equal(lesson(timed(1200), answered("one", "q1"), finished("one", 10)).timeLeft, null);
  const again = lesson(timed(1200), finished("one", 10), { kind: "retried", lesson: "one" });
  assert.deepEqual([again.timeLeft, attemptOf(again)], [null, 2]);
  assert.equal(attemptOf(lesson(timed(1200), finished("one", 10), { kind: "retried", lesson: "one" }, timed(1200))), 2);
});

test("an attempt given up for a new one takes its time with it", () => {
  assert.equal(lesson(timed(1200), answered("one", "q1"), { kind: "retried", lesson: "one" }).timeLeft, null);
});

test("time that is over is no time, not less", () => {
  assert.equal(lesson(timed(-3)).timeLeft, 0);
});

test("a score of 0 is a score", () => { // complaint 4
  assert.equal(lesson(finished("one", 0)).best, 0);
});

test("a question answered again keeps its place among the answers", () => {
  const state = lesson(answered("one", "q1", "A"), answered("one", "q2", "B"), answered("one", "q1", "C"));
  assert.deepEqual(state.answers.map((answer) => answer.packed), ["C", "B"]);
});

test("an attempt begins with its first answer or with trying again, and trying again twice is one attempt", () => {
  assert.equal(attemptOf(lesson(answered("one", "q1"), answered("one", "q2"))), 1);
  assert.equal(attemptOf(lesson(answered("one", "q1"), finished("one", 1), { kind: "retried", lesson: "one" })), 2);
  assert.equal(attemptOf(lesson(answered("one", "q1"), finished("one", 1), { kind: "retried", lesson: "one" }, { kind: "retried", lesson: "one" }, answered("one", "q1"))), 2);
});

test("a lesson with a scored quiz is not done by reading", () => {
  assert.equal(lesson({ kind: "read", lesson: "one" }).status, "opened");
  const unscored = apply(NO_PROGRESS, { kind: "read", lesson: "one" }, lessonEntry("one", { points: 0, passMark: null }));
  assert.equal(lessonState(unscored, "one").status, "done");
});

test("a score is rounded, but never across the pass mark", () => {
  assert.deepEqual([wholeScore(69.6, 70), wholeScore(70.4, 70), wholeScore(66.67, 70), wholeScore(66.6, 66.5)], [69, 70, 67, 67]);
  assert.deepEqual([wholeScore(-5, null), wholeScore(150, null), wholeScore(Number.NaN, null)], [0, 100, 0]);
});

test("a question keeps its index when it is answered again, and the log has a bound", () => {
  let progress = NO_PROGRESS;
  for (let i = 0; i < LOG_LIMIT + 5; i += 1) progress = apply(progress, answered("one", `q${i}`), null);
  assert.equal(progress.log.length, LOG_LIMIT);
  assert.deepEqual(apply(progress, answered("one", "q3"), null).log, progress.log);
});

test("an unticked step is no longer ticked", () => {
  const tick = (step: number, done: boolean): LearnerEvent => ({ kind: "ticked", lesson: "one", step, done });
  assert.deepEqual(lesson(tick(2, true), tick(0, true), tick(2, false)).ticks, [0]);
});
