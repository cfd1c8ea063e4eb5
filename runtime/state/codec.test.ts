import assert from "node:assert/strict";
import test from "node:test";
import type { LearnerEvent } from "../session/events.ts";
import { Random } from "../session/testing/random.ts";
import { answered, finished, lessonEntry, manyIds } from "../session/testing/samples.ts";
import { decode, encode } from "./codec.ts";
import { keyOf } from "./hash.ts";
import type { LessonState, Progress } from "./progress.ts";
import { apply, lessonState, NEW_LESSON, NO_PROGRESS } from "./progress.ts";

const LIMIT = 4096;

function after(...events: LearnerEvent[]): Progress {
  return events.reduce((progress, event) => apply(progress, event, event.kind === "home" ? null : lessonEntry(event.lesson)), NO_PROGRESS);
}

function passed(best: number): LessonState {
  return { ...NEW_LESSON, status: "passed", best, finished: 2 };
}

function isEmpty({ status, finished, underWay, ticks }: LessonState): boolean {
  return status === "new" && finished === 0 && !underWay && ticks.length === 0;
}

function allPassed(ids: readonly string[]): Progress {
  return { ...NO_PROGRESS, revision: 9, lessons: new Map(ids.map((id, i) => [keyOf(id), passed(i % 101)])) };
}

test("what is written is read again", () => {
  const ids = ["one", "two", "three"];
  const progress = after(
    answered("one", "q1", "B", 1),
    answered("one", "q2", "abc_-Z", 0.5),
    finished("one", 85),
    answered("two", "q1", "A", null),
    { kind: "ticked", lesson: "two", step: 7, done: true },
    { kind: "opened", lesson: "three" },
  );
  const again = decode(encode({ ...progress, revision: 77 }, ids, LIMIT), ids);
  assert.deepEqual(again, { ...progress, revision: 77, lessons: again.lessons });
  assert.deepEqual(new Map([...again.lessons].sort()), new Map([...progress.lessons].sort()));
});

test("an attempt tried again but not answered is still under way when read again", () => {
  const progress = after(answered("one", "q1"), finished("one", 10), { kind: "retried", lesson: "one" });
  assert.equal(lessonState(decode(encode(progress, ["one"], LIMIT), ["one"]), "one").underWay, true);
});

test("the time left of an attempt is read again to the second, beside ticks and answers", () => {
  const timed = (lesson: string, left: number): LearnerEvent => ({ kind: "timed", lesson, left });
  const progress = after(timed("one", 1199), { kind: "ticked", lesson: "one", step: 35, done: true }, answered("one", "q1"), timed("two", 0), answered("three", "q1"));
  const again = decode(encode(progress, ["one", "two", "three"], LIMIT), ["one", "two", "three"]);
  assert.deepEqual(["one", "two", "three"].map((id) => lessonState(again, id).timeLeft), [1199, 0, null]);
  assert.deepEqual(lessonState(again, "one"), lessonState(progress, "one"));
});

test("the answers of finished attempts give way before the table does, the oldest first", () => {
  const long = "B".repeat(40);
  const ids = manyIds(4);
  const done = ids.slice(0, 3).flatMap((id) => [answered(id, "q1", long), answered(id, "q2", long), finished(id, 80)]);
  const progress = after(...done, { kind: "ticked", lesson: ids[0] ?? "", step: 0, done: true }, ...done.slice(3), answered(ids[3] ?? "", "q1", long));
  const full = encode(progress, ids, LIMIT);
  const cut = decode(encode(progress, ids, full.length - 1), ids);
  assert.equal(encode(progress, ids, full.length - 1).split(".")[2]?.charAt(0), "s");
  assert.deepEqual(ids.map((id) => lessonState(cut, id).answers.length), [0, 2, 2, 1]);
  assert.deepEqual(lessonState(cut, ids[0] ?? "").ticks, [0]);
  const bare = decode(encode(progress, ids, full.length - 200), ids);
  assert.deepEqual(ids.map((id) => lessonState(bare, id).answers.length), [0, 0, 0, 1]);
});

test("an attempt under way is kept before the answers of a later one that is finished", () => {
  const long = "B".repeat(40);
  const progress = after(answered("one", "q1", long), answered("two", "q1", long), finished("two", 80));
  const cut = decode(encode(progress, ["one", "two"], encode(progress, ["one", "two"], LIMIT).length - 1), ["one", "two"]);
  assert.deepEqual(["one", "two"].map((id) => lessonState(cut, id).answers.length), [1, 0]);
});

test("ten answered choice questions of one lesson take at most 200 characters", () => { // complaint 33
  const progress = after(...Array.from({ length: 10 }, (_, i) => answered("one", `q${i}`, "B")));
  const text = encode({ ...progress, revision: 200000 }, ["one"], LIMIT);
  assert.ok(text.length <= 200, `${text.length}`);
  assert.equal(lessonState(decode(text, ["one"]), "one").answers.length, 10);
});

test("the state is plain ASCII without quotes or spaces", () => {
  const progress = after(answered("one", "q1", "zZ09-_"), finished("one", 33), answered("two", "q1"));
  assert.match(encode(progress, ["one", "two"], LIMIT), /^[A-Za-z0-9_.~-]+$/);
});

test("a lesson that the course no longer has is kept for the day it comes back", () => {
  const first = decode(encode(after(finished("gone", 90)), ["gone"], LIMIT), ["other"]);
  const second = decode(encode(first, ["other"], LIMIT), ["gone"]);
  assert.equal(lessonState(second, "gone").best, 90);
});

const MANY = manyIds(1500);

function readInChanged(ids: readonly string[]): Progress {
  const text = encode(allPassed(MANY), MANY, LIMIT);
  assert.ok(text.length <= LIMIT);
  return decode(text, ids);
}

function agreeing(progress: Progress): number {
  return MANY.filter((id, i) => lessonState(progress, id).best === i % 101 && lessonState(progress, id).status === "passed").length;
}

test("a large course that gained a lesson in the middle finds every result again", () => {
  const progress = readInChanged([...MANY.slice(0, 700), "inserted", ...MANY.slice(700)]);
  assert.equal(agreeing(progress), 1500);
  assert.equal(lessonState(progress, "inserted").status, "new");
});

test("a large course that lost a lesson finds all but its closest neighbours again", () => {
  const progress = readInChanged(MANY.filter((id) => id !== "lesson-0700"));
  assert.ok(agreeing(progress) >= 1500 - 32, `${agreeing(progress)}`);
});

test("a large course whose modules changed places finds its results again", () => {
  assert.ok(agreeing(readInChanged([...MANY.slice(900), ...MANY.slice(0, 900)])) >= 1500 - 64);
});

test("over the limit the attempts of other lessons give way, the oldest first, and no result", () => {
  const ids = manyIds(60);
  const progress = after(...ids.flatMap((id) => [finished(id, 50), ...[1, 2, 3].map((n) => answered(id, `q${n}`, "x".repeat(40)))]));
  const text = encode(progress, ids, LIMIT);
  assert.ok(text.length <= LIMIT);
  const again = decode(text, ids);
  assert.deepEqual(ids.map((id) => lessonState(again, id).best), ids.map(() => 50));
  assert.equal(lessonState(again, "lesson-0060").answers.length, 3);
  assert.equal(lessonState(again, "lesson-0001").answers.length, 0);
});

test("a state of another version, or of another tool, is read as none", () => {
  for (const text of ["", "2AAA....~", "{\"a\":1}", "0", "undefined"]) assert.deepEqual(decode(text, ["one"]), NO_PROGRESS);
});

test("a truncated state keeps what was written before the cut", () => {
  const progress = after(finished("one", 88), answered("two", "q1"), answered("two", "q2"));
  const text = encode(progress, ["one", "two"], LIMIT);
  const cut = decode(text.slice(0, -4), ["one", "two"]);
  assert.equal(lessonState(cut, "one").best, 88);
  assert.equal(lessonState(cut, "two").answers.length, 1);
});

test("no garbage makes reading throw, and what is read can be written again", () => {
  const random = new Random(7);
  const ids = manyIds(40);
  const whole = encode({ ...allPassed(ids), log: ["AAAAA", "BBBBB"] }, ids, 160);
  const characters = [..."AZaz09-_.~s dé\u0000\"'<&日"];
  for (let round = 0; round < 3000; round += 1) {
    const text = [...whole].map((character) => (random.chance(5) ? random.pick(characters) : character)).slice(0, random.below(400)).join("");
    const progress = decode(random.chance(50) ? text : `1${text}`, ids);
    for (const { best, status } of progress.lessons.values()) {
      assert.ok(best === null || (best >= 0 && best <= 100));
      assert.ok(["new", "opened", "done", "failed", "passed"].includes(status));
    }
    const text2 = encode(progress, ids, LIMIT);
    assert.ok(text2.length <= LIMIT);
    const again = decode(text2, ids);
    assert.match(text2, /^[\x21-\x7e]*$/);
    assert.deepEqual([...again.lessons].sort(), [...progress.lessons].filter(([, state]) => !isEmpty(state)).sort());
    assert.deepEqual(again.log, progress.log);
  }
});
