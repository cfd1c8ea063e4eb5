import assert from "node:assert/strict";
import { test } from "node:test";
import type { LessonProgress, LessonStatus } from "../session/events.ts";
import type { LessonEntry } from "../page/data.ts";
import { nextLesson } from "./next_lesson.ts";

function next(statuses: Readonly<Record<string, LessonStatus>>, left: string): string | null {
  const lessons = Object.keys(statuses).map((id): LessonEntry => ({ id, iri: id, title: id, href: id, points: 1, passMark: null }));
  const progress = (id: string): LessonProgress => ({
    status: statuses[id] ?? "new",
    best: null,
    attempt: 0,
    underWay: false,
    answers: [],
    timeLeft: null,
    ticks: [],
    place: 0,
    read: 0,
  });
  return nextLesson(lessons, progress, left)?.id ?? null;
}

test("Before the first lesson was opened there is nothing to go on with", () => {
  assert.equal(next({ a: "new", b: "new" }, ""), null);
});

test("A lesson that was left in the middle comes first", () => {
  assert.equal(next({ a: "new", b: "opened", c: "new" }, "b"), "b");
});

test("After a lesson that is done comes the next one that is not", () => {
  assert.equal(next({ a: "opened", b: "passed", c: "done", d: "new" }, "b"), "d");
});

test("A failed lesson is not done", () => {
  assert.equal(next({ a: "failed", b: "passed" }, "b"), "a");
});

test("A learner who left from the course page goes on with the last lesson begun", () => {
  assert.equal(next({ a: "new", b: "opened", c: "new" }, ""), "b");
});

test("A lesson that has left the course does not stop anyone", () => {
  assert.equal(next({ a: "passed", b: "new" }, "gone"), "b");
});

test("When all is done there is nothing to go on with", () => {
  assert.equal(next({ a: "passed", b: "done" }, "b"), null);
});
