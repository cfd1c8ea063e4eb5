import assert from "node:assert/strict";
import test from "node:test";
import type { LessonEntry, UnitData } from "../page/data.ts";
import type { LearnerEvent } from "../session/events.ts";
import { answered, finished, lessonEntry, unitData } from "../session/testing/samples.ts";
import { apply, NO_PROGRESS } from "./progress.ts";
import type { Held, Outcome } from "./report.ts";
import { objectivesOf, outcomeOf } from "./report.ts";

const NOTHING: Held = { completion: "incomplete", success: "unknown", score: null };

function outcome(events: readonly LearnerEvent[], unit: Partial<UnitData> = {}, lessons: readonly LessonEntry[] = [lessonEntry("one")], held: Held = NOTHING): Outcome {
  const find = (id: string): LessonEntry | null => lessons.find((lesson) => lesson.id === id) ?? null;
  const progress = events.reduce((before, event) => apply(before, event, event.kind === "home" ? null : find(event.lesson)), NO_PROGRESS);
  return outcomeOf(unitData(unit), lessons, progress, held);
}

const incomplete = { completion: "incomplete", success: "unknown", score: null };
const unscored = lessonEntry("one", { points: 0, passMark: null });

test("opened: incomplete, no score", () => { // complaint 3, 4
  assert.deepEqual(outcome([{ kind: "opened", lesson: "one" }]), incomplete);
});

test("answered, not finished: still no score", () => { // complaint 4, 41
  assert.deepEqual(outcome([answered("one", "q1"), answered("one", "q2")]), incomplete);
});

test("read a lesson without a quiz: completed, no score", () => {
  assert.deepEqual(outcome([{ kind: "read", lesson: "one" }], { passMark: null }, [unscored]), { completion: "completed", success: "unknown", score: null });
});

test("finished a quiz that scores nothing: completed, no score", () => {
  assert.deepEqual(outcome([finished("one", null)], { passMark: null }, [unscored]), { completion: "completed", success: "unknown", score: null });
});

test("finished the quiz at the pass mark: passed, with its score", () => { // complaint 12
  assert.deepEqual(outcome([finished("one", 70)]), { completion: "completed", success: "passed", score: 70 });
});

test("finished the quiz below the pass mark: failed, with its score", () => {
  assert.deepEqual(outcome([finished("one", 69)]), { completion: "completed", success: "failed", score: 69 });
});

test("retried and did worse: unchanged", () => { // complaint 13
  assert.deepEqual(outcome([finished("one", 90), { kind: "retried", lesson: "one" }, finished("one", 10)]), { completion: "completed", success: "passed", score: 90 });
});

test("passed-incomplete: failing stays incomplete with its score, passing is passed", () => {
  assert.deepEqual(outcome([finished("one", 20)], { report: "passed-incomplete" }), { completion: "incomplete", success: "unknown", score: 20 });
  assert.deepEqual(outcome([finished("one", 80)], { report: "passed-incomplete" }), { completion: "completed", success: "passed", score: 80 });
});

test("completed: completion and score, no success", () => {
  assert.deepEqual(outcome([finished("one", 20)], { report: "completed" }), { completion: "completed", success: "unknown", score: 20 });
});

test("what the LMS holds is never lowered", () => { // complaint 13
  const held: Held = { completion: "completed", success: "passed", score: 80 };
  assert.deepEqual(outcome([finished("one", 20)], {}, [lessonEntry("one")], held), held);
  assert.deepEqual(outcome([], {}, [lessonEntry("one")], held), held);
});

const course = [lessonEntry("one", { points: 10 }), lessonEntry("two", { points: 30 }), lessonEntry("three", { points: 0, passMark: null })];

test("a course's score is the points-weighted mean, an unfinished quiz counting 0, from the first finished one on", () => {
  assert.deepEqual(outcome([answered("one", "q1")], { kind: "course" }, course), incomplete);
  assert.deepEqual(outcome([finished("one", 90)], { kind: "course" }, course), { completion: "incomplete", success: "unknown", score: 22.5 });
});

test("a course is judged when all its lessons are done, not before", () => {
  const scored = [finished("one", 90), finished("two", 75)];
  assert.deepEqual(outcome(scored, { kind: "course" }, course), { completion: "incomplete", success: "unknown", score: 78.75 });
  assert.deepEqual(outcome([...scored, { kind: "read", lesson: "three" }], { kind: "course" }, course), { completion: "completed", success: "passed", score: 78.75 });
});

test("a course without a pass mark is completed and never judged", () => {
  const events: LearnerEvent[] = [finished("one", 9), finished("two", 9), { kind: "read", lesson: "three" }];
  assert.deepEqual(outcome(events, { kind: "course", passMark: null }, course), { completion: "completed", success: "unknown", score: 9 });
});

test("objectives tell of the lessons that were opened, each with its own result", () => {
  const progress = [finished("two", 75), { kind: "opened", lesson: "one" } as const].reduce((before, event) => apply(before, event, null), NO_PROGRESS);
  assert.deepEqual(objectivesOf(course, progress).map(({ id, completion, success, score }) => [id, completion, success, score]), [
    ["one", "incomplete", "unknown", null],
    ["two", "completed", "passed", 75],
  ]);
});
