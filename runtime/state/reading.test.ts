/** Where a learner stopped reading, and what was ticked, over visits: the state keeps both, and gives up the least first. */
import assert from "node:assert/strict";
import test from "node:test";
import type { LearnerEvent } from "../session/events.ts";
import { Random } from "../session/testing/random.ts";
import { answered, finished, lessonEntry, manyIds } from "../session/testing/samples.ts";
import { decode, encode } from "./codec.ts";
import { keyOf } from "./hash.ts";
import { merge } from "./merge.ts";
import type { LessonState, Progress } from "./progress.ts";
import { apply, lessonState, NO_PROGRESS, READ_ALL, TICK_LIMIT } from "./progress.ts";

const LIMIT = 4096;

function after(...events: LearnerEvent[]): Progress {
  return events.reduce((progress, event) => apply(progress, event, event.kind === "home" ? null : lessonEntry(event.lesson)), NO_PROGRESS);
}

function reading(lesson: string, place: number, read: number): LearnerEvent {
  return { kind: "reading", lesson, place, read };
}

function ticked(lesson: string, step: number): LearnerEvent {
  return { kind: "ticked", lesson, step, done: true };
}

function again(progress: Progress, ids: readonly string[], limit = LIMIT): Progress {
  return decode(encode(progress, ids, limit), ids);
}

test("the reading of every lesson under way is read again, beside ticks, time and answers", () => {
  const events = [reading("one", 4, 3), ticked("one", 2), answered("one", "q1"), { kind: "timed", lesson: "one", left: 90 } as const, reading("two", 2, 0), reading("three", 9, READ_ALL)];
  const progress = after(...events, { kind: "home" });
  const back = again(progress, ["one", "two", "three"]);
  for (const id of ["one", "two", "three"]) assert.deepEqual(lessonState(back, id), lessonState(progress, id));
});

test("what was read stays read when the learner scrolls up again", () => {
  assert.deepEqual(places(lessonState(after(reading("one", 5, 4), reading("one", 1, 0)), "one")), [1, 4]);
});

test("a place beyond the 63rd is kept as the 63rd", () => {
  assert.deepEqual(places(lessonState(again(after(reading("one", 80, 3)), ["one"]), "one")), [63, 3]);
});

test("a lesson that is passed or done counts as read, takes no room for it, and has no place to go on from", () => {
  const progress = after(reading("one", 4, 3), finished("one", 90), reading("one", 2, 1));
  assert.deepEqual(places(lessonState(progress, "one")), [0, READ_ALL]);
  assert.deepEqual(places(lessonState(again(progress, ["one"]), "one")), [0, READ_ALL]);
  assert.equal(encode(progress, ["one"], LIMIT).length, encode(after(finished("one", 90)), ["one"], LIMIT).length);
});

test("a lesson not passed keeps its place", () => {
  assert.deepEqual(places(lessonState(again(after(reading("one", 4, 3), finished("one", 10)), ["one"]), "one")), [4, 3]);
});

test("a state that the runtime before this one wrote is read whole", () => {
  // Written by that runtime: a lesson passed with 85 and its 36th step ticked, one with an attempt under way, one opened.
  const old = decode("1ABN.IhgPB.s6JxntJY-JIgrABIhgPBAB.sY12X0Le1V.-JIgrTBASv89eDabc.6JxntMAAAAAgsM8BB~", ["one", "two", "three"]);
  const one = lessonState(old, "one");
  assert.deepEqual([one.status, one.best, one.finished, one.ticks, one.answers.length], ["passed", 85, 1, [35], 1]);
  const two = lessonState(old, "two");
  assert.deepEqual([two.status, two.underWay, two.timeLeft, two.ticks, two.answers[0]?.packed, ...places(two)], ["opened", true, 1199, [0], "abc", 0, 0]);
  assert.deepEqual([old.revision, old.location, old.log], [77, keyOf("three"), ["one.q1", "two.q1"].map(keyOf)]);
});

test("every step of the longest practice stays ticked", () => {
  for (const count of [1, 6, 36, 37, 42, 43, TICK_LIMIT]) {
    const progress = after(...Array.from({ length: count }, (_, step) => ticked("one", step)), answered("one", "q1"));
    assert.deepEqual(lessonState(again(progress, ["one"]), "one"), lessonState(progress, "one"), `${count}`);
  }
});

test("ticks of the first lesson outlive the finish of the second, and of all lessons of a long course", () => {
  const ids = manyIds(60);
  const events = ids.flatMap((id) => [ticked(id, 0), ticked(id, 3), reading(id, 2, 1), ...[1, 2, 3, 4].map((n) => answered(id, `q${n}`, "x".repeat(40))), finished(id, 50)]);
  const back = again(after(...events), ids);
  assert.deepEqual(ids.map((id) => lessonState(back, id).ticks), ids.map(() => [0, 3]));
});

test("over the limit the reading of other lessons gives way before their ticks and attempts, the oldest first", () => {
  const ids = manyIds(30);
  const progress = after(...ids.flatMap((id) => [ticked(id, 1), reading(id, 3, 2), answered(id, "q1", "xx")]));
  const dense = encode(progress, ids, 0).split(".")[2]?.length ?? 0;
  const full = encode(progress, ids, LIMIT);
  const limit = full.length - (full.split(".")[2]?.length ?? 0) + dense - 10;
  const back = again(progress, ids, limit);
  assert.deepEqual(ids.map((id) => lessonState(back, id).place), ids.map((_, i) => (i < 5 ? 0 : 3)));
  assert.ok(ids.every((id) => lessonState(back, id).ticks[0] === 1 && lessonState(back, id).answers.length === 1));
});

test("of two accounts the later one has the place, and nothing read is unread", () => {
  const early = { ...after(reading("one", 5, 4)), revision: 1 };
  const late = { ...after(reading("one", 2, 1)), revision: 2 };
  assert.deepEqual(places(lessonState(merge(early, late), "one")), [2, 4]);
});

test("ticks that the LMS had no room for come back from this browser; ticks taken away stay away", () => {
  const kept = { ...after(ticked("one", 1), reading("two", 1, 1)), revision: 1 };
  assert.deepEqual(lessonState(merge({ ...after({ kind: "opened", lesson: "one" }), revision: 2 }, kept), "one").ticks, [1]);
  assert.deepEqual(lessonState(merge({ ...after(reading("one", 1, 1)), revision: 2 }, kept), "one").ticks, []);
});

test("whatever a learner does, the state reads back the same", () => {
  const random = new Random(11);
  const ids = manyIds(6);
  for (let round = 0; round < 300; round += 1) {
    let progress: Progress = NO_PROGRESS;
    for (let step = 0; step < 25; step += 1) {
      const id = random.pick(ids);
      const event = random.pick<LearnerEvent>([
        reading(id, random.below(70), random.below(64)),
        { kind: "ticked", lesson: id, step: random.below(TICK_LIMIT), done: random.chance(70) },
        answered(id, `q${random.below(9)}`, "B".repeat(random.below(41))),
        { kind: "timed", lesson: id, left: random.below(9999) },
        finished(id, random.below(101)),
        { kind: "retried", lesson: id },
        { kind: "read", lesson: id },
        { kind: "home" },
      ]);
      progress = apply(progress, event, null);
    }
    const back = again(progress, ids, Number.POSITIVE_INFINITY);
    for (const id of ids) assert.deepEqual(lessonState(back, id), counted(lessonState(progress, id)), `round ${round}`);
  }
});

function places({ place, read }: LessonState): [number, number] {
  return [place, read];
}

/** As far as the table counts attempts. */
function counted(state: LessonState): LessonState {
  return { ...state, finished: Math.min(12, state.finished) };
}
